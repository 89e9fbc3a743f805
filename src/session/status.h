// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace sluice::session {

/// How something is doing; views give each its colour, shape and word.
enum class Health { Ok, Progressing, Warning, Failed, Unknown, Inactive };

/// How current what is shown is.
struct FreshnessInfo {
    enum class State { NotConnected, Connecting, Live, Stale, Failed };
    State state = State::NotConnected;
    QDateTime since; ///< of the state, server's time
    std::optional<base::Error> error; ///< with Failed, and with Stale when its cause is known
    bool operator==(const FreshnessInfo &) const = default;
};

/// One entry of the Problems list. The same problem again is one entry with a count.
struct Problem {
    enum class Severity { Error, Warning, Info };
    QString key; ///< identity, for counting and clearing
    Severity severity = Severity::Error;
    base::Message title;
    QString place; ///< file:line, or namespace/name
    QString page; ///< id of the page to go to: "environments", "manifests"...
    std::optional<base::Error> error;
    int count = 1;
    QDateTime last;
    bool operator==(const Problem &) const = default;
};

/// One line of the activity journal as shown.
struct ActivityEntry {
    qint64 id = 0;
    QDateTime when;
    QString who;
    QString environment;
    base::Message what;
    Health outcome = Health::Unknown;
    QString detail; ///< evidence as text; may be long
    bool operator==(const ActivityEntry &) const = default;
};

/// Work that takes long enough to be seen.
struct Job {
    int id = 0;
    base::Message what;
    int done = 0;
    int total = 0; ///< 0: unknown
    bool canStop = true;
};

} // namespace sluice::session
