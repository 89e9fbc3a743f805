// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/http_message.h"
#include "sandbox/http/exchange.h"

#include <set>

namespace sluice::sandbox {

/// Holds what the API server pushes until the socket can take it. A reader that falls behind by more than the limit loses the
/// stream instead of the server its memory: the stream ends, and the client starts again from the last version it has read,
/// as it does after any end of a watch.
class PushedStream final : public WireStream {
public:
    using Registry = std::set<PushedStream *>;
    /// Bytes that may wait beyond those of the beginning (a watch's initial events are all there at once).
    static constexpr std::size_t defaultLimit = 8 * 1024 * 1024;

    /// Enters itself in \a registry, which must outlive it.
    PushedStream(std::unique_ptr<ResponseStream> source, Registry &registry,
                 std::size_t limit = defaultLimit);
    ~PushedStream() override;
    PushedStream(const PushedStream &) = delete;
    PushedStream &operator=(const PushedStream &) = delete;

    /// Whole lines.
    [[nodiscard]] std::string take(std::size_t maxBytes) override;
    [[nodiscard]] bool finished() const override;
    void setWake(std::function<void()> wake) override;
    void aboutToEnd() override { heartbeat(); } // as a real server does: clients go on from there
    void heartbeat();

private:
    void start();
    void receive(std::string_view bytes);

    std::unique_ptr<ResponseStream> m_source;
    Registry &m_registry;
    std::size_t m_limit;
    std::string m_waiting;
    std::size_t m_taken = 0; ///< of m_waiting, from its beginning
    std::function<void()> m_wake;
    bool m_started = false;
    bool m_limited = false; ///< the beginning is over
    bool m_done = false; ///< the source has no more, or was given up
};

} // namespace sluice::sandbox
