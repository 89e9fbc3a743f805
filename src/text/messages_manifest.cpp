// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"manifest.kustomization-not-mapping",
     QT_TRANSLATE_NOOP("Messages", "A kustomization must be a mapping of fields. Start it with resources:.")},
    {"manifest.kustomization-unknown-field",
     QT_TRANSLATE_NOOP("Messages", "Kustomize knows no field %1 here. Remove it or correct its name.")},
    {"manifest.kustomization-empty",
     QT_TRANSLATE_NOOP("Messages", "%1 says nothing. List the resources in it.")},
    {"manifest.kustomization-one-document",
     QT_TRANSLATE_NOOP("Messages",
                       "A kustomization file holds one document, and here starts another. Remove it.")},
    {"manifest.no-kustomization",
     QT_TRANSLATE_NOOP("Messages",
                       "There is no kustomization.yaml in %1. Correct the path or add the file.")},
    {"manifest.several-kustomizations",
     QT_TRANSLATE_NOOP("Messages", "There is more than one kustomization file in %1. Keep one.")},
    {"manifest.expected-list", QT_TRANSLATE_NOOP("Messages", "%1 must be a list.")},
    {"manifest.expected-mapping", QT_TRANSLATE_NOOP("Messages", "%1 must be a mapping.")},
    {"manifest.expected-text", QT_TRANSLATE_NOOP("Messages", "%1 must be a text. Put it in quotes.")},
    {"manifest.expected-flag", QT_TRANSLATE_NOOP("Messages", "%1 must be true or false.")},
    {"manifest.patch-path-or-text",
     QT_TRANSLATE_NOOP("Messages", "A patch needs either path or patch, and not both.")},
    {"manifest.missing-file",
     QT_TRANSLATE_NOOP("Messages", "There is no file or folder %1. Correct the path or add it.")},
    {"manifest.outside-project",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 leads out of the project's folder. Copy what it needs into the project.")},
    {"manifest.link-outside",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 is a link that leads out of the project's folder. Put what it shows into the "
                       "project.")},
    {"manifest.file-outside-folder",
     QT_TRANSLATE_NOOP("Messages",
                       "Kustomize reads the file %1 only from the kustomization's own folder or below. Move "
                       "it, or refer to a folder with a kustomization.")},
    {"manifest.cycle",
     QT_TRANSLATE_NOOP("Messages",
                       "These folders build on each other in a circle: %1. Remove one of the references.")},
    {"manifest.needs-kustomize",
     QT_TRANSLATE_NOOP("Messages", "Only kustomize itself can render this (%1).")},
    {"manifest.remote-base",
     QT_TRANSLATE_NOOP(
         "Messages",
         "%1 would be fetched from the network. Allow it for this project, or copy it into the folder.")},
    {"manifest.object-without-kind",
     QT_TRANSLATE_NOOP("Messages", "This document has no kind. Add apiVersion, kind and metadata.name.")},
    {"manifest.object-without-version",
     QT_TRANSLATE_NOOP("Messages", "This document has no apiVersion. Add it.")},
    {"manifest.object-without-name",
     QT_TRANSLATE_NOOP("Messages", "This object has no metadata.name. Add it.")},
    {"manifest.duplicate-object",
     QT_TRANSLATE_NOOP("Messages", "%1 is declared twice, also in %2. Remove or rename one.")},
    {"manifest.patch-needs-target",
     QT_TRANSLATE_NOOP("Messages", "A list of operations needs a target. Say which object it is for.")},
    {"manifest.patch-empty",
     QT_TRANSLATE_NOOP("Messages", "This patch is empty. Remove it from the kustomization.")},
    {"manifest.patch-not-json",
     QT_TRANSLATE_NOOP("Messages",
                       "Kustomize reads a patch that starts with a bracket as JSON, and this is not JSON. "
                       "Write the operations as a block list.")},
    {"manifest.patch-without-name",
     QT_TRANSLATE_NOOP("Messages", "A patch needs kind and metadata.name to find its object.")},
    {"manifest.patch-no-object",
     QT_TRANSLATE_NOOP("Messages", "There is no %1 for this patch. Correct its name, kind or apiVersion.")},
    {"manifest.patch-several-objects",
     QT_TRANSLATE_NOOP("Messages", "There is more than one %1 for this patch. Add a target.")},
    {"manifest.bad-pattern", QT_TRANSLATE_NOOP("Messages", "%1 is not a regular expression.")},
    {"manifest.patch-path-missing",
     QT_TRANSLATE_NOOP("Messages",
                       "The object has nothing at %1. Correct the path or add what is above it first.")},
    {"manifest.patch-test-failed",
     QT_TRANSLATE_NOOP("Messages", "The test of this patch failed: %1 is not %2.")},
    {"manifest.patch-operation",
     QT_TRANSLATE_NOOP("Messages",
                       "There is no operation %1. Use add, remove, replace, move, copy or test.")},
    {"manifest.patch-without-value", QT_TRANSLATE_NOOP("Messages", "The operation on %1 has no value.")},
    {"manifest.inline-patch",
     QT_TRANSLATE_NOOP("Messages",
                       "The value is in a patch written inside the kustomization, which cannot be edited "
                       "here. Move the patch to a file of its own.")},
    {"manifest.no-environment", QT_TRANSLATE_NOOP("Messages", "The project has no environment %1.")},
    {"manifest.no-project",
     QT_TRANSLATE_NOOP("Messages",
                       "There is no project in %1: no sluice.yaml and no kustomization. Open another folder "
                       "or make a new project.")},
    {"manifest.no-service", QT_TRANSLATE_NOOP("Messages", "There is no Knative Service %1.")},
    {"manifest.no-container",
     QT_TRANSLATE_NOOP("Messages", "The Service has no container to set this on. Add one to its template.")},
    {"manifest.not-editable", QT_TRANSLATE_NOOP("Messages", "%1 cannot be changed here.")},
    {"manifest.edit-no-effect",
     QT_TRANSLATE_NOOP("Messages",
                       "The change would not come out as wished in %1 (wanted “%2”, got “%3”), so nothing "
                       "was changed. Edit the file itself.")},
    {"manifest.project-not-mapping",
     QT_TRANSLATE_NOOP("Messages", "The project file must be a mapping with name and environments.")},
    {"manifest.project-version",
     QT_TRANSLATE_NOOP("Messages",
                       "This project file has another version than 1. A newer Sluice may read it.")},
    {"manifest.project-unknown-field",
     QT_TRANSLATE_NOOP("Messages", "The project file has no field %1. Remove it or correct its name.")},
    {"manifest.environment-without-name",
     QT_TRANSLATE_NOOP("Messages", "This environment has no name. Add it.")},
    {"manifest.environment-twice",
     QT_TRANSLATE_NOOP("Messages", "There are two environments named %1. Rename one.")},
    {"manifest.environment-without-overlay",
     QT_TRANSLATE_NOOP("Messages", "The environment %1 has no overlay. Say which folder it is.")},
    {"manifest.kubectl-too-old",
     QT_TRANSLATE_NOOP("Messages",
                       "kubectl 1.28 or later is needed to render this, and this is %1. Install a newer one, "
                       "or kustomize.")},
    {"manifest.kustomize-missing",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Only kustomize itself can render what stands here, and neither kustomize nor kubectl "
         "was found. Install kustomize, or kubectl 1.28 or later, or name it in the settings.")},
    {"manifest.kustomize-not-there",
     QT_TRANSLATE_NOOP("Messages",
                       "Only kustomize itself can render what stands here, and there is no program %1. "
                       "Correct its path in the settings.")},
    {"manifest.kustomize-output",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” printed more than any project comes to and was stopped. Run it in a terminal to "
                       "see what it prints.")},
    {"manifest.kustomize-ended",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” ended before it had rendered this (%2). Run it in a terminal to see why.")},
    {"manifest.kustomize-failed", QT_TRANSLATE_NOOP("Messages", "%1 could not render this: %2")},
    {"manifest.bad-name",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” is no name for a Service. Use at most 57 lower-case letters, digits and dashes, "
                       "starting with a letter.")},
    {"manifest.bad-namespace",
     QT_TRANSLATE_NOOP(
         "Messages",
         "“%1” is no name for a namespace. Use at most 55 lower-case letters, digits and dashes.")},
    {"manifest.bad-image",
     QT_TRANSLATE_NOOP("Messages", "“%1” is no image reference. Write it like ghcr.io/team/app:1.0.")},
    {"manifest.bad-port", QT_TRANSLATE_NOOP("Messages", "%1 is no port. Use 1 to 65535.")},
    {"manifest.bad-health-path", QT_TRANSLATE_NOOP("Messages", "“%1” is no path. Start it with a slash.")},
    {"manifest.long-name",
     QT_TRANSLATE_NOOP(
         "Messages",
         "“%1” is too long: names are made of it that may have 63 characters. Use at most %2 with "
         "these parts.")},
    {"manifest.reserved-port",
     QT_TRANSLATE_NOOP("Messages", "Knative needs port %1 for itself. Let the container listen on another.")},
    {"manifest.no-environments", QT_TRANSLATE_NOOP("Messages", "Name at least one environment.")},
    {"manifest.bad-environment",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” is no name for an environment. Use at most 40 lower-case letters, digits and "
                       "dashes.")},
    {"manifest.bad-environment-namespace",
     QT_TRANSLATE_NOOP(
         "Messages",
         "“%1” is no namespace for the environment %2. Use at most 63 lower-case letters, digits "
         "and dashes.")},
    {"manifest.namespace-twice",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Two environments go to the namespace %1 and would overwrite each other. Give each its "
         "own.")},
    {"manifest.bad-scaling",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The scaling of %1 does not fit together: the minimum is at most the maximum, the target "
         "at least 1, and the delay whole seconds up to 1h.")},
    {"manifest.bad-resources",
     QT_TRANSLATE_NOOP("Messages",
                       "The resources of %1 do not fit together: quantities such as 200m or 512Mi, and no "
                       "request above its limit.")},
    {"manifest.bad-release",
     QT_TRANSLATE_NOOP("Messages",
                       "1.%1 is no release of Knative that Sluice writes for. Use 1.15 or later.")},
    {"manifest.bad-kafka-server",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” is no address of a Kafka broker. Write it like kafka.example.com:9092.")},
    {"manifest.bad-kafka-topic",
     QT_TRANSLATE_NOOP(
         "Messages",
         "“%1” is no name for a Kafka topic. Use letters, digits, dots, dashes and underscores.")},
    {"manifest.bad-repository",
     QT_TRANSLATE_NOOP("Messages",
                       "“%1” is no Git repository. Write it like https://git.example.com/team/app.git.")},
    {"manifest.bad-repository-path",
     QT_TRANSLATE_NOOP(
         "Messages",
         "“%1” is no folder of a repository. Write it without a slash at the beginning or the end.")},
    {"manifest.bad-branch", QT_TRANSLATE_NOOP("Messages", "“%1” is no branch.")},
};
}

std::span<const CatalogEntry> manifestMessages()
{
    return entries;
}

} // namespace sluice::text
