// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "kube/core/request.h"

namespace sluice::kube {

/// What to show the server.
struct Credential {
    QByteArray authorization; ///< the header's value ("Bearer ..."), or empty
    std::optional<ClientCertificate> certificate;
    bool operator==(const Credential &) const = default;
};

/// Knows the credential of one user entry; caches and renews it.
class CredentialSource {
public:
    virtual ~CredentialSource() = default;
    /// Errors: Auth, File, Cancelled, Timeout.
    [[nodiscard]] virtual base::Task<Credential> credential(std::stop_token stop) = 0;
    /// The server answered 401 to \a refused: drop it if it is still the cached one. True when asking again may give
    /// another one.
    virtual bool refused(const Credential &refused) = 0;
};

} // namespace sluice::kube
