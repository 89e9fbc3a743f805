// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::sandbox {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// The first header of that name, case-insensitively; empty when absent.
[[nodiscard]] std::string headerValue(const HttpHeaders &headers, std::string_view name);

struct HttpRequest {
    std::string method; ///< "GET"…
    std::string target; ///< path and query as sent, still percent-encoded
    HttpHeaders headers;
    std::string body;
};

/// A body without a known end: a watch or a followed log. Lives in the sandbox's thread; destroying it ends it.
class ResponseStream {
public:
    using Sink = std::function<void(std::string_view)>; ///< bytes to send as they are, whole lines
    using Done = std::function<void()>; ///< the stream has ended of itself; send the last chunk
    virtual ~ResponseStream() = default;
    /// Sends what is there already and then each line as it comes up. Called once. Neither callback may destroy
    /// the stream while it runs; put that off.
    virtual void start(Sink sink, Done done) = 0;
    /// To be called about once a minute of real time: watches that asked for bookmarks send one.
    virtual void heartbeat() { }
    /// Real seconds after which the server ends the stream; none when the client did not ask and it never ends.
    [[nodiscard]] virtual std::optional<int> timeoutSeconds() const { return std::nullopt; }
};

struct HttpResponse {
    int status = 200;
    HttpHeaders headers; ///< Content-Type, Date, Warning…; not Content-Length
    std::string body;
    std::unique_ptr<ResponseStream> stream; ///< when set, it is sent chunked instead of body
};

} // namespace sluice::sandbox
