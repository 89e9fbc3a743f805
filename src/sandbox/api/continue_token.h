// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/store/failure.h"

#include <cstdint>
#include <string>

namespace sluice::sandbox {

/// Where the next page of a list begins. Opaque to clients, in the form that etcd-backed servers use.
struct ContinueToken {
    std::uint64_t version = 0; ///< the list's resourceVersion; 0: continue on what is there now
    std::string nameSpace; ///< of the last object sent
    std::string name;

    [[nodiscard]] std::string encoded() const;
    /// Errors: BadRequest "invalid continue token: …".
    [[nodiscard]] static Outcome<ContinueToken> decode(const std::string &text);
};

} // namespace sluice::sandbox
