// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/exit_codes.h"
#include "app/cli/words.h"
#include "text/catalog.h"
#include "text/error_text.h"
#include "text/visible_text.h"

#include <cstdio>

namespace sluice::app {

using session::PlanCheck;
using session::PlannedObject;

namespace {

QString nameOf(const PlannedObject &object)
{
    return object.nameSpace.isEmpty()
        ? QStringLiteral("%1 %2").arg(object.kind, object.name)
        : QStringLiteral("%1 %2/%3").arg(object.kind, object.nameSpace, object.name);
}

QChar markOf(PlanCheck::Outcome outcome)
{
    switch (outcome) {
    case PlanCheck::Outcome::Passed:
        return QChar(0x2713);
    case PlanCheck::Outcome::Warning:
        return QChar(0x25b2);
    case PlanCheck::Outcome::Blocked:
        return QChar(0x2717);
    case PlanCheck::Outcome::Unknown:
        break;
    }
    return QChar(0x00b7);
}

void printObject(const PlannedObject &object)
{
    const QString verb = object.action == PlannedObject::Action::Create ? Cli::tr("create")
        : object.action == PlannedObject::Action::Update                ? Cli::tr("change")
                                                                        : Cli::tr("unchanged");
    printWords(QStringLiteral("  %1 %2").arg(verb, nameOf(object)));
    // A new object is told by its name; the fields of a changed one are what matters.
    if (object.action == PlannedObject::Action::Update) {
        for (const session::FieldChange &change : object.changes) {
            const QString before = text::visibleText(change.before);
            const QString after = text::visibleText(change.after);
            using Kind = session::FieldChange::Kind;
            const QString line = change.kind == Kind::Add
                ? QStringLiteral("    + %1: %2").arg(change.path, after)
                : change.kind == Kind::Remove
                ? QStringLiteral("    - %1: %2").arg(change.path, before)
                : QStringLiteral("    ~ %1: %2 → %3").arg(change.path, before, after);
            printWords(line);
        }
    }
    for (const session::FieldConflict &conflict : object.conflicts)
        printWords(QStringLiteral("    %1 %2").arg(QChar(0x25b2)).arg(text::visibleText(conflict.message)));
    printSurvivors(object);
    for (const QString &warning : object.warnings)
        printWords(QStringLiteral("    ! %1").arg(text::visibleText(warning)));
    if (object.refusal) {
        const text::ErrorText words = text::describe(*object.refusal);
        printWords(QStringLiteral("    %1 %2").arg(QChar(0x2717)).arg(words.title));
        if (!words.details.isEmpty())
            printWords(QStringLiteral("      %1").arg(words.details));
    }
}

} // namespace

void printData(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void printWords(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

void printError(const base::Error &error)
{
    const text::ErrorText words = text::describe(error);
    printWords(QStringLiteral("sluice: %1").arg(words.title));
    for (const QString &line : {words.cause, words.details, words.nextStep}) {
        if (!line.isEmpty())
            printWords(QStringLiteral("  %1").arg(line));
    }
}

void printSurvivors(const PlannedObject &object)
{
    for (const session::Survivor &survivor : object.survivors) {
        printWords(QStringLiteral("    %1 ").arg(QChar(0x25b2))
                   + Cli::tr("%1 would stay at %2: %3 keeps it")
                         .arg(survivor.path, text::visibleText(survivor.value), survivor.owner));
    }
}

void printPlan(const session::ApplyPlan &plan)
{
    printWords(
        Cli::tr("Plan for %1: context %2, namespace %3").arg(plan.environment, plan.context, plan.nameSpace));
    for (const PlannedObject &object : plan.objects)
        printObject(object);
    for (const session::PlanEffect &effect : plan.effects) {
        if (!effect.createsRevision)
            continue;
        const QString revision = effect.revision.isEmpty() ? Cli::tr("A new revision") : effect.revision;
        printWords(QStringLiteral("  ")
                   + Cli::tr("creates a revision: %1 will take %2 % of the traffic")
                         .arg(revision)
                         .arg(effect.percentMoved));
    }
    for (const PlanCheck &check : plan.checks)
        printWords(QStringLiteral("  %1 %2").arg(markOf(check.outcome)).arg(text::words(check.text)));
    const int changed =
        int(std::count_if(plan.objects.begin(), plan.objects.end(), [](const PlannedObject &object) {
            return object.action != PlannedObject::Action::Unchanged;
        }));
    printWords(QStringLiteral("  ") + Cli::tr("%n object(s) to send", nullptr, changed));
}

void printProgress(const session::ApplyProgress &progress, QString &last)
{
    QStringList lines;
    if (!progress.words.id.isEmpty())
        lines.append(text::words(progress.words));
    if (progress.step == session::ApplyProgress::Step::Waiting) {
        for (const PlanCheck &condition : progress.conditions)
            lines.append(
                QStringLiteral("  %1 %2").arg(markOf(condition.outcome)).arg(text::words(condition.text)));
    }
    const QString joined = lines.join(QLatin1Char('\n'));
    if (joined.isEmpty() || joined == last)
        return;
    last = joined;
    printWords(text::visibleText(joined));
}

int exitCodeFor(const base::Error &error)
{
    if (error.isCancelled())
        return exit_code::interrupted;
    if (error.is<base::TimeoutError>())
        return exit_code::timedOut;
    if (error.is<base::ConflictError>())
        return exit_code::consentNeeded;
    if (const auto *validation = error.get_if<base::ValidationError>())
        return validation->what.id.startsWith(QLatin1String("plan.")) ? exit_code::consentNeeded
                                                                      : exit_code::trouble;
    if (const base::ApiStatus *status = error.api())
        return status->isUnauthorized() ? exit_code::trouble : exit_code::refused;
    return exit_code::trouble;
}

} // namespace sluice::app
