// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/object_names.h"

#include "base/json.h"
#include "sandbox/store/resource_type.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

bool isLowerAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isAlnum(char c)
{
    return isLowerAlnum(c) || (c >= 'A' && c <= 'Z');
}

bool isLabel(std::string_view text, bool mustStartWithLetter)
{
    if (text.empty() || !isLowerAlnum(text.front()) || !isLowerAlnum(text.back()))
        return false;
    if (mustStartWithLetter && (text.front() < 'a' || text.front() > 'z'))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return isLowerAlnum(c) || c == '-'; });
}

bool isSubdomain(std::string_view text)
{
    for (size_t from = 0;;) {
        const size_t dot = std::min(text.find('.', from), text.size());
        if (!isLabel(text.substr(from, dot - from), false))
            return false;
        if (dot == text.size())
            return true;
        from = dot + 1;
    }
}

bool isQualifiedPart(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isAlnum(text.front()) && isAlnum(text.back())
        && std::all_of(text.begin(), text.end(),
                       [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.'; });
}

/// What the type demands of names: services and namespaces become DNS labels.
std::string nameProblem(const ResourceType &type, const std::string &name)
{
    const bool service = type.group.empty() && type.kind == "Service";
    const bool label = service || (type.group.empty() && type.kind == "Namespace");
    if (label) {
        if (name.size() > 63)
            return "must be no more than 63 characters";
        if (service && !isLabel(name, true)) {
            return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with "
                   "an "
                   "alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
                   "'abc-123', regex "
                   "used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
        }
        if (!isLabel(name, false) && isSubdomain(name))
            return "must not contain dots";
        if (!isLabel(name, false)) {
            return "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
                   "and must "
                   "start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used "
                   "for "
                   "validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
        }
        return {};
    }
    if (name.size() > 253)
        return "must be no more than 253 characters";
    if (!isSubdomain(name)) {
        return "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
               "'.', and must "
               "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation "
               "is "
               "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    }
    return {};
}

std::string quoted(const std::string &text)
{
    return base::dump(Json(text));
}

constexpr const char *qualifiedName =
    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
    "alphanumeric "
    "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
    "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
constexpr const char *labelValue = "a valid label must be an empty string or consist of alphanumeric "
                                   "characters, '-', '_' or '.', and must start and "
                                   "end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or "
                                   "'12345', regex used for validation is "
                                   "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

void checkKey(const std::string &key, const std::string &field, std::vector<FailureCause> &causes)
{
    const size_t slash = key.find('/');
    const std::string prefix = slash == std::string::npos ? std::string() : key.substr(0, slash);
    const std::string name = slash == std::string::npos ? key : key.substr(slash + 1);
    if (slash != std::string::npos && !isSubdomain(prefix))
        causes.push_back(
            {"FieldValueInvalid",
             "Invalid value: " + quoted(key)
                 + ": prefix part a lowercase RFC 1123 subdomain must consist "
                   "of lower case alphanumeric characters, '-' or '.', and must start and end with an "
                   "alphanumeric character (e.g. 'example.com', regex used for validation is "
                   "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
             field});
    if (!isQualifiedPart(name))
        causes.push_back(
            {"FieldValueInvalid", "Invalid value: " + quoted(key) + ": " + qualifiedName, field});
}

} // namespace

std::string labelValueProblem(const std::string &value)
{
    return value.empty() || isQualifiedPart(value) ? std::string() : labelValue;
}

std::vector<FailureCause> metadataIssues(const ResourceType &type, const Json &object)
{
    std::vector<FailureCause> causes;
    const std::string name = base::textAt(object, "metadata.name");
    if (std::string prefix = base::textAt(object, "metadata.generateName"); !prefix.empty()) {
        const std::string sent = prefix;
        if (prefix.back() == '-')
            prefix.back() = 'a'; // a prefix may end where a name may not
        const std::string problem = nameProblem(type, prefix);
        if (!problem.empty())
            causes.push_back({"FieldValueInvalid", "Invalid value: " + quoted(sent) + ": " + problem,
                              "metadata.generateName"});
    }
    if (!name.empty()) {
        const std::string problem = nameProblem(type, name);
        if (!problem.empty())
            causes.push_back(
                {"FieldValueInvalid", "Invalid value: " + quoted(name) + ": " + problem, "metadata.name"});
    }
    const Json *owners = base::at(object, "metadata.ownerReferences");
    for (size_t i = 0; owners && owners->is_array() && i < owners->size(); ++i) {
        for (const auto &[key, why] :
             {std::pair("apiVersion", "version must not be empty"), std::pair("kind", "must not be empty"),
              std::pair("name", "must not be empty"), std::pair("uid", "must not be empty")}) {
            if (base::textAt(owners->at(i), key).empty())
                causes.push_back({"FieldValueInvalid", std::string("Invalid value: \"\": ") + why,
                                  std::string("metadata.ownerReferences.") + key});
        }
    }
    if (const Json *labels = base::at(object, "metadata.labels"); labels && labels->is_object()) {
        for (const auto &[key, value] : labels->items()) {
            checkKey(key, "metadata.labels", causes);
            if (!value.is_string())
                continue;
            const std::string &text = value.get_ref<const std::string &>();
            if (text.size() > 63)
                causes.push_back({"FieldValueInvalid",
                                  "Invalid value: " + quoted(text) + ": must be no more than 63 characters",
                                  "metadata.labels"});
            if (const std::string why = labelValueProblem(text); !why.empty() && text.size() <= 63)
                causes.push_back(
                    {"FieldValueInvalid", "Invalid value: " + quoted(text) + ": " + why, "metadata.labels"});
        }
    }
    if (const Json *annotations = base::at(object, "metadata.annotations");
        annotations && annotations->is_object()) {
        size_t total = 0;
        for (const auto &[key, value] : annotations->items()) {
            checkKey(key, "metadata.annotations", causes);
            total += key.size() + (value.is_string() ? value.get_ref<const std::string &>().size() : 0);
        }
        if (total > 256 * 1024)
            causes.push_back(
                {"FieldValueTooLong", "Too long: may not be more than 262144 bytes", "metadata.annotations"});
    }
    return causes;
}

} // namespace sluice::sandbox
