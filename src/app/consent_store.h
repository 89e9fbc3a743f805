// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/settings.h"
#include "kube/config/credential_sources.h"

#include <functional>
#include <memory>

namespace sluice::app {

/// Which credential plugins may run: decisions are kept in the settings' consent book by path and hash, and can be revoked there. What
/// has not been decided is asked through \a ask; without one it is refused.
class ConsentStore final : public kube::ConsentSource {
public:
    using Ask = std::function<base::Task<bool>(kube::ExecConsentRequest request, std::stop_token stop)>;
    ConsentStore(base::Settings *settings, std::shared_ptr<const base::Clock> clock, Ask ask);
    [[nodiscard]] base::Task<bool> allow(kube::ExecConsentRequest request, std::stop_token stop) override;

private:
    base::Settings *m_settings;
    std::shared_ptr<const base::Clock> m_clock;
    Ask m_ask;
};

} // namespace sluice::app
