// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/timers.h"
#include "kube/core/connection.h"
#include "kube/core/credentials.h"
#include "kube/core/transport.h"

namespace sluice::kube {

/// Requests through QNetworkAccessManager: one manager for requests, one of its own for each stream; HTTP/1.1,
/// no redirects followed, no cookies, certificates always checked unless the connection says otherwise.
/// Errors of making it: Tls ClientCertificate (unreadable pair), Tls Untrusted (no certificate in the CA), Transport
/// Proxy (a kind of proxy that is not supported).
[[nodiscard]] base::Result<std::shared_ptr<Transport>> makeNetworkTransport(const Connection &connection);

/// Adds the credential of \a source to each request. After a 401 it asks the source once for another and sends again.
[[nodiscard]] std::shared_ptr<Transport> withCredentials(std::shared_ptr<Transport> inner,
                                                         std::shared_ptr<CredentialSource> source);

/// Sends again after 429 and 5xx that carry Retry-After, at most ten times, waiting as told (capped at a minute).
[[nodiscard]] std::shared_ptr<Transport> withRetry(std::shared_ptr<Transport> inner,
                                                   std::shared_ptr<base::Timers> timers);

/// Adds User-Agent and impersonation headers.
[[nodiscard]] std::shared_ptr<Transport> withHeaders(std::shared_ptr<Transport> inner, QByteArray userAgent,
                                                     const Impersonation &impersonate);

/// All of the above in the right order: the chain that the program uses.
[[nodiscard]] base::Result<std::shared_ptr<Transport>>
makeTransport(const Connection &connection, std::shared_ptr<CredentialSource> credentials,
              std::shared_ptr<base::Timers> timers, QByteArray userAgent);

} // namespace sluice::kube
