// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/runtime/health.h"

namespace sluice::kube {

ConnectionHealth::ConnectionHealth(std::shared_ptr<const base::Clock> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
}

std::optional<base::Error> ConnectionHealth::trouble() const
{
    const Report *latest = nullptr;
    for (const Report &report : m_reports) {
        if (report.trouble && (!latest || report.order > latest->order))
            latest = &report;
    }
    return latest ? latest->trouble : std::nullopt;
}

void ConnectionHealth::report(const QString &reporter, std::optional<base::Error> trouble)
{
    m_reports.insert(reporter, {std::move(trouble), ++m_order});
    update();
}

void ConnectionHealth::forget(const QString &reporter)
{
    if (m_reports.remove(reporter) > 0)
        update();
}

void ConnectionHealth::update()
{
    const qsizetype troubled =
        std::ranges::count_if(m_reports, [](const Report &r) { return r.trouble.has_value(); });
    State state = State::Degraded;
    if (m_reports.isEmpty())
        state = State::Unknown;
    else if (troubled == 0)
        state = State::Connected;
    else if (troubled == m_reports.size())
        state = State::Disconnected;
    if (state != m_state) {
        m_state = state;
        m_since = m_clock->now();
    }
    Q_EMIT changed();
}

} // namespace sluice::kube
