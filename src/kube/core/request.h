// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/core/gvk.h"
#include "kube/core/options.h"

#include <QByteArray>
#include <optional>
#include <utility>
#include <vector>

namespace sluice::kube {

/// Header fields in order. Names compare without case.
class Headers {
public:
    void add(QByteArray name, QByteArray value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    /// Replaces all of that name.
    void set(const QByteArray &name, QByteArray value);
    /// The first of that name, or a null QByteArray.
    [[nodiscard]] QByteArray value(const QByteArray &name) const;
    [[nodiscard]] std::vector<QByteArray> values(const QByteArray &name) const;
    [[nodiscard]] const std::vector<std::pair<QByteArray, QByteArray>> &fields() const { return m_fields; }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_fields;
};

/// A client certificate with its key, both PEM.
struct ClientCertificate {
    QByteArray certificatePem;
    QByteArray keyPem;
    bool operator==(const ClientCertificate &) const = default;
};

/// One HTTP request relative to the server's URL, before anything is sent.
struct Request {
    QByteArray method = "GET";
    QString
        path; ///< "/apis/serving.knative.dev/v1/namespaces/shop/services", percent-encoded, without the query
    std::vector<std::pair<QString, QString>> query; ///< not encoded
    Headers headers;
    QByteArray body;
    /// send(): the longest silence of the network; open(): until the answer's header. 0: no limit.
    int timeoutMs = 30000;
    std::optional<ClientCertificate> clientCertificate; ///< instead of the connection's own

    void addQuery(const QString &name, const QString &value) { query.emplace_back(name, value); }
    [[nodiscard]] QString queryValue(const QString &name) const;
    /// path?query, percent-encoded; what a log shows.
    [[nodiscard]] QByteArray target() const;
    [[nodiscard]] bool isRead() const { return method == "GET" || method == "HEAD"; }
};

/// Builds requests; pure. \a nameSpace is ignored for cluster-scoped resources and may be empty for list and
/// watch, which then cover all namespaces.
namespace requests {
[[nodiscard]] QString resourcePath(const ApiResource &resource, const QString &nameSpace,
                                   const QString &name = {}, const QString &subresource = {});
[[nodiscard]] Request get(const ApiResource &resource, const QString &nameSpace, const QString &name);
[[nodiscard]] Request list(const ApiResource &resource, const QString &nameSpace, const ListOptions &options);
[[nodiscard]] Request watch(const ApiResource &resource, const QString &nameSpace,
                            const WatchOptions &options);
[[nodiscard]] Request create(const ApiResource &resource, const QString &nameSpace, QByteArray body,
                             const WriteOptions &options);
[[nodiscard]] Request update(const ApiResource &resource, const QString &nameSpace, const QString &name,
                             QByteArray body, const WriteOptions &options);
[[nodiscard]] Request apply(const ApiResource &resource, const QString &nameSpace, const QString &name,
                            QByteArray body, const WriteOptions &options);
[[nodiscard]] Request patch(const ApiResource &resource, const QString &nameSpace, const QString &name,
                            PatchType type, QByteArray body, const WriteOptions &options);
[[nodiscard]] Request remove(const ApiResource &resource, const QString &nameSpace, const QString &name,
                             const DeleteOptions &options);
[[nodiscard]] Request podLogs(const QString &nameSpace, const QString &pod, const LogOptions &options,
                              bool follow);
} // namespace requests

} // namespace sluice::kube
