// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/kustomization.h"
#include "manifest/workset.h"

namespace sluice::manifest {

/// True for the API groups whose schema kustomize has built in, so that its rules for them are not those of a
/// custom resource.
[[nodiscard]] bool isBuiltinGroup(const QString &group);
/// True when the renderer knows all of what kustomize does to \a id's kind under a namespace, prefix or suffix.
[[nodiscard]] bool isKnownKind(const ObjectId &id);
/// True for a Knative Service.
[[nodiscard]] bool isKnativeService(const ObjectId &id);

/// The order in which kustomize prints objects unless told otherwise.
void sortLegacy(std::vector<WorkObject> &objects);

/// Rewrites the names inside objects that refer to objects renamed by a prefix or suffix: kustomize's built-in
/// entry for Knative (Secret in env) and those of the configurations.
void fixNameReferences(WorkSet &set);

/// Values at \a path ("spec/template/spec/containers/env/name"; lists are walked through) of \a object, for
/// change. \a create makes missing mappings.
void visitField(base::Json &object, const QString &path, bool create,
                const std::function<void(base::Json &, const yaml::Path &)> &visit);

/// True when \a spec speaks of objects like \a id.
[[nodiscard]] bool fits(const FieldSpec &spec, const ObjectId &id);

} // namespace sluice::manifest
