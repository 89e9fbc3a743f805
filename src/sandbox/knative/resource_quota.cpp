// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/resource_quota.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr const char *podCounts[] = {"pods", "count/pods"};

std::int64_t podsOf(const ObjectStore &store, const ResourceType &pods, const std::string &nameSpace)
{
    const std::vector<ObjectPtr> all = store.list(pods, nameSpace);
    return std::count_if(all.begin(), all.end(), [](const ObjectPtr &pod) {
        const std::string phase = text(*pod, {"status", "phase"});
        return phase != "Failed" && phase != "Succeeded"; // ended pods do not count
    });
}

std::string wordsOf(const Json &limit)
{
    return limit.is_string() ? limit.get<std::string>() : base::dump(limit);
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
    if (!quotas || request.verb != WriteVerb::Create || !request.type.group.empty()
        || request.type.kind != "Pod")
        return std::nullopt;
    for (const ObjectPtr &quota : m_store.list(*quotas, request.nameSpace)) {
        for (const char *resource : podCounts) {
            const Json &limit = field(*quota, {"spec", "hard", resource});
            if (limit.is_null())
                continue;
            const std::int64_t used = podsOf(m_store, request.type, request.nameSpace);
            if (used < parseGoInt(wordsOf(limit)).value_or(0))
                continue;
            const auto amount = [resource](const std::string &count) {
                return std::string(resource) + '=' + count;
            };
            return forbidden({}, "pods", request.name,
                             "exceeded quota: " + nameOf(*quota) + ", requested: " + amount("1") + ", used: "
                                 + amount(std::to_string(used)) + ", limited: " + amount(wordsOf(limit)));
        }
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
    if (!m_quotas || (event.resource != m_quotas && event.resource != &m_cluster.types.pod))
        return;
    for (const ObjectPtr &quota : m_cluster.store.list(*m_quotas, namespaceOf(*event.object)))
        enqueue(keyOf(*quota));
}

void ResourceQuotaController::reconcile(const Key &key, Pass &)
{
    const ObjectPtr quota = m_cluster.get(*m_quotas, key.nameSpace, key.name);
    if (!quota)
        return;
    Json status{{"hard", field(*quota, {"spec", "hard"})}, {"used", Json::object()}};
    for (const char *resource : podCounts) {
        if (!field(*quota, {"spec", "hard", resource}).is_null())
            status["used"][resource] =
                std::to_string(podsOf(m_cluster.store, m_cluster.types.pod, key.nameSpace));
    }
    m_cluster.setStatus(*m_quotas, key.nameSpace, key.name, uidOf(*quota), std::move(status), name());
}

} // namespace sluice::sandbox
