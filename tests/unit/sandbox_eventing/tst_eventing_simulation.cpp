// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulated Eventing controllers make of objects, and of objects that break.
#include "eventing_world.h"

using namespace sluice;
using namespace sluice::sandbox;
using base::Json;

namespace {

constexpr char eventing[] = "eventing.knative.dev";
constexpr char messaging[] = "messaging.knative.dev";
constexpr char flows[] = "flows.knative.dev";
constexpr char sources[] = "sources.knative.dev";
const Json toUri{{"uri", "http://example.com/in"}};

Json broker(const std::string &name)
{
    return {{"ref", {{"apiVersion", "eventing.knative.dev/v1"}, {"kind", "Broker"}, {"name", name}}}};
}

Json channelReference(const std::string &kind, const std::string &name)
{
    return {{"apiVersion", "messaging.knative.dev/v1"}, {"kind", kind}, {"name", name}};
}

std::string environment(const ObjectPtr &deployment, const std::string &variable)
{
    for (const Json &entry :
         deployment->at("spec")["template"]["spec"]["containers"][0].value("env", Json::array())) {
        if (entry["name"] == variable)
            return entry.value("value", "");
    }
    return "<absent>";
}

} // namespace

class TestEventingSimulation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void brokerAndItsChannel()
    {
        EventingWorld world;
        QVERIFY(world.create(eventing, "brokers", "default", Json::object()));
        world.clock.advance(5000);
        QCOMPARE(world.condition(eventing, "brokers", "default"), std::string("True"));
        QCOMPARE(world.at(eventing, "brokers", "default", "status.address.url"),
                 std::string("http://broker-ingress.knative-eventing.svc.cluster.local/events/default"));
        const ObjectPtr channel = world.get(messaging, "inmemorychannels", "default-kne-trigger");
        QVERIFY(channel);
        QVERIFY(channel->at("metadata")["ownerReferences"][0]["kind"] == Json("Broker"));
        QCOMPARE(
            base::textAt(*world.get("", "services", "default-kne-trigger-kn-channel"), "spec.externalName"),
            std::string("imc-dispatcher.knative-eventing.svc.cluster.local"));

        QVERIFY(world.patch(eventing, "brokers", "default", {{"spec", {{"delivery", {{"retry", 3}}}}}}));
        world.clock.advance(2000);
        QVERIFY(
            world.get(messaging, "inmemorychannels", "default-kne-trigger")->at("spec")["delivery"]["retry"]
            == Json(3));

        world.remove(eventing, "brokers", "default");
        world.clock.advance(5000);
        QVERIFY(!world.get(eventing, "brokers", "default"));
        QVERIFY(!world.get(messaging, "inmemorychannels", "default-kne-trigger"));
        QVERIFY(!world.get("", "services", "default-kne-trigger-kn-channel"));
    }

    void brokerWhoseConfigIsMissing()
    {
        EventingWorld world;
        QVERIFY(world.create(
            eventing, "brokers", "b",
            {{"config",
              {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"name", "mine"}, {"namespace", "events"}}}}));
        world.clock.advance(2000);
        QCOMPARE(world.condition(eventing, "brokers", "b", "TriggerChannelReady"),
                 std::string("False ChannelTemplateFailed"));
        QCOMPARE(world.message(eventing, "brokers", "b"),
                 std::string("Error on setting up the ChannelTemplate: configmap \"mine\" not found"));
        QVERIFY(world.store.create(
            world.type("", "configmaps"),
            {{"metadata", {{"name", "mine"}, {"namespace", "events"}}},
             {"data",
              {{"channel-template-spec", "apiVersion: messaging.knative.dev/v1\nkind: InMemoryChannel\n"}}}},
            world.admin));
        world.clock.advance(2000);
        QCOMPARE(world.condition(eventing, "brokers", "b"), std::string("True"));
    }

    void brokerWithoutItsSharedServices()
    {
        EventingWorld world;
        world.remove("apps", "deployments", "mt-broker-filter", "knative-eventing");
        world.clock.advance(40000);
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        world.clock.advance(3000);
        QCOMPARE(world.condition(eventing, "brokers", "b", "FilterReady"),
                 std::string("False EndpointsUnavailable"));
        QCOMPARE(world.message(eventing, "brokers", "b"),
                 std::string("Endpoints \"broker-filter\" are unavailable."));
        world.remove("apps", "deployments", "imc-dispatcher", "knative-eventing");
        world.clock.advance(3000);
        QCOMPARE(world.condition(messaging, "inmemorychannels", "b-kne-trigger", "DispatcherReady"),
                 std::string("False DispatcherDeploymentDoesNotExist"));
    }

    void deadLettersOfABroker()
    {
        EventingWorld world;
        QVERIFY(world.create(eventing, "brokers", "b",
                             {{"delivery", {{"deadLetterSink", EventingWorld::service("dlq")}}}}));
        world.clock.advance(3000);
        QCOMPARE(world.condition(eventing, "brokers", "b"), std::string("False NoAddress"));
        QCOMPARE(world.condition(messaging, "inmemorychannels", "b-kne-trigger"),
                 std::string("False Unable to get the DeadLetterSink's URI"));
        world.addService("dlq");
        world.clock.advance(30000);
        QCOMPARE(world.condition(eventing, "brokers", "b"), std::string("True"));
        QCOMPARE(world.condition(eventing, "brokers", "b", "DeadLetterSinkResolved"), std::string("True"));
        QCOMPARE(world.at(eventing, "brokers", "b", "status.deadLetterSinkUri"),
                 std::string("http://dlq.events.svc.cluster.local"));
    }

    void triggerOfABrokerThatComesLate()
    {
        EventingWorld world;
        QVERIFY(world.create(eventing, "triggers", "t", {{"broker", "late"}, {"subscriber", toUri}}));
        world.clock.advance(60000);
        QVERIFY(!world.get(eventing, "triggers", "t")->contains("status"));
        QVERIFY(world.create(eventing, "brokers", "late", Json::object()));
        world.clock.advance(5000);
        QCOMPARE(world.condition(eventing, "triggers", "t"), std::string("True"));
        QCOMPARE(world.condition(eventing, "triggers", "t", "OIDCIdentityCreated"),
                 std::string("True authentication-oidc feature disabled"));
        const std::string uid = base::textAt(*world.get(eventing, "triggers", "t"), "metadata.uid");
        const std::string subscription = "late-t-" + uid;
        QCOMPARE(world.condition(messaging, "subscriptions", subscription), std::string("True"));
        QCOMPARE(world.at(messaging, "subscriptions", subscription, "spec.subscriber.uri"),
                 "http://broker-filter.knative-eventing.svc.cluster.local/triggers/events/t/" + uid);

        world.remove(eventing, "brokers", "late");
        world.clock.advance(5000);
        QCOMPARE(world.condition(eventing, "triggers", "t"), std::string("False BrokerDoesNotExist"));
        QCOMPARE(world.message(eventing, "triggers", "t"), std::string("Broker \"late\" does not exist"));
        world.remove(eventing, "triggers", "t");
        world.clock.advance(5000);
        QVERIFY(!world.get(messaging, "subscriptions", subscription));
    }

    void triggerWhoseSubscriberIsMissing()
    {
        EventingWorld world;
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        QVERIFY(world.create(eventing, "triggers", "t",
                             {{"broker", "b"}, {"subscriber", EventingWorld::service("api")}}));
        world.clock.advance(5000);
        QCOMPARE(world.condition(eventing, "triggers", "t", "SubscriberResolved"),
                 std::string("False Unable to get the Subscriber's URI"));
        QCOMPARE(
            world.message(eventing, "triggers", "t"),
            std::string("failed to get object events/api: services.serving.knative.dev \"api\" not found"));
        world.addService("api");
        world.clock.advance(30000);
        QCOMPARE(world.condition(eventing, "triggers", "t"), std::string("True"));
        QCOMPARE(world.at(eventing, "triggers", "t", "status.subscriberUri"),
                 std::string("http://api.events.svc.cluster.local"));
        const std::vector<std::string> events = world.events("Trigger", "t");
        QVERIFY(std::find(events.begin(), events.end(),
                          "InternalError: failed to get object events/api: services.serving.knative.dev "
                          "\"api\" not found")
                != events.end());
    }

    void referencesThatDoNotResolve_data()
    {
        QTest::addColumn<QString>("subscriber");
        QTest::addColumn<QString>("message");
        QTest::newRow("no such kind")
            << QStringLiteral(R"({"ref":{"apiVersion":"example.com/v1","kind":"Proxy","name":"p"}})")
            << QStringLiteral(
                   "failed to get lister for example.com/v1, Resource=proxies: proxies.example.com is "
                   "forbidden: "
                   "User \"system:serviceaccount:knative-eventing:eventing-controller\" cannot list resource "
                   "\"proxies\" in API group \"example.com\" at the cluster scope");
        QTest::newRow("not addressable")
            << QStringLiteral(R"({"ref":{"apiVersion":"v1","kind":"ConfigMap","name":"kube-root-ca.crt"}})")
            << QStringLiteral(
                   "address not set for Kind = ConfigMap, Namespace = events, Name = kube-root-ca.crt, "
                   "APIVersion = v1, Group = , Address = ");
        QTest::newRow("kubernetes service")
            << QStringLiteral(R"({"ref":{"apiVersion":"v1","kind":"Service","name":"gone"}})")
            << QStringLiteral("failed to get object events/gone: services \"gone\" not found");
    }
    void referencesThatDoNotResolve()
    {
        QFETCH(QString, subscriber);
        QFETCH(QString, message);
        EventingWorld world;
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        QVERIFY(world.create(eventing, "triggers", "t",
                             {{"broker", "b"}, {"subscriber", tests::json(subscriber.toStdString())}}));
        world.clock.advance(5000);
        QCOMPARE(world.message(eventing, "triggers", "t"), message.toStdString());
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("subscriber");
        QTest::addColumn<QString>("uri");
        const auto row = [](const char *name, const char *subscriber, const char *uri) {
            QTest::newRow(name) << QString::fromLatin1(subscriber) << QString::fromLatin1(uri);
        };
        row("kubernetes service", R"({"ref":{"apiVersion":"v1","kind":"Service","name":"plain"}})",
            "http://plain.events.svc.cluster.local");
        row("with a path", R"({"ref":{"apiVersion":"v1","kind":"Service","name":"plain"},"uri":"/a/b?c=d"})",
            "http://plain.events.svc.cluster.local/a/b?c=d");
        row("broker", R"({"ref":{"apiVersion":"eventing.knative.dev/v1","kind":"Broker","name":"other"}})",
            "http://broker-ingress.knative-eventing.svc.cluster.local/events/other");
        row("channel", R"({"ref":{"apiVersion":"messaging.knative.dev/v1","kind":"Channel","name":"ch"}})",
            "http://ch-kn-channel.events.svc.cluster.local");
    }
    void addresses()
    {
        QFETCH(QString, subscriber);
        QFETCH(QString, uri);
        EventingWorld world;
        QVERIFY(world.create("", "services", "plain", {{"ports", {{{"port", 80}}}}}));
        QVERIFY(world.create(eventing, "brokers", "other", Json::object()));
        QVERIFY(world.create(messaging, "channels", "ch", Json::object()));
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        QVERIFY(world.create(eventing, "triggers", "t",
                             {{"broker", "b"}, {"subscriber", tests::json(subscriber.toStdString())}}));
        world.clock.advance(10000);
        QCOMPARE(world.at(eventing, "triggers", "t", "status.subscriberUri"), uri.toStdString());
        QCOMPARE(world.condition(eventing, "triggers", "t"), std::string("True"));
    }

    void deadLettersOfATrigger()
    {
        EventingWorld world;
        const Json sink{{"uri", "http://dead.example.com"}};
        QVERIFY(world.create(eventing, "brokers", "b", {{"delivery", {{"deadLetterSink", sink}}}}));
        QVERIFY(world.create(eventing, "triggers", "inherits", {{"broker", "b"}, {"subscriber", toUri}}));
        QVERIFY(world.create(eventing, "triggers", "own",
                             {{"broker", "b"},
                              {"subscriber", toUri},
                              {"delivery", {{"deadLetterSink", EventingWorld::service("nope")}}}}));
        world.clock.advance(5000);
        QCOMPARE(world.condition(eventing, "triggers", "inherits"), std::string("True"));
        QCOMPARE(world.at(eventing, "triggers", "inherits", "status.deadLetterSinkUri"),
                 std::string("http://dead.example.com"));
        QCOMPARE(world.condition(eventing, "triggers", "own"),
                 std::string("False Unable to get the dead letter sink's URI"));
        QCOMPARE(
            world.message(eventing, "triggers", "own"),
            std::string("failed to get object events/nope: services.serving.knative.dev \"nope\" not found"));
    }

    void dependencyOfATrigger()
    {
        EventingWorld world;
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        QVERIFY(world.create(
            {{"apiVersion", "eventing.knative.dev/v1"},
             {"kind", "Trigger"},
             {"metadata",
              {{"name", "t"},
               {"annotations",
                {{"knative.dev/dependency",
                  R"({"apiVersion":"sources.knative.dev/v1","kind":"PingSource","name":"ping"})"}}}}},
             {"spec", {{"broker", "b"}, {"subscriber", toUri}}}}));
        world.clock.advance(5000);
        QCOMPARE(world.condition(eventing, "triggers", "t"), std::string("False DependencyDoesNotExist"));
        QCOMPARE(
            world.message(eventing, "triggers", "t"),
            std::string("Dependency does not exist: pingsources.sources.knative.dev \"ping\" not found"));
        QVERIFY(world.create(sources, "pingsources", "ping", {{"sink", toUri}}));
        world.clock.advance(10000);
        QCOMPARE(world.condition(eventing, "triggers", "t"), std::string("True"));
    }

    void subscriptionAndItsChannel()
    {
        EventingWorld world;
        QVERIFY(world.create(
            messaging, "subscriptions", "sub",
            {{"channel", channelReference("Channel", "ch")},
             {"subscriber", toUri},
             {"reply", broker("b")},
             {"delivery", {{"deadLetterSink", {{"uri", "http://dead.example.com"}}}, {"retry", 4}}}}));
        world.clock.advance(2000);
        QCOMPARE(world.condition(messaging, "subscriptions", "sub"),
                 std::string("Unknown ChannelReferenceFailed"));
        QVERIFY(world.create(messaging, "channels", "ch", Json::object()));
        world.clock.advance(3000);
        QCOMPARE(world.condition(messaging, "subscriptions", "sub"), std::string("False ReplyResolveFailed"));
        QCOMPARE(
            world.message(messaging, "subscriptions", "sub"),
            std::string(
                "Failed to resolve spec.reply: failed to get object events/b: brokers.eventing.knative.dev "
                "\"b\" not found"));
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        world.clock.advance(5000);
        QCOMPARE(world.condition(messaging, "subscriptions", "sub"), std::string("True"));
        const Json entry = world.get(messaging, "inmemorychannels", "ch")->at("spec")["subscribers"][0];
        QVERIFY(entry["delivery"]["deadLetterSink"]["uri"] == Json("http://dead.example.com"));
        QVERIFY(entry["delivery"]["retry"] == Json(4));
        QVERIFY(entry["replyUri"]
                == Json("http://broker-ingress.knative-eventing.svc.cluster.local/events/b"));
        QVERIFY(world.get(messaging, "channels", "ch")->at("status")["subscribers"][0]["ready"]
                == Json("True"));

        world.remove(messaging, "subscriptions", "sub");
        world.clock.advance(3000);
        QVERIFY(!world.get(messaging, "subscriptions", "sub"));
        QVERIFY(!world.get(messaging, "inmemorychannels", "ch")->at("spec").contains("subscribers"));
        QVERIFY(!world.get(messaging, "channels", "ch")->at("status").contains("subscribers"));
    }

    void sequence()
    {
        EventingWorld world;
        QVERIFY(
            world.create(flows, "sequences", "seq", {{"steps", {toUri, toUri, toUri}}, {"reply", toUri}}));
        world.clock.advance(8000);
        QCOMPARE(world.condition(flows, "sequences", "seq"), std::string("True"));
        QCOMPARE(world.at(flows, "sequences", "seq", "status.address.url"),
                 std::string("http://seq-kn-sequence-0-kn-channel.events.svc.cluster.local"));
        QCOMPARE(
            world.at(messaging, "subscriptions", "seq-kn-sequence-0", "status.physicalSubscription.replyUri"),
            std::string("http://seq-kn-sequence-1-kn-channel.events.svc.cluster.local"));
        QCOMPARE(
            world.at(messaging, "subscriptions", "seq-kn-sequence-2", "status.physicalSubscription.replyUri"),
            std::string("http://example.com/in"));

        QVERIFY(world.patch(flows, "sequences", "seq", {{"spec", {{"steps", {toUri}}}}}));
        world.clock.advance(8000);
        QCOMPARE(world.condition(flows, "sequences", "seq"), std::string("True"));
        QVERIFY(!world.get(messaging, "subscriptions", "seq-kn-sequence-1"));
        QVERIFY(!world.get(messaging, "inmemorychannels", "seq-kn-sequence-2"));

        QVERIFY(world.patch(flows, "sequences", "seq",
                            {{"spec", {{"steps", {EventingWorld::service("nope")}}}}}));
        world.clock.advance(4000);
        QCOMPARE(world.condition(flows, "sequences", "seq"), std::string("Unknown SubscriptionsNotReady"));
        QCOMPARE(world.condition(messaging, "subscriptions", "seq-kn-sequence-0"),
                 std::string("False SubscriberResolveFailed"));
        world.remove(flows, "sequences", "seq");
        world.clock.advance(5000);
        QVERIFY(!world.get(messaging, "subscriptions", "seq-kn-sequence-0"));
        QVERIFY(!world.get(messaging, "inmemorychannels", "seq-kn-sequence-0"));
    }

    void parallel()
    {
        EventingWorld world;
        QVERIFY(world.create(
            flows, "parallels", "par",
            {{"branches", {{{"filter", toUri}, {"subscriber", toUri}}, {{"subscriber", toUri}}}}}));
        world.clock.advance(8000);
        QCOMPARE(world.condition(flows, "parallels", "par"), std::string("True"));
        QCOMPARE(world.at(messaging, "subscriptions", "par-kn-parallel-filter-0",
                          "status.physicalSubscription.replyUri"),
                 std::string("http://par-kn-parallel-0-kn-channel.events.svc.cluster.local"));
        QCOMPARE(world.at(messaging, "subscriptions", "par-kn-parallel-filter-1",
                          "status.physicalSubscription.subscriberUri"),
                 std::string("http://par-kn-parallel-1-kn-channel.events.svc.cluster.local"));
        QVERIFY(
            world.patch(flows, "parallels", "par", {{"spec", {{"branches", {{{"subscriber", toUri}}}}}}}));
        world.clock.advance(8000);
        QVERIFY(!world.get(messaging, "inmemorychannels", "par-kn-parallel-1"));
        QVERIFY(!world.get(messaging, "subscriptions", "par-kn-parallel-filter-1"));
        QCOMPARE(world.condition(flows, "parallels", "par"), std::string("True"));
    }

    void pingSource()
    {
        EventingWorld world;
        QVERIFY(world.create(sources, "pingsources", "ping", {{"sink", broker("b")}}));
        world.clock.advance(3000);
        QCOMPARE(world.condition(sources, "pingsources", "ping"), std::string("False NotFound"));
        const std::vector<std::string> events = world.events("PingSource", "ping");
        QVERIFY(std::find(events.begin(), events.end(),
                          "SinkNotFound: Sink not found: "
                          "{\"ref\":{\"kind\":\"Broker\",\"namespace\":\"events\",\"name\":"
                          "\"b\",\"apiVersion\":\"eventing.knative.dev/v1\"}}")
                != events.end());
        QVERIFY(world.get("apps", "deployments", "pingsource-mt-adapter", "knative-eventing")
                    ->at("spec")["replicas"]
                == Json(0));
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        world.clock.advance(10000);
        QCOMPARE(world.condition(sources, "pingsources", "ping"), std::string("True"));
        QVERIFY(world.get("apps", "deployments", "pingsource-mt-adapter", "knative-eventing")
                    ->at("spec")["replicas"]
                == Json(1));
        world.remove(sources, "pingsources", "ping");
        world.clock.advance(2000);
        QVERIFY(!world.get(sources, "pingsources", "ping"));
    }

    void apiServerSourceAndItsRights()
    {
        EventingWorld world;
        QVERIFY(world.create(sources, "apiserversources", "pods",
                             {{"resources", {{{"apiVersion", "v1"}, {"kind", "Pod"}}}},
                              {"serviceAccountName", "watcher"},
                              {"sink", toUri}}));
        world.clock.advance(3000);
        QCOMPARE(world.condition(sources, "apiserversources", "pods", "SufficientPermissions"),
                 std::string("False"));
        QCOMPARE(
            world.message(sources, "apiserversources", "pods"),
            std::string(
                "User system:serviceaccount:events:watcher cannot get, list, watch resource \"pods\" in API "
                "group \"\" in Namespace \"events\""));
        const auto bind = [&world](const Json &verbs) {
            QVERIFY(world.store.create(
                world.type("rbac.authorization.k8s.io", "roles"),
                {{"metadata", {{"name", "watch"}, {"namespace", "events"}}},
                 {"rules", {{{"apiGroups", {""}}, {"resources", {"pods"}}, {"verbs", verbs}}}}},
                world.admin));
            QVERIFY(world.store.create(
                world.type("rbac.authorization.k8s.io", "rolebindings"),
                {{"metadata", {{"name", "watch"}, {"namespace", "events"}}},
                 {"roleRef",
                  {{"apiGroup", "rbac.authorization.k8s.io"}, {"kind", "Role"}, {"name", "watch"}}},
                 {"subjects", {{{"kind", "ServiceAccount"}, {"name", "watcher"}, {"namespace", "events"}}}}},
                world.admin));
        };
        bind({"get", "list", "watch"});
        QVERIFY(world.store.create(world.type("", "serviceaccounts"),
                                   {{"metadata", {{"name", "watcher"}, {"namespace", "events"}}}},
                                   world.admin)); // or there is no pod for it
        world.clock.advance(10000);
        QCOMPARE(world.condition(sources, "apiserversources", "pods"), std::string("True"));
        const std::string uid = base::textAt(*world.get(sources, "apiserversources", "pods"), "metadata.uid");
        const ObjectPtr adapter = world.get("apps", "deployments", "apiserversource-pods-" + uid);
        QVERIFY(adapter);
        QCOMPARE(environment(adapter, "K_SINK"), std::string("http://example.com/in"));
        QVERIFY(world.get(sources, "apiserversources", "pods")->at("status")["ceAttributes"][0]["type"]
                == Json("dev.knative.apiserver.ref.add"));
    }

    void containerSourceAndItsBinding()
    {
        EventingWorld world;
        QVERIFY(
            world.create(sources, "containersources", "beat",
                         {{"sink", broker("b")},
                          {"template", {{"spec", {{"containers", {{{"image", "ghcr.io/acme/beat:1"}}}}}}}}}));
        world.clock.advance(3000);
        QCOMPARE(world.condition(sources, "containersources", "beat", "SinkBindingReady"),
                 std::string("False NoAddressable"));
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        world.clock.advance(10000);
        QCOMPARE(world.condition(sources, "containersources", "beat"), std::string("True"));
        QCOMPARE(environment(world.get("apps", "deployments", "beat-deployment"), "K_SINK"),
                 std::string("http://broker-ingress.knative-eventing.svc.cluster.local/events/b"));
        world.remove(sources, "containersources", "beat");
        world.clock.advance(40000);
        QVERIFY(!world.get("apps", "deployments", "beat-deployment"));
        QVERIFY(!world.get(sources, "sinkbindings", "beat-sinkbinding"));
    }

    void sinkBinding()
    {
        EventingWorld world;
        QVERIFY(world.create(
            sources, "sinkbindings", "bind",
            {{"sink", toUri},
             {"ceOverrides", {{"extensions", {{"team", "shop"}}}}},
             {"subject", {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"name", "emitter"}}}}));
        world.clock.advance(2000);
        QCOMPARE(world.condition(sources, "sinkbindings", "bind"), std::string("False SubjectMissing"));
        QCOMPARE(world.message(sources, "sinkbindings", "bind"),
                 std::string("deployments.apps \"emitter\" not found"));
        QVERIFY(!world.get(sources, "sinkbindings", "bind")->at("status").contains("observedGeneration"));
        const Json pod{{"metadata", {{"labels", {{"app", "emitter"}}}}},
                       {"spec",
                        {{"containers",
                          {{{"name", "c"},
                            {"image", "ghcr.io/acme/emitter:1"},
                            {"env", {{{"name", "MODE"}, {"value", "fast"}}}}}}}}}};
        QVERIFY(world.create("apps", "deployments", "emitter",
                             {{"selector", {{"matchLabels", {{"app", "emitter"}}}}}, {"template", pod}}));
        world.clock.advance(5000);
        QCOMPARE(world.condition(sources, "sinkbindings", "bind"), std::string("True"));
        const auto deployment = [&world] { return world.get("apps", "deployments", "emitter"); };
        QCOMPARE(environment(deployment(), "K_SINK"), std::string("http://example.com/in"));
        QCOMPARE(environment(deployment(), "K_CE_OVERRIDES"),
                 std::string(R"({"extensions":{"team":"shop"}})"));
        QCOMPARE(environment(deployment(), "MODE"), std::string("fast"));

        QVERIFY(world.patch(sources, "sinkbindings", "bind",
                            {{"spec", {{"sink", {{"uri", "http://other.example.com"}}}}}}));
        world.clock.advance(3000);
        QCOMPARE(environment(deployment(), "K_SINK"), std::string("http://other.example.com"));
        // A change of the program keeps the binding, because the webhook writes it in again.
        QVERIFY(world.patch("apps", "deployments", "emitter", {{"spec", {{"template", pod}}}}));
        QCOMPARE(environment(deployment(), "K_SINK"), std::string("http://other.example.com"));

        world.remove(sources, "sinkbindings", "bind");
        world.clock.advance(3000);
        QVERIFY(!world.get(sources, "sinkbindings", "bind"));
        QCOMPARE(environment(deployment(), "K_SINK"), std::string("<absent>"));
        QCOMPARE(environment(deployment(), "MODE"), std::string("fast"));
    }

    void otherKinds()
    {
        EventingWorld world;
        QVERIFY(
            world.create(sources, "kafkasources", "kafka",
                         {{"bootstrapServers", {"kafka:9092"}}, {"topics", {"orders"}}, {"sink", toUri}}));
        QVERIFY(
            world.create("sinks.knative.dev", "jobsinks", "js",
                         {{"job", {{"spec", {{"template", {{"spec", {{"containers", Json::array()}}}}}}}}}}));
        QVERIFY(world.create(eventing, "eventtypes", "placed",
                             {{"type", "a"}, {"reference", broker("b")["ref"]}}));
        world.clock.advance(3000);
        QCOMPARE(world.condition(sources, "kafkasources", "kafka"), std::string("True"));
        QCOMPARE(world.at(sources, "kafkasources", "kafka", "status.sinkUri"),
                 std::string("http://example.com/in"));
        QCOMPARE(world.condition("sinks.knative.dev", "jobsinks", "js"), std::string("True"));
        QCOMPARE(world.condition(eventing, "eventtypes", "placed"),
                 std::string("False ResourceDoesNotExist"));
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        world.clock.advance(3000);
        QCOMPARE(world.condition(eventing, "eventtypes", "placed"), std::string("True"));
    }

    void settingsAreReadAgain()
    {
        EventingWorld world;
        const auto change = [&world](const char *name, const Json &data) {
            QVERIFY(world.store.modify(world.type("", "configmaps"), "knative-eventing", name, world.admin,
                                       [&data](Json &object) {
                                           object["data"] = data;
                                           return true;
                                       }));
        };
        change("config-br-defaults",
               {{"default-br-config", "namespaceDefaults:\n  events:\n    brokerClass: Kafka\n"}});
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        QVERIFY(world.get(eventing, "brokers", "b")
                    ->at("metadata")["annotations"]["eventing.knative.dev/broker.class"]
                == Json("Kafka"));
        world.clock.advance(3000);
        QVERIFY(!world.get(eventing, "brokers", "b")->contains("status")); // somebody else's class
    }

    void restingObjectsCostNothing()
    {
        EventingWorld world;
        QVERIFY(world.create(eventing, "brokers", "b", Json::object()));
        QVERIFY(world.create(eventing, "triggers", "t", {{"broker", "b"}, {"subscriber", toUri}}));
        QVERIFY(world.create(flows, "sequences", "seq", {{"steps", {toUri, toUri}}}));
        QVERIFY(world.create(flows, "parallels", "par", {{"branches", {{{"subscriber", toUri}}}}}));
        QVERIFY(world.create(sources, "pingsources", "ping", {{"sink", broker("b")}}));
        QVERIFY(
            world.create(sources, "containersources", "beat",
                         {{"sink", toUri},
                          {"template", {{"spec", {{"containers", {{{"image", "ghcr.io/acme/beat:1"}}}}}}}}}));
        world.clock.advance(60000);
        for (const auto &[group, plural, name] : {std::tuple{eventing, "triggers", "t"},
                                                  {flows, "sequences", "seq"},
                                                  {flows, "parallels", "par"},
                                                  {sources, "pingsources", "ping"},
                                                  {sources, "containersources", "beat"}})
            QCOMPARE(world.condition(group, plural, name), std::string("True"));
        const std::uint64_t version = world.store.version();
        world.clock.advance(3600000);
        QCOMPARE(world.store.version(), version);
    }

    void sameSeedSameRun()
    {
        const auto run = [] {
            EventingWorld world;
            (void)world.create(eventing, "brokers", "b", Json::object());
            (void)world.create(eventing, "triggers", "t",
                               {{"broker", "b"}, {"subscriber", EventingWorld::service("api")}});
            world.addService("api");
            (void)world.create(flows, "parallels", "par", {{"branches", {{{"subscriber", toUri}}}}});
            world.clock.advance(20000);
            std::string all;
            for (const auto &type : world.registry.all()) {
                for (const ObjectPtr &object : world.store.list(*type))
                    all += base::dump(*object) + '\n';
            }
            return all;
        };
        QVERIFY(run() == run());
    }
};

QTEST_GUILESS_MAIN(TestEventingSimulation)
#include "tst_eventing_simulation.moc"
