// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringView>
#include <chrono>
#include <optional>

namespace sluice::domain {

using Nanoseconds = std::chrono::nanoseconds;

/// A duration as Go's time.ParseDuration reads it ("60s", "1h30m", "1.5s", "-2m", "0"). Nothing when it is none or
/// beyond 64 bits of nanoseconds.
[[nodiscard]] std::optional<Nanoseconds> parseGoDuration(QStringView text);

/// As Go's Duration.String: "1m30s", "1.5s", "300ms", "0s".
[[nodiscard]] QString formatGoDuration(Nanoseconds duration);

/// For reading, at most two units and spaces between: "60 s", "1 min 30 s", "1 h", "300 ms".
[[nodiscard]] QString readDuration(Nanoseconds duration);

[[nodiscard]] inline bool isWholeSeconds(Nanoseconds duration)
{
    return duration % std::chrono::seconds(1) == Nanoseconds::zero();
}

} // namespace sluice::domain
