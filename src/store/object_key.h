// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHashFunctions>
#include <QString>
#include <compare>

namespace sluice::store {

/// Where an object lives within its kind. Cluster-scoped objects have an empty namespace.
struct ObjectKey {
    QString nameSpace;
    QString name;

    bool operator==(const ObjectKey &) const = default;
    friend bool operator<(const ObjectKey &a, const ObjectKey &b)
    {
        const int order = QString::compare(a.nameSpace, b.nameSpace);
        return order != 0 ? order < 0 : a.name < b.name;
    }
    friend size_t qHash(const ObjectKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.nameSpace, key.name);
    }
    /// "namespace/name", or the name alone.
    [[nodiscard]] QString text() const
    {
        return nameSpace.isEmpty() ? name : nameSpace + QLatin1Char('/') + name;
    }
};

} // namespace sluice::store
