// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "kube/core/gvk.h"

#include <QDateTime>
#include <QMap>
#include <vector>

namespace sluice::kube {

struct OwnerReference {
    QString apiVersion;
    QString kind;
    QString name;
    QString uid;
    bool controller = false;
    bool operator==(const OwnerReference &) const = default;
};

/// The part of metadata that a client works with.
struct ObjectMeta {
    QString name;
    QString nameSpace;
    QString uid;
    QString resourceVersion; ///< opaque: compare for equality only
    qint64 generation = 0;
    QDateTime creationTimestamp; ///< UTC; null when absent
    QDateTime deletionTimestamp; ///< UTC; null unless being deleted
    QMap<QString, QString> labels;
    QMap<QString, QString> annotations;
    QStringList finalizers;
    std::vector<OwnerReference> ownerReferences;
    bool operator==(const ObjectMeta &) const = default;
};

/// Reads `object.metadata`; members of a wrong type count as absent.
[[nodiscard]] ObjectMeta metaOf(const base::Json &object);
/// From apiVersion and kind of the object.
[[nodiscard]] Gvk gvkOf(const base::Json &object);
[[nodiscard]] ObjectRef refOf(const base::Json &object);
/// RFC 3339, as Kubernetes writes times (seconds or microseconds); null when it is none.
[[nodiscard]] QDateTime parseTime(const QString &text);

} // namespace sluice::kube
