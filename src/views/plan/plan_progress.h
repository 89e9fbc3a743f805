// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/plan_controller.h"

#include <QWidget>

namespace sluice::views {

class Bar;
class CheckList;
class LinkButton;
class ProgressSteps;
class Text;

/// An apply under way, done, or stopped at the first failing condition with the next step.
class PlanProgress final : public QWidget {
    Q_OBJECT
public:
    explicit PlanProgress(QWidget *parent = nullptr);
    void setProgress(session::PlanController::State state, const session::ApplyProgress &progress,
                     const base::Error *error);

Q_SIGNALS:
    void retryRequested();
    void logsRequested();

private:
    void setSteps(session::PlanController::State state, const session::ApplyProgress &progress);

    ProgressSteps *m_steps;
    CheckList *m_conditions;
    Text *m_conditionsTitle;
    QWidget *m_result;
    Text *m_resultTitle;
    LinkButton *m_url;
    Bar *m_bar;
    QString m_address;
    session::ApplyProgress::Step m_reached = session::ApplyProgress::Step::Saving;
};

} // namespace sluice::views
