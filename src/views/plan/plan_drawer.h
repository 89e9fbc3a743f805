// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/plan_controller.h"

#include <QWidget>

class QAction;
class QPushButton;
class QStackedWidget;

namespace sluice::session {
class EnvironmentEditor;
}

namespace sluice::views {

class Bar;
class Card;
class PlanProgress;
class PlanReview;
class ProductionBand;
class StatusChip;

/// "What will happen": the plan of one environment from being made to applied. The only place that confirms a plan.
class PlanDrawer final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the drawer.
    PlanDrawer(session::PlanController &planner, session::EnvironmentEditor &editor,
               QWidget *parent = nullptr);

    /// The act itself ("Apply to prod", Ctrl+Enter), for the page to list among its own.
    [[nodiscard]] QAction *confirmAction() const { return m_confirmAction; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The plan is of no use any more: the drawer may close.
    void closeRequested();
    void logsRequested(const QString &environment);

private:
    void follow();
    void showReady();
    void updateConfirm();
    void showChips();
    void showButtons();
    void fillCopyMenu();
    void confirm();
    void close();

    session::PlanController &m_planner;
    session::EnvironmentEditor &m_editor;
    QAction *m_confirmAction;
    Card *m_card;
    ProductionBand *m_band;
    StatusChip *m_filesChip;
    StatusChip *m_effectChip;
    StatusChip *m_stateChip;
    QPushButton *m_copy;
    QPushButton *m_discard;
    QPushButton *m_stop;
    QPushButton *m_confirm;
    QStackedWidget *m_stack;
    QWidget *m_making;
    PlanReview *m_review;
    PlanProgress *m_progress;
    Bar *m_failure;
    QWidget *m_failed;
    QString m_environment;
};

} // namespace sluice::views
