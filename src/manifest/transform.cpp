// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/transform.h"

#include "manifest/failure.h"
#include "manifest/merge.h"
#include "manifest/names.h"

#include <QRegularExpression>

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;
using yaml::operator/;

/// Directives ($patch, $retainKeys…) that only kustomize's own merge knows.
bool hasDirective(const Json &value)
{
    if (value.is_object()) {
        for (const auto &[key, item] : value.items()) {
            if (!key.empty() && key.front() == '$')
                return true;
            if (hasDirective(item))
                return true;
        }
    }
    return value.is_array() && std::any_of(value.begin(), value.end(), hasDirective);
}

bool hasList(const Json &value)
{
    return value.is_array() || (value.is_object() && std::any_of(value.begin(), value.end(), hasList));
}

/// An image reference: name, tag, digest.
struct Image {
    std::string name;
    std::string tag;
    std::string digest;

    static Image split(const std::string &text)
    {
        Image image;
        std::string rest = text;
        if (const std::size_t at = rest.find('@'); at != std::string::npos) {
            image.digest = rest.substr(at + 1);
            rest.resize(at);
        }
        const std::size_t slash = rest.rfind('/');
        const std::size_t colon = rest.rfind(':');
        if (colon != std::string::npos && (slash == std::string::npos || colon > slash)) {
            image.tag = rest.substr(colon + 1);
            rest.resize(colon);
        }
        image.name = rest;
        return image;
    }
    [[nodiscard]] std::string text() const
    {
        return name + (tag.empty() ? "" : ":" + tag) + (digest.empty() ? "" : "@" + digest);
    }
};

class Transformer {
public:
    Transformer(const Kustomization &kustomization, const std::vector<LoadedPatch> &patches, WorkSet &set,
                const FileSet &files)
        : m_kustomization(kustomization)
        , m_patches(patches)
        , m_set(set)
        , m_files(files)
    {
    }

    Result<void> run()
    {
        if (auto done = apply(PatchEntry::List::StrategicMerge); !done || m_set.external)
            return done;
        if (auto done = apply(PatchEntry::List::Patches); !done || m_set.external)
            return done;
        if (auto done = setNamespace(); !done || m_set.external)
            return done;
        addPrefixAndSuffix();
        if (m_set.external)
            return {};
        addLabels();
        addAnnotations();
        if (m_set.external)
            return {};
        if (auto done = apply(PatchEntry::List::Json6902); !done || m_set.external)
            return done;
        setImages();
        return {};
    }

private:
    Result<void> apply(PatchEntry::List list)
    {
        for (const LoadedPatch &patch : m_patches) {
            if (patch.entry->list != list)
                continue;
            auto targets = targetsOf(patch, m_set.objects);
            if (!targets)
                return tl::unexpected(targets.error());
            for (const std::size_t index : *targets) {
                if (auto done = applyTo(patch, m_set.objects[index]); !done || m_set.external)
                    return done;
            }
        }
        return {};
    }

    Result<void> applyTo(const LoadedPatch &patch, WorkObject &object)
    {
        const ObjectId before = object.id();
        if (patch.isOperations()) {
            for (const Json &operation : patch.value) {
                const std::string op = base::textAt(operation, "op");
                if (op == "move" || op == "copy")
                    return need(patch.place, op);
                if (base::textAt(operation, "path").find("/-") != std::string::npos
                    && !base::textAt(operation, "path").ends_with("/-"))
                    return need(patch.place, base::textAt(operation, "path"));
            }
            if (auto done = applyJsonPatch(object, patch.value, patch.source, m_files); !done)
                return done;
            if (object.id() != before)
                return need(patch.place, "patches");
            return {};
        }
        if (hasDirective(patch.value))
            return need(patch.place, "$patch");
        if (isBuiltinGroup(before.group) && hasList(patch.value))
            return need(patch.place, before.kind.toStdString());
        Json value = patch.value;
        // A patch cannot rename: what it says of identity only finds the object.
        value.erase("apiVersion");
        value.erase("kind");
        if (auto metadata = value.find("metadata"); metadata != value.end() && metadata->is_object()) {
            metadata->erase("name");
            metadata->erase("namespace");
        }
        mergePatch(object, value, patch.source);
        return {};
    }

    Result<void> setNamespace()
    {
        if (m_kustomization.namespaceName.isEmpty())
            return {};
        const Source source{m_kustomization.file, 0, yaml::keys({"namespace"}), 0};
        for (WorkObject &object : m_set.objects) {
            const ObjectId id = object.id();
            const bool isNamespace = id.group.isEmpty() && id.kind == u"Namespace";
            if (!isNamespace && !isKnownKind(id))
                return need(m_kustomization.namespacePlace, id.kind.toStdString());
            if (!object.object["metadata"].is_object())
                return need(m_kustomization.namespacePlace, "metadata");
            const std::string key = isNamespace ? "name" : "namespace";
            object.previous.push_back(id);
            object.object["metadata"][key] = m_kustomization.namespaceName.toStdString();
            object.wrote(yaml::keys({"metadata", key}), source);
        }
        for (std::size_t i = 0; i < m_set.objects.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                if (m_set.objects[i].id().sameObject(m_set.objects[k].id()))
                    return failAt(m_kustomization.namespacePlace, QStringLiteral("namespace"),
                                  QStringLiteral("manifest.duplicate-object"),
                                  {m_set.objects[i].id().text(), m_set.objects[k].root.file});
            }
        }
        return {};
    }

    void addPrefixAndSuffix()
    {
        if (m_kustomization.namePrefix.empty() && m_kustomization.nameSuffix.empty())
            return;
        const Source source{m_kustomization.file, 0,
                            yaml::keys({m_kustomization.namePrefix.empty() ? "nameSuffix" : "namePrefix"}),
                            0};
        m_set.namesChanged = true;
        for (WorkObject &object : m_set.objects) {
            const ObjectId id = object.id();
            if (id.group.isEmpty() && id.kind == u"Namespace")
                continue;
            const bool refersByRules = id.kind == u"ServiceAccount"
                && (object.object.contains("secrets") || object.object.contains("imagePullSecrets"));
            if (!isKnownKind(id) || refersByRules) {
                static_cast<void>(need(m_kustomization.namePlace, id.kind.toStdString()));
                return;
            }
            object.previous.push_back(id);
            object.object["metadata"]["name"] =
                m_kustomization.namePrefix + id.name.toStdString() + m_kustomization.nameSuffix;
            object.wrote(yaml::keys({"metadata", "name"}), source);
        }
    }

    void setPairs(WorkObject &object, const QString &path, bool create,
                  const std::map<std::string, std::string> &pairs, const Source &source)
    {
        if (pairs.empty())
            return;
        visitField(object.object, path, create, [&](Json &value, const yaml::Path &at) {
            if (value.is_null())
                value = Json::object();
            if (!value.is_object())
                return;
            for (const auto &[key, text] : pairs) {
                value[key] = text;
                Source own = source;
                own.path.emplace_back(key);
                object.wrote(at / key, std::move(own));
            }
        });
    }

    void addLabels()
    {
        for (std::size_t i = 0; i < m_kustomization.labels.size(); ++i) {
            const LabelEntry &entry = m_kustomization.labels[i];
            const Source source{m_kustomization.file, 0, {std::string("labels"), i, std::string("pairs")}, 0};
            for (WorkObject &object : m_set.objects) {
                const ObjectId id = object.id();
                if (entry.includeTemplates && !isKnownKind(id)) {
                    static_cast<void>(need(entry.place, id.kind.toStdString()));
                    return;
                }
                setPairs(object, QStringLiteral("metadata/labels"), true, entry.pairs, source);
                for (const FieldSpec &spec : entry.fields) {
                    if (fits(spec, id))
                        setPairs(object, spec.path, spec.create, entry.pairs, source);
                }
            }
        }
    }

    void addAnnotations()
    {
        const Source source{m_kustomization.file, 0, yaml::keys({"commonAnnotations"}), 0};
        if (m_kustomization.commonAnnotations.empty())
            return;
        for (WorkObject &object : m_set.objects) {
            const ObjectId id = object.id();
            // Workloads get them on their templates too; that table is kustomize's own.
            if (!isKnownKind(id) && id.kind != u"Namespace") {
                static_cast<void>(need(m_kustomization.annotationsPlace, id.kind.toStdString()));
                return;
            }
            setPairs(object, QStringLiteral("metadata/annotations"), true, m_kustomization.commonAnnotations,
                     source);
        }
    }

    void setImages()
    {
        for (std::size_t i = 0; i < m_kustomization.images.size(); ++i) {
            const ImageEntry &entry = m_kustomization.images[i];
            const Source source{m_kustomization.file, 0, {std::string("images"), i}, 0};
            for (WorkObject &object : m_set.objects) {
                if (object.id().kind == u"CustomResourceDefinition")
                    continue;
                yaml::Path path;
                walkImages(object, object.object, path, entry, source);
            }
        }
    }

    /// Every list named containers or initContainers, at any depth.
    static void walkImages(WorkObject &object, Json &node, yaml::Path &path, const ImageEntry &entry,
                           const Source &source)
    {
        if (node.is_array()) {
            for (std::size_t i = 0; i < node.size(); ++i) {
                path.emplace_back(i);
                walkImages(object, node[i], path, entry, source);
                path.pop_back();
            }
            return;
        }
        if (!node.is_object())
            return;
        for (auto &[key, value] : node.items()) {
            path.emplace_back(key);
            if ((key == "containers" || key == "initContainers") && value.is_array()) {
                for (std::size_t i = 0; i < value.size(); ++i)
                    setImage(object, value[i], path / i / std::string("image"), entry, source);
            }
            walkImages(object, value, path, entry, source);
            path.pop_back();
        }
    }

    static void setImage(WorkObject &object, Json &container, const yaml::Path &path, const ImageEntry &entry,
                         const Source &source)
    {
        if (!container.is_object() || !container.contains("image") || !container["image"].is_string())
            return;
        const std::string text = container["image"].get<std::string>();
        Image image = Image::split(text);
        if (image.name != entry.name)
            return;
        if (!entry.newName.empty())
            image.name = entry.newName;
        if (!entry.newTag.empty() || !entry.digest.empty()) {
            image.tag = entry.newTag;
            image.digest = entry.digest;
        }
        if (image.text() == text)
            return;
        container["image"] = image.text();
        object.wrote(path, source);
    }

    Result<void> need(const Origin &place, const std::string &what)
    {
        if (!m_set.external)
            m_set.external = ExternalNeed{
                place, {QStringLiteral("manifest.needs-kustomize"), {QString::fromStdString(what)}}};
        return {};
    }

    const Kustomization &m_kustomization;
    const std::vector<LoadedPatch> &m_patches;
    WorkSet &m_set;
    const FileSet &m_files;
};

} // namespace

Result<void> transform(const Kustomization &kustomization, const std::vector<LoadedPatch> &patches,
                       WorkSet &set, const FileSet &files)
{
    return Transformer(kustomization, patches, set, files).run();
}

} // namespace sluice::manifest
