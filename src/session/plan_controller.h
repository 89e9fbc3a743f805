// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"

#include <QObject>
#include <memory>

namespace sluice::session {

/// Makes the plan of one environment and carries it out once confirmed; one plan at a time. Behind the plan drawer.
/// GUI thread.
class PlanController : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Making, Ready, Failed, Applying, Applied, ApplyFailed };
    Q_ENUM(State)
    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual QString environment() const = 0;
    /// With Ready, Applying, Applied and ApplyFailed; null otherwise.
    [[nodiscard]] virtual const ApplyPlan *plan() const = 0;
    /// With Failed and ApplyFailed.
    [[nodiscard]] virtual const base::Error *error() const = 0;
    [[nodiscard]] virtual ApplyProgress progress() const = 0;
    /// The plan was made again because something had changed underneath; the drawer says so until confirmed.
    [[nodiscard]] virtual bool wasRemade() const = 0;

    virtual void make(const QString &environment) = 0; ///< replaces an earlier plan, stops a running one
    virtual void confirm(const ApplyConsent &consent) = 0; ///< only with Ready
    virtual void cancel() = 0; ///< stops making or applying; what was sent stays sent and is told
    virtual void dismiss() = 0; ///< back to Idle

Q_SIGNALS:
    void changed(); ///< state, plan, error or progress
};

} // namespace sluice::session
