// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/render.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/reach.h"
#include "manifest/workset.h"
#include "yaml/document.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <optional>

namespace sluice::manifest {

namespace {

using base::ProcessOutput;
using base::ProcessRequest;
using base::Result;

/// Major and minor of the first "v1.28…" in \a text.
std::optional<std::pair<int, int>> versionIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("v(\\d+)\\.(\\d+)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return std::pair(match.captured(1).toInt(), match.captured(2).toInt());
}

constexpr qint64 maxOutputBytes = 64 * 1024 * 1024;

/// Belt and braces beside checkReach(): git finds no protocol that it may use, and a request over http ends at a
/// proxy where nobody listens.
QMap<QString, QString> withoutNetwork()
{
    QMap<QString, QString> environment{{QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("none")}};
    for (const char *name : {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"})
        environment.insert(QString::fromLatin1(name), QStringLiteral("http://127.0.0.1:9"));
    for (const char *name : {"NO_PROXY", "no_proxy"})
        environment.insert(QString::fromLatin1(name), QString());
    return environment;
}

Result<Render> readOutput(const QByteArray &text, const QString &source)
{
    yaml::Limits limits;
    limits.bytes = maxOutputBytes;
    limits.expandedNodes = 5'000'000;
    limits.expandedBytes = maxOutputBytes;
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

/// What the error of a run means for who rendered. \a command: the line to try in a terminal.
tl::unexpected<base::Error> asRenderError(const base::Error &error, const QString &command,
                                          const Origin &place)
{
    using base::FileError;
    if (const auto *timeout = error.get_if<base::TimeoutError>())
        return base::fail(base::TimeoutError{command, timeout->milliseconds});
    const auto *file = error.get_if<FileError>();
    if (!file)
        return tl::unexpected(error);
    switch (file->kind) {
    case FileError::Kind::NotFound:
        return failAt(place, {}, QStringLiteral("manifest.kustomize-not-there"), {file->path});
    case FileError::Kind::TooLarge:
        return failAt(place, {}, QStringLiteral("manifest.kustomize-output"), {command});
    default:
        return failAt(place, {}, QStringLiteral("manifest.kustomize-ended"), {command, file->detail});
    }
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
    const Result<void> reach = checkReach(project.root(), overlay, options.allowRemote);
    if (!reach)
        co_return tl::unexpected(reach.error());
    // The line that only kustomize can render is the place of all that may go wrong with it.
    Origin place{project.fileSet().kustomizationIn(overlay), 1};
    if (const Result<Render> own = renderFolder(project, overlay); own && own->external)
        place = own->external->place;

    QString program = options.program;
    if (program.isEmpty())
        program = runner.find(QStringLiteral("kustomize"));
    if (program.isEmpty())
        program = runner.find(QStringLiteral("kubectl"));
    if (program.isEmpty())
        co_return failAt(place, {}, QStringLiteral("manifest.kustomize-missing"));
    const QString name = QFileInfo(program).fileName();
    const bool isKubectl = name.startsWith(QLatin1String("kubectl"));
    const QString folder = overlay.isEmpty() ? QStringLiteral(".") : overlay;
    const QString verb = isKubectl ? QStringLiteral("kustomize") : QStringLiteral("build");
    const QString command = QStringList{name, verb, folder}.join(u' ');

    ProcessRequest request;
    request.program = program;
    request.timeoutMs = options.timeoutMs;
    request.maxOutputBytes = maxOutputBytes;
    request.withChildren = true; // git, where remote bases are allowed
    if (isKubectl) {
        request.arguments = {QStringLiteral("version"), QStringLiteral("--client")};
        const Result<ProcessOutput> answer = co_await runner.run(request, stop);
        if (!answer)
            co_return asRenderError(answer.error(), name + QStringLiteral(" version --client"), place);
        const QString said = QString::fromUtf8(answer->standardOutput).section(u'\n', 0, 0);
        const auto version = versionIn(said);
        if (!version || *version < std::pair(1, 28))
            co_return failAt(place, {}, QStringLiteral("manifest.kubectl-too-old"),
                             {version ? said : lastLines(answer->standardError + answer->standardOutput)});
    }
    request.arguments = {verb, folder};
    request.workingDirectory = project.root();
    if (!options.allowRemote)
        request.environment = withoutNetwork();
    const Result<ProcessOutput> output = co_await runner.run(request, stop);
    if (!output)
        co_return asRenderError(output.error(), command, place);
    if (output->exitCode != 0)
        co_return failAt(place, {}, QStringLiteral("manifest.kustomize-failed"),
                         {name, lastLines(output->standardError)});
    co_return readOutput(output->standardOutput, command);
}

} // namespace sluice::manifest
