// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/timers.h"
#include "kube/core/connection.h"
#include "kube/core/credentials.h"
#include "kube/core/transport.h"

namespace sluice::kube {

/// Requests through QNetworkAccessManager: one manager for requests, one of its own for each stream (six
/// connections a host is all that one manager opens); HTTP/1.1, no redirects followed, no cookies, certificates
/// always checked unless the connection's kubeconfig says otherwise. GUI thread.
/// Errors of making it: Validation (server URL), Tls ClientCertificate (unreadable pair), Tls Untrusted (no
/// certificate in the CA), Transport Proxy (a kind of proxy that is not supported).
[[nodiscard]] base::Result<std::shared_ptr<Transport>> makeNetworkTransport(const Connection &connection);

/// The chain that the program uses: the network, then retry, credentials, certificate dates and headers around it. Over plain http no
/// credentials are sent, as kubectl does.
[[nodiscard]] base::Result<std::shared_ptr<Transport>>
makeTransport(const Connection &connection, std::shared_ptr<CredentialSource> credentials,
              std::shared_ptr<base::Timers> timers, QByteArray userAgent);

} // namespace sluice::kube
