// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "kube/core/request.h"

#include <QNetworkReply>
#include <QTimer>
#include <coroutine>

namespace sluice::kube {

/// One request on its way, and what has arrived of its answer. Wakes the one coroutine that waits for it. The reply is
/// aborted and deleted with it.
class Exchange final {
public:
    struct Limits {
        int timeoutMs = 0; ///< 0: none
        bool timeoutCoversBody = false; ///< else it ends with the header
    };
    /// Takes \a reply over; \a owned, which may be null, is deleted after it.
    Exchange(QNetworkReply *reply, QObject *owned, QString host, bool ignoreTlsErrors, Limits limits);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    [[nodiscard]] bool hasHeader() const { return m_header || m_finished; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] bool hasBytes() const { return !m_aborted && m_reply->bytesAvailable() > 0; }
    /// What has arrived and was not taken yet.
    [[nodiscard]] QByteArray takeBytes();
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }
    [[nodiscard]] int status() const;
    [[nodiscard]] Headers headers() const;

    /// Ends it with \a reason.
    void abort(base::Error reason);

    /// Suspends until something arrives or it ends; returns at once when the condition holds already.
    class Wait {
    public:
        enum class For { Header, Bytes };
        Wait(Exchange &exchange, For what)
            : m_exchange(&exchange)
            , m_for(what)
        {
        }
        [[nodiscard]] bool await_ready() const { return m_exchange->isReady(m_for); }
        void await_suspend(std::coroutine_handle<> handle) const
        {
            m_exchange->m_waitingFor = m_for;
            m_exchange->m_waiter = handle;
        }
        void await_resume() const { }

    private:
        Exchange *m_exchange;
        For m_for;
    };
    [[nodiscard]] Wait waitFor(Wait::For what) { return {*this, what}; }

private:
    [[nodiscard]] bool isReady(Wait::For what) const;
    void onHeader();
    void onFinished();
    void restartTimer();
    void wake();

    QObject m_context; ///< receiver of the reply's signals; they end with this object
    QNetworkReply *m_reply;
    QObject *m_owned;
    QString m_host;
    Limits m_limits;
    QTimer *m_timer;
    QList<QSslError> m_sslErrors;
    std::optional<base::Error> m_error;
    bool m_header = false;
    bool m_finished = false;
    bool m_aborted = false;
    Wait::For m_waitingFor = Wait::For::Header;
    std::coroutine_handle<> m_waiter;
};

} // namespace sluice::kube
