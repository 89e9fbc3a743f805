// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/http_message.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// Percent-decodes; '+' becomes a space in queries. Malformed escapes stay as they are.
[[nodiscard]] std::string percentDecoded(std::string_view text, bool plusIsSpace);

/// Path and query of a request, and what they mean where they name a resource.
struct RequestInfo {
    std::string path; ///< decoded
    std::vector<std::string> segments;
    std::multimap<std::string, std::string> query;

    bool isResource = false; ///< /api/v1/… or /apis/group/version/… with at least a plural
    std::string group;
    std::string version;
    std::string resource; ///< plural
    std::string nameSpace;
    std::string name;
    std::string subresource;
    std::string verb; ///< "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"

    [[nodiscard]] std::string queryValue(const std::string &key) const;
    [[nodiscard]] bool hasQuery(const std::string &key) const { return query.count(key) > 0; }
    /// "true" and "1", as Go's ParseBool.
    [[nodiscard]] bool queryFlag(const std::string &key) const;
    [[nodiscard]] std::optional<long long> queryNumber(const std::string &key) const;
};

[[nodiscard]] RequestInfo parseRequest(const std::string &method, const std::string &target);

} // namespace sluice::sandbox
