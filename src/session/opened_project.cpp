// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/opened_project.h"

#include "lint/lint.h"
#include "lint/rules.h"

namespace sluice::session {

namespace {

void judge(OpenedProject &opened)
{
    for (lint::Finding &found : lint::check(opened.project).findings) {
        ManifestFinding finding;
        finding.isError = found.severity == lint::Severity::Error;
        finding.isNote = found.severity == lint::Severity::Note;
        finding.file = found.place.file;
        finding.line = found.place.line;
        finding.text = found.message;
        finding.rule = found.rule;
        finding.why = lint::whyOf(found.rule);
        if (found.fix)
            finding.fix = found.fix->what;
        opened.findings.push_back(std::move(finding));
        opened.fixes.push_back(std::move(found.fix));
    }
}

} // namespace

base::Result<OpenedProject> readOpenedProject(const QString &folder)
{
    auto project = manifest::openProject(folder);
    if (!project)
        return tl::unexpected(project.error());
    OpenedProject opened{std::move(*project), {}, {}, {}};
    if (auto table = manifest::parameterTable(opened.project))
        opened.parameters = std::move(*table);
    judge(opened);
    return opened;
}

} // namespace sluice::session
