// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QDateTime>
#include <optional>

namespace sluice::store {

/// How far what a store shows can be trusted. Pages show it beside the data.
struct Freshness {
    enum class State {
        Loading, ///< nothing has been read yet
        Live, ///< complete, and changes arrive
        Stale, ///< was complete at `since`; the connection is being tried again
        Failed, ///< gave up or was refused for the reason in `error`; trying again may help or not
    };
    State state = State::Loading;
    QDateTime since; ///< UTC; since when it is in this state (Stale: the last moment it was known to be live)
    std::optional<base::Error> error; ///< why it is Stale or Failed

    [[nodiscard]] bool isLive() const { return state == State::Live; }
};

} // namespace sluice::store
