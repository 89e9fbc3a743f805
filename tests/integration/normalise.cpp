// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalise.h"

#include <algorithm>
#include <regex>

namespace sluice::tests {
using base::Json;

namespace {

std::string normalisedText(std::string text)
{
    static const std::regex uid("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    static const std::regex time("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]+)?Z");
    static const std::regex tooOld("too old resource version: [0-9]+ \\([0-9]+\\)");
    text = std::regex_replace(text, uid, "UID");
    text = std::regex_replace(text, time, "TIME");
    text = std::regex_replace(text, tooOld, "too old resource version: N (N)");
    static const std::pair<std::string, std::string> users[] = {{"sandbox-admin", "admin"},
                                                                {"\"dev\"", "\"ana\""}};
    for (const auto &[ours, recorded] : users) {
        for (size_t at = 0; (at = text.find(ours, at)) != std::string::npos; at += recorded.size())
            text.replace(at, ours.size(), recorded);
    }
    if (text == "dev")
        return "ana";
    if (text == "developers")
        return "release-managers";
    return text;
}

void normaliseManagers(Json &entries)
{
    for (Json &entry : entries) {
        // The recording's controllers ran in one process of that name.
        if (const std::string manager = entry.value("manager", "");
            manager != "Python-urllib" && manager != "sluice")
            entry["manager"] = "CONTROLLER";
    }
    std::sort(entries.begin(), entries.end(),
              [](const Json &left, const Json &right) { return left.dump() < right.dump(); });
}

} // namespace

Json normalised(Json value)
{
    if (value.is_string())
        return normalisedText(value.get<std::string>());
    if (value.is_array()) {
        for (Json &item : value)
            item = normalised(std::move(item));
        return value;
    }
    if (!value.is_object())
        return value;
    Json result = Json::object();
    for (auto &[key, item] : value.items()) {
        // Pods of the recorded cluster answered no scrapes, so its autoscaler decided nothing.
        if (key == "desiredReplicas" || key == "f:desiredReplicas")
            continue;
        if ((key == "resourceVersion" || key == "continue") && item.is_string()
            && !item.get<std::string>().empty())
            result[key] = "OPAQUE";
        else
            result[normalisedText(key)] = normalised(std::move(item));
    }
    if (const auto managers = result.find("managedFields"); managers != result.end())
        normaliseManagers(*managers);
    return result;
}

std::string withoutGoValues(std::string message)
{
    const size_t end = message.find("(-old +new)");
    return end == std::string::npos ? message : message.substr(0, end);
}

std::vector<std::string> differences(const Json &recorded, const Json &got)
{
    std::vector<std::string> lines;
    const Json flatRecorded = recorded.is_structured() ? recorded.flatten() : Json{{"", recorded}};
    const Json flatGot = got.is_structured() ? got.flatten() : Json{{"", got}};
    for (const auto &[path, value] : flatRecorded.items()) {
        const auto found = flatGot.find(path);
        if (found == flatGot.end())
            lines.push_back(path + ": recorded " + value.dump() + ", missing");
        else if (*found != value)
            lines.push_back(path + ": recorded " + value.dump() + ", got " + found->dump());
    }
    for (const auto &[path, value] : flatGot.items()) {
        if (!flatRecorded.contains(path))
            lines.push_back(path + ": not recorded, got " + value.dump());
    }
    return lines;
}

} // namespace sluice::tests
