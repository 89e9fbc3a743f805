// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>

namespace sluice::base {

/// Tells the time. Injected, so that tests and the sandbox move it by hand.
class Clock {
public:
    virtual ~Clock() = default;
    /// Now in UTC, millisecond resolution.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds that only grow, from an arbitrary start.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

/// Stands still until it is moved.
class ManualClock final : public Clock {
public:
    explicit ManualClock(QDateTime start);
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_elapsed); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_elapsed; }
    void advance(qint64 milliseconds) { m_elapsed += milliseconds; }

private:
    QDateTime m_start;
    qint64 m_elapsed = 0;
};

} // namespace sluice::base
