// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/layers.h"

#include "base/json.h"
#include "manifest/kustomization.h"

#include <functional>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using manifest::FileSet;
using yaml::operator/;

namespace {

/// Reads one kustomization as far as it can be understood.
class LayerReader {
public:
    LayerReader(const FileSet &files, Layer &layer)
        : m_files(files)
        , m_layer(layer)
    {
    }

    void run()
    {
        const FileSet::File *file = m_files.find(m_layer.file);
        if (!file->documents || file->documents->empty() || !file->documents->front().value().is_object())
            return;
        m_layer.document = file->documents->front();
        for (const char *key : {"resources", "bases", "components"})
            resources(key);
        for (const char *key : {"patches", "patchesStrategicMerge", "patchesJson6902"})
            patches(key);
        for (const auto &[key, value] : m_layer.value().items())
            names(value);
    }

private:
    [[nodiscard]] QString inProject(const std::string &text) const
    {
        const QString path = QString::fromStdString(text);
        return path.isEmpty() || path.startsWith(u'/') || manifest::isRemote(path)
            ? QString()
            : manifest::joinPath(m_layer.folder, path);
    }

    void resources(const char *key)
    {
        const Json *list = base::find(m_layer.value(), {key});
        if (!list || !list->is_array())
            return;
        for (const Json &item : *list) {
            const QString path = item.is_string() ? inProject(item.get<std::string>()) : QString();
            if (path.isNull())
                continue;
            if (m_files.find(path))
                m_layer.files.append(path);
            else if (!m_files.kustomizationIn(path).isNull())
                m_layer.folders.append(path);
        }
    }

    void patches(const char *key)
    {
        const Json *list = base::find(m_layer.value(), {key});
        if (!list || !list->is_array())
            return;
        for (std::size_t i = 0; i < list->size(); ++i) {
            const Json &item = (*list)[i];
            LayerPatch patch;
            patch.list = QString::fromLatin1(key);
            patch.index = i;
            std::string text = base::textAt(item, "patch");
            std::string path = base::textAt(item, "path");
            if (item.is_string()) {
                const std::string &written = item.get_ref<const std::string &>();
                (written.find('\n') == std::string::npos ? path : text) = written;
            }
            if (!text.empty()) {
                patch.isInline = true;
                if (auto documents = yaml::parse(QByteArray::fromStdString(text), m_layer.file))
                    patch.documents = std::move(*documents);
            } else {
                patch.file = inProject(path);
                const FileSet::File *file = patch.file.isEmpty() ? nullptr : m_files.find(patch.file);
                if (file && file->documents)
                    patch.documents = *file->documents;
            }
            patch.hasTarget = base::find(item, {"target"}) != nullptr;
            patch.group = base::stringAt(item, "target.group");
            patch.kind = base::stringAt(item, "target.kind");
            patch.name = base::stringAt(item, "target.name");
            m_layer.patches.push_back(std::move(patch));
        }
    }

    /// Every text that is the path of a file: lists of generators, transformers, schemas and whatever kustomize may add.
    void names(const Json &value)
    {
        if (value.is_string()) {
            std::string text = value.get<std::string>();
            // configMapGenerator.files: "key=path"
            if (const std::size_t equals = text.find('='); equals != std::string::npos)
                text = text.substr(equals + 1);
            if (text.find('\n') != std::string::npos)
                return;
            const QString path = inProject(text);
            if (!path.isEmpty() && m_files.find(path))
                m_layer.uses.insert(path);
            return;
        }
        if (value.is_structured()) {
            for (const Json &item : value)
                names(item);
        }
    }

    const FileSet &m_files;
    Layer &m_layer;
};

} // namespace

yaml::Path LayerPatch::path() const
{
    return yaml::keys({list.toStdString()}) / index;
}

const Json &Layer::value() const
{
    static const Json none;
    return document ? document->value() : none;
}

std::string Layer::text(const char *key) const
{
    return base::textAt(value(), key);
}

LayerGraph::LayerGraph(const FileSet &files)
{
    for (const auto &[path, file] : files.files()) {
        const QString folder = manifest::folderOf(path);
        if (files.kustomizationIn(folder) != path)
            continue;
        Layer layer;
        layer.folder = folder;
        layer.file = path;
        LayerReader(files, layer).run();
        m_layers.emplace(folder, std::move(layer));
    }
}

const Layer *LayerGraph::find(const QString &folder) const
{
    const auto it = m_layers.find(folder);
    return it == m_layers.end() ? nullptr : &it->second;
}

std::vector<const Layer *> LayerGraph::reach(const QString &folder) const
{
    std::vector<const Layer *> result;
    std::set<QString> seen;
    const std::function<void(const QString &)> visit = [&](const QString &at) {
        const Layer *layer = find(at);
        if (!layer || !seen.insert(at).second)
            return;
        result.push_back(layer);
        for (const QString &below : layer->folders)
            visit(below);
    };
    visit(folder);
    return result;
}

std::vector<const Layer *> LayerGraph::above(const QString &folder) const
{
    std::vector<const Layer *> result;
    std::set<QString> seen{folder};
    QStringList pending{folder};
    while (!pending.isEmpty()) {
        const QString at = pending.takeFirst();
        for (const auto &[path, layer] : m_layers) {
            if (!layer.folders.contains(at) || !seen.insert(path).second)
                continue;
            result.push_back(&layer);
            pending.append(path);
        }
    }
    return result;
}

} // namespace sluice::lint
