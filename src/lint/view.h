// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/layers.h"
#include "lint/lint.h"
#include "manifest/workset.h"

namespace sluice::lint {

/// An object of an environment with where it comes from.
struct Object {
    manifest::WorkObject work;
    manifest::ObjectId id;
    QStringList names; ///< that it has had on its way, the present one last

    [[nodiscard]] const base::Json &json() const { return work.object; }
    [[nodiscard]] bool is(QStringView group, QStringView kind) const
    {
        return id.group == group && id.kind == kind;
    }
    [[nodiscard]] bool isKnativeService() const { return is(u"serving.knative.dev", u"Service"); }
    [[nodiscard]] const base::Json *at(const yaml::Path &path) const
    {
        return manifest::valueAt(work.object, path);
    }
    /// The text at a path of keys; empty when there is none.
    [[nodiscard]] QString text(const char *path) const;
};

/// What one environment comes to.
struct Stage {
    QString environment;
    QString folder;
    QString nameSpace; ///< where it goes, as the project says; may be empty
    bool rendered = false; ///< the objects are all there
    bool loose = false; ///< no environment, but the files that no kustomization names
    std::vector<Object> objects;
    std::vector<const Layer *> layers; ///< its own first

    /// The object of that group and kind named \a name in \a nameSpace, or nullptr.
    [[nodiscard]] const Object *find(QStringView group, QStringView kind, const QString &name,
                                     const QString &nameSpace) const;
    /// Namespace that \a id ends up in.
    [[nodiscard]] QString namespaceOf(const manifest::ObjectId &id) const;
};

/// An object as a file declares it.
struct Declared {
    QString file;
    const yaml::Document *document = nullptr;
    manifest::ObjectId id;
};

/// All that rules look at. Lives as long as one check.
struct View {
    View(const manifest::Project &project, const Options &options);
    View(const View &) = delete;
    View &operator=(const View &) = delete;

    const manifest::Project &project;
    const manifest::FileSet &files;
    const Options &options;
    LayerGraph graph;
    std::vector<Declared> declared; ///< every object in a resource file, used or not
    std::vector<Stage> stages;
    std::vector<std::pair<QString, base::Error>> failures; ///< environments that do not render

private:
    void findDeclared();
    void addStage(const domain::Environment &environment);
    void addLooseFiles();
    [[nodiscard]] manifest::WorkObject located(const Stage &stage, const base::Json &object,
                                               QStringList &names) const;
};

/// The last ten characters that kustomize adds to generated names, with their dash, taken off; the name itself when it
/// has none.
[[nodiscard]] QString withoutHash(const QString &name);

} // namespace sluice::lint
