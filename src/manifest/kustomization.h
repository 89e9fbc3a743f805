// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"
#include "manifest/file_set.h"
#include "manifest/render.h"

#include <set>

namespace sluice::manifest {

/// A reference to a file or folder written in a kustomization.
struct Reference {
    QString text; ///< as written
    Origin place;
};

/// Which objects something is for. Empty fields fit all; name, kind and namespace are whole-match regular expressions.
struct Target {
    QString group;
    QString version;
    QString kind;
    QString name;
    QString namespaceName;
    bool hasSelectors = false; ///< label or annotation selectors, which need kustomize itself
};

/// One entry of patches, patchesStrategicMerge or patchesJson6902.
struct PatchEntry {
    Origin place;
    QString path; ///< file, relative to the kustomization's folder; empty when inline
    std::string text; ///< inline patch
    std::optional<Target> target;
    std::size_t index = 0; ///< in its list
    enum class List { Patches, StrategicMerge, Json6902 } list = List::Patches;
};

struct ImageEntry {
    Origin place;
    std::string name;
    std::string newName;
    std::string newTag;
    std::string digest;
};

/// A field that a transformer sets: "spec/template/metadata/labels".
struct FieldSpec {
    QString group;
    QString version;
    QString kind;
    QString path;
    bool create = false;
};

struct LabelEntry {
    Origin place;
    std::map<std::string, std::string> pairs;
    std::vector<FieldSpec> fields;
    bool includeTemplates = false;
};

/// Fields that hold the name of an object of a kind.
struct NameReference {
    QString group;
    QString version;
    QString kind;
    std::vector<FieldSpec> fields;
};

/// What a kustomization file says, checked, with the line of each part.
struct Kustomization {
    QString file;
    QString folder;
    std::vector<Reference> resources;
    std::vector<PatchEntry> strategicMerges; ///< patchesStrategicMerge
    std::vector<PatchEntry> patches;
    std::vector<PatchEntry> jsonPatches; ///< patchesJson6902
    QString namespaceName;
    Origin namespacePlace;
    std::string namePrefix;
    std::string nameSuffix;
    Origin namePlace; ///< of namePrefix or nameSuffix
    std::vector<LabelEntry> labels;
    std::map<std::string, std::string> commonAnnotations;
    Origin annotationsPlace;
    std::vector<ImageEntry> images;
    std::vector<NameReference> nameReferences;
    bool fifoOrder = false;
    std::optional<ExternalNeed> external; ///< the first thing that only kustomize can do
};

/// Reads the kustomization of \a folder. Errors: ValidationError (none there, a broken entry), DecodeError.
[[nodiscard]] base::Result<Kustomization> readKustomization(const FileSet &files, const QString &folder,
                                                            const Origin &referrer);

/// True for a base that kustomize would fetch from the network.
[[nodiscard]] bool isRemote(const QString &reference);

} // namespace sluice::manifest
