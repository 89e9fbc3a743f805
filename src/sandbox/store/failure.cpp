// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/failure.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

std::string qualified(const std::string &group, const std::string &plural)
{
    return group.empty() ? plural : plural + '.' + group;
}

Failure about(int code, std::string reason, std::string message, const std::string &group,
              const std::string &kind, const std::string &name)
{
    Failure failure;
    failure.code = code;
    failure.reason = std::move(reason);
    failure.message = std::move(message);
    failure.group = group;
    failure.kind = kind;
    failure.name = name;
    failure.hasDetails = true;
    return failure;
}

Failure plain(int code, std::string reason, std::string message)
{
    Failure failure;
    failure.code = code;
    failure.reason = std::move(reason);
    failure.message = std::move(message);
    return failure;
}

} // namespace

base::Json statusJson(const Failure &failure)
{
    base::Json status{{"apiVersion", "v1"},  {"kind", "Status"},           {"metadata", base::Json::object()},
                      {"status", "Failure"}, {"message", failure.message}, {"code", failure.code}};
    if (!failure.reason.empty())
        status["reason"] = failure.reason;
    if (!failure.continueToken.empty())
        status["metadata"]["continue"] = failure.continueToken;
    base::Json details = base::Json::object();
    const auto put = [&details](const char *key, const std::string &value) {
        if (!value.empty())
            details[key] = value;
    };
    put("group", failure.group);
    put("kind", failure.kind);
    put("name", failure.name);
    put("uid", failure.uid);
    if (failure.retryAfterSeconds > 0)
        details["retryAfterSeconds"] = failure.retryAfterSeconds;
    for (const FailureCause &cause : failure.causes) {
        base::Json entry = base::Json::object();
        if (!cause.reason.empty())
            entry["reason"] = cause.reason;
        if (!cause.message.empty())
            entry["message"] = cause.message;
        if (!cause.field.empty())
            entry["field"] = cause.field;
        details["causes"].push_back(std::move(entry));
    }
    if (failure.hasDetails || !details.empty())
        status["details"] = std::move(details);
    return status;
}

Failure notFound(const std::string &group, const std::string &plural, const std::string &name)
{
    return about(404, "NotFound", qualified(group, plural) + " \"" + name + "\" not found", group, plural,
                 name);
}

Failure alreadyExists(const std::string &group, const std::string &plural, const std::string &name)
{
    return about(409, "AlreadyExists", qualified(group, plural) + " \"" + name + "\" already exists", group,
                 plural, name);
}

Failure conflict(const std::string &group, const std::string &plural, const std::string &name,
                 const std::string &why)
{
    return about(409, "Conflict",
                 "Operation cannot be fulfilled on " + qualified(group, plural) + " \"" + name + "\": " + why,
                 group, plural, name);
}

Failure staleObject(const std::string &group, const std::string &plural, const std::string &name)
{
    return conflict(
        group, plural, name,
        "the object has been modified; please apply your changes to the latest version and try again");
}

Failure badRequest(std::string message)
{
    return plain(400, "BadRequest", std::move(message));
}

Failure invalid(const std::string &group, const std::string &kind, const std::string &name,
                std::vector<FailureCause> causes)
{
    std::vector<std::string> texts;
    for (const FailureCause &cause : causes) {
        std::string text = cause.field.empty() ? cause.message : cause.field + ": " + cause.message;
        if (std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    }
    std::string message = qualified(group, kind) + " \"" + name + "\" is invalid";
    if (texts.size() == 1) {
        message += ": " + texts.front();
    } else if (!texts.empty()) {
        message += ": [";
        for (size_t i = 0; i < texts.size(); ++i)
            message += (i ? ", " : "") + texts[i];
        message += ']';
    }
    // Kinds stand as Kind.group in the message, the details carry them apart.
    Failure failure = about(422, "Invalid", std::move(message), group, kind, name);
    failure.causes = std::move(causes);
    return failure;
}

Failure forbidden(const std::string &group, const std::string &plural, const std::string &name,
                  const std::string &why)
{
    std::string subject = qualified(group, plural);
    if (!name.empty())
        subject += " \"" + name + '"';
    return about(403, "Forbidden", subject + " is forbidden: " + why, group, plural, name);
}

Failure unauthorized()
{
    return plain(401, "Unauthorized", "Unauthorized");
}

Failure expired(std::string message)
{
    return plain(410, "Expired", std::move(message));
}

Failure methodNotAllowed(const std::string &group, const std::string &plural, const std::string &verb)
{
    return about(405, "MethodNotAllowed",
                 verb + " is not supported on resources of kind \"" + qualified(group, plural) + '"', group,
                 plural, {});
}

Failure methodNotAllowed()
{
    return about(405, "MethodNotAllowed", "the server does not allow this method on the requested resource",
                 {}, {}, {});
}

Failure noSuchResource()
{
    return about(404, "NotFound", "the server could not find the requested resource", {}, {}, {});
}

Failure bareError(int code, std::string message)
{
    return plain(code, {}, std::move(message));
}

Failure unsupportedMediaType()
{
    return about(415, "UnsupportedMediaType", "415: Unsupported Media Type", {}, {}, {});
}

Failure unsupportedMediaType(const std::string &accepted)
{
    return plain(415, "UnsupportedMediaType",
                 "the body of the request was in an unknown format - accepted media types include: "
                     + accepted);
}

Failure tooManyRequests(int retryAfterSeconds)
{
    Failure failure = plain(429, "TooManyRequests", "Too many requests, please try again later.");
    failure.retryAfterSeconds = retryAfterSeconds;
    return failure;
}

Failure internalError(std::string message)
{
    Failure failure = plain(500, "InternalError", "Internal error occurred: " + message);
    failure.causes = {{{}, std::move(message), {}}};
    return failure;
}

Failure deniedByWebhook(const std::string &webhook, const std::string &message)
{
    return badRequest("admission webhook \"" + webhook + "\" denied the request: " + message);
}

} // namespace sluice::sandbox
