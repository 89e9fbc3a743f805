// SPDX-License-Identifier: GPL-3.0-or-later
// Sluice's side of ./dev bench --cluster: informers of all Services and Revisions as the session makes them, with a
// model on each store. Says one line of JSON when they are synced and one when its input ends, as peer.go does.
#include "base/error.h"
#include "codec/serving.h"
#include "event_loop_probe.h"
#include "kube/config/credential_sources.h"
#include "kube/config/kubeconfig.h"
#include "kube/net/network_transport.h"
#include "kube/runtime/informer.h"
#include "store_table.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSocketNotifier>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace sluice;

namespace {

const QLatin1String stampPrefix("changed at "); // objects.go writes it

kube::Gvk serving(const char *kind)
{
    return {QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QString::fromLatin1(kind)};
}

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, size_t(double(values.size()) * percent / 100))];
}

/// A line "VmRSS:    1234 kB" of /proc/self/status, in bytes.
qint64 statusBytes(const QByteArray &status, const char *name)
{
    const qsizetype at = status.indexOf(name);
    if (at < 0)
        return 0;
    const qsizetype begin = at + qsizetype(qstrlen(name));
    return status.mid(begin, status.indexOf("kB", begin) - begin).trimmed().toLongLong() * 1024;
}

double millisecondsOf(const timeval &time)
{
    return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
}

/// One kind: its informer and the model that shows it.
template <typename T> struct Kind {
    kube::Informer<T> informer;
    StoreTable<T> table{informer.store()};
};

class Bench final : public QObject {
public:
    Bench(const kube::ApiClient &client, const kube::WatcherTools &tools)
        : m_services{{client,
                      {serving("Service"), {}, {}, {}},
                      [](const base::Json &object) {
                          return base::Result<domain::Service>(codec::service(object));
                      },
                      tools}}
        , m_revisions{{client,
                       {serving("Revision"), {}, {}, {}},
                       [](const base::Json &object) {
                           return base::Result<domain::Revision>(codec::revision(object));
                       },
                       tools}}
    {
        follow(m_services);
        follow(m_revisions);
        m_input.setEnabled(false);
        connect(&m_input, &QSocketNotifier::activated, this, [this] { onInput(); });
    }
    void start()
    {
        m_probe.start();
        m_clock.start();
        m_services.informer.start();
        m_revisions.informer.start();
    }

private:
    template <typename T> void follow(Kind<T> &kind)
    {
        connect(&kind.table, &QAbstractItemModel::rowsInserted, this, [this] {
            if (m_firstRows < 0)
                m_firstRows = elapsed();
        });
        connect(&kind.table, &QAbstractItemModel::dataChanged, this,
                [this, &kind](const QModelIndex &first, const QModelIndex &last) {
                    for (int row = first.row(); row <= last.row(); ++row)
                        saw(kind.table.at(row));
                });
        connect(kind.informer.store().get(), &store::StoreBase::freshnessChanged, this,
                [this] { onFreshness(); });
    }
    double elapsed() const { return double(m_clock.nsecsElapsed()) / 1e6; }

    template <typename T> void saw(const T *object)
    {
        if (!object)
            return;
        const domain::Condition *ready = domain::findCondition(object->conditions, QStringLiteral("Ready"));
        if (!ready || !ready->message.startsWith(stampPrefix))
            return;
        timespec now{};
        clock_gettime(CLOCK_REALTIME, &now);
        const qint64 written = QStringView(ready->message).mid(stampPrefix.size()).toLongLong();
        m_delays.push_back(double(now.tv_sec * 1'000'000 + now.tv_nsec / 1000 - written) / 1e3);
    }
    void onFreshness()
    {
        for (const store::Freshness &freshness :
             {m_services.informer.store()->freshness(), m_revisions.informer.store()->freshness()}) {
            if (freshness.error)
                std::fprintf(stderr, "not live: %s\n", qPrintable(base::debugText(*freshness.error)));
            if (!freshness.isLive())
                return;
        }
        if (m_synced >= 0)
            return;
        m_synced = elapsed();
        say();
        m_delays.clear();
        m_probe.start();
        m_input.setEnabled(true);
    }
    void onInput()
    {
        char buffer[256];
        if (read(STDIN_FILENO, buffer, sizeof buffer) > 0)
            return;
        say();
        QCoreApplication::quit();
    }
    void say()
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        QFile file(QStringLiteral("/proc/self/status"));
        const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        std::printf("{\"firstRowsMs\": %.1f, \"syncedMs\": %.1f, \"objects\": %d, \"residentBytes\": %lld, "
                    "\"peakBytes\": %lld, \"userMs\": %.1f, \"systemMs\": %.1f, \"changes\": %zu, "
                    "\"delayP50Ms\": %.2f, \"delayP99Ms\": %.2f, \"stallP99Ms\": %.2f, \"stallMaxMs\": %.2f, "
                    "\"ownP99Ms\": %.2f, \"ownMaxMs\": %.2f}\n",
                    m_firstRows, m_synced, m_services.table.rowCount() + m_revisions.table.rowCount(),
                    static_cast<long long>(statusBytes(status, "VmRSS:")),
                    static_cast<long long>(statusBytes(status, "VmHWM:")), millisecondsOf(usage.ru_utime),
                    millisecondsOf(usage.ru_stime), m_delays.size(), percentile(m_delays, 50),
                    percentile(m_delays, 99), percentile(m_probe.stalls(), 99),
                    percentile(m_probe.stalls(), 100), percentile(m_probe.ownStalls(), 99),
                    percentile(m_probe.ownStalls(), 100));
        std::fflush(stdout);
    }

    Kind<domain::Service> m_services;
    Kind<domain::Revision> m_revisions;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    EventLoopProbe m_probe;
    QElapsedTimer m_clock;
    double m_firstRows = -1;
    double m_synced = -1;
    std::vector<double> m_delays;
};

} // namespace

int main(int argc, char *argv[])
{
    const QString file = qEnvironmentVariable("SLUICE_CLUSTER_KUBECONFIG");
    if (file.isEmpty()) {
        std::printf(
            "skipped: SLUICE_CLUSTER_KUBECONFIG names no cluster; ./dev bench --cluster starts one\n");
        return 0;
    }
    const QCoreApplication application(argc, argv);
    const auto config = kube::loadKubeconfig({file, {}, {}});
    const auto connection = config ? kube::resolveConnection(*config, {}) : tl::unexpected(config.error());
    const auto timers = std::make_shared<base::SystemTimers>();
    const auto transport = connection
        ? kube::makeTransport(*connection, kube::makeCredentialSource(*connection, {}), timers,
                              "sluice-bench")
        : tl::unexpected(connection.error());
    if (!transport) {
        std::fprintf(stderr, "%s\n", qPrintable(base::debugText(transport.error())));
        return 1;
    }
    const auto pool = std::make_shared<base::WorkerPool>();
    Bench bench(kube::ApiClient(*transport, pool, connection->server.host()),
                kube::systemWatcherTools(
                    pool, std::make_shared<kube::ConnectionHealth>(std::make_shared<base::SystemClock>())));
    bench.start();
    return QCoreApplication::exec();
}
