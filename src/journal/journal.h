// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <memory>
#include <optional>
#include <vector>

namespace sluice::journal {

enum class Outcome { Running, Succeeded, Failed, Cancelled };

/// One thing that was done to a cluster or to files.
struct Activity {
    qint64 id = 0; ///< given by append(); grows with each entry
    QDateTime at; ///< UTC, milliseconds; the server's time where there is one
    QString who; ///< the user name as the cluster knows it, or the login name
    QString environment; ///< empty when it concerned none
    QString context; ///< kubeconfig context, or "sandbox"
    QString namespaceName;
    base::Message what;
    Outcome outcome = Outcome::Succeeded;
    QByteArray evidence; ///< UTF-8 JSON, redacted by the caller; empty for none
    bool operator==(const Activity &) const = default;
};

/// Which entries are wanted; an empty member asks for all.
struct ActivityFilter {
    QString environment{};
    QString context{};
    QString namespaceName{};
    std::optional<Outcome> outcome{};
    QDateTime since{}; ///< entries at this time or later
    qint64 beforeId = 0; ///< entries older than this one; the next page
};

/// Edits of a project that are not saved in its files yet.
struct Draft {
    QString projectId;
    QDateTime savedAt; ///< UTC, milliseconds
    QByteArray content; ///< opaque here; its owner puts a version into it
    bool operator==(const Draft &) const = default;
};

/// A long task (a canary, for one) that goes on after a restart.
struct RunState {
    QString id;
    QString kind; ///< which use case reads \a content
    QDateTime savedAt; ///< UTC, milliseconds
    QByteArray content; ///< opaque here
    bool operator==(const RunState &) const = default;
};

class Database;

/// The journal file. It is opened by the first call that needs it, so that making one costs nothing; another
/// process may have it open too. Everything belongs to the thread that makes the first call.
/// Errors: FileError (Permission, NoSpace, ReadOnly, Other), DecodeError for a file of a newer Sluice or of
/// another program, which stays untouched. A damaged file is set aside and a new one begun; takeNotice() says
/// so.
class Journal {
public:
    /// \a path: the file, made with its folders when missing, readable by its owner only. An empty path keeps
    /// everything in memory.
    [[nodiscard]] static std::unique_ptr<Journal> open(const QString &path);
    [[nodiscard]] static std::unique_ptr<Journal> open(const QString &path,
                                                       std::shared_ptr<const base::Clock> clock);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Adds an entry and answers its id; \a activity's own id is not looked at.
    [[nodiscard]] base::Result<qint64> append(const Activity &activity);
    /// Says how a Running entry ended. Does nothing when there is no such entry.
    [[nodiscard]] base::Result<void> finish(qint64 id, Outcome outcome, const QByteArray &evidence);
    /// At most \a limit entries, the newest first.
    [[nodiscard]] base::Result<std::vector<Activity>> recent(int limit, const ActivityFilter &filter = {});

    /// Replaces the project's draft.
    [[nodiscard]] base::Result<void> saveDraft(const Draft &draft);
    [[nodiscard]] base::Result<std::optional<Draft>> loadDraft(const QString &projectId);
    [[nodiscard]] base::Result<void> dropDraft(const QString &projectId);

    /// Replaces the run's state.
    [[nodiscard]] base::Result<void> saveRun(const RunState &run);
    /// Every run that was saved and not dropped, the oldest first.
    [[nodiscard]] base::Result<std::vector<RunState>> runs();
    [[nodiscard]] base::Result<void> dropRun(const QString &id);

    /// What has to be told once: that a damaged journal was set aside, and where it is now.
    [[nodiscard]] std::optional<base::Message> takeNotice();

private:
    explicit Journal(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace sluice::journal
