// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_simulation.h"

#include "base/json.h"
#include "sandbox/eventing/broker_controllers.h"
#include "sandbox/eventing/channel_controllers.h"
#include "sandbox/eventing/eventing_admission.h"
#include "sandbox/eventing/eventing_seed.h"
#include "sandbox/eventing/flow_controllers.h"
#include "sandbox/eventing/sink_binding_admission.h"
#include "sandbox/eventing/source_controllers.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/simulation.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

class EventingSimulation::Private {
public:
    explicit Private(Cluster &cluster_)
        : cluster(cluster_)
        , types(cluster_.store.registry())
        , webhooks(settings)
        , bindings(cluster_, types)
    {
        introduceControllers();
        const EventingContext context{cluster, types, settings};
        add<InMemoryChannelController>(context);
        add<InMemoryDispatcher>(context);
        add<ChannelController>(context);
        add<SubscriptionController>(context);
        add<BrokerController>(context);
        add<TriggerController>(context);
        add<SequenceController>(context);
        add<ParallelController>(context);
        add<PingSourceController>(context);
        add<ApiServerSourceController>(context);
        add<ContainerSourceController>(context);
        add<KafkaSourceController>(context);
        add<SinkBindingController>(context);
        add<JobSinkController>(context);
        add<EventTypeController>(context);
    }
    ~Private()
    {
        if (listening)
            cluster.store.unsubscribe(listener);
    }

    template <typename T> void add(const EventingContext &context)
    {
        controllers.push_back(std::make_unique<T>(context));
    }

    /// Who the controllers are towards the API server.
    void introduceControllers()
    {
        const std::string account = "system:serviceaccount:knative-eventing:";
        for (const char *name : {"channel-controller", "subscription-controller", "sequence-controller",
                                 "parallel-controller", "pingsource-controller", "apiserversource-controller",
                                 "containersource-controller", "jobsink-controller", "eventtype-controller"})
            cluster.introduce(name, "controller", account + "eventing-controller");
        for (const char *name : {"broker-controller", "trigger-controller"})
            cluster.introduce(name, "mtchannel_broker", account + "eventing-controller");
        cluster.introduce("inmemorychannel-controller", "channel_controller", account + "imc-controller");
        cluster.introduce("inmemorychannel-dispatcher", "channel_dispatcher", account + "imc-dispatcher");
        cluster.introduce("sinkbinding-controller", "eventing-webhook", account + "eventing-webhook");
        cluster.introduce("kafka-source-controller", "kafka-controller", account + "kafka-controller");
    }

    void observe(const StoreEvent &event)
    {
        if (event.resource == &cluster.types.event)
            return; // nobody reconciles events, and there are many
        if (event.resource == &cluster.types.configMap && namespaceOf(*event.object) == eventingNamespace)
            settings.apply(nameOf(*event.object),
                           event.type == EventType::Deleted ? Json() : field(*event.object, {"data"}));
        for (const auto &controller : controllers)
            controller->observe(event);
    }

    Cluster &cluster;
    EventingTypes types;
    EventingSettings settings;
    EventingAdmission webhooks;
    SinkBindingAdmission bindings;
    std::vector<std::unique_ptr<Controller>> controllers;
    ObjectStore::ListenerId listener = 0;
    bool listening = false;
};

EventingSimulation::EventingSimulation(KnativeSimulation &knative)
    : d(std::make_unique<Private>(knative.cluster()))
{
}

EventingSimulation::~EventingSimulation() = default;

Admission &EventingSimulation::admission()
{
    return d->webhooks;
}

Admission &EventingSimulation::bindingAdmission()
{
    return d->bindings;
}

void EventingSimulation::start()
{
    if (d->listening)
        return;
    ObjectStore &store = d->cluster.store;
    // What is in the store already is told as if it were new.
    for (const auto &type : store.registry().all()) {
        for (const ObjectPtr &object : store.list(*type))
            d->observe({EventType::Added, type.get(), store.version(), object, nullptr});
    }
    d->listener = store.subscribe([this](const StoreEvent &event) { d->observe(event); });
    d->listening = true;
    if (d->cluster.options.seedCluster)
        seedEventing(d->cluster);
}

const EventingSettings &EventingSimulation::settings() const
{
    return d->settings;
}

} // namespace sluice::sandbox
