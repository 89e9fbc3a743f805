// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHashFunctions>
#include <QString>
#include <QStringList>

namespace sluice::kube {

/// Group, version and kind: what an object says of itself.
struct Gvk {
    QString group; ///< empty for the core group
    QString version;
    QString kind;

    /// From "serving.knative.dev/v1" and "Service", or "v1" and "Pod".
    [[nodiscard]] static Gvk parse(const QString &apiVersion, const QString &kind);
    [[nodiscard]] QString apiVersion() const;
    [[nodiscard]] bool isValid() const { return !version.isEmpty() && !kind.isEmpty(); }
    /// "Service.serving.knative.dev/v1"; for messages.
    [[nodiscard]] QString text() const;
    bool operator==(const Gvk &) const = default;
    friend size_t qHash(const Gvk &g, size_t seed = 0)
    {
        return qHashMulti(seed, g.group, g.version, g.kind);
    }
};

/// Group, version and plural resource name: what a URL says.
struct Gvr {
    QString group;
    QString version;
    QString resource; ///< "services"

    [[nodiscard]] QString apiVersion() const;
    bool operator==(const Gvr &) const = default;
    friend size_t qHash(const Gvr &g, size_t seed = 0)
    {
        return qHashMulti(seed, g.group, g.version, g.resource);
    }
};

/// One resource as discovery describes it.
struct ApiResource {
    Gvr gvr;
    QString kind;
    QString singular;
    QStringList shortNames;
    QStringList categories;
    QStringList verbs; ///< "get", "list", "watch"...
    QStringList subresources; ///< "status", "scale", "log"...
    bool namespaced = true;

    [[nodiscard]] Gvk gvk() const { return {gvr.group, gvr.version, kind}; }
    [[nodiscard]] bool can(const QString &verb) const { return verbs.contains(verb); }
    bool operator==(const ApiResource &) const = default;
};

/// One object on a cluster. nameSpace is left out of the URL when the kind is cluster-scoped.
struct ObjectRef {
    Gvk gvk;
    QString nameSpace;
    QString name;

    /// "Service my-api/python-api-base"; for messages.
    [[nodiscard]] QString text() const;
    bool operator==(const ObjectRef &) const = default;
    friend size_t qHash(const ObjectRef &r, size_t seed = 0)
    {
        return qHashMulti(seed, r.gvk, r.nameSpace, r.name);
    }
};

} // namespace sluice::kube
