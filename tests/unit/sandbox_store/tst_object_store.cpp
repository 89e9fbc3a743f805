// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/object_store.h"
#include "sandbox/store/pod_logs.h"
#include "support/json_text.h"

using namespace sluice;
using namespace sluice::sandbox;
using base::Json;
using base::textAt;
using tests::json;

namespace {

struct World {
    explicit World(std::uint64_t seed = 1)
        : store(registry, clock, seed)
    {
        addBuiltInResources(registry);
        (void)store.create(type("namespaces"), json(R"({"metadata":{"name":"shop"}})"), {});
    }
    const ResourceType &type(const char *plural, const char *group = "") const
    {
        return *registry.find(group, {}, plural);
    }
    WriteOutcome create(const char *plural, const char *text, const char *group = "")
    {
        return store.create(type(plural, group), json(text), {});
    }
    ResourceRegistry registry;
    VirtualClock clock{QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)};
    ObjectStore store;
};

constexpr const char *service = R"({"metadata":{"name":"hello","namespace":"shop"},"spec":{"a":1}})";
constexpr const char *serving = "serving.knative.dev";

QString message(const WriteOutcome &outcome)
{
    return outcome ? QStringLiteral("ok") : QString::fromStdString(outcome.error().failure.message);
}

} // namespace

class TestObjectStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timersRunInOrderAndSeeTheirTime()
    {
        VirtualClock clock(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
        QStringList log;
        const auto note = [&](const char *what) {
            log += QString::fromUtf8(what) + clock.now().toString(QStringLiteral(" ss.zzz"));
        };
        clock.after(200, [&] { note("b"); });
        clock.after(100, [&] {
            note("a");
            clock.after(50, [&] { note("nested"); });
        });
        const auto gone = clock.after(120, [&] { note("gone"); });
        clock.after(200, [&] { note("c"); });
        clock.cancel(gone);
        QCOMPARE(clock.nextDueIn().value(), 100);
        clock.advance(1000);
        QCOMPARE(log,
                 (QStringList{QStringLiteral("a 00.100"), QStringLiteral("nested 00.150"),
                              QStringLiteral("b 00.200"), QStringLiteral("c 00.200")}));
        QVERIFY(!clock.step());
    }

    void sameSeedSameCluster()
    {
        const auto run = [](std::uint64_t seed) {
            World world(seed);
            (void)world.create("configmaps", R"({"metadata":{"generateName":"x-","namespace":"shop"}})");
            return *world.store.list(world.type("configmaps")).at(0);
        };
        COMPARE_JSON(run(3), run(3));
        QVERIFY(run(3) != run(4));
        QVERIFY(textAt(run(3), "metadata.name").starts_with("x-"));
        QCOMPARE(textAt(run(3), "metadata.name").size(), size_t(7));
    }

    void generationCountsOnlyWhatIsWanted()
    {
        World world;
        const ResourceType &type = world.type("services", serving);
        QVERIFY(world.create("services", service, serving));
        const auto edit = [&](const char *subresource, const std::function<void(Json &)> &change) {
            WriteContext context;
            context.subresource = subresource;
            const auto outcome = world.store.modify(type, "shop", "hello", context, [&](Json &object) {
                change(object);
                return true;
            });
            return outcome ? base::intAt(*outcome->object, "metadata.generation") : -1;
        };
        QCOMPARE(edit("", [](Json &o) { o["metadata"]["labels"]["a"] = "b"; }), 1);
        QCOMPARE(edit("", [](Json &o) { o["spec"]["a"] = 2; }), 2);
        QCOMPARE(edit("status",
                      [](Json &o) {
                          o["status"]["x"] = 1;
                          o["spec"]["a"] = 3;
                      }),
                 2);
        const ObjectPtr now = world.store.get(type, "shop", "hello");
        QCOMPARE(base::intAt(*now, "spec.a"), 2); // the status subresource writes nothing else
        QCOMPARE(base::intAt(*now, "status.x"), 1);
        QCOMPARE(edit("", [](Json &o) { o["status"]["x"] = 9; }), 2);
        QCOMPARE(base::intAt(*world.store.get(type, "shop", "hello"), "status.x"), 1);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("expected");
        QTest::newRow("exists") << QStringLiteral("create")
                                << QStringLiteral("services.serving.knative.dev \"hello\" already exists");
        QTest::newRow("stale")
            << QStringLiteral("stale")
            << QStringLiteral(
                   "Operation cannot be fulfilled on services.serving.knative.dev \"hello\": the object "
                   "has been modified; please apply your changes to the latest version and try again");
        QTest::newRow("missing") << QStringLiteral("missing")
                                 << QStringLiteral("services.serving.knative.dev \"nope\" not found");
        QTest::newRow("namespace") << QStringLiteral("namespace")
                                   << QStringLiteral("namespaces \"nowhere\" not found");
        QTest::newRow("uid") << QStringLiteral("uid") << QString();
    }
    void refusals()
    {
        QFETCH(QString, what);
        QFETCH(QString, expected);
        World world;
        const ResourceType &type = world.type("services", serving);
        QVERIFY(world.create("services", service, serving));
        Json object = *world.store.get(type, "shop", "hello");
        WriteOutcome outcome;
        if (what == QStringLiteral("create")) {
            outcome = world.create("services", service, serving);
        } else if (what == QStringLiteral("stale")) {
            object["metadata"]["resourceVersion"] = "1";
            object["spec"]["a"] = 5;
            outcome = world.store.update(type, object, {});
        } else if (what == QStringLiteral("missing")) {
            object["metadata"]["name"] = "nope";
            outcome = world.store.update(type, object, {});
        } else if (what == QStringLiteral("namespace")) {
            outcome = world.create("services", R"({"metadata":{"name":"a","namespace":"nowhere"}})", serving);
        } else {
            RemoveOptions options;
            options.uid = "other";
            outcome = world.store.remove(type, "shop", "hello", options, {});
            expected = QStringLiteral("Operation cannot be fulfilled on Service.serving.knative.dev "
                                      "\"hello\": the UID in the precondition (other) does not match the UID "
                                      "in record (%1). The object might have been deleted and then recreated")
                           .arg(base::stringAt(object, "metadata.uid"));
        }
        QCOMPARE(message(outcome), expected);
    }

    void finalizersHoldADeletedObject()
    {
        World world;
        const ResourceType &type = world.type("services", serving);
        QVERIFY(world.create(
            "services", R"({"metadata":{"name":"hello","namespace":"shop","finalizers":["x"]},"spec":{}})",
            serving));
        QStringList events;
        world.store.subscribe([&](const StoreEvent &event) {
            events += QString::number(int(event.type)) + QLatin1Char(' ')
                + base::stringAt(*event.object, "metadata.deletionTimestamp");
        });
        const auto removed = world.store.remove(type, "shop", "hello", {}, {});
        QVERIFY(removed && !removed->removed);
        QCOMPARE(base::intAt(*removed->object, "metadata.generation"), 2);
        (void)world.store.modify(type, "shop", "hello", {}, [](Json &object) {
            object["metadata"].erase("finalizers");
            return true;
        });
        QVERIFY(!world.store.get(type, "shop", "hello"));
        QCOMPARE(events,
                 (QStringList{QStringLiteral("1 2026-01-01T00:00:00Z"),
                              QStringLiteral("2 2026-01-01T00:00:00Z")}));
    }

    void podsEndGracefully()
    {
        World world;
        const ResourceType &pods = world.type("pods");
        QVERIFY(world.create(
            "pods",
            R"({"metadata":{"name":"p","namespace":"shop"},"spec":{"nodeName":"n","terminationGracePeriodSeconds":5}})"));
        const auto first = world.store.remove(pods, "shop", "p", {}, {});
        QVERIFY(first && !first->removed);
        QCOMPARE(textAt(*first->object, "metadata.deletionTimestamp"), std::string("2026-01-01T00:00:05Z"));
        RemoveOptions now;
        now.gracePeriodSeconds = 0;
        const auto second = world.store.remove(pods, "shop", "p", now, {});
        QVERIFY(second && second->removed);
    }

    void namespacesEndWhenTheirFinalizerIsTakenOff()
    {
        World world;
        const ResourceType &namespaces = world.type("namespaces");
        QVERIFY(world.create("namespaces",
                             R"({"metadata":{"name":"old"},"spec":{"finalizers":["kubernetes"]}})"));
        const auto removed = world.store.remove(namespaces, {}, "old", {}, {});
        QVERIFY(removed && !removed->removed);
        QCOMPARE(textAt(*removed->object, "status.phase"), std::string("Terminating"));
        QCOMPARE(message(world.create("configmaps", R"({"metadata":{"name":"late","namespace":"old"}})")),
                 QStringLiteral("configmaps \"late\" is forbidden: unable to create new content in namespace "
                                "old because it is being terminated"));
        WriteContext context;
        context.subresource = "finalize";
        Json object = *removed->object;
        object["spec"]["finalizers"] = Json::array();
        QVERIFY(world.store.update(namespaces, object, context));
        QVERIFY(!world.store.get(namespaces, {}, "old"));
    }

    void listsOfThePast()
    {
        World world;
        const ResourceType &type = world.type("configmaps");
        QVERIFY(
            world.create("configmaps", R"({"metadata":{"name":"a","namespace":"shop"},"data":{"x":"1"}})"));
        const std::uint64_t then = world.store.version();
        QVERIFY(world.create("configmaps", R"({"metadata":{"name":"b","namespace":"shop"}})"));
        (void)world.store.modify(type, "shop", "a", {}, [](Json &o) {
            o["data"]["x"] = "2";
            return true;
        });
        (void)world.store.remove(type, "shop", "a", {}, {});
        const auto past = world.store.listAt(type, "shop", then);
        QVERIFY(past);
        QCOMPARE(past->size(), size_t(1));
        QCOMPARE(textAt(*past->front(), "data.x"), std::string("1"));
        world.store.compact(then + 1);
        QVERIFY(!world.store.listAt(type, "shop", then));
        QVERIFY(!world.store.listAt(type, "shop", world.store.version() + 1));
    }

    void listenersMayWrite()
    {
        World world;
        QStringList seen;
        world.store.subscribe([&](const StoreEvent &event) {
            if (textAt(*event.object, "metadata.name") == "a")
                (void)world.create("configmaps", R"({"metadata":{"name":"made","namespace":"shop"}})");
        });
        world.store.subscribe(
            [&](const StoreEvent &event) { seen += base::stringAt(*event.object, "metadata.name"); });
        QVERIFY(world.create("configmaps", R"({"metadata":{"name":"a","namespace":"shop"}})"));
        QCOMPARE(seen, (QStringList{QStringLiteral("a"), QStringLiteral("made")})); // in order for everybody
    }

    void dryRunsAndRepeatsLeaveNothing()
    {
        World world;
        const std::uint64_t before = world.store.version();
        WriteContext dry;
        dry.dryRun = true;
        const auto outcome = world.store.create(world.type("configmaps"),
                                                json(R"({"metadata":{"name":"a","namespace":"shop"}})"), dry);
        QVERIFY(outcome);
        QVERIFY(!outcome->object->at("metadata").contains("resourceVersion"));
        QCOMPARE(world.store.version(), before);
        QVERIFY(world.create("configmaps", R"({"metadata":{"name":"a","namespace":"shop"}})"));
        const auto same = world.store.update(world.type("configmaps"),
                                             *world.store.list(world.type("configmaps")).at(0), {});
        QVERIFY(same && !same->changed);
        QCOMPARE(world.store.version(), before + 1);
    }

    void logsKeepTwoRuns()
    {
        PodLogs logs;
        QStringList told;
        logs.append("ns", "p", "c", {QDateTime(), "one"});
        const auto id = logs.follow("ns", "p", "c", [&](const LogLine *line) {
            told += line ? QString::fromStdString(line->text) : QStringLiteral("end");
        });
        logs.append("ns", "p", "c", {QDateTime(), "two"});
        QVERIFY(!logs.hasPrevious("ns", "p", "c"));
        logs.restart("ns", "p", "c");
        logs.append("ns", "p", "c", {QDateTime(), "three"});
        logs.unfollow(id);
        QCOMPARE(told, (QStringList{QStringLiteral("two"), QStringLiteral("end")}));
        QCOMPARE(logs.read("ns", "p", "c", true).size(), size_t(2));
        QCOMPARE(logs.read("ns", "p", "c").size(), size_t(1));
        logs.drop("ns", "p");
        QVERIFY(logs.read("ns", "p", "c").empty());
    }
};

QTEST_APPLESS_MAIN(TestObjectStore)
#include "tst_object_store.moc"
