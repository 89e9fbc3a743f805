// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/gvk.h"

namespace sluice::kube {

namespace {
QString joined(const QString &group, const QString &version)
{
    return group.isEmpty() ? version : group + QLatin1Char('/') + version;
}
} // namespace

Gvk Gvk::parse(const QString &apiVersion, const QString &kind)
{
    const qsizetype slash = apiVersion.indexOf(QLatin1Char('/'));
    if (slash < 0)
        return {{}, apiVersion, kind};
    return {apiVersion.left(slash), apiVersion.mid(slash + 1), kind};
}

QString Gvk::apiVersion() const
{
    return joined(group, version);
}

QString Gvk::text() const
{
    return group.isEmpty() ? kind + QLatin1Char('/') + version
                           : kind + QLatin1Char('.') + group + QLatin1Char('/') + version;
}

QString Gvr::apiVersion() const
{
    return joined(group, version);
}

QString ObjectRef::text() const
{
    const QString place = nameSpace.isEmpty() ? name : nameSpace + QLatin1Char('/') + name;
    return gvk.kind + QLatin1Char(' ') + place;
}

} // namespace sluice::kube
