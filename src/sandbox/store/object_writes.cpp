// SPDX-License-Identifier: GPL-3.0-or-later
// What creating, changing and deleting an object mean: the writing half of ObjectStore.
#include "sandbox/store/object_store.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

tl::unexpected<WriteRefusal> refuse(Failure failure, std::vector<std::string> warnings = {})
{
    return tl::unexpected(WriteRefusal{std::move(failure), std::move(warnings)});
}

Json &metadataOf(Json &object)
{
    if (!object.is_object())
        object = Json::object();
    Json &metadata = object["metadata"];
    if (!metadata.is_object())
        metadata = Json::object();
    return metadata;
}

bool hasEntries(const Json *list)
{
    return list && list->is_array() && !list->empty();
}

/// Finalizers, a namespace's spec.finalizers or a pod's running grace period keep a deleted object alive.
bool isHeld(const ResourceType &type, const Json &object)
{
    if (hasEntries(base::at(object, "metadata.finalizers")))
        return true;
    if (type.group.empty() && type.kind == "Namespace" && hasEntries(base::at(object, "spec.finalizers")))
        return true;
    return type.graceful && base::intAt(object, "metadata.deletionGracePeriodSeconds") > 0;
}

bool isDeleting(const Json &object)
{
    return base::at(object, "metadata.deletionTimestamp") != nullptr;
}

/// Everything that counts as a change of generation.
Json desiredPart(Json object)
{
    object.erase("metadata");
    object.erase("status");
    return object;
}

void keepFromLive(Json &metadata, const Json &live, const char *key)
{
    const Json *value = base::find(live, {"metadata", key});
    if (value)
        metadata[key] = *value;
    else
        metadata.erase(key);
}

/// The object that a write to a subresource means: live with only that part replaced.
Json overlaySubresource(const Json &live, Json &sent, const std::string &subresource)
{
    Json result = live;
    const Json *sentFields = base::at(sent, "metadata.managedFields");
    if (sentFields)
        result["metadata"]["managedFields"] = *sentFields;
    if (subresource == "status") {
        if (sent.contains("status"))
            result["status"] = std::move(sent["status"]);
        else
            result.erase("status");
    } else if (sent.contains("spec")) {
        result["spec"] = std::move(sent["spec"]);
    }
    if (const Json *version = base::at(sent, "metadata.resourceVersion"))
        result["metadata"]["resourceVersion"] = *version;
    if (subresource == "finalize") {
        if (const Json *finalizers = base::at(sent, "metadata.finalizers"))
            result["metadata"]["finalizers"] = *finalizers;
        else
            result["metadata"].erase("finalizers");
    }
    return result;
}

/// Where etcd holds it, which some messages name.
std::string storageKey(const ResourceType &type, const std::string &nameSpace, const std::string &name)
{
    std::string key = "/registry/";
    if (type.custom)
        key += type.group + '/';
    key += type.plural + '/';
    if (type.group.empty() && type.plural == "services")
        key += "specs/";
    if (type.namespaced)
        key += nameSpace + '/';
    return key + name;
}

std::string versionText(std::uint64_t version)
{
    return std::to_string(version);
}

} // namespace

std::optional<Failure> ObjectStore::admit(AdmissionRequest &request, bool validateOnly)
{
    if (validateOnly) {
        if (m_rules && request.verb != WriteVerb::Delete) {
            if (std::optional<Failure> failure = m_rules->validate(request))
                return failure;
        }
        for (Admission *admission : m_admissions) {
            if (std::optional<Failure> failure = admission->validate(request))
                return failure;
        }
        return std::nullopt;
    }
    for (Admission *admission : m_admissions) {
        if (std::optional<Failure> failure = admission->mutate(request))
            return failure;
    }
    return std::nullopt;
}

std::optional<Failure> ObjectStore::checkNamespace(const ResourceType &type,
                                                   const std::string &nameSpace) const
{
    if (!type.namespaced)
        return std::nullopt;
    if (nameSpace.empty())
        return badRequest("an empty namespace may not be set during creation");
    const ResourceType *namespaces = m_registry.find({}, "v1", "namespaces");
    if (!namespaces)
        return std::nullopt;
    const ObjectPtr found = get(*namespaces, {}, nameSpace);
    if (!found)
        return notFound({}, "namespaces", nameSpace);
    return std::nullopt;
}

WriteOutcome ObjectStore::create(const ResourceType &type, Json object, const WriteContext &context)
{
    std::vector<std::string> warnings;
    Json &metadata = metadataOf(object);
    if (!type.namespaced)
        metadata.erase("namespace");
    const std::string nameSpace = textAt(object, "metadata.namespace");
    if (std::optional<Failure> failure = checkNamespace(type, nameSpace))
        return refuse(std::move(*failure));
    std::string name = textAt(object, "metadata.name");
    if (name.empty()) {
        std::string prefix = textAt(object, "metadata.generateName");
        if (!prefix.empty()) {
            prefix.resize(std::min<size_t>(prefix.size(), 58)); // names end at 63 with the suffix
            do {
                name = prefix + m_random.suffix();
            } while (get(type, nameSpace, name));
            metadata["name"] = name;
        }
    }
    const ResourceType *namespaces = m_registry.find({}, "v1", "namespaces");
    if (type.namespaced && namespaces) {
        const ObjectPtr home = get(*namespaces, {}, nameSpace);
        if (home && isDeleting(*home)) {
            Failure failure = forbidden(type.group, type.plural, name,
                                        "unable to create new content in namespace " + nameSpace
                                            + " because it is being terminated");
            failure.causes = {{"NamespaceTerminating", "namespace " + nameSpace + " is being terminated",
                               "metadata.namespace"}};
            return refuse(std::move(failure));
        }
    }

    if (name.empty()) {
        return refuse(invalid(
            type.group, type.kind, {},
            {{"FieldValueRequired", "Required value: name or generateName is required", "metadata.name"}}));
    }

    object["apiVersion"] = type.apiVersion();
    object["kind"] = type.kind;
    for (const char *key : {"resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"})
        metadata.erase(key);
    if (type.hasStatus)
        object.erase("status");
    const std::string now = rfc3339(m_clock.now());
    metadata["creationTimestamp"] = now;
    metadata["uid"] = m_random.uuid();
    if (type.hasGeneration)
        metadata["generation"] = 1;
    else
        metadata.erase("generation");

    AdmissionRequest request{type, WriteVerb::Create, nameSpace, name, nullptr, object, context, warnings};
    if (m_rules) {
        m_rules->normalize(request);
        if (!context.fieldsTracked)
            m_rules->trackFields(request, now);
    }
    if (std::optional<Failure> failure = admit(request, false))
        return refuse(std::move(*failure), std::move(warnings));
    if (std::optional<Failure> failure = admit(request, true))
        return refuse(std::move(*failure), std::move(warnings));
    if (get(type, nameSpace, name))
        return refuse(alreadyExists(type.group, type.plural, name), std::move(warnings));
    return commit(type, EventType::Added, nullptr, std::move(object), context, std::move(warnings));
}

WriteOutcome ObjectStore::update(const ResourceType &type, Json object, const WriteContext &context)
{
    std::vector<std::string> warnings;
    metadataOf(object);
    if (!type.namespaced)
        object["metadata"].erase("namespace");
    const std::string nameSpace = textAt(object, "metadata.namespace");
    const std::string name = textAt(object, "metadata.name");
    const ObjectPtr live = get(type, nameSpace, name);
    if (!live)
        return refuse(notFound(type.group, type.plural, name));
    const std::string sentUid = textAt(object, "metadata.uid");
    const std::string liveUid = textAt(*live, "metadata.uid");
    if (!sentUid.empty() && sentUid != liveUid) {
        return refuse(
            conflict(type.group, type.plural, name,
                     "StorageError: invalid object, Code: 4, Key: " + storageKey(type, nameSpace, name)
                         + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in "
                           "precondition: "
                         + sentUid + ", UID in object meta: " + liveUid));
    }

    if (!context.subresource.empty() && context.subresource != "scale")
        object = overlaySubresource(*live, object, context.subresource);
    else if (type.hasStatus) {
        if (live->contains("status"))
            object["status"] = (*live)["status"];
        else
            object.erase("status");
    }
    object["apiVersion"] = type.apiVersion();
    object["kind"] = type.kind;
    Json &metadata = object["metadata"];
    for (const char *key : {"uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
                            "generation", "generateName"})
        keepFromLive(metadata, *live, key);
    metadata.erase("selfLink");
    const std::string sentVersion = textAt(object, "metadata.resourceVersion");
    keepFromLive(metadata, *live, "resourceVersion");

    AdmissionRequest request{type, WriteVerb::Update, nameSpace, name, live.get(), object, context, warnings};
    if (m_rules) {
        m_rules->normalize(request);
        if (!context.fieldsTracked)
            m_rules->trackFields(request, rfc3339(m_clock.now()));
    } else if (!metadata.contains("managedFields")) {
        keepFromLive(metadata, *live, "managedFields");
    }
    if (std::optional<Failure> failure = admit(request, false))
        return refuse(std::move(*failure), std::move(warnings));
    if (!sentVersion.empty() && sentVersion.find_first_not_of("0123456789") != std::string::npos)
        return refuse(bareError(500, "strconv.ParseUint: parsing \"" + sentVersion + "\": invalid syntax"));
    if (!sentVersion.empty() && sentVersion != textAt(*live, "metadata.resourceVersion"))
        return refuse(staleObject(type.group, type.plural, name), std::move(warnings));
    if (type.hasGeneration && desiredPart(object) != desiredPart(*live))
        object["metadata"]["generation"] = base::intAt(*live, "metadata.generation") + 1;
    if (std::optional<Failure> failure = admit(request, true))
        return refuse(std::move(*failure), std::move(warnings));

    if (isDeleting(object) && !isHeld(type, object))
        return commit(type, EventType::Deleted, live, std::move(object), context, std::move(warnings));
    if (object == *live)
        return Written{live, std::move(warnings), false, false};
    return commit(type, EventType::Modified, live, std::move(object), context, std::move(warnings));
}

WriteOutcome ObjectStore::updateStatus(const ResourceType &type, Json object, WriteContext context)
{
    context.subresource = "status";
    return update(type, std::move(object), context);
}

WriteOutcome ObjectStore::modify(const ResourceType &type, std::string_view nameSpace, std::string_view name,
                                 const WriteContext &context, const std::function<bool(Json &)> &change)
{
    const ObjectPtr live = get(type, nameSpace, name);
    if (!live)
        return refuse(notFound(type.group, type.plural, std::string(name)));
    Json copy = *live;
    if (!change(copy))
        return Written{live, {}, false, false};
    return update(type, std::move(copy), context);
}

WriteOutcome ObjectStore::remove(const ResourceType &type, std::string_view nameSpace, std::string_view name,
                                 const RemoveOptions &options, const WriteContext &context)
{
    std::vector<std::string> warnings;
    const std::string key(name);
    const ObjectPtr live = get(type, nameSpace, name);
    if (!live)
        return refuse(notFound(type.group, type.plural, key));
    const std::string uid = textAt(*live, "metadata.uid");
    if (options.uid && *options.uid != uid) {
        return refuse(conflict(type.group, type.kind, key,
                               "the UID in the precondition (" + *options.uid
                                   + ") does not match the UID in record (" + uid
                                   + "). The object might have been deleted and then recreated"));
    }
    const std::string version = textAt(*live, "metadata.resourceVersion");
    if (options.resourceVersion && *options.resourceVersion != version) {
        return refuse(conflict(type.group, type.kind, key,
                               "the ResourceVersion in the precondition (" + *options.resourceVersion
                                   + ") does not match the ResourceVersion in record (" + version
                                   + "). The object might have been modified"));
    }
    Json object = *live;
    AdmissionRequest request{type,    WriteVerb::Delete, std::string(nameSpace), key, live.get(), object,
                             context, warnings};
    if (std::optional<Failure> failure = admit(request, true))
        return refuse(std::move(*failure), std::move(warnings));

    Json &metadata = object["metadata"];
    const auto setFinalizer = [&metadata](const char *finalizer, bool wanted) {
        Json list = metadata.value("finalizers", Json::array());
        const auto found = std::find(list.begin(), list.end(), finalizer);
        if (wanted && found == list.end())
            list.push_back(finalizer);
        else if (!wanted && found != list.end())
            list.erase(found);
        if (list.empty())
            metadata.erase("finalizers");
        else
            metadata["finalizers"] = std::move(list);
    };
    if (options.propagation != RemoveOptions::Propagation::Default) {
        setFinalizer("orphan", options.propagation == RemoveOptions::Propagation::Orphan);
        setFinalizer("foregroundDeletion", options.propagation == RemoveOptions::Propagation::Foreground);
    }
    qint64 grace = 0;
    if (type.graceful) {
        const std::string phase = textAt(object, "status.phase");
        const bool running =
            !textAt(object, "spec.nodeName").empty() && phase != "Failed" && phase != "Succeeded";
        const qint64 own = base::intAt(object, "spec.terminationGracePeriodSeconds", 30);
        grace = running ? options.gracePeriodSeconds.value_or(own) : 0;
    }
    const bool already = isDeleting(object);
    const bool isNamespace = type.group.empty() && type.kind == "Namespace";
    if (already)
        grace = std::min(grace, base::intAt(object, "metadata.deletionGracePeriodSeconds"));
    if (!already || grace != base::intAt(object, "metadata.deletionGracePeriodSeconds")) {
        metadata["deletionTimestamp"] = rfc3339(m_clock.now().addSecs(grace));
        if (!isNamespace)
            metadata["deletionGracePeriodSeconds"] = grace;
        if (!already && type.hasGeneration)
            metadata["generation"] = base::intAt(object, "metadata.generation") + 1;
    }
    if (isNamespace && isHeld(type, object))
        object["status"]["phase"] = "Terminating";
    if (!isHeld(type, object)) {
        // The last state that watchers see is the one from before the deletion, with its version.
        if (!already)
            object = *live;
        return commit(type, EventType::Deleted, live, std::move(object), context, std::move(warnings));
    }
    if (object == *live)
        return Written{live, std::move(warnings), false, false};
    return commit(type, EventType::Modified, live, std::move(object), context, std::move(warnings));
}

WriteOutcome ObjectStore::commit(const ResourceType &type, EventType event, ObjectPtr previous, Json object,
                                 const WriteContext &context, std::vector<std::string> warnings)
{
    Written written;
    written.warnings = std::move(warnings);
    written.removed = event == EventType::Deleted;
    if (context.dryRun) {
        written.object = std::make_shared<const Json>(std::move(object));
        return written;
    }
    object["metadata"]["resourceVersion"] = versionText(++m_version);
    ObjectKey key{textAt(object, "metadata.namespace"), textAt(object, "metadata.name")};
    const std::string uid = textAt(object, "metadata.uid");
    written.object = std::make_shared<const Json>(std::move(object));
    Objects &all = m_objects[&type];
    if (event == EventType::Deleted) {
        all.erase(key);
        m_byUid.erase(uid);
    } else {
        all[std::move(key)] = written.object;
        m_byUid[uid] = written.object;
    }
    StoreEvent change{event, &type, m_version, written.object, std::move(previous)};
    m_log.append(change);
    deliver(std::move(change));
    return written;
}

} // namespace sluice::sandbox
