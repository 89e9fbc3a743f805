// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice::schema {

/// Who writes fields, and when.
struct FieldWriter {
    std::string manager;
    std::string operation = "Update"; ///< "Apply" or "Update"
    std::string subresource; ///< "status" or empty
    std::string time; ///< RFC 3339
};

/// A field that somebody else owns with another value.
struct FieldConflict {
    std::string owner; ///< as the server names it: "kubectl-edit" using serving.knative.dev/v1
    std::string manager; ///< the bare name
    std::string field; ///< ".spec.traffic"
    bool operator==(const FieldConflict &) const = default;
};

/// What became of an apply.
struct ApplyResult {
    std::shared_ptr<base::Json> object; ///< merged, with its managedFields; null when it did not work
    std::vector<FieldConflict> conflicts; ///< without force
    std::vector<std::string> typeErrors; ///< the configuration does not fit the field table
};

/// metadata.managedFields of \a after, a write of \a writer that is no apply, over \a before (null on creation). What
/// the writer changed or added becomes its own and is taken from others; what is gone belongs to nobody. An \a after
/// that brings its own managedFields has them taken as the former ones; an empty list, or an entry {} alone, clears them,
/// and nothing is tracked from then on until an apply. On creation nobody owns what stands in \a blank: the structs that
/// every object of a Kubernetes' own kind has, and what the server itself puts in later.
[[nodiscard]] base::Json trackedFields(const KindSchema &kind, const base::Json *before,
                                       const base::Json &after, const FieldWriter &writer,
                                       const base::Json &blank = base::Json::object());

/// Server-side apply of \a configuration (no managedFields in it) over \a live (null when it is to be created). Fields that
/// the writer applied before and leaves out now disappear unless somebody else owns them.
[[nodiscard]] ApplyResult apply(const KindSchema &kind, const base::Json *live,
                                const base::Json &configuration, const FieldWriter &writer, bool force);

/// "Apply failed with 1 conflict: …", as kube-apiserver words it.
[[nodiscard]] std::string conflictMessage(const std::vector<FieldConflict> &conflicts);

/// The managers that own \a path (".spec.traffic" as elements) or something below it, from an object's managedFields.
[[nodiscard]] std::vector<FieldWriter> ownersOf(const base::Json &object,
                                                const std::vector<std::string> &path);

} // namespace sluice::schema
