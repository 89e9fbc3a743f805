// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/http_message.h"
#include "sandbox/api/users.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice::sandbox {

class ObjectStore;
class PodLogs;

/// The Kubernetes API over an ObjectStore: one request in, one answer out, no sockets. Speaks what kubectl 1.32
/// and kn ask for and answers word for word like kube-apiserver 1.34 (tests/data/recordings). Single-threaded, in
/// the sandbox's thread; it installs its rules in the store, which must outlive it.
class ApiServer {
public:
    ApiServer(ObjectStore &store, PodLogs &logs);
    ~ApiServer();
    ApiServer(const ApiServer &) = delete;
    ApiServer &operator=(const ApiServer &) = delete;

    /// Requests are known by "Authorization: Bearer <token>". Without any user everybody is admin.
    void addUser(User user);
    /// host:port named in /api; where clients reach the server.
    void setAddress(std::string address);
    /// A watch from a compacted version is refused with HTTP 410 instead of an ERROR event in the stream.
    void setGoneAsHttpStatus(bool enabled);

    /// Never throws; every refusal is a Status.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
