// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/apply_plan.h"
#include "session/environment_editor.h"
#include "session/status.h"

namespace sluice::journal {
class Journal;
}

namespace sluice::session {

/// What the workspace keeps in the journal: unsaved changes by project, and what was done. A journal that is null or cannot be
/// written costs the record only, never the work. GUI thread.
class ProjectJournal {
public:
    /// \a journal outlives it; may be null.
    ProjectJournal(journal::Journal *journal, std::shared_ptr<const base::Clock> clock);

    void saveDraft(const QString &folder, const std::vector<ParameterChange> &changes);
    [[nodiscard]] std::vector<ParameterChange> draft(const QString &folder) const;
    /// What went wrong with the journal since it was asked last.
    [[nodiscard]] std::optional<Problem> takeNotice();

    void recordApply(const QString &who, const ApplyPlan &plan, const ApplyProgress &result);
    /// Newest first.
    [[nodiscard]] std::vector<ActivityEntry> activity(int limit) const;

private:
    journal::Journal *m_journal;
    std::shared_ptr<const base::Clock> m_clock;
};

} // namespace sluice::session
