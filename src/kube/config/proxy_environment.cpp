// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/config/proxy_environment.h"

#include <arpa/inet.h>
#include <array>

namespace sluice::kube {

namespace {

/// An IP address as 16 bytes; IPv4 as IPv6 maps it.
using Address = std::array<uchar, 16>;

std::optional<Address> addressOf(const QString &text)
{
    const QByteArray bytes = text.toLatin1();
    Address address{};
    if (::inet_pton(AF_INET6, bytes.constData(), address.data()) == 1)
        return address;
    address[10] = address[11] = 0xff;
    if (::inet_pton(AF_INET, bytes.constData(), address.data() + 12) == 1)
        return address;
    return std::nullopt;
}

struct Block {
    Address address{};
    int prefix = 0; ///< bits that must be equal, of 128

    [[nodiscard]] bool contains(const Address &other) const
    {
        for (int bit = 0; bit < prefix; ++bit) {
            const uchar mask = uchar(0x80 >> (bit % 8));
            if ((address[size_t(bit / 8)] & mask) != (other[size_t(bit / 8)] & mask))
                return false;
        }
        return true;
    }
};

std::optional<Block> blockOf(const QString &text)
{
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    bool ok = false;
    const int bits = text.mid(slash + 1).toInt(&ok);
    const std::optional<Address> address = addressOf(text.left(slash));
    const bool v4 = !text.contains(QLatin1Char(':'));
    if (slash < 0 || !ok || !address || bits < 0 || bits > (v4 ? 32 : 128))
        return std::nullopt;
    return Block{*address, v4 ? 96 + bits : bits};
}

/// One entry of a NO_PROXY list.
class Exception {
public:
    explicit Exception(QString text)
    {
        text = text.trimmed().toLower();
        m_all = text == QLatin1String("*");
        if (text.contains(QLatin1Char('/'))) {
            m_block = blockOf(text);
            return;
        }
        const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
        bool isPort = false;
        const int port = colon > 0 ? text.mid(colon + 1).toInt(&isPort) : 0;
        if (isPort && !addressOf(text)) {
            m_port = port;
            text.truncate(colon);
        }
        if (text.startsWith(QLatin1String("*.")))
            text.remove(0, 1);
        // ".example.com" covers the names below it, "example.com" itself as well.
        m_onlyBelow = text.startsWith(QLatin1Char('.'));
        m_name = m_onlyBelow ? text.mid(1) : text;
    }

    [[nodiscard]] bool covers(const QString &host, int port) const
    {
        if (m_all)
            return true;
        if (m_block) {
            const std::optional<Address> address = addressOf(host);
            return address && m_block->contains(*address);
        }
        if (m_name.isEmpty() || (m_port > 0 && m_port != port))
            return false;
        return (!m_onlyBelow && host == m_name) || host.endsWith(QLatin1Char('.') + m_name);
    }

private:
    bool m_all = false;
    bool m_onlyBelow = false;
    int m_port = 0;
    QString m_name;
    std::optional<Block> m_block;
};

bool isLocal(const QString &host)
{
    static const std::optional<Block> loopback4 = blockOf(QStringLiteral("127.0.0.0/8"));
    static const std::optional<Block> loopback6 = blockOf(QStringLiteral("::1/128"));
    const std::optional<Address> address = addressOf(host);
    return host == QLatin1String("localhost")
        || (address && (loopback4->contains(*address) || loopback6->contains(*address)));
}

} // namespace

QUrl parseProxy(const QString &text)
{
    const QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text,
                   QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool known = scheme == QLatin1String("http") || scheme == QLatin1String("https")
        || scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h");
    return known && url.isValid() && !url.host().isEmpty() ? url : QUrl();
}

QUrl proxyFor(const QUrl &server, const ProxyEnvironment &environment)
{
    const bool https = server.scheme() == QLatin1String("https");
    const QString &proxy = https ? environment.httpsProxy : environment.httpProxy;
    const QString host = server.host().toLower();
    if (proxy.isEmpty() || isLocal(host))
        return {};
    const int port = server.port(https ? 443 : 80);
    for (const QString &entry : environment.noProxy.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (Exception(entry).covers(host, port))
            return {};
    }
    return parseProxy(proxy);
}

} // namespace sluice::kube
