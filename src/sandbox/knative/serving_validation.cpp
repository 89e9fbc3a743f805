// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/serving_validation.h"

#include "base/json.h"
#include "sandbox/knative/autoscaling_annotations.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/pod_spec_validation.h"
#include "sandbox/knative/serving_keys.h"
#include "sandbox/knative/settings.h"

#include <map>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

/// rollout-duration and progress-deadline: a positive duration in whole seconds.
void validateSeconds(const Json &notes, std::string_view shortName, std::initializer_list<const char *> keys,
                     const std::string &path, FieldErrors &errors)
{
    for (const char *key : keys) {
        const Json &value = field(notes, {key});
        if (!value.is_string())
            continue;
        const auto &said = value.get_ref<const std::string &>();
        const auto duration = parseGoDuration(said);
        const std::string at = joinPath(path, key);
        if (!duration)
            errors.invalidValue(said, at);
        else if (*duration % 1000000000 != 0)
            errors.generic(std::string(shortName) + "=" + said + " is not at second precision", at);
        else if (*duration < 0)
            errors.generic(std::string(shortName) + "=" + said + " must be positive", at);
        return;
    }
}

void validateMetadata(const Json &object, bool autoscalingAllowed, FieldErrors &errors)
{
    const std::string name = nameOf(object);
    const std::string generateName = text(object, {"metadata", "generateName"});
    if (name.empty() && generateName.empty())
        errors.generic("name or generateName is required", "metadata.name");
    if (!name.empty()) {
        if (const std::string why = dns1035Complaint(name); !why.empty())
            errors.generic("not a DNS 1035 label: " + why, "metadata.name");
    } else if (!generateName.empty()) {
        if (const std::string why = dns1035Complaint(generateName, true); !why.empty())
            errors.generic("not a DNS 1035 label prefix: " + why, "metadata.generateName");
    }
    if (autoscalingAllowed)
        return;
    for (const auto &[key, value] : annotations(object).items()) {
        if (startsWith(key, keys::autoscalingPrefix)) {
            errors.invalidKey(
                key, "metadata.annotations",
                "autoscaling annotations must be put under \"spec.template.metadata.annotations\" to "
                "work");
        }
    }
}

void validateRolloutDuration(const Json &object, FieldErrors &errors)
{
    validateSeconds(annotations(object), "rollout-duration",
                    {keys::rolloutDuration, keys::rolloutDurationOld}, "metadata.annotations", errors);
}

void validateCreator(const Json &object, const Json *old, FieldErrors &errors)
{
    if (!old)
        return;
    const std::string path = "metadata.annotations";
    if (annotation(*old, keys::creator) != annotation(object, keys::creator))
        errors.generic("annotation value is immutable", joinPath(path, keys::creator));
    const std::string modifier = annotation(object, keys::lastModifier);
    if (field(*old, {"spec"}) == field(object, {"spec"}) && annotation(*old, keys::lastModifier) != modifier)
        errors.invalidValue(modifier, joinPath(path, keys::lastModifier));
}

/// A label that names the parent must be true.
void validateOwnedLabel(const Json &object, const char *key, const char *kind, FieldErrors &errors)
{
    const std::string value = label(object, key);
    if (value.empty())
        return;
    const Json &owners = field(object, {"metadata", "ownerReferences"});
    if (owners.is_array()) {
        for (const Json &owner : owners) {
            if (text(owner, {"kind"}) == kind && text(owner, {"name"}) == value)
                return;
        }
    }
    errors.missing(std::string("metadata.labels.") + key);
}

void validateSidecar(const Json &notes, const std::string &path, FieldErrors &errors)
{
    static constexpr char prefix[] = "queue.sidecar.serving.knative.dev/";
    for (const char *name : {"resource-percentage", "resourcePercentage"}) {
        const std::string key = std::string(prefix) + name;
        const Json &value = field(notes, {key});
        if (!value.is_string())
            continue;
        const auto &said = value.get_ref<const std::string &>();
        const std::string at = path + ".[" + key + "]";
        errors.warn(
            {"Queue proxy resource percentage annotation is deprecated. Please use the available annotations "
             "to explicitly set resource values per service",
             {std::string()},
             {}});
        const auto percentage = parseGoFloat(said);
        if (!percentage)
            errors.invalidValue(said, at);
        else if (*percentage < 0.1 || *percentage > 100)
            errors.outOfBounds(said, "0.1", "100", at);
        break;
    }
    for (const char *resource : {"cpu", "memory", "ephemeral-storage"}) {
        for (const char *kind : {"-resource-request", "-resource-limit"}) {
            const std::string key = std::string(prefix) + resource + kind;
            const Json &value = field(notes, {key});
            if (value.is_string() && !isQuantity(value.get_ref<const std::string &>()))
                errors.invalidValue(value.get<std::string>(), path + ".[" + key + "]");
        }
    }
}

void validateRevisionSpec(const Json &spec, const KnativeSettings &settings, const std::string &path,
                          FieldErrors &errors)
{
    validatePodSpec(spec, settings, path, errors);
    // The other two timeouts are not looked at.
    const std::int64_t seconds = number(spec, {"timeoutSeconds"});
    if (field(spec, {"timeoutSeconds"}).is_number()
        && (seconds < 0 || seconds > settings.defaults.maxRevisionTimeoutSeconds))
        errors.outOfBounds(seconds, 0, settings.defaults.maxRevisionTimeoutSeconds,
                           joinPath(path, "timeoutSeconds"));
    if (field(spec, {"containerConcurrency"}).is_number()) {
        const std::int64_t low = settings.defaults.allowContainerConcurrencyZero ? 0 : 1;
        const std::int64_t high = settings.defaults.containerConcurrencyMaxLimit;
        const std::int64_t limit = number(spec, {"containerConcurrency"});
        if (limit < low || limit > high)
            errors.outOfBounds(limit, low, high, joinPath(path, "containerConcurrency"));
    }
}

void validateRevisionName(const Json &parent, const Json &metadata, const std::string &path,
                          FieldErrors &errors)
{
    const std::string generateName = text(metadata, {"generateName"});
    if (!generateName.empty()) {
        if (const std::string why = dns1035Complaint(generateName, true); !why.empty()) {
            errors.invalidValue("not a DNS 1035 label prefix: " + why, joinPath(path, "generateName"));
            return;
        }
    }
    const std::string name = text(metadata, {"name"});
    if (name.empty())
        return;
    const std::string at = joinPath(path, "name");
    if (const std::string why = dns1035Complaint(name); !why.empty()) {
        errors.invalidValue("not a DNS 1035 label: " + why, at);
        return;
    }
    const std::string prefix = nameOf(parent) + "-";
    if (prefix != "-") {
        if (!startsWith(name, prefix))
            errors.invalidValue(goQuoted(name) + " must have prefix " + goQuoted(prefix), at);
    } else if (!text(parent, {"metadata", "generateName"}).empty()) {
        errors.disallowed(at);
    }
}

/// Go's field name for a JSON key, for the dump of a changed template.
std::string goName(const std::string &key)
{
    std::string name = key;
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

void describeDifference(const Json &before, const Json &after, const std::string &path, std::string &out)
{
    if (before == after)
        return;
    if (before.is_object() && after.is_object()) {
        Json all = before;
        all.update(after);
        for (const auto &[key, value] : all.items())
            describeDifference(field(before, {key}), field(after, {key}), path + "." + goName(key), out);
        return;
    }
    if (before.is_array() && after.is_array() && before.size() == after.size()) {
        for (size_t i = 0; i < before.size(); ++i)
            describeDifference(before[i], after[i], indexPath(path, i), out);
        return;
    }
    const auto shown = [](const Json &value) {
        return goQuoted(value.is_string() ? value.get<std::string>() : base::dump(value));
    };
    out += path + ":\n\t-: " + shown(before) + "\n\t+: " + shown(after) + "\n";
}

void validateTemplate(const Json &object, const Json *old, const KnativeSettings &settings,
                      FieldErrors &errors)
{
    const Json &revision = field(object, {"spec", "template"});
    const std::string path = "spec.template";
    static const Json empty = Json::object();
    const Json &spec = field(revision, {"spec"});
    validateRevisionSpec(spec.is_object() ? spec : empty, settings, joinPath(path, "spec"), errors);
    const std::string notes = joinPath(path, "metadata.annotations");
    validateAutoscalingAnnotations(annotations(revision), settings, notes, errors);
    validateRevisionName(object, field(revision, {"metadata"}), joinPath(path, "metadata"), errors);
    validateSidecar(annotations(revision), notes, errors);
    validateSeconds(annotations(revision), "progress-deadline",
                    {keys::progressDeadline, keys::progressDeadlineOld}, notes, errors);
    const std::string name = nameOf(revision);
    if (old && !name.empty() && name == text(*old, {"spec", "template", "metadata", "name"})) {
        std::string difference;
        describeDifference(field(*old, {"spec", "template"}), revision, "{*v1.RevisionTemplateSpec}",
                           difference);
        if (!difference.empty()) {
            errors.add({"Saw the following changes without a name change (-old +new)",
                        {joinPath(path, "metadata.name")},
                        difference});
        }
    }
}

void validateTarget(const Json &target, bool inService, const std::string &path, FieldErrors &errors)
{
    const std::string revision = text(target, {"revisionName"});
    const std::string configuration = text(target, {"configurationName"});
    const Json &latest = field(target, {"latestRevision"});
    const auto checkName = [&](const std::string &name, const char *key) {
        if (const std::string why = qualifiedNameComplaint(name); !why.empty())
            errors.invalidKey(name, joinPath(path, key), why);
    };
    const auto checkLatest = [&](bool wanted) {
        if (latest.is_boolean() && latest.get<bool>() != wanted) {
            errors.generic("may not set revisionName " + goQuoted(revision) + " when latestRevision is "
                               + (latest.get<bool>() ? "true" : "false"),
                           joinPath(path, "latestRevision"));
        }
    };
    if (inService) {
        if (!configuration.empty())
            errors.disallowed(joinPath(path, "configurationName"));
        if (!revision.empty()) {
            checkName(revision, "revisionName");
            checkLatest(false);
        } else {
            checkLatest(true);
        }
    } else if (!revision.empty() && !configuration.empty()) {
        errors.both({joinPath(path, "revisionName"), joinPath(path, "configurationName")});
    } else if (!revision.empty()) {
        checkName(revision, "revisionName");
        checkLatest(false);
    } else if (!configuration.empty()) {
        checkName(configuration, "configurationName");
        checkLatest(true);
    } else {
        errors.neither({joinPath(path, "configurationName"), joinPath(path, "revisionName")});
    }
    const Json &percent = field(target, {"percent"});
    if (percent.is_number()) {
        const auto value = percent.get<std::int64_t>();
        if (value < 0 || value > 100)
            errors.outOfBounds(value, 0, 100, joinPath(path, "percent"));
    }
    if (isSet(field(target, {"url"})))
        errors.disallowed(joinPath(path, "url"));
}

void validateTraffic(const Json &spec, bool inService, FieldErrors &errors)
{
    const std::string path = "spec.traffic";
    const Json &given = field(spec, {"traffic"});
    const Json targets = given.is_array() ? given : Json::array();
    std::map<std::string, size_t> tags;
    std::int64_t sum = 0;
    for (size_t i = 0; i < targets.size(); ++i) {
        const std::string at = indexPath(path, i);
        validateTarget(targets[i], inService, at, errors);
        sum += number(targets[i], {"percent"});
        const std::string tag = text(targets[i], {"tag"});
        if (tag.empty())
            continue;
        // The webhook puts the index behind the field here.
        if (const std::string why = dns1035Complaint(tag); !why.empty())
            errors.invalidValue("not a DNS 1035 label: " + why, indexPath(joinPath(path, "tag"), i));
        const auto [first, added] = tags.emplace(tag, i);
        if (!added) {
            errors.add({"Multiple definitions for " + goQuoted(tag),
                        {joinPath(at, "tag"), joinPath(indexPath(path, first->second), "tag")},
                        {}});
        }
    }
    if (sum != 100)
        errors.generic("Traffic targets sum to " + std::to_string(sum) + ", want 100", path);
}

} // namespace

void validateService(const Json &object, const Json *old, const KnativeSettings &settings,
                     FieldErrors &errors)
{
    validateMetadata(object, false, errors);
    validateRolloutDuration(object, errors);
    validateTemplate(object, old, settings, errors);
    validateTraffic(field(object, {"spec"}), true, errors);
    validateCreator(object, old, errors);
}

void validateConfiguration(const Json &object, const Json *old, const KnativeSettings &settings,
                           FieldErrors &errors)
{
    validateMetadata(object, false, errors);
    validateOwnedLabel(object, keys::service, "Service", errors);
    validateTemplate(object, old, settings, errors);
    validateCreator(object, old, errors);
}

void validateRoute(const Json &object, const Json *old, const KnativeSettings &settings, FieldErrors &errors)
{
    (void)settings;
    validateMetadata(object, false, errors);
    validateRolloutDuration(object, errors);
    validateOwnedLabel(object, keys::service, "Service", errors);
    validateTraffic(field(object, {"spec"}), false, errors);
    validateCreator(object, old, errors);
}

void validateRevision(const Json &object, const Json *old, const KnativeSettings &settings,
                      FieldErrors &errors)
{
    validateMetadata(object, true, errors);
    validateAutoscalingAnnotations(annotations(object), settings, "metadata.annotations", errors);
    validateOwnedLabel(object, keys::configuration, "Configuration", errors);
    if (!old) {
        validateRevisionSpec(field(object, {"spec"}), settings, "spec", errors);
        return;
    }
    std::string difference;
    describeDifference(field(*old, {"spec"}), field(object, {"spec"}), "{v1.RevisionSpec}", difference);
    if (!difference.empty())
        errors.add({"Immutable fields changed (-old +new)", {"spec"}, difference});
}

void validateDomainMapping(const Json &object, FieldErrors &errors)
{
    const std::string name = nameOf(object);
    if (name.find('.') == std::string::npos)
        errors.invalidValue(name, "metadata.name");
    const Json &reference = field(object, {"spec", "ref"});
    for (const char *key : {"apiVersion", "kind", "name"}) {
        if (text(reference, {key}).empty())
            errors.missing(joinPath("spec.ref", key));
    }
    const std::string nameSpace = text(reference, {"namespace"});
    if (!nameSpace.empty() && nameSpace != namespaceOf(object)) {
        errors.add({"mismatched namespaces",
                    {"spec.ref.namespace"},
                    "parent namespace: " + goQuoted(namespaceOf(object))
                        + " does not match ref: " + goQuoted(nameSpace)});
    }
}

} // namespace sluice::sandbox
