// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "kube/client/api_client.h"
#include "support/kube/fake_transport.h"

#include <QCoroTask>
#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::kube;
using base::Json;

namespace {

const Gvk serviceGvk{QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")};
const ObjectRef hello{serviceGvk, QStringLiteral("shop"), QStringLiteral("hello")};

QByteArray recording(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/recordings/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json parsed(const QByteArray &text)
{
    return Json::parse(text.constData(), text.constData() + text.size());
}

Response recordedResponse(const char *exchange)
{
    const Json response =
        parsed(recording(QStringLiteral("exchanges/%1.json").arg(QLatin1String(exchange)))).at("response");
    Response result{
        response.at("code").get<int>(), {}, QByteArray::fromStdString(response.at("body").dump())};
    for (const auto &[name, value] : response.at("headers").items())
        result.headers.add(QByteArray::fromStdString(name),
                           QByteArray::fromStdString(value.get<std::string>()));
    return result;
}

/// A client over answers by path; discovery answers as recorded unless the test says otherwise.
struct Bench {
    std::shared_ptr<test::FakeTransport> transport = std::make_shared<test::FakeTransport>();
    QMap<QString, Response> answers;
    ApiClient client{transport, nullptr, QStringLiteral("test")};

    Bench()
    {
        answers.insert(QStringLiteral("/api"),
                       {200, {}, recording(QStringLiteral("discovery/api-aggregated.json"))});
        answers.insert(QStringLiteral("/apis"),
                       {200, {}, recording(QStringLiteral("discovery/apis-aggregated.json"))});
        transport->answer = [this](const Request &request) -> base::Result<Response> {
            return answers.value(request.path, Response{404, {}, "{}"});
        };
    }
    void answerAll(const Response &response)
    {
        transport->answer = [this, response](const Request &request) -> base::Result<Response> {
            return answers.contains(request.path) ? answers.value(request.path) : response;
        };
    }
};

template <typename T> base::Result<T> wait(base::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace

class KubeClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void discoveryIsReadOnce()
    {
        Bench bench;
        bench.answerAll(recordedResponse("get-with-managed-fields"));
        QVERIFY(wait(bench.client.get(hello, {})));
        QVERIFY(wait(bench.client.get(hello, {})));
        QCOMPARE(
            bench.transport->log(),
            (QStringList{QStringLiteral("GET /api"), QStringLiteral("GET /apis"),
                         QStringLiteral("GET /apis/serving.knative.dev/v1/namespaces/shop/services/hello"),
                         QStringLiteral("GET /apis/serving.knative.dev/v1/namespaces/shop/services/hello")}));
    }

    void aMissingKindIsLookedForAgain()
    {
        Bench bench;
        const Gvk unknown{QStringLiteral("example.com"), QStringLiteral("v1"), QStringLiteral("Thing")};
        QVERIFY(wait(bench.client.discover(false, {})));
        const auto answer = wait(bench.client.get({unknown, QStringLiteral("a"), QStringLiteral("b")}, {}));
        QVERIFY(answer.error().api()->isNotFound());
        QCOMPARE(answer.error().api()->kind, QStringLiteral("Thing"));
        QCOMPARE(bench.transport->requests.size(), size_t(4)); // and once more
    }

    void plainDiscoveryGivesTheSame()
    {
        Bench aggregated;
        Bench plain;
        plain.answers.insert(QStringLiteral("/api"),
                             {200, {}, recording(QStringLiteral("discovery/api.json"))});
        plain.answers.insert(QStringLiteral("/apis"),
                             {200, {}, recording(QStringLiteral("discovery/apis.json"))});
        plain.answers.insert(QStringLiteral("/api/v1"),
                             {200, {}, recording(QStringLiteral("discovery/api-v1.json"))});
        plain.answers.insert(QStringLiteral("/apis/serving.knative.dev/v1"),
                             {200, {}, recording(QStringLiteral("discovery/apis-serving-v1.json"))});
        const auto a = wait(aggregated.client.discover(false, {}));
        const auto p = wait(plain.client.discover(false, {}));
        QVERIFY(a && p);
        int compared = 0;
        for (const ApiResource &resource : (*p)->resources()) {
            const ApiResource *other = (*a)->find(resource.gvk());
            if (!other || other->gvr != resource.gvr)
                continue;
            QCOMPARE(resource.namespaced, other->namespaced);
            QCOMPARE(QSet<QString>(resource.verbs.begin(), resource.verbs.end()),
                     QSet<QString>(other->verbs.begin(), other->verbs.end()));
            QCOMPARE(resource.shortNames, other->shortNames);
            ++compared;
        }
        QVERIFY(compared > 15);
        QVERIFY((*p)->find(serviceGvk));
        // Groups that did not answer are named, and hide nothing else.
        QVERIFY((*p)->unavailable().contains(QStringLiteral("apps/v1")));
    }

    void objectsComeWhole()
    {
        Bench bench;
        const Response recorded = recordedResponse("get-with-managed-fields");
        bench.answerAll(recorded);
        const auto answer = wait(bench.client.get(hello, {}));
        QVERIFY(answer);
        QCOMPARE(*answer->object == parsed(recorded.body), true);
        QVERIFY(base::at(*answer->object, "metadata.managedFields"));
    }

    void warningsAndTimeComeAlong()
    {
        Bench bench;
        Response response = recordedResponse("ssa-force");
        response.headers.add("Warning", "299 - \"unknown field \\\"spec.x\\\"\"");
        response.headers.add("Date", "Mon, 23 Nov 2026 01:32:12 GMT");
        bench.answerAll(response);
        const auto answer = wait(bench.client.get(hello, {}));
        QCOMPARE(answer->warnings.last(), QStringLiteral("unknown field \"spec.x\""));
        QCOMPARE(answer->serverTime.time(), QTime(1, 32, 12));
    }

    void refusalsKeepTheirStatus_data()
    {
        QTest::addColumn<int>("code");
        for (const char *name :
             {"ssa-conflict", "update-stale", "already-exists", "not-found", "forbidden", "unauthorized",
              "bad-json", "unknown-field-strict", "json-patch-test-fails", "strategic-patch-on-cr"})
            QTest::newRow(name) << recordedResponse(name).status;
    }
    void refusalsKeepTheirStatus()
    {
        QFETCH(int, code);
        Bench bench;
        const Response recorded = recordedResponse(QTest::currentDataTag());
        bench.answerAll(recorded);
        Json object{
            {"apiVersion", "serving.knative.dev/v1"},
            {"kind", "Service"},
            {"metadata", {{"name", "hello"}, {"namespace", "shop"}, {"managedFields", Json::array()}}}};
        const auto answer = wait(bench.client.apply(object, {}, {}));
        QVERIFY(answer.error().api());
        QCOMPARE(answer.error().api()->code, code);
        QCOMPARE(answer.error().api()->message, base::stringAt(parsed(recorded.body), "message"));
        QVERIFY(!bench.transport->requests.back().body.contains("managedFields"));
        QCOMPARE(bench.transport->requests.back().headers.value("Content-Type"),
                 QByteArray("application/apply-patch+yaml"));
    }

    void aRefusalThatNamesNothingIsAboutWhatWasSent()
    {
        Bench bench;
        Response refused = recordedResponse("unknown-field-strict");
        refused.status = 400;
        refused.body = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":"
                       "\"admission webhook "
                       "denied the request\",\"reason\":\"BadRequest\",\"code\":400}";
        bench.answerAll(refused);
        const Json object{{"apiVersion", "serving.knative.dev/v1"},
                          {"kind", "Service"},
                          {"metadata", {{"name", "hello"}, {"namespace", "shop"}}}};
        const auto answer = wait(bench.client.apply(object, {}, {}));
        QVERIFY(!answer && answer.error().api());
        QCOMPARE(answer.error().api()->kind, QStringLiteral("Service"));
        QCOMPARE(answer.error().api()->name, QStringLiteral("shop/hello"));
    }

    void allPagesAsOne()
    {
        Bench bench;
        int page = 0;
        bool forgotten = false;
        bench.transport->answer = [&](const Request &request) -> base::Result<Response> {
            if (bench.answers.contains(request.path))
                return bench.answers.value(request.path);
            if (request.queryValue(QStringLiteral("continue")).isEmpty())
                page = 0;
            else if (!forgotten) {
                forgotten = true;
                return Response{410, {}, "{\"kind\":\"Status\",\"reason\":\"Expired\",\"code\":410}"};
            }
            ++page;
            const Json body{{"metadata", {{"resourceVersion", "9"}, {"continue", page < 3 ? "more" : ""}}},
                            {"items", Json::array({{{"metadata", {{"name", std::to_string(page)}}}}})}};
            return Response{200, {}, QByteArray::fromStdString(body.dump())};
        };
        const auto answer = wait(bench.client.listAll(serviceGvk, {}, {}, {}));
        QVERIFY2(answer, answer ? "" : qPrintable(base::debugText(answer.error())));
        QCOMPARE(answer->page.items.size(), size_t(3));
        QCOMPARE(answer->page.resourceVersion, QStringLiteral("9"));
        QVERIFY(answer->page.continueToken.isEmpty());
        QVERIFY(bench.transport->log().at(2).contains(QLatin1String("limit=500")));
    }

    void bigListsAreDecodedElsewhere()
    {
        Bench bench;
        auto pool = std::make_shared<base::WorkerPool>(1);
        const ApiClient client(bench.transport, pool, QStringLiteral("test"));
        Json items = Json::array();
        for (int i = 0; i < 2000; ++i)
            items.push_back(
                {{"metadata", {{"name", "n" + std::to_string(i)}}}, {"spec", std::string(200, 'x')}});
        const Json body{{"kind", "ServiceList"}, {"metadata", {{"resourceVersion", "9"}}}, {"items", items}};
        bench.answerAll({200, {}, QByteArray::fromStdString(body.dump())});
        const auto answer = wait(client.list(serviceGvk, {}, {}, {}));
        QVERIFY(answer);
        QCOMPARE(answer->page.items.size(), size_t(2000));
        QCOMPARE(base::textAt(**answer->page.items.back().object, "kind"), std::string("Service"));
    }

    void questionsAboutOneself()
    {
        Bench bench;
        const auto version = [&] {
            bench.answers.insert(QStringLiteral("/version"),
                                 {200, {}, recording(QStringLiteral("discovery/version.json"))});
            return wait(bench.client.serverVersion({}));
        }();
        QCOMPARE(version->minor, 34);
        QCOMPARE(version->gitVersion, QStringLiteral("v1.34.1"));
        bench.answerAll(recordedResponse("ssar-denied"));
        AccessQuestion question;
        question.verb = QStringLiteral("patch");
        question.group = QStringLiteral("serving.knative.dev");
        question.resource = QStringLiteral("services");
        question.nameSpace = QStringLiteral("shop");
        QVERIFY(!wait(bench.client.canI(question, {}))->allowed);
        const Json sent = parsed(bench.transport->requests.back().body);
        const Json expected =
            parsed(recording(QStringLiteral("exchanges/ssar-denied.json"))).at("request").at("body");
        QVERIFY(sent == expected);
        bench.answerAll(recordedResponse("ssar-allowed"));
        QVERIFY(wait(bench.client.canI(question, {}))->allowed);
        bench.answerAll(recordedResponse("self-subject-review"));
        QCOMPARE(wait(bench.client.whoAmI({}))->username, QStringLiteral("ana"));
    }

    void whatCannotBeSent()
    {
        Bench bench;
        bench.answerAll(recordedResponse("get-with-managed-fields"));
        QVERIFY(wait(bench.client.get({serviceGvk, {}, QStringLiteral("a")}, {}))
                    .error()
                    .is<base::ValidationError>());
        QVERIFY(wait(bench.client.get({serviceGvk, QStringLiteral("shop"), {}}, {}))
                    .error()
                    .is<base::ValidationError>());
        QVERIFY(wait(bench.client.create(Json::object(), {}, {})).error().is<base::ValidationError>());
        QVERIFY(wait(bench.client.create(Json("text"), {}, {})).error().is<base::ValidationError>());
    }

    void aRefusedWatchIsItsStatus()
    {
        Bench bench;
        bench.answerAll(recordedResponse("forbidden"));
        const auto watch = wait(bench.client.watch(serviceGvk, QStringLiteral("shop"), {}, {}));
        QVERIFY(watch.error().api() && watch.error().api()->isForbidden());
    }

    /// Shows in optimised builds what SluiceOptions.cmake keeps the compiler from: events that arrive while one waits
    /// for them came out as rubbish.
    void aWatchHandsOnWhatArrives()
    {
        Bench bench;
        bench.answerAll({200, {}, {}});
        const auto watch = wait(bench.client.watch(serviceGvk, QStringLiteral("shop"), {}, {}));
        QVERIFY(watch.has_value());
        QStringList seen;
        const auto follow = [](std::shared_ptr<WatchStream> stream, QStringList *into) -> base::Task<void> {
            for (;;) {
                const base::Result<std::vector<base::Result<WatchEvent>>> events = co_await stream->next({});
                if (!events || events->empty())
                    co_return base::Result<void>{};
                for (const base::Result<WatchEvent> &event : *events)
                    into->append(event ? event->object.meta.resourceVersion : QStringLiteral("unreadable"));
            }
        };
        base::Task<void> following = follow(*watch, &seen);
        const auto push = [&](const QByteArray &bytes) { bench.transport->streams.back()->push(bytes); };
        push(R"({"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"7"}}})"
             "\n");
        QCOMPARE(seen, (QStringList{QStringLiteral("7")}));
        push(R"({"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"8"}}})"
             "\n"
             R"({"type":"MODIFIED","object":{"metadata":{"name":"a","resourceVersion":"9"}}})"
             "\nnothing\n");
        push(QByteArray());
        QVERIFY(wait(std::move(following)).has_value());
        QCOMPARE(seen,
                 (QStringList{QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9"),
                              QStringLiteral("unreadable")}));
    }

    void answersOfAnotherShape()
    {
        Bench bench;
        for (const char *body : {"", "[]", "<html>", "7", "{"}) {
            bench.answerAll({200, {}, body});
            QVERIFY2(wait(bench.client.get(hello, {})).error().is<base::DecodeError>(), body);
            QVERIFY2(wait(bench.client.list(serviceGvk, {}, {}, {})).error().is<base::DecodeError>(), body);
        }
    }
};

QTEST_GUILESS_MAIN(KubeClientTest)
#include "tst_kube_client.moc"
