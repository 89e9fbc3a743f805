// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/exchange.h"

#include "kube/net/network_errors.h"

#include <QEvent>

namespace sluice::kube {

namespace {
constexpr int refusalTimeoutMs = 30000; ///< where a stream has no limit of its own

/// Keeps from a reply what Qt's thread has queued for it.
class Deafness final : public QObject {
public:
    explicit Deafness(QNetworkReply *reply)
        : QObject(reply)
    {
        reply->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override { return event->type() == QEvent::MetaCall; }
};

/// An answer with an error may be on its way while the reply is aborted; Qt 6.4 takes it all the same and warns that the
/// reply has two errors now.
void abortReply(QNetworkReply *reply)
{
    new Deafness(reply);
    reply->abort();
}

} // namespace

Exchange::Exchange(QNetworkReply *reply, QObject *owned, QString host, bool ignoreTlsErrors, Limits limits)
    : m_reply(reply)
    , m_owned(owned)
    , m_host(std::move(host))
    , m_limits(limits)
    , m_timer(new QTimer)
{
    QObject::connect(reply, &QNetworkReply::sslErrors, &m_context,
                     [this, ignoreTlsErrors](const QList<QSslError> &errors) {
                         m_sslErrors = errors;
                         if (ignoreTlsErrors)
                             m_reply->ignoreSslErrors();
                     });
    QObject::connect(reply, &QNetworkReply::metaDataChanged, &m_context, [this] { onHeader(); });
    QObject::connect(reply, &QNetworkReply::uploadProgress, &m_context, [this] { restartTimer(); });
    // Not downloadProgress: it comes late and in steps.
    QObject::connect(reply, &QNetworkReply::readyRead, &m_context, [this] {
        restartTimer();
        wake();
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_context, [this] { onFinished(); });
    m_timer->setSingleShot(true);
    QObject::connect(m_timer, &QTimer::timeout, &m_context, [this] {
        abort(base::TimeoutError{m_host, m_limits.timeoutMs});
    });
    restartTimer();
    if (reply->isFinished())
        onFinished();
}

Exchange::~Exchange()
{
    // We may be called from a signal of the reply or of the timer, so they go later.
    m_reply->disconnect(&m_context);
    m_timer->stop();
    m_timer->deleteLater();
    if (!m_finished)
        abortReply(m_reply);
    m_reply->deleteLater();
    if (m_owned)
        m_owned->deleteLater();
}

QByteArray Exchange::takeBytes()
{
    // After an abort the reply's buffers are gone and reading them crashes.
    return m_aborted ? QByteArray() : m_reply->readAll();
}

int Exchange::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Headers Exchange::headers() const
{
    Headers headers;
    const QList<QNetworkReply::RawHeaderPair> &pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        headers.add(name, value);
    return headers;
}

void Exchange::abort(base::Error reason)
{
    if (m_finished)
        return;
    m_error = std::move(reason);
    m_aborted = true;
    // abort() emits finished(); whom that wakes may destroy this object, so it is told last and by ourselves.
    m_reply->disconnect(&m_context);
    abortReply(m_reply);
    onFinished();
}

bool Exchange::isReady(Wait::For what) const
{
    if (m_finished)
        return true;
    return what == Wait::For::Header ? m_header : hasBytes();
}

void Exchange::onHeader()
{
    if (m_header || status() == 0)
        return; // a proxy's answer or an interim one
    m_header = true;
    if (status() >= 300 && !m_limits.timeoutCoversBody) {
        // A refusal's body comes at once or never, whatever the stream might have done.
        m_limits.timeoutCoversBody = true;
        if (m_limits.timeoutMs == 0)
            m_limits.timeoutMs = refusalTimeoutMs;
    }
    if (m_limits.timeoutCoversBody)
        restartTimer();
    else
        m_timer->stop();
    wake();
}

void Exchange::onFinished()
{
    if (m_finished)
        return;
    m_finished = true;
    m_timer->stop();
    if (!m_aborted)
        m_error = replyError(*m_reply, m_sslErrors, m_host);
    wake();
}

void Exchange::restartTimer()
{
    if (m_limits.timeoutMs > 0 && !m_finished && (!m_header || m_limits.timeoutCoversBody))
        m_timer->start(m_limits.timeoutMs);
}

void Exchange::wake()
{
    if (!m_waiter || !isReady(m_waitingFor))
        return;
    // Last: the coroutine may destroy this object.
    std::exchange(m_waiter, {}).resume();
}

} // namespace sluice::kube
