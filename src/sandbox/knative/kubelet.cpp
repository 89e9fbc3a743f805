// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/kubelet.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"
#include "sandbox/store/pod_logs.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr qint64 endingTakes = 1500;
constexpr char crashMessage[] =
    "panic: cannot read configuration: environment variable DATABASE_URL is not set";

bool isQueueProxy(const Json &container)
{
    return text(container, {"name"}) == "queue-proxy";
}

/// The first of a pod's images that does not come from Knative itself.
std::string userImage(const Json &pod)
{
    for (const Json &container : field(pod, {"spec", "containers"})) {
        if (!isQueueProxy(container))
            return text(container, {"image"});
    }
    return {};
}

std::string qosClass(const Json &pod)
{
    bool any = false;
    bool guaranteed = true;
    for (const Json &container : field(pod, {"spec", "containers"})) {
        const Json &requests = field(container, {"resources", "requests"});
        const Json &limits = field(container, {"resources", "limits"});
        any = any || isSet(requests) || isSet(limits);
        for (const char *resource : {"cpu", "memory"}) {
            const Json &limit = field(limits, {resource});
            const Json &request = field(requests, {resource});
            guaranteed = guaranteed && !limit.is_null() && (request.is_null() || request == limit);
        }
    }
    return guaranteed ? "Guaranteed" : any ? "Burstable" : "BestEffort";
}

} // namespace

Kubelet::Kubelet(Cluster &cluster)
    : Controller(cluster, "kubelet", 10)
{
}

void Kubelet::observe(const StoreEvent &event)
{
    if (event.resource != &m_cluster.types.pod)
        return;
    const Key key = keyOf(*event.object);
    if (event.type == EventType::Deleted) {
        m_runs.erase(key);
        m_cluster.logs.drop(key.nameSpace, key.name);
        return;
    }
    const bool assigned = event.previous
        && field(*event.previous, {"spec", "nodeName"}) != field(*event.object, {"spec", "nodeName"});
    const bool ending =
        isBeingDeleted(*event.object) && (!event.previous || !isBeingDeleted(*event.previous));
    if (event.type == EventType::Added || assigned || ending)
        enqueue(key);
}

ImageFault Kubelet::faultOf(const Json &pod) const
{
    // By the image that the user wrote: the digest in the pod has lost its tag.
    const std::string revision = label(pod, keys::revision);
    if (!revision.empty()) {
        if (const ObjectPtr owner = m_cluster.get(m_cluster.types.revision, namespaceOf(pod), revision)) {
            for (const Json &container : field(*owner, {"spec", "containers"})) {
                const ImageFault fault = m_cluster.imageFault(text(container, {"image"}));
                if (fault != ImageFault::None)
                    return fault;
            }
            return ImageFault::None;
        }
    }
    return m_cluster.imageFault(userImage(pod));
}

void Kubelet::report(const Json &pod, const char *type, const char *reason, const std::string &message)
{
    if (m_cluster.options.containerStart > 0)
        m_cluster.recordEvent(name(), pod, type, reason, message);
}

void Kubelet::log(const Json &pod, const std::string &container, const std::string &line)
{
    m_cluster.logs.append(namespaceOf(pod), nameOf(pod), container, {m_cluster.scheduler.now(), line});
}

void Kubelet::logStart(const Json &pod)
{
    std::string port = "8080";
    for (const Json &container : field(pod, {"spec", "containers"})) {
        const std::string name_ = text(container, {"name"});
        if (isQueueProxy(container)) {
            log(pod, name_,
                "{\"severity\":\"INFO\",\"timestamp\":\"" + rfc3339Micro(m_cluster.scheduler.now())
                    + "\",\"logger\":\"queueproxy\",\"caller\":\"sharedmain/"
                      "main.go:271\",\"message\":\"Starting "
                      "queue-proxy\",\"commit\":\"unknown\",\"knative.dev/key\":\""
                    + namespaceOf(pod) + "/" + label(pod, keys::revision) + "\",\"knative.dev/pod\":\""
                    + nameOf(pod) + "\"}");
            continue;
        }
        const Json &environment = field(container, {"env"});
        if (environment.is_array()) {
            for (const Json &variable : environment) {
                if (text(variable, {"name"}) == "PORT")
                    port = text(variable, {"value"});
            }
        }
        log(pod, name_, "starting " + text(container, {"image"}));
        log(pod, name_, "listening on port " + port);
    }
}

void Kubelet::schedule(const Json &pod, Pass &pass)
{
    const ResourceType &type = m_cluster.types.pod;
    const std::string nameSpace = namespaceOf(pod);
    const std::string name_ = nameOf(pod);
    Json scheduled{{"type", "PodScheduled"},
                   {"status", "True"},
                   {"lastProbeTime", nullptr},
                   {"lastTransitionTime", m_cluster.now()}};
    Json status{{"phase", "Pending"}, {"qosClass", qosClass(pod)}};
    if (faultOf(pod) == ImageFault::Unschedulable) {
        const std::string why =
            "0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 "
            "No preemption victims found for incoming pod.";
        scheduled["status"] = "False";
        scheduled["reason"] = "Unschedulable";
        scheduled["message"] = why;
        status["conditions"] = Json::array({scheduled});
        m_cluster.setStatus(type, nameSpace, name_, uidOf(pod), status, "default-scheduler");
        m_cluster.recordEvent("default-scheduler", pod, "Warning", "FailedScheduling", why);
        pass.retry();
        return;
    }
    const ObjectPtr bound = m_cluster.modify(type, nameSpace, name_, "default-scheduler", [&](Json &object) {
        Json &spec = object["spec"];
        spec["nodeName"] = m_cluster.options.nodeName;
        spec["priority"] = 0;
        spec["preemptionPolicy"] = "PreemptLowerPriority";
        if (!spec.contains("tolerations")) {
            spec["tolerations"] = Json::array();
            for (const char *state : {"not-ready", "unreachable"}) {
                spec["tolerations"].push_back({{"effect", "NoExecute"},
                                               {"key", std::string("node.kubernetes.io/") + state},
                                               {"operator", "Exists"},
                                               {"tolerationSeconds", 300}});
            }
        }
        return true;
    });
    if (!bound)
        return;
    status["conditions"] = Json::array({scheduled});
    m_cluster.setStatus(type, nameSpace, name_, uidOf(pod), status, "default-scheduler");
    m_cluster.recordScheduled(*bound, m_cluster.options.nodeName);
}

void Kubelet::enter(const Key &key, Run &run, Stage stage, qint64 lasts)
{
    run.stage = stage;
    run.due = lasts > 0 ? m_cluster.nowMs() + lasts : 0;
    if (lasts > 0)
        enqueueAfter(key, lasts);
}

void Kubelet::advance(const Key &key, const Json &pod, Run &run)
{
    const SimulationOptions &options = m_cluster.options;
    const ImageFault fault = faultOf(pod);
    const std::string image = userImage(pod);
    switch (run.stage) {
    case Stage::Assigned:
        run.startedAt = m_cluster.now();
        m_addresses = (m_addresses + 1) % 60000;
        run.address =
            "10.240." + std::to_string(m_addresses / 250) + "." + std::to_string(m_addresses % 250 + 1);
        if (options.containerStart > 0) {
            const bool pulled = m_pulled.count(image) > 0;
            enter(key, run, pulled ? Stage::Creating : Stage::Pulling,
                  options.containerStart + (pulled ? 0 : options.imagePull));
            if (!pulled)
                report(pod, "Normal", "Pulling", "Pulling image " + goQuoted(image));
            break;
        }
        [[fallthrough]];
    case Stage::Creating:
    case Stage::Pulling:
    case Stage::PullFailed:
        if (fault == ImageFault::PullFails || fault == ImageFault::NotFound
            || fault == ImageFault::Unauthorized) {
            report(pod, "Warning", "Failed",
                   "Failed to pull image " + goQuoted(image)
                       + ": rpc error: code = NotFound desc = failed to pull and "
                         "unpack image "
                       + goQuoted(image) + ": not found");
            report(pod, "Warning", "Failed", "Error: ErrImagePull");
            report(pod, "Normal", "BackOff", "Back-off pulling image " + goQuoted(image));
            enter(key, run, Stage::PullFailed, 20000);
            break;
        }
        if (run.stage != Stage::Creating && m_pulled.insert(image).second)
            report(pod, "Normal", "Pulled", "Successfully pulled image " + goQuoted(image));
        [[fallthrough]];
    case Stage::Crashed:
        if (fault == ImageFault::Crashes) {
            if (run.restarts > 0 || run.stage == Stage::Crashed)
                m_cluster.logs.restart(key.nameSpace, key.name, "user-container");
            for (const Json &container : field(pod, {"spec", "containers"})) {
                if (!isQueueProxy(container)) {
                    log(pod, text(container, {"name"}), "starting " + text(container, {"image"}));
                    log(pod, text(container, {"name"}), crashMessage);
                }
            }
            run.crashedAt = m_cluster.now();
            run.lastExit = crashMessage;
            if (run.stage == Stage::Crashed)
                ++run.restarts;
            report(pod, "Warning", "BackOff",
                   "Back-off restarting failed container user-container in pod " + key.name + "_"
                       + key.nameSpace + "(" + uidOf(pod) + ")");
            enter(key, run, Stage::Crashed,
                  std::min<qint64>(300000, qint64(10000) << std::min<std::int64_t>(run.restarts, 6)));
            break;
        }
        for (const Json &container : field(pod, {"spec", "containers"})) {
            report(pod, "Normal", "Created", "Created container: " + text(container, {"name"}));
            report(pod, "Normal", "Started", "Started container " + text(container, {"name"}));
        }
        run.runningSince = m_cluster.now();
        logStart(pod);
        if (options.applicationStart > 0 || fault == ImageFault::NeverReady) {
            enter(key, run, Stage::Running,
                  fault == ImageFault::NeverReady ? 10000 : options.applicationStart);
            break;
        }
        [[fallthrough]];
    case Stage::Running:
        if (fault == ImageFault::NeverReady) {
            report(pod, "Warning", "Unhealthy",
                   "Readiness probe failed: HTTP probe failed with statuscode: 503");
            enter(key, run, Stage::Running, 10000);
            break;
        }
        enter(key, run, Stage::Ready, 0);
        break;
    case Stage::Ready:
    case Stage::Ending:
        break;
    }
}

void Kubelet::write(const Key &key, const Json &pod, const Run &run)
{
    const bool running = run.stage == Stage::Running || run.stage == Stage::Ready;
    const bool ready = run.stage == Stage::Ready;
    const bool started = running || run.stage == Stage::Crashed;
    Json statuses = Json::array();
    std::string unready;
    for (const Json &container : field(pod, {"spec", "containers"})) {
        const std::string image = text(container, {"image"});
        const bool queue = isQueueProxy(container);
        Json state;
        Json last = Json::object();
        bool good = ready;
        if (running || (queue && started)) {
            const std::string since = run.runningSince.empty() ? run.startedAt : run.runningSince;
            state = {{"running", {{"startedAt", since}}}};
        } else if (run.stage == Stage::Crashed) {
            const Json ended{{"exitCode", 1},
                             {"reason", "Error"},
                             {"message", run.lastExit},
                             {"startedAt", run.crashedAt},
                             {"finishedAt", run.crashedAt}};
            last = {{"terminated", ended}};
            state = {{"waiting",
                      {{"reason", "CrashLoopBackOff"},
                       {"message",
                        "back-off restarting failed container=user-container pod=" + key.name + "_"
                            + key.nameSpace + "(" + uidOf(pod) + ")"}}}};
        } else if (run.stage == Stage::PullFailed && !queue) {
            state = {
                {"waiting",
                 {{"reason", "ImagePullBackOff"}, {"message", "Back-off pulling image " + goQuoted(image)}}}};
        } else {
            state = {{"waiting", {{"reason", "ContainerCreating"}}}};
        }
        if (!good)
            unready += (unready.empty() ? "" : " ") + text(container, {"name"});
        const std::int64_t restarts = queue ? 0 : run.restarts;
        Json entry{{"name", text(container, {"name"})},
                   {"image", image},
                   {"imageID", ""},
                   {"lastState", last},
                   {"ready", good},
                   {"restartCount", restarts},
                   {"state", state}};
        if (m_cluster.options.containerStart > 0)
            entry["started"] = state.contains("running");
        statuses.push_back(std::move(entry));
    }
    // Unchanged conditions keep their time.
    const auto conditionOf = [&](const char *type, bool good, const std::string &message) {
        Json made{{"type", type},
                  {"status", good ? "True" : "False"},
                  {"lastProbeTime", nullptr},
                  {"lastTransitionTime", m_cluster.now()}};
        if (!good) {
            made["reason"] = "ContainersNotReady";
            made["message"] = message;
        }
        const Json &before = condition(pod, type);
        if (text(before, {"status"}) == text(made, {"status"}))
            made["lastTransitionTime"] = text(before, {"lastTransitionTime"});
        return made;
    };
    const std::string why = "containers with unready status: [" + unready + "]";
    Json status{{"phase", started ? "Running" : "Pending"},
                {"qosClass", qosClass(pod)},
                {"hostIP", m_cluster.options.nodeAddress},
                {"startTime", run.startedAt},
                {"containerStatuses", statuses},
                {"conditions",
                 {conditionOf("Initialized", true, {}), conditionOf("Ready", ready, why),
                  conditionOf("ContainersReady", ready, why), conditionOf("PodScheduled", true, {})}}};
    if (started) {
        status["podIP"] = run.address;
        status["podIPs"] = {{{"ip", run.address}}};
    }
    m_cluster.setStatus(m_cluster.types.pod, key.nameSpace, key.name, uidOf(pod), status, name());
}

void Kubelet::reconcile(const Key &key, Pass &pass)
{
    const ObjectPtr stored = m_cluster.get(m_cluster.types.pod, key.nameSpace, key.name);
    if (!stored)
        return;
    const Json &pod = *stored;
    if (text(pod, {"spec", "nodeName"}).empty()) {
        if (!isBeingDeleted(pod))
            schedule(pod, pass);
        return;
    }
    Run &run = m_runs[key];
    if (isBeingDeleted(pod)) {
        if (run.stage != Stage::Ending) {
            report(pod, "Normal", "Killing", "Stopping container user-container");
            run.stage = Stage::Ending;
            run.due = m_cluster.nowMs() + endingTakes;
            enqueueAfter(key, endingTakes);
        } else if (m_cluster.nowMs() >= run.due) {
            m_cluster.remove(m_cluster.types.pod, key.nameSpace, key.name, name());
        } else {
            enqueueAfter(key, run.due - m_cluster.nowMs());
        }
        return;
    }
    if (run.due > m_cluster.nowMs()) {
        enqueueAfter(key, run.due - m_cluster.nowMs());
        return;
    }
    advance(key, pod, run);
    write(key, pod, run);
}

} // namespace sluice::sandbox
