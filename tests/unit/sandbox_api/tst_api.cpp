// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox_api.h"

using namespace sluice;
using base::Json;
using base::textAt;
using tests::ApiFixture;
using tests::Collected;
using tests::json;

namespace {

const std::string maps = "/api/v1/namespaces/shop/configmaps";
const std::string deployments = "/apis/apps/v1/namespaces/shop/deployments";

Json configMap(const std::string &name, const char *labels = "{}")
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", name}, {"labels", json(labels)}}},
            {"data", {{"k", "v"}}}};
}

Json deployment()
{
    return json(
        R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"selector":{"matchLabels":{"app":"web"}},
        "template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"app","image":"nginx"}]}}}})");
}

/// Groups that the recorded cluster of Serving did not have; tst_eventing_recorded judges Eventing's.
bool isExtension(const std::string &group)
{
    static const QStringList groups = {
        QStringLiteral("eventing.knative.dev"), QStringLiteral("messaging.knative.dev"),
        QStringLiteral("flows.knative.dev"),    QStringLiteral("sources.knative.dev"),
        QStringLiteral("sinks.knative.dev"),    QStringLiteral("security.istio.io"),
        QStringLiteral("networking.istio.io"),  QStringLiteral("argoproj.io"),
        QStringLiteral("monitoring.coreos.com")};
    return groups.contains(QString::fromStdString(group));
}

struct Cluster : ApiFixture {
    Cluster() { addNamespace("shop"); }
};

} // namespace

class TestApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectors_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all") << QString() << QStringLiteral("a b c");
        QTest::newRow("equal") << QStringLiteral("labelSelector=tier%3Dweb") << QStringLiteral("a b");
        QTest::newRow("not equal") << QStringLiteral("labelSelector=tier!%3Dweb") << QStringLiteral("c");
        QTest::newRow("in") << QStringLiteral("labelSelector=tier+in+(db,web),!canary")
                            << QStringLiteral("a c");
        QTest::newRow("exists") << QStringLiteral("labelSelector=canary") << QStringLiteral("b");
        QTest::newRow("greater") << QStringLiteral("labelSelector=n%3E1") << QStringLiteral("c");
        QTest::newRow("name") << QStringLiteral("fieldSelector=metadata.name%3Db") << QStringLiteral("b");
        QTest::newRow("not name") << QStringLiteral("fieldSelector=metadata.name!%3Db")
                                  << QStringLiteral("a c");
        QTest::newRow("unknown field")
            << QStringLiteral("fieldSelector=spec.x%3Db")
            << QStringLiteral("400 \"spec.x\" is not a known field selector: only \"metadata.name\", "
                              "\"metadata.namespace\"");
        QTest::newRow("broken")
            << QStringLiteral("labelSelector=a+b")
            << QStringLiteral(
                   "400 unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt");
        QTest::newRow("match without version")
            << QStringLiteral("resourceVersionMatch=Exact")
            << QStringLiteral("422 ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: "
                              "resourceVersionMatch is "
                              "forbidden unless resourceVersion is provided");
        QTest::newRow("future") << QStringLiteral("resourceVersion=999")
                                << QStringLiteral("504 Timeout: Too large resource version: 999, current: 4");
    }
    void selectors()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        Cluster cluster;
        cluster.sendJson("POST", maps, configMap("a", R"({"tier":"web","n":"1"})"));
        cluster.sendJson("POST", maps, configMap("b", R"({"tier":"web","canary":""})"));
        cluster.sendJson("POST", maps, configMap("c", R"({"tier":"db","n":"2"})"));
        const Json list = cluster.sendJson("GET", maps + '?' + query.toStdString());
        QString found;
        if (list.contains("items")) {
            for (const Json &item : list["items"])
                found += (found.isEmpty() ? QString() : QStringLiteral(" "))
                    + base::stringAt(item, "metadata.name");
        } else {
            found = QString::number(base::intAt(list, "code")) + QLatin1Char(' ')
                + base::stringAt(list, "message");
        }
        QCOMPARE(found, expected);
    }

    void watchesSeeTransitionsOfSelectors()
    {
        Cluster cluster;
        Collected watch(cluster.send(
            "GET", maps + "?watch=1&labelSelector=on&allowWatchBookmarks=true&timeoutSeconds=300"));
        QCOMPARE(watch.stream->timeoutSeconds().value_or(0), 300);
        cluster.sendJson("POST", maps, configMap("a"));
        cluster.sendJson("PATCH", maps + "/a", json(R"({"metadata":{"labels":{"on":"1"}}})"),
                         "application/merge-patch+json");
        cluster.sendJson("PATCH", maps + "/a", json(R"({"data":{"k":"2"}})"), "application/merge-patch+json");
        cluster.sendJson("PATCH", maps + "/a", json(R"({"metadata":{"labels":{"on":null}}})"),
                         "application/merge-patch+json");
        cluster.sendJson("DELETE", maps + "/a");
        watch.stream->heartbeat();
        QCOMPARE(watch.events(),
                 (QStringList{QStringLiteral("ADDED a"), QStringLiteral("MODIFIED a"),
                              QStringLiteral("DELETED a"), QStringLiteral("BOOKMARK ")}));
    }

    void watchesStartWhereTheyAreTold()
    {
        Cluster cluster;
        cluster.sendJson("POST", maps, configMap("a"));
        const std::string then = std::to_string(cluster.store.version());
        cluster.sendJson("POST", maps, configMap("b"));
        QCOMPARE(Collected(cluster.send("GET", maps + "?watch=1&resourceVersion=" + then)).events(),
                 QStringList{QStringLiteral("ADDED b")});
        QCOMPARE(Collected(cluster.send("GET", maps + "?watch=1&resourceVersion=0")).events(),
                 (QStringList{QStringLiteral("ADDED a"), QStringLiteral("ADDED b")}));
        Collected initial(cluster.send("GET",
                                       maps
                                           + "?watch=1&sendInitialEvents=true&resourceVersionMatch="
                                             "NotOlderThan&allowWatchBookmarks=true"));
        QCOMPARE(initial.events().last(), QStringLiteral("BOOKMARK "));
        COMPARE_JSON(json(initial.lines.back())["object"]["metadata"]["annotations"],
                     json(R"({"k8s.io/initial-events-end":"true"})"));
        cluster.store.compact(cluster.store.version());
        QCOMPARE(Collected(cluster.send("GET", maps + "?watch=1&resourceVersion=1")).events(),
                 QStringList{QStringLiteral("ERROR ")});
        cluster.api.setGoneAsHttpStatus(true);
        QCOMPARE(cluster.send("GET", maps + "?watch=1&resourceVersion=1").status, 410);
    }

    void expiredContinueTokenOffersAnother()
    {
        Cluster cluster;
        for (const char *name : {"a", "b", "c"})
            cluster.sendJson("POST", maps, configMap(name));
        const Json first = cluster.sendJson("GET", maps + "?limit=1");
        cluster.sendJson("DELETE", maps + "/b");
        const std::string token = textAt(first, "metadata.continue");
        const Json second = cluster.sendJson("GET", maps + "?limit=1&continue=" + token);
        QCOMPARE(textAt(second["items"][0], "metadata.name"),
                 std::string("b")); // as it was when the list began
        cluster.store.compact(cluster.store.version());
        const Json gone = cluster.sendJson("GET", maps + "?limit=1&continue=" + token);
        QCOMPARE(base::intAt(gone, "code"), 410);
        const Json rest =
            cluster.sendJson("GET", maps + "?limit=5&continue=" + textAt(gone, "metadata.continue"));
        QCOMPARE(rest["items"].size(), size_t(1));
    }

    void tables()
    {
        Cluster cluster;
        cluster.sendJson("POST", deployments, deployment());
        cluster.clock.advance(75 * 1000);
        const auto response =
            cluster.send("GET", deployments, {}, {},
                         {{"Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"}});
        const Json table = ApiFixture::bodyOf(response);
        COMPARE_JSON(table["rows"][0]["cells"], json(R"(["web","0/1",0,0,"75s","app","nginx","app=web"])"));
        QCOMPARE(table["columnDefinitions"].size(), size_t(8));
        QCOMPARE(textAt(table["rows"][0], "object.kind"), std::string("PartialObjectMetadata"));
        Collected watch(cluster.send("GET", deployments + "?watch=1", {}, {},
                                     {{"Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"}}));
        QCOMPARE(textAt(json(watch.lines.at(0)), "object.kind"), std::string("Table"));
    }

    void recordedTables_data()
    {
        QTest::addColumn<QString>("plural");
        QTest::addColumn<QString>("group");
        for (const char *plural : {"services", "configurations", "revisions", "routes"})
            QTest::newRow(plural) << QString::fromUtf8(plural) << QStringLiteral("serving.knative.dev");
        for (const char *plural : {"deployments", "replicasets"})
            QTest::newRow(plural) << QString::fromUtf8(plural) << QStringLiteral("apps");
        for (const char *plural : {"pods", "events"})
            QTest::newRow(plural) << QString::fromUtf8(plural) << QString();
    }
    void recordedTables()
    {
        QFETCH(QString, plural);
        QFETCH(QString, group);
        Cluster cluster;
        const Json recorded = tests::dataFile(QStringLiteral("recordings/tables/%1.json").arg(plural));
        const sandbox::ResourceType &type =
            *cluster.registry.find(group.toStdString(), {}, plural.toStdString());
        const auto response = cluster.send(
            "GET", (group.isEmpty() ? "/api/" : "/apis/") + type.apiVersion() + '/' + plural.toStdString(),
            {}, {}, {{"Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"}});
        const Json ours = ApiFixture::bodyOf(response)["columnDefinitions"];
        const Json &theirs = recorded["columnDefinitions"];
        QCOMPARE(ours.size(), theirs.size());
        for (size_t i = 0; i < ours.size(); ++i) {
            for (const char *key : {"name", "priority", "format"})
                COMPARE_JSON(ours[i][key], theirs[i][key]);
        }
    }

    void ages_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("expected");
        const std::pair<int, const char *> rows[] = {{0, "0s"},
                                                     {119, "119s"},
                                                     {120, "2m"},
                                                     {192, "3m12s"},
                                                     {3600, "60m"},
                                                     {4 * 3600, "4h"},
                                                     {4 * 3600 + 60, "4h1m"},
                                                     {30 * 3600, "30h"},
                                                     {50 * 3600, "2d2h"},
                                                     {10 * 86400, "10d"},
                                                     {800 * 86400, "2y70d"}};
        for (const auto &[seconds, text] : rows)
            QTest::newRow(text) << seconds << QString::fromUtf8(text);
    }
    void ages()
    {
        QFETCH(int, seconds);
        QFETCH(QString, expected);
        Cluster cluster;
        cluster.sendJson("POST", maps, configMap("a"));
        cluster.clock.advance(qint64(seconds) * 1000);
        const Json table = ApiFixture::bodyOf(cluster.send(
            "GET", maps + "/a", {}, {}, {{"Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"}}));
        QCOMPARE(QString::fromStdString(table["rows"][0]["cells"][2].get<std::string>()), expected);
    }

    void deploymentsAreDefaultedAndScaled()
    {
        Cluster cluster;
        const Json created = cluster.sendJson("POST", deployments, deployment());
        QCOMPARE(base::intAt(created, "spec.replicas"), 1);
        QCOMPARE(textAt(created, "spec.template.spec.restartPolicy"), std::string("Always"));
        QCOMPARE(textAt(created["spec"]["template"]["spec"]["containers"][0], "imagePullPolicy"),
                 std::string("Always"));
        const Json scale =
            cluster.sendJson("PATCH", deployments + "/web/scale", json(R"({"spec":{"replicas":3}})"),
                             "application/merge-patch+json");
        QCOMPARE(textAt(scale, "kind"), std::string("Scale"));
        QCOMPARE(base::intAt(cluster.sendJson("GET", deployments + "/web"), "spec.replicas"), 3);
        const Json merged = cluster.sendJson(
            "PATCH", deployments + "/web",
            json(R"({"spec":{"template":{"spec":{"containers":[{"name":"side","image":"b:1"}]}}}})"),
            "application/strategic-merge-patch+json");
        QCOMPARE(merged["spec"]["template"]["spec"]["containers"].size(), size_t(2));
        const Json moved = cluster.sendJson("PATCH", deployments + "/web",
                                            json(R"({"spec":{"selector":{"matchLabels":{"app":"x"}}}})"),
                                            "application/merge-patch+json");
        QCOMPARE(base::intAt(moved, "code"), 422);
    }

    void fieldValidation_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        const QString doubled = QStringLiteral(
            R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"x":"1","x":"2"},"dat":{}})");
        QTest::newRow("strict") << doubled << QStringLiteral("fieldValidation=Strict") << 400
                                << QStringLiteral(
                                       "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict "
                                       "decoding error: unknown field \"dat\", duplicate field \"data.x\"");
        QTest::newRow("warn") << doubled << QString() << 201
                              << QStringLiteral("299 - \"unknown field \\\"dat\\\"\"");
        QTest::newRow("ignore") << doubled << QStringLiteral("fieldValidation=Ignore") << 201 << QString();
        QTest::newRow("type")
            << QStringLiteral(
                   R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"x":1}})")
            << QString() << 400
            << QStringLiteral("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot "
                              "unmarshal number into Go struct field ConfigMap.data of type string");
        QTest::newRow("name")
            << QStringLiteral(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"A_"}})")
            << QString() << 422
            << QStringLiteral(
                   "ConfigMap \"A_\" is invalid: metadata.name: Invalid value: \"A_\": a lowercase RFC 1123 "
                   "subdomain must consist of lower case "
                   "alphanumeric characters, '-' or '.', and must start and end with an alphanumeric "
                   "character (e.g. 'example.com', regex used "
                   "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
        QTest::newRow("no name") << QStringLiteral(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{}})")
                                 << QString() << 422
                                 << QStringLiteral("ConfigMap \"\" is invalid: metadata.name: Required "
                                                   "value: name or generateName is required");
    }
    void fieldValidation()
    {
        QFETCH(QString, body);
        QFETCH(QString, query);
        QFETCH(int, status);
        QFETCH(QString, text);
        Cluster cluster;
        const auto response =
            cluster.send("POST", maps + '?' + query.toStdString(), body.toStdString(), "application/json");
        QCOMPARE(response.status, status);
        QCOMPARE(status == 201 ? QString::fromStdString(sandbox::headerValue(response.headers, "Warning"))
                               : base::stringAt(ApiFixture::bodyOf(response), "message"),
                 text);
        if (status == 201)
            QVERIFY(!ApiFixture::bodyOf(response).contains("dat"));
    }

    void applyCreatesAndRefuses()
    {
        Cluster cluster;
        const std::string yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  k: v\n";
        const std::string type = "application/apply-patch+yaml";
        QCOMPARE(cluster.send("PATCH", maps + "/a?fieldManager=me", yaml, type).status, 201);
        QCOMPARE(cluster.send("PATCH", maps + "/a?fieldManager=me", yaml, type).status, 200);
        const Json unnamed = ApiFixture::bodyOf(cluster.send("PATCH", maps + "/a", yaml, type));
        QCOMPARE(base::stringAt(unnamed, "message"),
                 QStringLiteral("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is "
                                "required for apply patch"));
        const Json typed =
            ApiFixture::bodyOf(cluster.send("PATCH", maps + "/a?fieldManager=me", yaml + "spec: {}\n", type));
        QCOMPARE(base::intAt(typed, "code"), 500);
        QCOMPARE(base::stringAt(typed, "message"),
                 QStringLiteral("failed to create typed patch object (/a; /v1, Kind=ConfigMap): .spec: "
                                "field not declared in schema"));
        const Json version = cluster.sendJson(
            "PATCH", maps + "/a?fieldManager=me",
            json(
                R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","resourceVersion":"1"},"data":{"k":"2"}})"),
            type);
        QCOMPARE(base::intAt(version, "code"), 409);
    }

    void deletes()
    {
        Cluster cluster;
        for (const char *name : {"a", "b", "c"})
            cluster.sendJson("POST", maps, configMap(name, name[0] == 'c' ? R"({"keep":"1"})" : "{}"));
        const Json uid = cluster.sendJson("DELETE", maps + "/a", json(R"({"preconditions":{"uid":"x"}})"));
        QCOMPARE(base::intAt(uid, "code"), 409);
        QCOMPARE(textAt(cluster.sendJson("DELETE", maps + "/a?dryRun=All"), "status"),
                 std::string("Success"));
        QCOMPARE(cluster.sendJson("GET", maps)["items"].size(), size_t(3));
        const Json foreground =
            cluster.sendJson("DELETE", maps + "/a", json(R"({"propagationPolicy":"Foreground"})"));
        COMPARE_JSON(foreground["metadata"]["finalizers"], json(R"(["foregroundDeletion"])"));
        cluster.sendJson("DELETE", maps + "?labelSelector=!keep");
        QCOMPARE(cluster.sendJson("GET", maps)["items"].size(), size_t(2)); // a waits for its finalizer
        QCOMPARE(base::intAt(cluster.sendJson("DELETE", maps + "/zz"), "code"), 404);
        QCOMPARE(
            base::intAt(cluster.sendJson("DELETE", maps + "/c", json(R"({"propagationPolicy":"Sometimes"})")),
                        "code"),
            422);
    }

    void access_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("no token") << QString() << QStringLiteral("GET") << QStringLiteral("/version") << 401;
        QTest::newRow("bad token") << QStringLiteral("x") << QStringLiteral("GET")
                                   << QStringLiteral("/version") << 401;
        QTest::newRow("developer at home")
            << QStringLiteral("dev") << QStringLiteral("GET") << QString::fromStdString(maps) << 200;
        QTest::newRow("developer elsewhere") << QStringLiteral("dev") << QStringLiteral("GET")
                                             << QStringLiteral("/api/v1/namespaces/other/configmaps") << 403;
        QTest::newRow("developer everywhere")
            << QStringLiteral("dev") << QStringLiteral("GET") << QStringLiteral("/api/v1/configmaps") << 403;
        QTest::newRow("developer's namespace") << QStringLiteral("dev") << QStringLiteral("GET")
                                               << QStringLiteral("/api/v1/namespaces/shop") << 200;
        QTest::newRow("developer deletes it") << QStringLiteral("dev") << QStringLiteral("DELETE")
                                              << QStringLiteral("/api/v1/namespaces/shop") << 403;
        QTest::newRow("viewer reads")
            << QStringLiteral("view") << QStringLiteral("GET") << QStringLiteral("/api/v1/pods") << 200;
        QTest::newRow("viewer and secrets")
            << QStringLiteral("view") << QStringLiteral("GET") << QStringLiteral("/api/v1/secrets") << 403;
        QTest::newRow("viewer writes") << QStringLiteral("view") << QStringLiteral("DELETE")
                                       << QString::fromStdString(maps + "/a") << 403;
        QTest::newRow("discovery") << QStringLiteral("view") << QStringLiteral("GET")
                                   << QStringLiteral("/apis") << 200;
        QTest::newRow("openapi") << QStringLiteral("view") << QStringLiteral("GET")
                                 << QStringLiteral("/openapi/v3/apis/apps/v1") << 200;
    }
    void access()
    {
        QFETCH(QString, token);
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(int, status);
        Cluster cluster;
        cluster.addNamespace("other");
        cluster.api.addUser({"dev", "dora", {}, {}, sandbox::Role::Developer, {"shop"}});
        cluster.api.addUser({"view", "vera", {}, {}, sandbox::Role::Viewer, {}});
        sandbox::HttpHeaders headers;
        if (!token.isEmpty())
            headers.emplace_back("Authorization", "Bearer " + token.toStdString());
        const auto response = cluster.send(method.toStdString(), path.toStdString(), {}, {}, headers);
        QCOMPARE(response.status, status);
        if (path == QStringLiteral("/api/v1/configmaps"))
            QCOMPARE(base::stringAt(ApiFixture::bodyOf(response), "message"),
                     QStringLiteral("configmaps is forbidden: User \"dora\" cannot list resource "
                                    "\"configmaps\" in API group \"\" at the cluster scope"));
    }

    void logs()
    {
        Cluster cluster;
        const std::string pods = "/api/v1/namespaces/shop/pods";
        cluster.sendJson(
            "POST", pods,
            json(
                R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"app","image":"a"},{"name":"queue-proxy","image":"b"}]}})"));
        QCOMPARE(
            base::stringAt(cluster.sendJson("GET", pods + "/p/log"), "message"),
            QStringLiteral("a container name must be specified for pod p, choose one of: [app queue-proxy]"));
        QCOMPARE(base::stringAt(cluster.sendJson("GET", pods + "/p/log?container=app"), "message"),
                 QStringLiteral("container \"app\" in pod \"p\" is waiting to start: ContainerCreating"));
        cluster.logs.append("shop", "p", "app", {cluster.clock.now(), "one"});
        cluster.clock.advance(60000);
        cluster.logs.append("shop", "p", "app", {cluster.clock.now(), "two"});
        QCOMPARE(cluster.send("GET", pods + "/p/log?container=app").body, std::string("one\ntwo\n"));
        QCOMPARE(cluster.send("GET", pods + "/p/log?container=app&tailLines=1&timestamps=true").body,
                 std::string("2026-11-23T01:33:12.000000000Z two\n"));
        QCOMPARE(cluster.send("GET", pods + "/p/log?container=app&sinceSeconds=30").body,
                 std::string("two\n"));
        QCOMPARE(
            base::stringAt(cluster.sendJson("GET", pods + "/p/log?container=app&previous=true"), "message"),
            QStringLiteral("previous terminated container \"app\" in pod \"p\" not found"));
        Collected follow(cluster.send("GET", pods + "/p/log?container=app&follow=true&tailLines=0"));
        cluster.logs.append("shop", "p", "app", {cluster.clock.now(), "three"});
        cluster.logs.drop("shop", "p");
        QCOMPARE(follow.lines, (std::vector<std::string>{"three"}));
        QVERIFY(follow.done);
    }

    void discovery()
    {
        Cluster cluster;
        const std::string form = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        const auto response = cluster.send("GET", "/apis", {}, {}, {{"Accept", form + ",application/json"}});
        QCOMPARE(sandbox::headerValue(response.headers, "Content-Type"), form);
        const Json ours = ApiFixture::bodyOf(response);
        const Json recorded = tests::dataFile(QStringLiteral("recordings/discovery/apis-aggregated.json"));
        for (const Json &group : ours["items"]) {
            if (isExtension(textAt(group, "metadata.name")))
                continue;
            const auto theirs =
                std::find_if(recorded["items"].begin(), recorded["items"].end(), [&](const Json &item) {
                    return item["metadata"]["name"] == group["metadata"]["name"];
                });
            QVERIFY2(theirs != recorded["items"].end(), group["metadata"].dump().c_str());
            for (const Json &version : group["versions"]) {
                for (const Json &resource : version["resources"]) {
                    bool found = false;
                    for (const Json &theirVersion : (*theirs)["versions"]) {
                        for (Json theirResource : theirVersion["resources"]) {
                            if (theirResource["resource"] != resource["resource"]
                                || theirVersion["version"] != version["version"])
                                continue;
                            found = true;
                            // Definitions can only be read here: kinds are not made at run time.
                            if (resource["resource"] == "customresourcedefinitions") {
                                QCOMPARE(resource["verbs"].dump(),
                                         std::string("[\"get\",\"list\",\"watch\"]"));
                                theirResource["verbs"] = resource["verbs"];
                            }
                            COMPARE_JSON(resource, theirResource);
                        }
                    }
                    QVERIFY2(found, resource.dump().c_str());
                }
            }
        }
        QCOMPARE(cluster.send("GET", "/apis/nope.dev/v1").status, 404);
        QCOMPARE(cluster.send("GET", "/api/v1/nopes").status, 404);
    }

    void openApiIsIndexed()
    {
        Cluster cluster;
        const Json index = cluster.sendJson("GET", "/openapi/v3");
        const Json recorded = tests::dataFile(QStringLiteral("recordings/discovery/openapi-v3-index.json"));
        for (const auto &[path, entry] : index["paths"].items()) {
            const bool extension =
                path.starts_with("apis/") && isExtension(path.substr(5, path.rfind('/') - 5));
            QVERIFY2(extension || recorded["paths"].contains(path), path.c_str());
            const Json document = cluster.sendJson("GET", textAt(entry, "serverRelativeURL"));
            QCOMPARE(textAt(document, "openapi"), std::string("3.0.0"));
            const bool readOnly =
                path == "apis/apiextensions.k8s.io/v1"; // its objects have no tables of ours
            QCOMPARE(document["components"]["schemas"].empty(), readOnly);
        }
    }

    void namespacesAndServicesGetWhatTheServerGives()
    {
        Cluster cluster;
        const Json home = cluster.sendJson("GET", "/api/v1/namespaces/shop");
        QCOMPARE(textAt(home, "status.phase"), std::string("Active"));
        COMPARE_JSON(home["metadata"]["labels"], json(R"({"kubernetes.io/metadata.name":"shop"})"));
        const Json service = cluster.sendJson(
            "POST", "/api/v1/namespaces/shop/services",
            json(
                R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[{"port":80}]}})"));
        QVERIFY(textAt(service, "spec.clusterIP").starts_with("10.96."));
        COMPARE_JSON(service["spec"]["ports"], json(R"([{"port":80,"protocol":"TCP","targetPort":80}])"));
        const Json secret = cluster.sendJson(
            "POST", "/api/v1/namespaces/shop/secrets",
            json(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"stringData":{"k":"v"}})"));
        COMPARE_JSON(secret["data"], json(R"({"k":"dg=="})"));
        QVERIFY(!secret.contains("stringData"));
    }
};

QTEST_APPLESS_MAIN(TestApi)
#include "tst_api.moc"
