// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cluster_directory.h"
#include "app/program_environment.h"
#include "app/sandbox_host.h"
#include "base/settings.h"
#include "journal/journal.h"
#include "session/project_workspace.h"

namespace sluice::app {

/// How the window's objects are to be made.
struct AppSetup {
    ProgramEnvironment environment;
    QString kubeconfig; ///< --kubeconfig
    QString sampleFolder; ///< empty: in the user's data
    QString journalPath; ///< empty: in memory
    sandbox::SandboxOptions sandbox;
};

/// The one place where the window's objects are made and live. Nobody gets the context itself.
class AppContext final {
public:
    /// \a settings outlives it. \a consent may be null: then credential plugins that were not agreed to are refused.
    AppContext(AppSetup setup, base::Settings &settings, std::shared_ptr<kube::ConsentSource> consent);
    ~AppContext();

    [[nodiscard]] session::ProjectWorkspace &workspace() { return *m_workspace; }
    [[nodiscard]] SandboxHost &sandbox() { return m_sandbox; }
    /// The server's time: virtual while the sandbox runs.
    [[nodiscard]] const base::Clock &clock() const { return *m_clock; }

    /// The settings may have changed: where they name another kubeconfig, connects anew.
    void settingsChanged();

private:
    std::shared_ptr<base::Timers> m_timers;
    std::shared_ptr<base::ProcessRunner> m_runner;
    std::shared_ptr<base::WorkerPool> m_pool;
    SandboxHost m_sandbox;
    std::shared_ptr<base::Clock> m_clock;
    ClusterDirectory::PlacesSource m_places;
    kube::KubeconfigPlaces m_usedPlaces;
    ClusterDirectory m_clusters;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<session::ProjectWorkspace> m_workspace;
};

} // namespace sluice::app
