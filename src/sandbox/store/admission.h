// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/store/failure.h"

#include <optional>
#include <string>
#include <vector>

namespace sluice::sandbox {

struct ResourceType;

/// Who writes, and how. Controllers make one and keep it.
struct WriteContext {
    std::string user = "system:admin";
    std::vector<std::string> groups;
    std::string manager = "sluice"; ///< field manager in managedFields
    std::string operation = "Update"; ///< "Apply" or "Update" in managedFields
    std::string subresource; ///< "status", "scale" or empty
    bool dryRun = false; ///< everything happens except the write
    bool fieldsTracked = false; ///< the object brings its managedFields; used by server-side apply
};

enum class WriteVerb { Create, Update, Delete };

/// One write on its way to the store.
struct AdmissionRequest {
    const ResourceType &type;
    WriteVerb verb;
    std::string nameSpace; ///< empty for cluster-scoped objects
    std::string name; ///< empty while generateName has not been resolved
    const base::Json *oldObject; ///< nullptr on create
    base::Json &object; ///< on delete a copy of the old object
    const WriteContext &context;
    std::vector<std::string> &warnings; ///< sent as Warning headers
};

/// Mutating and validating admission, called by the store for every write, controllers' own included
/// (as webhooks are). Each implementation decides by type, verb and subresource whether it is concerned.
class Admission {
public:
    virtual ~Admission() = default;
    /// Fills in defaults. A Failure refuses the write.
    [[nodiscard]] virtual std::optional<Failure> mutate(AdmissionRequest &request) = 0;
    /// Judges the defaulted object and must not change it.
    [[nodiscard]] virtual std::optional<Failure> validate(const AdmissionRequest &request) = 0;
};

/// What the API server itself does to an object of a type. Implemented by sandbox/api from the field tables;
/// a store without rules keeps objects as they come and tracks no fields.
class ObjectRules {
public:
    virtual ~ObjectRules() = default;
    /// Drops unknown fields and fills in the API server's own defaults (not a webhook's).
    virtual void normalize(AdmissionRequest &request) = 0;
    /// Brings object's metadata.managedFields up to date for a write by request.context. \a time is RFC 3339.
    virtual void trackFields(AdmissionRequest &request, const std::string &time) = 0;
    /// Structural validation: required fields, types, enums, names, immutable fields.
    [[nodiscard]] virtual std::optional<Failure> validate(const AdmissionRequest &request) = 0;
};

} // namespace sluice::sandbox
