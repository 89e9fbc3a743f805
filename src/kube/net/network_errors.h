// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace sluice::kube {

/// What a failed handshake means. Of several errors the one that says most: a certificate nobody trusts before its
/// name, its name before its dates.
[[nodiscard]] base::TlsError tlsErrorOf(const QList<QSslError> &errors, const QString &host,
                                        const QString &detail);

/// The error of a finished reply, or nothing when the server's answer is complete, whatever its HTTP status.
[[nodiscard]] std::optional<base::Error> replyError(const QNetworkReply &reply,
                                                    const QList<QSslError> &sslErrors, const QString &host);

} // namespace sluice::kube
