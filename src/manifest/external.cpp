// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/render.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/kustomization.h"
#include "manifest/workset.h"
#include "yaml/document.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace sluice::manifest {

namespace {

using base::ProcessOutput;
using base::ProcessRequest;
using base::Result;

/// The kustomization files that \a folder reaches and the remote bases in them.
void collectRemote(const FileSet &files, const QString &folder, std::set<QString> &seen,
                   std::vector<Reference> &remote)
{
    if (!seen.insert(folder).second)
        return;
    const auto kustomization = readKustomization(files, folder, {});
    if (!kustomization)
        return;
    for (const Reference &reference : kustomization->resources) {
        if (isRemote(reference.text)) {
            remote.push_back(reference);
            continue;
        }
        const QString path = joinPath(folder, reference.text);
        if (!path.isNull() && !files.find(path))
            collectRemote(files, path, seen, remote);
    }
}

/// Major and minor of the first "v1.28…" in \a text.
std::optional<std::pair<int, int>> versionIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("v(\\d+)\\.(\\d+)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return std::pair(match.captured(1).toInt(), match.captured(2).toInt());
}

Result<Render> readOutput(const QByteArray &text, const QString &source)
{
    yaml::Limits limits;
    limits.bytes = 64 * 1024 * 1024;
    limits.expandedNodes = 5'000'000;
    limits.expandedBytes = 64 * 1024 * 1024;
    const auto documents = yaml::parse(text, source, limits);
    if (!documents)
        return tl::unexpected(documents.error());
    Render render;
    for (const yaml::Document &document : *documents) {
        if (document.value().is_null())
            continue;
        const ObjectId id = idOf(document.value());
        RenderedObject object;
        object.apiVersion = id.group.isEmpty() ? id.version : id.group + u'/' + id.version;
        object.kind = id.kind;
        object.namespaceName = id.namespaceName;
        object.name = id.name;
        object.object = std::make_shared<const base::Json>(document.value());
        render.objects.push_back(std::move(object));
    }
    return render;
}

QString lastLines(const QByteArray &text)
{
    const QString all = QString::fromUtf8(text).trimmed();
    return all.section(u'\n', -4);
}

} // namespace

base::Task<Render> renderExternally(base::ProcessRunner &runner, Project project, QString environment,
                                    ExternalOptions options, std::stop_token stop)
{
    const domain::Environment *found = project.environment(environment);
    if (!found)
        co_return failAt({}, QStringLiteral("environment"), QStringLiteral("manifest.no-environment"),
                         {environment});
    const QString overlay = found->overlay;
    if (!options.allowRemote) {
        std::set<QString> seen;
        std::vector<Reference> remote;
        collectRemote(project.fileSet(), overlay, seen, remote);
        if (!remote.empty())
            co_return failAt(remote.front().place, QStringLiteral("resources"),
                             QStringLiteral("manifest.remote-base"), {remote.front().text});
    }
    QString program = options.program;
    if (program.isEmpty())
        program = runner.find(QStringLiteral("kustomize"));
    if (program.isEmpty())
        program = runner.find(QStringLiteral("kubectl"));
    if (program.isEmpty())
        co_return base::fail(
            base::FileError{base::FileError::Kind::NotFound, QStringLiteral("kustomize"), {}});
    const bool isKubectl = QFileInfo(program).fileName().startsWith(QLatin1String("kubectl"));

    ProcessRequest request;
    request.program = program;
    request.timeoutMs = options.timeoutMs;
    if (isKubectl) {
        request.arguments = {QStringLiteral("version"), QStringLiteral("--client")};
        const Result<ProcessOutput> answer = co_await runner.run(request, stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        const auto version = versionIn(QString::fromUtf8(answer->standardOutput));
        if (!version || *version < std::pair(1, 28))
            co_return failAt({program, 0}, {}, QStringLiteral("manifest.kubectl-too-old"),
                             {QString::fromUtf8(answer->standardOutput).section(u'\n', 0, 0)});
    }
    request.arguments = {isKubectl ? QStringLiteral("kustomize") : QStringLiteral("build"),
                         overlay.isEmpty() ? QStringLiteral(".") : overlay};
    request.workingDirectory = project.root();
    if (!options.allowRemote) {
        // Belt and braces: git, which fetches bases, finds no network protocol it may use.
        request.environment.insert(QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("none"));
    }
    const Result<ProcessOutput> output = co_await runner.run(request, stop);
    if (!output)
        co_return tl::unexpected(output.error());
    if (output->exitCode != 0) {
        co_return failAt({project.fileSet().kustomizationIn(overlay), 1}, {},
                         QStringLiteral("manifest.kustomize-failed"),
                         {QFileInfo(program).fileName(), lastLines(output->standardError)});
    }
    co_return readOutput(output->standardOutput, overlay);
}

} // namespace sluice::manifest
