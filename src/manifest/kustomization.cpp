// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/kustomization.h"

#include "manifest/failure.h"

#include <array>

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;
using yaml::operator/;
using yaml::Path;

/// Reads one kustomization document field by field; the first mistake ends it.
class Reader {
public:
    Reader(const FileSet &files, const yaml::Document &document, Kustomization &out)
        : m_files(files)
        , m_document(document)
        , m_out(out)
    {
    }

    Result<void> run()
    {
        const Json &top = m_document.value();
        if (!top.is_object())
            return bad({}, QStringLiteral("manifest.kustomization-not-mapping"));
        for (const auto &[key, value] : top.items()) {
            if (auto done = field(key, value); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> field(const std::string &key, const Json &value)
    {
        const Path path = yaml::keys({key});
        if (key == "apiVersion" || key == "metadata" || key == "generatorOptions" || key == "buildMetadata") {
            if (key == "buildMetadata" && !empty(value))
                need(path, key);
            return {};
        }
        if (key == "kind") {
            if (value != "Kustomization")
                need(path, "kind");
            return {};
        }
        if (empty(value))
            return {};
        if (key == "resources" || key == "bases")
            return resources(path, value);
        if (key == "patches")
            return patches(path, value, m_out.patches, PatchEntry::List::Patches);
        if (key == "patchesJson6902")
            return patches(path, value, m_out.jsonPatches, PatchEntry::List::Json6902);
        if (key == "patchesStrategicMerge")
            return strategicMerges(path, value);
        if (key == "namespace") {
            m_out.namespacePlace = place(path);
            return string(path, value, m_out.namespaceName);
        }
        if (key == "namePrefix" || key == "nameSuffix") {
            m_out.namePlace = place(path);
            QString text;
            if (auto done = string(path, value, text); !done)
                return done;
            (key == "namePrefix" ? m_out.namePrefix : m_out.nameSuffix) = text.toStdString();
            return {};
        }
        if (key == "labels")
            return labels(path, value);
        if (key == "commonAnnotations") {
            m_out.annotationsPlace = place(path);
            return pairs(path, value, m_out.commonAnnotations);
        }
        if (key == "images")
            return images(path, value);
        if (key == "configurations")
            return configurations(path, value);
        if (key == "sortOptions") {
            if (value == Json{{"order", "fifo"}})
                m_out.fifoOrder = true;
            else if (value != Json{{"order", "legacy"}})
                need(path, key);
            return {};
        }
        static const std::set<std::string, std::less<>> others{"commonLabels",
                                                               "components",
                                                               "configMapGenerator",
                                                               "secretGenerator",
                                                               "crds",
                                                               "generators",
                                                               "helmCharts",
                                                               "helmChartInflationGenerator",
                                                               "helmGlobals",
                                                               "openapi",
                                                               "replacements",
                                                               "replicas",
                                                               "transformers",
                                                               "validators",
                                                               "vars",
                                                               "imageTags"};
        if (others.contains(key)) {
            need(path, key);
            return {};
        }
        return bad(path, QStringLiteral("manifest.kustomization-unknown-field"),
                   {QString::fromStdString(key)});
    }

    Result<void> resources(const Path &path, const Json &value)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Path item = path / i;
            QString text;
            if (auto done = string(item, value[i], text); !done)
                return done;
            m_out.resources.push_back({text, place(item)});
        }
        return {};
    }

    Result<void> patches(const Path &path, const Json &value, std::vector<PatchEntry> &out,
                         PatchEntry::List list)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Path item = path / i;
            if (!value[i].is_object())
                return bad(item, QStringLiteral("manifest.expected-mapping"), {yaml::toString(item)});
            PatchEntry entry;
            entry.place = place(item);
            entry.index = i;
            entry.list = list;
            for (const auto &[key, field] : value[i].items()) {
                const Path at = item / key;
                if (key == "path") {
                    if (auto done = string(at, field, entry.path); !done)
                        return done;
                    entry.place = place(at);
                } else if (key == "patch") {
                    QString text;
                    if (auto done = string(at, field, text); !done)
                        return done;
                    entry.text = text.toStdString();
                    entry.place = place(at);
                } else if (key == "target") {
                    if (auto done = target(at, field, entry.target); !done)
                        return done;
                } else if (key == "options") {
                    if (!empty(field))
                        need(at, "patches.options");
                } else {
                    return bad(at, QStringLiteral("manifest.kustomization-unknown-field"),
                               {QString::fromStdString(key)});
                }
            }
            if (entry.path.isEmpty() == entry.text.empty())
                return bad(item, QStringLiteral("manifest.patch-path-or-text"));
            out.push_back(std::move(entry));
        }
        return {};
    }

    Result<void> strategicMerges(const Path &path, const Json &value)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Path item = path / i;
            QString text;
            if (auto done = string(item, value[i], text); !done)
                return done;
            PatchEntry entry;
            entry.place = place(item);
            entry.index = i;
            entry.list = PatchEntry::List::StrategicMerge;
            if (text.contains(u'\n'))
                entry.text = text.toStdString();
            else
                entry.path = text;
            m_out.strategicMerges.push_back(std::move(entry));
        }
        return {};
    }

    Result<void> target(const Path &path, const Json &value, std::optional<Target> &out)
    {
        if (!value.is_object())
            return bad(path, QStringLiteral("manifest.expected-mapping"), {yaml::toString(path)});
        Target result;
        for (const auto &[key, field] : value.items()) {
            QString text;
            if (auto done = string(path / key, field, text); !done)
                return done;
            if (key == "group")
                result.group = text;
            else if (key == "version")
                result.version = text;
            else if (key == "kind")
                result.kind = text;
            else if (key == "name")
                result.name = text;
            else if (key == "namespace")
                result.namespaceName = text;
            else if (key == "labelSelector" || key == "annotationSelector")
                result.hasSelectors = true;
            else
                return bad(path / key, QStringLiteral("manifest.kustomization-unknown-field"),
                           {QString::fromStdString(key)});
        }
        if (result.hasSelectors)
            need(path, "target selectors");
        out = result;
        return {};
    }

    Result<void> labels(const Path &path, const Json &value)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Path item = path / i;
            if (!value[i].is_object())
                return bad(item, QStringLiteral("manifest.expected-mapping"), {yaml::toString(item)});
            LabelEntry entry;
            entry.place = place(item);
            for (const auto &[key, field] : value[i].items()) {
                if (key == "pairs") {
                    if (auto done = pairs(item / key, field, entry.pairs); !done)
                        return done;
                } else if (key == "includeSelectors") {
                    if (field == true)
                        need(item / key, "labels.includeSelectors");
                } else if (key == "includeTemplates") {
                    entry.includeTemplates = field == true;
                } else if (key == "fields") {
                    if (auto done = fieldSpecs(m_document, item / key, field, entry.fields); !done)
                        return done;
                } else {
                    return bad(item / key, QStringLiteral("manifest.kustomization-unknown-field"),
                               {QString::fromStdString(key)});
                }
            }
            m_out.labels.push_back(std::move(entry));
        }
        return {};
    }

    Result<void> images(const Path &path, const Json &value)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Path item = path / i;
            if (!value[i].is_object())
                return bad(item, QStringLiteral("manifest.expected-mapping"), {yaml::toString(item)});
            ImageEntry entry;
            entry.place = place(item);
            for (const auto &[key, field] : value[i].items()) {
                QString text;
                if (auto done = string(item / key, field, text); !done)
                    return done;
                if (key == "name")
                    entry.name = text.toStdString();
                else if (key == "newName")
                    entry.newName = text.toStdString();
                else if (key == "newTag")
                    entry.newTag = text.toStdString();
                else if (key == "digest")
                    entry.digest = text.toStdString();
                else if (key == "tagSuffix")
                    need(item / key, "images.tagSuffix");
                else
                    return bad(item / key, QStringLiteral("manifest.kustomization-unknown-field"),
                               {QString::fromStdString(key)});
            }
            m_out.images.push_back(std::move(entry));
        }
        return {};
    }

    Result<void> configurations(const Path &path, const Json &value)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (std::size_t i = 0; i < value.size(); ++i) {
            QString text;
            if (auto done = string(path / i, value[i], text); !done)
                return done;
            const QString file = joinPath(m_out.folder, text);
            const FileSet::File *found = file.isNull() ? nullptr : m_files.find(file);
            if (!found)
                return bad(path / i, QStringLiteral("manifest.missing-file"), {text});
            if (!found->documents)
                return tl::unexpected(found->documents.error());
            for (const yaml::Document &document : *found->documents) {
                if (auto done = configuration(document); !done)
                    return done;
            }
        }
        return {};
    }

    Result<void> configuration(const yaml::Document &document)
    {
        if (document.value().is_null())
            return {};
        if (!document.value().is_object())
            return failAt(placeOf(document, {}), {}, QStringLiteral("manifest.expected-mapping"),
                          {document.source()});
        for (const auto &[key, value] : document.value().items()) {
            const Path path = yaml::keys({key});
            if (key != "nameReference" || !value.is_array()) {
                if (!m_out.external)
                    m_out.external = ExternalNeed{
                        placeOf(document, path),
                        {QStringLiteral("manifest.needs-kustomize"), {QString::fromStdString(key)}}};
                continue;
            }
            for (std::size_t i = 0; i < value.size(); ++i) {
                const Json &row = value[i];
                NameReference reference;
                reference.group = base::stringAt(row, "group");
                reference.version = base::stringAt(row, "version");
                reference.kind = base::stringAt(row, "kind");
                const Json *fields = base::find(row, {"fieldSpecs"});
                if (fields) {
                    if (auto done = fieldSpecs(document, path / i / std::string("fieldSpecs"), *fields,
                                               reference.fields);
                        !done)
                        return done;
                }
                m_out.nameReferences.push_back(std::move(reference));
            }
        }
        return {};
    }

    static Result<void> fieldSpecs(const yaml::Document &document, const Path &path, const Json &value,
                                   std::vector<FieldSpec> &out)
    {
        if (!value.is_array())
            return failAt(placeOf(document, path), yaml::toString(path),
                          QStringLiteral("manifest.expected-list"), {yaml::toString(path)});
        for (const Json &row : value) {
            FieldSpec spec;
            spec.group = base::stringAt(row, "group");
            spec.version = base::stringAt(row, "version");
            spec.kind = base::stringAt(row, "kind");
            spec.path = base::stringAt(row, "path");
            const Json *create = base::find(row, {"create"});
            spec.create = create && *create == true;
            out.push_back(spec);
        }
        return {};
    }

    Result<void> pairs(const Path &path, const Json &value, std::map<std::string, std::string> &out)
    {
        if (!value.is_object())
            return bad(path, QStringLiteral("manifest.expected-mapping"), {yaml::toString(path)});
        for (const auto &[key, field] : value.items()) {
            QString text;
            if (auto done = string(path / key, field, text); !done)
                return done;
            out[key] = text.toStdString();
        }
        return {};
    }

    Result<void> string(const Path &path, const Json &value, QString &out)
    {
        if (!value.is_string())
            return bad(path, QStringLiteral("manifest.expected-text"), {yaml::toString(path)});
        out = QString::fromStdString(value.get_ref<const std::string &>());
        return {};
    }

    [[nodiscard]] Origin place(const Path &path) const { return placeOf(m_document, path); }

    tl::unexpected<base::Error> bad(const Path &path, const QString &id,
                                    const QStringList &arguments = {}) const
    {
        return failAt(place(path), yaml::toString(path), id, arguments);
    }

    void need(const Path &path, const std::string &what)
    {
        if (!m_out.external) {
            m_out.external = ExternalNeed{
                place(path), {QStringLiteral("manifest.needs-kustomize"), {QString::fromStdString(what)}}};
        }
    }

    static bool empty(const Json &value)
    {
        return value.is_null() || ((value.is_array() || value.is_object()) && value.empty()) || value == "";
    }

    const FileSet &m_files;
    const yaml::Document &m_document;
    Kustomization &m_out;
};

} // namespace

bool isRemote(const QString &reference)
{
    static const std::array<QStringView, 5> hosts{u"github.com/", u"github.com:", u"gitlab.com/",
                                                  u"bitbucket.org/", u"git::"};
    return reference.contains(u"://") || reference.contains(u"?ref=") || reference.contains(u"?timeout=")
        || reference.startsWith(u"git@") || reference.contains(u".git/") || reference.endsWith(u".git")
        || std::any_of(hosts.begin(), hosts.end(),
                       [&](QStringView host) { return reference.startsWith(host); });
}

Result<Kustomization> readKustomization(const FileSet &files, const QString &folder, const Origin &referrer)
{
    int count = 0;
    const QString path = files.kustomizationIn(folder, &count);
    if (count == 0)
        return failAt(referrer, {}, QStringLiteral("manifest.no-kustomization"), {folder});
    if (count > 1)
        return failAt({path, 1}, {}, QStringLiteral("manifest.several-kustomizations"), {folder});
    const FileSet::File *file = files.find(path);
    if (!file->documents)
        return tl::unexpected(file->documents.error());
    Kustomization result;
    result.file = path;
    result.folder = folder;
    if (file->documents->empty() || file->documents->front().value().is_null())
        return failAt({path, 1}, {}, QStringLiteral("manifest.kustomization-empty"), {path});
    if (file->documents->size() > 1)
        return failAt({path, (*file->documents)[1].firstLine()}, {},
                      QStringLiteral("manifest.kustomization-one-document"));
    if (auto done = Reader(files, file->documents->front(), result).run(); !done)
        return tl::unexpected(done.error());
    return result;
}

} // namespace sluice::manifest
