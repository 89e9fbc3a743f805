// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/catalog.h"
#include "schema/managed_fields.h"
#include "schema/typed_value.h"
#include "support/json_text.h"

using namespace sluice;
using base::Json;
using tests::json;

namespace {

const schema::KindSchema &service()
{
    return *schema::find("serving.knative.dev", "v1", "Service");
}
const schema::KindSchema &deployment()
{
    return *schema::find("apps", "v1", "Deployment");
}

schema::FieldWriter writer(const char *manager, const char *operation,
                           const char *time = "2026-01-01T00:00:00Z")
{
    return {manager, operation, {}, time};
}

/// fieldsV1 by "manager operation".
Json owned(const Json &object)
{
    Json result = Json::object();
    for (const Json &entry : object["metadata"].value("managedFields", Json::array()))
        result[base::textAt(entry, "manager") + ' ' + base::textAt(entry, "operation")] = entry["fieldsV1"];
    return result;
}

Json updated(const schema::KindSchema &kind, const Json *before, Json after, const schema::FieldWriter &by)
{
    after["metadata"]["managedFields"] = schema::trackedFields(kind, before, after, by);
    return after;
}

} // namespace

class TestManagedFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsJsonRoundTrip()
    {
        // Keys of list entries are JSON in JSON; moc cannot read those inside raw strings.
        const std::string port = "k:" + base::dump(json(R"({"port":80})"));
        Json fields = json(R"({"f:metadata":{"f:labels":{".":{},"f:team":{}}},"f:spec":{"f:ports":{}}})");
        fields["f:spec"]["f:ports"][port] = json(R"({".":{},"f:port":{}})");
        fields["f:spec"]["f:ports"]["v:" + base::dump(Json("x"))] = Json::object();
        const auto set = schema::FieldSet::fromJson(fields);
        QVERIFY(set);
        COMPARE_JSON(set->toJson(), fields);
        QVERIFY(set->contains({"f:metadata", "f:labels"}));
        QVERIFY(!set->contains({"f:metadata"}));
        QVERIFY(!schema::FieldSet::fromJson(json(R"({"spec":{}})")));
        QVERIFY(!schema::FieldSet::fromJson(json(R"({"f:spec":1})")));
    }

    void pathsAreNamedAsTheServerDoes()
    {
        QCOMPARE(schema::pathText({"f:spec", "f:containers", R"(k:{"name":"x"})", "f:image"}),
                 std::string(R"(.spec.containers[name="x"].image)"));
        QCOMPARE(schema::pathText({"f:ports", R"(k:{"containerPort":80,"protocol":"TCP"})"}),
                 std::string(R"(.ports[containerPort=80,protocol="TCP"])"));
        QCOMPARE(schema::pathText({"f:finalizers", R"(v:"a")"}), std::string(R"(.finalizers[="a"])"));
    }

    void createOwnsWhatWasSent()
    {
        const Json object =
            updated(service(), nullptr, json(R"({"apiVersion":"serving.knative.dev/v1","kind":"Service",
            "metadata":{"name":"hello"},"spec":{"template":{"metadata":{},"spec":{"containers":[{"image":"a"}]}}}})"),
                    writer("curl", "Update"));
        COMPARE_JSON(owned(object),
                     json(R"({"curl Update":{"f:spec":{".":{},"f:template":{".":{},"f:metadata":{},
            "f:spec":{".":{},"f:containers":{}}}}}})"));
    }

    void updateTakesWhatItChanges()
    {
        const Json first = updated(service(), nullptr,
                                   json(R"({"metadata":{"labels":{"a":"1","b":"1"}},"spec":{"traffic":[]}})"),
                                   writer("one", "Update"));
        Json next = first;
        next["metadata"]["labels"] = {{"a", "2"}, {"c", "1"}};
        const Json second = updated(service(), &first, next, writer("two", "Update", "2026-01-02T00:00:00Z"));
        COMPARE_JSON(owned(second),
                     json(R"({"one Update":{"f:metadata":{"f:labels":{}},"f:spec":{".":{},"f:traffic":{}}},
                              "two Update":{"f:metadata":{"f:labels":{"f:a":{},"f:c":{}}}}})"));
        Json same = second;
        const Json third = updated(service(), &second, same, writer("two", "Update", "2026-01-03T00:00:00Z"));
        COMPARE_JSON(third, second); // nothing changed, so no time moves
    }

    void resetClears()
    {
        const Json first = updated(service(), nullptr, json(R"({"metadata":{"labels":{"a":"1"}}})"),
                                   writer("one", "Update"));
        Json reset = first;
        reset["metadata"]["managedFields"] = json("[{}]");
        QVERIFY(schema::trackedFields(service(), &first, reset, writer("one", "Update")).empty());
    }

    void applyConflictsAndForce()
    {
        const Json live = updated(
            service(), nullptr,
            json(R"({"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"hello"},
            "spec":{"template":{"metadata":{},"spec":{"containers":[{"image":"a"}]}}}})"),
            writer("curl", "Update"));
        const Json config =
            json(R"({"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"hello"},
            "spec":{"template":{"metadata":{},"spec":{"containers":[{"image":"b"}]}},"traffic":[{"latestRevision":true}]}})");
        const auto refused = schema::apply(service(), &live, config, writer("sluice", "Apply"), false);
        QVERIFY(!refused.object);
        QCOMPARE(QString::fromStdString(schema::conflictMessage(refused.conflicts)),
                 QStringLiteral(
                     "Apply failed with 1 conflict: conflict with \"curl\" using serving.knative.dev/v1: "
                     ".spec.template.spec.containers"));
        const auto forced = schema::apply(service(), &live, config, writer("sluice", "Apply"), true);
        QVERIFY(forced.object);
        COMPARE_JSON(
            owned(*forced.object),
            json(
                R"({"sluice Apply":{"f:spec":{"f:template":{"f:metadata":{},"f:spec":{"f:containers":{}}},"f:traffic":{}}},
                "curl Update":{"f:spec":{".":{},"f:template":{".":{},"f:metadata":{},"f:spec":{}}}}})"));
        COMPARE_JSON((*forced.object)["spec"]["template"]["spec"]["containers"][0]["image"], Json("b"));
    }

    void severalConflictsAreListed()
    {
        const Json live = updated(deployment(), nullptr, json(R"({"spec":{"replicas":1,"paused":true}})"),
                                  writer("a", "Update"));
        const auto refused =
            schema::apply(deployment(), &live, json(R"({"spec":{"replicas":2,"paused":false}})"),
                          writer("b", "Apply"), false);
        QCOMPARE(QString::fromStdString(schema::conflictMessage(refused.conflicts)),
                 QStringLiteral("Apply failed with 2 conflicts: conflicts with \"a\" using apps/v1:\n- "
                                ".spec.paused\n- .spec.replicas"));
    }

    void sameValueIsShared()
    {
        const Json live =
            updated(deployment(), nullptr, json(R"({"spec":{"replicas":2}})"), writer("a", "Update"));
        const auto shared = schema::apply(deployment(), &live, json(R"({"spec":{"replicas":2}})"),
                                          writer("b", "Apply"), false);
        QVERIFY(shared.object);
        QCOMPARE(owned(*shared.object).size(), size_t(2));
    }

    void leftOutFieldsGoWhenSolelyOwned()
    {
        const auto first = schema::apply(
            deployment(), nullptr,
            json(R"({"metadata":{"labels":{"x":"1","y":"1"}},"spec":{"replicas":2,"minReadySeconds":5}})"),
            writer("a", "Apply"), false);
        QVERIFY(first.object);
        const Json shared =
            *schema::apply(deployment(), first.object.get(), json(R"({"spec":{"minReadySeconds":5}})"),
                           writer("b", "Apply"), false)
                 .object;
        const auto second = schema::apply(deployment(), &shared,
                                          json(R"({"metadata":{"labels":{"x":"1"}},"spec":{"paused":true}})"),
                                          writer("a", "Apply"), false);
        QVERIFY(second.object);
        COMPARE_JSON((*second.object)["spec"], json(R"({"minReadySeconds":5,"paused":true})"));
        COMPARE_JSON((*second.object)["metadata"]["labels"], json(R"({"x":"1"})"));
    }

    void keyedListsMergeByKey()
    {
        const Json live = updated(
            deployment(), nullptr,
            json(
                R"({"spec":{"template":{"spec":{"containers":[{"name":"app","image":"a"},{"name":"side","image":"s"}]}}}})"),
            writer("a", "Update"));
        const auto result = schema::apply(
            deployment(), &live,
            json(
                R"({"spec":{"template":{"spec":{"containers":[{"name":"new","image":"n"},{"name":"app","args":["x"]}]}}}})"),
            writer("b", "Apply"), false);
        QVERIFY(result.object);
        COMPARE_JSON(
            (*result.object)["spec"]["template"]["spec"]["containers"],
            json(
                R"([{"name":"new","image":"n"},{"name":"app","image":"a","args":["x"]},{"name":"side","image":"s"}])"));
        const Json fields =
            owned(*result.object)["b Apply"]["f:spec"]["f:template"]["f:spec"]["f:containers"];
        Json expected = Json::object();
        expected["k:" + base::dump(json(R"({"name":"app"})"))] = json(R"({".":{},"f:args":{},"f:name":{}})");
        expected["k:" + base::dump(json(R"({"name":"new"})"))] = json(R"({".":{},"f:image":{},"f:name":{}})");
        COMPARE_JSON(fields, expected);
    }

    void configurationsMustFitTheTable_data()
    {
        QTest::addColumn<QString>("configuration");
        QTest::addColumn<QString>("error");
        QTest::newRow("unknown") << QStringLiteral(R"({"spec":{"x":1}})")
                                 << QStringLiteral(".spec.x: field not declared in schema");
        QTest::newRow("duplicate")
            << QStringLiteral(R"({"spec":{"template":{"spec":{"containers":[{"name":"a"},{"name":"a"}]}}}})")
            << QStringLiteral(".spec.template.spec.containers: duplicate entries for key [name=\"a\"]");
        QTest::newRow("no key")
            << QStringLiteral(R"({"spec":{"template":{"spec":{"containers":[{"image":"a"}]}}}})")
            << QStringLiteral(
                   ".spec.template.spec.containers: element 0: associative list with keys has an element "
                   "that omits key field \"name\" (and doesn't have default value)");
        QTest::newRow("type") << QStringLiteral(R"({"spec":{"replicas":"two"}})")
                              << QStringLiteral(
                                     ".spec.replicas: expected numeric (int or float), got string");
    }
    void configurationsMustFitTheTable()
    {
        QFETCH(QString, configuration);
        QFETCH(QString, error);
        const auto result = schema::apply(deployment(), nullptr, json(configuration.toStdString()),
                                          writer("a", "Apply"), false);
        QVERIFY(!result.object);
        QCOMPARE(QString::fromStdString(result.typeErrors.at(0)), error);
    }

    void ownersAreFound()
    {
        const Json live =
            updated(service(), nullptr, json(R"({"spec":{"traffic":[]}})"), writer("kubectl-edit", "Update"));
        const auto owners = schema::ownersOf(live, {"f:spec", "f:traffic"});
        QCOMPARE(owners.size(), size_t(1));
        QCOMPARE(owners[0].manager, std::string("kubectl-edit"));
        QVERIFY(schema::ownersOf(live, {"f:spec", "f:template"}).empty());
    }
};

QTEST_APPLESS_MAIN(TestManagedFields)
#include "tst_managed_fields.moc"
