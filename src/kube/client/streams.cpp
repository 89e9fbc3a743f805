// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/client/streams.h"

#include "kube/core/line_splitter.h"
#include "kube/core/warning.h"

namespace sluice::kube {

using base::Result;
using base::Task;

namespace {
constexpr qint64 maxLogLine = 1024 * 1024;
}

struct WatchStream::State {
    std::shared_ptr<ResponseStream> stream;
    QString source;
    DecodeLimits limits;
    LineSplitter lines;
    bool ended = false;

    [[nodiscard]] Result<WatchEvent> decode(const LineSplitter::Line &line) const
    {
        if (line.truncated) {
            return base::fail(base::DecodeError{
                source,
                0,
                0,
                {QStringLiteral("json.too-large"),
                 {QStringLiteral(">%1").arg(line.bytes.size()), QString::number(limits.objectBytes)}}});
        }
        return decodeWatchLine({line.bytes.constData(), size_t(line.bytes.size())}, source, limits);
    }
};

WatchStream::WatchStream(std::shared_ptr<ResponseStream> stream, QString source, DecodeLimits limits)
    : m_serverTime(dateOf(stream->headers()))
{
    // Twice the object's limit: an object a little too large can still be told by its name.
    m_state = std::make_shared<State>(
        State{std::move(stream), std::move(source), limits, LineSplitter(2 * limits.objectBytes)});
}

namespace {

template <typename State>
Task<std::vector<Result<WatchEvent>>> nextEvents(std::shared_ptr<State> state, std::stop_token stop)
{
    std::vector<Result<WatchEvent>> events;
    while (events.empty() && !state->ended) {
        const Result<QByteArray> bytes = co_await state->stream->next(stop);
        if (!bytes)
            co_return tl::unexpected(bytes.error());
        std::vector<LineSplitter::Line> lines = state->lines.push(*bytes);
        if (bytes->isEmpty()) {
            state->ended = true;
            // A last line without its end was cut off; the watch goes on from before it.
            (void)state->lines.finish();
        }
        for (const LineSplitter::Line &line : lines) {
            if (!line.bytes.trimmed().isEmpty())
                events.push_back(state->decode(line));
        }
    }
    co_return events;
}

template <typename State>
Task<std::vector<QByteArray>> nextLines(std::shared_ptr<State> state, std::stop_token stop)
{
    std::vector<QByteArray> lines;
    while (lines.empty() && !state->ended) {
        const Result<QByteArray> bytes = co_await state->stream->next(stop);
        if (!bytes)
            co_return tl::unexpected(bytes.error());
        for (LineSplitter::Line &line : state->lines.push(*bytes))
            lines.push_back(std::move(line.bytes));
        if (bytes->isEmpty()) {
            state->ended = true;
            if (std::optional<LineSplitter::Line> rest = state->lines.finish())
                lines.push_back(std::move(rest->bytes));
        }
    }
    co_return lines;
}

} // namespace

Task<std::vector<Result<WatchEvent>>> WatchStream::next(std::stop_token stop)
{
    return nextEvents(m_state, std::move(stop));
}

struct LogStream::State {
    std::shared_ptr<ResponseStream> stream;
    LineSplitter lines{maxLogLine};
    bool ended = false;
};

LogStream::LogStream(std::shared_ptr<ResponseStream> stream)
    : m_state(std::make_shared<State>())
{
    m_state->stream = std::move(stream);
}

Task<std::vector<QByteArray>> LogStream::next(std::stop_token stop)
{
    return nextLines(m_state, std::move(stop));
}

} // namespace sluice::kube
