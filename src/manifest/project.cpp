// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/project.h"

#include "base/json.h"
#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/kustomization.h"
#include "manifest/names.h"

#include <QFileInfo>
#include <array>

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;
using yaml::operator/;
using domain::Environment;

const QString projectFile = QString::fromUtf16(projectFileName);

/// What the project file says.
struct ProjectText {
    QString name;
    std::vector<Environment> environments;
};

class ProjectFileReader {
public:
    explicit ProjectFileReader(const yaml::Document &document)
        : m_document(document)
    {
    }

    Result<ProjectText> run()
    {
        const Json &top = m_document.value();
        if (!top.is_object())
            return bad({}, QStringLiteral("manifest.project-not-mapping"));
        ProjectText text;
        for (const auto &[key, value] : top.items()) {
            const yaml::Path path = yaml::keys({key});
            if (key == "version") {
                if (value != 1)
                    return bad(path, QStringLiteral("manifest.project-version"));
            } else if (key == "name") {
                if (auto done = string(path, value, text.name); !done)
                    return tl::unexpected(done.error());
            } else if (key == "environments") {
                if (!value.is_array())
                    return bad(path, QStringLiteral("manifest.expected-list"),
                               {QStringLiteral("environments")});
                for (std::size_t i = 0; i < value.size(); ++i) {
                    auto environment = read(path / i, value[i], text.environments);
                    if (!environment)
                        return tl::unexpected(environment.error());
                    text.environments.push_back(std::move(*environment));
                }
            } else {
                return bad(path, QStringLiteral("manifest.project-unknown-field"),
                           {QString::fromStdString(key)});
            }
        }
        return text;
    }

private:
    Result<Environment> read(const yaml::Path &path, const Json &value,
                             const std::vector<Environment> &before)
    {
        if (!value.is_object())
            return bad(path, QStringLiteral("manifest.expected-mapping"), {yaml::toString(path)});
        Environment result;
        for (const auto &[key, field] : value.items()) {
            const yaml::Path at = path / key;
            Result<void> done;
            if (key == "name")
                done = string(at, field, result.name);
            else if (key == "overlay")
                done = string(at, field, result.overlay);
            else if (key == "context")
                done = string(at, field, result.context);
            else if (key == "namespace")
                done = string(at, field, result.namespaceName);
            else if (key == "production")
                done = flag(at, field, result.production);
            else if (key == "readOnly")
                done = flag(at, field, result.readOnly);
            else
                return bad(at, QStringLiteral("manifest.project-unknown-field"),
                           {QString::fromStdString(key)});
            if (!done)
                return tl::unexpected(done.error());
        }
        if (result.name.isEmpty())
            return bad(path, QStringLiteral("manifest.environment-without-name"));
        if (std::any_of(before.begin(), before.end(),
                        [&](const Environment &other) { return other.name == result.name; }))
            return bad(path / std::string("name"), QStringLiteral("manifest.environment-twice"),
                       {result.name});
        if (result.overlay.isEmpty())
            return bad(path, QStringLiteral("manifest.environment-without-overlay"), {result.name});
        const QString folder = result.overlay.startsWith(u'/') ? QString() : joinPath({}, result.overlay);
        if (folder.isNull())
            return bad(path / std::string("overlay"), QStringLiteral("manifest.outside-project"),
                       {result.overlay});
        result.overlay = folder;
        return result;
    }

    Result<void> string(const yaml::Path &path, const Json &value, QString &out)
    {
        if (value.is_null())
            return {};
        if (!value.is_string())
            return bad(path, QStringLiteral("manifest.expected-text"), {yaml::toString(path)});
        out = QString::fromStdString(value.get_ref<const std::string &>());
        return {};
    }

    Result<void> flag(const yaml::Path &path, const Json &value, bool &out)
    {
        if (!value.is_boolean())
            return bad(path, QStringLiteral("manifest.expected-flag"), {yaml::toString(path)});
        out = value.get<bool>();
        return {};
    }

    tl::unexpected<base::Error> bad(const yaml::Path &path, const QString &id,
                                    const QStringList &arguments = {}) const
    {
        return failAt(placeOf(m_document, path), yaml::toString(path), id, arguments);
    }

    const yaml::Document &m_document;
};

/// Folders that a kustomization names as resources, as far as it can be read.
QStringList basesOf(const FileSet &files, const QString &folder)
{
    QStringList bases;
    const auto kustomization = readKustomization(files, folder, {});
    if (!kustomization)
        return bases;
    for (const Reference &reference : kustomization->resources) {
        const QString path = isRemote(reference.text) || reference.text.startsWith(u'/')
            ? QString()
            : joinPath(folder, reference.text);
        if (!path.isNull() && !files.find(path) && !files.kustomizationIn(path).isNull())
            bases.append(path);
    }
    return bases;
}

int environmentRank(const QString &name)
{
    static const std::array<QStringView, 9> usual{u"dev",   u"development", u"test", u"qa",        u"staging",
                                                  u"stage", u"preprod",     u"prod", u"production"};
    const auto it = std::find(usual.begin(), usual.end(), name);
    return int(it - usual.begin());
}

/// Kustomizations that no other one builds on.
std::vector<Environment> environmentsByConvention(const FileSet &files)
{
    QStringList folders;
    for (const auto &[path, file] : files.files()) {
        const QString folder = folderOf(path);
        const QString name = path.mid(folder.isEmpty() ? 0 : folder.size() + 1);
        if ((name == u"kustomization.yaml" || name == u"kustomization.yml" || name == u"Kustomization")
            && !folders.contains(folder))
            folders.append(folder);
    }
    std::set<QString> used;
    for (const QString &folder : folders) {
        for (const QString &base : basesOf(files, folder))
            used.insert(base);
    }
    std::vector<Environment> result;
    for (const QString &folder : folders) {
        // With overlays there, only folders that build on something are environments.
        if (used.contains(folder) || (!used.empty() && basesOf(files, folder).isEmpty()))
            continue;
        Environment environment;
        environment.overlay = folder;
        environment.name = folder.isEmpty() ? QStringLiteral("default") : folder.section(u'/', -1);
        if (std::any_of(result.begin(), result.end(),
                        [&](const Environment &other) { return other.name == environment.name; }))
            environment.name = folder;
        environment.production = environment.name == u"prod" || environment.name == u"production";
        result.push_back(environment);
    }
    std::stable_sort(result.begin(), result.end(), [](const Environment &a, const Environment &b) {
        return std::pair(environmentRank(a.name), a.name) < std::pair(environmentRank(b.name), b.name);
    });
    return result;
}

QString commonBase(const FileSet &files, const std::vector<Environment> &environments)
{
    QStringList common;
    bool first = true;
    for (const Environment &environment : environments) {
        if (files.kustomizationIn(environment.overlay).isNull())
            continue; // broken; what the others share still holds
        const QStringList bases = basesOf(files, environment.overlay);
        if (first)
            common = bases;
        else
            common.erase(std::remove_if(common.begin(), common.end(),
                                        [&](const QString &base) { return !bases.contains(base); }),
                         common.end());
        first = false;
    }
    return common.isEmpty() ? QString() : common.first();
}

QString firstServiceName(const FileSet &files)
{
    for (const auto &[path, file] : files.files()) {
        if (!file->documents)
            continue;
        for (const yaml::Document &document : *file->documents) {
            if (!document.value().is_object())
                continue;
            const ObjectId id = idOf(document.value());
            if (isKnativeService(id) && base::find(document.value(), {"spec", "template"}))
                return id.name;
        }
    }
    return {};
}

} // namespace

Origin placeOfOverlay(const FileSet &files, const QString &folder)
{
    const FileSet::File *file = files.find(projectFile);
    if (!file || !file->documents || file->documents->empty())
        return {folder, 0};
    const yaml::Document &document = file->documents->front();
    const Json *environments = base::find(document.value(), {"environments"});
    for (std::size_t i = 0; environments && environments->is_array() && i < environments->size(); ++i) {
        const Json *overlay = base::find((*environments)[i], {"overlay"});
        if (overlay && overlay->is_string()
            && joinPath({}, QString::fromStdString(overlay->get_ref<const std::string &>())) == folder)
            return placeOf(document, yaml::keys({"environments"}) / i / std::string("overlay"));
    }
    return {folder, 0};
}

Project::Project(QString root, std::shared_ptr<const FileSet> files)
    : m_root(std::move(root))
    , m_files(std::move(files))
{
}

const Environment *Project::environment(const QString &name) const
{
    for (const Environment &environment : m_environments) {
        if (environment.name == name)
            return &environment;
    }
    return nullptr;
}

QStringList Project::files() const
{
    QStringList paths;
    for (const auto &[path, file] : m_files->files())
        paths.append(path);
    return paths;
}

QByteArray Project::bytes(const QString &file) const
{
    const FileSet::File *found = m_files->find(file);
    return found ? found->bytes : QByteArray();
}

Result<Project> Project::with(const QString &file, const QByteArray &bytes) const
{
    return readProject(m_root, m_files->with(file, bytes));
}

Result<Project> readProject(QString root, std::shared_ptr<const FileSet> files)
{
    Project project(std::move(root), std::move(files));
    const FileSet &set = *project.m_files;
    for (const auto &[path, file] : set.files()) {
        if (file->documents)
            continue;
        const auto *decode = file->documents.error().get_if<base::DecodeError>();
        if (decode)
            project.m_problems.push_back({{path, decode->line}, decode->what});
    }
    if (const FileSet::File *file = set.find(projectFile)) {
        if (!file->documents)
            return tl::unexpected(file->documents.error());
        if (file->documents->empty())
            return failAt({projectFile, 1}, {}, QStringLiteral("manifest.project-not-mapping"));
        auto text = ProjectFileReader(file->documents->front()).run();
        if (!text)
            return tl::unexpected(text.error());
        project.m_hasProjectFile = true;
        project.m_name = text->name;
        project.m_environments = std::move(text->environments);
    }
    if (project.m_environments.empty())
        project.m_environments = environmentsByConvention(set);
    if (project.m_environments.empty())
        return failAt({project.m_root, 0}, {}, QStringLiteral("manifest.no-project"), {project.m_root});
    for (Environment &environment : project.m_environments) {
        if (!environment.namespaceName.isEmpty())
            continue;
        if (const auto kustomization = readKustomization(set, environment.overlay, {}))
            environment.namespaceName = kustomization->namespaceName;
    }
    project.m_base = commonBase(set, project.m_environments);
    if (project.m_name.isEmpty())
        project.m_name = firstServiceName(set);
    if (project.m_name.isEmpty())
        project.m_name = QFileInfo(project.m_root).fileName();
    return project;
}

} // namespace sluice::manifest
