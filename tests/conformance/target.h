// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/tls_client.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sluice::tests {

struct Case;

/// One HTTP request. \a user is a role: "admin", "developer" (everything in the case's namespace, nothing elsewhere),
/// "viewer" (reads, but no Secrets), "nobody" (no token), "stranger" (a token that the server does not know).
struct Request {
    QByteArray method;
    QByteArray target;
    QByteArray body;
    QList<QByteArray> headerLines;
    std::string user = "admin";
};

/// One watch on a connection of its own. The header has been read, and the body when it is no stream.
struct WatchStream {
    std::unique_ptr<TlsClient> client;
    TlsClient::Answer header;
};

/// A server of this machine that answers cases. Requests go one after the other over one connection.
class Target {
public:
    virtual ~Target() = default;
    Target() = default;
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;

    /// Makes a new namespace for \a testCase, with the developer's rights there where the case needs them. Empty when
    /// the server refuses.
    [[nodiscard]] virtual std::string openNamespace(const Case &testCase) = 0;
    /// Deletes it without waiting for the end.
    void closeNamespace(const std::string &name);
    /// Moves virtual time; does nothing where time is real.
    virtual void advance(qint64 milliseconds) = 0;
    [[nodiscard]] virtual bool hasVirtualTime() const = 0;
    /// Makes the server's database forget every version but the present one. False, with words on stderr, when it does not.
    [[nodiscard]] virtual bool compact() = 0;

    /// Nothing when the connection broke or the server was silent for half a minute.
    [[nodiscard]] std::optional<TlsClient::Answer> send(const Request &request);
    [[nodiscard]] std::optional<WatchStream> watch(const Request &request);

    /// What this server calls its users and groups, beside what transcripts call them; longest first.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>> &names() const { return m_names; }

protected:
    quint16 m_port = 0;
    QByteArray m_caPem;
    std::map<std::string, QByteArray> m_tokens; ///< by role
    std::vector<std::pair<std::string, std::string>> m_names;

private:
    [[nodiscard]] std::unique_ptr<TlsClient> connection() const;
    void ask(TlsClient &client, const Request &request) const;
    std::unique_ptr<TlsClient> m_client;
};

/// A whole sandbox whose time stands still except in advance(). Nothing, with words on stderr, when it does not start.
[[nodiscard]] std::unique_ptr<Target> makeSandboxTarget(const std::vector<Case> &cases);
/// The cluster of a kubeconfig. Nothing, with the reason in \a problem, when it cannot be used.
[[nodiscard]] std::unique_ptr<Target> makeClusterTarget(const QString &kubeconfig, QString &problem);

} // namespace sluice::tests
