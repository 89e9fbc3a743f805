// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/route_controller.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char localDomain[] = "svc.cluster.local";

std::string replaced(std::string pattern, std::initializer_list<std::pair<std::string, std::string>> values)
{
    for (const auto &[name, value] : values) {
        const std::string placeholder = "{{." + name + "}}";
        for (size_t at = pattern.find(placeholder); at != std::string::npos;
             at = pattern.find(placeholder, at + value.size()))
            pattern.replace(at, placeholder.size(), value);
    }
    return pattern;
}

/// The shares among which \a target's percentage is divided while its configuration rolls out.
std::vector<Rollout::Share> sharesOf(const RevisionTarget &target, const std::string &tag,
                                     const Rollout &rollout)
{
    if (target.latest) {
        const Rollout::Configuration *configuration = rollout.find(target.configuration, tag);
        if (configuration && configuration->revisions.size() > 1)
            return configuration->revisions;
    }
    return {{target.revision, target.percent}};
}

} // namespace

RouteController::RouteController(Cluster &cluster)
    : Controller(cluster, "route-controller", 20)
{
}

void RouteController::observe(const StoreEvent &event)
{
    const KnownTypes &types = m_cluster.types;
    const Json &object = *event.object;
    if (event.resource == &types.route) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(object));
    } else if (event.resource == &types.ingress
               || (event.resource == &types.coreService && event.type == EventType::Deleted)) {
        enqueueOwner(object, "Route");
    } else if (event.resource == &types.configuration || event.resource == &types.revision) {
        // What is referenced says so itself, by the labeler's annotation; what waits for its first revision is the
        // route of the same name.
        if (event.previous && field(*event.previous, {"status"}) == field(object, {"status"})
            && event.type != EventType::Deleted)
            return;
        const std::string owner =
            event.resource == &types.configuration ? nameOf(object) : label(object, keys::configuration);
        std::set<std::string> routes{owner};
        const std::string listed = annotation(object, keys::routes);
        for (size_t start = 0; start < listed.size();) {
            const size_t end = std::min(listed.find(',', start), listed.size());
            routes.insert(listed.substr(start, end - start));
            start = end + 1;
        }
        for (const std::string &route : routes) {
            if (m_cluster.get(types.route, namespaceOf(object), route))
                enqueue({namespaceOf(object), route});
        }
    }
}

std::string RouteController::domainOf(const Json &route) const
{
    if (label(route, keys::visibility) == "cluster-local")
        return localDomain;
    std::string best = localDomain;
    int specificity = -1;
    for (const auto &[domain, selector] : m_cluster.settings.domains) {
        bool fits = true;
        for (const auto &[key, value] : selector)
            fits = fits && label(route, key) == value;
        const int length = static_cast<int>(selector.size());
        if (fits && length > specificity) {
            best = domain;
            specificity = length;
        }
    }
    return best;
}

RouteController::Names RouteController::namesOf(const Json &route, const std::string &tag) const
{
    Names names;
    names.service = tag.empty()
        ? nameOf(route)
        : replaced(m_cluster.settings.network.tagTemplate, {{"Tag", tag}, {"Name", nameOf(route)}});
    const std::string domain = domainOf(route);
    bool local = domain == localDomain;
    if (const ObjectPtr placeholder =
            m_cluster.get(m_cluster.types.coreService, namespaceOf(route), names.service))
        local = local || !label(*placeholder, keys::visibility).empty();
    if (!local) {
        names.publicHost =
            replaced(m_cluster.settings.network.domainTemplate,
                     {{"Name", names.service}, {"Namespace", namespaceOf(route)}, {"Domain", domain}});
    }
    return names;
}

TrafficPlan RouteController::resolve(const Json &route) const
{
    const auto find = [&](const ResourceType &type) {
        return [this, &type, nameSpace = namespaceOf(route)](const std::string &name_) -> const Json * {
            // The store keeps the object while this pass runs: nothing is written during the look-up.
            const ObjectPtr found = m_cluster.get(type, nameSpace, name_);
            return found.get();
        };
    };
    return resolveTraffic(route, find(m_cluster.types.configuration), find(m_cluster.types.revision));
}

std::int64_t RouteController::rolloutSeconds(const Json &route) const
{
    for (const char *key : {keys::rolloutDuration, keys::rolloutDurationOld}) {
        if (const auto own = parseGoDuration(annotation(route, key)))
            return *own / 1000000000;
    }
    return m_cluster.settings.network.rolloutDuration / 1000;
}

Json RouteController::rules(const Json &route, const TrafficPlan &plan, const Rollout &rollout) const
{
    const std::string nameSpace = namespaceOf(route);
    Json rules = Json::array();
    for (const auto &[tag, targets] : plan.byTag) {
        const Names names = namesOf(route, tag);
        Json splits = Json::array();
        for (const RevisionTarget &target : targets) {
            for (const Rollout::Share &share : sharesOf(target, tag, rollout)) {
                if (share.percent == 0)
                    continue;
                splits.push_back({{"appendHeaders",
                                   {{"Knative-Serving-Namespace", nameSpace},
                                    {"Knative-Serving-Revision", share.revision}}},
                                  {"percent", share.percent},
                                  {"serviceName", share.revision},
                                  {"serviceNamespace", nameSpace},
                                  {"servicePort", target.h2c ? 81 : 80}});
            }
        }
        const Json http{{"paths", {{{"splits", splits}}}}};
        const std::string local = names.service + "." + nameSpace;
        rules.push_back({{"hosts", {local, local + ".svc", local + ".svc.cluster.local"}},
                         {"http", http},
                         {"visibility", "ClusterLocal"}});
        if (!names.publicHost.empty())
            rules.push_back({{"hosts", {names.publicHost}}, {"http", http}, {"visibility", "ExternalIP"}});
    }
    return rules;
}

ObjectPtr RouteController::reconcileIngress(const Json &route, const TrafficPlan &plan, Rollout &rollout,
                                            Pass &pass)
{
    const ResourceType &type = m_cluster.types.ingress;
    const ObjectPtr existing = m_cluster.get(type, namespaceOf(route), nameOf(route));
    const std::int64_t duration = rolloutSeconds(route);
    rollout = Rollout::done(plan);
    if (existing && duration > 0) {
        const std::int64_t now = m_cluster.nowMs() * 1000000;
        const Rollout before = Rollout::parse(annotation(*existing, keys::rollout));
        rollout = rollout.approachedFrom(before, now);
        if (isReady(*existing) && rollout.toString() == before.toString())
            rollout.observeReady(now, duration);
        if (const std::int64_t next = rollout.nextStep(); next != 0)
            enqueueAfter(keyOf(route), std::max<qint64>(1, (next - now) / 1000000));
    }
    Json notes = annotations(route);
    notes.erase(keys::lastApplied);
    notes[keys::rollout] = rollout.toString();
    std::string ingressClass = annotation(route, keys::ingressClass);
    if (ingressClass.empty())
        ingressClass = annotation(route, keys::ingressClassOld);
    notes[keys::ingressClassOld] =
        ingressClass.empty() ? m_cluster.settings.network.ingressClass : ingressClass;
    Json marks = labels(route);
    marks[keys::route] = nameOf(route);
    marks[keys::routeNamespace] = namespaceOf(route);
    Json wanted{
        {"metadata",
         {{"name", nameOf(route)},
          {"namespace", namespaceOf(route)},
          {"labels", marks},
          {"annotations", notes},
          {"ownerReferences", {controllerReference(route, "serving.knative.dev/v1", "Route")}}}},
        {"spec",
         {{"httpOption", m_cluster.settings.network.httpOption}, {"rules", rules(route, plan, rollout)}}}};
    if (!existing) {
        ObjectPtr created = m_cluster.create(type, wanted, name());
        pass.wrote();
        m_cluster.recordEvent(name(), route, "Normal", "Created",
                              "Created Ingress " + goQuoted(nameOf(route)));
        return created;
    }
    if (field(*existing, {"spec"}) == wanted["spec"] && annotations(*existing) == notes
        && labels(*existing) == marks)
        return existing;
    pass.wrote();
    return m_cluster.modify(type, namespaceOf(route), nameOf(route), name(), [&wanted](Json &object) {
        object["spec"] = wanted["spec"];
        object["metadata"]["labels"] = wanted["metadata"]["labels"];
        object["metadata"]["annotations"] = wanted["metadata"]["annotations"];
        return true;
    });
}

void RouteController::reconcilePlaceholders(const Json &route, const TrafficPlan &plan, const Json *ingress,
                                            Pass &pass)
{
    const ResourceType &type = m_cluster.types.coreService;
    std::set<std::string> wanted;
    std::string gateway;
    if (ingress) {
        const Json &addresses = field(*ingress, {"status", "privateLoadBalancer", "ingress"});
        if (addresses.is_array() && !addresses.empty())
            gateway = text(addresses[0], {"domainInternal"});
    }
    for (const auto &[tag, targets] : plan.byTag) {
        const Names names = namesOf(route, tag);
        wanted.insert(names.service);
        const std::string host = names.publicHost.empty()
            ? names.service + "." + namespaceOf(route) + "." + localDomain
            : names.publicHost;
        const ObjectPtr existing = m_cluster.get(type, namespaceOf(route), names.service);
        if (!existing) {
            Json marks = labels(route);
            marks[keys::route] = nameOf(route);
            Json notes = annotations(route);
            notes.erase(keys::lastApplied);
            m_cluster.create(
                type,
                {{"metadata",
                  {{"name", names.service},
                   {"namespace", namespaceOf(route)},
                   {"labels", marks},
                   {"annotations", notes},
                   {"ownerReferences", {controllerReference(route, "serving.knative.dev/v1", "Route")}}}},
                 {"spec",
                  {{"type", "ExternalName"},
                   {"externalName", gateway.empty() ? host : gateway},
                   {"sessionAffinity", "None"},
                   {"ports",
                    {{{"name", "http2"},
                      {"port", 80},
                      {"protocol", "TCP"},
                      {"targetPort", 80},
                      {"appProtocol", "kubernetes.io/h2c"}}}}}},
                 {"status", {{"loadBalancer", Json::object()}}}},
                name());
            pass.wrote();
            m_cluster.recordEvent(name(), route, "Normal", "Created",
                                  "Created placeholder service " + goQuoted(names.service));
        } else if (!gateway.empty() && text(*existing, {"spec", "externalName"}) != gateway
                   && isControlledBy(*existing, route)) {
            m_cluster.modify(type, namespaceOf(route), names.service, name(), [&gateway](Json &object) {
                object["spec"]["externalName"] = gateway;
                return true;
            });
            pass.wrote();
        }
    }
    if (!ingress)
        return;
    for (const ObjectPtr &service : m_cluster.owned(uidOf(route), type)) {
        if (!wanted.count(nameOf(*service))) {
            m_cluster.remove(type, namespaceOf(route), nameOf(*service), name());
            pass.wrote();
        }
    }
}

Json RouteController::statusTraffic(const Json &route, const TrafficPlan &plan, const Rollout &rollout) const
{
    Json traffic = Json::array();
    for (const RevisionTarget &target : plan.targets) {
        std::vector<Rollout::Share> shares{{target.revision, target.percent}};
        if (target.latest && target.percent > 0) {
            const Rollout::Configuration *configuration = rollout.find(target.configuration, {});
            if (configuration && configuration->revisions.size() > 1)
                shares = configuration->revisions;
        }
        for (const Rollout::Share &share : shares) {
            Json entry{{"revisionName", share.revision},
                       {"percent", share.percent},
                       {"latestRevision", target.latest}};
            if (!target.tag.empty()) {
                const Names names = namesOf(route, target.tag);
                entry["tag"] = target.tag;
                entry["url"] = m_cluster.settings.network.defaultExternalScheme + "://" + names.publicHost;
                if (names.publicHost.empty())
                    entry["url"] = "http://" + names.service + "." + namespaceOf(route) + "." + localDomain;
            }
            traffic.push_back(std::move(entry));
        }
    }
    return traffic;
}

void RouteController::reconcile(const Key &key, Pass &pass)
{
    const ResourceType &type = m_cluster.types.route;
    ObjectPtr stored = m_cluster.get(type, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return; // the labeler lets a deleted route go
    const Json &route = *stored;
    Json status = field(route, {"status"});
    ConditionManager conditions(routeConditions, status, m_cluster.now());
    conditions.begin(generationOf(route));
    if (number(status, {"observedGeneration"}) != generationOf(route)) {
        conditions.markUnknown("IngressReady", "IngressNotConfigured",
                               "Ingress has not yet been reconciled.");
    }
    const std::string local = "http://" + nameOf(route) + "." + namespaceOf(route) + "." + localDomain;
    const Names names = namesOf(route, {});
    status["url"] = names.publicHost.empty()
        ? local
        : m_cluster.settings.network.defaultExternalScheme + "://" + names.publicHost;

    const TrafficPlan plan = resolve(route);
    if (plan.problem) {
        if (plan.problem->failed)
            conditions.markFalse("AllTrafficAssigned", plan.problem->reason, plan.problem->message);
        else
            conditions.markUnknown("AllTrafficAssigned", plan.problem->reason, plan.problem->message);
    } else {
        conditions.markTrue("AllTrafficAssigned");
        status["address"] = {{"url", local}};
        reconcilePlaceholders(route, plan, nullptr, pass);
        conditions.markTrueWithReason("CertificateProvisioned", "TLSNotEnabled",
                                      "external-domain-tls is not enabled");
        Rollout rollout;
        const ObjectPtr ingress = reconcileIngress(route, plan, rollout, pass);
        status["traffic"] = statusTraffic(route, plan, rollout);
        if (!ingress || generationOf(*ingress) != number(*ingress, {"status", "observedGeneration"})) {
            conditions.markUnknown("IngressReady", "IngressNotConfigured",
                                   "Ingress has not yet been reconciled.");
        } else if (rollout.isDone()) {
            const Json &ready = condition(*ingress, "Ready");
            if (text(ready, {"status"}) == "True")
                conditions.markTrue("IngressReady");
            else if (text(ready, {"status"}) == "False")
                conditions.markFalse("IngressReady", text(ready, {"reason"}), text(ready, {"message"}));
            else
                conditions.markUnknown("IngressReady", text(ready, {"reason"}), text(ready, {"message"}));
        }
        if (ingress)
            reconcilePlaceholders(route, plan, ingress.get(), pass);
        if (!rollout.isDone()) {
            conditions.markUnknown("IngressReady", "RolloutInProgress",
                                   "A gradual rollout of the latest revision(s) is in progress.");
        }
    }
    conditions.end(generationOf(route));
    pass.finally([this, key, uid = uidOf(route), status] {
        m_cluster.setStatus(m_cluster.types.route, key.nameSpace, key.name, uid, status, name());
    });
}

} // namespace sluice::sandbox
