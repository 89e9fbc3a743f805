// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/knative_admission.h"

#include "base/json.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/serving_defaults.h"
#include "sandbox/knative/serving_validation.h"
#include "sandbox/store/resource_type.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

constexpr char mutating[] = "webhook.serving.knative.dev";
constexpr char validating[] = "validation.webhook.serving.knative.dev";

bool isServing(const ResourceType &type)
{
    return type.group == "serving.knative.dev";
}

} // namespace

std::optional<Failure> KnativeAdmission::mutate(AdmissionRequest &request)
{
    if (request.verb == WriteVerb::Delete || !request.context.subresource.empty())
        return std::nullopt;
    const std::string &kind = request.type.kind;
    if (request.type.group == "autoscaling.internal.knative.dev" && kind == "PodAutoscaler") {
        defaultPodAutoscaler(request.object, m_settings);
        return std::nullopt;
    }
    if (!isServing(request.type))
        return std::nullopt;
    const auto refuseDecoding = [](const std::string &why) {
        return deniedByWebhook(mutating, "mutation failed: cannot decode incoming new object: " + why);
    };
    if (kind == "Service") {
        if (const auto why = serviceDecodeComplaint(request.object))
            return refuseDecoding(*why);
    }
    const base::Json &spec = kind == "Revision" ? field(request.object, {"spec"})
                                                : field(request.object, {"spec", "template", "spec"});
    if (const auto why = decodeComplaint(spec))
        return refuseDecoding(*why);
    if (kind == "Service")
        defaultService(request.object, request.oldObject, request.context.user, m_settings);
    else if (kind == "Configuration")
        defaultConfiguration(request.object, request.oldObject, request.context.user, m_settings);
    else if (kind == "Route")
        defaultRoute(request.object, request.oldObject, request.context.user, m_settings);
    else if (kind == "Revision")
        defaultRevision(request.object, request.oldObject, m_settings);
    return std::nullopt;
}

std::optional<Failure> KnativeAdmission::validate(const AdmissionRequest &request)
{
    if (request.verb == WriteVerb::Delete || !request.context.subresource.empty() || !isServing(request.type)
        || isBeingDeleted(request.object))
        return std::nullopt;
    FieldErrors errors;
    const std::string &kind = request.type.kind;
    if (kind == "Service")
        validateService(request.object, request.oldObject, m_settings, errors);
    else if (kind == "Configuration")
        validateConfiguration(request.object, request.oldObject, m_settings, errors);
    else if (kind == "Route")
        validateRoute(request.object, request.oldObject, m_settings, errors);
    else if (kind == "Revision")
        validateRevision(request.object, request.oldObject, m_settings, errors);
    else if (kind == "DomainMapping")
        validateDomainMapping(request.object, errors);
    for (std::string &line : errors.warningLines())
        request.warnings.push_back(std::move(line));
    if (!errors.hasErrors())
        return std::nullopt;
    return deniedByWebhook(validating, "validation failed: " + errors.errorText());
}

} // namespace sluice::sandbox
