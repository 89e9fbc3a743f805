// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"
#include "manifest/kustomization.h"
#include "manifest/render.h"
#include "yaml/path.h"

#include <map>
#include <set>
#include <vector>

namespace sluice::manifest {

/// Which value of which document of which file says something.
struct Source {
    QString file;
    std::size_t document = 0;
    yaml::Path path;
    int line = 0; ///< of an inline patch, whose parts have no spans of their own; 0 otherwise
    [[nodiscard]] bool isInline() const { return line != 0; }
};

/// Group, version, kind, name and namespace of an object at some stage.
struct ObjectId {
    QString group;
    QString version;
    QString kind;
    QString name;
    QString namespaceName;
    bool operator==(const ObjectId &) const = default;
    /// As kustomize compares: no namespace is "default".
    [[nodiscard]] bool sameObject(const ObjectId &other) const;
    [[nodiscard]] QString text() const; ///< "Service my-api/python-api-base"
};

/// An object on its way through the layers.
struct WorkObject {
    base::Json object;
    Source root; ///< the document that declares it
    std::map<yaml::Path, Source> fields; ///< what later layers wrote
    std::vector<ObjectId> previous; ///< before each change of name or namespace, the first as declared

    [[nodiscard]] ObjectId id() const;
    /// True when \a wanted names this object as it is or ever was.
    [[nodiscard]] bool wasEver(const ObjectId &wanted) const;
    /// Where the value at \a path (which need not exist) comes from.
    [[nodiscard]] Source sourceOf(const yaml::Path &path) const;
    /// Notes that \a source now says what is at \a path and below.
    void wrote(const yaml::Path &path, Source source);
};

/// All objects of a layer, in kustomize's order of reading.
struct WorkSet {
    std::vector<WorkObject> objects;
    std::vector<WorkObject> inherited; ///< of the outermost layer: what came from folders below it, untouched
    std::set<QString> ownFiles; ///< of the outermost layer: its kustomization, patches and resource files
    std::optional<ExternalNeed> external;
    std::vector<NameReference> nameReferences;
    bool fifoOrder = false; ///< of the outermost layer: print in the order of reading
    bool namesChanged = false;
};

/// Reads and transforms everything that \a folder builds on. Errors: as render().
[[nodiscard]] base::Result<WorkSet> accumulate(const FileSet &files, const QString &folder);

[[nodiscard]] ObjectId idOf(const base::Json &object);
/// Value at \a path, or nullptr.
[[nodiscard]] const base::Json *valueAt(const base::Json &value, const yaml::Path &path);
/// Where \a source stands.
[[nodiscard]] Origin originOf(const FileSet &files, const Source &source);

} // namespace sluice::manifest
