// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/create.h"
#include "support/json_text.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;

namespace {

struct Outcome {
    int code = -1;
    QString words; ///< standard error
    QByteArray data; ///< standard output
};

/// Drops image and ports of the container in dev.
constexpr auto merge =
    "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: python-api-base\nspec:\n"
    "  template:\n    spec:\n      containers:\n      - name: user-container\n        env:\n"
    "        - name: LOG_LEVEL\n          value: debug\n";

} // namespace

/// `sluice lint` as people and pipelines call it.
class TestLintVerb : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    int m_folders = 0;
    QString m_project;

    Outcome sluice(const QStringList &arguments, const QString &from = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("LANGUAGE"));
        environment.insert(QStringLiteral("HOME"), m_dir.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_dir.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(from.isEmpty() ? m_dir.path() : from);
        process.start(QStringLiteral(SLUICE_PROGRAM), arguments);
        if (!process.waitForFinished(120000))
            qFatal("it hangs");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError()), process.readAllStandardOutput()};
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_project + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    QByteArray bytes(const QString &name) const
    {
        QFile file(m_project + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The name as seen from where the program runs.
    QString name() const { return QDir(m_dir.path()).relativeFilePath(m_project); }
    void breakDev() const
    {
        const QString overlay = QStringLiteral("overlays/dev/kustomization.yaml");
        write(QStringLiteral("overlays/dev/env.yaml"), merge);
        write(overlay, bytes(overlay) + "- path: env.yaml\n"); // patches are what it ends with
    }

private Q_SLOTS:
    void init()
    {
        m_project = m_dir.filePath(QStringLiteral("shop-%1").arg(++m_folders));
        QVERIFY(manifest::createProject(m_project, {}).has_value());
    }

    void placesOutsideTheWorkingDirectoryAreWhole()
    {
        breakDev();
        QTemporaryDir elsewhere;
        const Outcome text = sluice({QStringLiteral("lint"), m_project}, elsewhere.path());
        const QByteArray place = QFile::encodeName(QDir(m_project).canonicalPath()) + "/overlays/dev/";
        QVERIFY2(text.data.contains(place) && !text.data.contains("../"), text.data.constData());
        const Outcome sarif =
            sluice({QStringLiteral("lint"), m_project, QStringLiteral("--output"), QStringLiteral("sarif")},
                   elsewhere.path());
        QVERIFY2(sarif.data.contains("\"uri\": \"file://" + place), sarif.data.constData());
    }

    void aNewProjectIsClean()
    {
        const Outcome outcome = sluice({QStringLiteral("lint"), name(), QStringLiteral("--strict")});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.data.isEmpty(), outcome.data.constData());
    }

    void anErrorIsToldWithItsLine()
    {
        breakDev();
        const Outcome outcome = sluice({QStringLiteral("lint"), name()});
        QCOMPARE(outcome.code, 1);
        const QByteArray line = outcome.data.left(outcome.data.indexOf('\n'));
        QVERIFY2(line.startsWith(name().toUtf8() + "/overlays/dev/env.yaml:8"), line.constData());
        QVERIFY2(line.contains("error: ") && line.endsWith("[merge-list]"), line.constData());
        QVERIFY(outcome.words.contains(QStringLiteral("1 error")));

        QCOMPARE(
            sluice({QStringLiteral("lint"), name(), QStringLiteral("--env"), QStringLiteral("none")}).code,
            2);
        QCOMPARE(sluice({QStringLiteral("lint"), name() + QStringLiteral("-not")}).code, 2);
        QCOMPARE(
            sluice({QStringLiteral("lint"), name(), QStringLiteral("--format"), QStringLiteral("xml")}).code,
            2);
    }

    void fixesAreMadeAndShown()
    {
        breakDev();
        const Outcome outcome = sluice({QStringLiteral("lint"), name(), QStringLiteral("--fix")});
        QVERIFY2(outcome.code == 0, outcome.data.constData());
        QVERIFY2(outcome.words.contains(QStringLiteral("+- op: test")), qPrintable(outcome.words));
        QVERIFY(!QFile::exists(m_project + QStringLiteral("/overlays/dev/env.yaml")));
        QVERIFY(bytes(QStringLiteral("overlays/dev/env-containers.yaml")).contains("value: debug"));
        const Outcome render =
            sluice({QStringLiteral("render"), name(), QStringLiteral("--env"), QStringLiteral("dev")});
        QCOMPARE(render.code, 0);
        QVERIFY(render.data.contains("value: debug"));
        QVERIFY(render.data.contains("image: ghcr.io/example/python-api-base"));
    }

    void sarifGoesToTheOutput()
    {
        breakDev();
        const Outcome outcome = sluice({QStringLiteral("lint"), name(), QStringLiteral("--format=sarif")});
        QCOMPARE(outcome.code, 1);
        const auto log = base::Json::parse(outcome.data.toStdString(), nullptr, false);
        QVERIFY(!log.is_discarded());
        COMPARE_JSON(log["runs"][0]["results"][0]["ruleId"], base::Json("merge-list"));
    }

    void rulesAreListed()
    {
        const Outcome outcome = sluice({QStringLiteral("lint"), QStringLiteral("--rules")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.data.contains("merge-list (error)\n"));
    }

    void whatKustomizeRendersIsJudged()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("kubectl")).isEmpty()
            && QStandardPaths::findExecutable(QStringLiteral("kustomize")).isEmpty())
            QSKIP("neither kustomize nor kubectl is here");
        write(QStringLiteral("overlays/dev/kustomization.yaml"),
              bytes(QStringLiteral("overlays/dev/kustomization.yaml"))
                  + "configMapGenerator:\n- name: more\n  literals: [a=b]\nimages:\n- name: "
                    "ghcr.io/example/python-api-base\n  newTag: latest\n");
        const Outcome outcome = sluice({QStringLiteral("lint"), name()});
        QVERIFY2(outcome.data.contains("[image-latest] (dev)"), outcome.data.constData());
        QVERIFY(!outcome.data.contains("[not-rendered]"));
    }
};

QTEST_GUILESS_MAIN(TestLintVerb)
#include "tst_lint_verb.moc"
