// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/view.h"

namespace sluice::lint {

/// A field of an object that holds the name of another one.
struct ObjectReference {
    yaml::Path path; ///< of the name
    QString group;
    QString kind;
    QString name;
    QString nameSpace; ///< where it says one; empty otherwise
    std::optional<yaml::Path> nameSpacePath;
    bool elsewhere = false; ///< what it names often is not in the same files: a Secret
};

/// The references of \a object that Knative follows: of a pod's description (ConfigMaps, Secrets, ServiceAccount), and
/// of eventing and domain mappings (Broker, subscriber, sink, channel, dead-letter sink). Optional ones are left out.
[[nodiscard]] std::vector<ObjectReference> referencesOf(const Object &object);

} // namespace sluice::lint
