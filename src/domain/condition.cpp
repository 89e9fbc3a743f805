// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition.h"

namespace sluice::domain {

const Condition *findCondition(const Conditions &conditions, const QString &type)
{
    for (const Condition &condition : conditions) {
        if (condition.type == type)
            return &condition;
    }
    return nullptr;
}

Readiness readiness(const Conditions &conditions, qint64 generation, qint64 observedGeneration)
{
    if (generation != observedGeneration)
        return Readiness::Progressing;
    const Condition *ready = findCondition(conditions, QStringLiteral("Ready"));
    if (!ready)
        return Readiness::Unknown;
    switch (ready->status) {
    case Condition::Status::True:
        return Readiness::Ready;
    case Condition::Status::False:
        return Readiness::Failed;
    case Condition::Status::Unknown:
        return Readiness::Progressing;
    }
    return Readiness::Unknown;
}

const Condition *firstFailing(const Conditions &conditions)
{
    for (const Condition &condition : conditions) {
        if (condition.type != QLatin1String("Ready") && condition.status == Condition::Status::False
            && condition.severity.isEmpty())
            return &condition;
    }
    const Condition *ready = findCondition(conditions, QStringLiteral("Ready"));
    return ready && ready->status == Condition::Status::False ? ready : nullptr;
}

} // namespace sluice::domain
