// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/autoscaler_controller.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr qint64 tickPeriod = 2000;
constexpr qint64 activationBuffer =
    30000; ///< after the progress deadline, so that pods can be diagnosed first
constexpr char active[] = "Active";
constexpr char noTraffic[] = "The target is not receiving traffic.";

} // namespace

AutoscalerController::AutoscalerController(Cluster &cluster)
    : Controller(cluster, "kpa-class-podautoscaler-controller", 15)
{
}

void AutoscalerController::observe(const StoreEvent &event)
{
    const KnownTypes &types = m_cluster.types;
    if (event.resource == &types.podAutoscaler) {
        if (event.type == EventType::Deleted)
            m_deciders.erase(keyOf(*event.object));
        else
            enqueue(keyOf(*event.object));
    } else if (event.resource == &types.serverlessService) {
        enqueueOwner(*event.object, "PodAutoscaler");
    } else if (event.resource == &types.endpoints) {
        const std::string name = label(*event.object, keys::serverlessService);
        if (name.empty() || label(*event.object, keys::serviceType) != "Private")
            return;
        const Key key{namespaceOf(*event.object), name};
        enqueue(key);
        if (m_deciders.count(key))
            scheduleTick(key);
    }
}

ScalingRules AutoscalerController::rulesOf(const Json &scaler) const
{
    return scalingRules(annotations(scaler), number(scaler, {"spec", "containerConcurrency"}),
                        m_cluster.settings);
}

std::int64_t AutoscalerController::readyPods(const Key &key) const
{
    const ObjectPtr endpoints =
        m_cluster.get(m_cluster.types.endpoints, key.nameSpace, childName(key.name, "-private"));
    if (!endpoints)
        return 0;
    std::int64_t count = 0;
    const Json &subsets = field(*endpoints, {"subsets"});
    if (subsets.is_array()) {
        for (const Json &subset : subsets)
            count += static_cast<std::int64_t>(field(subset, {"addresses"}).size());
    }
    return count;
}

void AutoscalerController::setLoad(const Key &revision, double perSecond, double concurrency)
{
    Known &known = m_deciders[revision];
    known.decider.setLoad(m_cluster.nowMs(), perSecond, concurrency);
    // The first request of a sleeping revision waits in the activator, which reports at once.
    if (concurrency > 0 && readyPods(revision) == 0) {
        known.decider.startMeasuring(m_cluster.nowMs());
        tick(revision);
    }
    scheduleTick(revision);
}

void AutoscalerController::scheduleTick(const Key &key)
{
    Known &known = m_deciders[key];
    if (known.ticking)
        return;
    known.ticking = true;
    m_cluster.scheduler.after(tickPeriod, [this, key, living = std::weak_ptr(m_living)] {
        if (!living.lock())
            return;
        const auto found = m_deciders.find(key);
        if (found == m_deciders.end())
            return;
        found->second.ticking = false;
        tick(key);
        const ObjectPtr scaler = m_cluster.get(m_cluster.types.podAutoscaler, key.nameSpace, key.name);
        if (scaler && found->second.decider.isMeasuring()
            && !found->second.decider.isSettled(m_cluster.nowMs(), rulesOf(*scaler)))
            scheduleTick(key);
    });
}

void AutoscalerController::tick(const Key &key)
{
    const ObjectPtr scaler = m_cluster.get(m_cluster.types.podAutoscaler, key.nameSpace, key.name);
    const auto found = m_deciders.find(key);
    if (!scaler || found == m_deciders.end())
        return;
    Decider &decider = found->second.decider;
    const std::int64_t ready = readyPods(key);
    if (ready > 0 && m_cluster.options.podsServeMetrics)
        decider.startMeasuring(m_cluster.nowMs());
    const Decider::Decision before = decider.last();
    const bool reachable = text(*scaler, {"spec", "reachability"}) != "Unreachable";
    const Decider::Decision after =
        decider.decide(m_cluster.nowMs(), ready, reachable, rulesOf(*scaler), m_cluster.settings.autoscaler);
    if (before.desired != after.desired || before.activators != after.activators
        || (before.excessBurstCapacity < 0) != (after.excessBurstCapacity < 0))
        enqueue(key);
}

void AutoscalerController::reconcileMetric(const Json &scaler, const ScalingRules &rules,
                                           const std::string &target, Pass &pass)
{
    const ResourceType &type = m_cluster.types.metric;
    constexpr std::int64_t nanoseconds = 1000000;
    const auto panic =
        static_cast<std::int64_t>(static_cast<double>(rules.window) * rules.panicWindowPercentage / 100);
    const Json spec{{"panicWindow", panic * nanoseconds},
                    {"scrapeTarget", target},
                    {"stableWindow", rules.window * nanoseconds}};
    const ObjectPtr existing = m_cluster.get(type, namespaceOf(scaler), nameOf(scaler));
    if (!existing) {
        m_cluster.create(type,
                         {{"metadata",
                           {{"name", nameOf(scaler)},
                            {"namespace", namespaceOf(scaler)},
                            {"labels", labels(scaler)},
                            {"annotations", annotations(scaler)},
                            {"ownerReferences",
                             {controllerReference(scaler, "autoscaling.internal.knative.dev/v1alpha1",
                                                  "PodAutoscaler")}}}},
                          {"spec", spec}},
                         name());
        pass.wrote();
    } else if (field(*existing, {"spec"}) != spec) {
        m_cluster.modify(type, namespaceOf(scaler), nameOf(scaler), name(), [&spec](Json &object) {
            object["spec"] = spec;
            return true;
        });
        pass.wrote();
    }
}

ObjectPtr AutoscalerController::reconcileService(const Json &scaler, bool proxy, std::int64_t activators,
                                                 Pass &pass)
{
    const ResourceType &type = m_cluster.types.serverlessService;
    const Json spec{{"mode", proxy ? "Proxy" : "Serve"},
                    {"numActivators", activators},
                    {"objectRef", field(scaler, {"spec", "scaleTargetRef"})},
                    {"protocolType", text(scaler, {"spec", "protocolType"})}};
    const ObjectPtr existing = m_cluster.get(type, namespaceOf(scaler), nameOf(scaler));
    if (!existing) {
        Json notes = annotations(scaler);
        notes.erase(keys::metric);
        pass.wrote();
        return m_cluster.create(type,
                                {{"metadata",
                                  {{"name", nameOf(scaler)},
                                   {"namespace", namespaceOf(scaler)},
                                   {"labels", labels(scaler)},
                                   {"annotations", notes},
                                   {"ownerReferences",
                                    {controllerReference(scaler, "autoscaling.internal.knative.dev/v1alpha1",
                                                         "PodAutoscaler")}}}},
                                 {"spec", spec}},
                                name());
    }
    if (field(*existing, {"spec"}) == spec)
        return existing;
    pass.wrote();
    return m_cluster.modify(type, namespaceOf(scaler), nameOf(scaler), name(), [&spec](Json &object) {
        object["spec"] = spec;
        return true;
    });
}

qint64 AutoscalerController::inStateFor(const Json &object, const char *type, const char *status) const
{
    const Json &entry = condition(object, type);
    if (text(entry, {"status"}) != status)
        return -1;
    const QDateTime since = parseRfc3339(text(entry, {"lastTransitionTime"}));
    return since.isValid() ? m_cluster.nowMs() - since.toMSecsSinceEpoch() : 0;
}

AutoscalerController::Scale AutoscalerController::scaleToZero(const Json &scaler, const Json &serverless,
                                                              const ScalingRules &rules, std::int64_t desired)
{
    if (desired != 0)
        return {desired, true};
    if (!m_cluster.settings.autoscaler.enableScaleToZero)
        return {1, true};
    const Key key = keyOf(scaler);
    const std::string state = conditionStatus(scaler, active);
    if (state == "Unknown") {
        qint64 deadline = m_cluster.settings.deployment.progressDeadline;
        for (const char *annotation_ : {keys::progressDeadlineOld, keys::progressDeadline}) {
            if (const auto own = parseGoDuration(annotation(scaler, annotation_)))
                deadline = *own / 1000000;
        }
        const qint64 limit = deadline + activationBuffer;
        const qint64 waited = inStateFor(scaler, active, "Unknown");
        if (waited >= limit)
            return {desired, true};
        enqueueAfter(key, limit - waited);
        return {Decider::unknown, false};
    }
    if (state == "True") {
        const qint64 activeFor = inStateFor(scaler, active, "True");
        if (activeFor >= rules.window)
            return {desired, false};
        enqueueAfter(key, rules.window - activeFor);
        return {1, true};
    }
    // Inactive. The activator must have been in the path for a while before the last pod may go.
    if (text(serverless, {"spec", "mode"}) != "Proxy"
        || number(serverless, {"status", "observedGeneration"}) != generationOf(serverless))
        return {desired, false};
    const qint64 grace = m_cluster.settings.autoscaler.scaleToZeroGracePeriod;
    const qint64 longest = std::max<qint64>(grace, rules.retention);
    const qint64 inactive = std::max<qint64>(0, inStateFor(scaler, active, "False"));
    if (inactive >= longest)
        return {desired, true};
    qint64 wait = longest - inactive;
    if (rules.retention <= 0) {
        const qint64 proxying =
            std::max<qint64>(0, inStateFor(serverless, "ActivatorEndpointsPopulated", "True"));
        wait = std::min(wait, grace - proxying);
        if (wait <= 0)
            return {desired, true};
    }
    enqueueAfter(key, wait);
    return {desired, false};
}

std::int64_t AutoscalerController::scale(const Json &scaler, const Json &serverless,
                                         const ScalingRules &rules, std::int64_t desired, Pass &pass)
{
    const std::string state = conditionStatus(scaler, active);
    if (desired < 0 && state != "Unknown")
        return desired;
    const bool reachable = text(scaler, {"spec", "reachability"}) != "Unreachable";
    std::int64_t least = reachable ? rules.minScale : 0;
    if (rules.initialScale > 1 && conditionStatus(scaler, "ScaleTargetInitialized") != "True")
        least = std::max(least, rules.initialScale);
    desired = std::max(desired, least);
    if (rules.maxScale != 0)
        desired = std::min(desired, rules.maxScale);
    const Scale decision = scaleToZero(scaler, serverless, rules, desired);
    if (!decision.apply)
        return decision.want;
    const std::string target = text(scaler, {"spec", "scaleTargetRef", "name"});
    const ObjectPtr deployment = m_cluster.get(m_cluster.types.deployment, namespaceOf(scaler), target);
    if (deployment && number(*deployment, {"spec", "replicas"}, 1) != decision.want) {
        m_cluster.modify(m_cluster.types.deployment, namespaceOf(scaler), target, name(),
                         [&decision](Json &object) {
                             object["spec"]["replicas"] = decision.want;
                             return true;
                         });
        pass.wrote();
    }
    return decision.want;
}

void AutoscalerController::computeActive(const Json &scaler, Json &status, const ScalingRules &rules,
                                         std::int64_t want, std::int64_t ready, ConditionManager &conditions)
{
    status["actualScale"] = ready;
    status["desiredScale"] = want;
    const bool reachable = text(scaler, {"spec", "reachability"}) != "Unreachable";
    const std::int64_t least = reachable ? rules.minScale : 0;
    const bool initialized = conditions.isTrue("ScaleTargetInitialized");
    const std::int64_t threshold =
        initialized ? std::max<std::int64_t>(1, least) : std::max(least, rules.initialScale);
    if (ready >= threshold && !text(status, {"serviceName"}).empty())
        conditions.markTrue("ScaleTargetInitialized");
    const bool inactive = conditions.isFalse(active);
    const bool timedOut = (want == 0 && threshold > 0 && conditions.status(active) == "Unknown")
        || text(condition(scaler, active), {"reason"}) == "TimedOut";
    const auto markInactive = [&] {
        if (timedOut)
            conditions.markFalse(active, "TimedOut", "The target could not be activated.");
        else
            conditions.markFalse(active, "NoTraffic", noTraffic);
    };
    if (want == 0 || threshold == 0) {
        markInactive();
    } else if (ready < threshold) {
        if (want > 0 || !inactive)
            conditions.markUnknown(active, "Queued",
                                   "Requests to the target are being buffered as resources are provisioned.");
        else
            markInactive();
    } else if (want > 0 || !inactive) {
        conditions.markTrue(active);
    } else {
        markInactive();
    }
}

void AutoscalerController::reconcile(const Key &key, Pass &pass)
{
    const ObjectPtr stored = m_cluster.get(m_cluster.types.podAutoscaler, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &scaler = *stored;
    Json status = field(scaler, {"status"});
    ConditionManager conditions(podAutoscalerConditions, status, m_cluster.now());
    conditions.begin(generationOf(scaler));
    ScalingRules rules = rulesOf(scaler);
    const bool hpa = rules.scalerClass == keys::hpa;
    if (hpa)
        rules.minScale = std::max<std::int64_t>(1, rules.minScale);

    ObjectPtr serverless = m_cluster.get(m_cluster.types.serverlessService, key.nameSpace, key.name);
    if (!serverless || text(*serverless, {"status", "privateServiceName"}).empty()) {
        if (!serverless)
            reconcileService(scaler, !hpa, 2, pass);
        for (const char *name_ : {"metricsServiceName", "serviceName"}) {
            if (!status.contains(name_))
                status[name_] = "";
        }
        conditions.markUnknown("SKSReady", "NotReady", "No Private Service Name");
        computeActive(scaler, status, rules, Decider::unknown, 0, conditions);
    } else {
        const std::string privateName = text(*serverless, {"status", "privateServiceName"});
        status["metricsServiceName"] = privateName;
        Known &known = m_deciders[key];
        const std::int64_t ready = readyPods(key);
        const bool reachable = text(scaler, {"spec", "reachability"}) != "Unreachable";
        const Decider::Decision decision =
            known.decider.decide(m_cluster.nowMs(), ready, reachable, rules, m_cluster.settings.autoscaler);
        if (!known.decider.isMeasuring() && m_cluster.options.podsServeMetrics)
            scheduleTick(key);
        if (!hpa)
            reconcileMetric(scaler, rules, privateName, pass);
        const std::int64_t want = hpa ? scale(scaler, *serverless, rules, rules.minScale, pass)
                                      : scale(scaler, *serverless, rules, decision.desired, pass);
        const bool inactive = conditionStatus(scaler, active) == "False";
        const bool proxy =
            !hpa && (want == 0 || decision.excessBurstCapacity < 0 || (want == Decider::unknown && inactive));
        serverless = reconcileService(scaler, proxy, hpa ? 2 : decision.activators, pass);
        if (!serverless)
            return;
        status["serviceName"] = text(*serverless, {"status", "serviceName"});
        if (isReady(*serverless))
            conditions.markTrue("SKSReady");
        else
            conditions.markUnknown("SKSReady", "NotReady",
                                   text(condition(*serverless, "Ready"), {"message"}));
        computeActive(scaler, status, rules, want, ready, conditions);
    }
    conditions.end(generationOf(scaler));
    pass.finally([this, key, uid = uidOf(scaler), status] {
        m_cluster.setStatus(m_cluster.types.podAutoscaler, key.nameSpace, key.name, uid, status, name());
    });
}

MetricController::MetricController(Cluster &cluster)
    : Controller(cluster, "metric-controller", 10)
{
}

void MetricController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.metric && event.type != EventType::Deleted)
        enqueue(keyOf(*event.object));
}

void MetricController::reconcile(const Key &key, Pass &pass)
{
    (void)pass;
    const ObjectPtr stored = m_cluster.get(m_cluster.types.metric, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    Json status = field(*stored, {"status"});
    ConditionManager conditions(metricConditions, status, m_cluster.now());
    const bool collecting = conditions.isTrue("Ready") || conditions.isFalse("Ready");
    if (!collecting) {
        conditions.markTrue("Ready");
        if (!m_cluster.options.podsServeMetrics)
            enqueueAfter(key, 1000);
    } else if (!m_cluster.options.podsServeMetrics) {
        const QDateTime since = parseRfc3339(text(condition(*stored, "Ready"), {"lastTransitionTime"}));
        if (conditions.isTrue("Ready") && m_cluster.nowMs() - since.toMSecsSinceEpoch() < 1000) {
            enqueueAfter(key, 1000);
            return;
        }
        conditions.markFalse("Ready", "CollectionFailed",
                             "Failed to reconcile metric collection: pods exhausted");
    } else {
        conditions.markTrue("Ready");
    }
    conditions.end(generationOf(*stored));
    m_cluster.setStatus(m_cluster.types.metric, key.nameSpace, key.name, uidOf(*stored), status, name());
}

} // namespace sluice::sandbox
