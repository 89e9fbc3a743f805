// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <optional>

namespace sluice::kube {

struct ListOptions {
    int limit = 0; ///< objects a page; 0: all in one answer
    QString continueToken;
    QString labelSelector;
    QString fieldSelector;
    QString resourceVersion; ///< empty: the most recent; "0": any the server has cached
    QString
        resourceVersionMatch; ///< "Exact" or "NotOlderThan"; only with a resourceVersion and no continueToken
};

struct WatchOptions {
    QString resourceVersion; ///< that of the list to continue from
    QString labelSelector;
    QString fieldSelector;
    int timeoutSeconds = 0; ///< after which the server ends the stream; 0: its own default
    bool bookmarks = true;
};

enum class FieldValidation { ServerDefault, Ignore, Warn, Strict };
enum class Subresource { None, Status, Scale };

struct WriteOptions {
    QString fieldManager = QStringLiteral("sluice");
    bool dryRun = false; ///< dryRun=All: admission runs, nothing is stored
    bool force = false; ///< take fields over from other managers; server-side apply only
    FieldValidation fieldValidation = FieldValidation::ServerDefault;
    Subresource subresource = Subresource::None;
};

enum class PatchType { Json, Merge, Strategic };

enum class Propagation { ServerDefault, Background, Foreground, Orphan };

struct DeleteOptions {
    Propagation propagation = Propagation::ServerDefault;
    std::optional<int> gracePeriodSeconds;
    QString preconditionUid; ///< delete only this very object; empty: whichever has the name
    QString preconditionResourceVersion;
    bool dryRun = false;
};

struct LogOptions {
    QString container; ///< needed when the pod has several; Knative's is "user-container"
    bool previous = false;
    bool timestamps = false;
    std::optional<int> tailLines;
    std::optional<int> sinceSeconds;
    std::optional<qint64> limitBytes;
};

} // namespace sluice::kube
