// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_defaults.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/eventing_settings.h"
#include "sandbox/knative/fields.h"
#include "sandbox/store/resource_type.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

/// Creator and last modifier, under the group of the object.
void stampUser(const ResourceType &type, Json &object, const Json *old, const std::string &user)
{
    Json &notes = object["metadata"]["annotations"];
    if (!notes.is_object())
        notes = Json::object();
    const std::string creator = type.group + "/creator";
    const std::string modifier = type.group + "/lastModifier";
    if (!old) {
        notes[creator] = user;
        notes[modifier] = user;
    } else if (field(*old, {"spec"}) != field(object, {"spec"})) {
        notes[modifier] = user;
    }
    if (notes.empty())
        object["metadata"].erase("annotations");
}

void defaultReference(Json &holder, const char *key, const std::string &nameSpace)
{
    if (holder.contains(key) && holder[key].is_object() && text(holder[key], {"namespace"}).empty())
        holder[key]["namespace"] = nameSpace;
}

void defaultDestination(Json &holder, const char *key, const std::string &nameSpace)
{
    if (holder.contains(key) && holder[key].is_object())
        defaultReference(holder[key], "ref", nameSpace);
}

void defaultDelivery(Json &holder, const std::string &nameSpace)
{
    if (holder.contains("delivery") && holder["delivery"].is_object())
        defaultDestination(holder["delivery"], "deadLetterSink", nameSpace);
}

void dropEmpty(Json &object, std::initializer_list<const char *> keys_)
{
    for (const char *key : keys_) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_structured() && found->empty())
            object.erase(found);
    }
}

/// What was sent as null is gone once Go's structs have been through it.
void dropNulls(Json &object, std::initializer_list<const char *> keys_)
{
    for (const char *key : keys_) {
        if (object.contains(key) && object[key].is_null())
            object.erase(key);
    }
}

void cleanFilters(Json &list)
{
    if (!list.is_array())
        return;
    for (Json &filter : list) {
        if (!filter.is_object())
            continue;
        for (const char *key : {"all", "any"}) {
            if (filter.contains(key))
                cleanFilters(filter[key]);
        }
        dropEmpty(filter, {"all", "any", "exact", "prefix", "suffix"});
    }
}

/// Go writes a pod template's unset time and empty resources.
void completeTemplate(Json &pod)
{
    Json &meta = pod["metadata"];
    if (!meta.is_object())
        meta = Json::object();
    if (!meta.contains("creationTimestamp"))
        meta["creationTimestamp"] = nullptr;
    Json &spec = pod["spec"];
    if (!spec.is_object())
        spec = Json::object();
    for (const char *list : {"containers", "initContainers"}) {
        if (!spec.contains(list) || !spec[list].is_array())
            continue;
        for (Json &container : spec[list]) {
            if (container.is_object() && !container.contains("resources"))
                container["resources"] = Json::object();
        }
    }
    if (!spec.contains("containers"))
        spec["containers"] = nullptr;
}

void defaultTrigger(Json &object, Json &spec, const std::string &nameSpace)
{
    if (!spec.contains("filter") || !spec["filter"].is_object())
        spec["filter"] = Json::object();
    dropEmpty(spec["filter"], {"attributes"});
    if (spec.contains("filters"))
        cleanFilters(spec["filters"]);
    dropEmpty(spec, {"filters"});
    if (!spec.contains("subscriber"))
        spec["subscriber"] = Json::object();
    defaultDestination(spec, "subscriber", nameSpace);
    defaultDelivery(spec, nameSpace);
    if (const std::string broker = text(spec, {"broker"}); !broker.empty())
        object["metadata"]["labels"][keys::brokerLabel] = broker;
}

void defaultBroker(Json &object, Json &spec, const std::string &nameSpace, const EventingSettings &settings)
{
    const Json defaults = settings.brokerDefaults(nameSpace);
    if (!spec.contains("config") && defaults.is_object()) {
        Json config;
        for (const char *key : {"apiVersion", "kind", "name", "namespace"}) {
            if (const std::string value = text(defaults, {key}); !value.empty())
                config[key] = value;
        }
        if (config.is_object())
            spec["config"] = std::move(config);
    }
    const Json &delivery = field(defaults, {"delivery"});
    if (!spec.contains("delivery") && delivery.is_object()) {
        for (const char *key : {"deadLetterSink", "retry", "backoffPolicy", "backoffDelay"}) {
            if (delivery.contains(key))
                spec["delivery"][key] = delivery[key];
        }
    }
    defaultReference(spec, "config", nameSpace);
    defaultDelivery(spec, nameSpace);
    if (!annotations(object).contains(keys::brokerClass)) {
        std::string name = text(defaults, {"brokerClass"});
        if (!name.empty())
            object["metadata"]["annotations"][keys::brokerClass] = std::move(name);
    }
}

void defaultChannelTemplate(Json &spec, const std::string &nameSpace, const EventingSettings &settings)
{
    if (spec.contains("channelTemplate"))
        return;
    const Json chosen = settings.channelTemplate(nameSpace);
    if (!chosen.is_object())
        return;
    for (const char *key : {"apiVersion", "kind", "spec"}) {
        if (chosen.contains(key))
            spec["channelTemplate"][key] = chosen[key];
    }
}

void defaultFlow(const std::string &kind, Json &spec, const std::string &nameSpace,
                 const EventingSettings &settings)
{
    defaultChannelTemplate(spec, nameSpace, settings);
    if (kind == "Sequence") {
        if (spec.contains("steps") && spec["steps"].is_array()) {
            for (Json &step : spec["steps"])
                defaultReference(step, "ref", nameSpace);
        }
    } else if (spec.contains("branches") && spec["branches"].is_array()) {
        for (Json &branch : spec["branches"]) {
            for (const char *part : {"filter", "subscriber", "reply"})
                defaultDestination(branch, part, nameSpace);
        }
    }
    defaultDestination(spec, "reply", nameSpace);
}

void defaultSource(const std::string &kind, const Json &object, Json &spec)
{
    if (kind == "PingSource") {
        if (text(spec, {"schedule"}).empty())
            spec["schedule"] = "* * * * *";
    } else if (kind == "ApiServerSource") {
        if (text(spec, {"mode"}).empty())
            spec["mode"] = "Reference";
        if (text(spec, {"serviceAccountName"}).empty())
            spec["serviceAccountName"] = "default";
        dropEmpty(spec, {"resources"});
    } else if (kind == "ContainerSource") {
        if (!spec.contains("template") || !spec["template"].is_object())
            spec["template"] = Json::object();
        completeTemplate(spec["template"]);
        Json &containers = spec["template"]["spec"]["containers"];
        for (size_t i = 0; containers.is_array() && i < containers.size(); ++i) {
            if (containers[i].is_object() && text(containers[i], {"name"}).empty())
                containers[i]["name"] = nameOf(object) + "-" + std::to_string(i);
        }
    } else if (kind == "SinkBinding") {
        if (text(spec, {"subject", "namespace"}).empty())
            spec["subject"]["namespace"] = namespaceOf(object);
        defaultDestination(spec, "sink", namespaceOf(object));
    } else if (kind == "KafkaSource") {
        defaultDestination(spec, "sink", namespaceOf(object));
        if (!spec.contains("consumers"))
            spec["consumers"] = 1;
        if (text(spec, {"consumerGroup"}).empty())
            spec["consumerGroup"] = "knative-kafka-source-" + uidOf(object);
        if (text(spec, {"initialOffset"}).empty())
            spec["initialOffset"] = "latest";
        if (text(spec, {"ordering"}).empty())
            spec["ordering"] = "ordered";
    }
}

/// The names that Go's structs have beyond the CRD's, where the CRD keeps unknown fields.
std::optional<std::string> strange(const Json &object, std::initializer_list<std::string_view> known)
{
    if (!object.is_object())
        return std::nullopt;
    for (const auto &[key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return "json: unknown field \"" + key + "\"";
    }
    return std::nullopt;
}

std::optional<std::string> strangeDelivery(const Json &delivery)
{
    return strange(
        delivery,
        {"deadLetterSink", "retry", "timeout", "backoffPolicy", "backoffDelay", "retryAfterMax", "format"});
}

/// The complaint about a value that is no text in a map of texts, which the CRD lets through.
std::optional<std::string> notText(const Json &values, const std::string &where)
{
    if (!values.is_object())
        return std::nullopt;
    for (const Json &value : values) {
        if (value.is_string() || value.is_null())
            continue;
        const char *what = value.is_number() ? "number"
            : value.is_boolean()             ? "bool"
            : value.is_array()               ? "array"
                                             : "object";
        return "json: cannot unmarshal " + std::string(what) + " into Go struct field " + where
            + " of type string";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> decodeComplaintOf(const std::string &kind, const Json &object)
{
    const Json &spec = field(object, {"spec"});
    if (kind == "Trigger") {
        if (auto why = notText(field(spec, {"filter", "attributes"}), "TriggerFilter.spec.filter.attributes"))
            return why;
        const Json &filters = field(spec, {"filters"});
        for (size_t i = 0; filters.is_array() && i < filters.size(); ++i) {
            for (const char *key : {"exact", "prefix", "suffix"}) {
                if (auto why = notText(field(filters[i], {key}),
                                       std::string("SubscriptionsAPIFilter.spec.filters.") + key))
                    return why;
            }
        }
        if (auto why = strange(spec, {"broker", "brokerRef", "filter", "filters", "subscriber", "delivery"}))
            return why;
    } else if (kind == "ApiServerSource") {
        if (auto why = strange(spec,
                               {"sink", "ceOverrides", "resources", "owner", "mode", "serviceAccountName",
                                "namespaceSelector", "filters"}))
            return why;
    }
    if (auto why = strangeDelivery(field(spec, {"delivery"})))
        return why;
    for (const char *list : {"steps", "branches"}) {
        const Json &entries = field(spec, {list});
        if (!entries.is_array())
            continue;
        for (const Json &entry : entries) {
            if (auto why = strangeDelivery(field(entry, {"delivery"})))
                return why;
        }
    }
    return std::nullopt;
}

void defaultEventing(const ResourceType &type, Json &object, const Json *old, const std::string &user,
                     const EventingSettings &settings)
{
    const std::string nameSpace = namespaceOf(object);
    const std::string &kind = type.kind;
    if (!object.contains("spec") || !object["spec"].is_object())
        object["spec"] = Json::object();
    Json &spec = object["spec"];
    dropNulls(spec, {"delivery", "filter", "filters", "config", "channelTemplate", "reply", "ceOverrides"});
    if (kind == "Trigger") {
        defaultTrigger(object, spec, nameSpace);
    } else if (kind == "Broker") {
        defaultBroker(object, spec, nameSpace, settings);
    } else if (kind == "Channel" || kind == "InMemoryChannel") {
        if (!annotations(object).contains(keys::subscribable))
            object["metadata"]["annotations"][keys::subscribable] = "v1";
        // Where a template is given, a Channel's delivery is left alone.
        if (!spec.contains("channelTemplate"))
            defaultDelivery(spec, nameSpace);
        if (kind == "Channel")
            defaultChannelTemplate(spec, nameSpace, settings);
    } else if (kind == "Subscription") {
        for (const char *part : {"subscriber", "reply"})
            defaultDestination(spec, part, nameSpace);
        defaultDelivery(spec, nameSpace);
    } else if (kind == "Sequence" || kind == "Parallel") {
        defaultFlow(kind, spec, nameSpace, settings);
    } else if (kind == "EventType") {
        defaultReference(spec, "reference", nameSpace);
    } else if (kind == "JobSink") {
        if (spec.contains("job") && spec["job"].is_object()) {
            Json &job = spec["job"];
            if (!job.contains("metadata") || !job["metadata"].is_object())
                job["metadata"] = Json::object();
            if (!job["metadata"].contains("creationTimestamp"))
                job["metadata"]["creationTimestamp"] = nullptr;
            if (!job.contains("status"))
                job["status"] = Json::object();
            if (!job.contains("spec") || !job["spec"].is_object())
                job["spec"] = Json::object();
            if (!job["spec"].contains("template") || !job["spec"]["template"].is_object())
                job["spec"]["template"] = Json::object();
            completeTemplate(job["spec"]["template"]);
        }
    } else {
        defaultSource(kind, object, spec);
    }
    stampUser(type, object, old, user);
}

} // namespace sluice::sandbox
