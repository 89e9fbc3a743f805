// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/autoscaling_annotations.h"

#include <QtGlobal>
#include <cstdint>
#include <deque>

namespace sluice::sandbox {

/// The arithmetic of Knative's pod autoscaler for one revision (knative.dev/serving pkg/autoscaler/scaling). Fed with
/// the load as it changes; asked every two seconds. Times in milliseconds.
class Decider {
public:
    static constexpr std::int64_t unknown = -1;

    struct Decision {
        std::int64_t desired = unknown; ///< pods; unknown while nothing has been measured
        std::int64_t excessBurstCapacity = 0;
        std::int64_t activators = 2;
        bool panicking = false;
        double stable = 0; ///< of the metric, averaged
        double panic = 0;
    };

    /// From \a now on the revision bears \a concurrency requests in flight, \a perSecond arriving.
    void setLoad(qint64 now, double perSecond, double concurrency);
    /// Measuring has begun: a pod or the activator reports.
    void startMeasuring(qint64 now);
    [[nodiscard]] bool isMeasuring() const { return m_measuringSince >= 0; }
    [[nodiscard]] bool hasLoad() const { return !m_samples.empty() && m_samples.back().concurrency > 0; }

    /// What to do with \a readyPods ready now. \a reachable: a route leads to the revision.
    Decision decide(qint64 now, std::int64_t readyPods, bool reachable, const ScalingRules &rules,
                    const KnativeSettings::Autoscaler &cluster);
    /// Without measuring anew.
    [[nodiscard]] const Decision &last() const { return m_last; }
    /// Whether further decisions can differ although nothing changes from outside.
    [[nodiscard]] bool isSettled(qint64 now, const ScalingRules &rules) const;

private:
    struct Sample {
        qint64 since = 0;
        double perSecond = 0;
        double concurrency = 0;
    };
    struct Wish {
        qint64 when = 0;
        std::int64_t pods = 0;
    };
    [[nodiscard]] double average(qint64 now, qint64 window, bool rps, bool weighted) const;

    std::deque<Sample> m_samples;
    std::deque<Wish> m_wishes; ///< for scale-down-delay
    qint64 m_measuringSince = -1;
    qint64 m_panicSince = -1;
    std::int64_t m_panicPods = 0;
    qint64 m_changed = 0; ///< when load or decision last changed
    Decision m_last;
};

} // namespace sluice::sandbox
