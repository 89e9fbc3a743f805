// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/api/http_message.h"
#include "sandbox/api/request_info.h"
#include "sandbox/api/users.h"
#include "sandbox/store/failure.h"
#include "sandbox/store/object_store.h"
#include "sandbox/store/resource_type.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sluice::sandbox {

class PodLogs;

/// What the handlers of one server share.
struct ApiContext {
    ObjectStore &store;
    PodLogs &logs;
    std::string address = "127.0.0.1:6443";
    bool goneAsHttpStatus = false;
    std::map<std::string, std::shared_ptr<const base::Json>> openApiDocuments =
        {}; ///< by group/version, made on demand
};

/// One request, read and attributed.
struct ApiCall {
    const HttpRequest &http;
    RequestInfo info;
    User user;
    const ResourceType *type = nullptr; ///< set for resource requests
    const ResourceRegistry *registry = nullptr; ///< never null in a handler

    /// Whether the cluster has such a kind.
    [[nodiscard]] bool knownKind(const std::string &group, const std::string &version,
                                 const std::string &kind) const
    {
        return registry && registry->findKind(group, version, kind);
    }
};

/// In what form the client wants objects back (the first acceptable entry of Accept).
enum class Form { Object, Table, Metadata };
[[nodiscard]] Form requestedForm(const HttpRequest &request);

using Warnings = std::vector<std::string>;
[[nodiscard]] HttpResponse jsonResponse(int status, const base::Json &body, const Warnings &warnings = {});
[[nodiscard]] HttpResponse failureResponse(const Failure &failure, const Warnings &warnings = {});
/// "404 page not found", as the server's router says it.
[[nodiscard]] HttpResponse pageNotFound();
/// The object as the client asked for it: whole, as a Table or as metadata alone.
[[nodiscard]] HttpResponse objectResponse(const ApiContext &context, const ApiCall &call, int status,
                                          const ObjectPtr &object, const Warnings &warnings = {});

// The verbs. Each answers completely, refusals included.
[[nodiscard]] HttpResponse handleGet(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleList(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleWatch(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleLog(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleCreate(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleUpdate(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handlePatch(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleDelete(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleDeleteCollection(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleReview(ApiContext &context, const ApiCall &call);
[[nodiscard]] HttpResponse handleOpenApi(ApiContext &context, const ApiCall &call);

/// The Scale of a Deployment or ReplicaSet.
[[nodiscard]] base::Json scaleOf(const base::Json &object);

} // namespace sluice::sandbox
