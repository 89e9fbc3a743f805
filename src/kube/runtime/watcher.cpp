// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/runtime/watcher.h"

#include "base/overloaded.h"

#include <QRandomGenerator>

namespace sluice::kube {

using base::Result;
using base::Task;

struct Watcher::Shared {
    ApiClient client;
    WatchTarget target;
    std::shared_ptr<WatchSink> sink;
    WatcherTools tools;
    WatcherSettings settings;
    WatcherState state;
    std::shared_ptr<WatchStream> stream;
    std::optional<Task<void>> taking; ///< the work on the last page, while the next one is on its way
    std::optional<WatcherInput> pending; ///< what ended the stream behind its last events
    std::stop_source stop;
    std::stop_source retry; ///< ends the present backoff
    bool started = false;

    [[nodiscard]] QString reporter() const { return target.text(); }
};

namespace {

using SharedPtr = std::shared_ptr<Watcher::Shared>;

/// A token that stops when one of two does.
class EitherStop {
public:
    EitherStop(const std::stop_token &a, const std::stop_token &b)
        : m_onA(a, [this] { requestStop(); })
        , m_onB(b, [this] { requestStop(); })
    {
    }
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    using Callback = std::stop_callback<std::function<void()>>;
    void requestStop() const
    {
        std::stop_source source = m_source; // whom this wakes may destroy us
        source.request_stop();
    }
    std::stop_source m_source;
    Callback m_onA;
    Callback m_onB;
};

void tell(Watcher::Shared &shared, const WatcherNews &news)
{
    if (news.listAbandoned)
        shared.sink->listAbandoned();
    if (news.listComplete)
        shared.sink->listComplete();
    if (news.live)
        shared.sink->live();
    if (news.trouble)
        shared.sink->trouble(*news.trouble);
    if (shared.tools.health && (news.live || news.trouble))
        shared.tools.health->report(shared.reporter(), news.trouble);
}

/// Decodes the page and hands it to the sink.
Task<void> take(SharedPtr shared, ListText text, std::stop_token stop)
{
    Result<ListPage> page = co_await shared->client.decode(text, stop);
    if (!page)
        co_return tl::unexpected(page.error());
    if (stop.stop_requested())
        co_return base::fail(base::Cancelled{});
    const Result<void> result = co_await shared->sink->page(std::move(*page), stop);
    co_return result;
}

/// Waits until the page before is taken, if there is one.
Task<void> taken(SharedPtr shared)
{
    if (!shared->taking)
        co_return Result<void>{};
    const Task<void> taking = std::move(*shared->taking);
    shared->taking.reset();
    const Result<void> result = co_await taking;
    co_return result;
}

Task<WatcherInput> act(SharedPtr shared, ListNextPage action, std::stop_token stop)
{
    if (action.first)
        shared->sink->listBegins();
    ListOptions options;
    options.limit = action.limit;
    options.continueToken = action.continueToken;
    options.labelSelector = shared->target.labelSelector;
    options.fieldSelector = shared->target.fieldSelector;
    Result<ListText> text =
        co_await shared->client.listText(shared->target.gvk, shared->target.nameSpace, options, stop);
    // At most one page waits for the one before; the sink takes nothing any more once a list has failed.
    const Result<void> before = co_await taken(shared);
    if (!text)
        co_return WatcherInput(ListFailed{text.error()});
    if (!before)
        co_return WatcherInput(ListFailed{before.error()});
    const PageListed listed{text->head.resourceVersion, text->head.continueToken};
    shared->taking = take(shared, std::move(*text), stop);
    if (listed.continueToken.isEmpty()) {
        const Result<void> last = co_await taken(shared);
        if (!last)
            co_return WatcherInput(ListFailed{last.error()});
    }
    co_return WatcherInput(listed);
}

Task<WatcherInput> act(SharedPtr shared, OpenWatch action, std::stop_token stop)
{
    shared->stream.reset();
    WatchOptions options;
    options.resourceVersion = action.resourceVersion;
    options.timeoutSeconds = action.timeoutSeconds;
    options.labelSelector = shared->target.labelSelector;
    options.fieldSelector = shared->target.fieldSelector;
    Result<std::shared_ptr<WatchStream>> stream =
        co_await shared->client.watch(shared->target.gvk, shared->target.nameSpace, options, stop);
    if (!stream)
        co_return WatcherInput(WatchFailed{stream.error()});
    shared->stream = *stream;
    co_return WatcherInput(WatchOpened{});
}

/// Hands the events on, up to the first error. The input is the last of them; the error that came right after is kept
/// for the next turn, so that the place behind the events is not lost with it.
WatcherInput deliver(Watcher::Shared &shared, const std::vector<Result<WatchEvent>> &events)
{
    std::optional<EventSeen> last;
    for (const Result<WatchEvent> &event : events) {
        std::optional<WatcherInput> error;
        if (!event)
            error = WatchFailed{event.error()};
        else if (event->type == WatchEvent::Type::Error)
            error = ErrorEventSeen{event->status.value_or(base::ApiStatus())};
        if (error && last)
            shared.pending = std::move(error);
        if (error)
            return last ? WatcherInput(*last) : std::move(*error);
        if (!last)
            last.emplace();
        if (event->type != WatchEvent::Type::Bookmark)
            shared.sink->event(*event);
        else
            last->bookmark = true;
        last->resourceVersion = event->object.meta.resourceVersion;
    }
    return last.value_or(EventSeen());
}

Task<WatcherInput> act(SharedPtr shared, ReadWatch action, std::stop_token stop)
{
    if (shared->pending) {
        shared->stream.reset();
        WatcherInput ended = std::move(*shared->pending);
        shared->pending.reset();
        co_return ended;
    }
    std::stop_source silence;
    base::Timers::Handle timer =
        shared->tools.timers->after(action.silenceMs, [silence]() mutable { silence.request_stop(); });
    const EitherStop either(stop, silence.get_token());
    const std::shared_ptr<WatchStream> stream = shared->stream;
    const Result<std::vector<Result<WatchEvent>>> events = co_await stream->next(either.token());
    timer.cancel();
    if (!events) {
        shared->stream.reset();
        if (silence.stop_requested() && !stop.stop_requested())
            co_return WatcherInput(WatchSilent{});
        co_return WatcherInput(WatchFailed{events.error()});
    }
    if (stop.stop_requested())
        co_return WatcherInput(StopRequested{});
    if (events->empty()) {
        shared->stream.reset();
        co_return WatcherInput(WatchEnded{});
    }
    WatcherInput input = deliver(*shared, *events);
    if (!std::holds_alternative<EventSeen>(input))
        shared->stream.reset();
    co_return input;
}

Task<WatcherInput> act(SharedPtr shared, WaitBackoff action, std::stop_token stop)
{
    shared->stream.reset();
    shared->retry = std::stop_source();
    const EitherStop either(stop, shared->retry.get_token());
    (void)co_await base::sleepFor(shared->tools.timers, action.milliseconds, either.token());
    co_return WatcherInput(BackoffOver{});
}

/// One await a turn: what is to be done is done, and what happened is the next input.
QCoro::Task<> run(SharedPtr shared)
{
    const std::stop_token stop = shared->stop.get_token();
    WatcherInput input = WatcherStarted{};
    for (;;) {
        const WatcherStep next = step(shared->state, input, shared->settings, shared->tools.random);
        tell(*shared, next.news);
        Result<WatcherInput> happened = WatcherInput(StopRequested{});
        if (stop.stop_requested()) {
            // A sink may have stopped us.
        } else if (const auto *list = std::get_if<ListNextPage>(&next.action)) {
            happened = co_await act(shared, *list, stop);
        } else if (const auto *open = std::get_if<OpenWatch>(&next.action)) {
            happened = co_await act(shared, *open, stop);
        } else if (const auto *read = std::get_if<ReadWatch>(&next.action)) {
            happened = co_await act(shared, *read, stop);
        } else if (const auto *wait = std::get_if<WaitBackoff>(&next.action)) {
            happened = co_await act(shared, *wait, stop);
        } else {
            break;
        }
        input = stop.stop_requested() || !happened ? WatcherInput(StopRequested{}) : std::move(*happened);
        if (std::holds_alternative<StopRequested>(input))
            break;
    }
    (void)step(shared->state, StopRequested{}, shared->settings, shared->tools.random);
    shared->stream.reset();
    shared->taking.reset();
    if (shared->tools.health)
        shared->tools.health->forget(shared->reporter());
}

} // namespace

QString WatchTarget::text() const
{
    QStringList parts{gvk.text(), nameSpace, labelSelector, fieldSelector};
    while (parts.last().isEmpty())
        parts.removeLast();
    return parts.join(QLatin1Char(' '));
}

WatcherTools systemWatcherTools(std::shared_ptr<base::WorkerPool> pool,
                                std::shared_ptr<ConnectionHealth> health)
{
    return {std::make_shared<base::SystemTimers>(),
            [](int bound) { return int(QRandomGenerator::global()->bounded(bound)); },
            std::make_shared<base::SystemClock>(), std::move(pool), std::move(health)};
}

Watcher::Watcher(ApiClient client, WatchTarget target, std::shared_ptr<WatchSink> sink, WatcherTools tools,
                 WatcherSettings settings)
    : m_shared(new Shared{std::move(client),
                          std::move(target),
                          std::move(sink),
                          std::move(tools),
                          settings,
                          {},
                          {},
                          {},
                          {},
                          {},
                          {},
                          false})
{
}

Watcher::~Watcher()
{
    stop();
}

void Watcher::start()
{
    if (m_shared->started)
        return;
    m_shared->started = true;
    run(m_shared);
}

void Watcher::stop()
{
    // The run may end, and with it drop its hold, inside this call.
    const std::shared_ptr<Shared> shared = m_shared;
    shared->stop.request_stop();
}

WatcherPhase Watcher::phase() const
{
    return m_shared->stop.stop_requested() ? WatcherPhase::Stopped : m_shared->state.phase;
}

void Watcher::retryNow()
{
    std::stop_source retry =
        m_shared->retry; // replaced by the next backoff, which may begin inside this call
    retry.request_stop();
}

} // namespace sluice::kube
