// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/simulation.h"

#include "base/json.h"
#include "sandbox/knative/autoscaler_controller.h"
#include "sandbox/knative/cluster.h"
#include "sandbox/knative/cluster_controllers.h"
#include "sandbox/knative/configuration_controller.h"
#include "sandbox/knative/endpoints_controller.h"
#include "sandbox/knative/knative_admission.h"
#include "sandbox/knative/kubelet.h"
#include "sandbox/knative/labeler.h"
#include "sandbox/knative/resource_quota.h"
#include "sandbox/knative/revision_controller.h"
#include "sandbox/knative/route_controller.h"
#include "sandbox/knative/serverless_service_controller.h"
#include "sandbox/knative/service_controller.h"
#include "sandbox/knative/workload_controllers.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

/// Whether \a text matches \a pattern, in which "*" stands for anything.
bool isMatch(std::string_view pattern, std::string_view text)
{
    size_t p = 0;
    size_t t = 0;
    size_t star = std::string_view::npos;
    size_t mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

ImageFault faultByName(const std::string &image)
{
    static constexpr std::pair<std::string_view, ImageFault> names[] = {
        {"not-found", ImageFault::NotFound},     {"unauthorized", ImageFault::Unauthorized},
        {"pull-fails", ImageFault::PullFails},   {"crash", ImageFault::Crashes},
        {"never-ready", ImageFault::NeverReady}, {"unschedulable", ImageFault::Unschedulable}};
    for (const auto &[name, fault] : names) {
        if (image.find(name) != std::string::npos)
            return fault;
    }
    return ImageFault::None;
}

/// Knative's webhooks, and the quota behind them as in a real API server.
class Admissions final : public Admission {
public:
    explicit Admissions(Cluster &cluster)
        : m_webhooks(cluster.settings)
        , m_quotas(cluster.store)
    {
    }
    std::optional<Failure> mutate(AdmissionRequest &request) override { return m_webhooks.mutate(request); }
    std::optional<Failure> validate(const AdmissionRequest &request) override
    {
        if (std::optional<Failure> failure = m_webhooks.validate(request))
            return failure;
        return m_quotas.validate(request);
    }

private:
    KnativeAdmission m_webhooks;
    ResourceQuotaAdmission m_quotas;
};

} // namespace

class KnativeSimulation::Private {
public:
    Private(ObjectStore &store, Scheduler &scheduler, PodLogs &logs, SimulationOptions options)
        : cluster(store, scheduler, logs, std::move(options))
        , admissions(cluster)
        , autoscaler(cluster)
    {
        cluster.imageFault = [this](const std::string &image) { return faultOf(image); };
        add<NamespaceController>();
        add<ServiceController>();
        add<ConfigurationController>();
        add<RevisionController>();
        add<RouteController>();
        add<Labeler>();
        add<RevisionCollector>();
        add<ServerlessServiceController>();
        add<IngressController>();
        add<MetricController>();
        add<DeploymentController>();
        add<ReplicaSetController>();
        add<Kubelet>();
        add<EndpointsController>();
        add<GarbageCollector>();
        add<ResourceQuotaController>();
    }
    ~Private()
    {
        if (listening)
            cluster.store.unsubscribe(listener);
    }

    template <typename T> void add() { controllers.push_back(std::make_unique<T>(cluster)); }

    void observe(const StoreEvent &event)
    {
        cluster.observe(event);
        if (event.resource == &cluster.types.event)
            return; // nobody reconciles events, and there are many
        autoscaler.observe(event);
        for (const auto &controller : controllers)
            controller->observe(event);
    }

    [[nodiscard]] ImageFault faultOf(const std::string &image) const
    {
        for (auto rule = faults.rbegin(); rule != faults.rend(); ++rule) {
            if (isMatch(rule->first, image))
                return rule->second;
        }
        return faultByName(image);
    }

    Cluster cluster;
    Admissions admissions;
    AutoscalerController autoscaler;
    std::vector<std::unique_ptr<Controller>> controllers;
    std::vector<std::pair<std::string, ImageFault>> faults;
    ObjectStore::ListenerId listener = 0;
    bool listening = false;
};

KnativeSimulation::KnativeSimulation(ObjectStore &store, Scheduler &scheduler, PodLogs &logs,
                                     SimulationOptions options)
    : d(std::make_unique<Private>(store, scheduler, logs, std::move(options)))
{
}

KnativeSimulation::~KnativeSimulation() = default;

Admission &KnativeSimulation::admission()
{
    return d->admissions;
}

void KnativeSimulation::start()
{
    if (d->listening)
        return;
    // What is in the store already is told as if it were new.
    for (const auto &type : d->cluster.store.registry().all()) {
        for (const ObjectPtr &object : d->cluster.store.list(*type))
            d->observe({EventType::Added, type.get(), d->cluster.store.version(), object, nullptr});
    }
    d->listener = d->cluster.store.subscribe([this](const StoreEvent &event) { d->observe(event); });
    d->listening = true;
    if (d->cluster.options.seedCluster)
        seedCluster(d->cluster);
}

void KnativeSimulation::setLoad(const std::string &nameSpace, const std::string &revision, double perSecond,
                                double concurrency)
{
    d->autoscaler.setLoad({nameSpace, revision}, perSecond, concurrency);
}

void KnativeSimulation::setImageFault(const std::string &pattern, ImageFault fault)
{
    std::erase_if(d->faults, [&pattern](const auto &rule) { return rule.first == pattern; });
    if (fault != ImageFault::None)
        d->faults.emplace_back(pattern, fault);
}

const KnativeSettings &KnativeSimulation::settings() const
{
    return d->cluster.settings;
}

Cluster &KnativeSimulation::cluster()
{
    return d->cluster;
}

} // namespace sluice::sandbox
