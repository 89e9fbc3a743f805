// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/options.h"
#include "app/cluster_directory.h"
#include "app/program_environment.h"
#include "app/sandbox_host.h"
#include "app/settings_file.h"
#include "session/plan_maker.h"
#include "session/rendering.h"

namespace sluice::app {

/// What every verb with a cluster works with; made once a command.
class CliContext {
public:
    CliContext(const CliOptions &options, const ProgramEnvironment &environment);

    [[nodiscard]] const CliOptions &options() const { return m_options; }
    [[nodiscard]] session::RenderTools renderTools() const;
    [[nodiscard]] std::shared_ptr<base::Timers> timers() const { return m_timers; }
    [[nodiscard]] ClusterDirectory &clusters() { return *m_clusters; }

private:
    CliOptions m_options;
    SettingsFile m_settings;
    std::shared_ptr<base::Timers> m_timers;
    std::shared_ptr<base::ProcessRunner> m_runner;
    std::unique_ptr<SandboxHost> m_sandbox; ///< with --sandbox
    std::unique_ptr<ClusterDirectory> m_clusters;
};

/// The project's environment with what it renders to and where it goes.
struct CliTarget {
    domain::Environment environment;
    QString context;
    QString nameSpace;
    session::ClusterConnection connection;
    session::PlanRequest request;
};

/// Opens the project, renders and connects. Errors: those of openProject, renderEnvironment and ClusterDirectory;
/// ValidationError plan.no-context.
[[nodiscard]] base::Task<CliTarget> openTarget(CliContext &context, std::stop_token stop);

} // namespace sluice::app
