// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/body.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

HttpResponse handlePatch(ApiContext &context, const ApiCall &call)
{
    auto writer = writeContext(call);
    auto body = decodeBody(call.http);
    if (!writer || !body)
        return failureResponse(!writer ? writer.error() : body.error());
    const WriteOutcome outcome =
        context.store.modify(*call.type, call.info.nameSpace, call.info.name, *writer, [&](base::Json &object) {
            object.merge_patch(*body->json);
            return true;
        });
    if (!outcome)
        return failureResponse(outcome.error().failure, outcome.error().warnings);
    return objectResponse(context, call, 200, outcome->object, outcome->warnings);
}

} // namespace sluice::sandbox
