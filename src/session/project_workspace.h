// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/settings.h"
#include "base/timers.h"
#include "kube/runtime/watcher.h"
#include "session/live_environment.h"
#include "session/pod_logs_session.h"
#include "session/project_editor.h"
#include "session/project_manifests.h"
#include "session/project_overview.h"
#include "session/project_planner.h"
#include "session/workspace.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace sluice::journal {
class Journal;
}

namespace sluice::session {

/// What a workspace works with. Pointers outlive it.
struct WorkspaceTools {
    ClusterProvider *clusters = nullptr;
    base::Settings *settings = nullptr;
    journal::Journal *journal = nullptr;
    kube::WatcherTools watching;
    std::shared_ptr<base::Timers> timers;
    RenderTools render;
    QString sampleFolder; ///< where the sample project is kept; made when it is missing
    QString userName; ///< who acts, where the cluster does not say
};

/// The workspace over a folder of files and real connections.
class ProjectWorkspace final : public Workspace {
    Q_OBJECT
public:
    explicit ProjectWorkspace(WorkspaceTools tools, QObject *parent = nullptr);
    ~ProjectWorkspace() override;

    [[nodiscard]] bool isOpen() const override { return m_project != nullptr; }
    [[nodiscard]] QString projectName() const override;
    [[nodiscard]] QString projectPath() const override;
    [[nodiscard]] std::vector<EnvironmentInfo> environments() const override;
    [[nodiscard]] QString selectedEnvironment() const override { return m_selected; }
    void selectEnvironment(const QString &name) override;
    [[nodiscard]] QString selectedService() const override { return m_editor.matrix().service; }
    void open(const QString &folder) override;
    void create(const NewProjectOptions &options) override;
    void openSample() override;
    void close() override;
    void refresh() override;
    void connectTo(const QString &context) override;
    [[nodiscard]] base::Result<std::vector<ClusterContext>> contexts() const override;
    [[nodiscard]] std::vector<RecentProject> recentProjects() const override;
    [[nodiscard]] std::vector<Problem> problems() const override;
    [[nodiscard]] std::vector<ActivityEntry> activity(int limit) const override;
    [[nodiscard]] std::vector<Job> jobs() const override;
    void stopJob(int id) override;
    [[nodiscard]] EnvironmentEditor &editor() override { return m_editor; }
    [[nodiscard]] PlanController &planner() override { return m_planner; }
    [[nodiscard]] Overview &overview() override { return m_overview; }
    [[nodiscard]] ManifestsSession &manifests() override { return m_manifests; }
    [[nodiscard]] LogsSession &logs() override { return m_logs; }

    /// Leaves all clusters and connects anew: where they are found has changed. What is edited stays.
    void reconnect();
    /// The connection of an environment; null until it is there. For what has no session object of its own.
    [[nodiscard]] std::shared_ptr<kube::ApiClient> clientFor(const QString &environment) const;

private:
    void adopt(manifest::Project project, bool seed);
    void reload();
    void connectEnvironments(bool seed);
    void seedWhenConnected(LiveEnvironment *live);
    void liveChanged(LiveEnvironment *live);
    void watchFiles();
    void remember(const QString &path);
    void saveDraft();
    [[nodiscard]] std::vector<ParameterChange> storedDraft(const QString &root);
    void recordApply(const QString &environment, const ApplyPlan &plan, const ApplyProgress &result);
    void chooseContext(const QString &folder, const QString &context);
    [[nodiscard]] QString contextOf(const domain::Environment &environment) const;
    [[nodiscard]] LiveEnvironment *live(const QString &environment) const;
    [[nodiscard]] std::vector<OverviewRow> overviewRows() const;

    WorkspaceTools m_tools;
    std::shared_ptr<const manifest::Project> m_project;
    std::vector<std::unique_ptr<LiveEnvironment>> m_live;
    QString m_selected;
    ProjectEditor m_editor;
    ProjectPlanner m_planner;
    ProjectOverview m_overview;
    ProjectManifests m_manifests;
    PodLogsSession m_logs;
    QFileSystemWatcher m_files;
    QTimer m_reload;
    std::stop_source m_seeding;
    mutable std::vector<Problem> m_notices; ///< told once, kept until the program ends
};

} // namespace sluice::session
