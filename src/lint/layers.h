// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "manifest/file_set.h"
#include "yaml/document.h"

#include <map>
#include <optional>
#include <set>

namespace sluice::lint {

/// A patch named or written in a kustomization, whatever may be wrong with it.
struct LayerPatch {
    QString list; ///< patches, patchesStrategicMerge or patchesJson6902
    std::size_t index = 0; ///< in it
    QString file; ///< relative to the project; empty when it is written in the kustomization
    std::vector<yaml::Document> documents; ///< of the file, or of the text in the kustomization
    bool isInline = false;
    bool hasTarget = false;
    QString group; ///< of the target
    QString kind;
    QString name;

    /// Where it stands in the kustomization.
    [[nodiscard]] yaml::Path path() const;
};

/// A kustomization as it is written; unlike manifest::Kustomization also where Sluice cannot render it.
struct Layer {
    QString folder;
    QString file;
    std::optional<yaml::Document> document; ///< nothing when the file cannot be read
    QStringList folders; ///< kustomizations below it: resources, bases, components
    QStringList files; ///< resources that are files
    std::vector<LayerPatch> patches;
    std::set<QString> uses; ///< every file of the project that it names

    [[nodiscard]] const base::Json &value() const;
    /// Its text at \a key, or nothing.
    [[nodiscard]] std::string text(const char *key) const;
};

/// The kustomizations of a project.
class LayerGraph {
public:
    explicit LayerGraph(const manifest::FileSet &files);

    [[nodiscard]] const std::map<QString, Layer> &layers() const { return m_layers; }
    [[nodiscard]] const Layer *find(const QString &folder) const;
    /// \a folder's own layer first, then what it builds on; each once.
    [[nodiscard]] std::vector<const Layer *> reach(const QString &folder) const;
    /// The layers that build on \a folder, nearest first, without itself.
    [[nodiscard]] std::vector<const Layer *> above(const QString &folder) const;

private:
    std::map<QString, Layer> m_layers;
};

} // namespace sluice::lint
