// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace sluice::base {
class Clock;
}
namespace sluice::session {
class Workspace;
}

namespace sluice::views {

class Bar;
class CommandSet;
class ItemList;
class StartActions;
class StartCard;
class Text;

/// The first page: one click to something alive, the ways to a project of one's own, and what was open before.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    StartPage(session::Workspace &workspace, const base::Clock &clock, StartActions &actions,
              CommandSet &commands, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void followRecent();
    void countContexts();
    void relayout();

    session::Workspace &m_workspace;
    const base::Clock &m_clock;
    Bar *m_bar;
    StartCard *m_try;
    StartCard *m_connect;
    Text *m_recentTitle;
    ItemList *m_recent;
    QHBoxLayout *m_columns;
    QVBoxLayout *m_left;
    QWidget *m_footer;
    QWidget *m_content;
    bool m_counted = false;
};

} // namespace sluice::views
