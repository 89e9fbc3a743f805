// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/sink_binding_admission.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/source_controllers.h"
#include "sandbox/knative/fields.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

std::optional<Failure> SinkBindingAdmission::mutate(AdmissionRequest &request)
{
    if (request.verb == WriteVerb::Delete || !request.context.subresource.empty()
        || !field(request.object, {"spec", "template", "spec"}).is_object()
        || &request.type == &m_types.containerSource)
        return std::nullopt;
    if (label(request.object, keys::bindingExclude) == "true")
        return std::nullopt;
    for (const ObjectPtr &binding : m_cluster.store.list(m_types.sinkBinding, request.nameSpace)) {
        const Json &subject = field(*binding, {"spec", "subject"});
        if (isBeingDeleted(*binding) || text(subject, {"kind"}) != request.type.kind
            || text(subject, {"apiVersion"}) != request.type.apiVersion())
            continue;
        const std::string name = text(subject, {"name"});
        const bool meant = name.empty()
            ? matches(field(subject, {"selector", "matchLabels"}), labels(request.object))
            : name == request.name;
        // Until the sink is known there is nothing to write; the controller does it then.
        const std::string sinkUri = text(*binding, {"status", "sinkUri"});
        if (meant && !sinkUri.empty())
            bindSink(request.object, sinkUri, overridesOf(*binding));
    }
    return std::nullopt;
}

std::optional<Failure> SinkBindingAdmission::validate(const AdmissionRequest &)
{
    return std::nullopt;
}

} // namespace sluice::sandbox
