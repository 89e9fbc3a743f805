// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"

#include <QPointer>

namespace sluice::session {

/// Runs \a then with the task's Result in the task's thread, unless \a guard was destroyed meanwhile. The boundary between
/// coroutines and QObjects.
template <typename T, typename Then> void whenDone(base::Task<T> task, QObject *guard, Then then)
{
    std::move(task).then(
        [guarded = QPointer<QObject>(guard), then = std::move(then)](const base::Result<T> &result) {
            if (guarded)
                then(result);
        });
}

} // namespace sluice::session
