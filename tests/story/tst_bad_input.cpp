// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "manifest/create.h"
#include "sandbox/http/sandbox_cluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace sluice;

namespace {

struct Outcome {
    int code = -1;
    QString words; ///< standard error
    QByteArray data; ///< standard output
};

QByteArray bomb()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        text += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + alias;
        for (int k = 0; k < 9; ++k)
            text += ", " + alias;
        text += "]\n";
    }
    return text;
}

} // namespace

/// Everything that may be wrong with files, kubeconfig and cluster, told by the real program: its exit code, and words
/// with the place and the next step.
class TestBadInput : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    int m_folders = 0;
    QString m_project;
    sandbox::SandboxCluster m_cluster;

    Outcome sluice(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"KUBECONFIG", "HTTPS_PROXY", "https_proxy", "LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("HOME"), m_dir.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_dir.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SLUICE_PROGRAM), arguments);
        if (!process.waitForFinished(120000))
            qFatal("it hangs");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError()), process.readAllStandardOutput()};
    }
    QByteArray bytes(const QString &name) const
    {
        QFile file(m_project + QLatin1Char('/') + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_project + QLatin1Char('/') + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    void replace(const QString &name, const QByteArray &from, const QByteArray &to) const
    {
        QByteArray text = bytes(name);
        if (!text.contains(from))
            qFatal("%s has no %s", qPrintable(name), from.constData());
        write(name, text.replace(from, to));
    }
    QString kubeconfig(const QByteArray &cluster, const QByteArray &user) const
    {
        write(QStringLiteral("../kubeconfig"),
              "current-context: c\ncontexts:\n- {name: c, context: {cluster: k, user: u}}\nclusters:\n- "
              "name: k\n  cluster: {"
                  + cluster + "}\nusers:\n- name: u\n  user: {" + user + "}\n");
        return QFileInfo(m_project + QStringLiteral("/../kubeconfig")).absoluteFilePath();
    }
    QByteArray server() const
    {
        return "server: '" + m_cluster.endpoint().url.toUtf8()
            + "', certificate-authority-data: " + m_cluster.endpoint().caPem.toBase64();
    }
    static QByteArray token(const QString &token) { return "token: '" + token.toUtf8() + '\''; }

    static void check(const Outcome &outcome, int code, const QStringList &lines)
    {
        QVERIFY2(outcome.code == code,
                 qPrintable(QStringLiteral("exit code %1:\n%2").arg(outcome.code).arg(outcome.words)));
        for (const QString &line : lines)
            QVERIFY2(outcome.words.contains(line),
                     qPrintable(QStringLiteral("no “%1” in\n%2").arg(line, outcome.words)));
        QVERIFY2(outcome.data.isEmpty(), outcome.data.constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        sandbox::SandboxOptions options;
        options.speed = 60;
        const auto endpoint = m_cluster.start(options);
        QVERIFY2(endpoint, endpoint ? "" : qPrintable(base::debugText(endpoint.error())));
    }

    void init()
    {
        m_project = m_dir.filePath(QStringLiteral("%1/project").arg(++m_folders));
        QVERIFY(manifest::createProject(m_project, {}));
    }

    void optionsThatNobodyKnows()
    {
        check(sluice({QStringLiteral("render"), m_project, QStringLiteral("--enviroment"),
                      QStringLiteral("prod")}),
              2, {QStringLiteral("enviroment"), QStringLiteral("sluice render --help")});
        // Qt's own are its window's, and no other verb's.
        const QStringList reverse{QStringLiteral("-reverse"), QStringLiteral("-style=Fusion"),
                                  QStringLiteral("-platform"), QStringLiteral("offscreen")};
        const Outcome help = sluice(reverse + QStringList{QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.data.contains("sluice"));
        check(sluice(QStringList{QStringLiteral("render"), m_project} + reverse), 2,
              {QStringLiteral("sluice render --help")});
    }

    void files_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from"); ///< empty: all
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("lines");
        const QString overlay = QStringLiteral("overlays/prod/kustomization.yaml");
        const QString service = QStringLiteral("base/service.yaml");
        const QString correct = QStringLiteral("  Correct the value. Nothing was written or sent.");
        const QString text = QStringLiteral("  Correct the text at that place. Nothing was changed.");
        const auto row = [](const char *name, const QString &file, const QByteArray &from,
                            const QByteArray &to,
                            const QStringList &lines) { QTest::newRow(name) << file << from << to << lines; };
        row("missing base", overlay, "../../base", "../../bas",
            {QStringLiteral("sluice: Not acceptable: resources (overlays/prod/kustomization.yaml:5)"),
             QStringLiteral("There is no file or folder ../../bas. Correct the path or add it."), correct});
        row("missing patch", overlay, "path: service-scaling.yaml", "path: gone.yaml",
            {QStringLiteral("overlays/prod/kustomization.yaml:7"),
             QStringLiteral("There is no file or folder gone.yaml."), correct});
        row("cycle", QStringLiteral("base/kustomization.yaml"), "- service.yaml", "- ../overlays/prod",
            {QStringLiteral("base/kustomization.yaml:4"),
             QStringLiteral(
                 "These folders build on each other in a circle: overlays/prod → base → overlays/prod."),
             correct});
        row("outside", overlay, "../../base", "../../../base",
            {QStringLiteral("overlays/prod/kustomization.yaml:5"),
             QStringLiteral("leads out of the project's folder"), correct});
        row("remote base", overlay, "../../base", "https://github.com/example/app//base?ref=v1",
            {QStringLiteral("overlays/prod/kustomization.yaml:5"),
             QStringLiteral("would be fetched from the network"), correct});
        row("malformed", service, "spec:\n", "spec: [\n",
            {QStringLiteral("sluice: Cannot read base/service.yaml:"), QStringLiteral("This is not YAML: "),
             text});
        row("not UTF-8", service, "kind: Service", "kind: \xff\xfe",
            {QStringLiteral("sluice: Cannot read base/service.yaml:"), QStringLiteral("not UTF-8"), text});
        row("10 MB", service, {}, "# big\n" + QByteArray(10 * 1024 * 1024, '#'),
            {QStringLiteral("sluice: Cannot read base/service.yaml"),
             QStringLiteral("at most 3145728 are read"), text});
        row("alias bomb", service, {}, bomb(),
            {QStringLiteral("sluice: Cannot read base/service.yaml:"),
             QStringLiteral("The aliases of this file stand for more than"), text});
        row("too deep", service, {}, QByteArray(5000, '[') + QByteArray(5000, ']'),
            {QStringLiteral("sluice: Cannot read base/service.yaml:"),
             QStringLiteral("nested deeper than 64 levels"), text});
        row("the same key twice", service, "kind: Service", "kind: Service\nkind: Service",
            {QStringLiteral("sluice: Cannot read base/service.yaml:"),
             QStringLiteral("The key kind is here twice."), text});
    }
    void files()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QStringList, lines);
        if (from.isEmpty())
            write(file, to);
        else
            replace(file, from, to);
        const QByteArray before = bytes(file);
        const QString env = QStringLiteral("--env=prod");
        check(sluice({QStringLiteral("render"), m_project, env}), 2, lines);
        check(sluice({QStringLiteral("diff"), m_project, env, QStringLiteral("--sandbox")}), 2, lines);
        check(sluice({QStringLiteral("apply"), m_project, env, QStringLiteral("--sandbox")}), 2, lines);
        QCOMPARE(bytes(file), before);
    }

    void theOtherEnvironmentsStillRender()
    {
        replace(QStringLiteral("overlays/staging/kustomization.yaml"), "../../base", "../../bas");
        const Outcome outcome = sluice({QStringLiteral("render"), m_project, QStringLiteral("--env=prod")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.data.contains("kind: Service"));
    }

    void kubeconfigs_data()
    {
        QTest::addColumn<QByteArray>("cluster"); ///< empty: of the sandbox
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("lines");
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QByteArray nobody = "127.0.0.1:" + QByteArray::number(closed.serverPort());
        closed.close();
        sandbox::SandboxCluster other; // whose authority is another
        QVERIFY(other.start());
        const QByteArray exec =
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: sluice-no-such-login, "
            "interactiveMode: Never, installHint: get it at the counter}";
        const auto row = [](const char *name, const QByteArray &cluster, const QByteArray &user, int code,
                            const QStringList &lines) {
            QTest::newRow(name) << cluster << user << code << lines;
        };
        row("missing file", "server: https://" + nobody + ", certificate-authority: /no/such/ca.pem",
            "token: t", 2,
            {QStringLiteral("sluice: No such file or folder: /no/such/ca.pem"),
             QStringLiteral("  Check the name, or choose another one.")});
        row("missing token file", {}, "tokenFile: /no/such/token", 2,
            {QStringLiteral("sluice: Token file /no/such/token not readable"),
             QStringLiteral(
                 "  Check tokenFile of the user in the kubeconfig and the permissions of the file.")});
        row("unknown exec plugin", {}, exec, 2,
            {QStringLiteral("sluice: Credential plugin sluice-no-such-login not found"),
             QStringLiteral("get it at the counter"),
             QStringLiteral("  Install the command, or give its full path in the kubeconfig.")});
        row("expired token", {}, "token: long-gone", 2,
            {QStringLiteral("sluice: "), QStringLiteral("  Sign in again the way your cluster asks for")});
        row("unreachable", "server: https://" + nobody, "token: t", 2,
            {QStringLiteral("sluice: Connection refused by ") + QString::fromLatin1(nobody),
             QStringLiteral("  Check that the cluster runs and that the context names the right server, then "
                            "try again.")});
        row("certificate of another authority",
            "server: '" + m_cluster.endpoint().url.toUtf8()
                + "', certificate-authority-data: " + other.endpoint().caPem.toBase64(),
            "token: t", 2,
            {QStringLiteral("sluice: Certificate of 127.0.0.1:"), QStringLiteral("not trusted"),
             QStringLiteral("  Ask the owner of the cluster for its certificate authority and put it into "
                            "the kubeconfig.")});
        row("certificate that does not match", server() + ", tls-server-name: elsewhere.example", "token: t",
            2,
            {QStringLiteral("sluice: Certificate does not match 127.0.0.1:"),
             QStringLiteral(
                 "  Use a host name that the certificate names, or set tls-server-name in the kubeconfig.")});
        row("https proxy", server() + ", proxy-url: 'https://proxy:3129'", "token: t", 2,
            {QStringLiteral("clusters[k].proxy-url"), QStringLiteral("is not supported"),
             QStringLiteral("  Correct the value. Nothing was written or sent.")});
        row("forbidden namespace", {}, token(m_cluster.endpoint().developerToken), 1,
            {QStringLiteral("my-api"), QStringLiteral("forbidden")});
    }
    void kubeconfigs()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QByteArray, user);
        QFETCH(int, code);
        QFETCH(QStringList, lines);
        const QString file = kubeconfig(cluster.isEmpty() ? server() : cluster, user);
        const QStringList shared{m_project, QStringLiteral("--env=prod"), QStringLiteral("--context=c"),
                                 QStringLiteral("--kubeconfig"), file};
        const Outcome apply = sluice(
            QStringList{QStringLiteral("apply")} + shared
            + QStringList{QStringLiteral("--create-namespace"), QStringLiteral("--allow-credential-plugin")});
        QVERIFY2(apply.code == code,
                 qPrintable(QStringLiteral("exit code %1:\n%2").arg(apply.code).arg(apply.words)));
        for (const QString &line : lines)
            QVERIFY2(apply.words.contains(line),
                     qPrintable(QStringLiteral("no “%1” in\n%2").arg(line, apply.words)));
        const Outcome diff = sluice(QStringList{QStringLiteral("diff")} + shared
                                    + QStringList{QStringLiteral("--allow-credential-plugin")});
        QVERIFY2(diff.code == 2, qPrintable(diff.words));
        QVERIFY(!apply.words.contains(QStringLiteral("long-gone"))
                && !diff.words.contains(QStringLiteral("long-gone")));
    }

    void aServerThatSaysNothing()
    {
        QTcpServer silent; // takes connections and never speaks
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString file =
            kubeconfig("server: https://127.0.0.1:" + QByteArray::number(silent.serverPort()), "token: t");
        const Outcome outcome = sluice({QStringLiteral("apply"), m_project, QStringLiteral("--env=prod"),
                                        QStringLiteral("--context=c"), QStringLiteral("--kubeconfig"), file,
                                        QStringLiteral("--request-timeout=300ms")});
        check(
            outcome, 4,
            {QStringLiteral("sluice: No answer in time: 127.0.0.1:%1").arg(silent.serverPort()),
             QStringLiteral("  Nothing came within 300 ms."),
             QStringLiteral("  Try again. For requests to a cluster, --request-timeout allows more time.")});
    }

    void refusedByAdmission()
    {
        replace(QStringLiteral("overlays/prod/service-scaling.yaml"), "\"20\"", "\"-1\"");
        const QString file = kubeconfig(server(), token(m_cluster.endpoint().token));
        const Outcome outcome = sluice({QStringLiteral("apply"), m_project, QStringLiteral("--env=prod"),
                                        QStringLiteral("--context=c"), QStringLiteral("--kubeconfig"), file,
                                        QStringLiteral("--create-namespace")});
        QVERIFY2(outcome.code == 1, qPrintable(QString::number(outcome.code) + outcome.words));
        QVERIFY2(outcome.words.contains(
                     QStringLiteral("expected 0 <= -1 <= 2147483647: "
                                    "spec.template.metadata.annotations.autoscaling.knative.dev/max-scale")),
                 qPrintable(outcome.words.section(QStringLiteral("sluice: "), -1)));
    }

    void aFolderThatCannotBeWritten()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may write anywhere; the read-only save is shown in tst_manifest_edits");
        const QString parent = m_dir.filePath(QStringLiteral("locked"));
        QVERIFY(QDir().mkpath(parent));
        QVERIFY(QFile::setPermissions(parent, QFile::ReadOwner | QFile::ExeOwner));
        const Outcome outcome = sluice({QStringLiteral("new"), parent + QStringLiteral("/shop")});
        check(outcome, 2,
              {QStringLiteral("sluice: No permission for "),
               QStringLiteral("  Change the permissions, or choose another folder. Your edits are kept.")});
        QFile::setPermissions(parent, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
