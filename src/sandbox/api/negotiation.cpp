// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/negotiation.h"

#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "yaml/emit.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

/// One entry of Accept.
struct Clause {
    std::string type;
    std::string parameters; ///< ";as=Table;v=v1;g=meta.k8s.io" without spaces

    [[nodiscard]] bool has(const char *parameter) const
    {
        return (parameters + ';').find(';' + std::string(parameter) + ';') != std::string::npos;
    }
    [[nodiscard]] bool isKnownType() const
    {
        return isAny() || type == "application/json" || type == "application/yaml"
            || type == "application/vnd.kubernetes.protobuf";
    }
    [[nodiscard]] bool isAny() const { return type == "*/*" || type == "application/*"; }
    /// Objects as they are, or one of the forms that the server can give them.
    [[nodiscard]] bool isKnownForm() const
    {
        if (parameters.find(";as=") == std::string::npos)
            return true;
        const bool table = has("as=Table");
        const bool metadata = has("as=PartialObjectMetadata") || has("as=PartialObjectMetadataList");
        if (has("g=meta.k8s.io"))
            return (table || metadata) && (has("v=v1") || has("v=v1beta1"));
        return has("g=apidiscovery.k8s.io") && has("v=v2");
    }
};

std::vector<Clause> clauses(const HttpRequest &request)
{
    const std::string accept = headerValue(request.headers, "Accept");
    std::vector<Clause> result;
    for (size_t from = 0; from < accept.size();) {
        const size_t to = std::min(accept.find(',', from), accept.size());
        std::string entry = accept.substr(from, to - from);
        from = to + 1;
        std::erase(entry, ' ');
        const size_t semicolon = std::min(entry.find(';'), entry.size());
        if (!entry.empty())
            result.push_back({entry.substr(0, semicolon), entry.substr(semicolon)});
    }
    return result;
}

constexpr const char *served = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

} // namespace

Form requestedForm(const HttpRequest &request)
{
    for (const Clause &clause : clauses(request)) {
        if (!clause.isKnownType() || !clause.isKnownForm())
            continue;
        if (clause.has("as=Table") && !clause.has("v=v1beta1"))
            return Form::Table;
        if (clause.parameters.find(";as=PartialObjectMetadata") != std::string::npos
            && !clause.has("v=v1beta1"))
            return Form::Metadata;
        if (clause.parameters.find(";as=") == std::string::npos
            && clause.type != "application/vnd.kubernetes.protobuf")
            return Form::Object;
    }
    return Form::Object;
}

std::optional<Failure> notAcceptable(const HttpRequest &request)
{
    const std::vector<Clause> asked = clauses(request);
    const auto isServed = [](const Clause &clause) {
        // Logs and health are text.
        return (clause.isKnownType() || clause.type.starts_with("text/plain")) && clause.isKnownForm();
    };
    if (asked.empty() || std::any_of(asked.begin(), asked.end(), isServed))
        return std::nullopt;
    Failure failure;
    failure.code = 406;
    failure.reason = "NotAcceptable";
    if (std::any_of(asked.begin(), asked.end(), [](const Clause &clause) { return clause.isKnownType(); })) {
        failure.message = std::string("only the following media types are accepted: ") + served;
    } else {
        failure.message = std::string("406: Not Acceptable\n\nAvailable representations: ") + served;
        failure.hasDetails = true;
    }
    return failure;
}

bool wantsYaml(const HttpRequest &request)
{
    for (const Clause &clause : clauses(request)) {
        if (clause.isKnownType() && clause.isKnownForm())
            return clause.type == "application/yaml";
    }
    return false;
}

void translateToYaml(HttpResponse &response)
{
    const auto type = std::find_if(response.headers.begin(), response.headers.end(), [](const auto &header) {
        return header.first == "Content-Type" && header.second == "application/json";
    });
    if (response.stream || type == response.headers.end())
        return;
    const auto value = base::parseJson(response.body, QStringLiteral("answer"), {64 * 1024 * 1024, 128});
    if (!value)
        return;
    type->second = "application/yaml";
    response.body = yaml::emit(*value);
}

} // namespace sluice::sandbox
