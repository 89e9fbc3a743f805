// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/environment_connections.h"
#include "session/opened_project.h"
#include "session/pod_logs_session.h"
#include "session/project_editor.h"
#include "session/project_files_watch.h"
#include "session/project_journal.h"
#include "session/project_manifests.h"
#include "session/project_overview.h"
#include "session/project_planner.h"
#include "session/recent_projects.h"

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

/// The workspace over a folder of files and real connections: joins the parts below, each of which does one thing. A folder is read on
/// the render tools' pool and takes effect when it is there.
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
    void openFolder(const QString &folder, bool seed);
    void adopt(const OpenedProject &found, bool seed);
    void reload();
    void readAgain(const OpenedProject &found);
    void seedWhenConnected(LiveEnvironment *live);
    void seeded(const base::Result<void> &result);
    void liveChanged(LiveEnvironment *live);
    void applied(const QString &environment, const ApplyPlan &plan, const ApplyProgress &result);
    void tellAll();
    [[nodiscard]] PlannerTools plannerTools();
    [[nodiscard]] std::vector<OverviewRow> overviewRows() const;

    WorkspaceTools m_tools;
    std::shared_ptr<const manifest::Project> m_project;
    QString m_selected;
    RecentProjects m_recent;
    ProjectJournal m_journal;
    EnvironmentConnections m_connections; // before those that use its connections: it goes after them
    ProjectEditor m_editor;
    ProjectPlanner m_planner;
    ProjectOverview m_overview;
    ProjectManifests m_manifests;
    PodLogsSession m_logs;
    ProjectFilesWatch m_files;
    LatestWork<base::Result<OpenedProject>> m_opening;
    LatestWork<base::Result<OpenedProject>> m_reading; ///< of the project that is open
    std::stop_source m_seeding;
    std::vector<Problem> m_notices; ///< told once, kept until the program ends
};

} // namespace sluice::session
