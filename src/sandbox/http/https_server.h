// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sandbox/http/certificates.h"
#include "sandbox/http/exchange.h"

#include <QString>
#include <chrono>
#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace sluice::sandbox {

/// What one client may use up. Times are real milliseconds.
struct ServerLimits {
    int connections = 512; ///< more are closed right after accepting
    std::size_t headerBytes = 64 * 1024; ///< more: 431
    std::size_t bodyBytes = 3 * 1024 * 1024; ///< as kube-apiserver's limit; more: 413
    std::size_t chunkBytes = 64 * 1024; ///< about as much of a stream is in memory per connection
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds idle{120'000}; ///< between two requests
    std::chrono::milliseconds request{30'000}; ///< from a request's first byte to its last
    std::chrono::milliseconds stalledWrite{30'000}; ///< a reader that takes nothing for so long is closed
    std::chrono::milliseconds shutdownGrace{1'000}; ///< for streams and answers under way when stopping
};

/// HTTP/1.1 over TLS 1.2 and later on one port, in the thread that runs \a context. Keeps connections alive, answers one
/// request of a connection at a time and sends streams in chunks. Not thread-safe.
class HttpsServer {
public:
    struct Counters {
        quint64 requests = 0;
        int connections = 0;
        int streams = 0;
    };

    HttpsServer(boost::asio::io_context &context, ServerLimits limits, WireHandler handler);
    ~HttpsServer(); ///< closes what is still open at once
    HttpsServer(const HttpsServer &) = delete;
    HttpsServer &operator=(const HttpsServer &) = delete;

    /// Opens \a address (an IP address) and \a port (0: any) and returns the port. Errors: TransportError, TlsError.
    [[nodiscard]] base::Result<quint16> listen(const QString &address, quint16 port,
                                               const ServerIdentity &identity);
    /// Accepts no more, ends streams with their last chunk, lets answers under way finish within the grace and then
    /// calls \a done.
    void stop(std::function<void()> done);
    [[nodiscard]] Counters counters() const;
    /// Called whenever the counters change.
    void setChanged(std::function<void()> changed);

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace sluice::sandbox
