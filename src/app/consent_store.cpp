// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/consent_store.h"

#include "views/settings/consent_book.h"

namespace sluice::app {

ConsentStore::ConsentStore(base::Settings *settings, std::shared_ptr<const base::Clock> clock, Ask ask)
    : m_settings(settings)
    , m_clock(std::move(clock))
    , m_ask(std::move(ask))
{
}

base::Task<bool> ConsentStore::allow(kube::ExecConsentRequest request, std::stop_token stop)
{
    views::ConsentBook book(*m_settings);
    if (book.isAllowed(request.key()))
        co_return true;
    if (!m_ask)
        co_return false;
    const auto clock = m_clock;
    auto answer = co_await m_ask(request, stop);
    if (answer && *answer)
        book.allow({request.command, QString::fromLatin1(request.sha256), clock->now()});
    co_return answer;
}

} // namespace sluice::app
