// SPDX-License-Identifier: GPL-3.0-or-later
// The recorded run of a real Knative Eventing 1.15, played again: the objects that it left behind, the order of their
// conditions, discovery and tables. No in-memory dispatcher ran there, so that Subscriptions never became ready; where a
// recorded condition says so, True is expected here, which is what a dispatcher makes of it. Nor did the in-memory
// channel's own webhook, which stamps the channels.
#include "eventing_world.h"

#include <QRegularExpression>
#include <algorithm>
#include <set>

using namespace sluice;
using namespace sluice::sandbox;
using base::Json;

namespace {

struct Kind {
    const char *group;
    const char *plural;
};
constexpr Kind kinds[] = {
    {"eventing.knative.dev", "brokers"},         {"eventing.knative.dev", "triggers"},
    {"messaging.knative.dev", "channels"},       {"messaging.knative.dev", "inmemorychannels"},
    {"messaging.knative.dev", "subscriptions"},  {"flows.knative.dev", "sequences"},
    {"flows.knative.dev", "parallels"},          {"sources.knative.dev", "pingsources"},
    {"sources.knative.dev", "apiserversources"}, {"sources.knative.dev", "containersources"},
    {"sources.knative.dev", "sinkbindings"},     {"sinks.knative.dev", "jobsinks"},
};

Json recorded(const QString &file)
{
    return tests::dataFile(QStringLiteral("recordings/eventing/") + file);
}

/// Without uids, times and versions, and as if a dispatcher had run.
Json normalised(const Json &value, const std::string &key = {})
{
    static const QRegularExpression uid(
        QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    if (value.is_object()) {
        Json result = Json::object();
        for (const auto &[name, child] : value.items()) {
            if (name == "managedFields" || name == "resourceVersion" || name == "creationTimestamp"
                || name == "lastTransitionTime")
                continue;
            result[name] = normalised(child, name);
        }
        const std::string reason = result.value("reason", "");
        if (reason == "SubscriptionNotMarkedReadyByChannel" || reason == "SubscriptionsNotReady") {
            result["status"] = "True";
            result.erase("reason");
            result.erase("message");
        }
        if (key == "status" && result.contains("conditions"))
            result.erase("subscribers"); // the dispatcher's part of a channel's status
        return result;
    }
    if (value.is_array()) {
        Json result = Json::array();
        for (const Json &child : value)
            result.push_back(normalised(child, key));
        if (key == "subscribers")
            std::sort(result.begin(), result.end(),
                      [](const Json &a, const Json &b) { return a.value("name", "") < b.value("name", ""); });
        return result;
    }
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>())
            .replace(uid, QStringLiteral("U"))
            .toStdString();
    return value;
}

/// "Addressable=True: Ready=False:NoAddress" of the conditions, sorted.
std::string stateOf(const Json &object)
{
    std::string state;
    std::vector<std::string> parts;
    const Json clean = normalised(object);
    for (const Json &entry : clean.value("status", Json::object()).value("conditions", Json::array()))
        parts.push_back(entry["type"].get<std::string>() + "=" + entry["status"].get<std::string>() + ":"
                        + entry.value("reason", ""));
    std::sort(parts.begin(), parts.end());
    for (const std::string &part : parts)
        state += part + " ";
    return state.empty() ? "none" : state;
}

using States = std::map<std::string, std::vector<std::string>>;

void note(States &states, const Json &object)
{
    std::vector<std::string> &list = states[normalised(object)["metadata"]["name"].get<std::string>()];
    const std::string state = stateOf(object);
    if (list.empty() || list.back() != state)
        list.push_back(state);
}

/// The calls of the recorded run in their order, with the milliseconds at which they were made.
constexpr std::pair<const char *, int> calls[] = {
    {"broker-default", 675},
    {"broker-dls", 896},
    {"broker-dls-missing", 969},
    {"trigger-ok", 1139},
    {"trigger-no-broker", 1228},
    {"trigger-no-subscriber-object", 1332},
    {"trigger-own-dls", 1433},
    {"trigger-filters", 1576},
    {"trigger-uri", 1682},
    {"channel", 1780},
    {"imc", 1850},
    {"subscription", 1950},
    {"subscription-no-channel", 2050},
    {"sequence", 2150},
    {"parallel", 2250},
    {"ping", 2403},
    {"ping-no-sink", 2611},
    {"apiserver", 2700},
    {"container", 2800},
    {"sinkbinding", 2900},
    {"jobsink", 3000},
};

} // namespace

class TestEventingRecorded : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        SimulationOptions options;
        options.containerStart = 0;
        options.imagePull = 0;
        options.applicationStart = 0;
        options.digestResolution = 30;
        options.ingressProbing = 0;
        m_world = std::make_unique<EventingWorld>(options);
        m_world->store.subscribe([this](const StoreEvent &event) {
            if (event.object->at("metadata").value("namespace", "") != "events"
                || event.type == EventType::Deleted)
                return;
            if (event.resource->plural == "events")
                m_events.insert(base::textAt(*event.object, "involvedObject.kind") + " "
                                + base::textAt(*event.object, "reason") + " "
                                + normalised(event.object->at("message")).get<std::string>());
            else
                note(m_states[event.resource->plural], *event.object);
        });
        int now = 0;
        for (const auto &[call, at] : calls) {
            if (now < 1000 && at >= 1000) // the receivers were made between the brokers and the triggers
                for (const char *service : {"api", "audit", "dlq"})
                    m_world->addService(service);
            m_world->clock.advance(at - now);
            now = at;
            const Json exchange = recorded(QStringLiteral("exchanges/%1.json").arg(QLatin1String(call)));
            const WriteOutcome made = m_world->create(exchange["request"]["body"]);
            QVERIFY2(made, made ? call : made.error().failure.message.c_str());
        }
        m_world->clock.advance(20000);
    }

    void objects_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("plural");
        for (const Kind &kind : kinds)
            QTest::newRow(kind.plural) << QString::fromLatin1(kind.group) << QString::fromLatin1(kind.plural);
    }
    void objects()
    {
        QFETCH(QString, group);
        QFETCH(QString, plural);
        Json expected = Json::object();
        const Json list = recorded(QStringLiteral("objects/%1.json").arg(plural));
        for (const Json &object : list["items"]) {
            const Json clean = normalised(object);
            expected[clean["metadata"]["name"].get<std::string>()] = clean;
        }
        Json actual = Json::object();
        for (const ObjectPtr &object : m_world->store.list(
                 m_world->type(group.toLatin1().constData(), plural.toLatin1().constData()), "events")) {
            Json clean = normalised(*object);
            // Controllers act under their own accounts here; the recorded ones all were the administrator's.
            const Json notes = clean["metadata"].value("annotations", Json::object());
            for (const auto &[key, value] : notes.items()) {
                if (value.is_string() && value.get<std::string>().starts_with("system:serviceaccount:"))
                    clean["metadata"]["annotations"][key] = "admin";
            }
            if (plural == QLatin1String("inmemorychannels")) {
                Json &stamps = clean["metadata"]["annotations"];
                for (const char *stamp : {"creator", "lastModifier", "subscribable"})
                    stamps.erase("messaging.knative.dev/" + std::string(stamp));
                if (stamps.empty())
                    clean["metadata"].erase("annotations");
            }
            actual[clean["metadata"]["name"].get<std::string>()] = clean;
        }
        COMPARE_JSON(actual, expected);
    }

    void conditionOrder_data()
    {
        QTest::addColumn<QString>("plural");
        for (const char *plural : {"brokers", "triggers", "subscriptions", "pingsources"})
            QTest::newRow(plural) << QString::fromLatin1(plural);
    }
    /// Every state that the recorded object was in comes in the same order here. In between there may be others: which
    /// ones depends on how two programs' writes met. So do the states in which a Trigger waits for a Broker or a Service
    /// that has no address yet; they are looked for only where the record ends with them.
    void conditionOrder()
    {
        const auto waits = [](const std::string &state) {
            return state.find("BrokerReady=Unknown:BrokerNotConfigured ") != std::string::npos
                || state.find("BrokerReady=False:NoAddress ") != std::string::npos
                || state.find("SubscriberResolved=False:Unable to get") != std::string::npos;
        };
        QFETCH(QString, plural);
        States expected;
        for (const Json &event : recorded(QStringLiteral("watches/%1.json").arg(plural)))
            note(expected, event["event"]["object"]);
        QString wrong;
        for (const auto &[name, states] : expected) {
            const std::vector<std::string> &actual = m_states[plural.toStdString()][name];
            auto at = actual.begin();
            for (const std::string &state : states) {
                if (waits(state) && &state != &states.back())
                    continue;
                at = std::find(at, actual.end(), state);
                if (at == actual.end()) {
                    wrong += QString::fromStdString(name + " is never " + state + "\n  but was\n");
                    for (const std::string &other : actual)
                        wrong += QStringLiteral("    ") + QString::fromStdString(other) + QLatin1Char('\n');
                    break;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void events()
    {
        QString missing;
        const Json list = recorded(QStringLiteral("objects/events.json"));
        for (const Json &event : list["items"]) {
            const std::string component = base::textAt(event, "source.component");
            static const std::set<std::string> ours = {
                "broker-controller",          "trigger-controller",         "subscription-controller",
                "inmemorychannel-controller", "channel-controller",         "pingsource-controller",
                "apiserversource-controller", "containersource-controller", "sinkbinding-controller"};
            const std::string message = base::textAt(event, "message");
            // Collisions of two writers, what only a missing dispatcher leads to, and what came too early there: a
            // Trigger before the address of its Service, a SinkBinding before its source's Deployment.
            if (message.find("Name = audit,") != std::string::npos
                || message == "deployments.apps \"beat-deployment\" not found")
                continue;
            if (!ours.count(component) || message.find("the object has been modified") != std::string::npos
                || base::textAt(event, "reason") == "SubscriptionNotMarkedReadyByChannel")
                continue;
            const std::string line = base::textAt(event, "involvedObject.kind") + " "
                + base::textAt(event, "reason") + " " + normalised(event["message"]).get<std::string>();
            if (!m_events.count(line))
                missing += QString::fromStdString(line) + QLatin1Char('\n');
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
    }

    void discovery_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        for (const char *group : {"eventing", "messaging", "flows", "sources"})
            QTest::newRow(group) << QStringLiteral("discovery/%1-v1.json").arg(QLatin1String(group))
                                 << QStringLiteral("/apis/%1.knative.dev/v1").arg(QLatin1String(group));
    }
    void discovery()
    {
        QFETCH(QString, file);
        QFETCH(QString, path);
        const Json expected = recorded(file);
        const Json actual = answer(path, "application/json");
        for (const Json &theirs : expected["resources"]) {
            const Json &resources = actual["resources"];
            const auto ours = std::find_if(resources.begin(), resources.end(), [&theirs](const Json &entry) {
                return entry["name"] == theirs["name"];
            });
            QVERIFY2(ours != resources.end(), theirs["name"].get_ref<const std::string &>().c_str());
            COMPARE_JSON(*ours, theirs);
        }
    }

    void tables_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("plural");
        for (const Kind &kind : kinds)
            QTest::newRow(kind.plural) << QString::fromLatin1(kind.group) << QString::fromLatin1(kind.plural);
        QTest::newRow("eventtypes") << QStringLiteral("eventing.knative.dev") << QStringLiteral("eventtypes");
        QTest::newRow("eventpolicies")
            << QStringLiteral("eventing.knative.dev") << QStringLiteral("eventpolicies");
    }
    void tables()
    {
        QFETCH(QString, group);
        QFETCH(QString, plural);
        const Json expected = recorded(QStringLiteral("tables/%1.json").arg(plural));
        const std::string version =
            m_world->type(group.toLatin1().constData(), plural.toLatin1().constData()).version;
        const Json table = answer(QStringLiteral("/apis/%1/%2/namespaces/events/%3")
                                      .arg(group, QString::fromStdString(version), plural),
                                  "application/json;as=Table;v=v1;g=meta.k8s.io");
        Json columns = table["columnDefinitions"];
        Json wanted = expected["columnDefinitions"];
        columns[0]["description"] = wanted[0]["description"] = ""; // of the name; in words of our own
        COMPARE_JSON(columns, wanted);
        if (plural == QLatin1String("eventtypes"))
            return;
        const auto rows = [](const Json &cells) {
            std::set<std::string> all;
            for (Json row : cells) {
                for (Json &cell : row) {
                    if (!cell.is_string())
                        continue;
                    const std::string text = cell.get<std::string>();
                    static const QRegularExpression age(QStringLiteral("^[0-9]+s$"));
                    if (age.match(QString::fromStdString(text)).hasMatch())
                        cell = "age";
                    else
                        cell = normalised(cell);
                }
                // Ready and Reason of what waited for the dispatcher.
                for (size_t i = 0; i + 1 < row.size(); ++i) {
                    if (row[i + 1] == "SubscriptionNotMarkedReadyByChannel"
                        || row[i + 1] == "SubscriptionsNotReady") {
                        row[i] = "True";
                        row[i + 1] = nullptr;
                    }
                }
                all.insert(base::dump(row));
            }
            return all;
        };
        Json cells = Json::array();
        for (const Json &row : table["rows"])
            cells.push_back(row["cells"]);
        QString difference;
        const auto ours = rows(cells);
        const auto theirs = rows(expected["cells"]);
        for (const std::string &row : theirs) {
            if (!ours.count(row))
                difference += QStringLiteral("missing ") + QString::fromStdString(row) + QLatin1Char('\n');
        }
        for (const std::string &row : ours) {
            if (!theirs.count(row))
                difference += QStringLiteral("only here ") + QString::fromStdString(row) + QLatin1Char('\n');
        }
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

private:
    Json answer(const QString &path, const std::string &accept)
    {
        m_world->api.addUser({"secret", "admin", {}, {"system:masters"}, Role::Admin, {}});
        const HttpResponse response = m_world->api.handle(
            {"GET", path.toStdString(), {{"Accept", accept}, {"Authorization", "Bearer secret"}}, {}});
        return *base::parseJson(response.body, path);
    }

    std::unique_ptr<EventingWorld> m_world;
    std::map<std::string, States> m_states; ///< plural -> name -> states
    std::set<std::string> m_events;
};

QTEST_GUILESS_MAIN(TestEventingRecorded)
#include "tst_eventing_recorded.moc"
