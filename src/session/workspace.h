// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cluster_provider.h"
#include "session/status.h"

#include <QObject>
#include <memory>
#include <vector>

namespace sluice::session {

class EnvironmentEditor;
class LogsSession;
class ManifestsSession;
class Overview;
class PlanController;

/// An environment of the open project with where it goes.
struct EnvironmentInfo {
    QString name;
    QString overlay; ///< relative folder
    QString context;
    QString nameSpace;
    bool production = false;
    bool readOnly = false;
    FreshnessInfo freshness;
    QString identity; ///< who the server says we are: "admin"
    QString serverVersions; ///< "Knative 1.15 · Kubernetes 1.34"; empty until known
};

/// A project that was open before.
struct RecentProject {
    QString name;
    QString path;
    QDateTime lastOpened;
};

/// What `sluice new` and the new-project dialog ask for. Empty fields take their defaults.
struct NewProjectOptions {
    QString folder;
    QString name; ///< the Service's name; a DNS-1035 label
    QString image;
};

/// The open project with its connections: the root that pages hang on. One at a time. GUI thread.
class Workspace : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isOpen() const = 0;
    [[nodiscard]] virtual QString projectName() const = 0;
    [[nodiscard]] virtual QString projectPath() const = 0;
    [[nodiscard]] virtual std::vector<EnvironmentInfo> environments() const = 0;
    [[nodiscard]] virtual QString selectedEnvironment() const = 0;
    virtual void selectEnvironment(const QString &name) = 0;
    [[nodiscard]] virtual QString selectedService() const = 0;

    /// Opens a folder; answers by opened() or openFailed(). Unsaved drafts of it come back.
    virtual void open(const QString &folder) = 0;
    virtual void create(const NewProjectOptions &options) = 0;
    /// Copies the sample project into the user's data folder once, opens it and starts the sandbox.
    virtual void openSample() = 0;
    virtual void close() = 0;
    /// Reads files and lists again.
    virtual void refresh() = 0;
    /// Uses \a context for every environment of the open project on this machine only (kept in settings).
    virtual void connectTo(const QString &context) = 0;

    [[nodiscard]] virtual base::Result<std::vector<ClusterContext>> contexts() const = 0;
    [[nodiscard]] virtual std::vector<RecentProject> recentProjects() const = 0;
    [[nodiscard]] virtual std::vector<Problem> problems() const = 0;
    [[nodiscard]] virtual std::vector<ActivityEntry> activity(int limit) const = 0;
    [[nodiscard]] virtual std::vector<Job> jobs() const = 0;
    virtual void stopJob(int id) = 0;

    [[nodiscard]] virtual EnvironmentEditor &editor() = 0;
    [[nodiscard]] virtual PlanController &planner() = 0;
    [[nodiscard]] virtual Overview &overview() = 0;
    [[nodiscard]] virtual ManifestsSession &manifests() = 0;
    [[nodiscard]] virtual LogsSession &logs() = 0;

Q_SIGNALS:
    void opened();
    void closed();
    void openFailed(const sluice::base::Error &error);
    void environmentsChanged(); ///< list, freshness or versions
    void selectionChanged();
    void problemsChanged();
    void activityChanged();
    void jobsChanged();
    void recentProjectsChanged();
};

} // namespace sluice::session
