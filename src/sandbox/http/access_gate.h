// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/http/exchange.h"

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace sluice::sandbox {

/// Somebody known to the sandbox, by name and groups as RBAC sees them.
struct AccessUser {
    std::string name;
    std::vector<std::string> groups;
};

/// The door of a server that only this machine should use: tells who sent a request, or refuses it. Host and Origin are
/// checked, so that a web page in a browser here cannot reach it under a name of its own (DNS rebinding).
class AccessGate {
public:
    /// \a hosts: names and IP addresses accepted in Host beside localhost, 127.0.0.1, ::1 and the address that
    /// the connection reached.
    explicit AccessGate(std::vector<std::string> hosts = {});
    void addToken(std::string token, AccessUser user);

    /// The user of the bearer token, or the answer: 403 for a foreign Host or Origin, else 401.
    [[nodiscard]] tl::expected<AccessUser, WireResponse> check(const WireRequest &request) const;

private:
    [[nodiscard]] bool knowsHost(std::string_view authority, const std::string &localAddress) const;

    std::vector<std::string> m_hosts;
    std::vector<std::pair<std::string, AccessUser>> m_tokens;
};

} // namespace sluice::sandbox
