// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <coroutine>

namespace sluice::app {

/// `co_await nextSignal(&object, &Class::changed)` goes on after the next emission, from the event loop. The object must live until
/// then. (QCoro 0.8's own awaiter for signals breaks when a signal comes twice before the loop runs.)
template <typename Sender, typename Signal> auto nextSignal(Sender *sender, Signal signal)
{
    struct Awaiter {
        Sender *sender;
        Signal signal;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle) const
        {
            QObject::connect(
                sender, signal, sender,
                [from = sender, handle] {
                    QMetaObject::invokeMethod(
                        from, [handle] { handle.resume(); }, Qt::QueuedConnection);
                },
                Qt::SingleShotConnection);
        }
        void await_resume() const noexcept { }
    };
    return Awaiter{sender, signal};
}

} // namespace sluice::app
