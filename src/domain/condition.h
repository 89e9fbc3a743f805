// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>
#include <vector>

namespace sluice::domain {

/// A status condition as Knative writes it; ConditionStatus words as on the wire.
struct Condition {
    enum class Status { True, False, Unknown };
    QString type;
    Status status = Status::Unknown;
    QString severity; ///< empty (error), "Warning" or "Info"
    QString reason;
    QString message; ///< as sent
    QDateTime lastTransition;
    bool operator==(const Condition &) const = default;
};

using Conditions = std::vector<Condition>;

/// The condition of that type, or nullptr.
[[nodiscard]] const Condition *findCondition(const Conditions &conditions, const QString &type);

/// How far an object with a Ready condition is.
enum class Readiness { Ready, Progressing, Failed, Unknown };

/// Ready only when the controller has seen the current generation; a newer generation is Progressing.
[[nodiscard]] Readiness readiness(const Conditions &conditions, qint64 generation, qint64 observedGeneration);

/// The first condition other than Ready that is False and counts (no severity), or nullptr.
[[nodiscard]] const Condition *firstFailing(const Conditions &conditions);

} // namespace sluice::domain
