// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/error_bar.h"

#include "text/error_text.h"

#include <QCoreApplication>

namespace sluice::views {

QString actionLabel(const QString &actionId)
{
    struct Row {
        const char *id;
        const char *label;
    };
    static constexpr Row rows[] = {
        {text::action::retry, QT_TRANSLATE_NOOP("ErrorAction", "Try again")},
        {text::action::openConnection, QT_TRANSLATE_NOOP("ErrorAction", "Show the connection")},
        {text::action::giveConsent, QT_TRANSLATE_NOOP("ErrorAction", "Allow the plugin…")},
        {text::action::openFile, QT_TRANSLATE_NOOP("ErrorAction", "Open the file")},
        {text::action::reloadFile, QT_TRANSLATE_NOOP("ErrorAction", "Reload the file")},
        {text::action::chooseFolder, QT_TRANSLATE_NOOP("ErrorAction", "Choose a folder…")},
        {text::action::planAgain, QT_TRANSLATE_NOOP("ErrorAction", "Plan again")},
        {text::action::takeOver, QT_TRANSLATE_NOOP("ErrorAction", "Plan with these fields taken over")},
    };
    for (const Row &row : rows) {
        if (actionId == QLatin1String(row.id))
            return QCoreApplication::translate("ErrorAction", row.label);
    }
    return {};
}

BarText barText(const base::Error &error)
{
    const text::ErrorText words = text::describe(error);
    BarText bar;
    bar.status = error.isCancelled() ? Status::Unknown : Status::Failed;
    bar.title = words.title;
    bar.cause = words.cause;
    bar.nextStep = words.nextStep;
    bar.action = actionLabel(words.actionId);
    bar.details = words.details;
    bar.dismissible = error.isCancelled();
    return bar;
}

} // namespace sluice::views
