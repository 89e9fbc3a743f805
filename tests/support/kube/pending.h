// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"

#include <memory>
#include <optional>

namespace sluice::test {

/// A task's result, kept as it arrives, for tests that go on meanwhile.
template <typename T> struct Pending {
    std::optional<base::Result<T>> result;
    [[nodiscard]] bool wasCancelled() const { return result && !*result && result->error().isCancelled(); }
};
template <typename T> QCoro::Task<> keep(base::Task<T> task, std::shared_ptr<Pending<T>> into)
{
    base::Result<T> result = co_await task;
    into->result = std::move(result);
}
template <typename T> std::shared_ptr<Pending<T>> begin(base::Task<T> task)
{
    auto pending = std::make_shared<Pending<T>>();
    keep(std::move(task), pending);
    return pending;
}

} // namespace sluice::test
