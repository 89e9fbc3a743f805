// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/opened_project.h"

#include "manifest/render.h"

#include <algorithm>

namespace sluice::session {

namespace {

ManifestFinding findingOf(const base::Error &error, const QString &overlay)
{
    ManifestFinding finding;
    finding.rule = QStringLiteral("renders");
    if (const auto *invalid = error.get_if<base::ValidationError>()) {
        finding.file = invalid->source;
        finding.line = invalid->line;
        finding.text = invalid->what;
    } else if (const auto *unreadable = error.get_if<base::DecodeError>()) {
        finding.file = unreadable->source;
        finding.line = unreadable->line;
        finding.text = unreadable->what;
    } else {
        finding.file = overlay;
        finding.text = {QStringLiteral("problem.project"), {overlay}};
    }
    return finding;
}

std::vector<ManifestFinding> findAll(const manifest::Project &project)
{
    std::vector<ManifestFinding> result;
    for (const manifest::ProjectProblem &problem : project.problems())
        result.push_back(
            {true, problem.place.file, problem.place.line, problem.what, QStringLiteral("readable")});
    for (const domain::Environment &environment : project.environments()) {
        const auto rendered = manifest::render(project, environment.name);
        if (rendered)
            continue;
        ManifestFinding finding = findingOf(rendered.error(), environment.overlay);
        const bool known =
            std::any_of(result.begin(), result.end(), [&finding](const ManifestFinding &other) {
                return other.file == finding.file && other.line == finding.line && other.text == finding.text;
            });
        if (!known)
            result.push_back(std::move(finding));
    }
    return result;
}

} // namespace

base::Result<OpenedProject> readOpenedProject(const QString &folder)
{
    auto project = manifest::openProject(folder);
    if (!project)
        return tl::unexpected(project.error());
    OpenedProject opened{std::move(*project), {}, {}};
    if (auto table = manifest::parameterTable(opened.project))
        opened.parameters = std::move(*table);
    opened.findings = findAll(opened.project);
    return opened;
}

} // namespace sluice::session
