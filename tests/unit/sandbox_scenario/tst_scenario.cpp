// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scenario/scenario.h"
#include "sandbox_knative/simulated_world.h"
#include "text/error_text.h"

#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;

namespace {

const QString file = QStringLiteral("storm.yaml");

Scenario read(const QByteArray &text)
{
    auto scenario = parseScenario(text, file);
    if (!scenario)
        qFatal("%s", qPrintable(base::debugText(scenario.error())));
    return *scenario;
}

} // namespace

class TestScenario : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonAndYamlAreTheSame()
    {
        const Scenario json =
            read(R"({"seed": 7, "faults": [{"at": 1000, "image": "*bad*", "fault": "not-found"}],
            "loads": [{"at": 60000, "namespace": "shop", "revision": "hello-00001", "rps": 20, "concurrency": 4.5}]})");
        const Scenario yaml =
            read("# a storm\nseed: 7\nfaults:\n- {at: 1000, image: '*bad*', fault: not-found}\n"
                 "loads:\n- at: 60000\n  namespace: shop\n  revision: hello-00001\n  rps: 20\n  concurrency: "
                 "4.5\n");
        for (const Scenario &scenario : {json, yaml}) {
            QCOMPARE(scenario.seed, std::uint64_t(7));
            QCOMPARE(scenario.faults.size(), size_t(1));
            QCOMPARE(scenario.faults[0].at, qint64(1000));
            QCOMPARE(scenario.faults[0].pattern, std::string("*bad*"));
            QCOMPARE(scenario.faults[0].fault, ImageFault::NotFound);
            QCOMPARE(scenario.loads.size(), size_t(1));
            QCOMPARE(scenario.loads[0].at, qint64(60000));
            QCOMPARE(scenario.loads[0].nameSpace, std::string("shop"));
            QCOMPARE(scenario.loads[0].revision, std::string("hello-00001"));
            QCOMPARE(scenario.loads[0].perSecond, 20.0);
            QCOMPARE(scenario.loads[0].concurrency, 4.5);
        }
        const Scenario nothing = read("{}");
        QCOMPARE(nothing.seed, std::uint64_t(1));
        QVERIFY(nothing.faults.empty() && nothing.loads.empty());
    }

    void everyFaultHasItsName()
    {
        const std::pair<const char *, ImageFault> names[] = {{"none", ImageFault::None},
                                                             {"not-found", ImageFault::NotFound},
                                                             {"unauthorized", ImageFault::Unauthorized},
                                                             {"pull-fails", ImageFault::PullFails},
                                                             {"crash", ImageFault::Crashes},
                                                             {"never-ready", ImageFault::NeverReady},
                                                             {"unschedulable", ImageFault::Unschedulable}};
        for (const auto &[name, fault] : names)
            QCOMPARE(read(QByteArray("faults: [{image: x, fault: ") + name + "}]").faults[0].fault, fault);
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("cause"); ///< its beginning
        const auto row = [](const char *name, const char *text, const char *title, const char *cause) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(title)
                                << QString::fromLatin1(cause);
        };
        row("not YAML", "seed: 1\nfaults: [\n", "Cannot read storm.yaml:3:1", "This is not YAML: ");
        row("not JSON", "{\"seed\": 1,\n \"faults\": [}", "Cannot read storm.yaml:2:13",
            "This is not YAML: ");
        row("twice", "seed: 1\nseed: 2\n", "Cannot read storm.yaml:2:1", "The key seed is here twice.");
        row("alias bomb",
            "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c "
            "[*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: "
            "[*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
            "Cannot read storm.yaml:", "The aliases of this file stand for more than ");
        row("empty", "", "Not acceptable: storm.yaml:1", "A scenario file holds exactly one document.");
        row("two documents", "seed: 1\n---\nseed: 2\n", "Not acceptable: storm.yaml:3",
            "A scenario file holds exactly one document.");
        row("list", "- seed\n", "Not acceptable: storm.yaml:1", "A scenario must be a mapping");
        row("unknown field", "seed: 1\nfalts: []\n", "Not acceptable: falts (storm.yaml:2)",
            "A scenario has no field falts here.");
        row("seed", "seed: many\n", "Not acceptable: seed (storm.yaml:1)", "The seed must be a whole number");
        row("negative seed", "seed: -1\n", "Not acceptable: seed (storm.yaml:1)",
            "The seed must be a whole number");
        row("faults no list", "seed: 1\nfaults: {}\n", "Not acceptable: faults (storm.yaml:2)",
            "This must be a list.");
        row("fault no mapping", "faults:\n- crash\n", "Not acceptable: faults[0] (storm.yaml:2)",
            "Each entry must be a mapping.");
        row("unknown fault", "faults:\n- image: x\n  fault: explodes\n",
            "Not acceptable: faults[0].fault (storm.yaml:3)",
            "There is no such fault. Use one of none, not-found, unauthorized, pull-fails, crash, "
            "never-ready, unschedulable.");
        row("no image", "faults:\n- {image: x, fault: crash}\n- fault: crash\n",
            "Not acceptable: faults[1] (storm.yaml:3)", "image is missing.");
        row("no fault", "faults:\n- image: x\n", "Not acceptable: faults[0] (storm.yaml:2)",
            "fault is missing.");
        row("image no text", "faults:\n- image: 5\n  fault: crash\n",
            "Not acceptable: faults[0].image (storm.yaml:2)", "This must be a text");
        row("unknown in a fault", "faults:\n- image: x\n  fault: crash\n  when: 3\n",
            "Not acceptable: faults[0].when (storm.yaml:4)", "A scenario has no field when here.");
        row("negative time", "faults:\n- image: x\n  fault: crash\n  at: -1\n",
            "Not acceptable: faults[0].at (storm.yaml:4)", "This must be a time in milliseconds");
        row("endless time", "loads:\n- at: 99999999999999999\n", "Not acceptable: loads[0].at (storm.yaml:2)",
            "This must be a time in milliseconds");
        row("no namespace", "loads:\n- revision: x\n", "Not acceptable: loads[0] (storm.yaml:2)",
            "namespace is missing.");
        row("no revision", "loads:\n- namespace: x\n", "Not acceptable: loads[0] (storm.yaml:2)",
            "revision is missing.");
        row("negative load", "loads:\n- namespace: x\n  revision: y\n  rps: -2\n",
            "Not acceptable: loads[0].rps (storm.yaml:4)", "This must be a number from 0 to 1000000.");
        row("too much load", "loads:\n- namespace: x\n  revision: y\n  concurrency: 1e9\n",
            "Not acceptable: loads[0].concurrency (storm.yaml:4)",
            "This must be a number from 0 to 1000000.");
    }
    void malformed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, title);
        QFETCH(QString, cause);
        const auto scenario = parseScenario(text, file);
        QVERIFY(!scenario);
        const text::ErrorText words = text::describe(scenario.error());
        QVERIFY2(words.title.startsWith(title), qPrintable(words.title));
        QVERIFY2(words.cause.startsWith(cause), qPrintable(words.cause));
        QVERIFY(!words.nextStep.isEmpty());
    }

    void faultsComeAtTheirTime()
    {
        SimulatedWorld world;
        ScenarioPlayer player(world.clock, world.simulation);
        player.play(read("faults:\n- {at: 60000, image: '*hello*', fault: not-found}\n- {at: 120000, image: "
                         "'*hello*', fault: none}\n"));
        QVERIFY(world.apply("before", "ghcr.io/acme/hello:1").has_value());
        world.clock.advance(59999);
        QCOMPARE(world.ready("services", "before"), std::string("True"));
        world.clock.advance(1);
        QVERIFY(world.apply("during", "ghcr.io/acme/hello:2").has_value());
        world.clock.advance(10000);
        QCOMPARE(world.ready("configurations", "during"), std::string("False RevisionFailed"));
        world.clock.advance(50000);
        QVERIFY(world.apply("after", "ghcr.io/acme/hello:3").has_value());
        world.clock.advance(10000);
        QCOMPARE(world.ready("services", "after"), std::string("True"));
    }

    void loadComesAndGoesAtItsTime()
    {
        SimulatedWorld world;
        QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1", {{"autoscaling.knative.dev/target", "10"}})
                    .has_value());
        world.clock.advance(10000);
        QCOMPARE(world.ready("services", "hello"), std::string("True"));
        ScenarioPlayer player(world.clock, world.simulation);
        player.play(
            read("loads:\n- {at: 300000, namespace: shop, revision: hello-00001, rps: 200, concurrency: 40}\n"
                 "- {at: 600000, namespace: shop, revision: hello-00001, rps: 0, concurrency: 0}\n"));
        world.clock.advance(299999);
        QCOMPARE(world.pods("hello-00001"), size_t(0)); // idle, so it has gone to zero
        world.clock.advance(180000);
        QVERIFY2(world.pods("hello-00001") >= 4, std::to_string(world.pods("hello-00001")).c_str());
        world.clock.advance(420001);
        QCOMPARE(world.pods("hello-00001"), size_t(0));
    }

    void anotherPlayEndsTheFirst()
    {
        SimulatedWorld world;
        {
            ScenarioPlayer player(world.clock, world.simulation);
            player.play(read("faults: [{at: 1000, image: '*', fault: crash}]"));
            player.play(read("faults: [{at: 2000, image: nothing, fault: crash}]"));
            world.clock.advance(1500);
            QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
            world.clock.advance(10000);
            QCOMPARE(world.ready("services", "hello"), std::string("True"));
            player.play(read("faults: [{at: 1000, image: '*', fault: crash}]"));
        }
        // Nor does it outlive its player.
        world.clock.advance(5000);
        QVERIFY(world.apply("other", "ghcr.io/acme/other:1").has_value());
        world.clock.advance(10000);
        QCOMPARE(world.ready("services", "other"), std::string("True"));
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
