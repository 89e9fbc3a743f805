// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QCoroTask>
#include <stop_token>

namespace sluice::base {

/// A coroutine that ends with a Result. Runs in the thread that started it. A cancellable one takes a
/// std::stop_token by value; request_stop() must be called in the task's own thread and makes it end with
/// Cancelled. A coroutine owns all it uses (copies or shared_ptr), never `this` of a QObject that can die.
/// Trap: QCoro 0.8 moves out of a non-const lvalue that is co_returned, even when it is no local of the coroutine: write
/// `co_return std::as_const(shared->value);`.
template <typename T> using Task = QCoro::Task<Result<T>>;

} // namespace sluice::base
