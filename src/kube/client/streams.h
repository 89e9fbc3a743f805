// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/core/decode.h"
#include "kube/core/transport.h"

namespace sluice::kube {

/// The events of one watch. Dropping it ends the watch.
class WatchStream {
public:
    WatchStream(std::shared_ptr<ResponseStream> stream, QString source, DecodeLimits limits);
    /// The server's time when the watch began; null when it sent none.
    [[nodiscard]] QDateTime serverTime() const { return m_serverTime; }
    /// The events that have arrived since the last call, waiting for some; an empty list when the server ended the
    /// watch. A line that cannot be read is an error among them. One call at a time.
    /// Errors: Transport, Tls, Cancelled.
    [[nodiscard]] base::Task<std::vector<base::Result<WatchEvent>>> next(std::stop_token stop);

private:
    struct State;
    std::shared_ptr<State> m_state;
    QDateTime m_serverTime;
};

/// The lines of a log as it is written. Dropping it ends it.
class LogStream {
public:
    explicit LogStream(std::shared_ptr<ResponseStream> stream);
    /// The whole lines that have arrived since the last call, without line ends, waiting for some; an empty list when
    /// the log ended. Lines over 1 MB are cut. One call at a time. Errors: Transport, Tls, Cancelled.
    [[nodiscard]] base::Task<std::vector<QByteArray>> next(std::stop_token stop);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace sluice::kube
