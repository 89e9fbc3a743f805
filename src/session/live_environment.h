// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/service.h"
#include "kube/client/api_client.h"
#include "kube/runtime/informer.h"
#include "session/cluster_provider.h"
#include "session/status.h"

#include <QObject>
#include <memory>

namespace sluice::session {

/// What runs in one namespace of one cluster: Services, Revisions and Pods, kept current. Connects by itself and again when asked.
/// GUI thread.
class LiveEnvironment final : public QObject {
    Q_OBJECT
public:
    LiveEnvironment(QString environment, QString context, QString nameSpace, kube::WatcherTools tools,
                    QObject *parent = nullptr);
    ~LiveEnvironment() override;

    /// Connects through \a provider, which outlives this; replaces an earlier connection.
    void start(ClusterProvider &provider);
    void stop();
    void retryNow();

    [[nodiscard]] const QString &environment() const { return m_environment; }
    [[nodiscard]] const QString &context() const { return m_context; }
    [[nodiscard]] const QString &nameSpace() const { return m_nameSpace; }
    /// Null until connected.
    [[nodiscard]] std::shared_ptr<kube::ApiClient> client() const { return m_connection.client; }
    [[nodiscard]] const ClusterConnection &connection() const { return m_connection; }
    [[nodiscard]] const QString &identity() const { return m_identity; }
    [[nodiscard]] const QString &versions() const { return m_versions; }
    [[nodiscard]] FreshnessInfo freshness() const;

    /// Null while not listed or not there.
    [[nodiscard]] const domain::Service *service(const QString &name) const;
    [[nodiscard]] std::vector<const domain::Service *> services() const;
    [[nodiscard]] const domain::Revision *revision(const QString &name) const;
    [[nodiscard]] std::vector<const domain::Revision *> revisionsOf(const QString &service) const;
    [[nodiscard]] std::vector<const domain::Pod *> podsOf(const QString &service) const;

Q_SIGNALS:
    void changed(); ///< Services, Revisions or Pods
    void freshnessChanged();
    void connectionChanged(); ///< client, identity or versions

private:
    struct Informers;
    void connected(const ClusterConnection &connection);
    void readIdentity();

    QString m_environment;
    QString m_context;
    QString m_nameSpace;
    kube::WatcherTools m_tools;
    std::stop_source m_stop;
    ClusterConnection m_connection;
    QString m_identity;
    QString m_versions;
    FreshnessInfo m_connecting;
    std::unique_ptr<Informers> m_informers;
};

} // namespace sluice::session
