// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/http/exchange.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// The door of a server that only this machine should use. Host and Origin are checked before anything else, so that
/// a web page in a browser here cannot reach it under a name of its own (DNS rebinding); who asks is for the API
/// server to find out.
class AccessGate {
public:
    /// \a hosts: names and IP addresses accepted in Host beside localhost, 127.0.0.1, ::1 and the address that
    /// the connection reached.
    explicit AccessGate(std::vector<std::string> hosts = {});

    /// Nothing when the request may pass, else the answer: 403.
    [[nodiscard]] std::optional<WireResponse> refusal(const WireRequest &request) const;

private:
    [[nodiscard]] bool knowsHost(std::string_view authority, const std::string &localAddress) const;

    std::vector<std::string> m_hosts;
};

} // namespace sluice::sandbox
