// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QCoroTask>
#include <stop_token>

namespace sluice::base {

/// A coroutine that ends with a Result. Runs in the thread that started it. A cancellable one takes a
/// std::stop_token by value; request_stop() must be called in the task's own thread and makes it end with
/// Cancelled. A coroutine owns all it uses (copies or shared_ptr), never `this` of a QObject that can die.
template<typename T> using Task = QCoro::Task<Result<T>>;

} // namespace sluice::base
