// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/config/credential_sources.h"

#include <QCoroTask>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::kube;
using base::AuthError;

namespace {

const QString v1 = QStringLiteral("client.authentication.k8s.io/v1");

QByteArray answer(const QByteArray &status, const QByteArray &version = "v1")
{
    return "{\"apiVersion\":\"client.authentication.k8s.io/" + version
        + "\",\"kind\":\"ExecCredential\",\"status\":{" + status + "}}";
}

/// Answers as the test says and counts.
class FakeRunner final : public base::ProcessRunner {
public:
    base::Result<base::ProcessOutput> output;
    std::vector<base::ProcessRequest> requests;
    QString program;

    base::Task<base::ProcessOutput> run(base::ProcessRequest request, std::stop_token) override
    {
        requests.push_back(std::move(request));
        return give(output);
    }
    QString find(const QString &) const override { return program; }

private:
    static base::Task<base::ProcessOutput> give(base::Result<base::ProcessOutput> result)
    {
        co_return result;
    }
};

class FakeConsent final : public ConsentSource {
public:
    bool allowed = true;
    std::vector<ExecConsentRequest> requests;
    base::Task<bool> allow(ExecConsentRequest request, std::stop_token) override
    {
        requests.push_back(std::move(request));
        return give(allowed);
    }

private:
    static base::Task<bool> give(bool value) { co_return base::Result<bool>(value); }
};

struct Bench {
    QTemporaryDir dir;
    std::shared_ptr<base::ManualClock> clock =
        std::make_shared<base::ManualClock>(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    std::shared_ptr<FakeRunner> runner = std::make_shared<FakeRunner>();
    std::shared_ptr<FakeConsent> consent = std::make_shared<FakeConsent>();
    ExecPlugin plugin;
    std::shared_ptr<CredentialSource> source;

    Bench()
    {
        runner->program = dir.filePath(QStringLiteral("login"));
        write(runner->program, "program");
        plugin.apiVersion = v1;
        plugin.command = QStringLiteral("login");
        plugin.arguments = {QStringLiteral("token")};
        plugin.environment = {{QStringLiteral("A"), QStringLiteral("b")}};
        plugin.installHint = QStringLiteral("install it");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void says(const QByteArray &text, int exitCode = 0, const QByteArray &errors = {})
    {
        runner->output = base::ProcessOutput{exitCode, text, errors};
    }
    base::Result<Credential> ask()
    {
        if (!source) {
            Connection connection;
            connection.context = QStringLiteral("prod");
            connection.credentials = plugin;
            source = makeCredentialSource(connection, {runner, clock, consent});
        }
        return QCoro::waitFor(source->credential({}));
    }
};

base::Result<Credential> ask(const CredentialSpec &spec, const std::shared_ptr<base::ManualClock> &clock)
{
    Connection connection;
    connection.credentials = spec;
    return QCoro::waitFor(makeCredentialSource(connection, {nullptr, clock, nullptr})->credential({}));
}

} // namespace

class KubeCredentialsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fixedOnes()
    {
        const Bench bench;
        QCOMPARE(ask({}, bench.clock)->authorization, QByteArray());
        QCOMPARE(ask(StaticToken{"t"}, bench.clock)->authorization, QByteArray("Bearer t"));
        QCOMPARE(ask(BasicAuth{QStringLiteral("u"), QStringLiteral("p")}, bench.clock)->authorization,
                 QByteArray("Basic dTpw"));
    }

    void aPluginRunsOnceUntilItsCredentialExpires()
    {
        Bench bench;
        bench.plugin.clusterInfoJson = "{\"server\":\"https://h\"}";
        bench.says(answer("\"token\":\"one\",\"expirationTimestamp\":\"2026-11-23T12:10:00Z\""));
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer one"));
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer one"));
        QCOMPARE(bench.runner->requests.size(), size_t(1));
        const base::ProcessRequest &request = bench.runner->requests.front();
        QCOMPARE(request.program, bench.runner->program);
        QCOMPARE(request.environment.value(QStringLiteral("A")), QStringLiteral("b"));
        QCOMPARE(
            request.environment.value(QStringLiteral("KUBERNETES_EXEC_INFO")),
            QStringLiteral("{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                           "\"spec\":{\"cluster\":{\"server\":\"https://h\"},\"interactive\":false}}"));
        bench.clock->advance(600'000);
        bench.says(answer("\"token\":\"two\""));
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer two"));
        bench.clock->advance(1'000'000'000); // without an expiry: until the program ends
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer two"));
        QCOMPARE(bench.runner->requests.size(), size_t(2));
    }

    void aRefusalForcesANewRun()
    {
        Bench bench;
        bench.says(answer("\"token\":\"one\""));
        const Credential one = *bench.ask();
        bench.says(answer("\"token\":\"two\""));
        QVERIFY(bench.source->refused(one));
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer two"));
        QVERIFY(bench.source->refused(one)); // a late answer to an old credential
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer two"));
        QCOMPARE(bench.runner->requests.size(), size_t(2));
    }

    void certificatesOfAPlugin()
    {
        Bench bench;
        bench.says(answer("\"clientCertificateData\":\"C\",\"clientKeyData\":\"K\""));
        const auto credential = bench.ask();
        QVERIFY(credential && credential->authorization.isEmpty());
        QCOMPARE(credential->certificate->keyPem, QByteArray("K"));
    }

    void consentKnowsPathAndContent()
    {
        Bench bench;
        bench.consent->allowed = false;
        bench.says(answer("\"token\":\"one\""));
        const auto refused = bench.ask();
        QCOMPARE(refused.error().get_if<AuthError>()->kind, AuthError::Kind::ConsentNeeded);
        QVERIFY(bench.runner->requests.empty());
        const QString key = bench.consent->requests.front().key();
        QVERIFY(key.startsWith(bench.runner->program + QLatin1Char('#')));
        QCOMPARE(bench.consent->requests.front().context, QStringLiteral("prod"));
        Bench::write(bench.runner->program, "another program");
        (void)bench.ask();
        QVERIFY(bench.consent->requests.back().key() != key);
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("kind");
        const int failed = int(AuthError::Kind::PluginFailed);
        QTest::newRow("exit code") << answer("\"token\":\"t\"") << 1 << failed;
        QTest::newRow("nothing") << QByteArray() << 0 << failed;
        QTest::newRow("garbage") << QByteArray("Please log in: https://x") << 0 << failed;
        QTest::newRow("another kind")
            << QByteArray("{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}") << 0 << failed;
        QTest::newRow("no credential") << answer("") << 0 << failed;
        QTest::newRow("half a pair") << answer("\"clientKeyData\":\"K\"") << 0 << failed;
        QTest::newRow("broken time") << answer("\"token\":\"t\",\"expirationTimestamp\":\"soon\"") << 0
                                     << failed;
        QTest::newRow("expired") << answer("\"token\":\"t\",\"expirationTimestamp\":\"2026-11-23T11:59:59Z\"")
                                 << 0 << int(AuthError::Kind::Expired);
        QTest::newRow("another version")
            << answer("\"token\":\"t\"", "v1beta1") << 0 << int(AuthError::Kind::PluginUnsupported);
    }
    void failures()
    {
        QFETCH(QByteArray, output);
        QFETCH(int, exitCode);
        QFETCH(int, kind);
        Bench bench;
        bench.says(output, exitCode, "cannot reach the login server\n");
        const auto credential = bench.ask();
        QVERIFY(!credential);
        const auto *error = credential.error().get_if<AuthError>();
        QVERIFY(error);
        QCOMPARE(int(error->kind), kind);
        QCOMPARE(error->subject, QStringLiteral("login"));
        QVERIFY(!error->detail.contains(QLatin1String("log in: https"))); // its output may be a credential
        if (exitCode != 0)
            QCOMPARE(error->detail, QStringLiteral("cannot reach the login server"));
        bench.says(answer("\"token\":\"later\""));
        QCOMPARE(bench.ask()->authorization, QByteArray("Bearer later")); // a failure is not kept
    }

    void aMissingPluginSaysHowToGetIt()
    {
        Bench bench;
        bench.runner->program.clear();
        const auto credential = bench.ask();
        QCOMPARE(credential.error().get_if<AuthError>()->kind, AuthError::Kind::PluginMissing);
        QCOMPARE(credential.error().get_if<AuthError>()->detail, QStringLiteral("install it"));
    }

    void aPluginThatNeedsATerminal()
    {
        Bench bench;
        bench.plugin.interactiveMode = ExecPlugin::InteractiveMode::Always;
        QCOMPARE(bench.ask().error().get_if<AuthError>()->kind, AuthError::Kind::PluginUnsupported);
        QVERIFY(bench.runner->requests.empty());
    }

    void aPluginThatHangs()
    {
        Bench bench;
        bench.runner->output = base::fail(base::TimeoutError{QStringLiteral("login"), 60000});
        QVERIFY(bench.ask().error().is<base::TimeoutError>());
    }

    void aTokenFileIsReadAgain()
    {
        Bench bench;
        const QString path = bench.dir.filePath(QStringLiteral("token"));
        Connection connection;
        connection.credentials = TokenFile{path};
        const auto source = makeCredentialSource(connection, {nullptr, bench.clock, nullptr});
        const auto token = [&] { return QCoro::waitFor(source->credential({})); };
        QCOMPARE(token().error().get_if<AuthError>()->kind, AuthError::Kind::TokenFile);
        Bench::write(path, " one\n");
        const Credential one = *token();
        QCOMPARE(one.authorization, QByteArray("Bearer one"));
        Bench::write(path, "two");
        QCOMPARE(token()->authorization, QByteArray("Bearer one"));
        bench.clock->advance(60'000);
        QCOMPARE(token()->authorization, QByteArray("Bearer two"));
        Bench::write(path, "three");
        QVERIFY(source->refused(*token()));
        QCOMPARE(token()->authorization, QByteArray("Bearer three"));
        QVERIFY(!source->refused(*token())); // the file still says the same
        QVERIFY(QFile::remove(path));
        bench.clock->advance(60'000);
        QCOMPARE(token()->authorization, QByteArray("Bearer three"));
    }
};

QTEST_GUILESS_MAIN(KubeCredentialsTest)
#include "tst_kube_credentials.moc"
