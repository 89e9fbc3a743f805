// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/decider.h"

#include <algorithm>
#include <cmath>

namespace sluice::sandbox {

void Decider::setLoad(qint64 now, double perSecond, double concurrency)
{
    if (!m_samples.empty() && m_samples.back().since == now)
        m_samples.pop_back();
    m_samples.push_back({now, perSecond, concurrency});
    m_changed = now;
}

void Decider::startMeasuring(qint64 now)
{
    if (m_measuringSince < 0) {
        m_measuringSince = now;
        m_changed = now;
    }
}

double Decider::average(qint64 now, qint64 window, bool rps, bool weighted) const
{
    const qint64 start = std::max(now - window, m_measuringSince);
    if (start >= now) {
        if (m_samples.empty())
            return 0;
        return rps ? m_samples.back().perSecond : m_samples.back().concurrency;
    }
    // Constant pieces between the changes of load. With weights, newer seconds count exponentially more.
    double sum = 0;
    double weights = 0;
    const auto length = static_cast<double>(now - start);
    const double decay = weighted ? 4.6 / length : 0; // e^-4.6 is one percent at the far end
    const auto weight = [&](qint64 from, qint64 to) {
        const auto a = static_cast<double>(now - from);
        const auto b = static_cast<double>(now - to);
        return weighted ? (std::exp(-decay * b) - std::exp(-decay * a)) / decay : a - b;
    };
    qint64 at = start;
    double value = 0;
    for (const Sample &sample : m_samples) {
        if (sample.since > at && sample.since < now) {
            const double share = weight(at, sample.since);
            sum += value * share;
            weights += share;
            at = sample.since;
        }
        if (sample.since < now)
            value = rps ? sample.perSecond : sample.concurrency;
    }
    const double share = weight(at, now);
    return (sum + value * share) / (weights + share);
}

Decider::Decision Decider::decide(qint64 now, std::int64_t readyPods, bool reachable,
                                  const ScalingRules &rules, const KnativeSettings::Autoscaler &cluster)
{
    while (m_samples.size() > 2 && m_samples[1].since < now - rules.window)
        m_samples.pop_front();
    Decision decision;
    const bool rps = rules.metric == "rps";
    const auto ready = static_cast<double>(std::max<std::int64_t>(1, readyPods));
    if (isMeasuring()) {
        const auto panicWindow =
            static_cast<qint64>(static_cast<double>(rules.window) * rules.panicWindowPercentage / 100);
        decision.stable = average(now, rules.window, rps, rules.weighted);
        decision.panic = average(now, std::max<qint64>(1000, panicWindow), rps, rules.weighted);
        const double most = std::ceil(cluster.maxScaleUpRate * ready);
        const double least = reachable ? std::floor(ready / cluster.maxScaleDownRate) : 0;
        const auto wanted = [&](double value) {
            return static_cast<std::int64_t>(std::clamp(std::ceil(value / rules.target), least, most));
        };
        std::int64_t stablePods = wanted(decision.stable);
        std::int64_t panicPods = wanted(decision.panic);
        const bool over = std::ceil(decision.panic / rules.target) / ready >= rules.panicThreshold;
        if (rules.activationScale > 1) {
            if (stablePods > 0)
                stablePods = std::max(stablePods, rules.activationScale);
            if (panicPods > 0)
                panicPods = std::max(panicPods, rules.activationScale);
        }
        if (over) {
            m_panicSince = now;
        } else if (m_panicSince >= 0 && now - m_panicSince >= rules.window) {
            m_panicSince = -1;
            m_panicPods = 0;
        }
        decision.panicking = m_panicSince >= 0;
        if (decision.panicking) {
            m_panicPods = std::max({m_panicPods, panicPods, static_cast<std::int64_t>(readyPods)});
            decision.desired = m_panicPods;
        } else {
            decision.desired = stablePods;
        }
        if (rules.scaleDownDelay > 0) {
            while (!m_wishes.empty() && m_wishes.front().when < now - rules.scaleDownDelay)
                m_wishes.pop_front();
            while (!m_wishes.empty() && m_wishes.back().pods <= decision.desired)
                m_wishes.pop_back();
            m_wishes.push_back({now, decision.desired});
            if (reachable)
                decision.desired = m_wishes.front().pods;
        }
    }
    const auto pods = static_cast<double>(readyPods);
    if (rules.burstCapacity < 0) {
        decision.excessBurstCapacity = -1;
        decision.activators = std::max<std::int64_t>(
            2, static_cast<std::int64_t>(std::ceil(pods * rules.total / cluster.activatorCapacity)));
    } else if (rules.burstCapacity > 0) {
        decision.excessBurstCapacity =
            static_cast<std::int64_t>(std::floor(pods * rules.total - rules.burstCapacity - decision.panic));
        decision.activators = std::max<std::int64_t>(
            2,
            static_cast<std::int64_t>(
                std::ceil((pods * rules.total + rules.burstCapacity) / cluster.activatorCapacity)));
    }
    if (decision.desired != m_last.desired || decision.panicking != m_last.panicking)
        m_changed = now;
    m_last = decision;
    return decision;
}

bool Decider::isSettled(qint64 now, const ScalingRules &rules) const
{
    return now - m_changed > std::max(rules.window, rules.scaleDownDelay) + 4000;
}

} // namespace sluice::sandbox
