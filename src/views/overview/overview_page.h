// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "views/shell/page.h"

#include <QBasicTimer>

class QComboBox;
class QStackedWidget;

namespace sluice::models {
class OverviewModel;
}
namespace sluice::session {
class Workspace;
struct OverviewRow;
} // namespace sluice::session

namespace sluice::views {

class ActivityCard;
class Card;
class EmptyState;
class FilterField;
class OverviewTable;
class OverviewWords;
class WaitingCard;

/// One row for each Service and environment; below, what waits for a person and what happened last.
class OverviewPage final : public Page {
    Q_OBJECT
public:
    /// Both outlive the page; \a clock tells the server's time.
    OverviewPage(session::Workspace &workspace, const base::Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] OverviewTable *table() const { return m_table; }
    [[nodiscard]] FilterField *filterField() const override { return m_filter; }
    void refresh() override;
    void open(const QVariantMap &where) override;
    void entered() override;
    void left() override;
    [[nodiscard]] QList<PaletteItem> paletteItems() const override;

protected:
    void timerEvent(QTimerEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void follow();
    void followFailures();
    void showSubtitle();
    void fitTable();
    void go(const QString &page, const session::OverviewRow *row, const QVariantMap &more = {});

    session::Workspace &m_workspace;
    const base::Clock &m_clock;
    models::OverviewModel *m_model;
    OverviewWords *m_words;
    QComboBox *m_grouping;
    FilterField *m_filter;
    QStackedWidget *m_stack;
    QWidget *m_content;
    QWidget *m_loading;
    EmptyState *m_empty;
    Card *m_tableCard;
    OverviewTable *m_table;
    QWidget *m_failures;
    WaitingCard *m_waiting;
    ActivityCard *m_activity;
    QStringList m_failureKeys;
    QBasicTimer m_ages;
};

} // namespace sluice::views
