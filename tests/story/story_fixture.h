// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/timers.h"
#include "kube/client/api_client.h"
#include "manifest/create.h"
#include "manifest/edits.h"
#include "session/plan_maker.h"
#include "session/plan_runner.h"
#include "session/rendering.h"
#include "support/control_plane.h"

#include <QCoroTask>
#include <QTemporaryDir>

namespace sluice::test {

/// A control plane, a client for it and a project folder. What it put on a real one goes with it.
class StoryFixture {
public:
    explicit StoryFixture(tests::ControlPlane::Kind kind)
        : m_plane(kind)
    {
    }

    /// Says why on stderr when it returns false.
    [[nodiscard]] bool start();

    [[nodiscard]] const kube::ApiClient &client() const { return *m_client; }
    [[nodiscard]] const tests::ControlPlane &plane() const { return m_plane; }
    [[nodiscard]] QString projectFolder() const { return m_folder.filePath(QStringLiteral("project")); }
    /// Of prod; the other environments add -dev and -staging.
    [[nodiscard]] QString nameSpace() const { return m_nameSpace; }
    [[nodiscard]] std::shared_ptr<base::Timers> timers() const { return m_timers; }

    /// The plan's request for an environment of the project as it is on disk.
    [[nodiscard]] base::Result<session::PlanRequest> request(const QString &environment) const;
    [[nodiscard]] base::Result<session::ApplyPlan> plan(const QString &environment) const;
    /// Sends and waits.
    [[nodiscard]] base::Result<session::ApplyProgress> apply(const session::ApplyPlan &plan,
                                                             const session::ApplyConsent &consent = {}) const;
    /// Plan and apply in one; the plan must not need consent.
    [[nodiscard]] base::Result<session::ApplyProgress> deploy(const QString &environment) const;
    /// Edits one parameter on disk; an empty value clears it.
    [[nodiscard]] base::Result<void> edit(const QString &environment, domain::ParameterId parameter,
                                          const QString &value) const;
    [[nodiscard]] base::Result<kube::JsonPtr> service(const QString &nameSpace) const;
    /// The Knative object \a kind of the project in \a nameSpace.
    [[nodiscard]] static kube::ObjectRef ref(const QString &kind, const QString &nameSpace);

private:
    [[nodiscard]] base::Result<void> open();

    QTemporaryDir m_folder;
    tests::ControlPlane m_plane;
    QString m_nameSpace;
    std::shared_ptr<base::Timers> m_timers = std::make_shared<base::SystemTimers>();
    std::unique_ptr<kube::ApiClient> m_client;
};

/// Runs the event loop until the task is done.
template <typename T> base::Result<T> wait(base::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace sluice::test
