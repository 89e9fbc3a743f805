// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/access_gate.h"

#include <QByteArrayView>
#include <algorithm>

namespace sluice::sandbox {
namespace {

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return QByteArrayView(left).compare(QByteArrayView(right), Qt::CaseInsensitive) == 0;
}

/// "[::1]:6443" -> "::1", "localhost:6443" -> "localhost"; empty when it is no authority.
std::string_view hostOf(std::string_view authority)
{
    if (authority.starts_with('[')) {
        const size_t end = authority.find(']');
        return end == std::string_view::npos ? std::string_view() : authority.substr(1, end - 1);
    }
    const size_t colon = authority.find(':');
    if (colon != std::string_view::npos && authority.find(':', colon + 1) != std::string_view::npos)
        return {}; // an IPv6 address needs its brackets
    return authority.substr(0, colon);
}

} // namespace

AccessGate::AccessGate(std::vector<std::string> hosts)
    : m_hosts(std::move(hosts))
{
    m_hosts.insert(m_hosts.end(), {"localhost", "127.0.0.1", "::1"});
}

bool AccessGate::knowsHost(std::string_view authority, const std::string &localAddress) const
{
    const std::string_view host = hostOf(authority);
    if (host.empty())
        return false;
    // An IP address cannot be rebound by a name server, and this one is ours.
    if (host == localAddress)
        return true;
    return std::any_of(m_hosts.begin(), m_hosts.end(),
                       [&](const std::string &known) { return equalIgnoringCase(host, known); });
}

std::optional<WireResponse> AccessGate::refusal(const WireRequest &request) const
{
    if (!knowsHost(request.header("Host"), request.localAddress))
        return statusResponse(403, "Forbidden", "this server does not answer under that host name");
    if (const std::string_view origin = request.header("Origin"); !origin.empty()) {
        static constexpr std::string_view scheme = "https://";
        if (!origin.starts_with(scheme) || !knowsHost(origin.substr(scheme.size()), request.localAddress))
            return statusResponse(403, "Forbidden", "requests of that origin are not allowed");
    }
    return std::nullopt;
}

} // namespace sluice::sandbox
