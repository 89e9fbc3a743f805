// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_validation.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/eventing_settings.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/store/admission.h"
#include "sandbox/store/resource_type.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char immutableFields[] = "Immutable fields changed (-old +new)";
constexpr char onlyOwnNamespace[] =
    "only name, apiVersion and kind are supported fields when feature.CrossNamespaceEventLinks is disabled";

/// How Knative prints a changed text (knative.dev/pkg kmp.ShortDiff).
std::string changedText(const std::string &what, const std::string &before, const std::string &after)
{
    return "{" + what + "}:\n\t-: " + goQuoted(before) + "\n\t+: " + goQuoted(after) + "\n";
}

void requireSame(const Json &before, const Json &after, const char *type, FieldErrors &errors)
{
    if (before == after)
        return;
    // The real text walks through Go's structs; here it names the two values.
    errors.add({immutableFields,
                {"spec"},
                "{v1." + std::string(type) + "}:\n\t-: " + base::dump(before) + "\n\t+: " + base::dump(after)
                    + "\n"});
}

Json without(Json object, std::initializer_list<const char *> keys_)
{
    for (const char *key : keys_)
        object.erase(key);
    return object;
}

void validateDependency(const Json &object, FieldErrors &errors)
{
    const Json &value = field(annotations(object), {keys::dependency});
    if (!value.is_string())
        return;
    const std::string path = "metadata.annotations[" + std::string(keys::dependency) + "]";
    const auto &written = value.get_ref<const std::string &>();
    const auto reference = base::parseJson(written, QStringLiteral("annotation"));
    if (!reference || !reference->is_object()) {
        errors.add({"The provided annotation was not a corev1.ObjectReference: " + goQuoted(written),
                    {path},
                    written.empty()
                        ? "unexpected end of JSON input"
                        : "invalid character '" + written.substr(0, 1) + "' looking for beginning of value"});
        return;
    }
    const std::string nameSpace = text(*reference, {"namespace"});
    if (!nameSpace.empty() && nameSpace != namespaceOf(object))
        errors.generic("Namespace must be empty or equal to the trigger namespace "
                           + goQuoted(namespaceOf(object)),
                       joinPath(path, "namespace"));
    for (const char *key : {"kind", "name", "apiVersion"}) {
        if (text(*reference, {key}).empty())
            errors.missing(joinPath(path, key));
    }
}

void validateInjection(const Json &object, FieldErrors &errors)
{
    const Json &value = field(annotations(object), {keys::injection});
    if (!value.is_string())
        return;
    const std::string path = "metadata.annotations[" + std::string(keys::injection) + "]";
    const auto &written = value.get_ref<const std::string &>();
    const std::string broker = text(object, {"spec", "broker"});
    if (written != "enabled" && written != "disabled")
        errors.generic("The provided injection annotation value can only be \"enabled\" or \"disabled\", not "
                           + goQuoted(written),
                       path);
    else if (broker != "default")
        errors.generic(
            "The provided injection annotation is only used for default broker, but non-default broker "
            "specified here: "
                + goQuoted(broker),
            path);
}

void validateTrigger(const Json &object, const Json *old, const EventingSettings &settings,
                     FieldErrors &errors)
{
    const Json &spec = field(object, {"spec"});
    const std::string broker = text(spec, {"broker"});
    const bool reference = field(spec, {"brokerRef"}).is_object();
    const bool acrossNamespaces = settings.isEnabled("cross-namespace-event-links");
    if (!reference && broker.empty())
        errors.missing("spec.broker");
    else if (reference && !broker.empty())
        errors.both({"spec.broker", "spec.brokerRef"});
    if (!acrossNamespaces && reference && !text(spec, {"brokerRef", "namespace"}).empty())
        errors.add({"must not set the field(s)", {"spec.namespace"}, onlyOwnNamespace});
    validateAttributeNames(field(spec, {"filter", "attributes"}), "spec.filter.attributes", errors);
    validateFilters(field(spec, {"filters"}), "spec.filters", errors);
    validateDestination(field(spec, {"subscriber"}), "spec.subscriber", {}, errors);
    validateDelivery(field(spec, {"delivery"}), "spec.delivery", {}, settings, errors);
    validateDependency(object, errors);
    validateInjection(object, errors);
    if (!old)
        return;
    const std::string before = text(*old, {"spec", "broker"});
    if (before != broker)
        errors.add({immutableFields, {"spec", "broker"}, changedText("string", before, broker)});
}

void validateBroker(const Json &object, const Json *old, const EventingSettings &settings,
                    FieldErrors &errors)
{
    const Json &spec = field(object, {"spec"});
    if (annotation(object, keys::brokerClass).empty())
        errors.missing(keys::brokerClass);
    const bool confined =
        flag(settings.brokerDefaults(namespaceOf(object)), {"disallowDifferentNamespaceConfig"});
    const std::string home = confined ? namespaceOf(object) : std::string();
    if (field(spec, {"config"}).is_object())
        validateReference(spec["config"], "spec.config", home, errors);
    validateDelivery(field(spec, {"delivery"}), "spec.delivery", home, settings, errors);
    if (!old)
        return;
    const Json before = without(field(*old, {"spec"}), {"delivery"});
    const Json after = without(spec, {"delivery"});
    if (before != after) {
        requireSame(before, after, "BrokerSpec", errors);
        return;
    }
    const std::string oldClass = annotation(*old, keys::brokerClass);
    const std::string newClass = annotation(object, keys::brokerClass);
    if (oldClass != newClass)
        errors.add({"Immutable annotations changed (-old +new)",
                    {"annotations"},
                    changedText("string", oldClass, newClass)});
}

void validateChannelTemplate(const Json &spec, FieldErrors &errors)
{
    const Json &chosen = field(spec, {"channelTemplate"});
    if (!chosen.is_object()) {
        errors.missing("spec.channelTemplate");
        return;
    }
    for (const char *key : {"kind", "apiVersion"}) {
        if (text(chosen, {key}).empty())
            errors.missing(joinPath("spec.channelTemplate", key));
    }
}

void validateChannel(const Json &object, const Json *old, const EventingSettings &settings,
                     FieldErrors &errors)
{
    const Json &spec = field(object, {"spec"});
    validateChannelTemplate(spec, errors);
    if (isSet(field(spec, {"subscribers"})))
        errors.disallowed("spec.subscribable.subscribers");
    validateDelivery(field(spec, {"delivery"}), "spec.delivery", namespaceOf(object), settings, errors);
    if (old)
        requireSame(without(field(*old, {"spec"}), {"subscribers"}), without(spec, {"subscribers"}),
                    "ChannelSpec", errors);
}

void validateSubscription(const Json &object, const Json *old, const EventingSettings &settings,
                          FieldErrors &errors)
{
    const Json &spec = field(object, {"spec"});
    const Json &channel = field(spec, {"channel"});
    if (!isSet(channel)) {
        errors.add({"missing field(s)", {"spec.channel"}, "the Subscription must reference a channel"});
    } else {
        validateReference(channel, "spec.channel", {}, errors);
        if (!settings.isEnabled("cross-namespace-event-links") && !text(channel, {"namespace"}).empty())
            errors.add({"must not set the field(s)", {"spec.channel.namespace"}, onlyOwnNamespace});
        if (!isSet(field(spec, {"subscriber"})))
            errors.add(
                {"missing field(s)", {"spec.subscriber"}, "the Subscription must reference a subscriber"});
        else
            validateDestination(spec["subscriber"], "spec.subscriber", {}, errors);
        if (isSet(field(spec, {"reply"})))
            validateDestination(spec["reply"], "spec.reply", {}, errors);
        validateDelivery(field(spec, {"delivery"}), "spec.delivery", {}, settings, errors);
    }
    if (old)
        requireSame(without(field(*old, {"spec"}), {"subscriber", "reply", "delivery"}),
                    without(spec, {"subscriber", "reply", "delivery"}), "SubscriptionSpec", errors);
}

/// Whether a check finds nothing; the flows name the whole entry instead of what is wrong in it.
template <typename Check> bool isFine(Check check)
{
    FieldErrors found;
    check(found);
    return !found.hasErrors();
}

void validateSequence(const Json &spec, const EventingSettings &settings, FieldErrors &errors)
{
    const Json &steps = field(spec, {"steps"});
    if (!isSet(steps))
        errors.missing("spec.steps");
    for (size_t i = 0; steps.is_array() && i < steps.size(); ++i) {
        const bool fine = isFine([&](FieldErrors &found) {
            validateDestination(steps[i], {}, {}, found);
            validateDelivery(field(steps[i], {"delivery"}), "delivery", {}, settings, found);
        });
        if (!fine)
            errors.invalidValue(base::dump(steps[i]), indexPath("spec.steps", i));
    }
    validateChannelTemplate(spec, errors);
    if (field(spec, {"reply"}).is_object())
        validateDestination(spec["reply"], "spec.reply", {}, errors);
}

void validateParallel(const Json &spec, FieldErrors &errors)
{
    const Json &branches = field(spec, {"branches"});
    if (!isSet(branches))
        errors.missing("spec.branches");
    for (size_t i = 0; branches.is_array() && i < branches.size(); ++i) {
        for (const char *part : {"filter", "subscriber", "reply"}) {
            const Json &destination = field(branches[i], {part});
            if (!destination.is_object() && std::string_view(part) != "subscriber")
                continue;
            if (!isFine([&](FieldErrors &found) { validateDestination(destination, {}, {}, found); }))
                errors.invalidValue(base::dump(branches[i]), indexPath(joinPath("spec.branches", part), i));
        }
    }
    validateChannelTemplate(spec, errors);
    if (field(spec, {"channelTemplate"}).is_object() && field(spec, {"reply"}).is_object())
        validateDestination(spec["reply"], "spec.reply", {}, errors);
}

void validatePolicy(const Json &object, const Json *old, const EventingSettings &settings,
                    FieldErrors &errors)
{
    if (!old && !settings.isEnabled("authentication-oidc")) {
        errors.add({"oidc-authentication feature not enabled", {}, {}});
        return;
    }
    const auto require = [&errors](const Json &reference, const std::string &path) {
        for (const char *key : {"kind", "apiVersion", "name"}) {
            if (text(reference, {key}).empty())
                errors.missing(joinPath(path, key));
        }
    };
    const Json &from = field(object, {"spec", "from"});
    for (size_t i = 0; from.is_array() && i < from.size(); ++i) {
        const std::string path = indexPath("spec.from", i);
        const bool reference = field(from[i], {"ref"}).is_object();
        const std::string sub = text(from[i], {"sub"});
        if (!reference && sub.empty())
            errors.neither({joinPath(path, "ref"), joinPath(path, "sub")});
        if (reference && from[i].contains("sub"))
            errors.both({joinPath(path, "ref"), joinPath(path, "sub")});
        if (reference)
            require(from[i]["ref"], joinPath(path, "ref"));
        if (const size_t star = sub.find('*');
            sub.size() > 1 && star != std::string::npos && star + 1 < sub.size())
            errors.invalidValue(sub, joinPath(path, "sub"), "'*' is only allowed as suffix");
    }
    const Json &to = field(object, {"spec", "to"});
    for (size_t i = 0; to.is_array() && i < to.size(); ++i) {
        const std::string path = indexPath("spec.to", i);
        const bool reference = field(to[i], {"ref"}).is_object();
        const bool selector = field(to[i], {"selector"}).is_object();
        if (!reference && !selector)
            errors.neither({joinPath(path, "ref"), joinPath(path, "selector")});
        if (reference && selector)
            errors.both({joinPath(path, "ref"), joinPath(path, "selector")});
        if (reference)
            require(to[i]["ref"], joinPath(path, "ref"));
    }
}

/// Only Subscriptions, through the controller, may change who gets a channel's events.
void validateInMemoryChannel(const AdmissionRequest &request, FieldErrors &errors)
{
    const Json &subscribers = field(request.object, {"spec", "subscribers"});
    for (size_t i = 0; subscribers.is_array() && i < subscribers.size(); ++i) {
        if (text(subscribers[i], {"replyUri"}).empty() && text(subscribers[i], {"subscriberUri"}).empty()) {
            const std::string path = indexPath("spec.subscribable.subscriber", i);
            errors.add({"missing field(s)",
                        {joinPath(path, "replyURI"), joinPath(path, "subscriberURI")},
                        "expected at least one of, got none"});
        }
    }
    const Json &scope = field(annotations(request.object), {keys::scope});
    if (scope.is_string() && scope != "cluster" && scope != "namespace")
        errors.invalidValue(scope.get<std::string>(),
                            "metadata.annotations[" + std::string(keys::scope) + "]",
                            "expected either 'cluster' or 'namespace'");
    constexpr char controller[] = "system:serviceaccount:knative-eventing:eventing-controller";
    if (!request.oldObject || request.context.user == controller)
        return;
    const Json &before = field(*request.oldObject, {"spec", "subscribers"});
    if (before != subscribers)
        errors.add({"Channel.Spec.Subscribers changed by user " + request.context.user + " which was not the "
                        + controller + " service account",
                    {"spec.subscribers"},
                    "{[]v1.SubscriberSpec}:\n\t-: " + base::dump(before) + "\n\t+: " + base::dump(subscribers)
                        + "\n"});
}

} // namespace

void validateEventing(const AdmissionRequest &request, const EventingSettings &settings, FieldErrors &errors)
{
    const Json &object = request.object;
    const Json *old = request.oldObject;
    const std::string &kind = request.type.kind;
    const Json &spec = field(object, {"spec"});
    if (kind == "Trigger")
        validateTrigger(object, old, settings, errors);
    else if (kind == "Broker")
        validateBroker(object, old, settings, errors);
    else if (kind == "Channel")
        validateChannel(object, old, settings, errors);
    else if (kind == "InMemoryChannel")
        validateInMemoryChannel(request, errors);
    else if (kind == "Subscription")
        validateSubscription(object, old, settings, errors);
    else if (kind == "Sequence")
        validateSequence(spec, settings, errors);
    else if (kind == "Parallel")
        validateParallel(spec, errors);
    else if (kind == "EventPolicy")
        validatePolicy(object, old, settings, errors);
    else if (kind == "EventType" && text(spec, {"type"}).empty())
        errors.missing("spec.type");
    else if (kind == "JobSink" && !field(spec, {"job"}).is_object())
        errors.neither({"spec.job"});
    else if (request.type.group == keys::sourcesGroup)
        validateSource(kind, object, settings, errors);
}

} // namespace sluice::sandbox
