// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"

#include <coroutine>
#include <deque>
#include <memory>

namespace sluice::kube {

/// Lets coroutines of one thread do something one after the other, in order of asking.
class Turns final : public std::enable_shared_from_this<Turns> {
public:
    [[nodiscard]] static std::shared_ptr<Turns> make() { return std::shared_ptr<Turns>(new Turns); }

    /// The turn lasts as long as the value lives. Errors: Cancelled.
    [[nodiscard]] base::Task<std::shared_ptr<void>> take(std::stop_token stop);

private:
    struct Waiter {
        std::coroutine_handle<> handle;
        bool granted = false;
    };
    class Queue;
    Turns() = default;
    [[nodiscard]] std::shared_ptr<void> ticket();
    void passOn();

    bool m_taken = false;
    std::deque<Waiter *> m_waiting;
};

} // namespace sluice::kube
