// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/matrix.h"
#include "session/plan_controller.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace sluice::base {
class Settings;
}
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
class Text;

/// "What will happen": the plan of one environment from being made to applied. The only place that confirms a plan.
class PlanDrawer final : public QWidget {
    Q_OBJECT
public:
    /// All outlive the drawer. \a settings say whether a plan for production asks for the environment's name.
    PlanDrawer(session::PlanController &planner, session::EnvironmentEditor &editor,
               const base::Settings &settings, QWidget *parent = nullptr);

    /// The act itself ("Apply to prod", Ctrl+Enter), for the page to list among its own.
    [[nodiscard]] QAction *confirmAction() const { return m_confirmAction; }
    /// Whether the drawer carries the production band: no other has to.
    [[nodiscard]] bool showsProduction() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The plan is of no use any more: the drawer may close.
    void closeRequested();
    void logsRequested(const QString &environment);

private:
    void follow();
    void showReady();
    [[nodiscard]] const session::MatrixColumn *
    productionColumn() const; ///< of the plan; null for other plans
    void followProduction();
    void updateConfirm();
    void showChips();
    void showButtons();
    void fillCopyMenu();
    /// The name is asked for and not typed yet.
    [[nodiscard]] bool waitsForName() const;
    void confirm();
    void close();

    session::PlanController &m_planner;
    session::EnvironmentEditor &m_editor;
    const base::Settings &m_settings;
    QAction *m_confirmAction;
    Card *m_card;
    ProductionBand *m_band;
    Text *m_nameHint;
    QLineEdit *m_name; ///< the environment's name, typed to confirm
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
    QString m_namedPlan; ///< the words of the plan that the name was typed for
};

} // namespace sluice::views
