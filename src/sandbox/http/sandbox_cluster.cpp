// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/sandbox_cluster.h"

#include "base/atomic_file.h"
#include "base/clock.h"
#include "sandbox/http/kubeconfig.h"
#include "sandbox/http/sandbox_thread.h"
#include "sandbox/http/simulated_cluster.h"

namespace sluice::sandbox {
namespace {

base::Error invalidOption(const QString &field, const base::Message &what)
{
    return base::ValidationError{{}, 0, field, what};
}

/// The address to write into a URL for a listener: a wildcard is no place to connect to.
QString urlHost(const QString &listen)
{
    if (listen == QLatin1String("0.0.0.0"))
        return QStringLiteral("127.0.0.1");
    if (listen == QLatin1String("::"))
        return QStringLiteral("[::1]");
    return listen.contains(u':') ? u'[' + listen + u']' : listen;
}

} // namespace

class SandboxCluster::Private {
public:
    explicit Private(SandboxCluster *owner)
        : mailbox([this, owner](SandboxStatus reported) {
            if (thread && reported != status) { // else sent before it was stopped
                status = reported;
                Q_EMIT owner->statusChanged(status);
            }
        })
    {
    }

    base::Result<void> makeTokens()
    {
        for (QString *token : {&endpoint.token, &endpoint.developerToken, &endpoint.viewerToken}) {
            auto made = makeToken();
            if (!made)
                return base::fail(made.error());
            *token = std::move(*made);
        }
        return {};
    }

    [[nodiscard]] std::vector<User> users(const SandboxOptions &options) const
    {
        User admin{endpoint.token.toStdString(), "sandbox-admin", "sandbox-admin",
                   {"system:masters"},           Role::Admin,     {}};
        User developer{
            endpoint.developerToken.toStdString(), "dev", "dev", {"developers"}, Role::Developer, {}};
        for (const QString &nameSpace : options.developerNamespaces)
            developer.namespaces.push_back(nameSpace.toStdString());
        User viewer{endpoint.viewerToken.toStdString(), "viewer", "viewer", {"viewers"}, Role::Viewer, {}};
        return {std::move(admin), std::move(developer), std::move(viewer)};
    }

    base::Result<void> start(const SandboxOptions &options)
    {
        QStringList certified = options.extraHosts;
        certified.append(options.listen);
        const auto identity = makeServerIdentity(certified);
        if (!identity)
            return base::fail(identity.error());
        if (auto made = makeTokens(); !made)
            return made;

        const QDateTime begin = options.startTime.isValid() ? options.startTime : clock.now();
        time = std::make_unique<TimeMap>(clock, begin, options.speed, options.paused);
        thread = std::make_unique<SandboxThread>(options, users(options), *time, mailbox);
        const auto port = thread->start(*identity);
        if (!port)
            return base::fail(port.error());
        endpoint.port = *port;
        endpoint.caPem = identity->caPem;
        endpoint.url = QStringLiteral("https://%1:%2").arg(urlHost(options.listen)).arg(*port);
        status = {true, options.paused, time->speed(), 0, 0, 0};
        return {};
    }

    void clear()
    {
        thread.reset();
        endpoint = {};
        status = {};
    }

    void controlsChanged(SandboxCluster *owner)
    {
        status.paused = time->isPaused();
        status.speed = time->speed();
        thread->controlsChanged();
        Q_EMIT owner->statusChanged(status);
    }

    base::SystemClock clock;
    std::unique_ptr<TimeMap> time;
    base::Mailbox<SandboxStatus> mailbox;
    std::unique_ptr<SandboxThread> thread;
    Endpoint endpoint;
    SandboxStatus status;
};

SandboxCluster::SandboxCluster(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

SandboxCluster::~SandboxCluster() = default;

base::Result<Endpoint> SandboxCluster::start(SandboxOptions options)
{
    if (d->thread)
        return base::fail(invalidOption(QStringLiteral("start"), {QStringLiteral("sandbox.running"), {}}));
    if (!(options.speed >= TimeMap::minimumSpeed && options.speed <= TimeMap::maximumSpeed))
        return base::fail(invalidOption(
            QStringLiteral("speed"),
            {QStringLiteral("sandbox.speed"),
             {QString::number(TimeMap::minimumSpeed), QString::number(TimeMap::maximumSpeed)}}));
    if (options.bookmarkSeconds < 1)
        return base::fail(
            invalidOption(QStringLiteral("bookmarkSeconds"), {QStringLiteral("sandbox.bookmarks"), {}}));
    if (auto started = d->start(options); !started) {
        d->clear();
        return base::fail(started.error());
    }
    Q_EMIT statusChanged(d->status);
    return d->endpoint;
}

void SandboxCluster::stop()
{
    if (!d->thread)
        return;
    d->clear();
    Q_EMIT statusChanged(d->status);
}

bool SandboxCluster::isRunning() const
{
    return d->thread != nullptr;
}

const Endpoint &SandboxCluster::endpoint() const
{
    return d->endpoint;
}

QByteArray SandboxCluster::kubeconfig() const
{
    return isRunning() ? kubeconfigFor(d->endpoint) : QByteArray();
}

base::Result<void> SandboxCluster::writeKubeconfig(const QString &path) const
{
    if (!isRunning())
        return base::fail(
            invalidOption(QStringLiteral("kubeconfig"), {QStringLiteral("sandbox.not-running"), {}}));
    return base::writeFileAtomically(path, kubeconfig(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void SandboxCluster::pause()
{
    if (!d->thread)
        return;
    d->time->setPaused(true);
    d->controlsChanged(this);
}

void SandboxCluster::resume()
{
    if (!d->thread)
        return;
    d->time->setPaused(false);
    d->controlsChanged(this);
}

void SandboxCluster::setSpeed(double factor)
{
    if (!d->thread)
        return;
    d->time->setSpeed(factor);
    d->controlsChanged(this);
}

void SandboxCluster::advance(qint64 milliseconds)
{
    if (d->thread)
        d->thread->advance(milliseconds);
}

void SandboxCluster::setLoad(const QString &nameSpace, const QString &revision, double perSecond,
                             double concurrency)
{
    if (!d->thread)
        return;
    d->thread->post([nameSpace = nameSpace.toStdString(), revision = revision.toStdString(), perSecond,
                     concurrency](SimulatedCluster &cluster) {
        cluster.knative().setLoad(nameSpace, revision, perSecond, concurrency);
    });
}

void SandboxCluster::setImageFault(const QString &pattern, ImageFault fault)
{
    if (!d->thread)
        return;
    d->thread->post([pattern = pattern.toStdString(), fault](SimulatedCluster &cluster) {
        cluster.knative().setImageFault(pattern, fault);
    });
}

void SandboxCluster::forgetHistory()
{
    if (d->thread)
        d->thread->post([](SimulatedCluster &cluster) { cluster.forgetHistory(); });
}

QDateTime SandboxCluster::virtualNow() const
{
    return d->time ? d->time->now() : QDateTime();
}

const SandboxStatus &SandboxCluster::status() const
{
    return d->status;
}

} // namespace sluice::sandbox
