// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/settings.h"
#include "views/shell/page.h"

#include <QPersistentModelIndex>
#include <QTimer>

class QAction;
class QMenu;
class QStackedWidget;

namespace sluice::models {
class MatrixModel;
}
namespace sluice::session {
class Workspace;
}

namespace sluice::views {

class Card;
class CellInspector;
class EmptyState;
class MatrixView;
class PlanDrawer;

/// The matrix of parameters by environments, with the inspector of the selected value and the plan drawer.
class EnvironmentsPage final : public Page {
    Q_OBJECT
public:
    /// All outlive the page; \a settings keep what is folded, \a clock tells the server's time.
    EnvironmentsPage(session::Workspace &workspace, base::Settings &settings, const base::Clock &clock,
                     QWidget *parent = nullptr);

    /// Milliseconds of quiet after an edit before its plan is made.
    void setPlanDelay(int milliseconds) { m_planTimer.setInterval(milliseconds); }
    [[nodiscard]] MatrixView *matrix() const { return m_view; }

    /// Shows two columns of the matrix alone, and of the parameters those that differ; -1 and -1 end it.
    void compare(int a, int b);
    [[nodiscard]] bool showsProduction() const override;
    void refresh() override;
    /// { "environment": …, "parameter": its name, "plan": true to make the plan }.
    void open(const QVariantMap &where) override;
    [[nodiscard]] QString undoText() const override;
    [[nodiscard]] QString redoText() const override;
    void undo() override;
    void redo() override;
    [[nodiscard]] QStringList unsavedWork() const override;
    [[nodiscard]] QList<PaletteItem> paletteItems() const override;

private:
    void makeActions();
    void followMatrix();
    void followEdits();
    void followPlan();
    void showCell(const QModelIndex &index);
    void planFor(const QString &environment);
    [[nodiscard]] QString editedEnvironment() const; ///< whose plan an edit asks for; may be empty
    PlanDrawer *drawerWidget();
    void fillCompareMenu(QMenu *menu);
    void fillPlanMenu(QMenu *menu);
    void followComparison();
    void showHeaderMenu(int column, const QPoint &at);
    void showCellMenu(const QPoint &at);
    session::Workspace &m_workspace;
    base::Settings &m_settings;
    models::MatrixModel *m_model;
    QStackedWidget *m_stack;
    MatrixView *m_view;
    Card *m_card;
    EmptyState *m_empty;
    CellInspector *m_inspector;
    PlanDrawer *m_drawer = nullptr;
    QTimer m_planTimer;
    QPersistentModelIndex m_shown;
    QStringList m_compared; ///< names of the two columns, empty without a comparison
    bool m_differencesBefore = false; ///< "only differences" as it was before the comparison
    QAction *m_onlyDifferences;
    QAction *m_live;
    QAction *m_promote;
    QAction *m_clear;
    QAction *m_goToFile;
};

} // namespace sluice::views
