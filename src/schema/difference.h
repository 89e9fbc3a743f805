// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice::schema {

/// One field that two objects differ in, for people.
struct FieldChange {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    /// "spec.template.spec.containers[user-container].env[LOG_LEVEL].value", "spec.traffic[tag green].percent".
    std::string path;
    std::shared_ptr<const base::Json> before; ///< null pointer for Added
    std::shared_ptr<const base::Json> after; ///< null pointer for Removed
};

struct DifferenceOptions {
    bool ignoreStatus = true;
    /// metadata that the server keeps: uid, resourceVersion, generation, creationTimestamp, managedFields.
    bool ignoreServerMetadata = true;
};

/// What \a after changes in \a before, in order of paths. Entries of lists are told apart by their map keys, merge key, name or what
/// identifies a traffic target (tag, revisionName, latestRevision), never by position, so that a moved entry is no change.
/// Lists of scalars are compared as a whole. Objects and entries that come or go as a whole are told field by field, an entry without
/// the fields that its name in the path already says. A null counts as absent. \a kind may be null.
[[nodiscard]] std::vector<FieldChange> difference(const KindSchema *kind, const base::Json &before,
                                                  const base::Json &after,
                                                  const DifferenceOptions &options = {});

} // namespace sluice::schema
