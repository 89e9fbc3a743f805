// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/cron.h"

#include "sandbox/knative/go_values.h"

#include <QTimeZone>
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace sluice::sandbox {

namespace {

struct Bounds {
    unsigned least;
    unsigned most;
    std::vector<std::string_view> names; ///< of the values from least on
};

using Number = tl::expected<unsigned, std::string>;

std::vector<std::string> parts(const std::string &text, char separator)
{
    std::vector<std::string> result;
    std::string::size_type from = 0;
    while (from <= text.size()) {
        const auto to = std::min(text.find(separator, from), text.size());
        result.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return result;
}

Number parsed(const std::string &text)
{
    long value = 0;
    const char *begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        const bool range = error == std::errc::result_out_of_range;
        return tl::unexpected("failed to parse int from " + text + ": strconv.Atoi: parsing " + goQuoted(text)
                              + (range ? ": value out of range" : ": invalid syntax"));
    }
    if (value < 0)
        return tl::unexpected("negative number (" + std::to_string(value) + ") not allowed: " + text);
    return static_cast<unsigned>(value);
}

Number numberOrName(const std::string &text, const Bounds &bounds)
{
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto name = std::find(bounds.names.begin(), bounds.names.end(), lower);
    if (name != bounds.names.end())
        return bounds.least + static_cast<unsigned>(name - bounds.names.begin());
    return parsed(text);
}

/// The complaint about one range of a field, such as "*/5" or "MON-FRI".
std::string rangeComplaint(const std::string &expression, const Bounds &bounds)
{
    const std::vector<std::string> rangeAndStep = parts(expression, '/');
    const std::vector<std::string> ends = parts(rangeAndStep[0], '-');
    unsigned start = bounds.least;
    unsigned end = bounds.most;
    if (ends[0] != "*" && ends[0] != "?") {
        const Number first = numberOrName(ends[0], bounds);
        if (!first)
            return first.error();
        start = end = *first;
        if (ends.size() > 2)
            return "too many hyphens: " + expression;
        if (ends.size() == 2) {
            const Number last = numberOrName(ends[1], bounds);
            if (!last)
                return last.error();
            end = *last;
        }
    }
    unsigned step = 1;
    if (rangeAndStep.size() > 2)
        return "too many slashes: " + expression;
    if (rangeAndStep.size() == 2) {
        const Number given = parsed(rangeAndStep[1]);
        if (!given)
            return given.error();
        step = *given;
        if (ends.size() == 1)
            end = bounds.most;
    }
    const auto inRange = [](unsigned value) { return "(" + std::to_string(value) + ")"; };
    if (start < bounds.least)
        return "beginning of range " + inRange(start) + " below minimum " + inRange(bounds.least) + ": "
            + expression;
    if (end > bounds.most)
        return "end of range " + inRange(end) + " above maximum " + inRange(bounds.most) + ": " + expression;
    if (start > end)
        return "beginning of range " + inRange(start) + " beyond end of range " + inRange(end) + ": "
            + expression;
    return step == 0 ? "step of range should be a positive number: " + expression : std::string();
}

std::string descriptorComplaint(const std::string &schedule)
{
    for (const char *known :
         {"@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"}) {
        if (schedule == known)
            return {};
    }
    const std::string every = "@every ";
    if (schedule.starts_with(every)) {
        const std::string duration = schedule.substr(every.size());
        if (parseGoDuration(duration))
            return {};
        return "failed to parse duration " + schedule + ": time: invalid duration " + goQuoted(duration);
    }
    return "unrecognized descriptor: " + schedule;
}

} // namespace

std::string cronComplaint(const std::string &schedule, const std::string &timeZone)
{
    if (!timeZone.empty() && timeZone != "UTC" && timeZone != "Local"
        && !QTimeZone::isTimeZoneIdAvailable(QByteArray::fromStdString(timeZone)))
        return "provided bad location " + timeZone + ": unknown time zone " + timeZone;
    if (schedule.empty() && timeZone.empty())
        return "empty spec string";
    if (schedule.starts_with('@'))
        return descriptorComplaint(schedule);
    std::istringstream words(schedule);
    std::vector<std::string> fields;
    for (std::string word; words >> word;)
        fields.push_back(word);
    if (fields.size() < 5 || fields.size() > 6) {
        std::string all;
        for (const std::string &word : fields)
            all += (all.empty() ? "" : " ") + word;
        return "expected 5 to 6 fields, found " + std::to_string(fields.size()) + ": [" + all + "]";
    }
    if (fields.size() == 5)
        fields.insert(fields.begin(), "0");
    static const std::array<Bounds, 6> bounds{
        Bounds{0, 59, {}},
        Bounds{0, 59, {}},
        Bounds{0, 23, {}},
        Bounds{1, 31, {}},
        Bounds{1, 12, {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
        Bounds{0, 6, {"sun", "mon", "tue", "wed", "thu", "fri", "sat"}}};
    for (size_t i = 0; i < fields.size(); ++i) {
        for (const std::string &range : parts(fields[i], ',')) {
            if (range.empty())
                continue; // commas that stand next to each other are one
            if (std::string why = rangeComplaint(range, bounds[i]); !why.empty())
                return why;
        }
    }
    return {};
}

} // namespace sluice::sandbox
