// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>

namespace sluice::sandbox {

/// A version of a custom resource beside the one that the store keeps: the same fields under another name.
struct ServedVersion {
    const char *group;
    const char *plural;
    const char *kind;
    const char *stored; ///< version in the ResourceRegistry
    const char *served;
    const char *deprecation; ///< the CRD's deprecationWarning; null: none

    [[nodiscard]] std::string storedApiVersion() const { return std::string(group) + '/' + stored; }
    [[nodiscard]] std::string servedApiVersion() const { return std::string(group) + '/' + served; }
};

/// Those of Eventing 1.15 (config/core/resources) and of the Kafka broker 1.15.
[[nodiscard]] std::span<const ServedVersion> servedVersions();

} // namespace sluice::sandbox
