// SPDX-License-Identifier: GPL-3.0-or-later
// Replays the five recorded steps and compares every object, and the order of conditions, with what a real cluster
// had. Differences that are accepted, with their reasons, are in tests/conformance/differences.md.
#include "sandbox_knative/simulated_world.h"

#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <map>
#include <set>

using namespace sluice;
using namespace sluice::sandbox;
using base::Json;

namespace {

struct Kind {
    const char *file;
    const char *group;
    const char *plural;
};
constexpr Kind kinds[] = {
    {"services", "serving.knative.dev", "services"},
    {"configurations", "serving.knative.dev", "configurations"},
    {"revisions", "serving.knative.dev", "revisions"},
    {"routes", "serving.knative.dev", "routes"},
    {"podautoscalers", "autoscaling.internal.knative.dev", "podautoscalers"},
    {"metrics", "autoscaling.internal.knative.dev", "metrics"},
    {"serverlessservices", "networking.internal.knative.dev", "serverlessservices"},
    {"ingresses", "networking.internal.knative.dev", "ingresses"},
    {"images", "caching.internal.knative.dev", "images"},
    {"deployments", "apps", "deployments"},
    {"replicasets", "apps", "replicasets"},
    {"pods", "", "pods"},
    {"core-services", "", "services"},
    {"endpointslices", "discovery.k8s.io", "endpointslices"},
};

/// "kind | where | reason" rows of the table of accepted differences.
struct Accepted {
    std::string kind;
    QRegularExpression where;
};
std::vector<Accepted> acceptedDifferences(const QString &section)
{
    QFile file(QStringLiteral(SLUICE_SOURCE_DIR "/tests/conformance/differences.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    std::vector<Accepted> accepted;
    bool inside = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("## ")))
            inside = line.mid(3).trimmed() == section;
        const QStringList cells = line.split(QStringLiteral(" | "));
        if (inside && cells.size() == 3 && cells[1].contains(QLatin1Char('`'))) {
            QString kind = cells[0];
            QString where = cells[1].trimmed();
            kind.remove(QLatin1Char('|'));
            where.remove(QLatin1Char('`'));
            if (cells[2].trimmed().size() < 10)
                qFatal("an accepted difference has no reason: %s", qPrintable(line));
            accepted.push_back({kind.trimmed().toStdString(),
                                QRegularExpression(QRegularExpression::anchoredPattern(where))});
        }
    }
    return accepted;
}

/// Takes away what differs from run to run: ids, versions, times, random suffixes, addresses.
Json normalised(Json value, const std::string &key = {})
{
    if (value.is_object()) {
        value.erase("managedFields");
        value.erase("resourceVersion");
        for (auto it = value.begin(); it != value.end(); ++it)
            it.value() = normalised(it.value(), it.key());
        return value;
    }
    if (value.is_array()) {
        for (Json &entry : value)
            entry = normalised(entry, key);
        if (key == "ports" || key == "endpoints")
            std::sort(value.begin(), value.end());
        return value;
    }
    if (!value.is_string())
        return value;
    QString text = QString::fromStdString(value.get<std::string>());
    static const QRegularExpression uid(
        QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    static const QRegularExpression time(
        QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
    static const QRegularExpression address(QStringLiteral("\\b10\\.(96|240)\\.\\d+\\.\\d+\\b"));
    static const QRegularExpression pod(QStringLiteral("(-deployment)-[a-z0-9]{8,10}-[a-z0-9]{5}\\b"));
    static const QRegularExpression set(QStringLiteral("(-deployment)-[a-z0-9]{8,10}\\b"));
    static const QRegularExpression slice(
        QStringLiteral("^((?:hello|byo)-(?:\\d{5}|v1)(?:-private)?)-[a-z0-9]{5}$"));
    static const QRegularExpression activator(QStringLiteral("^activator-[a-z0-9-]+$"));
    text.replace(activator, QStringLiteral("activator-<id>"));
    text.replace(uid, QStringLiteral("<uid>"));
    text.replace(time, QStringLiteral("<time>"));
    text.replace(address, QStringLiteral("<ip>"));
    text.replace(pod, QStringLiteral("\\1-<hash>-<id>"));
    text.replace(set, QStringLiteral("\\1-<hash>"));
    text.replace(slice, QStringLiteral("\\1-<id>"));
    if (key == "pod-template-hash")
        text = QStringLiteral("<hash>");
    return text.toStdString();
}

/// Every path where the two differ, with both values.
void differences(const Json &expected, const Json &actual, const std::string &path,
                 std::vector<std::pair<std::string, std::string>> &out)
{
    if (expected == actual)
        return;
    if (expected.is_object() && actual.is_object()) {
        std::set<std::string> keys;
        for (const auto &[key, value] : expected.items())
            keys.insert(key);
        for (const auto &[key, value] : actual.items())
            keys.insert(key);
        for (const std::string &key : keys) {
            const Json absent = "<absent>";
            differences(expected.contains(key) ? expected[key] : absent,
                        actual.contains(key) ? actual[key] : absent, path + "/" + key, out);
        }
        return;
    }
    if (expected.is_array() && actual.is_array() && expected.size() == actual.size()) {
        for (size_t i = 0; i < expected.size(); ++i)
            differences(expected[i], actual[i], path + "/" + std::to_string(i), out);
        return;
    }
    out.emplace_back(path, base::dump(expected) + " != " + base::dump(actual));
}

std::string stateOf(const Json &object)
{
    std::string state;
    if (object.contains("status") && object["status"].contains("conditions")) {
        std::vector<std::string> parts;
        for (const Json &entry : object["status"]["conditions"]) {
            parts.push_back(entry["type"].get<std::string>() + "=" + entry["status"].get<std::string>() + ":"
                            + entry.value("reason", ""));
        }
        std::sort(parts.begin(), parts.end());
        for (const std::string &part : parts)
            state += part + " ";
    }
    return state.empty() ? "none" : state;
}

using States = std::map<std::string, std::vector<std::string>>;

void note(States &states, const std::string &name, const std::string &state)
{
    std::vector<std::string> &list = states[name];
    if (list.empty() || list.back() != state)
        list.push_back(state);
}

/// As the recorded cluster was set up: pods are mere records, ghcr.io is not asked for digests.
SimulationOptions recordedCluster()
{
    SimulationOptions options;
    options.nodeName = "kwok-0";
    options.nodeAddress = "127.0.0.1";
    options.containerStart = 0;
    options.imagePull = 0;
    options.applicationStart = 0;
    options.digestResolution = 30;
    options.ingressProbing = 0;
    options.podsServeMetrics = false;
    return options;
}

Json recordedSettings()
{
    return {{"config-deployment",
             {{"queue-sidecar-image", "ko://knative.dev/serving/cmd/queue"},
              {"registries-skipping-tag-resolving", "ghcr.io"}}}};
}

} // namespace

class TestRecordedSteps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void objects_data();
    void objects();
    void conditionOrder_data();
    void conditionOrder();
    void events();

private:
    void snapshot(const char *step);
    void change(const Json &patch);

    std::unique_ptr<SimulatedWorld> m_world;
    std::map<std::string, Json> m_snapshots; ///< "step/kind" -> name -> object
    std::map<std::string, States> m_states; ///< kind -> name -> states
    std::set<std::string> m_events;
};

void TestRecordedSteps::snapshot(const char *step)
{
    for (const Kind &kind : kinds) {
        Json all = Json::object();
        for (const ObjectPtr &object : m_world->store.list(m_world->type(kind.group, kind.plural), "shop")) {
            const Json clean = normalised(*object);
            all[clean["metadata"]["name"].get<std::string>()] = clean;
        }
        m_snapshots[std::string(step) + "/" + kind.file] = std::move(all);
    }
}

void TestRecordedSteps::change(const Json &patch)
{
    const WriteOutcome outcome = m_world->patch("hello", patch);
    if (!outcome)
        QFAIL(outcome.error().failure.message.c_str());
}

void TestRecordedSteps::initTestCase()
{
    m_world = std::make_unique<SimulatedWorld>(recordedCluster(), recordedSettings());
    m_world->store.subscribe([this](const StoreEvent &event) {
        const Json &object = *event.object;
        if (object["metadata"].value("namespace", "") != "shop")
            return;
        if (event.resource->plural == "events") {
            m_events.insert(object["involvedObject"]["kind"].get<std::string>() + " "
                            + object["reason"].get<std::string>() + " "
                            + normalised(object["message"]).get<std::string>());
            return;
        }
        for (const Kind &kind : kinds) {
            if (event.resource->group == kind.group && event.resource->plural == kind.plural
                && event.type != EventType::Deleted)
                note(m_states[kind.file], normalised(object)["metadata"]["name"].get<std::string>(),
                     stateOf(object));
        }
    });
    const Json create = recordedFile(QStringLiteral("exchanges/create-service.json"));
    QVERIFY(m_world->store.create(m_world->service(), create["request"]["body"], m_world->admin).has_value());
    m_world->clock.advance(2000);
    snapshot("1-first-apply");

    Json spec{{"template", {{"spec", {{"containers", {{{"image", "ghcr.io/acme/hello:2"}}}}}}}},
              {"traffic",
               {{{"latestRevision", true}, {"percent", 10}, {"tag", "green"}},
                {{"revisionName", "hello-00001"}, {"percent", 90}}}}};
    change({{"spec", spec}});
    m_world->clock.advance(2000);
    snapshot("2-split-10-90");

    change(recordedFile(QStringLiteral("exchanges/traffic-only.json"))["request"]["body"]);
    m_world->clock.advance(900);
    snapshot("3-traffic-only");

    change(recordedFile(QStringLiteral("exchanges/missing-revision.json"))["request"]["body"]);
    m_world->clock.advance(2200);
    snapshot("4-missing-revision");

    change({{"spec", {{"traffic", {{{"latestRevision", true}, {"percent", 100}}}}}}});
    m_world->clock.advance(2000);
    change({{"metadata", {{"labels", {{"team", "shop"}}}}}});
    m_world->clock.advance(1000);
    QVERIFY(m_world->store
                .create(m_world->service(),
                        {{"metadata", {{"name", "byo"}, {"namespace", "shop"}}},
                         {"spec",
                          {{"template",
                            {{"metadata", {{"name", "byo-v1"}}},
                             {"spec", {{"containers", {{{"image", "ghcr.io/acme/hello:1"}}}}}}}}}}},
                        m_world->admin)
                .has_value());
    m_world->clock.advance(2000);
    QVERIFY(m_world->store.remove(m_world->service(), "shop", "hello", {}, m_world->admin).has_value());
    snapshot("5-after-delete");
}

void TestRecordedSteps::objects_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("kind");
    for (const char *step :
         {"1-first-apply", "2-split-10-90", "3-traffic-only", "4-missing-revision", "5-after-delete"}) {
        for (const Kind &kind : kinds) {
            QTest::newRow((std::string(step) + "/" + kind.file).c_str())
                << QString::fromLatin1(step) << QString::fromLatin1(kind.file);
        }
    }
}

void TestRecordedSteps::objects()
{
    QFETCH(QString, step);
    QFETCH(QString, kind);
    static const std::vector<Accepted> accepted = acceptedDifferences(QStringLiteral("Objects"));
    const Json recorded = recordedFile(QStringLiteral("steps/%1/%2.json").arg(step, kind));
    const Json &actual = m_snapshots[(step + QLatin1Char('/') + kind).toStdString()];
    Json expected = Json::object();
    for (const Json &object : recorded["items"]) {
        Json clean = normalised(object);
        // Lists of Kubernetes' own kinds do not repeat the kind in each item.
        for (const char *key : {"apiVersion", "kind"})
            clean.erase(key);
        expected[clean["metadata"]["name"].get<std::string>()] = clean;
    }
    Json present = actual;
    for (Json &object : present) {
        for (const char *key : {"apiVersion", "kind"})
            object.erase(key);
    }
    std::vector<std::pair<std::string, std::string>> found;
    differences(expected, present, {}, found);
    QString unexpected;
    for (const auto &[path, what] : found) {
        const bool known = std::any_of(accepted.begin(), accepted.end(), [&](const Accepted &row) {
            return (row.kind == "*" || row.kind == kind.toStdString())
                && row.where.match(QString::fromStdString(path)).hasMatch();
        });
        if (!known)
            unexpected += QString::fromStdString(path + ": " + what.substr(0, 600) + "\n");
    }
    QVERIFY2(unexpected.isEmpty(), qPrintable(QStringLiteral("recorded != simulated\n") + unexpected));
}

void TestRecordedSteps::conditionOrder_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"services", "configurations", "revisions", "routes", "podautoscalers",
                             "serverlessservices", "ingresses", "metrics", "deployments", "pods"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestRecordedSteps::conditionOrder()
{
    QFETCH(QString, kind);
    static const std::vector<Accepted> accepted = acceptedDifferences(QStringLiteral("Order of conditions"));
    States recorded;
    for (const Json &event : recordedFile(QStringLiteral("watches/%1.json").arg(kind))) {
        const Json &object = event["event"]["object"];
        note(recorded, normalised(object)["metadata"]["name"].get<std::string>(), stateOf(object));
    }
    QString wrong;
    for (const auto &[name, expected] : recorded) {
        std::vector<std::string> actual;
        for (const std::string &state : m_states[kind.toStdString()][name]) {
            const bool extra = std::find(expected.begin(), expected.end(), state) == expected.end()
                && std::any_of(accepted.begin(), accepted.end(), [&](const Accepted &row) {
                                   return row.kind == kind.toStdString()
                                       && row.where.match(QString::fromStdString(state)).hasMatch();
                               });
            if (!extra && (actual.empty() || actual.back() != state))
                actual.push_back(state);
        }
        std::vector<std::string> wanted;
        for (const std::string &state : expected) {
            const bool missing = std::find(actual.begin(), actual.end(), state) == actual.end()
                && std::any_of(accepted.begin(), accepted.end(), [&](const Accepted &row) {
                                     return row.kind == kind.toStdString()
                                         && row.where.match(QString::fromStdString(state)).hasMatch();
                                 });
            if (!missing && (wanted.empty() || wanted.back() != state))
                wanted.push_back(state);
        }
        if (actual.size() > wanted.size())
            actual.resize(wanted.size()); // the recording of this object ended earlier
        if (actual != wanted) {
            wrong += QString::fromStdString(name) + QStringLiteral(" recorded:\n");
            for (const std::string &state : wanted)
                wrong += QStringLiteral("    ") + QString::fromStdString(state) + QLatin1Char('\n');
            wrong += QStringLiteral("  simulated:\n");
            for (const std::string &state : actual)
                wrong += QStringLiteral("    ") + QString::fromStdString(state) + QLatin1Char('\n');
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestRecordedSteps::events()
{
    static const std::vector<Accepted> accepted = acceptedDifferences(QStringLiteral("Events"));
    QString missing;
    for (const Json &event : recordedFile(QStringLiteral("watches/events.json"))) {
        const Json &object = event["event"]["object"];
        const std::string line = object["involvedObject"]["kind"].get<std::string>() + " "
            + object["reason"].get<std::string>() + " " + normalised(object["message"]).get<std::string>();
        const bool known = std::any_of(accepted.begin(), accepted.end(), [&](const Accepted &row) {
            return row.where.match(QString::fromStdString(line)).hasMatch();
        });
        // "Created pod: <name>" and "Successfully assigned <name> to …" end or continue after a random name.
        if (!known && !m_events.count(line))
            missing += QString::fromStdString(line) + QLatin1Char('\n');
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
}

QTEST_GUILESS_MAIN(TestRecordedSteps)
#include "tst_recorded_steps.moc"
