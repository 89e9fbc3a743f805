// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/revision_controller.h"

#include "base/json.h"
#include "sandbox/knative/autoscaling_annotations.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/deployment_template.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <QCryptographicHash>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char resourcesAvailable[] = "ResourcesAvailable";
constexpr char containerHealthy[] = "ContainerHealthy";
constexpr char active[] = "Active";

/// "ghcr.io" of "ghcr.io/acme/hello:1", "index.docker.io" of "acme/hello".
std::string registryOf(const std::string &image)
{
    const size_t slash = image.find('/');
    if (slash != std::string::npos) {
        const std::string host = image.substr(0, slash);
        if (host.find('.') != std::string::npos || host.find(':') != std::string::npos || host == "localhost")
            return host;
    }
    return "index.docker.io";
}

std::string repositoryOf(const std::string &image)
{
    std::string name = image.substr(0, image.find('@'));
    const size_t colon = name.rfind(':');
    if (colon != std::string::npos && name.find('/', colon) == std::string::npos)
        name.resize(colon);
    if (registryOf(image) == "index.docker.io")
        name =
            std::string("index.docker.io/") + (name.find('/') == std::string::npos ? "library/" : "") + name;
    return name;
}

std::string digestOf(const std::string &image)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(image), QCryptographicHash::Sha256);
    return repositoryOf(image) + "@sha256:" + hash.toHex().toStdString();
}

/// What the registry answers when an image cannot be resolved.
std::string resolveError(const std::string &image, ImageFault fault)
{
    const std::string repository = repositoryOf(image);
    const std::string path = repository.substr(repository.find('/') + 1);
    const size_t colon = image.rfind(':');
    const bool tagged = colon != std::string::npos && image.find('/', colon) == std::string::npos;
    const std::string url = "https://" + registryOf(image) + "/v2/" + path + "/manifests/"
        + (tagged ? image.substr(colon + 1) : "latest");
    if (fault == ImageFault::Unauthorized)
        return "HEAD " + url
            + ": unexpected status code 401 Unauthorized (HEAD responses have no body, use GET for "
              "details)";
    return "HEAD " + url
        + ": unexpected status code 404 Not Found (HEAD responses have no body, use GET for details)";
}

} // namespace

RevisionController::RevisionController(Cluster &cluster)
    : Controller(cluster, "revision-controller", 10)
{
}

void RevisionController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.revision) {
        if (event.type == EventType::Deleted)
            m_digestDue.erase(uidOf(*event.object));
        else
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.deployment
               || event.resource == &m_cluster.types.podAutoscaler) {
        enqueueOwner(*event.object, "Revision");
    } else if (event.resource == &m_cluster.types.pod && event.type == EventType::Modified
               && !isSet(field(*event.object, {"status", "phase"}))) {
        return;
    } else if (event.resource == &m_cluster.types.pod) {
        // Only what may explain a failure: a container that waits or has ended, a pod without a node.
        const std::string revision = label(*event.object, keys::revision);
        const Json &statuses = field(*event.object, {"status", "containerStatuses"});
        bool telling = false;
        if (statuses.is_array()) {
            for (const Json &status : statuses)
                telling = telling || isSet(field(status, {"lastState"}))
                    || isSet(field(status, {"state", "waiting"}));
        }
        telling = telling || conditionStatus(*event.object, "PodScheduled") == "False";
        if (!revision.empty() && telling)
            enqueue({namespaceOf(*event.object), revision});
    }
}

RevisionController::Digests RevisionController::resolveDigests(const Json &revision, Json &status,
                                                               ConditionManager &conditions, Pass &pass)
{
    const Json &containers = field(revision, {"spec", "containers"});
    const Json &known = field(status, {"containerStatuses"});
    if (known.is_array() && known.size() == containers.size())
        return Digests::Resolved;
    const std::string uid = uidOf(revision);
    const auto [due, first] =
        m_digestDue.emplace(uid, m_cluster.nowMs() + m_cluster.options.digestResolution);
    bool needed = false;
    Json resolved = Json::array();
    std::string failed;
    ImageFault why = ImageFault::None;
    for (const Json &container : containers) {
        const std::string image = text(container, {"image"});
        Json entry{{"name", text(container, {"name"})}};
        const ImageFault fault = m_cluster.imageFault(image);
        if (image.find('@') != std::string::npos) {
            entry["imageDigest"] = image;
        } else if (!m_cluster.settings.deployment.registriesSkippingTagResolving.count(registryOf(image))) {
            needed = true;
            entry["imageDigest"] = digestOf(image);
            if (fault == ImageFault::NotFound || fault == ImageFault::Unauthorized) {
                failed = image;
                why = fault;
            }
        } else {
            needed = true; // the look-up is answered with nothing, but it is made
        }
        resolved.push_back(std::move(entry));
    }
    if (needed && m_cluster.nowMs() < due->second) {
        conditions.markUnknown(resourcesAvailable, "ResolvingDigests");
        enqueueAfter(keyOf(revision), due->second - m_cluster.nowMs());
        return Digests::Pending;
    }
    m_digestDue.erase(due);
    if (!failed.empty()) {
        const std::string words = "failed to resolve image to digest: " + resolveError(failed, why);
        conditions.markFalse(containerHealthy, "ContainerMissing",
                             "Unable to fetch image " + goQuoted(failed) + ": " + words);
        m_cluster.recordEvent(name(), revision, "Warning", "InternalError",
                              "Unable to fetch image " + goQuoted(failed) + ": " + words);
        pass.retry();
        return Digests::Failed;
    }
    status["containerStatuses"] = std::move(resolved);
    return Digests::Resolved;
}

void RevisionController::reconcileDeployment(const Json &revision, const Json &status,
                                             ConditionManager &conditions, Pass &pass)
{
    const ResourceType &type = m_cluster.types.deployment;
    const std::string name_ = childName(nameOf(revision), "-deployment");
    const ObjectPtr deployment = m_cluster.get(type, namespaceOf(revision), name_);
    if (!deployment) {
        conditions.markUnknown(resourcesAvailable, "Deploying");
        conditions.markUnknown(containerHealthy, "Deploying");
        const ScalingRules rules = scalingRules(
            annotations(revision), number(revision, {"spec", "containerConcurrency"}), m_cluster.settings);
        const std::int64_t replicas = rules.scalerClass == keys::kpa ? rules.initialScale : 1;
        Json resolved = revision;
        resolved["status"] = status;
        std::string why;
        if (!m_cluster.create(type, makeDeployment(resolved, m_cluster.settings, replicas), name(), &why)) {
            m_cluster.recordEvent(name(), revision, "Warning", "InternalError",
                                  "failed to create deployment " + goQuoted(name_) + ": " + why);
            pass.retry();
        }
        pass.wrote();
        return;
    }
    if (!isControlledBy(*deployment, revision)) {
        conditions.markFalse(resourcesAvailable, "NotOwned",
                             "There is an existing Deployment " + goQuoted(name_) + " that we do not own.");
        return;
    }
    const Json &progressing = condition(*deployment, "Progressing");
    const Json &failing = condition(*deployment, "ReplicaFailure");
    if (text(failing, {"status"}) == "True")
        conditions.markFalse(resourcesAvailable, text(failing, {"reason"}), text(failing, {"message"}));
    else if (text(progressing, {"status"}) == "False")
        conditions.markFalse(resourcesAvailable, text(progressing, {"reason"}),
                             text(progressing, {"message"}));
    else if (text(progressing, {"status"}) == "True")
        conditions.markTrue(resourcesAvailable);
    else
        conditions.markUnknown(resourcesAvailable, "Deploying");
    if (number(*deployment, {"spec", "replicas"}) > 0
        && number(*deployment, {"status", "availableReplicas"}) == 0)
        reportPods(revision, *deployment, conditions);
}

void RevisionController::reportPods(const Json &revision, const Json &deployment,
                                    ConditionManager &conditions)
{
    const std::vector<ObjectPtr> pods =
        m_cluster.labelled(m_cluster.types.pod, namespaceOf(revision), keys::revisionUid, uidOf(revision));
    if (pods.empty())
        return;
    const Json &pod = *pods.front();
    const Json &scheduled = condition(pod, "PodScheduled");
    if (text(scheduled, {"status"}) == "False")
        conditions.markFalse(resourcesAvailable, text(scheduled, {"reason"}), text(scheduled, {"message"}));
    const bool timedOut =
        text(condition(deployment, "Progressing"), {"reason"}) == "ProgressDeadlineExceeded";
    const Json &statuses = field(pod, {"status", "containerStatuses"});
    if (!statuses.is_array())
        return;
    for (const Json &status : statuses) {
        if (text(status, {"name"}) == "queue-proxy")
            continue;
        const Json &ended = field(status, {"lastState", "terminated"});
        const Json &waiting = field(status, {"state", "waiting"});
        if (ended.is_object()) {
            const std::string why = text(ended, {"message"});
            const std::int64_t code = number(ended, {"exitCode"});
            conditions.markFalse(containerHealthy, "ExitCode" + std::to_string(code),
                                 "Container failed with: "
                                     + (code == 0 && why.empty() ? "container exited with no error" : why));
            return;
        }
        if (waiting.is_object() && timedOut) {
            conditions.markFalse(resourcesAvailable, text(waiting, {"reason"}), text(waiting, {"message"}));
            return;
        }
    }
}

void RevisionController::reconcileImages(const Json &revision, const Json &status, Pass &pass)
{
    for (const Json &container : field(revision, {"spec", "containers"})) {
        const std::string container_ = text(container, {"name"});
        const std::string name_ = childName(nameOf(revision), "-cache-" + container_);
        if (m_cluster.get(m_cluster.types.image, namespaceOf(revision), name_))
            continue;
        std::string digest;
        for (const Json &entry : field(status, {"containerStatuses"})) {
            if (text(entry, {"name"}) == container_)
                digest = text(entry, {"imageDigest"});
        }
        Json spec{{"image", digest}};
        if (const std::string account = text(revision, {"spec", "serviceAccountName"}); !account.empty())
            spec["serviceAccountName"] = account;
        m_cluster.create(
            m_cluster.types.image,
            {{"metadata",
              {{"name", name_},
               {"namespace", namespaceOf(revision)},
               {"labels", childLabels(revision)},
               {"annotations", childAnnotations(revision)},
               {"ownerReferences", {controllerReference(revision, "serving.knative.dev/v1", "Revision")}}}},
             {"spec", spec}},
            name());
        pass.wrote();
    }
}

void RevisionController::reconcileScaling(const Json &revision, Json &status, ConditionManager &conditions,
                                          Pass &pass)
{
    const ResourceType &type = m_cluster.types.podAutoscaler;
    const std::string state = label(revision, keys::routingState);
    // A revision that fails while it has pods does not hold on to them.
    const ObjectPtr deployment = m_cluster.get(m_cluster.types.deployment, namespaceOf(revision),
                                               childName(nameOf(revision), "-deployment"));
    const bool failing = conditions.isFalse("Ready") && deployment
        && number(*deployment, {"spec", "replicas"}) > 0
        && number(*deployment, {"status", "readyReplicas"}) == 0;
    Json spec{{"protocolType", revisionProtocol(revision)},
              {"scaleTargetRef",
               {{"apiVersion", "apps/v1"},
                {"kind", "Deployment"},
                {"name", childName(nameOf(revision), "-deployment")}}}};
    if (const std::int64_t limit = number(revision, {"spec", "containerConcurrency"}); limit != 0)
        spec["containerConcurrency"] = limit;
    if (state == "active" && !failing)
        spec["reachability"] = "Reachable";
    else if (state == "reserve" || failing)
        spec["reachability"] = "Unreachable";

    ObjectPtr scaler = m_cluster.get(type, namespaceOf(revision), nameOf(revision));
    if (!scaler) {
        scaler = m_cluster.create(
            type,
            {{"metadata",
              {{"name", nameOf(revision)},
               {"namespace", namespaceOf(revision)},
               {"labels", childLabels(revision)},
               {"annotations", childAnnotations(revision)},
               {"ownerReferences", {controllerReference(revision, "serving.knative.dev/v1", "Revision")}}}},
             {"spec", spec}},
            name());
        pass.wrote();
    } else if (field(*scaler, {"spec"}) != spec) {
        scaler =
            m_cluster.modify(type, namespaceOf(revision), nameOf(revision), name(), [&spec](Json &object) {
                object["spec"] = spec;
                return true;
            });
        pass.wrote();
    }
    if (!scaler)
        return;

    for (const auto &[from, to] :
         {std::pair{"actualScale", "actualReplicas"}, {"desiredScale", "desiredReplicas"}}) {
        const std::int64_t scale = number(*scaler, {"status", from}, -1);
        if (scale >= 0)
            status[to] = scale;
        else
            status.erase(to);
    }
    const Json &ready = condition(*scaler, "Ready");
    const std::string ready_ = text(ready, {"status"});
    const bool unavailable = conditions.isFalse(resourcesAvailable) || conditions.isFalse(containerHealthy);
    if (ready_.empty()) {
        conditions.markUnknown(active, "Deploying");
        if (!unavailable)
            conditions.markUnknown(resourcesAvailable, "Deploying");
        return;
    }
    const bool initialized = conditionStatus(*scaler, "ScaleTargetInitialized") == "True";
    const auto available = [&conditions] {
        conditions.markTrue(resourcesAvailable);
        conditions.markTrue(containerHealthy);
    };
    if (initialized && !unavailable)
        available();
    // A Deployment that progresses is not reachable before it has its Service.
    if (conditions.isTrue(resourcesAvailable) && text(*scaler, {"status", "serviceName"}).empty())
        conditions.markUnknown(resourcesAvailable, "Deploying");
    if (ready_ == "True") {
        conditions.markTrue(active);
        available();
    } else if (ready_ == "False") {
        if (!initialized && !unavailable && !text(*scaler, {"status", "serviceName"}).empty())
            conditions.markFalse(resourcesAvailable, "ProgressDeadlineExceeded",
                                 "Initial scale was never achieved");
        conditions.markFalse(active, text(ready, {"reason"}), text(ready, {"message"}));
    } else {
        conditions.markUnknown(active, text(ready, {"reason"}), text(ready, {"message"}));
    }
}

void RevisionController::reconcile(const Key &key, Pass &pass)
{
    const ObjectPtr stored = m_cluster.get(m_cluster.types.revision, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &revision = *stored;
    Json status = field(revision, {"status"});
    ConditionManager conditions(revisionConditions, status, m_cluster.now());
    conditions.begin(generationOf(revision));
    const bool wasReady = conditions.isTrue("Ready");
    if (resolveDigests(revision, status, conditions, pass) == Digests::Resolved) {
        if (conditionStatus(revision, containerHealthy) == "False"
            && text(condition(revision, containerHealthy), {"reason"}) == "ContainerMissing")
            conditions.markUnknown(containerHealthy, "Deploying");
        reconcileDeployment(revision, status, conditions, pass);
        reconcileImages(revision, status, pass);
        reconcileScaling(revision, status, conditions, pass);
    }
    if (!wasReady && conditions.isTrue("Ready")) {
        m_cluster.recordEvent(name(), revision, "Normal", "RevisionReady",
                              "Revision becomes ready upon all resources being ready");
    }
    conditions.end(generationOf(revision));
    pass.finally([this, key, uid = uidOf(revision), status] {
        m_cluster.setStatus(m_cluster.types.revision, key.nameSpace, key.name, uid, status, name());
    });
}

} // namespace sluice::sandbox
