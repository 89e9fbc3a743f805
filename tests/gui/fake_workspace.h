// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/environment_editor.h"
#include "session/logs_session.h"
#include "session/manifests_session.h"
#include "session/overview.h"
#include "session/plan_controller.h"
#include "session/sandbox_control.h"
#include "session/workspace.h"

// Stand-ins for the session at the seam that the window has in production. Everything is a public value.
namespace sluice::tests {

class FakeEditor final : public session::EnvironmentEditor {
public:
    std::vector<session::ParameterChange> unsaved;
    session::Matrix values;

    [[nodiscard]] const session::Matrix &matrix() const override { return values; }
    void setValue(int, int, const QString &) override { }
    void clearValue(int, int) override { }
    void paste(int, int, const std::vector<QStringList> &) override { }
    void promote(int, int) override { }
    void discard(const QString &) override { unsaved.clear(); }
    [[nodiscard]] bool canUndo() const override { return false; }
    [[nodiscard]] bool canRedo() const override { return false; }
    void undo() override { }
    void redo() override { }
    [[nodiscard]] std::vector<session::ParameterChange> changes(const QString &) const override
    {
        return unsaved;
    }
    [[nodiscard]] bool hasUnsaved() const override { return !unsaved.empty(); }
};

class FakeSandbox final : public session::SandboxControl {
public:
    bool running = true;
    bool paused = false;
    int factor = 10;
    QDateTime now = QDateTime(QDate(2026, 3, 2), QTime(14, 32, 7));

    [[nodiscard]] bool isRunning() const override { return running; }
    [[nodiscard]] bool isPaused() const override { return paused; }
    [[nodiscard]] int speed() const override { return factor; }
    [[nodiscard]] QDateTime virtualNow() const override { return now; }
    void setPaused(bool value) override
    {
        paused = value;
        Q_EMIT changed();
    }
    void setSpeed(int value) override
    {
        factor = value;
        Q_EMIT changed();
    }
};

class FakeWorkspace final : public session::Workspace {
public:
    bool open_ = true;
    QString name = QStringLiteral("python-api-base");
    std::vector<session::EnvironmentInfo> list;
    QString selected = QStringLiteral("prod");
    std::vector<session::ClusterContext> contextList;
    std::vector<session::RecentProject> recent;
    std::vector<session::Problem> problemList;
    std::vector<session::ActivityEntry> entries;
    std::vector<session::Job> jobList;
    FakeEditor fakeEditor;
    QStringList calls; ///< what was asked, in order: "open /path", "stop 3"

    [[nodiscard]] bool isOpen() const override { return open_; }
    [[nodiscard]] QString projectName() const override { return open_ ? name : QString(); }
    [[nodiscard]] QString projectPath() const override
    {
        return QStringLiteral("/home/ana/src/api/deployments");
    }
    [[nodiscard]] std::vector<session::EnvironmentInfo> environments() const override
    {
        return open_ ? list : std::vector<session::EnvironmentInfo>();
    }
    [[nodiscard]] QString selectedEnvironment() const override { return selected; }
    void selectEnvironment(const QString &value) override
    {
        calls.append(QStringLiteral("select ") + value);
        selected = value;
        Q_EMIT selectionChanged();
    }
    [[nodiscard]] QString selectedService() const override { return name; }
    void open(const QString &folder) override { calls.append(QStringLiteral("open ") + folder); }
    void create(const session::NewProjectOptions &options) override
    {
        calls.append(QStringLiteral("create %1 %2").arg(options.name, options.folder));
    }
    void openSample() override
    {
        calls.append(QStringLiteral("sample"));
        open_ = true;
        Q_EMIT opened();
    }
    void close() override
    {
        open_ = false;
        Q_EMIT closed();
    }
    void refresh() override { calls.append(QStringLiteral("refresh")); }
    void connectTo(const QString &context) override { calls.append(QStringLiteral("connect ") + context); }
    [[nodiscard]] base::Result<std::vector<session::ClusterContext>> contexts() const override
    {
        return contextList;
    }
    [[nodiscard]] std::vector<session::RecentProject> recentProjects() const override { return recent; }
    [[nodiscard]] std::vector<session::Problem> problems() const override { return problemList; }
    [[nodiscard]] std::vector<session::ActivityEntry> activity(int limit) const override
    {
        return {entries.begin(), entries.begin() + std::min<std::ptrdiff_t>(limit, std::ssize(entries))};
    }
    [[nodiscard]] std::vector<session::Job> jobs() const override { return jobList; }
    void stopJob(int id) override { calls.append(QStringLiteral("stop %1").arg(id)); }

    [[nodiscard]] session::EnvironmentEditor &editor() override { return fakeEditor; }
    // The shell never asks for these; a page that does has its own stand-ins.
    [[nodiscard]] session::PlanController &planner() override { qFatal("not needed here"); }
    [[nodiscard]] session::Overview &overview() override { qFatal("not needed here"); }
    [[nodiscard]] session::ManifestsSession &manifests() override { qFatal("not needed here"); }
    [[nodiscard]] session::LogsSession &logs() override { qFatal("not needed here"); }
};

/// The state that the drawings show.
inline void fillLikeTheDrawings(FakeWorkspace &workspace, const QDateTime &now)
{
    const auto environment = [&](const QString &name, const QString &space, bool production) {
        session::EnvironmentInfo info;
        info.name = name;
        info.overlay = QStringLiteral("overlays/") + name;
        info.context = session::sandboxContextName();
        info.nameSpace = space;
        info.production = production;
        info.freshness = {session::FreshnessInfo::State::Live, now, {}};
        info.identity = QStringLiteral("admin");
        info.serverVersions = QStringLiteral("Knative 1.15 · Kubernetes 1.34");
        return info;
    };
    workspace.list = {environment(QStringLiteral("dev"), QStringLiteral("my-api-dev"), false),
                      environment(QStringLiteral("staging"), QStringLiteral("my-api-staging"), false),
                      environment(QStringLiteral("prod"), QStringLiteral("my-api"), true)};
    session::ClusterContext sandbox;
    sandbox.name = session::sandboxContextName();
    sandbox.sandbox = true;
    session::ClusterContext real;
    real.name = QStringLiteral("acme-staging");
    real.server = QStringLiteral("https://k8s.acme.example:6443");
    real.user = QStringLiteral("ana");
    real.current = true;
    session::ClusterContext insecure = real;
    insecure.name = QStringLiteral("lab");
    insecure.server = QStringLiteral("https://10.0.0.7:6443");
    insecure.current = false;
    insecure.insecure = true;
    workspace.contextList = {sandbox, real, insecure};
    workspace.recent = {
        {QStringLiteral("python-api-base"), QStringLiteral("/home/ana/src/api/deployments"), now.addDays(-1)},
        {QStringLiteral("checkout"), QStringLiteral("/home/ana/src/checkout/deploy"), now.addDays(-19)}};
    session::Problem first;
    first.key = QStringLiteral("a");
    first.title = {QStringLiteral("json.too-deep"), {QStringLiteral("64")}};
    first.place = QStringLiteral("overlays/prod/service-patch.yaml:12");
    first.page = QStringLiteral("manifests");
    first.last = now.addSecs(-40);
    session::Problem second = first;
    second.key = QStringLiteral("b");
    second.severity = session::Problem::Severity::Warning;
    second.place = QStringLiteral("my-api/python-api-base");
    second.count = 3;
    workspace.problemList = {first, second};
    session::ActivityEntry entry;
    entry.id = 1;
    entry.when = now.addSecs(-12);
    entry.who = QStringLiteral("ana");
    entry.environment = QStringLiteral("dev");
    entry.what = {QStringLiteral("applied dev"), {}};
    entry.outcome = session::Health::Ok;
    workspace.entries = {entry};
}

} // namespace sluice::tests
