// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/offload.h"
#include "base/timers.h"
#include "kube/client/discovery.h"
#include "kube/client/streams.h"
#include "kube/core/transport.h"

namespace sluice::kube {

/// An object as the server answered it, complete with managedFields, and what the server said beside it.
struct ObjectAnswer {
    JsonPtr object; ///< never null; a Status for a delete that is already done
    QStringList warnings; ///< texts of the Warning headers, as sent
    QDateTime serverTime; ///< the Date header, UTC; null when absent
    bool created = false; ///< HTTP 201
};

struct ListAnswer {
    ListPage page;
    QStringList warnings;
    QDateTime serverTime;
};

/// One page as it came: its head is read, its items are not yet.
struct ListText {
    ListHead head;
    QByteArray body;
    QString source; ///< for errors
};

struct ServerVersion {
    QString gitVersion; ///< "v1.34.1"
    int major = 0;
    int minor = 0;
    QString platform;
};

struct AccessQuestion {
    QString verb; ///< "get", "list", "create", "patch"...
    QString group;
    QString resource; ///< plural; "*" for all
    QString subresource;
    QString nameSpace; ///< empty: all namespaces, or cluster-scoped
    QString name;
};

struct AccessAnswer {
    bool allowed = false;
    QString reason; ///< as the server gave it; often empty
};

struct UserInfo {
    QString username;
    QString uid;
    QStringList groups;
};

/// Typed calls to one Kubernetes API server. Copies share connection and discovery cache. Used in the GUI thread;
/// big lists are decoded on the pool. Each call ends with Cancelled soon after \a stop is requested.
/// Errors of every call: Transport, Tls, Auth, Timeout, Cancelled; Api with the server's Status; Decode when an answer
/// is not what it should be; Api 404 with reason "NotFound" and kind set when the server does not serve a kind.
/// Objects are found by group, version and kind through discovery, read on first need and once more when a kind
/// is missing (a custom resource may have been installed meanwhile).
class ApiClient {
public:
    /// \a pool may be null: then everything is decoded in place. \a name stands for the server in errors.
    /// \a requestTimeoutMs: the longest silence of the network within a call, 0 for no limit; streams have none.
    ApiClient(std::shared_ptr<Transport> transport, std::shared_ptr<base::WorkerPool> pool, QString name,
              int requestTimeoutMs = 30000);

    [[nodiscard]] base::Task<ObjectAnswer> get(ObjectRef ref, std::stop_token stop) const;
    /// One page.
    [[nodiscard]] base::Task<ListAnswer> list(Gvk gvk, QString nameSpace, ListOptions options,
                                              std::stop_token stop) const;
    /// One page in two steps, for who asks for the next page while the items of this one are decoded.
    [[nodiscard]] base::Task<ListText> listText(Gvk gvk, QString nameSpace, ListOptions options,
                                                std::stop_token stop) const;
    [[nodiscard]] base::Task<ListPage> decode(ListText text, std::stop_token stop) const;
    /// All pages (of 500 unless options.limit says otherwise) as one; begins anew once when the server has
    /// forgotten the place (410).
    [[nodiscard]] base::Task<ListAnswer> listAll(Gvk gvk, QString nameSpace, ListOptions options,
                                                 std::stop_token stop) const;
    /// Kind, namespace and name of the writes come from the object itself.
    [[nodiscard]] base::Task<ObjectAnswer> create(base::Json object, WriteOptions options,
                                                  std::stop_token stop) const;
    /// Server-side apply. Leave out status; metadata.managedFields is taken out here. A resourceVersion in the
    /// object is a precondition.
    [[nodiscard]] base::Task<ObjectAnswer> apply(base::Json object, WriteOptions options,
                                                 std::stop_token stop) const;
    /// PUT; the object's resourceVersion decides about conflicts.
    [[nodiscard]] base::Task<ObjectAnswer> update(base::Json object, WriteOptions options,
                                                  std::stop_token stop) const;
    [[nodiscard]] base::Task<ObjectAnswer> patch(ObjectRef ref, PatchType type, base::Json patch,
                                                 WriteOptions options, std::stop_token stop) const;
    [[nodiscard]] base::Task<ObjectAnswer> remove(ObjectRef ref, DeleteOptions options,
                                                  std::stop_token stop) const;

    [[nodiscard]] base::Task<std::shared_ptr<WatchStream>>
    watch(Gvk gvk, QString nameSpace, WatchOptions options, std::stop_token stop) const;

    /// The log so far.
    [[nodiscard]] base::Task<QByteArray> logs(QString nameSpace, QString pod, LogOptions options,
                                              std::stop_token stop) const;
    [[nodiscard]] base::Task<std::shared_ptr<LogStream>>
    followLogs(QString nameSpace, QString pod, LogOptions options, std::stop_token stop) const;

    /// The cached answer unless \a refresh; concurrent calls share one request.
    [[nodiscard]] base::Task<std::shared_ptr<const Discovery>> discover(bool refresh,
                                                                        std::stop_token stop) const;
    /// How the server serves the kind.
    [[nodiscard]] base::Task<ApiResource> resource(Gvk gvk, std::stop_token stop) const;
    [[nodiscard]] base::Task<ServerVersion> serverVersion(std::stop_token stop) const;
    /// SelfSubjectAccessReview.
    [[nodiscard]] base::Task<AccessAnswer> canI(AccessQuestion question, std::stop_token stop) const;
    /// SelfSubjectReview.
    [[nodiscard]] base::Task<UserInfo> whoAmI(std::stop_token stop) const;

    /// The body of GET \a path ("/openapi/v3"), for what has no call of its own.
    [[nodiscard]] base::Task<QByteArray> getRaw(QString path, std::stop_token stop) const;

    struct Shared;

private:
    std::shared_ptr<Shared> m_shared;
};

} // namespace sluice::kube
