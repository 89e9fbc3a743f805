// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sluice::sandbox {

/// What an https server shows, made in memory and never written anywhere.
struct ServerIdentity {
    QByteArray caPem; ///< the authority's certificate; its key is forgotten once the server's is signed
    QByteArray certificatePem; ///< for localhost, 127.0.0.1, ::1 and the hosts asked for
    QByteArray keyPem; ///< the server's private key, unencrypted
};

/// A new authority and one server certificate signed by it (P-256, SHA-256), valid from an hour ago for
/// \a days. Each of \a extraHosts is an IP address or a DNS name. Errors: TlsError.
[[nodiscard]] base::Result<ServerIdentity> makeServerIdentity(const QStringList &extraHosts = {},
                                                              int days = 365);

/// \a bytes of the system's randomness in URL-safe base64 without padding. Errors: TlsError.
[[nodiscard]] base::Result<QString> makeToken(int bytes = 32);

} // namespace sluice::sandbox
