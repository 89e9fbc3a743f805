// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulated Knative does beyond the recordings: failures, rollout, scaling, collection, deletion.
#include "sandbox_knative/simulated_world.h"

#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;
using base::Json;

namespace {

constexpr qint64 minute = 60000;

std::string messageOf(const ObjectPtr &object, const std::string &condition)
{
    if (!object)
        return {};
    for (const Json &entry : (*object)["status"]["conditions"]) {
        if (entry["type"] == condition)
            return entry.value("message", "");
    }
    return {};
}

} // namespace

class TestKnativeSimulation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void becomesReady();
    void sameSeedSameRun();
    void missingImage();
    void pullFailure();
    void crashingContainer();
    void unschedulable();
    void neverReady();
    void badRevisionKeepsTraffic();
    void faultCanBeSetAndCleared();
    void gradualRollout();
    void scalesToZeroAndBack();
    void scalesWithLoad();
    void minScaleIsKept();
    void revisionsAreCollected();
    void deletionCascades();
    void foregroundDeletion();
    void namespaceIsEmptied();
    void defaultObjectsOfNamespace();
    void settingsAreHonoured();
    void missingServiceAccount();
    void logsAreWritten();
    void manyServices();
};

void TestKnativeSimulation::becomesReady()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    QCOMPARE(world.ready("services", "hello"), std::string("True"));
    const ObjectPtr service = world.serving("services", "hello");
    QCOMPARE((*service)["status"]["url"].get<std::string>(), std::string("http://hello.shop.example.com"));
    const ObjectPtr revision = world.serving("revisions", "hello-00001");
    QVERIFY((*revision)["status"]["containerStatuses"][0]["imageDigest"].get<std::string>().rfind(
                "ghcr.io/acme/hello@sha256:", 0)
            == 0);
    QCOMPARE(world.pods("hello-00001"), size_t(1));
}

void TestKnativeSimulation::sameSeedSameRun()
{
    const auto run = [] {
        SimulatedWorld world;
        (void)world.apply("hello", "ghcr.io/acme/hello:1");
        world.clock.advance(minute);
        std::string all;
        for (const ObjectPtr &pod : world.store.list(world.type("", "pods"), "shop"))
            all += base::dump(*pod);
        return all + std::to_string(world.store.version());
    };
    QCOMPARE(run(), run());
}

void TestKnativeSimulation::missingImage()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:not-found").has_value());
    world.clock.advance(3000);
    const std::string group = "serving.knative.dev";
    QCOMPARE(world.conditionOf(group.c_str(), "revisions", "hello-00001", "ContainerHealthy"),
             std::string("False ContainerMissing"));
    QVERIFY(
        messageOf(world.serving("revisions", "hello-00001"), "Ready")
            .rfind(
                "Unable to fetch image \"ghcr.io/acme/hello:not-found\": failed to resolve image to digest: ",
                0)
        == 0);
    QCOMPARE(world.ready("configurations", "hello"), std::string("False RevisionFailed"));
    QCOMPARE(world.conditionOf(group.c_str(), "routes", "hello", "AllTrafficAssigned"),
             std::string("False RevisionMissing"));
    QCOMPARE(messageOf(world.serving("routes", "hello"), "AllTrafficAssigned"),
             std::string("Configuration \"hello\" does not have any ready Revision."));
    QVERIFY(world.ready("services", "hello").rfind("False", 0) == 0);
    QVERIFY(!world.get("apps", "deployments", "hello-00001-deployment"));
}

void TestKnativeSimulation::pullFailure()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/pull-fails:1").has_value());
    world.clock.advance(5 * minute);
    QCOMPARE(world.ready("revisions", "hello-00001"), std::string("Unknown Deploying"));
    world.clock.advance(5 * minute + 15'000);
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "ResourcesAvailable"),
             std::string("False ImagePullBackOff"));
    // Half a minute after the deadline the autoscaler gives up; what a pod waits for is then no longer there to see.
    world.clock.advance(minute);
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "ResourcesAvailable"),
             std::string("False ProgressDeadlineExceeded"));
    QCOMPARE(world.ready("configurations", "hello"), std::string("False RevisionFailed"));
    QVERIFY(world.ready("services", "hello").rfind("False", 0) == 0);
}

void TestKnativeSimulation::crashingContainer()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/crash:1").has_value());
    world.clock.advance(minute);
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "ContainerHealthy"),
             std::string("False ExitCode1"));
    QVERIFY(messageOf(world.serving("revisions", "hello-00001"), "ContainerHealthy")
                .rfind("Container failed with: ", 0)
            == 0);
    const ObjectPtr pod = world.store.list(world.type("", "pods"), "shop").front();
    QVERIFY((*pod)["status"]["containerStatuses"][0]["restartCount"].get<int>() > 0);
    QVERIFY(world.logs.hasPrevious("shop", (*pod)["metadata"]["name"].get<std::string>(), "user-container"));
}

void TestKnativeSimulation::unschedulable()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/unschedulable:1").has_value());
    world.clock.advance(5000);
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "ResourcesAvailable"),
             std::string("False Unschedulable"));
}

void TestKnativeSimulation::neverReady()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/never-ready:1").has_value());
    world.clock.advance(12 * minute);
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "ResourcesAvailable"),
             std::string("False ProgressDeadlineExceeded"));
    QCOMPARE(messageOf(world.serving("revisions", "hello-00001"), "ResourcesAvailable"),
             std::string("Initial scale was never achieved"));
    QCOMPARE(world.conditionOf("autoscaling.internal.knative.dev", "podautoscalers", "hello-00001", "Active"),
             std::string("False TimedOut"));
    QCOMPARE(world.pods("hello-00001"), size_t(0));
}

void TestKnativeSimulation::badRevisionKeepsTraffic()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:not-found").has_value());
    world.clock.advance(6000);
    const ObjectPtr service = world.serving("services", "hello");
    QCOMPARE(world.ready("services", "hello"), std::string("False RevisionFailed"));
    QCOMPARE(world.conditionOf("serving.knative.dev", "services", "hello", "RoutesReady"),
             std::string("True"));
    QCOMPARE((*service)["status"]["latestCreatedRevisionName"].get<std::string>(),
             std::string("hello-00002"));
    QCOMPARE((*service)["status"]["latestReadyRevisionName"].get<std::string>(), std::string("hello-00001"));
    QCOMPARE((*service)["status"]["traffic"][0]["revisionName"].get<std::string>(),
             std::string("hello-00001"));
}

void TestKnativeSimulation::faultCanBeSetAndCleared()
{
    SimulatedWorld world;
    world.simulation.setImageFault("ghcr.io/acme/*", ImageFault::NotFound);
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(3000);
    QVERIFY(world.ready("services", "hello").rfind("False", 0) == 0);
    world.simulation.setImageFault("ghcr.io/acme/*", ImageFault::None);
    world.clock.advance(minute);
    QCOMPARE(world.ready("services", "hello"), std::string("True"));
}

void TestKnativeSimulation::gradualRollout()
{
    SimulatedWorld world({}, {{"config-network", {{"rollout-duration", "60"}}}});
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    QCOMPARE(world.ready("services", "hello"), std::string("True"));
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:2").has_value());
    world.clock.advance(5000);
    const auto shareOfNew = [&world] {
        const ObjectPtr service = world.serving("services", "hello");
        int percent = 0;
        for (const Json &target : (*service)["status"]["traffic"]) {
            if (target["revisionName"] == "hello-00002")
                percent += target["percent"].get<int>();
        }
        return percent;
    };
    int before = shareOfNew();
    QVERIFY2(before >= 1 && before < 100, qPrintable(QString::number(before)));
    QCOMPARE(world.conditionOf("serving.knative.dev", "routes", "hello", "IngressReady"),
             std::string("Unknown RolloutInProgress"));
    int steps = 0;
    for (int second = 0; second < 90; ++second) {
        world.clock.advance(1000);
        const int now = shareOfNew();
        QVERIFY(now >= before);
        steps += now != before;
        before = now;
    }
    QCOMPARE(before, 100);
    QVERIFY(steps > 3);
    QCOMPARE(world.ready("services", "hello"), std::string("True"));
}

void TestKnativeSimulation::scalesToZeroAndBack()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(10000);
    QCOMPARE(world.pods("hello-00001"), size_t(1));
    world.clock.advance(40000);
    QCOMPARE(world.pods("hello-00001"), size_t(1));
    world.clock.advance(60000);
    QCOMPARE(world.pods("hello-00001"), size_t(0));
    QCOMPARE(world.ready("revisions", "hello-00001"), std::string("True"));
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "Active"),
             std::string("False NoTraffic"));
    QCOMPARE((*world.serving("revisions", "hello-00001"))["status"]["actualReplicas"].get<int>(), 0);
    const std::uint64_t before = world.store.version();
    world.clock.advance(60 * minute);
    QCOMPARE(world.store.version(), before); // asleep: nothing happens any more

    world.simulation.setLoad("shop", "hello-00001", 5, 3);
    world.clock.advance(6000);
    QCOMPARE(world.pods("hello-00001"), size_t(1));
    QCOMPARE(world.conditionOf("serving.knative.dev", "revisions", "hello-00001", "Active"),
             std::string("True"));
    world.simulation.setLoad("shop", "hello-00001", 0, 0);
    world.clock.advance(4 * minute);
    QCOMPARE(world.pods("hello-00001"), size_t(0));
}

void TestKnativeSimulation::scalesWithLoad()
{
    SimulatedWorld world;
    QVERIFY(world
                .apply("hello", "ghcr.io/acme/hello:1",
                       {{"autoscaling.knative.dev/target", "10"}, {"autoscaling.knative.dev/max-scale", "8"}})
                .has_value());
    world.clock.advance(10000);
    world.simulation.setLoad("shop", "hello-00001", 100, 35);
    world.clock.advance(2 * minute);
    QCOMPARE(world.pods("hello-00001"), size_t(5)); // 35 in flight over 70 % of 10
    world.simulation.setLoad("shop", "hello-00001", 1000, 350);
    world.clock.advance(2 * minute);
    QCOMPARE(world.pods("hello-00001"), size_t(8));
    world.simulation.setLoad("shop", "hello-00001", 3, 1);
    world.clock.advance(5 * minute);
    QCOMPARE(world.pods("hello-00001"), size_t(1));
}

void TestKnativeSimulation::minScaleIsKept()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1", {{"autoscaling.knative.dev/min-scale", "2"}})
                .has_value());
    world.clock.advance(10 * minute);
    QCOMPARE(world.pods("hello-00001"), size_t(2));
    // Without a route nothing holds the minimum.
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:2", {{"autoscaling.knative.dev/min-scale", "2"}})
                .has_value());
    world.clock.advance(10 * minute);
    QCOMPARE(world.pods("hello-00001"), size_t(0));
    QCOMPARE(world.pods("hello-00002"), size_t(2));
}

void TestKnativeSimulation::revisionsAreCollected()
{
    SimulatedWorld world({},
                         {{"config-gc",
                           {{"min-non-active-revisions", "1"},
                            {"max-non-active-revisions", "2"},
                            {"retain-since-create-time", "disabled"},
                            {"retain-since-last-active-time", "disabled"}}}});
    for (int i = 1; i <= 6; ++i) {
        QVERIFY(world.apply("hello", "ghcr.io/acme/hello:" + std::to_string(i)).has_value());
        world.clock.advance(10000);
    }
    QVERIFY(world.serving("revisions", "hello-00006"));
    QVERIFY(world.serving("revisions", "hello-00005"));
    QVERIFY(world.serving("revisions", "hello-00004"));
    QVERIFY(!world.serving("revisions", "hello-00003"));
    QVERIFY(!world.serving("revisions", "hello-00001"));
    QVERIFY(!world.get("apps", "deployments", "hello-00001-deployment"));
}

void TestKnativeSimulation::deletionCascades()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    QVERIFY(world.store.remove(world.service(), "shop", "hello", {}, world.admin).has_value());
    world.clock.advance(10000);
    std::string left;
    for (const auto &type : world.registry.all()) {
        if (!type->namespaced || type->plural == "events")
            continue;
        for (const ObjectPtr &object : world.store.list(*type, "shop"))
            left += type->plural + "/" + (*object)["metadata"]["name"].get<std::string>() + " ";
    }
    QCOMPARE(left, std::string("configmaps/kube-root-ca.crt serviceaccounts/default "));
}

void TestKnativeSimulation::foregroundDeletion()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    RemoveOptions options;
    options.propagation = RemoveOptions::Propagation::Foreground;
    QVERIFY(world.store.remove(world.service(), "shop", "hello", options, world.admin).has_value());
    QVERIFY(world.serving("services", "hello"));
    world.clock.advance(20000);
    QVERIFY(!world.serving("services", "hello"));
    QVERIFY(!world.serving("configurations", "hello"));
    QVERIFY(world.store.list(world.type("", "pods"), "shop").empty());
}

void TestKnativeSimulation::namespaceIsEmptied()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    const ResourceType &namespaces = world.type("", "namespaces");
    QVERIFY(world.store.remove(namespaces, {}, "shop", {}, world.admin).has_value());
    const ObjectPtr ending = world.store.get(namespaces, {}, "shop");
    QVERIFY(ending);
    QCOMPARE((*ending)["status"]["phase"].get<std::string>(), std::string("Terminating"));
    world.clock.advance(30000);
    QVERIFY(!world.store.get(namespaces, {}, "shop"));
    QVERIFY(!world.serving("services", "hello"));
}

void TestKnativeSimulation::defaultObjectsOfNamespace()
{
    SimulatedWorld world;
    QVERIFY(world.get("", "serviceaccounts", "default"));
    QVERIFY(world.get("", "configmaps", "kube-root-ca.crt"));
    QVERIFY(world.get("", "configmaps", "config-autoscaler", "knative-serving"));
    QVERIFY(world.get("apps", "deployments", "activator", "knative-serving"));
    QVERIFY(world.get("", "services", "istio-ingressgateway", "istio-system"));
    RemoveOptions options;
    QVERIFY(world.store.remove(world.type("", "serviceaccounts"), "shop", "default", options, world.admin)
                .has_value());
    world.clock.advance(1000);
    QVERIFY(world.get("", "serviceaccounts", "default")); // comes back, as on a real cluster
}

void TestKnativeSimulation::settingsAreHonoured()
{
    SimulatedWorld world(
        {},
        {{"config-domain", {{"apps.test", ""}}}, {"config-defaults", {{"revision-timeout-seconds", "120"}}}});
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    const ObjectPtr service = world.serving("services", "hello");
    QCOMPARE((*service)["status"]["url"].get<std::string>(), std::string("http://hello.shop.apps.test"));
    QCOMPARE((*service)["spec"]["template"]["spec"]["timeoutSeconds"].get<int>(), 120);
}

void TestKnativeSimulation::missingServiceAccount()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    QVERIFY(world.patch("hello", {{"spec", {{"template", {{"spec", {{"serviceAccountName", "robot"}}}}}}}})
                .has_value());
    world.clock.advance(5000);
    bool told = false;
    for (const ObjectPtr &event : world.store.list(world.type("", "events"), "shop"))
        told = told || (*event)["reason"] == "FailedCreate";
    QVERIFY(told);
    QVERIFY(world.store
                .create(world.type("", "serviceaccounts"),
                        {{"metadata", {{"name", "robot"}, {"namespace", "shop"}}}}, world.admin)
                .has_value());
    world.clock.advance(minute);
    QCOMPARE(world.ready("services", "hello"), std::string("True"));
}

void TestKnativeSimulation::logsAreWritten()
{
    SimulatedWorld world;
    QVERIFY(world.apply("hello", "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(6000);
    const ObjectPtr pod = world.store.list(world.type("", "pods"), "shop").front();
    const std::string name = (*pod)["metadata"]["name"];
    QVERIFY(!world.logs.read("shop", name, "user-container").empty());
    QVERIFY(!world.logs.read("shop", name, "queue-proxy").empty());
}

void TestKnativeSimulation::manyServices()
{
    SimulatedWorld world;
    constexpr int count = 40;
    for (int i = 0; i < count; ++i)
        QVERIFY(world.apply("s" + std::to_string(i), "ghcr.io/acme/hello:1").has_value());
    world.clock.advance(20000);
    for (int i = 0; i < count; ++i)
        QCOMPARE(world.ready("services", "s" + std::to_string(i)), std::string("True"));
}

QTEST_GUILESS_MAIN(TestKnativeSimulation)
#include "tst_knative_simulation.moc"
