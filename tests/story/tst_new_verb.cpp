// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome {
    int code = -1;
    QString words; ///< standard error
    QString data; ///< standard output
};

} // namespace

/// `sluice new` with its options, and what is done with the tree afterwards.
class TestNewVerb : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    Outcome run(const QString &program, const QStringList &arguments, const QString &folder = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("LANGUAGE"));
        environment.insert(QStringLiteral("HOME"), m_dir.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_dir.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.isEmpty() ? m_dir.path() : folder);
        process.start(program, arguments);
        if (!process.waitForFinished(300000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardError()),
                QString::fromUtf8(process.readAllStandardOutput())};
    }
    Outcome sluice(const QStringList &arguments) const
    {
        return run(QStringLiteral(SLUICE_PROGRAM), arguments);
    }
    QByteArray bytes(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void everything()
    {
        const Outcome made = sluice({QStringLiteral("new"), QStringLiteral("shop"), QStringLiteral("--all"),
                                     QStringLiteral("--name"), QStringLiteral("shop")});
        QVERIFY2(made.code == 0, qPrintable(made.words));
        const QStringList files = made.data.split(u'\n', Qt::SkipEmptyParts);
        for (const char *part : {"eventing/broker.yaml", "traffic/rollback.yaml", "istio/kustomization.yaml",
                                 "argocd/applications/knative-api.yaml", "adapter/pyproject.toml"}) {
            const QString name = QStringLiteral("shop/") + QLatin1String(part);
            QVERIFY2(files.contains(name), qPrintable(made.data));
            QVERIFY(QFile::exists(m_dir.filePath(name)));
        }
        const Outcome judged =
            sluice({QStringLiteral("lint"), QStringLiteral("shop"), QStringLiteral("--strict")});
        QCOMPARE(judged.data, QString());
        QCOMPARE(judged.code, 0);
        const Outcome applied =
            sluice({QStringLiteral("apply"), QStringLiteral("shop"), QStringLiteral("--env"),
                    QStringLiteral("dev"), QStringLiteral("--sandbox"), QStringLiteral("--wait")});
        QVERIFY2(applied.code == 0, qPrintable(applied.words));
        QCOMPARE(applied.data, QStringLiteral("http://shop.my-api-dev.example.com\n"));
    }

    void optionsReachTheFiles()
    {
        const Outcome made =
            sluice(QStringLiteral("new own --image ghcr.io/acme/own:2.0 -n store --environments "
                                  "qa,uat=store-uat,live --port 9000 --health-path /ok --release 1.20 "
                                  "--eventing --kafka-server a:9092 --kafka-server b:9093 "
                                  "--kafka-topic carts --argocd --repository "
                                  "https://git.example.com/own.git --repository-path deploy/own/ "
                                  "--branch trunk --monitoring")
                       .split(u' '));
        QVERIFY2(made.code == 0, qPrintable(made.words));
        QVERIFY(made.words.contains(QStringLiteral("sluice apply own --env qa --sandbox --wait")));
        QVERIFY(bytes(QStringLiteral("own/base/service.yaml")).contains("image: ghcr.io/acme/own:2.0\n"));
        QVERIFY(bytes(QStringLiteral("own/base/service.yaml")).contains("containerPort: 9000\n"));
        QVERIFY(bytes(QStringLiteral("own/base/service.yaml")).contains("path: /ok\n"));
        QVERIFY(
            bytes(QStringLiteral("own/overlays/qa/kustomization.yaml")).contains("namespace: store-qa\n"));
        QVERIFY(
            bytes(QStringLiteral("own/overlays/uat/kustomization.yaml")).contains("namespace: store-uat\n"));
        QVERIFY(bytes(QStringLiteral("own/overlays/live/kustomization.yaml")).contains("namespace: store\n"));
        QVERIFY(bytes(QStringLiteral("own/sluice.yaml")).endsWith("namespace: store\n  production: true\n"));
        const QByteArray source = bytes(QStringLiteral("own/eventing/kafka-source.yaml"));
        QVERIFY2(source.contains("  - a:9092\n  - b:9093\n"), source.constData());
        QVERIFY2(source.contains("  topics:\n  - carts\n"), source.constData());
        const QByteArray set = bytes(QStringLiteral("own/argocd/applicationsets/knative-api-set.yaml"));
        QVERIFY2(set.contains("repoURL: https://git.example.com/own.git\n"), set.constData());
        QVERIFY2(set.contains("path: \"deploy/own/overlays/{{ .env }}\"\n"), set.constData());
        QVERIFY2(set.contains("targetRevision: trunk\n"), set.constData());
        QVERIFY(bytes(QStringLiteral("own/monitoring/prometheus-alerts-knative.yml"))
                    .contains("kn_revision_panic_mode"));
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("own/traffic"))));
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("own/adapter"))));
        const Outcome judged = sluice(QStringLiteral("lint own --strict --release 1.20").split(u' '));
        QVERIFY2(judged.code == 0 && judged.data.isEmpty(), qPrintable(judged.data));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *arguments, const char *words) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromUtf8(words);
        };
        row("--port many", "--port takes a number");
        row("--release new", "--release takes a release");
        row("--release 1.14", "1.14 is no release");
        row("--port 9090", "Knative needs port 9090 for itself");
        row("--environments dev,dev", "two environments named dev");
        row("--environments dev,", "no name for an environment");
        row("--eventing --kafka-server kafka", "no address of a Kafka broker");
    }
    void refuses()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, words);
        const Outcome refused =
            sluice(QStringList{QStringLiteral("new"), QStringLiteral("none")} + arguments.split(u' '));
        QVERIFY2(refused.words.contains(words), qPrintable(refused.words));
        QCOMPARE(refused.code, 2);
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("none"))));
    }

    /// The program's own tests, in an interpreter that has what they need: the one of SLUICE_PYTHON (./dev test makes
    /// it), or the system's.
    void adapterPassesItsTests()
    {
        QString python = qEnvironmentVariable("SLUICE_PYTHON");
        if (python.isEmpty())
            python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty())
            QSKIP("the adapter's tests: there is no python3");
        const Outcome has = run(python,
                                {QStringLiteral("-c"),
                                 QStringLiteral("import cloudevents.core, fastapi, httpx, pytest, uvicorn")});
        if (has.code != 0)
            QSKIP(
                qPrintable(QStringLiteral("the adapter's tests: ") + has.words.trimmed().section(u'\n', -1)));
        const Outcome made =
            sluice({QStringLiteral("new"), QStringLiteral("python"), QStringLiteral("--adapter"),
                    QStringLiteral("--health-path"), QStringLiteral("/ready")});
        QVERIFY2(made.code == 0, qPrintable(made.words));
        const Outcome tested = run(python, QStringLiteral("-m pytest -q -p no:cacheprovider").split(u' '),
                                   m_dir.filePath(QStringLiteral("python/adapter")));
        QVERIFY2(tested.code == 0, qPrintable(tested.data + tested.words));
        QVERIFY2(tested.data.contains(QStringLiteral(" passed"))
                     && !tested.data.contains(QStringLiteral("skipped")),
                 qPrintable(tested.data));
    }
};

QTEST_GUILESS_MAIN(TestNewVerb)
#include "tst_new_verb.moc"
