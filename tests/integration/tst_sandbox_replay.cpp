// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what was once sent to a real cluster (tests/data/recordings) to a whole sandbox over https, in the order of that
// day, and compares the answers.
#include "normalise.h"
#include "sandbox/http/sandbox_cluster.h"
#include "support/tls_client.h"

#include <QFile>
#include <QTest>

using namespace sluice;
using namespace sluice::tests;
using base::Json;

namespace {

const QByteArray services = "/apis/serving.knative.dev/v1/namespaces/shop/services";

Json readRecording(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/recordings/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return Json::parse(file.readAll().toStdString());
}

Json parsed(const QByteArray &body)
{
    Json value = Json::parse(body.toStdString(), nullptr, false);
    return value.is_discarded() ? Json(body.toStdString()) : value;
}

} // namespace

class TestSandboxReplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void exchanges_data();
    void exchanges();
    void validation_data();
    void validation();

private:
    enum class As { Admin, Ana, Nobody };

    TlsClient::Answer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                           const QByteArray &contentType = {}, As as = As::Admin);
    void settle() { m_cluster.advance(5'000); }
    void prepare(const QString &exchange);
    QByteArray bodyOf(const QString &exchange, const Json &request);
    QByteArray targetOf(const QString &exchange, const Json &request);

    sandbox::SandboxCluster m_cluster;
    std::unique_ptr<TlsClient> m_client;
    QByteArray m_continue; ///< of the last list
    QByteArray m_stale; ///< the Service as it was before a later change
};

void TestSandboxReplay::initTestCase()
{
    sandbox::SandboxOptions options;
    options.paused = true; // time moves in settle() alone
    options.developerNamespaces = {QStringLiteral("elsewhere")};
    const auto endpoint = m_cluster.start(options);
    QVERIFY(endpoint.has_value());
    m_client = std::make_unique<TlsClient>();
    QVERIFY(m_client->connectTo(endpoint->port, endpoint->caPem));
    settle();
    // As the recorded cluster was set up.
    QCOMPARE(send("POST", "/api/v1/namespaces", R"({"metadata":{"name":"shop"}})", "application/json").status,
             201);
    const QByteArray configMaps = "/api/v1/namespaces/knative-serving/configmaps/";
    QCOMPARE(send("PATCH", configMaps + "config-domain", R"({"data":{"example.com":""}})",
                  "application/merge-patch+json")
                 .status,
             200);
    QCOMPARE(send("PATCH", configMaps + "config-deployment",
                  R"({"data":{"registries-skipping-tag-resolving":"ghcr.io"}})",
                  "application/merge-patch+json")
                 .status,
             200);
    settle();
}

void TestSandboxReplay::cleanupTestCase()
{
    m_cluster.stop();
}

TlsClient::Answer TestSandboxReplay::send(const QByteArray &method, const QByteArray &target,
                                          const QByteArray &body, const QByteArray &contentType, As as)
{
    QList<QByteArray> headers{"Accept: application/json", "User-Agent: Python-urllib/3.11"};
    if (!contentType.isEmpty())
        headers.append("Content-Type: " + contentType);
    m_client->token.clear();
    if (as != As::Nobody)
        m_client->token =
            (as == As::Admin ? m_cluster.endpoint().token : m_cluster.endpoint().developerToken).toLatin1();
    m_client->request(method, target, body, headers);
    return m_client->answer().value_or(TlsClient::Answer{});
}

void TestSandboxReplay::exchanges_data()
{
    QTest::addColumn<As>("as");
    const auto row = [](const char *name, As as = As::Admin) { QTest::newRow(name) << as; };
    row("create-service");
    row("already-exists");
    row("ssa-conflict");
    row("ssa-force");
    row("get-with-managed-fields");
    row("traffic-only");
    row("missing-revision");
    row("dry-run-apply");
    row("json-patch");
    row("json-patch-test-fails");
    row("strategic-patch-on-cr");
    row("list-limit-1");
    row("list-continue");
    row("list-bad-continue");
    row("list-label-selector");
    row("watch-initial-events");
    row("watch-too-old");
    row("update-stale");
    row("not-found");
    row("no-such-resource");
    row("unauthorized", As::Nobody);
    row("forbidden", As::Ana);
    row("self-subject-review", As::Ana);
    row("ssar-allowed");
    row("ssar-denied", As::Ana);
    row("ssrr", As::Ana);
    row("bad-json");
    row("unknown-field-strict");
    row("unknown-field-warn");
    row("defaulting-dry-run");
    row("byo-name-unchanged");
    row("delete");
}

/// What had been done between two recorded exchanges.
void TestSandboxReplay::prepare(const QString &exchange)
{
    static const QStringList later{QStringLiteral("ssa-force"), QStringLiteral("get-with-managed-fields"),
                                   QStringLiteral("missing-revision"), QStringLiteral("dry-run-apply")};
    if (later.contains(exchange))
        settle();
    if (exchange == u"dry-run-apply") {
        QCOMPARE(send("PATCH", services + "/hello",
                      R"({"spec":{"traffic":[{"latestRevision":true,"percent":100}]}})",
                      "application/merge-patch+json")
                     .status,
                 200);
        settle();
    } else if (exchange == u"json-patch") {
        m_stale = send("GET", services + "/hello").body;
    } else if (exchange == u"byo-name-unchanged") {
        QCOMPARE(send("POST", services,
                      R"({"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"byo"},
                          "spec":{"template":{"metadata":{"name":"byo-one"},
                                  "spec":{"containers":[{"image":"ghcr.io/acme/hello:1"}]}}}})",
                      "application/json")
                     .status,
                 201);
    }
}

QByteArray TestSandboxReplay::bodyOf(const QString &exchange, const Json &request)
{
    if (exchange == u"update-stale")
        return m_stale;
    const Json body = request.value("body", Json());
    if (body.is_null())
        return {};
    return QByteArray::fromStdString(body.is_string() ? body.get<std::string>() : body.dump());
}

QByteArray TestSandboxReplay::targetOf(const QString &exchange, const Json &request)
{
    if (exchange == u"watch-initial-events") // recorded by its body alone
        return services
            + "?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
              "&timeoutSeconds=1";
    if (exchange == u"list-continue")
        return "/apis/serving.knative.dev/v1/namespaces/shop/revisions?limit=1&continue=" + m_continue;
    return QByteArray::fromStdString(request.value("path", ""));
}

void TestSandboxReplay::exchanges()
{
    QFETCH(As, as);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Json recording = readRecording(QStringLiteral("exchanges/%1.json").arg(name));
    const Json request = recording.value("request", Json::object());
    prepare(name);

    const Json contentType = request.value("contentType", Json());
    const auto answer =
        send(QByteArray::fromStdString(request.value("method", "GET")), targetOf(name, request),
             bodyOf(name, request),
             contentType.is_string() ? QByteArray::fromStdString(contentType.get<std::string>()) : "", as);
    if (name == u"watch-initial-events") {
        const QList<QByteArray> recorded =
            QByteArray::fromStdString(recording["body"].get<std::string>()).trimmed().split('\n');
        const QList<QByteArray> got = answer.body.trimmed().split('\n');
        QCOMPARE(got.size(), recorded.size());
        for (qsizetype i = 0; i < got.size(); ++i) {
            for (const std::string &line :
                 differences(normalised(parsed(recorded[i])), normalised(parsed(got[i]))))
                QFAIL(line.c_str());
        }
        return;
    }

    Json recorded = recording["response"]["body"];
    Json got = parsed(answer.body);
    m_continue = QByteArray::fromStdString(base::textAt(got, "metadata.continue"));
    for (Json *body : {&recorded, &got}) {
        if (body->is_object() && body->contains("message"))
            (*body)["message"] = withoutGoValues((*body)["message"].get<std::string>());
    }
    std::vector<std::string> lines = differences(normalised(recorded), normalised(got));
    const Json recordedHeaders = recording["response"]["headers"];
    Json headers = Json::object();
    for (const auto &[key, value] : recordedHeaders.items())
        headers[key] = answer.header(QByteArray::fromStdString(key)).toStdString();
    for (const std::string &line : differences(recordedHeaders, headers))
        lines.push_back("header " + line);
    for (const std::string &line : lines)
        qWarning("%s", line.c_str());
    QCOMPARE(answer.status, recording["response"]["code"].get<int>());
    QVERIFY2(lines.empty(), "the answer differs in the lines above");
}

void TestSandboxReplay::validation_data()
{
    QTest::addColumn<QByteArray>("recorded");
    const Json cases = readRecording(QStringLiteral("validation.json"));
    for (const auto &[name, recorded] : cases.items())
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(recorded.dump());
}

void TestSandboxReplay::validation()
{
    QFETCH(QByteArray, recorded);
    const Json expected = parsed(recorded);
    Json object = expected["object"];
    object["apiVersion"] = "serving.knative.dev/v1";
    object["kind"] = "Service";
    const auto answer =
        send("POST", services + "?dryRun=All", QByteArray::fromStdString(object.dump()), "application/json");
    const Json got = parsed(answer.body);
    QCOMPARE(answer.status, expected["code"].get<int>());
    if (answer.status >= 400) {
        QCOMPARE(QByteArray::fromStdString(withoutGoValues(got.value("message", ""))),
                 QByteArray::fromStdString(withoutGoValues(expected.value("message", ""))));
        QCOMPARE(QByteArray::fromStdString(got.value("reason", "")),
                 QByteArray::fromStdString(expected.value("reason", "")));
    }
    const Json causes =
        got.is_object() && got.contains("details") ? got["details"].value("causes", Json()) : Json();
    QCOMPARE(QByteArray::fromStdString(causes.dump()),
             QByteArray::fromStdString(expected.value("causes", Json()).dump()));
    const Json warning = expected.value("warning", Json());
    QCOMPARE(answer.header("Warning"),
             warning.is_string() ? QByteArray::fromStdString(warning.get<std::string>()) : "");
}

QTEST_GUILESS_MAIN(TestSandboxReplay)
#include "tst_sandbox_replay.moc"
