// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace sluice::views {

class CheckList;
class DiffView;
class PlanDecisions;
class PlanObjectsView;
class SegmentedTabs;
class Text;

/// A plan to read: on the left what changes in files and objects, on the right the checks, the decisions and the command.
class PlanReview final : public QWidget {
    Q_OBJECT
public:
    explicit PlanReview(QWidget *parent = nullptr);
    /// \a remade: something changed underneath since the last plan.
    void setPlan(const session::ApplyPlan &plan, bool remade);
    [[nodiscard]] const session::ApplyConsent &consent() const;
    void resetDecisions();

Q_SIGNALS:
    void consentChanged();

private:
    void fillChecks(const session::ApplyPlan &plan, bool remade);

    QSplitter *m_splitter;
    SegmentedTabs *m_tabs;
    QStackedWidget *m_left;
    DiffView *m_files;
    PlanObjectsView *m_objects;
    CheckList *m_notices; ///< what must be read first
    CheckList *m_checks;
    PlanDecisions *m_decisions;
    QWidget *m_commandSection;
    Text *m_command;
    QString m_environment;
    QString m_kubectl;
};

} // namespace sluice::views
