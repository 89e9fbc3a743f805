// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/service_account_access.h"

#include "base/json.h"
#include "sandbox/knative/cluster.h"
#include "sandbox/knative/fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char rbacGroup[] = "rbac.authorization.k8s.io";

bool lists(const Json &values, const std::string &wanted)
{
    return values.is_array() && std::any_of(values.begin(), values.end(), [&wanted](const Json &value) {
               return value == "*" || value == wanted;
           });
}

bool allows(const Json &role, const AccessQuestion &question)
{
    const Json &rules = field(role, {"rules"});
    return rules.is_array() && std::any_of(rules.begin(), rules.end(), [&question](const Json &rule) {
               return lists(field(rule, {"verbs"}), question.verb)
                   && lists(field(rule, {"apiGroups"}), question.group)
                   && lists(field(rule, {"resources"}), question.resource)
                   && !isSet(field(rule, {"resourceNames"}));
           });
}

bool names(const Json &binding, const std::string &accountNamespace, const std::string &account)
{
    const Json &subjects = field(binding, {"subjects"});
    if (!subjects.is_array())
        return false;
    return std::any_of(subjects.begin(), subjects.end(), [&](const Json &subject) {
        const std::string kind = text(subject, {"kind"});
        const std::string name = text(subject, {"name"});
        if (kind == "ServiceAccount")
            return name == account && text(subject, {"namespace"}) == accountNamespace;
        if (kind == "Group")
            return name == "system:serviceaccounts" || name == "system:serviceaccounts:" + accountNamespace
                || name == "system:authenticated";
        return kind == "User" && name == "system:serviceaccount:" + accountNamespace + ":" + account;
    });
}

} // namespace

bool mayAccess(const Cluster &cluster, const std::string &accountNamespace, const std::string &account,
               const AccessQuestion &question)
{
    const ResourceRegistry &registry = cluster.store.registry();
    const ResourceType *role = registry.find(rbacGroup, {}, "roles");
    const ResourceType *clusterRole = registry.find(rbacGroup, {}, "clusterroles");
    const auto granted = [&](const Json &binding) {
        if (!names(binding, accountNamespace, account))
            return false;
        const bool wide = text(binding, {"roleRef", "kind"}) == "ClusterRole";
        const ResourceType *type = wide ? clusterRole : role;
        const ObjectPtr meant = type ? cluster.get(*type, wide ? std::string() : namespaceOf(binding),
                                                   text(binding, {"roleRef", "name"}))
                                     : nullptr;
        return meant && allows(*meant, question);
    };
    const auto anyOf = [&](const char *plural, const std::string &nameSpace) {
        const ResourceType *type = registry.find(rbacGroup, {}, plural);
        if (!type)
            return false;
        const std::vector<ObjectPtr> bindings = cluster.store.list(*type, nameSpace);
        return std::any_of(bindings.begin(), bindings.end(),
                           [&granted](const ObjectPtr &binding) { return granted(*binding); });
    };
    return anyOf("clusterrolebindings", {}) || anyOf("rolebindings", question.nameSpace);
}

} // namespace sluice::sandbox
