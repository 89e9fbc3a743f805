// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QStringList>

namespace sluice::base {
class Clock;
}
namespace sluice::session {
class Workspace;
struct FreshnessInfo;
} // namespace sluice::session

namespace sluice::views {

class Page;

/// Shows in bar \a id of \a page that \a what is stale or cannot be reached, and hides it otherwise; tells which. Its
/// button does what the error's next step asks for.
bool showFreshness(Page &page, const QString &id, const QString &what,
                   const session::FreshnessInfo &freshness, const QDateTime &now);

/// The bars of a page that say which environments are stale or cannot be reached: one for each reason, however many
/// environments share it.
class FreshnessBars final : public QObject {
    Q_OBJECT
public:
    /// Owned by \a page, and follows \a workspace; both live as long.
    FreshnessBars(Page &page, const session::Workspace &workspace, const base::Clock &clock);

private:
    void follow();

    Page &m_page;
    const session::Workspace &m_workspace;
    const base::Clock &m_clock;
    QStringList m_shown; ///< ids of the bars
};

} // namespace sluice::views
