// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/live_environment.h"

#include "base/json.h"
#include "codec/serving.h"
#include "session/when_done.h"

namespace sluice::session {

namespace {

kube::Gvk serving(const char *kind)
{
    return {QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QString::fromLatin1(kind)};
}

FreshnessInfo fromStore(const store::Freshness &freshness)
{
    using From = store::Freshness::State;
    using To = FreshnessInfo::State;
    const To state = freshness.state == From::Live ? To::Live
        : freshness.state == From::Stale           ? To::Stale
        : freshness.state == From::Failed          ? To::Failed
                                                   : To::Connecting;
    return {state, freshness.since, freshness.error};
}

} // namespace

struct LiveEnvironment::Informers {
    kube::Informer<domain::Service> services;
    kube::Informer<domain::Revision> revisions;
    kube::Informer<domain::Pod> pods;

    Informers(const kube::ApiClient &client, const QString &nameSpace, const kube::WatcherTools &tools)
        : services(
            client, {serving("Service"), nameSpace, {}, {}},
            [](const base::Json &object) { return base::Result<domain::Service>(codec::service(object)); },
            tools)
        , revisions(
              client, {serving("Revision"), nameSpace, {}, {}},
              [](const base::Json &object) {
                  return base::Result<domain::Revision>(codec::revision(object));
              },
              tools)
        , pods(
              client,
              {{QString(), QStringLiteral("v1"), QStringLiteral("Pod")},
               nameSpace,
               QStringLiteral("serving.knative.dev/service"),
               {}},
              [](const base::Json &object) { return base::Result<domain::Pod>(codec::pod(object)); }, tools)
    {
    }
};

LiveEnvironment::LiveEnvironment(QString environment, QString context, QString nameSpace,
                                 kube::WatcherTools tools, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_context(std::move(context))
    , m_nameSpace(std::move(nameSpace))
    , m_tools(std::move(tools))
{
}

LiveEnvironment::~LiveEnvironment()
{
    m_stop.request_stop();
}

void LiveEnvironment::start(ClusterProvider &provider)
{
    stop();
    m_stop = std::stop_source();
    m_connecting = {FreshnessInfo::State::Connecting, m_tools.clock->now(), std::nullopt};
    Q_EMIT freshnessChanged();
    whenDone(provider.connect(m_context, m_stop.get_token()), this,
             [this](const base::Result<ClusterConnection> &connection) {
                 if (connection) {
                     connected(*connection);
                     return;
                 }
                 if (connection.error().isCancelled())
                     return;
                 m_connecting = {FreshnessInfo::State::Failed, m_tools.clock->now(), connection.error()};
                 Q_EMIT freshnessChanged();
             });
}

void LiveEnvironment::stop()
{
    m_stop.request_stop();
    m_informers.reset();
    m_connection = {};
    m_connecting = {};
}

void LiveEnvironment::retryNow()
{
    if (!m_informers)
        return;
    m_informers->services.retryNow();
    m_informers->revisions.retryNow();
    m_informers->pods.retryNow();
}

void LiveEnvironment::connected(const ClusterConnection &connection)
{
    m_connection = connection;
    m_informers = std::make_unique<Informers>(*connection.client, m_nameSpace, m_tools);
    const auto follow = [this](const auto &store) {
        connect(store.get(), &store::StoreBase::changed, this, [this] { Q_EMIT changed(); });
        connect(store.get(), &store::StoreBase::freshnessChanged, this,
                [this] { Q_EMIT freshnessChanged(); });
    };
    follow(m_informers->services.store());
    follow(m_informers->revisions.store());
    follow(m_informers->pods.store());
    m_informers->services.start();
    m_informers->revisions.start();
    m_informers->pods.start();
    Q_EMIT connectionChanged();
    readIdentity();
}

void LiveEnvironment::readIdentity()
{
    const std::stop_token stop = m_stop.get_token();
    whenDone(m_connection.client->whoAmI(stop), this, [this](const base::Result<kube::UserInfo> &user) {
        m_identity = user ? user->username : m_connection.context.user;
        Q_EMIT connectionChanged();
    });
    whenDone(m_connection.client->serverVersion(stop), this,
             [this](const base::Result<kube::ServerVersion> &version) {
                 if (!version)
                     return;
                 m_versions = QStringLiteral("Kubernetes %1.%2").arg(version->major).arg(version->minor);
                 Q_EMIT connectionChanged();
             });
}

FreshnessInfo LiveEnvironment::freshness() const
{
    // The Services decide: without them nothing here can be shown; the others only add to them.
    return m_informers ? fromStore(m_informers->services.store()->freshness()) : m_connecting;
}

const domain::Service *LiveEnvironment::service(const QString &name) const
{
    return m_informers ? m_informers->services.store()->value({m_nameSpace, name}) : nullptr;
}

std::vector<const domain::Service *> LiveEnvironment::services() const
{
    std::vector<const domain::Service *> found;
    if (!m_informers)
        return found;
    for (const auto &[key, entry] : m_informers->services.store()->entries()) {
        if (const domain::Service *value = entry.value())
            found.push_back(value);
    }
    return found;
}

const domain::Revision *LiveEnvironment::revision(const QString &name) const
{
    return m_informers ? m_informers->revisions.store()->value({m_nameSpace, name}) : nullptr;
}

std::vector<const domain::Revision *> LiveEnvironment::revisionsOf(const QString &service) const
{
    std::vector<const domain::Revision *> found;
    if (!m_informers)
        return found;
    for (const auto &[key, entry] : m_informers->revisions.store()->entries()) {
        const domain::Revision *value = entry.value();
        if (value && value->service == service)
            found.push_back(value);
    }
    std::sort(found.begin(), found.end(), [](const domain::Revision *a, const domain::Revision *b) {
        return a->generation > b->generation;
    });
    return found;
}

std::vector<const domain::Pod *> LiveEnvironment::podsOf(const QString &service) const
{
    std::vector<const domain::Pod *> found;
    if (!m_informers)
        return found;
    for (const auto &[key, entry] : m_informers->pods.store()->entries()) {
        const domain::Pod *value = entry.value();
        if (value && value->service == service)
            found.push_back(value);
    }
    return found;
}

} // namespace sluice::session
