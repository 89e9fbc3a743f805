// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/schema_rules.h"

#include "base/json.h"
#include "sandbox/api/built_in_validation.h"
#include "sandbox/api/object_names.h"
#include "sandbox/store/resource_type.h"
#include "schema/catalog.h"
#include "schema/managed_fields.h"
#include "schema/validation.h"

#include <QByteArray>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

const schema::KindSchema *schemaOf(const AdmissionRequest &request)
{
    return schema::find(request.type.group, request.type.version, request.type.kind);
}

bool isCore(const AdmissionRequest &request, std::string_view kind)
{
    return request.type.group.empty() && request.type.kind == kind;
}

void normalizeNamespace(AdmissionRequest &request, Json &blank)
{
    Json &object = request.object;
    object["metadata"]["labels"]["kubernetes.io/metadata.name"] = request.name;
    if (request.verb == WriteVerb::Create) {
        object["spec"]["finalizers"] = Json::array({"kubernetes"});
        blank["spec"]["finalizers"] = object["spec"]["finalizers"];
        object["status"] = {{"phase", "Active"}};
    }
}

void normalizeSecret(Json &object)
{
    const auto texts = object.find("stringData");
    if (texts == object.end())
        return;
    if (texts->is_object()) {
        for (const auto &[key, value] : texts->items()) {
            if (value.is_string())
                object["data"][key] =
                    QByteArray::fromStdString(value.get<std::string>()).toBase64().toStdString();
        }
    }
    object.erase("stringData");
}

void normalizeConfigMap(Json &object)
{
    const auto data = object.find("data");
    if (data == object.end() || !data->is_object())
        return;
    for (Json &value : *data) {
        if (value.is_null())
            value = ""; // what Go reads for it
    }
}

void normalizePod(AdmissionRequest &request)
{
    Json &object = request.object;
    if (!object.contains("spec") || !object["spec"].is_object())
        return;
    Json &spec = object["spec"];
    if (textAt(object, "spec.serviceAccountName").empty())
        spec["serviceAccountName"] = "default";
    spec["serviceAccount"] = spec["serviceAccountName"];
    if (request.verb == WriteVerb::Create)
        object["status"] = {{"phase", "Pending"}, {"qosClass", "BestEffort"}};
}

/// Images of the tag latest, or of none, are always pulled (pkg/apis/core/v1/defaults.go).
void defaultPullPolicy(Json &spec)
{
    for (const char *list : {"containers", "initContainers"}) {
        const auto containers = spec.find(list);
        if (containers == spec.end() || !containers->is_array())
            continue;
        for (Json &container : *containers) {
            if (!container.is_object() || container.contains("imagePullPolicy"))
                continue;
            const std::string image = textAt(container, "image");
            const size_t colon =
                image.find(':', image.rfind('/') == std::string::npos ? 0 : image.rfind('/'));
            const bool latest = image.find('@') == std::string::npos
                && (colon == std::string::npos || image.substr(colon) == ":latest");
            container["imagePullPolicy"] = latest ? "Always" : "IfNotPresent";
        }
    }
}

/// The structs that every object of the type has in Go, whatever was sent: none of them is a field that somebody sets.
Json blankObject(const ResourceType &type)
{
    const Json nothing = Json::object();
    const Json containers{{"containers", Json::array()}};
    const Json pod{{"metadata", nothing}, {"spec", containers}};
    if (type.kind == "Deployment")
        return {{"spec", {{"strategy", nothing}, {"template", pod}}}, {"status", nothing}};
    if (type.kind == "ReplicaSet")
        return {{"spec", {{"template", pod}}}, {"status", nothing}};
    if (type.kind == "Service")
        return {{"spec", nothing}, {"status", {{"loadBalancer", nothing}}}};
    if (type.kind == "Pod")
        return {{"spec", containers}, {"status", nothing}};
    if (type.kind == "Namespace" || type.kind == "Node")
        return {{"spec", nothing}, {"status", nothing}};
    if (type.kind == "Event")
        return {{"involvedObject", nothing}, {"source", nothing}};
    return nothing;
}

FailureCause nullList(const std::string &field)
{
    return {"FieldValueTypeInvalid",
            "Invalid value: \"null\": " + field + " in body must be of type array: \"null\"", field};
}

/// The real server does not run a CRD's rules on an object that has one of these.
bool keepsRulesFromRunning(const FailureCause &cause)
{
    return cause.reason == "FieldValueRequired" || cause.reason == "FieldValueNotSupported"
        || cause.reason == "FieldValueTypeInvalid";
}

/// Knative's webhook sends back what it decoded, with null for the sources that a projected volume does not have.
void addNullSources(const Json &object, std::vector<FailureCause> &causes)
{
    const Json *volumes = base::at(object, "spec.template.spec.volumes");
    for (size_t i = 0; volumes && volumes->is_array() && i < volumes->size(); ++i) {
        const Json *projected = base::at(volumes->at(i), "projected");
        if (projected && projected->is_object() && !base::at(*projected, "sources"))
            causes.push_back(
                nullList("spec.template.spec.volumes[" + std::to_string(i) + "].projected.sources"));
    }
}

Failure invalidObject(const AdmissionRequest &request, std::vector<FailureCause> causes)
{
    return invalid(request.type.group, request.type.kind, request.name, std::move(causes));
}

} // namespace

void SchemaRules::normalize(AdmissionRequest &request)
{
    const schema::KindSchema *kind = schemaOf(request);
    if (!kind)
        return;
    Json &object = request.object;
    m_blank = request.oldObject || request.type.custom ? Json::object() : blankObject(request.type);
    schema::prune(*kind, object);
    if (object.contains("metadata") && object["metadata"].is_object()) {
        for (const char *key : {"labels", "annotations", "finalizers", "ownerReferences"}) {
            const auto value = object["metadata"].find(key); // empty and null mean absent
            if (value != object["metadata"].end() && value->empty())
                object["metadata"].erase(value);
        }
    }
    if (isCore(request, "Namespace"))
        normalizeNamespace(request, m_blank);
    else if (isCore(request, "Secret"))
        normalizeSecret(object);
    else if (isCore(request, "ConfigMap"))
        normalizeConfigMap(object);
    else if (isCore(request, "Pod"))
        normalizePod(request);
    else if (isCore(request, "Service"))
        normalizeService(request);
    const bool linksSaid = base::at(object, "spec.template.spec.enableServiceLinks") != nullptr;
    schema::applyDefaults(*kind, object);
    if (request.type.group == "apps" && !linksSaid
        && base::at(object, "spec.template.spec.enableServiceLinks"))
        object["spec"]["template"]["spec"].erase("enableServiceLinks"); // a default of pods alone
    if (isCore(request, "Pod") && object.contains("spec") && object["spec"].is_object())
        defaultPullPolicy(object["spec"]);
    else if (request.type.group == "apps") {
        if (const Json *spec = base::at(object, "spec.template.spec"); spec && spec->is_object())
            defaultPullPolicy(object["spec"]["template"]["spec"]);
        if (textAt(object, "spec.strategy.type") == "Recreate")
            object["spec"]["strategy"].erase("rollingUpdate");
        else if (request.type.kind == "Deployment" && base::at(object, "spec.strategy"))
            for (const char *key : {"maxSurge", "maxUnavailable"}) {
                if (!base::find(object, {"spec", "strategy", "rollingUpdate", key}))
                    object["spec"]["strategy"]["rollingUpdate"][key] = "25%";
            }
    }
}

void SchemaRules::normalizeService(AdmissionRequest &request)
{
    Json &object = request.object;
    if (!object.contains("spec") || !object["spec"].is_object())
        object["spec"] = Json::object();
    Json &spec = object["spec"];
    const std::string type = textAt(object, "spec.type", "ClusterIP");
    if (const auto ports = spec.find("ports"); ports != spec.end() && ports->is_array()) {
        for (Json &port : *ports) {
            if (port.is_object() && !port.contains("targetPort") && port.contains("port"))
                port["targetPort"] = port["port"];
        }
    }
    if (type == "ExternalName") {
        for (const char *key :
             {"clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"})
            spec.erase(key);
        return;
    }
    const auto fill = [&](const char *key, Json value) {
        if (spec.contains(key))
            return;
        spec[key] = value;
        if (!request.oldObject)
            m_blank["spec"][key] = std::move(value); // the server's allocator sets it later
    };
    if (textAt(object, "spec.clusterIP").empty()) {
        spec.erase("clusterIP");
        const Json *old = request.oldObject ? base::at(*request.oldObject, "spec.clusterIP") : nullptr;
        if (old && old->is_string() && !old->get<std::string>().empty()) {
            fill("clusterIP", *old);
        } else {
            ++m_lastClusterIp;
            fill("clusterIP",
                 "10.96." + std::to_string(1 + m_lastClusterIp / 250) + '.'
                     + std::to_string(1 + m_lastClusterIp % 250));
        }
    }
    const bool headless = spec["clusterIP"] == "None";
    const bool anyFamily = headless && !spec.contains("selector");
    spec.erase("clusterIPs");
    fill("clusterIPs", Json::array({spec["clusterIP"]}));
    fill("ipFamilies", anyFamily ? Json::array({"IPv4", "IPv6"}) : Json::array({"IPv4"}));
    fill("ipFamilyPolicy", anyFamily ? "RequireDualStack" : "SingleStack");
    if (headless && !request.oldObject)
        request.warnings.push_back("spec.SessionAffinity is ignored for headless services");
    if (!spec.contains("internalTrafficPolicy"))
        spec["internalTrafficPolicy"] = "Cluster";
}

void SchemaRules::trackFields(AdmissionRequest &request, const std::string &time)
{
    const schema::KindSchema *kind = schemaOf(request);
    if (!kind)
        return;
    const std::string subresource =
        request.context.subresource == "finalize" ? std::string() : request.context.subresource;
    Json fields = schema::trackedFields(
        *kind, request.oldObject, request.object,
        {request.context.manager, request.context.operation, subresource, time}, m_blank);
    if (fields.empty())
        request.object["metadata"].erase("managedFields");
    else
        request.object["metadata"]["managedFields"] = std::move(fields);
}

std::optional<Failure> SchemaRules::validate(const AdmissionRequest &request)
{
    std::vector<FailureCause> causes = metadataIssues(request.type, request.object);
    if (request.oldObject && base::at(*request.oldObject, "metadata.deletionTimestamp")) {
        const Json old =
            request.oldObject->value("metadata", Json::object()).value("finalizers", Json::array());
        std::string added;
        for (const Json &finalizer : request.object["metadata"].value("finalizers", Json::array())) {
            if (finalizer.is_string() && std::find(old.begin(), old.end(), finalizer) == old.end())
                added += (added.empty() ? "\"" : ", \"") + finalizer.get<std::string>() + '"';
        }
        if (!added.empty()) {
            causes.push_back(
                {"FieldValueForbidden",
                 "Forbidden: no new finalizers can be added if the object is being deleted, found new "
                 "finalizers []string{"
                     + added + '}',
                 "metadata.finalizers"});
        }
    }
    if (const schema::KindSchema *kind = schemaOf(request)) {
        for (const schema::Issue &issue : schema::structuralIssues(*kind, request.object)) {
            // Knative's CRDs name no ranges (recordings/discovery/openapi-v3-serving-v1.json): its webhook refuses.
            // What builtInIssues() says is not said twice.
            const bool known = issue.field.starts_with("metadata.ownerReferences")
                || (!request.type.custom
                    && (issue.field == "spec.selector"
                        || (issue.field.starts_with("spec.ports")
                            && issue.kind != schema::Issue::Kind::WrongType)
                        || issue.field == "spec.template.spec.containers"));
            const bool decoded =
                request.type.group == "serving.knative.dev" && issue.kind == schema::Issue::Kind::Required;
            if (decoded && issue.field.ends_with(".containers")) {
                causes.push_back(nullList(issue.field));
                continue;
            }
            if (decoded
                && (issue.field.ends_with(".containerPort") || issue.field.ends_with(".grpc.port")
                    || issue.field.find(".items[") != std::string::npos))
                continue; // its webhook is more lenient, or says it itself
            if (!known && (!request.type.custom || issue.kind != schema::Issue::Kind::OutOfRange))
                causes.push_back({schema::reasonOf(issue.kind), issue.message, issue.field});
        }
        if (request.type.group == "serving.knative.dev")
            addNullSources(request.object, causes);
        // Istio's CRDs have rules in CEL, which are not run on what has the wrong form.
        if (request.type.group.ends_with("istio.io")
            && std::any_of(causes.begin(), causes.end(), keepsRulesFromRunning))
            causes.push_back(
                {"FieldValueInvalid",
                 "Invalid value: null: some validation rules were not checked because the object was "
                 "invalid; correct the existing errors to complete validation",
                 "<nil>"});
        if (request.oldObject) {
            for (const schema::Issue &issue :
                 schema::immutableIssues(*kind, *request.oldObject, request.object))
                causes.push_back({schema::reasonOf(issue.kind), issue.message, issue.field});
        }
    }
    if (!request.type.custom) {
        for (FailureCause &cause : builtInIssues(request.type, request.object))
            causes.push_back(std::move(cause));
    }
    const Json *frozen = request.oldObject ? base::at(*request.oldObject, "immutable") : nullptr;
    if (frozen && *frozen == true && (isCore(request, "ConfigMap") || isCore(request, "Secret"))) {
        if (request.object.value("immutable", false) != true)
            causes.push_back({"FieldValueForbidden", "Forbidden: field is immutable when `immutable` is set",
                              "immutable"});
        for (const char *key : {"data", "binaryData"}) {
            if (request.oldObject->value(key, Json()) != request.object.value(key, Json()))
                causes.push_back(
                    {"FieldValueForbidden", "Forbidden: field is immutable when `immutable` is set", key});
        }
    }
    if (causes.empty())
        return std::nullopt;
    return invalidObject(request, std::move(causes));
}

} // namespace sluice::sandbox
