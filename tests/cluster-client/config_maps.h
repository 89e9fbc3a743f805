// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"
#include "kube/client/api_client.h"

#include <nlohmann/json.hpp>

namespace sluice::test {

inline const kube::Gvk configMapKind{{}, QStringLiteral("v1"), QStringLiteral("ConfigMap")};
inline const kube::Gvk namespaceKind{{}, QStringLiteral("v1"), QStringLiteral("Namespace")};

[[nodiscard]] inline base::Json configMap(const QString &nameSpace, const QString &name, const QString &set,
                                          const std::string &value)
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata",
             {{"name", name.toStdString()},
              {"namespace", nameSpace.toStdString()},
              {"labels", {{"set", set.toStdString()}}}}},
            {"data", {{"value", value}}}};
}

[[nodiscard]] inline base::Json nameSpace(const QString &name)
{
    return {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", name.toStdString()}}}};
}

/// What a ConfigMap is shown as here: its version and value.
struct ShownMap {
    QString resourceVersion;
    std::string value;
    bool operator==(const ShownMap &) const = default;
};

[[nodiscard]] inline base::Result<ShownMap> shownMap(const base::Json &object)
{
    return ShownMap{base::stringAt(object, "metadata.resourceVersion"), base::textAt(object, "data.value")};
}

} // namespace sluice::test
