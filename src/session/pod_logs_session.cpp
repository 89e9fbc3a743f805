// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pod_logs_session.h"

#include "kube/client/api_client.h"
#include "session/live_environment.h"
#include "session/when_done.h"

#include <QTimer>

namespace sluice::session {

namespace {

constexpr size_t maxLines = 50000;
constexpr int batchMs = 33;

using LineSink = std::function<void(const std::vector<QByteArray> &)>;

base::Task<void> readAll(kube::ApiClient client, QString nameSpace, QString pod, kube::LogOptions options,
                         bool follow, LineSink sink, std::stop_token stop)
{
    if (!follow) {
        auto text = co_await client.logs(nameSpace, pod, options, stop);
        if (!text)
            co_return base::fail(text.error());
        const QList<QByteArray> split = text->split('\n');
        std::vector<QByteArray> lines(split.begin(), split.end());
        if (!lines.empty() && lines.back().isEmpty())
            lines.pop_back();
        sink(lines);
        co_return base::Result<void>{};
    }
    auto stream = co_await client.followLogs(nameSpace, pod, options, stop);
    if (!stream)
        co_return base::fail(stream.error());
    for (;;) {
        auto lines = co_await (*stream)->next(stop);
        if (!lines)
            co_return base::fail(lines.error());
        if (lines->empty())
            co_return base::Result<void>{};
        sink(*lines);
    }
}

} // namespace

PodLogsSession::PodLogsSession(Lookup lookup, QObject *parent)
    : LogsSession(parent)
    , m_lookup(std::move(lookup))
{
}

PodLogsSession::~PodLogsSession()
{
    m_stop.request_stop();
}

void PodLogsSession::start(const LogScope &scope)
{
    stop();
    m_stop = std::stop_source();
    m_scope = scope;
    m_lines.clear();
    m_pending.clear();
    m_reading.clear();
    Q_EMIT restarted();
    LiveEnvironment *live = m_lookup(scope.environment);
    if (!live || !live->client()) {
        m_freshness = live ? live->freshness() : FreshnessInfo{};
        Q_EMIT freshnessChanged();
        return;
    }
    m_freshness = {FreshnessInfo::State::Live, QDateTime::currentDateTimeUtc(), std::nullopt};
    m_podChanges = connect(live, &LiveEnvironment::changed, this, [this] {
        Q_EMIT scopeOptionsChanged();
        followNewPods();
    });
    Q_EMIT scopeOptionsChanged();
    Q_EMIT freshnessChanged();
    followNewPods();
}

void PodLogsSession::stop()
{
    m_stop.request_stop();
    disconnect(m_podChanges);
    m_freshness = {};
}

QStringList PodLogsSession::wantedPods() const
{
    QStringList names;
    LiveEnvironment *live = m_lookup(m_scope.environment);
    if (!live)
        return names;
    for (const domain::Pod *pod : live->podsOf(m_scope.service)) {
        const bool wanted = (m_scope.pod.isEmpty() || pod->name == m_scope.pod)
            && (m_scope.revision.isEmpty() || pod->revision == m_scope.revision);
        if (wanted)
            names.append(pod->name);
    }
    return names;
}

QStringList PodLogsSession::pods() const
{
    QStringList names;
    if (LiveEnvironment *live = m_lookup(m_scope.environment)) {
        for (const domain::Pod *pod : live->podsOf(m_scope.service))
            names.append(pod->name);
    }
    return names;
}

QStringList PodLogsSession::containers() const
{
    QStringList names;
    if (LiveEnvironment *live = m_lookup(m_scope.environment)) {
        for (const domain::Pod *pod : live->podsOf(m_scope.service)) {
            for (const QString &container : pod->containers) {
                if (!names.contains(container))
                    names.append(container);
            }
        }
    }
    return names;
}

QStringList PodLogsSession::revisions() const
{
    QStringList names;
    if (LiveEnvironment *live = m_lookup(m_scope.environment)) {
        for (const domain::Revision *revision : live->revisionsOf(m_scope.service))
            names.append(revision->name);
    }
    return names;
}

void PodLogsSession::followNewPods()
{
    const QStringList wanted = wantedPods();
    for (const QString &pod : wanted) {
        if (!m_reading.contains(pod))
            readPod(pod);
    }
}

void PodLogsSession::readPod(const QString &pod)
{
    LiveEnvironment *live = m_lookup(m_scope.environment);
    m_reading.append(pod);
    kube::LogOptions options;
    options.container = m_scope.container;
    options.previous = m_scope.previous;
    options.timestamps = true;
    if (m_scope.tailLines > 0)
        options.tailLines = m_scope.tailLines;
    if (m_scope.sinceSeconds > 0)
        options.sinceSeconds = m_scope.sinceSeconds;
    const bool follow = m_scope.follow && !m_scope.previous;
    const std::stop_token stop = m_stop.get_token();
    const LineSink sink = [guarded = QPointer<PodLogsSession>(this), pod,
                           stop](const std::vector<QByteArray> &lines) {
        if (guarded && !stop.stop_requested())
            guarded->take(pod, lines);
    };
    whenDone(readAll(*live->client(), live->nameSpace(), pod, options, follow, sink, stop), this,
             [this, pod, stop](const base::Result<void> &result) {
                 if (stop.stop_requested() || result)
                     return;
                 const base::ApiStatus *status = result.error().api();
                 // A container that is only starting, or a pod that has gone, is tried again when the pods change.
                 if (status && (status->code == 400 || status->isNotFound()))
                     m_reading.removeAll(pod);
                 else
                     failed(result.error());
             });
}

void PodLogsSession::take(const QString &pod, const std::vector<QByteArray> &raw)
{
    for (const QByteArray &bytes : raw) {
        LogLine line;
        line.pod = pod;
        line.container = m_scope.container;
        const QString text = QString::fromUtf8(bytes);
        const qsizetype space = text.indexOf(QLatin1Char(' '));
        line.time = QDateTime::fromString(text.left(space), Qt::ISODateWithMs);
        line.text = line.time.isValid() ? text.mid(space + 1) : text;
        m_pending.push_back(std::move(line));
    }
    if (m_flushScheduled)
        return;
    m_flushScheduled = true;
    QTimer::singleShot(batchMs, this, &PodLogsSession::flush);
}

void PodLogsSession::flush()
{
    m_flushScheduled = false;
    std::stable_sort(m_pending.begin(), m_pending.end(),
                     [](const LogLine &a, const LogLine &b) { return a.time < b.time; });
    const int first = int(m_lines.size());
    m_lines.insert(m_lines.end(), std::make_move_iterator(m_pending.begin()),
                   std::make_move_iterator(m_pending.end()));
    const int count = int(m_pending.size());
    m_pending.clear();
    if (count > 0)
        Q_EMIT linesAppended(first, count);
    if (m_lines.size() > maxLines) {
        const size_t extra = m_lines.size() - maxLines;
        m_lines.erase(m_lines.begin(), m_lines.begin() + qsizetype(extra));
        Q_EMIT linesDropped(int(extra));
    }
}

void PodLogsSession::failed(const base::Error &error)
{
    m_freshness = {FreshnessInfo::State::Failed, QDateTime::currentDateTimeUtc(), error};
    Q_EMIT freshnessChanged();
}

} // namespace sluice::session
