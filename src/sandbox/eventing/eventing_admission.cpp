// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_admission.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_defaults.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/eventing_validation.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/store/resource_type.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

/// The in-memory channel brings webhooks of its own.
const char *mutating(const AdmissionRequest &request)
{
    return request.type.kind == "InMemoryChannel" ? "inmemorychannel.eventing.knative.dev"
                                                  : "webhook.eventing.knative.dev";
}

const char *validating(const AdmissionRequest &request)
{
    return request.type.kind == "InMemoryChannel" ? "validation.inmemorychannel.eventing.knative.dev"
                                                  : "validation.webhook.eventing.knative.dev";
}

bool isConcerned(const AdmissionRequest &request)
{
    if (request.verb == WriteVerb::Delete || !request.context.subresource.empty())
        return false;
    static constexpr const char *groups[] = {keys::eventingGroup, keys::messagingGroup, keys::flowsGroup,
                                             keys::sourcesGroup, keys::sinksGroup};
    return std::any_of(std::begin(groups), std::end(groups),
                       [&request](const char *group) { return request.type.group == group; });
}

} // namespace

std::optional<Failure> EventingAdmission::mutate(AdmissionRequest &request)
{
    if (!isConcerned(request))
        return std::nullopt;
    if (const auto why = decodeComplaintOf(request.type.kind, request.object))
        return deniedByWebhook(mutating(request),
                               "mutation failed: cannot decode incoming new object: " + *why);
    defaultEventing(request.type, request.object, request.oldObject, request.context.user, m_settings);
    return std::nullopt;
}

std::optional<Failure> EventingAdmission::validate(const AdmissionRequest &request)
{
    if (!isConcerned(request) || isBeingDeleted(request.object))
        return std::nullopt;
    FieldErrors errors;
    validateEventing(request, m_settings, errors);
    for (std::string &line : errors.warningLines())
        request.warnings.push_back(std::move(line));
    if (!errors.hasErrors())
        return std::nullopt;
    return deniedByWebhook(validating(request), "validation failed: " + errors.errorText());
}

} // namespace sluice::sandbox
