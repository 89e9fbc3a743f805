// SPDX-License-Identifier: GPL-3.0-or-later
// What Knative Eventing 1.15's webhooks answered, word for word.
#include "eventing_world.h"

#include <QDir>

using namespace sluice;
using namespace sluice::sandbox;
using base::Json;

namespace {

/// The kind of a recorded validation case: Triggers do not say it.
std::pair<const char *, const char *> kindOf(const Json &recorded)
{
    const std::string kind = recorded.value("kind", "Trigger");
    static const std::map<std::string, const char *> groups = {
        {"Trigger", "eventing.knative.dev/v1"},        {"Broker", "eventing.knative.dev/v1"},
        {"Subscription", "messaging.knative.dev/v1"},  {"Sequence", "flows.knative.dev/v1"},
        {"Parallel", "flows.knative.dev/v1"},          {"PingSource", "sources.knative.dev/v1"},
        {"ApiServerSource", "sources.knative.dev/v1"}, {"ContainerSource", "sources.knative.dev/v1"},
        {"SinkBinding", "sources.knative.dev/v1"}};
    const auto found = groups.find(kind);
    return {found->second, found->first.c_str()};
}

Json recorded(const QString &file)
{
    return tests::dataFile(QStringLiteral("recordings/eventing/") + file);
}

/// Without what differs from run to run.
Json stable(Json object)
{
    for (const char *key : {"uid", "resourceVersion", "creationTimestamp", "managedFields"})
        object["metadata"].erase(key);
    return object;
}

std::string refusal(const WriteOutcome &outcome)
{
    return outcome ? "accepted" : outcome.error().failure.message;
}

} // namespace

class TestEventingAdmission : public QObject {
    Q_OBJECT
    std::unique_ptr<EventingWorld> m_shared; ///< for what changes nothing: a world takes long to build
private Q_SLOTS:
    void initTestCase() { m_shared = std::make_unique<EventingWorld>(); }
    void cleanupTestCase() { m_shared.reset(); }

    void recordedAnswers_data()
    {
        QTest::addColumn<QString>("name");
        const Json cases = recorded(QStringLiteral("validation.json"));
        QCOMPARE(cases.size(), size_t(35));
        for (const auto &[name, value] : cases.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void recordedAnswers()
    {
        QFETCH(QString, name);
        const Json expected = recorded(QStringLiteral("validation.json")).at(name.toStdString());
        EventingWorld &world = *m_shared;
        const auto [apiVersion, kind] = kindOf(expected);
        Json object{{"apiVersion", apiVersion},
                    {"kind", kind},
                    {"metadata", {{"name", "bad"}, {"namespace", "events"}}},
                    {"spec", expected["spec"]}};
        if (name == QLatin1String("broker-bad-class"))
            object["metadata"]["annotations"]["eventing.knative.dev/broker.class"] = "";
        const WriteOutcome outcome = world.create(object, true);
        QCOMPARE(refusal(outcome), expected["message"].get<std::string>());
        QCOMPARE(outcome ? 201 : outcome.error().failure.code, expected["code"].get<int>());
    }

    void recordedExchanges_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(SLUICE_TEST_DATA "/recordings/eventing/exchanges"));
        for (const QString &file : folder.entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(file)) << file;
    }
    void recordedExchanges()
    {
        QFETCH(QString, file);
        const Json exchange = recorded(QStringLiteral("exchanges/") + file);
        const Json &request = exchange["request"];
        EventingWorld world;
        world.api.addUser({"secret", "admin", {}, {"system:masters"}, Role::Admin, {}});
        if (request["method"] == "PATCH") {
            Json before = recorded(QStringLiteral("exchanges/trigger-ok.json"))["request"]["body"];
            QVERIFY(world.create(before));
        }
        const HttpResponse answer = world.api.handle({request["method"],
                                                      request["path"],
                                                      {{"Content-Type", request["contentType"]},
                                                       {"Accept", request["accept"]},
                                                       {"Authorization", "Bearer secret"},
                                                       {"User-Agent", "Python-urllib/3.11"}},
                                                      base::dump(request["body"])});
        const Json body = *base::parseJson(answer.body, file);
        QCOMPARE(answer.status, exchange["response"]["code"].get<int>());
        if (answer.status < 300) {
            Json expected = exchange["response"]["body"];
            if (file == QLatin1String("imc.json")) // the in-memory channel's own webhook did not run there
                expected["metadata"]["annotations"] = {{"messaging.knative.dev/creator", "admin"},
                                                       {"messaging.knative.dev/lastModifier", "admin"},
                                                       {"messaging.knative.dev/subscribable", "v1"}};
            COMPARE_JSON(stable(body), stable(expected));
            Json theirs = exchange["response"]["body"]["metadata"]["managedFields"];
            Json ours = body["metadata"]["managedFields"];
            QCOMPARE(base::dump(ours[0]["fieldsV1"]), base::dump(theirs[0]["fieldsV1"]));
        } else {
            COMPARE_JSON(body, exchange["response"]["body"]);
        }
    }

    void words_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("message");
        const QString sink = QStringLiteral("\"sink\":{\"uri\":\"http://example.com\"}");
        const auto row = [](const char *name, const char *kind, const QString &spec, const char *message) {
            QTest::newRow(name) << QString::fromLatin1(kind) << spec << QString::fromLatin1(message);
        };
        const QString subscriber =
            QStringLiteral("\"broker\":\"b\",\"subscriber\":{\"uri\":\"http://example.com\"}");
        row("filters keep their turn", "eventing.knative.dev/v1 Trigger",
            QStringLiteral("{%1,\"filters\":[{\"exact\":{\"A\":\"x\"}},{\"exact\":{\"type\":\"x\"}}]}")
                .arg(subscriber),
            "invalid key name \"A\": spec.filters[1][0].exact[A]\nAttribute name must start with a letter "
            "and can only "
            "contain lowercase alphanumeric");
        row("nested filters", "eventing.knative.dev/v1 Trigger",
            QStringLiteral("{%1,\"filters\":[{\"not\":{\"all\":[{\"cesql\":\"1 +\"}]}}]}").arg(subscriber),
            "invalid value: 1 +: spec.filters[0].not.all[0].cesql");
        row("zero timeout", "eventing.knative.dev/v1 Trigger",
            QStringLiteral("{%1,\"delivery\":{\"timeout\":\"PT0S\"}}").arg(subscriber),
            "invalid value: PT0S: spec.delivery.timeout");
        row("format", "eventing.knative.dev/v1 Trigger",
            QStringLiteral("{%1,\"delivery\":{\"format\":\"xml\"}}").arg(subscriber),
            "invalid value: xml: spec.delivery.format");
        row("both brokers", "eventing.knative.dev/v1 Trigger",
            QStringLiteral("{%1,\"brokerRef\":{\"name\":\"b\"}}").arg(subscriber),
            "expected exactly one, got both: spec.broker, spec.brokerRef");
        row("channel template", "messaging.knative.dev/v1 Channel",
            QStringLiteral("{\"channelTemplate\":{\"kind\":\"InMemoryChannel\"}}"),
            "missing field(s): spec.channelTemplate.apiVersion");
        row("channel namespace", "messaging.knative.dev/v1 Channel",
            QStringLiteral("{\"delivery\":{\"deadLetterSink\":{\"ref\":{\"apiVersion\":\"v1\",\"kind\":"
                           "\"Service\",\"name\":\"a\",\"namespace\":\"other\"}}}}"),
            "mismatched namespaces: spec.delivery.deadLetterSink.ref.namespace\nparent namespace: \"events\" "
            "does not "
            "match ref: \"other\"");
        row("channel of a subscription", "messaging.knative.dev/v1 Subscription",
            QStringLiteral("{\"channel\":{\"apiVersion\":\"v1\",\"kind\":\"C\",\"name\":\"c\",\"namespace\":"
                           "\"x\"},\"subscriber\":{\"uri\":\"http://a\"}}"),
            "must not set the field(s): spec.channel.namespace\nonly name, apiVersion and kind are supported "
            "fields when "
            "feature.CrossNamespaceEventLinks is disabled");
        row("time zone", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"timezone\":\"Mars/Base\"}").arg(sink),
            "invalid value: provided bad location Mars/Base: unknown time zone Mars/Base: spec.timezone");
        row("minute 60", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"schedule\":\"60 * * * *\"}").arg(sink),
            "invalid value: end of range (60) above maximum (59): 60: spec.schedule");
        row("no number", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"schedule\":\"x * * * *\"}").arg(sink),
            "invalid value: failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax: "
            "spec.schedule");
        row("every", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"schedule\":\"@every 5m\"}").arg(sink),
            "invalid value: unsupported descriptor @every: spec.schedule");
        row("an array", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"contentType\":\"application/json\",\"data\":\"[1]\"}").arg(sink),
            "invalid value: json: cannot unmarshal array into Go value of type map[string]interface {}: "
            "spec.data");
        row("data twice", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"data\":\"a\",\"dataBase64\":\"YQ==\"}").arg(sink),
            "expected exactly one, got both: spec.data, spec.dataBase64");
        row("override", "sources.knative.dev/v1 PingSource",
            QStringLiteral("{%1,\"ceOverrides\":{\"extensions\":{\"a-b\":\"c\"}}}").arg(sink),
            "invalid key name \"a-b\": spec.ceOverrides.extensions\nkeys are expected to be alphanumeric");
        row("subject elsewhere", "sources.knative.dev/v1 SinkBinding",
            QStringLiteral("{%1,\"subject\":{\"apiVersion\":\"apps/"
                           "v1\",\"kind\":\"Deployment\",\"namespace\":\"x\",\"name\":\"a\"}}")
                .arg(sink),
            "invalid value: x: spec.subject.namespace");
        row("event type", "eventing.knative.dev/v1beta2 EventType", QStringLiteral("{\"source\":\"/a\"}"),
            "missing field(s): spec.type");
        row("job", "sinks.knative.dev/v1alpha1 JobSink", QStringLiteral("{}"),
            "expected exactly one, got neither: spec.job");
    }
    void words()
    {
        QFETCH(QString, kind);
        QFETCH(QString, spec);
        QFETCH(QString, message);
        EventingWorld &world = *m_shared;
        const QStringList parts = kind.split(u' ');
        const WriteOutcome outcome = world.create({{"apiVersion", parts[0].toStdString()},
                                                   {"kind", parts[1].toStdString()},
                                                   {"metadata", {{"name", "bad"}}},
                                                   {"spec", tests::json(spec.toStdString())}},
                                                  true);
        QCOMPARE(refusal(outcome),
                 "admission webhook \"validation.webhook.eventing.knative.dev\" denied the request: "
                 "validation failed: "
                     + message.toStdString());
    }

    void unknownFieldsThatTheCrdKeeps()
    {
        EventingWorld world;
        const WriteOutcome outcome =
            world.create("eventing.knative.dev", "triggers", "t",
                         {{"broker", "b"}, {"subscriber", {{"uri", "http://a"}}}, {"colour", "red"}});
        QCOMPARE(
            refusal(outcome),
            std::string(
                "admission webhook \"webhook.eventing.knative.dev\" denied the request: mutation failed: "
                "cannot decode incoming new object: json: unknown field \"colour\""));
    }

    void lastModifierFollowsTheSpec()
    {
        EventingWorld world;
        QVERIFY(world.create("eventing.knative.dev", "brokers", "b", Json::object()));
        const auto modifier = [&world] {
            return world.get("eventing.knative.dev", "brokers", "b")
                ->at("metadata")["annotations"]["eventing.knative.dev/lastModifier"]
                .get<std::string>();
        };
        world.admin.user = "eve";
        QVERIFY(
            world.patch("eventing.knative.dev", "brokers", "b", {{"metadata", {{"labels", {{"a", "b"}}}}}}));
        QCOMPARE(modifier(), std::string("admin"));
        QVERIFY(
            world.patch("eventing.knative.dev", "brokers", "b", {{"spec", {{"delivery", {{"retry", 3}}}}}}));
        QCOMPARE(modifier(), std::string("eve"));
        const WriteOutcome changed =
            world.patch("eventing.knative.dev", "brokers", "b",
                        {{"metadata", {{"annotations", {{"eventing.knative.dev/broker.class", "Kafka"}}}}}});
        QVERIFY(
            refusal(changed).find("Immutable annotations changed (-old +new): annotations\n{string}:\n\t-: "
                                  "\"MTChannelBasedBroker\"\n\t+: \"Kafka\"")
            != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestEventingAdmission)
#include "tst_eventing_admission.moc"
