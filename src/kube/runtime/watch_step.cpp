// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/runtime/watch_step.h"

#include "base/overloaded.h"

#include <limits>

namespace sluice::kube {

namespace {

bool isGone(const base::ApiStatus &status)
{
    return status.isGone() || status.reason == QLatin1String("Expired")
        || status.reason == QLatin1String("Gone");
}

/// True when the place in the list or watch is still good once the trouble has passed.
bool keepsPlace(const base::Error &error)
{
    if (const base::ApiStatus *status = error.api())
        return status->isTooManyRequests() || status->code >= 500;
    return !error.is<base::DecodeError>();
}

class Stepper {
public:
    Stepper(WatcherState &state, const WatcherSettings &settings, const RandomBelow &random)
        : m_state(state)
        , m_settings(settings)
        , m_random(random)
    {
    }

    WatcherStep operator()(const WatcherStarted &) { return relist(); }

    WatcherStep operator()(const PageListed &page)
    {
        m_state.continueToken = page.continueToken;
        if (!page.continueToken.isEmpty())
            return listPage();
        m_state.resourceVersion = page.resourceVersion;
        m_state.listed = true;
        m_news.listComplete = true;
        return openWatch();
    }

    WatcherStep operator()(const ListFailed &failed)
    {
        m_news.trouble = failed.error;
        const base::ApiStatus *status = failed.error.api();
        if (status && isGone(*status)) {
            m_news.trouble.reset();
            return listAgain();
        }
        if (!keepsPlace(failed.error))
            startOver();
        return backoff(failed.error);
    }

    WatcherStep operator()(const WatchOpened &)
    {
        m_state.phase = WatcherPhase::Watching;
        m_state.streamSpoke = false;
        m_state.bookmarkSeen = false;
        m_news.live = true;
        return readWatch();
    }

    WatcherStep operator()(const EventSeen &event)
    {
        if (!event.resourceVersion.isEmpty())
            m_state.resourceVersion = event.resourceVersion;
        m_state.streamSpoke = true;
        m_state.bookmarkSeen = m_state.bookmarkSeen || event.bookmark;
        m_state.failures = 0;
        return readWatch();
    }

    WatcherStep operator()(const ErrorEventSeen &event) { return (*this)(WatchFailed{event.status}); }

    WatcherStep operator()(const WatchFailed &failed)
    {
        const base::ApiStatus *status = failed.error.api();
        if (status && isGone(*status))
            return listAgain();
        m_news.trouble = failed.error;
        if (!keepsPlace(failed.error))
            startOver();
        return backoff(failed.error);
    }

    WatcherStep operator()(const WatchEnded &)
    {
        if (m_state.streamSpoke)
            return openWatch();
        // A stream that ends without a word may do so again at once: not in a tight loop.
        return backoff(std::nullopt);
    }

    WatcherStep operator()(const WatchSilent &)
    {
        m_news.trouble = base::TimeoutError{QStringLiteral("watch"), silenceMs()};
        return openWatch();
    }

    WatcherStep operator()(const BackoffOver &) { return m_state.listed ? openWatch() : listPage(); }

    WatcherStep operator()(const StopRequested &)
    {
        m_state.phase = WatcherPhase::Stopped;
        return {Halt{}, m_news};
    }

private:
    [[nodiscard]] int silenceMs() const
    {
        // Without bookmarks a quiet stream may be well, but only until its time is over: then the server ends it.
        const qint64 silence = m_state.bookmarkSeen
            ? qint64(m_settings.bookmarkPeriodMs) * m_settings.silencePercent / 100
            : qint64(m_state.timeoutSeconds) * 1000 + m_settings.graceMs;
        return int(std::min<qint64>(silence, std::numeric_limits<int>::max()));
    }

    void startOver()
    {
        if (!m_state.listed)
            m_news.listAbandoned = true;
        m_state.listed = false;
        m_state.continueToken.clear();
        m_state.resourceVersion.clear();
    }

    WatcherStep relist()
    {
        m_state.listed = true; // nothing to abandon
        startOver();
        return listPage();
    }

    /// The server has forgotten the place. At once the first time; after that not in a tight loop.
    WatcherStep listAgain()
    {
        startOver();
        if (m_state.failures > 0)
            return backoff(std::nullopt);
        ++m_state.failures;
        return listPage();
    }

    WatcherStep listPage()
    {
        m_state.phase = WatcherPhase::Listing;
        const bool first = m_state.continueToken.isEmpty();
        const int limit =
            first ? std::min(m_settings.firstPageSize, m_settings.pageSize) : m_settings.pageSize;
        return {ListNextPage{limit, m_state.continueToken, first}, m_news};
    }

    WatcherStep openWatch()
    {
        m_state.phase = WatcherPhase::Watching;
        const int spread = m_settings.maxTimeoutSeconds - m_settings.minTimeoutSeconds + 1;
        m_state.timeoutSeconds = m_settings.minTimeoutSeconds + m_random(spread);
        return {OpenWatch{m_state.resourceVersion, m_state.timeoutSeconds}, m_news};
    }

    WatcherStep readWatch() { return {ReadWatch{silenceMs()}, m_news}; }

    WatcherStep backoff(const std::optional<base::Error> &error)
    {
        m_state.phase = WatcherPhase::Backoff;
        int ceiling = std::min(m_settings.maxBackoffMs, 2 * m_settings.minBackoffMs);
        for (int i = 0; i < m_state.failures && ceiling < m_settings.maxBackoffMs; ++i)
            ceiling = std::min(m_settings.maxBackoffMs, 2 * ceiling);
        ++m_state.failures;
        int wait = ceiling / 2 + m_random(ceiling / 2 + 1);
        const base::ApiStatus *status = error ? error->api() : nullptr;
        if (status && status->retryAfterSeconds)
            wait = std::max(wait, std::min(*status->retryAfterSeconds, 3600) * 1000);
        return {WaitBackoff{wait}, m_news};
    }

    WatcherState &m_state;
    const WatcherSettings &m_settings;
    const RandomBelow &m_random;
    WatcherNews m_news;
};

} // namespace

bool isRefusal(const base::Error &error)
{
    if (const base::ApiStatus *status = error.api())
        return status->code >= 400 && status->code < 500 && !status->isTooManyRequests() && !isGone(*status);
    return error.is<base::AuthError>();
}

WatcherStep step(WatcherState &state, const WatcherInput &input, const WatcherSettings &settings,
                 const RandomBelow &random)
{
    if (state.phase == WatcherPhase::Stopped)
        return {Halt{}, {}};
    return std::visit(Stepper(state, settings, random), input);
}

} // namespace sluice::kube
