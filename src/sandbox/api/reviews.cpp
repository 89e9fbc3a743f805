// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/body.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

/// Reviews are not stored, but their fields are tracked like those of any object that is created.
void addManagedFields(Json &review, const ApiContext &context, const ApiCall &call)
{
    Json fields = Json::object();
    const std::function<Json(const Json &)> leaves = [&leaves](const Json &value) {
        Json set = Json::object();
        if (!value.is_object())
            return set;
        set["."] = Json::object();
        for (const auto &[key, child] : value.items())
            set["f:" + key] = leaves(child);
        return set;
    };
    const Json *attributes = base::at(review, "spec.resourceAttributes");
    const Json *path = base::at(review, "spec.nonResourceAttributes");
    if (attributes)
        fields["f:spec"]["f:resourceAttributes"] = leaves(*attributes);
    if (path)
        fields["f:spec"]["f:nonResourceAttributes"] = leaves(*path);
    if (fields.empty())
        return;
    review["metadata"]["managedFields"] = Json::array({Json{{"manager", managerOf(call)},
                                                            {"operation", "Update"},
                                                            {"apiVersion", textAt(review, "apiVersion")},
                                                            {"time", rfc3339(context.store.clock().now())},
                                                            {"fieldsType", "FieldsV1"},
                                                            {"fieldsV1", std::move(fields)}}});
}

} // namespace

HttpResponse handleReview(ApiContext &context, const ApiCall &call)
{
    const auto body = decodeBody(call.http);
    if (!body)
        return failureResponse(body.error());
    Json review = *body->json;
    if (!review.is_object())
        return failureResponse(badRequest("the object provided is unrecognized"));
    review["metadata"] = Json::object();
    if (call.info.resource == "selfsubjectreviews") {
        Json groups = call.user.groups;
        groups.push_back("system:authenticated");
        Json info{{"username", call.user.name}, {"groups", std::move(groups)}};
        if (!call.user.uid.empty())
            info["uid"] = call.user.uid;
        review["kind"] = "SelfSubjectReview";
        review["apiVersion"] = "authentication.k8s.io/v1";
        review["metadata"]["creationTimestamp"] = rfc3339(context.store.clock().now());
        review["status"] = {{"userInfo", std::move(info)}};
        return jsonResponse(201, review);
    }
    review["apiVersion"] = "authorization.k8s.io/v1";
    if (call.info.resource == "selfsubjectrulesreviews") {
        review["kind"] = "SelfSubjectRulesReview";
        review["status"] = accessRules(call.user, textAt(review, "spec.namespace"));
        review["spec"] = Json::object();
        return jsonResponse(201, review);
    }
    review["kind"] = "SelfSubjectAccessReview";
    bool allowed = false;
    const Json *other = base::at(review, "spec.nonResourceAttributes");
    if (other && base::at(review, "spec.resourceAttributes")) {
        const Json shown{{"Path", textAt(*other, "path")}, {"Verb", textAt(*other, "verb")}};
        return failureResponse(invalid("authorization.k8s.io", {}, {},
                                       {{"FieldValueInvalid",
                                         "Invalid value: " + base::dump(shown)
                                             + ": cannot be specified in combination with resourceAttributes",
                                         "spec.nonResourceAttributes"}}));
    }
    if (base::at(review, "spec.resourceAttributes")) {
        const auto attribute = [&review](const char *key) {
            return textAt(review, std::string("spec.resourceAttributes.") + key);
        };
        const AccessAttributes access{attribute("verb"),        attribute("group"),     attribute("resource"),
                                      attribute("subresource"), attribute("namespace"), attribute("name")};
        allowed = isAllowed(call.user, access);
    } else if (base::at(review, "spec.nonResourceAttributes")) {
        const std::string path = textAt(review, "spec.nonResourceAttributes.path");
        const bool open = path.starts_with("/api") || path.starts_with("/openapi")
            || path.starts_with("/version") || path == "/healthz" || path == "/livez" || path == "/readyz";
        allowed = call.user.role == Role::Admin
            || (open && textAt(review, "spec.nonResourceAttributes.verb") == "get");
    } else {
        return failureResponse(invalid("authorization.k8s.io", {}, {},
                                       {{"FieldValueInvalid",
                                         "Invalid value: null: exactly one of nonResourceAttributes or "
                                         "resourceAttributes must be specified",
                                         "spec.resourceAttributes"}}));
    }
    addManagedFields(review, context, call);
    review["status"] = {{"allowed", allowed}};
    return jsonResponse(201, review);
}

} // namespace sluice::sandbox
