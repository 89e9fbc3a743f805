// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <functional>
#include <mutex>
#include <vector>

namespace sluice::base {

/// Hands values to the thread that the Mailbox lives in. post() may be called from any thread; \a deliver runs
/// in the Mailbox's thread, in order of posting. The values travel in a mutex-guarded queue and the event is only a
/// wake-up, which the thread sanitizer can follow even where Qt itself is not instrumented.
template <typename T> class Mailbox final : public QObject {
public:
    explicit Mailbox(std::function<void(T)> deliver, QObject *parent = nullptr)
        : QObject(parent)
        , m_deliver(std::move(deliver))
    {
    }

    void post(T value)
    {
        bool wake = false;
        {
            const std::lock_guard lock(m_mutex);
            wake = m_queue.empty();
            m_queue.push_back(std::move(value));
        }
        if (wake)
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        std::vector<T> batch;
        {
            const std::lock_guard lock(m_mutex);
            batch.swap(m_queue);
        }
        for (T &value : batch)
            m_deliver(std::move(value));
        return true;
    }

private:
    std::function<void(T)> m_deliver;
    std::mutex m_mutex;
    std::vector<T> m_queue;
};

} // namespace sluice::base
