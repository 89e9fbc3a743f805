// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/config/credential_sources.h"
#include "kube/config/exec_credential.h"
#include "kube/core/turns.h"

namespace sluice::kube {

/// Runs a credential plugin when a credential is needed.
class ExecSource final : public CredentialSource {
public:
    ExecSource(ExecPlugin plugin, QString context, CredentialTools tools);
    [[nodiscard]] base::Task<Credential> credential(std::stop_token stop) override;
    bool refused(const Credential &refused) override;

    struct Shared;

private:
    std::shared_ptr<Shared> m_shared;
};

} // namespace sluice::kube
