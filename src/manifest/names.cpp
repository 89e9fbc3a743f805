// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/names.h"

#include <array>

namespace sluice::manifest {

namespace {

using base::Json;

/// sigs.k8s.io/kustomize api: the default legacy order.
int legacyRank(const QString &kind)
{
    static const std::array<QStringView, 22> first{u"Namespace",
                                                   u"ResourceQuota",
                                                   u"StorageClass",
                                                   u"CustomResourceDefinition",
                                                   u"ServiceAccount",
                                                   u"PodSecurityPolicy",
                                                   u"Role",
                                                   u"ClusterRole",
                                                   u"RoleBinding",
                                                   u"ClusterRoleBinding",
                                                   u"ConfigMap",
                                                   u"Secret",
                                                   u"Endpoints",
                                                   u"Service",
                                                   u"LimitRange",
                                                   u"PriorityClass",
                                                   u"PersistentVolume",
                                                   u"PersistentVolumeClaim",
                                                   u"Deployment",
                                                   u"StatefulSet",
                                                   u"CronJob",
                                                   u"PodDisruptionBudget"};
    const auto it = std::find(first.begin(), first.end(), kind);
    if (it != first.end())
        return int(it - first.begin()) - int(first.size());
    if (kind == u"MutatingWebhookConfiguration")
        return 1;
    if (kind == u"ValidatingWebhookConfiguration")
        return 2;
    return 0;
}

/// Compared as bytes of UTF-8, as Go compares strings.
QByteArray legacyKey(const ObjectId &id)
{
    const auto orElse = [](const QString &text, const char *fallback) {
        return text.isEmpty() ? QByteArray(fallback) : text.toUtf8();
    };
    return orElse(id.group, "~G") + '_' + orElse(id.version, "~V") + '_' + orElse(id.kind, "~K") + '\0'
        + orElse(id.namespaceName, "~X") + '|' + orElse(id.name, "~N");
}

void visit(Json &node, const QStringList &steps, qsizetype at, bool create, yaml::Path &path,
           const std::function<void(Json &, const yaml::Path &)> &function)
{
    if (node.is_array()) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            path.emplace_back(i);
            visit(node[i], steps, at, create, path, function);
            path.pop_back();
        }
        return;
    }
    if (at == steps.size()) {
        function(node, path);
        return;
    }
    const std::string key = steps[at].toStdString();
    if (node.is_null() && create)
        node = Json::object();
    if (!node.is_object() || (!node.contains(key) && !create))
        return;
    path.emplace_back(key);
    visit(node[key], steps, at + 1, create, path, function);
    path.pop_back();
}

} // namespace

bool isBuiltinGroup(const QString &group)
{
    return !group.contains(u'.') || group.endsWith(QLatin1String(".k8s.io"));
}

bool isKnownKind(const ObjectId &id)
{
    if (!isBuiltinGroup(id.group))
        return true;
    static const std::array<QStringView, 3> plain{u"ConfigMap", u"Secret", u"ServiceAccount"};
    return id.group.isEmpty() && std::find(plain.begin(), plain.end(), id.kind) != plain.end();
}

bool isKnativeService(const ObjectId &id)
{
    return id.group == u"serving.knative.dev" && id.kind == u"Service";
}

void sortLegacy(std::vector<WorkObject> &objects)
{
    struct Key {
        int rank;
        QByteArray text;
        std::size_t index;
    };
    std::vector<Key> keys;
    keys.reserve(objects.size());
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const ObjectId id = objects[i].id();
        keys.push_back({legacyRank(id.kind), legacyKey(id), i});
    }
    std::sort(keys.begin(), keys.end(), [](const Key &a, const Key &b) {
        return std::tie(a.rank, a.text, a.index) < std::tie(b.rank, b.text, b.index);
    });
    std::vector<WorkObject> sorted;
    sorted.reserve(objects.size());
    for (const Key &key : keys)
        sorted.push_back(std::move(objects[key.index]));
    objects = std::move(sorted);
}

bool fits(const FieldSpec &spec, const ObjectId &id)
{
    return (spec.group.isEmpty() || spec.group == id.group)
        && (spec.version.isEmpty() || spec.version == id.version)
        && (spec.kind.isEmpty() || spec.kind == id.kind);
}

void visitField(Json &object, const QString &path, bool create,
                const std::function<void(Json &, const yaml::Path &)> &function)
{
    QStringList steps = path.split(u'/', Qt::SkipEmptyParts);
    for (QString &step : steps) {
        if (step.endsWith(QLatin1String("[]")))
            step.chop(2);
    }
    yaml::Path at;
    visit(object, steps, 0, create, at, function);
}

void fixNameReferences(WorkSet &set)
{
    if (!set.namesChanged)
        return;
    std::vector<NameReference> references = set.nameReferences;
    references.push_back(
        {QString(),
         QStringLiteral("v1"),
         QStringLiteral("Secret"),
         {{QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service"),
           QStringLiteral("spec/template/spec/containers/env/valueFrom/secretKeyRef/name"), false}}});
    for (WorkObject &referrer : set.objects) {
        const ObjectId own = referrer.id();
        for (const NameReference &reference : references) {
            for (const FieldSpec &spec : reference.fields) {
                if (!fits(spec, own))
                    continue;
                visitField(referrer.object, spec.path, false, [&](Json &value, const yaml::Path &) {
                    if (!value.is_string())
                        return;
                    const QString name = QString::fromStdString(value.get<std::string>());
                    for (const WorkObject &candidate : set.objects) {
                        const ObjectId id = candidate.id();
                        if (id.kind != reference.kind
                            || (!reference.version.isEmpty() && id.version != reference.version)
                            || (!reference.group.isEmpty() && id.group != reference.group)
                            || id.namespaceName != own.namespaceName)
                            continue;
                        const bool meant = std::any_of(candidate.previous.begin(), candidate.previous.end(),
                                                       [&](const ObjectId &old) { return old.name == name; });
                        if (meant) {
                            value = id.name.toStdString();
                            return;
                        }
                    }
                });
            }
        }
    }
}

} // namespace sluice::manifest
