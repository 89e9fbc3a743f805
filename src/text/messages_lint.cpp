// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/messages_lint.h"

#include <QtGlobal>

namespace sluice::text {

namespace {

constexpr CatalogEntry entries[] = {
    {"lint.annotation-alias", QT_TRANSLATE_NOOP("Messages", "%1 is an old spelling. Write %2.")},
    {"lint.annotation-alias.both",
     QT_TRANSLATE_NOOP("Messages", "%1 is not read, because %2 is set as well. Remove it.")},
    {"lint.annotation-place.label",
     QT_TRANSLATE_NOOP("Messages", "%1 has no effect as an annotation. It is a label of the Service.")},
    {"lint.annotation-place.service",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 has no effect on the template. It belongs to the Service's own annotations.")},
    {"lint.annotation-place.template",
     QT_TRANSLATE_NOOP("Messages", "%1 has no effect here. It belongs to the template's annotations.")},
    {"lint.annotation-unknown",
     QT_TRANSLATE_NOOP("Messages", "Knative does not read %1. Correct its name or remove it.")},
    {"lint.annotation-unknown.gone",
     QT_TRANSLATE_NOOP("Messages", "Knative does not read %1 any more since %2. Remove it.")},
    {"lint.annotation-unknown.meant",
     QT_TRANSLATE_NOOP("Messages", "Knative does not read %1. %2 was probably meant.")},
    {"lint.annotation-value.duration",
     QT_TRANSLATE_NOOP("Messages", "%1 takes a duration such as 30s or 2m, and not “%2”.")},
    {"lint.annotation-value.number", QT_TRANSLATE_NOOP("Messages", "%1 takes a number, and not “%2”.")},
    {"lint.annotation-value.one-of",
     QT_TRANSLATE_NOOP("Messages", "%1 cannot be “%2”. It takes one of these: %3.")},
    {"lint.annotation-value.range", QT_TRANSLATE_NOOP("Messages", "%1 cannot be %2. It takes %3 to %4.")},
    {"lint.annotation-value.seconds", QT_TRANSLATE_NOOP("Messages", "%1 takes whole seconds, and not %2.")},
    {"lint.annotation-value.small",
     QT_TRANSLATE_NOOP("Messages", "%1 cannot be %2. The smallest value is %3.")},
    {"lint.annotation-value.whole", QT_TRANSLATE_NOOP("Messages", "%1 takes a whole number, and not “%2”.")},
    {"lint.api-version", QT_TRANSLATE_NOOP("Messages", "%1 %2 is on its way out. Write %3.")},
    {"lint.api-version-removed",
     QT_TRANSLATE_NOOP("Messages", "No supported release of Knative serves %1 %2. Write %3.")},
    {"lint.argo-owners",
     QT_TRANSLATE_NOOP("Messages", "The Applications %1 and %2 both own %3. Take it out of one of them.")},
    {"lint.argo-self-heal",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 heals itself, so Argo CD takes back every split of traffic that is set on the "
                       "running Service %2.")},
    {"lint.dead-letter",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 %2 has no dead-letter sink: events that cannot be delivered are lost.")},
    {"lint.dead-letter.replaced",
     QT_TRANSLATE_NOOP("Messages",
                       "The delivery of Trigger %1 takes the place of the Broker's, and with it the "
                       "dead-letter sink of %2 is gone.")},
    {"lint.field-invalid", QT_TRANSLATE_NOOP("Messages", "The API server refuses %1: %2")},
    {"lint.field-invalid.required", QT_TRANSLATE_NOOP("Messages", "%1 is missing in this %2.")},
    {"lint.field-invalid.type", QT_TRANSLATE_NOOP("Messages", "%1 must be of type %2.")},
    {"lint.field-unknown",
     QT_TRANSLATE_NOOP("Messages", "There is no field %1 in %2. Correct its name or remove it.")},
    {"lint.field-unknown.meant",
     QT_TRANSLATE_NOOP("Messages", "There is no field %1 in %2. %3 was probably meant.")},
    {"lint.fix.dead-letter", QT_TRANSLATE_NOOP("Messages", "Use the dead-letter sink of the others")},
    {"lint.fix.follow-latest", QT_TRANSLATE_NOOP("Messages", "Follow the latest Revision")},
    {"lint.fix.ignore-traffic", QT_TRANSLATE_NOOP("Messages", "Let Argo CD leave the traffic alone")},
    {"lint.fix.labels", QT_TRANSLATE_NOOP("Messages", "Use labels, which leave selectors alone")},
    {"lint.fix.move", QT_TRANSLATE_NOOP("Messages", "Move it to %1")},
    {"lint.fix.name-reference", QT_TRANSLATE_NOOP("Messages", "Tell kustomize that this field holds a name")},
    {"lint.fix.operations", QT_TRANSLATE_NOOP("Messages", "Change the containers by JSON patch operations")},
    {"lint.fix.percent", QT_TRANSLATE_NOOP("Messages", "Give target %1 %2 percent")},
    {"lint.fix.quote", QT_TRANSLATE_NOOP("Messages", "Put it in quotes")},
    {"lint.fix.remove", QT_TRANSLATE_NOOP("Messages", "Remove %1")},
    {"lint.fix.rename", QT_TRANSLATE_NOOP("Messages", "Rename it to %1")},
    {"lint.fix.set", QT_TRANSLATE_NOOP("Messages", "Set %1 to %2")},
    {"lint.fix.tag", QT_TRANSLATE_NOOP("Messages", "Use the tag %1, as the other environments do")},
    {"lint.fix.template-labels", QT_TRANSLATE_NOOP("Messages", "Name the template's labels as a field")},
    {"lint.fix.unquote", QT_TRANSLATE_NOOP("Messages", "Take the quotes away")},
    {"lint.host-label",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The tag's address starts with %1, which has %2 characters; DNS allows 63. Shorten the tag.")},
    {"lint.image-latest",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 may be another image every time it is pulled. Name a version or a digest.")},
    {"lint.labels-selector",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 puts spec.selector into the Knative Service %2, which has no such field.")},
    {"lint.labels-template",
     QT_TRANSLATE_NOOP(
         "Messages",
         "includeTemplates does not reach the template of the Knative Service %1. Name the field.")},
    {"lint.merge-list",
     QT_TRANSLATE_NOOP("Messages",
                       "This merge replaces the list of containers of %1 as a whole and drops: %2.")},
    {"lint.metric-unknown", QT_TRANSLATE_NOOP("Messages", "Knative exports no metric %1.")},
    {"lint.metric-unknown.instead",
     QT_TRANSLATE_NOOP("Messages", "Knative exports no metric %1. Look at %2.")},
    {"lint.namespace-mixed",
     QT_TRANSLATE_NOOP("Messages", "%1 %2 has no namespace, and others here have: %3.")},
    {"lint.not-rendered",
     QT_TRANSLATE_NOOP("Messages", "Only kustomize itself can render %1, so its objects were not judged.")},
    {"lint.patch-target",
     QT_TRANSLATE_NOOP("Messages",
                       "This target fits Knative Services and core Services alike. Name the group.")},
    {"lint.probe-cold-start.delay",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The %1 waits %2 seconds before it looks, and with it every request that wakes the Service.")},
    {"lint.probe-cold-start.period",
     QT_TRANSLATE_NOOP(
         "Messages", "The %1 looks every %2 seconds only, and requests that wake the Service wait for it.")},
    {"lint.reference-missing", QT_TRANSLATE_NOOP("Messages", "Nothing here declares %1 %2.")},
    {"lint.reference-missing.meant",
     QT_TRANSLATE_NOOP("Messages", "Nothing here declares %1 %2. %3 was probably meant.")},
    {"lint.reference-namespace",
     QT_TRANSLATE_NOOP("Messages", "%1 %2 is looked for in the namespace %3 and goes to %4.")},
    {"lint.reference-namespace.own",
     QT_TRANSLATE_NOOP("Messages", "%1 %2 goes to the namespace %3, and it is looked for in %4.")},
    {"lint.reference-renamed",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 %2 is called %3 here, and kustomize does not know that this field names it.")},
    {"lint.renders", QT_TRANSLATE_NOOP("Messages", "The environment %1 does not render.")},
    {"lint.resource-bounds",
     QT_TRANSLATE_NOOP("Messages", "The request for %1 is %2, above the limit of %3.")},
    {"lint.revision-name",
     QT_TRANSLATE_NOOP("Messages",
                       "The name of the Revision, %1, must start with “%2-” and be a DNS label.")},
    {"lint.revision-unknown",
     QT_TRANSLATE_NOOP("Messages", "Nothing here makes the Revision %1. It must be on the cluster already.")},
    {"lint.scale-bounds", QT_TRANSLATE_NOOP("Messages", "%1 is %2, above %3, which is %4.")},
    {"lint.scale-target",
     QT_TRANSLATE_NOOP("Messages",
                       "A target of %1 is never reached: containerConcurrency lets in %2 at most.")},
    {"lint.silence", QT_TRANSLATE_NOOP("Messages", "There is no rule %1 to ignore.")},
    {"lint.silence.reason", QT_TRANSLATE_NOOP("Messages", "Say why the rule is ignored here.")},
    {"lint.traffic-revision",
     QT_TRANSLATE_NOOP(
         "Messages",
         "%1 cannot be a Revision of the Service %2, because its name does not start with the Service's.")},
    {"lint.traffic-sum",
     QT_TRANSLATE_NOOP("Messages", "The traffic targets sum to %1 percent; 100 are needed.")},
    {"lint.traffic-tag",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” cannot be a tag: lower-case letters, digits and dashes, a letter first.")},
    {"lint.traffic-tag.twice", QT_TRANSLATE_NOOP("Messages", "The tag %1 is used twice.")},
    {"lint.traffic-target.configuration",
     QT_TRANSLATE_NOOP("Messages", "A target of a Service cannot name a Configuration. Its own is meant.")},
    {"lint.traffic-target.latest-and-name",
     QT_TRANSLATE_NOOP("Messages", "A target follows the latest Revision or names one, %1, and not both.")},
    {"lint.traffic-target.no-name",
     QT_TRANSLATE_NOOP("Messages", "A target that does not follow the latest Revision must name one.")},
    {"lint.traffic-target.percent",
     QT_TRANSLATE_NOOP("Messages", "%1 is no share of traffic. Use 0 to 100.")},
    {"lint.traffic-target.url",
     QT_TRANSLATE_NOOP("Messages", "The url of a target is set by the server. Remove it.")},
    {"lint.unused-file",
     QT_TRANSLATE_NOOP("Messages", "Nothing refers to %1. Add it to a kustomization, or remove it.")},
    {"lint.unused-layer", QT_TRANSLATE_NOOP("Messages", "No environment builds on %1.")},
    // Why each rule is there.
    {"lint.annotation-alias.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Knative reads the older spellings with less weight, so that one of the two silently "
                       "wins when both are set. The names with dashes hold in all releases.")},
    {"lint.annotation-place.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Annotations for scaling act on the template of the Revision; the Service refuses "
                       "them at its own metadata. The duration of a rollout and the visibility act on the "
                       "Service and are not read on the template.")},
    {"lint.annotation-unknown.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Knative ignores annotations that it does not know, so a misspelt one changes nothing "
                       "and nobody is told.")},
    {"lint.annotation-value.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Knative's webhook refuses values out of range, and with them the whole apply.")},
    {"lint.api-version.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Old API versions go with a later release, and manifests that name them stop working then.")},
    {"lint.api-version-removed.why",
     QT_TRANSLATE_NOOP("Messages", "The API server does not know this version and refuses the object.")},
    {"lint.argo-owners.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Two Applications that own one object overwrite each other without end, and deleting "
                       "one of them deletes the object of both.")},
    {"lint.argo-self-heal.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A canary or a rollback on the cluster changes spec.traffic. With self-heal Argo CD "
                       "puts back what Git says within seconds, unless the Application ignores that field "
                       "and respects this when it syncs.")},
    {"lint.dead-letter.why",
     QT_TRANSLATE_NOOP("Messages",
                       "After its retries Knative drops an event that nobody took. A dead-letter sink keeps "
                       "it, so that it can be looked at and sent again. The delivery of a Trigger replaces "
                       "that of its Broker as a whole.")},
    {"lint.field-invalid.why",
     QT_TRANSLATE_NOOP("Messages",
                       "The API server checks types, ranges and required fields and refuses the object.")},
    {"lint.field-unknown.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Knative Serving drops unknown fields and Eventing refuses them; kubectl refuses "
                       "both. A misspelt field never has an effect.")},
    {"lint.host-label.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A tagged target is reached at TAG-SERVICE.NAMESPACE.DOMAIN, and no label of a host "
                       "name may be longer than 63 characters: the Route then never becomes Ready.")},
    {"lint.image-latest.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Without a version nobody can say what a Revision runs. Knative resolves the tag once per Revision, "
         "so that a new image does not even come into use until something else changes.")},
    {"lint.labels-selector.why",
     QT_TRANSLATE_NOOP("Messages",
                       "kustomize knows a core Service when it sees one and takes a Knative Service for it. "
                       "The field is dropped by Serving, refused by kubectl and shown by Argo CD as a "
                       "difference that never goes away.")},
    {"lint.labels-template.why",
     QT_TRANSLATE_NOOP("Messages",
                       "kustomize knows the templates of its built-in workloads only. On a Knative Service "
                       "the option does nothing; an entry under fields does.")},
    {"lint.merge-list.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "kustomize has no schema for Knative's kinds, so that a strategic merge replaces lists as a whole. "
         "What the patch does not repeat, the image, ports, probes or variables, is gone.")},
    {"lint.metric-unknown.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "An alert or a chart over a metric that does not exist never fires and stays empty. With release "
         "1.19 the names, the units and the labels of nearly all metrics changed.")},
    {"lint.namespace-mixed.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Objects without a namespace go to whichever the context names, and do not find those "
                       "beside them that say theirs.")},
    {"lint.not-rendered.why",
     QT_TRANSLATE_NOOP("Messages",
                       "What kustomize makes of the files is judged only when it can be rendered. Install "
                       "kustomize, or kubectl 1.28 or later.")},
    {"lint.patch-target.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A target by kind alone fits every group. A patch for a Knative Service then breaks a "
                       "core Service, or the other way round.")},
    {"lint.probe-cold-start.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "A Service that scales to zero starts its pods while a request waits. What the probe waits, the "
         "request waits; Knative looks many times a second when a readiness probe names no period.")},
    {"lint.reference-missing.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A Revision does not become ready without its ConfigMap or ServiceAccount, a Trigger "
                       "not without its Broker, and events to a missing subscriber are lost.")},
    {"lint.reference-namespace.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Transformers set the namespace of objects and leave the namespaces inside of "
                       "references alone, so that the same base points to another environment's object.")},
    {"lint.reference-renamed.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Prefixes, suffixes and generators rename objects. kustomize follows names in the fields that it "
         "knows, which are almost none of Knative's, and leaves the others pointing to nothing.")},
    {"lint.renders.why", QT_TRANSLATE_NOOP("Messages", "What does not render cannot be applied.")},
    {"lint.resource-bounds.why",
     QT_TRANSLATE_NOOP("Messages", "Kubernetes refuses a pod that asks for more than it may use.")},
    {"lint.revision-name.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Serving refuses a template whose name does not start with that of the Service. A "
                       "prefix in an overlay changes the one and not the other.")},
    {"lint.revision-unknown.why",
     QT_TRANSLATE_NOOP("Messages",
                       "Traffic to a Revision that is not there is not moved at all: the Route keeps the old "
                       "split until every target exists.")},
    {"lint.scale-bounds.why", QT_TRANSLATE_NOOP("Messages", "Serving refuses a minimum above the maximum.")},
    {"lint.scale-target.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A pod never sees more requests at once than containerConcurrency lets in, so that "
                       "the autoscaler stays below its target and adds pods too late.")},
    {"lint.silence.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A comment that silences a rule should name an existing one and say why, so that the "
                       "next reader can tell whether it still holds.")},
    {"lint.traffic-revision.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A Route may only send traffic to Revisions of its own Service. The Route refuses to "
                       "become Ready and keeps the old split.")},
    {"lint.traffic-sum.why",
     QT_TRANSLATE_NOOP("Messages", "Serving refuses a split that does not sum to 100.")},
    {"lint.traffic-tag.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A tag is the first part of a host name and must be unique in its Service.")},
    {"lint.traffic-target.why",
     QT_TRANSLATE_NOOP("Messages", "Serving refuses targets that contradict themselves.")},
    {"lint.unreadable.why",
     QT_TRANSLATE_NOOP("Messages", "A file that is not YAML is read by nobody, kustomize included.")},
    {"lint.unused-file.why",
     QT_TRANSLATE_NOOP(
         "Messages",
         "A file that no kustomization names is never applied with an environment. It may be an example, or "
         "a line was forgotten. Say so in the file with ignore-file when it is applied by hand.")},
    {"lint.unused-layer.why",
     QT_TRANSLATE_NOOP("Messages",
                       "A kustomization that no environment builds on is not applied by Sluice. It may be "
                       "left over, or be missing in a list of resources or in the project file.")},
};

} // namespace

std::span<const CatalogEntry> lintMessages()
{
    return entries;
}

} // namespace sluice::text
