// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "kube/core/decode.h"
#include "kube/core/line_splitter.h"
#include "kube/core/request.h"
#include "kube/core/status.h"
#include "kube/core/warning.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::kube;
using base::Json;

namespace {

QByteArray recording(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/recordings/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json parsed(const QByteArray &text)
{
    return Json::parse(text.constData(), text.constData() + text.size());
}

ApiResource resource(const char *group, const char *plural, bool namespaced = true)
{
    ApiResource r;
    r.gvr = {QString::fromLatin1(group), QStringLiteral("v1"), QString::fromLatin1(plural)};
    r.namespaced = namespaced;
    return r;
}

/// The request as one line, and its body on the next.
QByteArray lineOf(const Request &r)
{
    QByteArray line = r.method + ' ' + r.target();
    if (const QByteArray type = r.headers.value("content-type"); !type.isEmpty())
        line += " [" + type + ']';
    return r.body.isEmpty() ? line : line + '\n' + r.body;
}

base::Result<ListPage> list(const std::string &text, const DecodeLimits &limits = {})
{
    return decodeList(text, QStringLiteral("test"), limits);
}

QString idOf(const base::Error &error)
{
    const auto *decode = error.get_if<base::DecodeError>();
    return decode ? decode->what.id : base::debugText(error);
}

// Outside the class: moc stumbles over some raw strings.
constexpr char deleteLine[] = "DELETE /api/v1/namespaces/shop/pods/hello [application/json]\n"
                              R"({"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Foreground",)"
                              R"("dryRun":["All"],"preconditions":{"uid":"u-1},"}})";

std::string nested(int depth)
{
    return std::string(size_t(depth), '[') + std::string(size_t(depth), ']');
}

} // namespace

class KubeCoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestLines_data()
    {
        QTest::addColumn<QByteArray>("actual");
        QTest::addColumn<QByteArray>("expected");
        const QString ns = QStringLiteral("shop");
        const QString name = QStringLiteral("hello");
        const ApiResource ksvc = resource("serving.knative.dev", "services");
        const ApiResource pods = resource("", "pods");
        const ApiResource namespaces = resource("", "namespaces", false);

        QTest::newRow("get") << lineOf(requests::get(ksvc, ns, name))
                             << QByteArray("GET /apis/serving.knative.dev/v1/namespaces/shop/services/hello");
        QTest::newRow("core group") << lineOf(requests::get(pods, ns, name))
                                    << QByteArray("GET /api/v1/namespaces/shop/pods/hello");
        QTest::newRow("cluster scope ignores the namespace")
            << lineOf(requests::get(namespaces, ns, name)) << QByteArray("GET /api/v1/namespaces/hello");
        QTest::newRow("all namespaces") << lineOf(requests::list(ksvc, {}, {}))
                                        << QByteArray("GET /apis/serving.knative.dev/v1/services");
        QTest::newRow("names cannot leave their segment")
            << lineOf(requests::get(pods, QStringLiteral("../x"), QStringLiteral("..")))
            << QByteArray("GET /api/v1/namespaces/..%2Fx/pods/%2E%2E");

        ListOptions page;
        page.limit = 500;
        page.labelSelector = QStringLiteral("app in (a,b),tier!=x");
        page.resourceVersion = QStringLiteral("0");
        QTest::newRow("first page")
            << lineOf(requests::list(pods, ns, page))
            << QByteArray("GET /api/v1/namespaces/shop/pods?labelSelector=app%20in%20%28a%2Cb%29%2C"
                          "tier%21%3Dx&limit=500&resourceVersion=0");
        page.continueToken = QStringLiteral("a+/=");
        page.labelSelector.clear();
        QTest::newRow("a next page names no version")
            << lineOf(requests::list(pods, ns, page))
            << QByteArray("GET /api/v1/namespaces/shop/pods?limit=500&continue=a%2B%2F%3D");

        WatchOptions watch;
        watch.resourceVersion = QStringLiteral("42");
        watch.timeoutSeconds = 321;
        QTest::newRow("watch") << lineOf(requests::watch(pods, ns, watch))
                               << QByteArray("GET /api/v1/namespaces/shop/pods?watch=1&resourceVersion=42&"
                                             "allowWatchBookmarks=true&timeoutSeconds=321");

        WriteOptions dry;
        dry.dryRun = true;
        dry.fieldValidation = FieldValidation::Strict;
        QTest::newRow("create") << lineOf(requests::create(pods, ns, "{}", dry))
                                << QByteArray(
                                       "POST /api/v1/namespaces/shop/pods?fieldManager=sluice&dryRun=All&"
                                       "fieldValidation=Strict [application/json]\n{}");
        WriteOptions force;
        force.force = true;
        QTest::newRow("apply") << lineOf(requests::apply(ksvc, ns, name, "{}", force))
                               << QByteArray(
                                      "PATCH /apis/serving.knative.dev/v1/namespaces/shop/services/hello?"
                                      "fieldManager=sluice&force=true [application/apply-patch+yaml]\n{}");
        QTest::newRow("force belongs to apply alone")
            << lineOf(requests::patch(ksvc, ns, name, PatchType::Json, "[]", force))
            << QByteArray(
                   "PATCH /apis/serving.knative.dev/v1/namespaces/shop/services/hello?fieldManager=sluice "
                   "[application/json-patch+json]\n[]");
        WriteOptions status;
        status.subresource = Subresource::Status;
        QTest::newRow("status") << lineOf(requests::update(pods, ns, name, "{}", status))
                                << QByteArray(
                                       "PUT /api/v1/namespaces/shop/pods/hello/status?fieldManager=sluice "
                                       "[application/json]\n{}");
        DeleteOptions gone;
        gone.propagation = Propagation::Foreground;
        gone.preconditionUid = QStringLiteral("u-1\"},");
        gone.dryRun = true;
        QTest::newRow("delete") << lineOf(requests::remove(pods, ns, name, gone)) << QByteArray(deleteLine);
        LogOptions log;
        log.container = QStringLiteral("user-container");
        log.tailLines = 10;
        QTest::newRow("log") << lineOf(requests::podLogs(ns, name, log, true))
                             << QByteArray(
                                    "GET /api/v1/namespaces/shop/pods/hello/log?container=user-container&"
                                    "follow=true&tailLines=10");
    }
    void requestLines()
    {
        QFETCH(QByteArray, actual);
        QFETCH(QByteArray, expected);
        QCOMPARE(actual, expected);
    }

    void groupVersionKinds()
    {
        const Gvk service = Gvk::parse(QStringLiteral("serving.knative.dev/v1"), QStringLiteral("Service"));
        QCOMPARE(service.group, QStringLiteral("serving.knative.dev"));
        QCOMPARE(service.apiVersion(), QStringLiteral("serving.knative.dev/v1"));
        const Gvk pod = Gvk::parse(QStringLiteral("v1"), QStringLiteral("Pod"));
        QVERIFY(pod.group.isEmpty());
        QCOMPARE(pod.apiVersion(), QStringLiteral("v1"));
        QVERIFY(!Gvk::parse({}, QStringLiteral("Pod")).isValid());
        QCOMPARE((ObjectRef{pod, QStringLiteral("a"), QStringLiteral("b")}.text()),
                 QStringLiteral("Pod a/b"));
    }

    void metaOfARecordedObject()
    {
        const Json steps = parsed(recording(QStringLiteral("steps/1-first-apply/revisions.json")));
        const Json &revision = steps.is_array() ? steps.at(0) : steps.at("items").at(0);
        const ObjectMeta meta = metaOf(revision);
        QCOMPARE(meta.name, base::stringAt(revision, "metadata.name"));
        QVERIFY(!meta.uid.isEmpty() && meta.generation > 0);
        QCOMPARE(meta.creationTimestamp.timeSpec(), Qt::UTC);
        QCOMPARE(meta.ownerReferences.size(), size_t(1));
        QVERIFY(meta.ownerReferences.front().controller);
        QCOMPARE(meta.labels.value(QStringLiteral("serving.knative.dev/service")), QStringLiteral("hello"));
        QVERIFY(metaOf(Json("text")).name.isEmpty());
        QVERIFY(metaOf(Json{{"metadata", {{"name", 7}, {"labels", {1, 2}}}}}).name.isEmpty());
    }

    void recordedWatchesDecode_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(SLUICE_TEST_DATA "/recordings/watches"));
        const QStringList files = folder.entryList({QStringLiteral("*.json")});
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << QStringLiteral("watches/") + file;
        QVERIFY(!files.isEmpty());
    }
    void recordedWatchesDecode()
    {
        QFETCH(QString, file);
        for (const Json &recorded : parsed(recording(file))) {
            const Json &line = recorded.at("event");
            const auto event = decodeWatchLine(line.dump(), file);
            QVERIFY2(event, event ? "" : qPrintable(base::debugText(event.error())));
            if (event->type == WatchEvent::Type::Bookmark)
                continue;
            QVERIFY(event->object.object);
            Json expected = line.at("object");
            expected.at("metadata").erase("managedFields");
            QCOMPARE(**event->object.object == expected, true); // whole, without managedFields
            QCOMPARE(event->object.meta, metaOf(expected));
        }
    }

    void initialEventsEndWithTheirBookmark()
    {
        const std::string body =
            base::textAt(parsed(recording(QStringLiteral("exchanges/watch-initial-events.json"))), "body");
        LineSplitter splitter(1 << 20);
        const auto lines = splitter.push(QByteArray::fromStdString(body));
        QCOMPARE(lines.size(), size_t(2));
        const auto bookmark = decodeWatchLine(lines.back().bytes.toStdString(), {});
        QVERIFY(bookmark);
        QCOMPARE(bookmark->type, WatchEvent::Type::Bookmark);
        QVERIFY(bookmark->initialEventsEnd);
        QCOMPARE(bookmark->object.meta.resourceVersion, QStringLiteral("515"));
    }

    void anErrorEventCarriesItsStatus()
    {
        const Json exchange = parsed(recording(QStringLiteral("exchanges/watch-too-old.json")));
        const auto event = decodeWatchLine(exchange.at("response").at("body").dump(), {});
        QVERIFY(event && event->status);
        QCOMPARE(event->type, WatchEvent::Type::Error);
        QVERIFY(event->status->isGone());
        QCOMPARE(event->status->reason, QStringLiteral("Expired"));
    }

    void badWatchLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("id");
        const QString syntax = QStringLiteral("json.syntax");
        QTest::newRow("empty") << QByteArray() << syntax;
        QTest::newRow("not JSON") << QByteArray("<html>") << syntax;
        QTest::newRow("cut off") << QByteArray("{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"a")
                                 << syntax;
        QTest::newRow("no type") << QByteArray("{\"object\":{}}") << QStringLiteral("kube.watch-type");
        QTest::newRow("unknown type")
            << QByteArray("{\"type\":\"NEW\",\"object\":{}}") << QStringLiteral("kube.watch-type");
        QTest::newRow("object is a list")
            << QByteArray("{\"type\":\"ADDED\",\"object\":[]}") << QStringLiteral("kube.not-an-object");
        QTest::newRow("no name") << QByteArray("{\"type\":\"ADDED\",\"object\":{\"metadata\":{}}}")
                                 << QStringLiteral("kube.no-name");
        QTest::newRow("invalid UTF-8")
            << QByteArray("{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"\xff\"}}}") << syntax;
    }
    void badWatchLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, id);
        const auto event = decodeWatchLine(line.toStdString(), QStringLiteral("test"));
        QVERIFY(!event);
        QCOMPARE(idOf(event.error()), id);
    }

    void aBadObjectKeepsItsKey()
    {
        const std::string meta =
            "\"metadata\":{\"namespace\":\"ns\",\"name\":\"deep\",\"uid\":\"u\",\"managedFields\":"
            + nested(200) + "}";
        const auto deep = decodeWatchLine(
            "{\"type\":\"MODIFIED\",\"object\":{" + meta + ",\"spec\":" + nested(100) + "}}", {});
        QVERIFY(deep && !deep->object.object);
        QCOMPARE(idOf(deep->object.object.error()), QStringLiteral("json.too-deep"));
        QCOMPARE(deep->object.meta.name, QStringLiteral("deep"));
        QCOMPARE(deep->object.meta.uid, QStringLiteral("u"));

        DecodeLimits small;
        small.objectBytes = 300;
        const std::string big(500, 'x');
        const auto large =
            decodeWatchLine("{\"type\":\"ADDED\",\"object\":{\"spec\":\"" + big
                                + "\",\"metadata\":{\"namespace\":\"ns\",\"name\":\"large\"}}}",
                            {}, small);
        QVERIFY(large && !large->object.object);
        QCOMPARE(idOf(large->object.object.error()), QStringLiteral("json.too-large"));
        QCOMPARE(large->object.meta.name, QStringLiteral("large"));
    }

    void oneBadItemIsOneErrorRow()
    {
        const std::string text =
            "{\"apiVersion\":\"v1\",\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"9\","
            "\"continue\":\"c\","
            "\"remainingItemCount\":4},\"items\":[{\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"7\"}},"
            "{\"metadata\":{\"name\":\"deep\"},\"spec\":"
            + nested(80)
            + "},17,{\"metadata\":{\"name\":\"b\"},\"n\":[1,-2,18446744073709551615,0.5,true,null,"
              "\"\\u00e9\"]}]}";
        const auto page = list(text);
        QVERIFY2(page, page ? "" : qPrintable(base::debugText(page.error())));
        QCOMPARE(page->resourceVersion, QStringLiteral("9"));
        QCOMPARE(page->continueToken, QStringLiteral("c"));
        QCOMPARE(*page->remaining, 4);
        const auto head = decodeListHead(text, QStringLiteral("test"));
        QCOMPARE(head->resourceVersion, page->resourceVersion);
        QCOMPARE(head->continueToken, page->continueToken);
        QCOMPARE(head->remaining, page->remaining);
        QCOMPARE(page->items.size(), size_t(4));
        QVERIFY(page->items[0].object && !page->items[1].object && !page->items[2].object
                && page->items[3].object);
        QCOMPARE(page->items[1].meta.name, QStringLiteral("deep"));
        const Json &b = **page->items[3].object;
        QCOMPARE(base::textAt(b, "kind"), std::string("Pod"));
        QCOMPARE(base::textAt(b, "apiVersion"), std::string("v1"));
        QCOMPARE(b.at("n").dump(), std::string("[1,-2,18446744073709551615,0.5,true,null,\"é\"]"));
    }

    void listsOfOtherShapes()
    {
        QCOMPARE(list("{\"kind\":\"PodList\",\"metadata\":{},\"items\":null}")->items.size(), size_t(0));
        QCOMPARE(
            list("{\"items\":[],\"metadata\":{\"resourceVersion\":\"1\"},\"kind\":\"L\"}")->resourceVersion,
            QStringLiteral("1"));
        for (const char *bad : {"", "[]", "{}", "null", "{\"metadata\":{}}", "{\"metadata\":{},\"items\":{}}",
                                "{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"a\"}"}) {
            QVERIFY2(!list(bad), bad);
        }
        for (const char *bad : {"", "[]", "{}", "null", "{\"metadata\":7}",
                                "{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"a\"}"})
            QVERIFY2(!decodeListHead(bad, QStringLiteral("test")), bad);
        DecodeLimits limits;
        limits.listBytes = 4;
        QCOMPARE(idOf(decodeListHead("{\"metadata\":{}}", QStringLiteral("test"), limits).error()),
                 QStringLiteral("json.too-large"));
    }

    void statusOfRecordedRefusals_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *file, int code, const char *reason) {
            QTest::newRow(file) << QStringLiteral("exchanges/%1.json").arg(QLatin1String(file)) << code
                                << QString::fromLatin1(reason);
        };
        row("ssa-conflict", 409, "Conflict");
        row("update-stale", 409, "Conflict");
        row("already-exists", 409, "AlreadyExists");
        row("not-found", 404, "NotFound");
        row("forbidden", 403, "Forbidden");
        row("unauthorized", 401, "Unauthorized");
        row("unknown-field-strict", 400, "BadRequest");
    }
    void statusOfRecordedRefusals()
    {
        QFETCH(QString, file);
        QFETCH(int, code);
        QFETCH(QString, reason);
        const Json response = parsed(recording(file)).at("response");
        Headers headers;
        const base::ApiStatus status = statusFromResponse(
            response.at("code").get<int>(), headers, QByteArray::fromStdString(response.at("body").dump()));
        QCOMPARE(status.code, code);
        QCOMPARE(status.reason, reason);
        QVERIFY(!status.message.isEmpty());
        QCOMPARE(status.isFieldManagerConflict(), file.contains(QLatin1String("ssa-conflict")));
    }

    void aRefusalWithoutStatus()
    {
        Headers headers;
        headers.add("retry-after", "7");
        const base::ApiStatus status =
            statusFromResponse(429, headers, "Too many requests, please try again later.\n");
        QCOMPARE(status.code, 429);
        QVERIFY(status.reason.isEmpty());
        QCOMPARE(status.message, QStringLiteral("Too many requests, please try again later."));
        QCOMPARE(*status.retryAfterSeconds, 7);
        QVERIFY(statusFromResponse(502, headers, QByteArray(100000, 'x')).message.size() <= 2048);
        QVERIFY(
            !statusFromResponse(500, {}, "{\"kind\":\"Status\",\"details\":{\"causes\":7},\"code\":\"x\"}")
                 .retryAfterSeconds);
    }

    void warnings_data()
    {
        QTest::addColumn<QByteArrayList>("values");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("one") << QByteArrayList{"299 - \"unknown field \\\"spec.x\\\"\""}
                             << QStringList{QStringLiteral("unknown field \"spec.x\"")};
        QTest::newRow("two headers, one twice") << QByteArrayList{"299 - \"a\"", "299 - \"b\"", "299 - \"a\""}
                                                << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("joined by a comma, a date behind")
            << QByteArrayList{"299 - \"a, b\" \"Mon, 23 Nov 2026 01:32:12 GMT\", 299 - \"c\""}
            << QStringList{QStringLiteral("a, b"), QStringLiteral("c")};
        QTest::newRow("other codes are not for people")
            << QByteArrayList{"110 - \"Response is Stale\""} << QStringList{};
        QTest::newRow("broken") << QByteArrayList{"299", "299 -", "299 - \"open", "", "299 - x", ",,,"}
                                << QStringList{};
    }
    void warnings()
    {
        QFETCH(QByteArrayList, values);
        QFETCH(QStringList, expected);
        Headers headers;
        for (const QByteArray &value : values)
            headers.add("Warning", value);
        QCOMPARE(warningsOf(headers), expected);
    }

    void serverTime()
    {
        Headers headers;
        headers.set("date", "Mon, 23 Nov 2026 01:32:12 GMT");
        QCOMPARE(dateOf(headers), QDateTime(QDate(2026, 11, 23), QTime(1, 32, 12), Qt::UTC));
        headers.set("Date", "yesterday");
        QVERIFY(dateOf(headers).isNull());
        QVERIFY(dateOf({}).isNull());
    }

    void linesFromAnyPieces()
    {
        const QByteArray text = "one\r\n\nthree\nfour, far too long\nfive";
        for (int piece = 1; piece <= text.size(); ++piece) {
            LineSplitter splitter(8);
            QStringList lines;
            const auto note = [&](const LineSplitter::Line &line) {
                lines.append(QString::fromLatin1(line.bytes)
                             + (line.truncated ? QStringLiteral("*") : QString()));
            };
            for (int at = 0; at < text.size(); at += piece) {
                for (const LineSplitter::Line &line : splitter.push(text.mid(at, piece)))
                    note(line);
            }
            if (const auto rest = splitter.finish())
                note(*rest);
            QCOMPARE(lines.join(QLatin1Char('|')), QStringLiteral("one||three|four, fa*|five"));
            QVERIFY(!splitter.finish());
        }
    }
};

QTEST_GUILESS_MAIN(KubeCoreTest)
#include "tst_kube_core.moc"
