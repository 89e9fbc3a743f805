// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/config/credential_sources.h"

namespace sluice::test {

/// Lets every credential plugin run.
class AllowAll final : public kube::ConsentSource {
public:
    base::Task<bool> allow(kube::ExecConsentRequest, std::stop_token) override { return yes(); }

private:
    static base::Task<bool> yes() { co_return true; }
};

/// Real processes, the real time.
[[nodiscard]] inline kube::CredentialTools allowingTools()
{
    return {
        std::make_shared<base::SystemProcessRunner>(QStringList(), std::make_shared<base::SystemTimers>()),
        std::make_shared<base::SystemClock>(), std::make_shared<AllowAll>()};
}

} // namespace sluice::test
