// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::sandbox {

using WireHeaders = std::vector<std::pair<std::string, std::string>>;

/// One HTTP request as it came over the wire, body complete.
struct WireRequest {
    std::string method; ///< upper case
    std::string target; ///< path and query, still percent-encoded
    WireHeaders headers; ///< in order of arrival
    std::string body;
    std::string localAddress; ///< the IP address that the client reached, without port

    /// The first value of a header, compared without case; empty when absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// A body that grows while it is sent: a watch or a followed log. Pulled, so that a slow reader holds back its own
/// stream only. All calls are made in the server's thread.
class WireStream {
public:
    virtual ~WireStream() = default;
    /// What can be sent now, about \a maxBytes at most but at least one entry; empty when there is nothing yet.
    [[nodiscard]] virtual std::string take(std::size_t maxBytes) = 0;
    /// True when nothing will follow what take() has returned.
    [[nodiscard]] virtual bool finished() const = 0;
    /// \a wake is called when take() or finished() may answer differently; an empty function ends that.
    virtual void setWake(std::function<void()> wake) = 0;
    /// Two seconds are left of the response's streamLimit. Not called when that is no longer.
    virtual void aboutToEnd() { }
};

/// The answer; with a stream the body is sent first and then what the stream yields, in chunks.
struct WireResponse {
    int status = 200;
    WireHeaders headers; ///< without Content-Length, Transfer-Encoding and Connection
    std::string body;
    std::unique_ptr<WireStream> stream;
    std::optional<std::chrono::milliseconds>
        streamLimit; ///< real time after which the stream is ended; none: never
};

/// Answers requests in the server's thread. \a respond may be called at once or later in the same thread, once;
/// calls after the client has gone do nothing.
using WireHandler = std::function<void(WireRequest request, std::function<void(WireResponse)> respond)>;

/// A Kubernetes Status of status Failure as a JSON response.
[[nodiscard]] WireResponse statusResponse(int code, std::string_view reason, std::string_view message);

} // namespace sluice::sandbox
