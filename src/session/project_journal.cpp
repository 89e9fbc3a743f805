// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_journal.h"

#include "journal/journal.h"
#include "session/project_drafts.h"

namespace sluice::session {

namespace {

Health healthOf(journal::Outcome outcome)
{
    switch (outcome) {
    case journal::Outcome::Succeeded:
        return Health::Ok;
    case journal::Outcome::Running:
        return Health::Progressing;
    case journal::Outcome::Cancelled:
        return Health::Inactive;
    case journal::Outcome::Failed:
        break;
    }
    return Health::Failed;
}

journal::Outcome outcomeOf(const ApplyProgress &result)
{
    if (!result.error)
        return journal::Outcome::Succeeded;
    return result.error->isCancelled() ? journal::Outcome::Cancelled : journal::Outcome::Failed;
}

QString wordsOf(journal::Outcome outcome)
{
    switch (outcome) {
    case journal::Outcome::Succeeded:
        return QStringLiteral("activity.applied");
    case journal::Outcome::Cancelled:
        return QStringLiteral("activity.apply-cancelled");
    default:
        return QStringLiteral("activity.apply-failed");
    }
}

} // namespace

ProjectJournal::ProjectJournal(journal::Journal *journal, std::shared_ptr<const base::Clock> clock)
    : m_journal(journal)
    , m_clock(std::move(clock))
{
}

void ProjectJournal::saveDraft(const QString &folder, const std::vector<ParameterChange> &changes)
{
    if (!m_journal)
        return;
    const QString key = projectKey(folder);
    if (changes.empty())
        (void)m_journal->dropDraft(key);
    else
        (void)m_journal->saveDraft({key, m_clock->now(), encodeDraft(changes)});
}

std::vector<ParameterChange> ProjectJournal::draft(const QString &folder) const
{
    if (!m_journal)
        return {};
    const auto draft = m_journal->loadDraft(projectKey(folder));
    return draft && *draft ? decodeDraft((*draft)->content) : std::vector<ParameterChange>();
}

std::optional<Problem> ProjectJournal::takeNotice()
{
    const auto notice = m_journal ? m_journal->takeNotice() : std::nullopt;
    if (!notice)
        return std::nullopt;
    Problem problem;
    problem.key = QStringLiteral("journal");
    problem.severity = Problem::Severity::Warning;
    problem.title = *notice;
    return problem;
}

void ProjectJournal::recordApply(const QString &who, const ApplyPlan &plan, const ApplyProgress &result)
{
    if (!m_journal)
        return;
    journal::Activity activity;
    activity.at = m_clock->now();
    activity.who = who;
    activity.environment = plan.environment;
    activity.context = plan.context;
    activity.namespaceName = plan.nameSpace;
    activity.outcome = outcomeOf(result);
    activity.what = {wordsOf(activity.outcome), {plan.environment}};
    activity.evidence = planEvidence(plan, result);
    (void)m_journal->append(activity);
}

std::vector<ActivityEntry> ProjectJournal::activity(int limit) const
{
    std::vector<ActivityEntry> result;
    const auto recent = m_journal ? m_journal->recent(limit) : base::Result<std::vector<journal::Activity>>();
    if (!recent)
        return result;
    for (const journal::Activity &entry : *recent) {
        result.push_back({entry.id, entry.at, entry.who, entry.environment, entry.what,
                          healthOf(entry.outcome), QString::fromUtf8(entry.evidence)});
    }
    return result;
}

} // namespace sluice::session
