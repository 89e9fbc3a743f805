// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/list_query.h"

#include "base/json.h"

#include <charconv>

namespace sluice::sandbox {

namespace {

Failure forbiddenOption(const std::string &field, const std::string &why)
{
    return invalid("meta.k8s.io", "ListOptions", {}, {{"FieldValueForbidden", "Forbidden: " + why, field}});
}

/// k8s.io/apimachinery pkg/apis/meta/internalversion/validation.
std::optional<Failure> checkOptions(const RequestInfo &info, const ListQuery &query)
{
    const bool watch = info.verb == "watch";
    const bool initialEvents = info.hasQuery("sendInitialEvents");
    if (initialEvents && !watch)
        return forbiddenOption("sendInitialEvents", "sendInitialEvents is forbidden for list");
    if (watch) {
        if (initialEvents && query.versionMatch != "NotOlderThan") {
            std::vector<FailureCause> causes{
                {"FieldValueForbidden",
                 "Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan",
                 "resourceVersionMatch"}};
            if (!query.versionMatch.empty())
                causes.push_back(
                    {"FieldValueNotSupported",
                     "Unsupported value: \"" + query.versionMatch + "\": supported values: \"NotOlderThan\"",
                     "resourceVersionMatch"});
            return invalid("meta.k8s.io", "ListOptions", {}, std::move(causes));
        }
        if (!initialEvents && !query.versionMatch.empty())
            return forbiddenOption("resourceVersionMatch",
                                   "resourceVersionMatch is forbidden for watch unless "
                                   "sendInitialEvents is provided");
        return std::nullopt;
    }
    if (query.versionMatch.empty())
        return std::nullopt;
    if (!query.version)
        return forbiddenOption("resourceVersionMatch",
                               "resourceVersionMatch is forbidden unless resourceVersion is provided");
    if (!info.queryValue("continue").empty())
        return forbiddenOption("resourceVersionMatch",
                               "resourceVersionMatch is forbidden when continue is provided");
    if (query.versionMatch != "Exact" && query.versionMatch != "NotOlderThan") {
        return invalid("meta.k8s.io", "ListOptions", {},
                       {{"FieldValueNotSupported",
                         "Unsupported value: \"" + query.versionMatch
                             + "\": supported values: \"Exact\", \"NotOlderThan\", \"\"",
                         "resourceVersionMatch"}});
    }
    if (query.versionMatch == "Exact" && *query.version == 0)
        return forbiddenOption("resourceVersionMatch",
                               "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
    return std::nullopt;
}

} // namespace

std::string notAVersion(const std::string &version)
{
    return "resourceVersion: Invalid value: \"" + version + "\": strconv.ParseUint: parsing \"" + version
        + "\": invalid syntax";
}

Outcome<ListQuery> ListQuery::read(const ApiCall &call)
{
    ListQuery query;
    for (const char *key : {"limit", "timeoutSeconds"}) {
        const std::string number = call.info.queryValue(key);
        if (!number.empty() && !call.info.queryNumber(key))
            return tl::unexpected(badRequest("strconv.ParseInt: parsing \"" + number + "\": invalid syntax"));
    }
    auto labels = LabelSelector::parse(call.info.queryValue("labelSelector"));
    if (!labels)
        return tl::unexpected(labels.error());
    query.labels = std::move(*labels);
    auto fields = FieldSelector::parse(*call.type, call.info.queryValue("fieldSelector"));
    if (!fields)
        return tl::unexpected(fields.error());
    query.fields = std::move(*fields);
    query.versionMatch = call.info.queryValue("resourceVersionMatch");
    const std::string version = call.info.queryValue("resourceVersion");
    if (!version.empty()) {
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), value);
        if (error != std::errc() || end != version.data() + version.size()) {
            const std::string why = notAVersion(version);
            return tl::unexpected(call.info.verb == "watch" ? bareError(500, why)
                                                            : badRequest("invalid resource version: " + why));
        }
        query.version = value;
    }
    if (query.version.value_or(0) != 0 && query.versionMatch.empty()
        && !call.info.queryValue("continue").empty())
        return tl::unexpected(badRequest("specifying resource version is not allowed when using continue"));
    if (std::optional<Failure> failure = checkOptions(call.info, query))
        return tl::unexpected(std::move(*failure));
    return query;
}

} // namespace sluice::sandbox
