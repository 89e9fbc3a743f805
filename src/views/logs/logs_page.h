// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "session/logs_session.h"
#include "views/shell/page.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace sluice::models {
class LogModel;
}
namespace sluice::session {
class Workspace;
}

namespace sluice::views {

class Card;
class EmptyState;
class FreshnessChip;
class LogView;
class Text;

/// The logs of a Service, a revision or a pod: follow, search, wrap, save.
class LogsPage final : public Page {
    Q_OBJECT
public:
    /// Both outlive the page; \a clock tells the server's time.
    LogsPage(session::Workspace &workspace, const base::Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] FilterField *filterField() const override { return m_search; }
    void refresh() override;
    /// { "environment", "service", "revision", "pod", "container", "previous": bool }.
    void open(const QVariantMap &where) override;
    void entered() override;

    [[nodiscard]] LogView *view() const { return m_view; }
    /// Writes what is shown; errors name the file.
    [[nodiscard]] base::Result<void> saveTo(const QString &path);

private:
    void makeHeader();
    QWidget *makeToolRow();
    void makeActions();
    void startFromChoices();
    void start(const session::LogScope &scope);
    void followOptions();
    void followState();
    void showMatches();
    void search(bool backward);
    void save();
    static void fill(QComboBox *box, const QString &all, const QStringList &values, const QString &wanted);

    session::Workspace &m_workspace;
    session::LogsSession &m_logs;
    const base::Clock &m_clock;
    models::LogModel *m_model;
    QComboBox *m_environment;
    QComboBox *m_revision;
    QComboBox *m_pod;
    QComboBox *m_container;
    QCheckBox *m_previous;
    QCheckBox *m_follow;
    QCheckBox *m_wrap;
    FilterField *m_search;
    Text *m_matches;
    FreshnessChip *m_freshness;
    QStackedWidget *m_stack;
    LogView *m_view;
    QWidget *m_loading;
    EmptyState *m_empty;
};

} // namespace sluice::views
