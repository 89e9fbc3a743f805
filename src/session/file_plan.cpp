// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/file_plan.h"

namespace sluice::session {

base::Result<FilePlan> planFiles(const manifest::Project &project,
                                 const std::vector<manifest::ParameterEdit> &edits)
{
    FilePlan plan{{}, {}, project};
    if (edits.empty())
        return plan;
    auto planned = manifest::planEdits(project, edits);
    if (!planned)
        return tl::unexpected(planned.error());
    auto edited = manifest::withEdits(project, *planned);
    if (!edited)
        return tl::unexpected(edited.error());
    plan.project = std::move(*edited);
    plan.edits = std::move(*planned);
    for (const manifest::FileEdit &edit : plan.edits) {
        FileDiff diff = diffLines(edit.file, QString::fromUtf8(edit.before), QString::fromUtf8(edit.after));
        diff.created = edit.before.isNull();
        plan.diffs.push_back(std::move(diff));
    }
    return plan;
}

} // namespace sluice::session
