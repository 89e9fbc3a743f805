// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/plan_words.h"

#include "text/catalog.h"
#include "text/error_text.h"
#include "text/visible_text.h"

#include <QCoreApplication>

namespace sluice::views {

using session::ApplyPlan;
using session::PlannedObject;

namespace {

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

int count(const ApplyPlan &plan, PlannedObject::Action action)
{
    return int(std::count_if(plan.objects.begin(), plan.objects.end(),
                             [=](const PlannedObject &object) { return object.action == action; }));
}

QString changeText(const session::FieldChange &change)
{
    switch (change.kind) {
    case session::FieldChange::Kind::Add:
        return QStringLiteral("+ %1: %2").arg(change.path, change.after);
    case session::FieldChange::Kind::Remove:
        return QStringLiteral("- %1: %2").arg(change.path, change.before);
    case session::FieldChange::Kind::Replace:
        return QStringLiteral("~ %1: %2 → %3").arg(change.path, change.before, change.after);
    }
    return {};
}

/// What becomes of a Service that gets a revision.
QString revisionWords(const session::PlanEffect &effect)
{
    const QString revision = effect.revision.isEmpty() ? Plan::tr("a new revision") : effect.revision;
    if (effect.percentMoved <= 0)
        return Plan::tr("%1 will be created and gets no traffic until a split gives it some.").arg(revision);
    if (effect.routedNow.isEmpty())
        return Plan::tr("%1 will be created and receive %2 %.").arg(revision).arg(effect.percentMoved);
    return effect.followsLatest ? Plan::tr("%1 will be created and, because traffic follows the latest ready "
                                           "revision, receive %2 %. %3 serves until then.")
                                      .arg(revision)
                                      .arg(effect.percentMoved)
                                      .arg(effect.routedNow)
                                : Plan::tr("%1 will be created and receive %2 %. %3 serves now.")
                                      .arg(revision)
                                      .arg(effect.percentMoved)
                                      .arg(effect.routedNow);
}

QString effectWords(const ApplyPlan &plan)
{
    if (!plan.createsRevisions() && plan.revisionsMade(session::SurvivorChoice::TakeOver) > 0)
        return Plan::tr("No new revision, unless the keys that would stay are removed: that creates one.");
    if (!plan.createsRevisions())
        return plan.changesNothing() ? Plan::tr("Files and cluster agree; nothing would change.")
                                     : Plan::tr("No new revision: the traffic stays where it is.");
    QStringList sentences;
    for (const session::PlanEffect &effect : plan.effects) {
        if (effect.createsRevision)
            sentences << revisionWords(effect);
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString filesChip(const ApplyPlan &plan)
{
    if (plan.files.empty())
        return {};
    int lines = 0;
    for (const session::FileDiff &file : plan.files)
        lines += std::max(file.added, file.removed);
    return Plan::tr("%1 in %2", "lines in files")
        .arg(Plan::tr("%n line(s)", nullptr, lines), Plan::tr("%n file(s)", nullptr, int(plan.files.size())));
}

QString effectChip(const ApplyPlan &plan)
{
    const auto creates = [](const session::PlanEffect &effect) { return effect.createsRevision; };
    const auto made = std::count_if(plan.effects.begin(), plan.effects.end(), creates);
    if (made > 1)
        return Plan::tr("%n new revision(s)", nullptr, int(made));
    const auto only = std::find_if(plan.effects.begin(), plan.effects.end(), creates);
    const session::PlanEffect effect = made == 1 ? *only : session::PlanEffect();
    if (effect.createsRevision && effect.percentMoved > 0)
        return effect.routedNow.isEmpty() ? Plan::tr("first revision takes %1 %").arg(effect.percentMoved)
                                          : Plan::tr("new revision takes %1 %").arg(effect.percentMoved);
    if (effect.createsRevision)
        return Plan::tr("new revision without traffic");
    if (plan.revisionsMade(session::SurvivorChoice::TakeOver) > 0)
        return Plan::tr("new revision if keys are removed");
    return plan.changesNothing() ? QString() : Plan::tr("no new revision");
}

QString effectSentence(const ApplyPlan &plan)
{
    // A number stays on the line of its sign.
    return effectWords(plan).replace(QLatin1String(" %"), QStringLiteral("\u00A0%"));
}

QString actLabel(const ApplyPlan &plan)
{
    return plan.changesNothing() ? Plan::tr("Nothing to apply")
                                 : Plan::tr("Apply to %1").arg(plan.environment);
}

QString objectTitle(const PlannedObject &object)
{
    return object.nameSpace.isEmpty()
        ? Plan::tr("%1 %2", "kind, name").arg(object.kind, object.name)
        : Plan::tr("%1 %2/%3", "kind, namespace, name").arg(object.kind, object.nameSpace, object.name);
}

QString objectsSummary(const ApplyPlan &plan)
{
    QStringList parts;
    if (const int created = count(plan, PlannedObject::Action::Create))
        parts << Plan::tr("%n created", nullptr, created);
    if (const int updated = count(plan, PlannedObject::Action::Update))
        parts << Plan::tr("%n changed", nullptr, updated);
    if (const int same = count(plan, PlannedObject::Action::Unchanged))
        parts << Plan::tr("%n unchanged", nullptr, same);
    return parts.join(QStringLiteral(", "));
}

QString openDecision(const ApplyPlan &plan, const session::ApplyConsent &consent)
{
    if (plan.isBlocked())
        return Plan::tr("The plan cannot be applied: see what is marked.");
    if (plan.hasConflicts() && !consent.forceConflicts)
        return Plan::tr("Other managers own fields of this plan: decide whether to take them over.");
    if (plan.hasSurvivors() && consent.survivors == session::SurvivorChoice::Undecided)
        return Plan::tr("Some keys would stay on the cluster: choose what happens with them.");
    if (plan.gitOps && !consent.overrideGitOps)
        return Plan::tr("%1 owns these objects: confirm that you apply beside it.").arg(plan.gitOps->tool);
    return {};
}

std::vector<DiffLine> diffLines(const std::vector<session::FileDiff> &files)
{
    std::vector<DiffLine> lines;
    for (const session::FileDiff &file : files) {
        int firstLine = 0;
        for (const session::DiffHunk &hunk : file.hunks) {
            for (const session::DiffLine &line : hunk.lines) {
                if (firstLine == 0 && line.kind != session::DiffLine::Kind::Context)
                    firstLine = line.newLine > 0 ? line.newLine : line.oldLine;
            }
        }
        QString title = firstLine > 0 ? QStringLiteral("%1:%2").arg(file.file).arg(firstLine) : file.file;
        if (file.created)
            title = Plan::tr("%1 (new file)").arg(file.file);
        lines.push_back({DiffLine::Kind::File, title});
        bool first = true;
        for (const session::DiffHunk &hunk : file.hunks) {
            if (!std::exchange(first, false))
                lines.push_back({DiffLine::Kind::Gap, {}});
            for (const session::DiffLine &line : hunk.lines) {
                const auto kind = line.kind == session::DiffLine::Kind::Added ? DiffLine::Kind::Added
                    : line.kind == session::DiffLine::Kind::Removed           ? DiffLine::Kind::Removed
                                                                              : DiffLine::Kind::Context;
                lines.push_back({kind, text::visibleText(line.text)});
            }
        }
    }
    return lines;
}

QString planText(const ApplyPlan &plan)
{
    QStringList lines;
    lines << Plan::tr("What applying to %1 will do (%2, namespace %3)")
                 .arg(plan.environment, plan.context, plan.nameSpace);
    lines << effectSentence(plan) << QString();
    for (const session::FileDiff &file : plan.files)
        lines << session::unifiedText(file);
    for (const PlannedObject &object : plan.objects) {
        const QString action = object.action == PlannedObject::Action::Create ? Plan::tr("create")
            : object.action == PlannedObject::Action::Update                  ? Plan::tr("change")
                                                                              : Plan::tr("unchanged");
        lines << QStringLiteral("%1: %2").arg(objectTitle(object), action);
        for (const session::FieldChange &change : object.changes)
            lines << QStringLiteral("  ") + changeText(change);
        for (const session::FieldConflict &conflict : object.conflicts)
            lines << Plan::tr("  conflict: %1 belongs to %2").arg(conflict.path, conflict.owner);
        for (const session::Survivor &survivor : object.survivors)
            lines << Plan::tr("  stays: %1 = %2, held by %3")
                         .arg(survivor.path, survivor.value, survivor.owner);
        if (object.refusal)
            lines << Plan::tr("  refused: %1").arg(text::describe(*object.refusal).details);
        for (const QString &warning : object.warnings)
            lines << Plan::tr("  warning: %1").arg(warning);
    }
    lines << QString();
    for (const session::PlanCheck &check : plan.checks)
        lines << QStringLiteral("- ") + text::words(check.text);
    if (!plan.kubectlEquivalent.isEmpty())
        lines << QString() << plan.kubectlEquivalent;
    return lines.join(QLatin1Char('\n'));
}

} // namespace sluice::views
