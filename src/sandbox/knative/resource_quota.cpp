// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/resource_quota.h"

#include "base/json.h"
#include "domain/quantity.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

/// Thousandths, by the names that quotas use.
using Amounts = std::map<std::string, std::int64_t>;

constexpr std::string_view countPrefix = "count/";
/// Core kinds that quotas also know by their plural alone.
constexpr std::array plainCounts{"pods",    "services",       "configmaps",
                                 "secrets", "resourcequotas", "persistentvolumeclaims"};
/// What every container of a pod has to name where a quota limits it.
constexpr std::array demanded{"cpu",    "limits.cpu",   "limits.memory",
                              "memory", "requests.cpu", "requests.memory"};

std::string wordsOf(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : base::dump(value);
}

std::int64_t milliOf(const Json &value)
{
    if (value.is_null())
        return 0;
    const auto quantity = domain::Quantity::parse(QString::fromStdString(wordsOf(value)));
    return quantity ? quantity->milli() : 0;
}

/// As the server writes such an amount: memory in binary units where it is even.
std::string amountText(const std::string &resource, std::int64_t milli)
{
    if (milli % 1000 != 0)
        return canonicalQuantity(std::to_string(milli) + 'm');
    std::int64_t whole = milli / 1000;
    if (!resource.ends_with("memory") || whole == 0)
        return canonicalQuantity(std::to_string(whole));
    constexpr std::array units{"", "Ki", "Mi", "Gi", "Ti"};
    size_t unit = 0;
    for (; unit + 1 < units.size() && whole % 1024 == 0; ++unit)
        whole /= 1024;
    return std::to_string(whole) + units.at(unit);
}

std::string countName(const ResourceType &type)
{
    return std::string(countPrefix) + type.plural + (type.group.empty() ? "" : '.' + type.group);
}

bool hasEnded(const Json &pod)
{
    const std::string phase = text(pod, {"status", "phase"});
    return phase == "Failed" || phase == "Succeeded"; // only their number counts
}

/// What a container asks for of "requests.cpu", "limits.memory" or "cpu"; a limit stands for a request that is not there.
const Json &share(const Json &container, const std::string &resource)
{
    const bool limit = resource.starts_with("limits.");
    const size_t dot = resource.find('.');
    const std::string name = dot == std::string::npos ? resource : resource.substr(dot + 1);
    const Json &wanted = field(container, {"resources", limit ? "limits" : "requests", name});
    return wanted.is_null() && !limit ? field(container, {"resources", "limits", name}) : wanted;
}

/// What one object takes of a namespace's quotas.
Amounts usageOf(const ResourceType &type, const Json &object)
{
    Amounts amounts{{countName(type), 1000}};
    if (!type.group.empty())
        return amounts;
    const bool isPod = type.kind == "Pod";
    if (std::find(plainCounts.begin(), plainCounts.end(), type.plural) != plainCounts.end()
        && !(isPod && hasEnded(object)))
        amounts[type.plural] = 1000;
    if (type.kind == "Service") {
        const std::string kind = text(object, {"spec", "type"});
        if (kind == "LoadBalancer")
            amounts["services.loadbalancers"] = 1000;
        if (kind == "LoadBalancer" || kind == "NodePort")
            amounts["services.nodeports"] = std::int64_t(field(object, {"spec", "ports"}).size()) * 1000;
    }
    if (!isPod || hasEnded(object))
        return amounts;
    for (const std::string resource : demanded) {
        std::int64_t together = 0;
        for (const Json &container : field(object, {"spec", "containers"}))
            together += milliOf(share(container, resource));
        // Init containers run one after the other, before the others.
        for (const Json &container : field(object, {"spec", "initContainers"}))
            together = std::max(together, milliOf(share(container, resource)));
        if (together != 0)
            amounts[resource] = together;
    }
    return amounts;
}

/// The kind whose objects take \a resource; null where there is none.
const ResourceType *typeFor(const ResourceRegistry &registry, const std::string &resource)
{
    if (resource.starts_with(countPrefix)) {
        const std::string name = resource.substr(countPrefix.size());
        const size_t dot = name.find('.');
        return registry.find(dot == std::string::npos ? std::string() : name.substr(dot + 1), {},
                             name.substr(0, dot));
    }
    if (std::find(demanded.begin(), demanded.end(), resource) != demanded.end())
        return registry.find({}, {}, "pods");
    return registry.find({}, {}, resource.substr(0, resource.find('.')));
}

std::int64_t usedOf(const ObjectStore &store, const std::string &nameSpace, const std::string &resource)
{
    const ResourceType *type = typeFor(store.registry(), resource);
    std::int64_t sum = 0;
    if (type) {
        for (const ObjectPtr &object : store.list(*type, nameSpace)) {
            const Amounts amounts = usageOf(*type, *object);
            const auto found = amounts.find(resource);
            sum += found == amounts.end() ? 0 : found->second;
        }
    }
    return sum;
}

/// "limits.cpu for: a,b; limits.memory for: b", or nothing.
std::string unnamedShares(const Json &pod, const Json &hard)
{
    std::string all;
    for (const std::string resource : demanded) {
        if (!hard.contains(resource))
            continue;
        std::vector<std::string> names;
        for (const char *list : {"containers", "initContainers"}) {
            for (const Json &container : field(pod, {"spec", list})) {
                if (share(container, resource).is_null())
                    names.push_back(text(container, {"name"}));
            }
        }
        std::sort(names.begin(), names.end());
        std::string joined;
        for (const std::string &name : names)
            joined += (joined.empty() ? "" : ",") + name;
        if (!joined.empty())
            all += (all.empty() ? "" : "; ") + std::string(resource) + " for: " + joined;
    }
    return all;
}

} // namespace

ResourceQuotaAdmission::ResourceQuotaAdmission(const ObjectStore &store)
    : m_store(store)
{
}

std::optional<Failure> ResourceQuotaAdmission::mutate(AdmissionRequest &request)
{
    (void)request;
    return std::nullopt;
}

std::optional<Failure> ResourceQuotaAdmission::validate(const AdmissionRequest &request)
{
    const ResourceType *quotas = m_store.registry().find({}, "v1", "resourcequotas");
    if (!quotas || request.verb != WriteVerb::Create || request.nameSpace.empty())
        return std::nullopt;
    const std::vector<ObjectPtr> all = m_store.list(*quotas, request.nameSpace);
    if (all.empty())
        return std::nullopt;
    const Amounts wanted = usageOf(request.type, request.object);
    for (const ObjectPtr &quota : all) {
        const Json &hard = field(*quota, {"spec", "hard"});
        if (!hard.is_object())
            continue;
        const auto refused = [&](const std::string &why) {
            return forbidden(request.type.group, request.type.plural, request.name, why);
        };
        if (request.type.group.empty() && request.type.kind == "Pod") {
            if (const std::string unnamed = unnamedShares(request.object, hard); !unnamed.empty())
                return refused("failed quota: " + nameOf(*quota) + ": must specify " + unnamed);
        }
        std::string requested;
        std::string used;
        std::string limited;
        for (const auto &[resource, amount] : wanted) {
            if (!hard.contains(resource))
                continue;
            const std::int64_t taken = usedOf(m_store, request.nameSpace, resource);
            if (taken + amount <= milliOf(hard[resource]))
                continue;
            const std::string begin = (requested.empty() ? "" : ",") + resource + '=';
            requested += begin + amountText(resource, amount);
            used += begin + amountText(resource, taken);
            limited += begin + canonicalQuantity(wordsOf(hard[resource]));
        }
        if (!requested.empty())
            return refused("exceeded quota: " + nameOf(*quota) + ", requested: " + requested
                           + ", used: " + used + ", limited: " + limited);
    }
    return std::nullopt;
}

ResourceQuotaController::ResourceQuotaController(Cluster &cluster)
    : Controller(cluster, "resourcequota-controller", 20)
    , m_quotas(cluster.store.registry().find({}, "v1", "resourcequotas"))
{
}

void ResourceQuotaController::observe(const StoreEvent &event)
{
    if (!m_quotas)
        return;
    const std::string nameSpace = namespaceOf(*event.object);
    if (event.resource == m_quotas)
        m_limited.insert(nameSpace);
    if (!m_limited.contains(nameSpace))
        return;
    const std::vector<ObjectPtr> quotas = m_cluster.store.list(*m_quotas, nameSpace);
    if (quotas.empty())
        m_limited.erase(nameSpace);
    for (const ObjectPtr &quota : quotas)
        enqueue(keyOf(*quota));
}

void ResourceQuotaController::reconcile(const Key &key, Pass &)
{
    const ObjectPtr quota = m_cluster.get(*m_quotas, key.nameSpace, key.name);
    if (!quota)
        return;
    const Json &hard = field(*quota, {"spec", "hard"});
    Json status{{"hard", hard}, {"used", Json::object()}};
    if (hard.is_object()) {
        for (const auto &[resource, limit] : hard.items())
            status["used"][resource] = amountText(resource, usedOf(m_cluster.store, key.nameSpace, resource));
    }
    m_cluster.setStatus(*m_quotas, key.nameSpace, key.name, uidOf(*quota), std::move(status), name());
}

} // namespace sluice::sandbox
