// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/freshness_bars.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "text/error_text.h"
#include "views/facts/facts.h"
#include "views/shell/page.h"

#include <QLocale>

namespace sluice::views {

namespace {

/// Environments of which the same is to be said.
struct Group {
    QStringList names;
    session::FreshnessInfo freshness; ///< since when the first of them is
};

std::vector<Group> grouped(const std::vector<session::EnvironmentInfo> &environments)
{
    using State = session::FreshnessInfo::State;
    std::vector<Group> groups;
    for (const session::EnvironmentInfo &environment : environments) {
        const session::FreshnessInfo &freshness = environment.freshness;
        if (freshness.state != State::Stale && freshness.state != State::Failed)
            continue;
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group &known) {
            return known.freshness.state == freshness.state && known.freshness.error == freshness.error;
        });
        if (group == groups.end()) {
            groups.push_back({{environment.name}, freshness});
            continue;
        }
        group->names.append(environment.name);
        group->freshness.since = std::min(group->freshness.since, freshness.since);
    }
    return groups;
}

void answer(Page &page, const QString &actionId)
{
    if (actionId == QLatin1String(text::action::openConnection))
        Q_EMIT page.commandRequested(QStringLiteral("cluster.connect"));
    else
        page.refresh(); // asks for what is missing as well, such as a plugin's permission
}

} // namespace

bool showFreshness(Page &page, const QString &id, const QString &what,
                   const session::FreshnessInfo &freshness, const QDateTime &now)
{
    const std::optional<BarText> text = freshnessBar(what, freshness, now);
    if (!text) {
        page.hideBar(id);
        return false;
    }
    const QString actionId = freshness.error ? text::describe(*freshness.error).actionId : QString();
    Bar *bar = page.showBar(id, *text);
    bar->disconnect(&page);
    QObject::connect(bar, &Bar::actionTriggered, &page, [&page, actionId] { answer(page, actionId); });
    return true;
}

FreshnessBars::FreshnessBars(Page &page, const session::Workspace &workspace, const base::Clock &clock)
    : QObject(&page)
    , m_page(page)
    , m_workspace(workspace)
    , m_clock(clock)
{
    connect(&workspace, &session::Workspace::environmentsChanged, this, &FreshnessBars::follow);
    follow();
}

void FreshnessBars::follow()
{
    QStringList shown;
    for (const Group &group : grouped(m_workspace.environments())) {
        const QString names = QLocale().createSeparatedList(group.names);
        const QString id = QStringLiteral("freshness-") + group.names.first();
        if (!showFreshness(m_page, id, names, group.freshness, m_clock.now()))
            continue;
        shown.append(id);
    }
    for (const QString &id : std::as_const(m_shown)) {
        if (!shown.contains(id))
            m_page.hideBar(id);
    }
    m_shown = shown;
}

} // namespace sluice::views
