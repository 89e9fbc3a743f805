// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/facts/facts.h"

#include "session/cluster_provider.h"
#include "text/error_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sluice::views {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

} // namespace

Status statusOf(session::Health health)
{
    switch (health) {
    case session::Health::Ok:
        return Status::Ok;
    case session::Health::Progressing:
        return Status::Progressing;
    case session::Health::Warning:
        return Status::Warning;
    case session::Health::Failed:
        return Status::Failed;
    case session::Health::Unknown:
        return Status::Unknown;
    case session::Health::Inactive:
        return Status::Inactive;
    }
    return Status::Unknown;
}

Status statusOf(session::PlanCheck::Outcome outcome)
{
    switch (outcome) {
    case session::PlanCheck::Outcome::Passed:
        return Status::Ok;
    case session::PlanCheck::Outcome::Warning:
        return Status::Warning;
    case session::PlanCheck::Outcome::Blocked:
        return Status::Failed;
    case session::PlanCheck::Outcome::Unknown:
        return Status::Unknown;
    }
    return Status::Unknown;
}

QString ageText(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, when.secsTo(now));
    if (seconds < 5)
        return Facts::tr("just now");
    if (seconds < 60)
        return Facts::tr("%n s ago", nullptr, int(seconds));
    if (seconds < 3600)
        return Facts::tr("%n min ago", nullptr, int(seconds / 60));
    if (seconds < 48 * 3600)
        return Facts::tr("%n h ago", nullptr, int(seconds / 3600));
    if (seconds < 30 * 86400)
        return Facts::tr("%n d ago", nullptr, int(seconds / 86400));
    return QLocale().toString(when.toLocalTime().date(), QLocale::ShortFormat);
}

QString absoluteTime(const QDateTime &when)
{
    return when.isValid() ? QLocale().toString(when.toLocalTime(), QLocale::LongFormat) : QString();
}

QString breakable(const QString &text)
{
    QString out;
    out.reserve(text.size() * 2);
    for (const QChar c : text) {
        out += c;
        if (QStringLiteral("/.-_:@,=[").contains(c))
            out += QChar(0x200B);
    }
    return out;
}

QString shortRevision(const QString &revision, const QString &service)
{
    const QString prefix = service + QLatin1Char('-');
    return revision.startsWith(prefix) ? revision.mid(prefix.size()) : revision;
}

BarText barText(Status status, const QString &title, const QString &cause, const QString &nextStep,
                const QString &action)
{
    BarText bar;
    bar.status = status;
    bar.title = title;
    bar.cause = cause;
    bar.nextStep = nextStep;
    bar.action = action;
    return bar;
}

BarText barText(const base::Error &error, Status status)
{
    const text::ErrorText words = text::describe(error);
    BarText bar;
    bar.status = status;
    bar.title = words.title;
    bar.cause = words.cause;
    bar.nextStep = words.nextStep;
    bar.details = words.details;
    return bar;
}

std::optional<BarText> freshnessBar(const QString &what, const session::FreshnessInfo &freshness,
                                    const QDateTime &now)
{
    using State = session::FreshnessInfo::State;
    if (freshness.state != State::Stale && freshness.state != State::Failed)
        return {};
    BarText bar;
    bar.status = freshness.state == State::Stale ? Status::Warning : Status::Failed;
    if (freshness.error) {
        bar = barText(*freshness.error, bar.status);
        bar.title = Facts::tr("%1: %2").arg(what, bar.title);
        const QString actionId = text::describe(*freshness.error).actionId;
        if (actionId == QLatin1String(text::action::openConnection))
            bar.action = Facts::tr("Choose connection…");
        else if (actionId == QLatin1String(text::action::giveConsent))
            bar.action = Facts::tr("Review plugin…");
        else
            bar.action = Facts::tr("Try again");
    } else {
        bar.title = Facts::tr("%1: no answer from the cluster").arg(what);
        bar.action = Facts::tr("Try again");
    }
    if (freshness.state == State::Stale) {
        const QString age = ageText(freshness.since, now);
        const QString shown = age.isEmpty() ? Facts::tr("What is shown may be out of date.")
                                            : Facts::tr("What is shown was last confirmed %1.").arg(age);
        bar.cause = bar.cause.isEmpty() ? shown : bar.cause + QLatin1Char(' ') + shown;
    }
    return bar;
}

QString contextLabel(const QString &context)
{
    return context == session::sandboxContextName() ? Facts::tr("Sandbox") : context;
}

} // namespace sluice::views
