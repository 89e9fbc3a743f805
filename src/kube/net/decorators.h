// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/timers.h"
#include "kube/core/connection.h"
#include "kube/core/credentials.h"
#include "kube/core/transport.h"

namespace sluice::kube {

/// Adds the credential of \a source to each request. After a 401 it asks the source once for another and sends again;
/// a second 401 is the answer.
[[nodiscard]] std::shared_ptr<Transport> withCredentials(std::shared_ptr<Transport> inner,
                                                         std::shared_ptr<CredentialSource> source);

/// Tells a 401 by its reason when that is \a certificate, by which \a user signs in: Auth Expired, or Unauthorized with the
/// date from which it is valid. What time it is, the server says (its Date header).
[[nodiscard]] std::shared_ptr<Transport> withCertificateDates(std::shared_ptr<Transport> inner,
                                                              const ClientCertificate &certificate,
                                                              const QString &user);

/// Sends again after 429 and 5xx that carry Retry-After in seconds, at most ten times (client-go's rule), waiting as
/// told but at most a minute each time. Bodies are kept whole, so every request can be sent again.
[[nodiscard]] std::shared_ptr<Transport> withRetry(std::shared_ptr<Transport> inner,
                                                   std::shared_ptr<base::Timers> timers);

/// Adds User-Agent and the Impersonate-* headers.
[[nodiscard]] std::shared_ptr<Transport> withHeaders(std::shared_ptr<Transport> inner, QByteArray userAgent,
                                                     const Impersonation &impersonate);

} // namespace sluice::kube
