// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QStringList>

namespace sluice::base {
class Clock;
}
namespace sluice::session {
class Workspace;
}

namespace sluice::views {

class Page;

/// The bars of a page that say which environments are stale or cannot be reached: one for each reason, however many
/// environments share it. Their button does what the error's next step asks for.
class FreshnessBars final : public QObject {
    Q_OBJECT
public:
    /// Owned by \a page, and follows \a workspace; both live as long.
    FreshnessBars(Page &page, const session::Workspace &workspace, const base::Clock &clock);

private:
    void follow();
    void act(const QString &actionId);

    Page &m_page;
    const session::Workspace &m_workspace;
    const base::Clock &m_clock;
    QStringList m_shown; ///< ids of the bars
};

} // namespace sluice::views
