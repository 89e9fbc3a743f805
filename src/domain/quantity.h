// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringView>
#include <compare>
#include <cstdint>
#include <optional>

namespace sluice::domain {

/// A Kubernetes resource quantity ("200m", "2", "512Mi", "1.5Gi", "1e3"), exact to a billionth as the API server
/// keeps it (smaller parts are rounded up). Compared by value: 1000m equals 1.
/// Source: k8s.io/apimachinery/pkg/api/resource.
class Quantity {
public:
    /// Nothing when the text is not a quantity or is beyond 2^63-1.
    [[nodiscard]] static std::optional<Quantity> parse(QStringView text);
    /// Why \a text is not a quantity is always the same reason; this says only whether it is one.
    [[nodiscard]] static bool isValid(QStringView text) { return parse(text).has_value(); }

    [[nodiscard]] double toDouble() const;
    /// The value in whole units, rounded up: bytes of memory.
    [[nodiscard]] qint64 ceil() const;
    /// The value in thousandths, rounded up: millicores.
    [[nodiscard]] qint64 milli() const;
    [[nodiscard]] bool isNegative() const { return m_whole < 0 || m_nano < 0; }
    [[nodiscard]] bool isZero() const { return m_whole == 0 && m_nano == 0; }

    std::strong_ordering operator<=>(const Quantity &) const = default;

private:
    // value = m_whole + m_nano / 1e9; both have the sign of the value, |m_nano| < 1e9.
    qint64 m_whole = 0;
    qint64 m_nano = 0;
};

/// CPU for reading, without a unit word: "0.2", "2", "0.0005".
[[nodiscard]] QString readCpu(const Quantity &quantity);
/// Memory for reading in binary units: "512 MiB", "2 GiB", "1.5 GiB", "100 B".
[[nodiscard]] QString readMemory(const Quantity &quantity);

} // namespace sluice::domain
