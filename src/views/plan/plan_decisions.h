// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QVBoxLayout;

namespace sluice::views {

/// What a person has to decide before a plan can be confirmed: fields of other managers, keys that would stay, and
/// objects that another tool writes from git. Empty when there is nothing to decide.
class PlanDecisions final : public QWidget {
    Q_OBJECT
public:
    explicit PlanDecisions(QWidget *parent = nullptr);
    /// Choices made before stay where the plan asks the same again.
    void setPlan(const session::ApplyPlan &plan);
    [[nodiscard]] const session::ApplyConsent &consent() const { return m_consent; }
    void reset();

Q_SIGNALS:
    void changed();

private:
    void addConflicts(const session::ApplyPlan &plan);
    void addSurvivors(const session::ApplyPlan &plan);
    void addGitOps(const session::GitOpsOwner &owner);
    QVBoxLayout *addSection(const QString &title);
    void addLines(QVBoxLayout *section, QStringList lines);

    QVBoxLayout *m_layout;
    session::ApplyConsent m_consent;
};

} // namespace sluice::views
