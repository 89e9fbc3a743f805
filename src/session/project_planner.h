// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/timers.h"
#include "manifest/edits.h"
#include "session/plan_controller.h"
#include "session/rendering.h"

#include <functional>
#include <stop_token>

namespace sluice::session {

class LiveEnvironment;
class ProjectEditor;
struct PlanRequest;

/// What the planner works with; the functions are the workspace's.
struct PlannerTools {
    ProjectEditor *editor = nullptr;
    std::shared_ptr<base::Timers> timers;
    RenderTools render;
    int waitMs = 600000;
    std::function<LiveEnvironment *(const QString &environment)> live;
    std::function<void()> filesSaved; ///< read the project again
    std::function<void(const QString &environment, const ApplyPlan &plan, const ApplyProgress &result)>
        applied;
};

/// Makes and carries out plans of the open project's environments.
class ProjectPlanner final : public PlanController {
    Q_OBJECT
public:
    explicit ProjectPlanner(PlannerTools tools, QObject *parent = nullptr);
    ~ProjectPlanner() override;

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString environment() const override { return m_environment; }
    [[nodiscard]] const ApplyPlan *plan() const override { return m_plan.get(); }
    [[nodiscard]] const base::Error *error() const override { return m_error ? &*m_error : nullptr; }
    [[nodiscard]] ApplyProgress progress() const override { return m_progress; }
    [[nodiscard]] bool wasRemade() const override { return m_remade; }

    void make(const QString &environment) override;
    void confirm(const ApplyConsent &consent) override;
    void cancel() override;
    void dismiss() override;

private:
    void makeAgain(bool remade);
    struct Prepared;
    static base::Task<Prepared> prepare(manifest::Project project, std::vector<manifest::ParameterEdit> edits,
                                        QString environment, RenderTools tools, std::stop_token stop);
    [[nodiscard]] base::Result<PlanRequest> request() const;
    void prepared(const base::Result<Prepared> &prepared);
    void send(const ApplyConsent &consent);
    void failApply(const base::Error &error);
    void enter(State state);

    PlannerTools m_tools;
    State m_state = State::Idle;
    QString m_environment;
    std::shared_ptr<const ApplyPlan> m_plan;
    std::shared_ptr<PlanRequest> m_request;
    std::vector<manifest::FileEdit> m_edits; ///< the files of m_plan
    std::optional<base::Error> m_error;
    ApplyProgress m_progress;
    bool m_remade = false;
    std::stop_source m_stop;
};

} // namespace sluice::session
