// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/environment_editor.h"
#include "session/logs_session.h"
#include "session/manifests_session.h"
#include "session/overview.h"
#include "session/plan_controller.h"
#include "session/workspace.h"

#include <map>

// The session's interfaces with contents that a test chooses: pages are shown empty, busy, failing and crowded without
// files or a cluster.
namespace sluice::test {

/// base, dev, staging and prod of the sample, edited in memory.
class FakeEditor final : public session::EnvironmentEditor {
    Q_OBJECT
public:
    FakeEditor();
    /// No project: an empty matrix.
    void clear();
    /// Columns beside base; values stay where names stay.
    void setEnvironments(const QStringList &names);
    void setSaved(const QString &column, domain::ParameterId id, const QString &text);
    void setLive(const QString &column, domain::ParameterId id, const QString &text);
    void setHealth(const QString &column, session::Health health, const base::Message &words);

    [[nodiscard]] int row(domain::ParameterId id) const;
    [[nodiscard]] int column(const QString &name) const;
    [[nodiscard]] const session::MatrixCell &cell(const QString &column, domain::ParameterId id) const;

    [[nodiscard]] const session::Matrix &matrix() const override { return m_matrix; }
    void setValue(int row, int column, const QString &text) override;
    void clearValue(int row, int column) override;
    void paste(int row, int column, const std::vector<QStringList> &cells) override;
    void promote(int row, int column) override;
    void discard(const QString &column) override;
    [[nodiscard]] bool canUndo() const override { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const override { return !m_redo.empty(); }
    void undo() override;
    void redo() override;
    [[nodiscard]] std::vector<session::ParameterChange> changes(const QString &column) const override;
    [[nodiscard]] bool hasUnsaved() const override { return !m_pending.empty(); }

private:
    using Key = std::pair<QString, domain::ParameterId>;
    using Pending = std::map<Key, std::optional<QString>>;
    void change(Pending next);
    void put(Pending &pending, int row, int column, const QString &text) const;
    void rebuild();

    session::Matrix m_matrix;
    std::map<Key, QString> m_saved;
    std::map<Key, QString> m_live;
    Pending m_pending;
    std::vector<Pending> m_undo;
    std::vector<Pending> m_redo;
};

/// Answers make() at once with what a test put in.
class FakePlanner final : public session::PlanController {
    Q_OBJECT
public:
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString environment() const override { return m_environment; }
    [[nodiscard]] const session::ApplyPlan *plan() const override;
    [[nodiscard]] const base::Error *error() const override { return m_error ? &*m_error : nullptr; }
    [[nodiscard]] session::ApplyProgress progress() const override { return m_progress; }
    [[nodiscard]] bool wasRemade() const override { return m_remade; }
    void make(const QString &environment) override;
    void confirm(const session::ApplyConsent &consent) override;
    void cancel() override;
    void dismiss() override;

    /// What make() leads to: Making stays, Ready shows \a plan, Failed shows \a error.
    State outcome = State::Ready;
    session::ApplyPlan nextPlan;
    std::optional<base::Error> nextError;

    void show(State state, const session::ApplyProgress &progress = {},
              const std::optional<base::Error> &error = {});
    void remake();

    QStringList log; ///< "make prod", "confirm force", "dismiss"
    session::ApplyConsent consent; ///< of the last confirm()

private:
    State m_state = State::Idle;
    QString m_environment;
    session::ApplyProgress m_progress;
    std::optional<base::Error> m_error;
    bool m_remade = false;
};

class FakeOverview final : public session::Overview {
    Q_OBJECT
public:
    [[nodiscard]] std::vector<session::OverviewRow> rows() const override { return m_rows; }
    void setRows(std::vector<session::OverviewRow> rows);

private:
    std::vector<session::OverviewRow> m_rows;
};

class FakeManifests final : public session::ManifestsSession {
    Q_OBJECT
public:
    [[nodiscard]] std::vector<session::ManifestEntry> entries() const override { return m_entries; }
    [[nodiscard]] std::vector<session::ManifestFinding> findings() const override { return m_findings; }
    [[nodiscard]] QStringList environments() const override { return m_environments; }
    [[nodiscard]] base::Result<QString> source(const QString &path) const override;
    void render(const QString &environment) override;
    void compare(const QString &environment) override;
    [[nodiscard]] base::Result<session::FixPreview>
    previewFix(const std::vector<session::ManifestFinding> &findings) const override;
    [[nodiscard]] base::Result<void> applyFix(const session::FixPreview &preview) override;
    void setProject(std::vector<session::ManifestEntry> entries,
                    std::vector<session::ManifestFinding> findings, const QStringList &environments,
                    const QMap<QString, QString> &sources);

    bool answers = true; ///< false: render() and compare() are still under way
    base::Result<QString> renderedText = QStringLiteral("apiVersion: v1\n");
    base::Result<std::vector<session::FileDiff>> difference = std::vector<session::FileDiff>();
    base::Result<void> fixAnswer; ///< of applyFix()
    std::vector<session::FixPreview> fixed; ///< what applyFix() was asked to write

private:
    std::vector<session::ManifestEntry> m_entries;
    std::vector<session::ManifestFinding> m_findings;
    QStringList m_environments;
    QMap<QString, QString> m_sources;
};

class FakeLogs final : public session::LogsSession {
    Q_OBJECT
public:
    [[nodiscard]] const session::LogScope &scope() const override { return m_scope; }
    void start(const session::LogScope &scope) override;
    void stop() override;
    [[nodiscard]] const std::vector<session::LogLine> &lines() const override { return m_lines; }
    [[nodiscard]] QStringList pods() const override { return m_pods; }
    [[nodiscard]] QStringList containers() const override;
    [[nodiscard]] QStringList revisions() const override { return m_revisions; }
    [[nodiscard]] session::FreshnessInfo freshness() const override { return m_freshness; }

    void setOptions(const QStringList &revisions, const QStringList &pods);
    void setFreshness(const session::FreshnessInfo &freshness);
    void append(const QStringList &texts, const QString &pod);
    void drop(int count);
    int starts = 0;

private:
    session::LogScope m_scope;
    std::vector<session::LogLine> m_lines;
    QStringList m_pods;
    QStringList m_revisions;
    session::FreshnessInfo m_freshness;
};

class FakeWorkspace final : public session::Workspace {
    Q_OBJECT
public:
    FakeWorkspace();
    ~FakeWorkspace() override;

    [[nodiscard]] bool isOpen() const override { return m_open; }
    [[nodiscard]] QString projectName() const override { return QStringLiteral("python-api-base"); }
    [[nodiscard]] QString projectPath() const override
    {
        return QStringLiteral("/home/ana/src/api/deployments");
    }
    [[nodiscard]] std::vector<session::EnvironmentInfo> environments() const override
    {
        return m_environments;
    }
    [[nodiscard]] QString selectedEnvironment() const override { return m_selected; }
    void selectEnvironment(const QString &name) override;
    [[nodiscard]] QString selectedService() const override { return projectName(); }
    void open(const QString &) override { }
    void create(const session::NewProjectOptions &) override { }
    void openSample() override { ++samples; }
    void close() override { }
    void refresh() override { ++refreshes; }
    void connectTo(const QString &) override { }
    [[nodiscard]] base::Result<std::vector<session::ClusterContext>> contexts() const override;
    [[nodiscard]] std::vector<session::RecentProject> recentProjects() const override { return {}; }
    [[nodiscard]] std::vector<session::Problem> problems() const override { return {}; }
    [[nodiscard]] std::vector<session::ActivityEntry> activity(int limit) const override;
    [[nodiscard]] std::vector<session::Job> jobs() const override { return {}; }
    void stopJob(int) override { }
    [[nodiscard]] FakeEditor &editor() override { return editorFake; }
    [[nodiscard]] FakePlanner &planner() override { return plannerFake; }
    [[nodiscard]] FakeOverview &overview() override { return overviewFake; }
    [[nodiscard]] FakeManifests &manifests() override { return manifestsFake; }
    [[nodiscard]] FakeLogs &logs() override { return logsFake; }

    /// Closes the project: nothing is left to show.
    void shut();
    void setEnvironments(std::vector<session::EnvironmentInfo> environments);
    void setActivity(std::vector<session::ActivityEntry> entries);

    FakeEditor editorFake;
    FakePlanner plannerFake;
    FakeOverview overviewFake;
    FakeManifests manifestsFake;
    FakeLogs logsFake;
    int samples = 0;
    int refreshes = 0;

private:
    bool m_open = true;
    QString m_selected = QStringLiteral("prod");
    std::vector<session::EnvironmentInfo> m_environments;
    std::vector<session::ActivityEntry> m_activity;
};

} // namespace sluice::test
