// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/cloud_event.h"

#include <QString>
#include <map>
#include <vector>

namespace sluice::domain {

/// One filter of a Trigger's spec.filters.
struct EventFilter {
    enum class Dialect { Exact, Prefix, Suffix, All, Any, Not, CeSql };
    Dialect dialect = Dialect::Exact;
    std::map<QString, QString> attributes; ///< Exact, Prefix, Suffix: every one of them must match
    std::vector<EventFilter> filters; ///< All, Any; Not: exactly one
    QString expression; ///< CeSql
    bool operator==(const EventFilter &) const = default;
};

/// What a Trigger asks of an event. When filters is not empty, attributes is not looked at.
struct TriggerFilter {
    std::map<QString, QString> attributes; ///< spec.filter.attributes; "" means present and not empty
    std::vector<EventFilter> filters; ///< spec.filters, all of which must pass
    bool operator==(const TriggerFilter &) const = default;
};

enum class FilterVerdict {
    Pass,
    Fail,
    NoFilter ///< nothing was asked, or the filter is invalid and left out; counts as passing
};

/// How the channel based Broker judges (eventing 1.15, pkg/eventfilter): letter case counts, and attributes beyond the
/// standard ones are looked up among the extensions.
[[nodiscard]] FilterVerdict judge(const EventFilter &filter, const CloudEvent &event);
[[nodiscard]] FilterVerdict judge(const TriggerFilter &filter, const CloudEvent &event);
/// Whether a Trigger with \a filter delivers \a event.
[[nodiscard]] bool passes(const TriggerFilter &filter, const CloudEvent &event);

/// Whether \a name may stand in a filter: a lower-case letter, then lower-case letters and digits.
[[nodiscard]] bool isFilterAttributeName(const QString &name);

} // namespace sluice::domain
