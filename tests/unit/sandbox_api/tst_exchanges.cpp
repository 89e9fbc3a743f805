// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox_api.h"

#include <QDir>

using namespace sluice;
using base::Json;
using tests::json;

namespace {

constexpr const char *insecure =
    "Kubernetes default value is insecure, Knative may default this to secure in a future release: "
    "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation, "
    "spec.template.spec.containers[0].securityContext.capabilities, "
    "spec.template.spec.containers[0].securityContext.runAsNonRoot, "
    "spec.template.spec.containers[0].securityContext.seccompProfile";

/// Stands in for Knative's webhooks with just what the recorded calls show of them.
class RecordedWebhook final : public sandbox::Admission {
public:
    std::optional<sandbox::Failure> mutate(sandbox::AdmissionRequest &request) override
    {
        if (request.type.group != "serving.knative.dev" || !request.context.subresource.empty())
            return std::nullopt;
        Json &object = request.object;
        if (request.type.kind != "Service")
            return std::nullopt;
        object["metadata"]["annotations"]["serving.knative.dev/lastModifier"] = request.context.user;
        if (!request.oldObject)
            object["metadata"]["annotations"]["serving.knative.dev/creator"] = request.context.user;
        Json &templ = object["spec"]["template"];
        templ["metadata"]["creationTimestamp"] = nullptr;
        Json &spec = templ["spec"];
        spec["containerConcurrency"] = 0;
        spec["enableServiceLinks"] = false;
        spec["timeoutSeconds"] = 300;
        for (Json &container : spec["containers"]) {
            container["name"] = "user-container";
            container["resources"] = Json::object();
            container["readinessProbe"] = json(R"({"successThreshold":1,"tcpSocket":{"port":0}})");
        }
        if (!object["spec"].contains("traffic"))
            object["spec"]["traffic"] = json(R"([{"latestRevision":true,"percent":100}])");
        for (Json &target : object["spec"]["traffic"]) {
            if (!target.contains("latestRevision"))
                target["latestRevision"] = base::textAt(target, "revisionName").empty();
            if (!target.contains("percent"))
                target["percent"] = 0;
        }
        return std::nullopt;
    }
    std::optional<sandbox::Failure> validate(const sandbox::AdmissionRequest &request) override
    {
        if (request.type.qualifiedName() != "services.serving.knative.dev"
            || !request.context.subresource.empty() || request.verb == sandbox::WriteVerb::Delete)
            return std::nullopt;
        if (base::textAt(request.object["spec"]["template"]["spec"]["containers"][0], "image") == "a")
            return sandbox::deniedByWebhook(
                "validation.webhook.serving.knative.dev",
                "validation failed: Failed to parse image reference: "
                "spec.template.spec.containers[0].image\nimage: \"a\", error: could not parse "
                "reference: a");
        request.warnings.push_back(insecure);
        return std::nullopt;
    }
};

/// uids, times and versions vary by run.
Json normalised(Json value, const std::string &key = {})
{
    if (value.is_object()) {
        for (auto &[name, child] : value.items())
            child = normalised(child, name);
        return value;
    }
    if (value.is_array()) {
        for (Json &child : value)
            child = normalised(child, key);
        return value;
    }
    if (value.is_string()) {
        if (key == "resourceVersion" || key == "continue")
            return value == "" ? value : Json("V");
        if (key == "uid" && value != "ana")
            return "U";
        if (key == "time" || key == "creationTimestamp" || key.ends_with("Time"))
            return "T";
    }
    return value;
}

} // namespace

/// Every recorded exchange that Knative's controllers do not shape is put to our server in the state that it was recorded in.
class TestExchanges : public QObject {
    Q_OBJECT

private:
    /// Puts the objects of a recorded answer there as they were, managedFields included.
    static void put(tests::ApiFixture &cluster, const char *group, const char *plural, Json object)
    {
        const sandbox::ResourceType &type = cluster.type(group, plural);
        const Json status = object.value("status", Json());
        sandbox::WriteContext context;
        context.fieldsTracked = true;
        object["apiVersion"] = type.apiVersion();
        const auto created = cluster.store.create(type, object, context);
        QVERIFY2(created, created ? "" : created.error().failure.message.c_str());
        if (!status.is_null()) {
            object["metadata"].erase("resourceVersion");
            object["metadata"].erase("uid");
            const auto updated = cluster.store.updateStatus(type, object, context);
            QVERIFY2(updated, updated ? "" : updated.error().failure.message.c_str());
        }
    }

    static Json exchange(const QString &name)
    {
        return tests::dataFile(QStringLiteral("recordings/exchanges/%1.json").arg(name));
    }

    /// The state that an exchange began from: the object of another recorded answer.
    static Json stateBefore(const QString &name)
    {
        static const QHash<QString, QString> before{
            {QStringLiteral("ssa-conflict"), QStringLiteral("create-service")},
            {QStringLiteral("ssa-force"), QStringLiteral("create-service")},
            {QStringLiteral("get-with-managed-fields"), QStringLiteral("get-with-managed-fields")},
            {QStringLiteral("traffic-only"), QStringLiteral("get-with-managed-fields")},
            {QStringLiteral("missing-revision"), QStringLiteral("traffic-only")},
            {QStringLiteral("already-exists"), QStringLiteral("create-service")},
            {QStringLiteral("update-stale"), QStringLiteral("json-patch")},
            {QStringLiteral("json-patch"), QStringLiteral("dry-run-apply")},
            {QStringLiteral("json-patch-test-fails"), QStringLiteral("json-patch")},
            {QStringLiteral("strategic-patch-on-cr"), QStringLiteral("json-patch")},
            {QStringLiteral("delete"), QStringLiteral("json-patch")},
        };
        return before.contains(name) ? exchange(before.value(name))["response"]["body"] : Json();
    }

private Q_SLOTS:
    void replay_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(QStringLiteral(SLUICE_TEST_DATA "/recordings/exchanges"))
                                      .entryList({QStringLiteral("*.json")});
        QVERIFY(files.size() >= 32);
        // Answers that only Knative's own rules and controllers can give are replayed with them in tests/integration.
        const QStringList elsewhere{QStringLiteral("byo-name-unchanged"),
                                    QStringLiteral("watch-initial-events"), QStringLiteral("dry-run-apply"),
                                    QStringLiteral("json-patch")};
        for (const QString &file : files) {
            const QString name = file.chopped(5);
            if (!elsewhere.contains(name))
                QTest::newRow(qPrintable(name)) << name;
        }
    }
    void replay()
    {
        QFETCH(QString, name);
        RecordedWebhook webhook;
        tests::ApiFixture cluster;
        cluster.addNamespace("shop");
        const Json recorded = exchange(name);
        const Json before = stateBefore(name);
        if (before.is_object())
            put(cluster, "serving.knative.dev", "services", before);
        if (name.startsWith(QStringLiteral("list-"))) {
            for (const char *page : {"list-limit-1", "list-continue"}) {
                const Json list = exchange(QString::fromUtf8(page));
                for (const Json &item : list["response"]["body"]["items"])
                    put(cluster, "serving.knative.dev", "revisions", item);
            }
        }
        cluster.store.addAdmission(&webhook);

        sandbox::HttpHeaders headers{{"Accept", base::textAt(recorded, "request.accept")}};
        const bool ana = name == QStringLiteral("forbidden") || name == QStringLiteral("ssar-denied")
            || name == QStringLiteral("ssrr") || name == QStringLiteral("self-subject-review");
        cluster.api.addUser({"admin-token", "admin", {}, {"system:masters"}, sandbox::Role::Admin, {}});
        cluster.api.addUser({"ana-token", "ana", "ana", {"release-managers"}, sandbox::Role::None, {}});
        if (name != QStringLiteral("unauthorized"))
            headers.emplace_back("Authorization", ana ? "Bearer ana-token" : "Bearer admin-token");

        std::string path = base::textAt(recorded, "request.path");
        if (name == QStringLiteral("list-continue")) { // with our own token for the same place
            const Json first = tests::ApiFixture::bodyOf(cluster.send(
                "GET", "/apis/serving.knative.dev/v1/namespaces/shop/revisions?limit=1", {}, {}, headers));
            path = "/apis/serving.knative.dev/v1/namespaces/shop/revisions?limit=1&continue="
                + base::textAt(first, "metadata.continue");
        } else if (name == QStringLiteral("watch-too-old")) {
            for (int i = 0; i < 4; ++i)
                cluster.addNamespace("more-" + std::to_string(i));
            cluster.store.compact(3);
        }
        const Json &request = recorded["request"];
        std::string body;
        if (name == QStringLiteral("update-stale")) {
            Json stale = request["body"];
            stale["metadata"]["uid"] = base::textAt(
                *cluster.store.list(cluster.type("serving.knative.dev", "services")).at(0), "metadata.uid");
            body = base::dump(stale);
        } else if (!request["body"].is_null())
            body = request["body"].is_string() ? request["body"].get<std::string>()
                                               : base::dump(request["body"]);
        sandbox::HttpResponse response = cluster.send(base::textAt(request, "method"), path, body,
                                                      base::textAt(request, "contentType"), headers);
        QCOMPARE(response.status, int(base::intAt(recorded, "response.code")));
        QCOMPARE(sandbox::headerValue(response.headers, "Content-Type"),
                 base::textAt(*base::find(recorded, {"response", "headers"}), "Content-Type"));
        QCOMPARE(QString::fromStdString(sandbox::headerValue(response.headers, "Warning")),
                 base::stringAt(*base::find(recorded, {"response", "headers"}), "Warning"));
        Json expected = normalised(recorded["response"]["body"]);
        if (name == QStringLiteral("watch-too-old")) {
            tests::Collected watch(std::move(response));
            QVERIFY(watch.done);
            expected["object"]["message"] = "too old resource version: 1 (3)";
            COMPARE_JSON(normalised(json(watch.lines.at(0))), expected);
            return;
        }
        Json actual = normalised(tests::ApiFixture::bodyOf(response));
        for (Json *object :
             {&actual, &expected}) { // what happened between two recordings is not the call's doing
            if (object->is_object() && object->contains("spec") && object->contains("metadata")) {
                (*object)["metadata"].erase("generation");
                object->erase("status");
                for (Json &entry : (*object)["metadata"].value("managedFields", Json::array()))
                    entry.erase("time");
                // Times order the entries, and those of the state before are not ours.
                Json &fields = (*object)["metadata"]["managedFields"];
                if (fields.is_array()) {
                    std::erase_if(fields.get_ref<Json::array_t &>(), [](const Json &entry) {
                        return base::textAt(entry, "subresource") == "status";
                    });
                    std::sort(fields.begin(), fields.end(),
                              [](const Json &a, const Json &b) { return a.dump() < b.dump(); });
                }
            }
            if (object->is_object() && object->contains("items")) {
                for (Json &item : (*object)["items"])
                    item["metadata"].erase("managedFields");
            }
        }
        COMPARE_JSON(actual, expected);
    }
};

QTEST_APPLESS_MAIN(TestExchanges)
#include "tst_exchanges.moc"
