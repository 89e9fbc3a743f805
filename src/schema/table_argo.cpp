// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

/// Argo CD 3.0; exotic generators of ApplicationSet are not described further.
const std::string_view argo = R"TABLE(
@ArgoInfo | Notes for people.
name string required | Name.
value string required | Value.
@ArgoInitiatedBy | Who started it.
automated bool | Applies by itself.
username string | Name of the user.
@ArgoBackoff | Pause between tries.
duration string | Length of the pause.
factor int64 | Growth of the pause.
maxDuration string | Longest pause.
@ArgoRetry | How often a failed sync is tried again.
backoff ArgoBackoff | Pause between tries.
limit int64 | How often, at most.
@ArgoResources | Objects.
group string | API group.
kind string required | Kind of the object.
name string required | Name.
namespace string | Namespace.
@ArgoExtVars | External variables.
code bool | Number of the finding.
name string required | Name.
value string required | Value.
@ArgoJsonnet | How Jsonnet is called.
extVars []ArgoExtVars | External variables.
libs []string | Folders with libraries.
tlas []ArgoExtVars | Top-level arguments.
@ArgoDirectory | How plain manifests are read.
exclude string | What is left out.
include string | Files that are read.
jsonnet ArgoJsonnet | How Jsonnet is called.
recurse bool | Whether subfolders are read.
@ArgoFileParameters | Parameters from files.
name string | Name.
path string | Path.
@ArgoParameters | Parameters.
forceString bool | Whether the value is text in any case.
name string | Name.
value string | Value.
@ArgoHelm | How Helm is called.
apiVersions []string | API versions that Helm is told.
fileParameters []ArgoFileParameters | Parameters from files.
ignoreMissingValueFiles bool | Whether files with values may be missing.
kubeVersion string | Kubernetes version that Helm and Kustomize are told.
namespace string | Namespace.
parameters []ArgoParameters | Parameters.
passCredentials bool | Whether credentials go to other hosts as well.
releaseName string | Name of the Helm release.
skipCrds bool | Whether CRDs are left out.
skipSchemaValidation bool | Whether values are not checked.
skipTests bool | Whether tests are left out.
valueFiles []string | Files with values.
values string | Values.
valuesObject object | Values, as an object.
version string | Version.
@ArgoTarget | What is meant.
annotationSelector string | Annotation selector.
group string | API group.
kind string | Kind of the object.
labelSelector string | Label selector.
name string | Name.
namespace string | Namespace.
version string | Version.
@ArgoPatches | Patches.
options {}bool | Options.
patch string | The patch.
path string | Path.
target ArgoTarget | What is meant.
@ArgoReplicas | Numbers of pods, by name.
count intstr required | Number.
name string required | Name.
@ArgoKustomize | How Kustomize is called.
apiVersions []string | API versions that Helm is told.
commonAnnotations {}string | Annotations that all objects get.
commonAnnotationsEnvsubst bool | Whether variables in annotations are replaced.
commonLabels {}string | Labels that all objects get.
components []string | Kustomize components.
forceCommonAnnotations bool | Whether present annotations are overwritten.
forceCommonLabels bool | Whether present labels are overwritten.
ignoreMissingComponents bool | Whether components may be missing.
images []string | Images.
kubeVersion string | Kubernetes version that Helm and Kustomize are told.
labelIncludeTemplates bool | Whether templates get the labels too.
labelWithoutSelector bool | Whether selectors stay as they are.
namePrefix string | Put before each name.
nameSuffix string | Put behind each name.
namespace string | Namespace.
patches []ArgoPatches | Patches.
replicas []ArgoReplicas | Numbers of pods, by name.
version string | Version.
@ArgoParameters2 | Parameters.
array []string | Several values.
map {}string | Values by name.
name string | Name.
string string | Content as text.
@ArgoPlugin | How a plugin is called.
env []ArgoInfo | Environment variables.
name string | Name.
parameters []ArgoParameters2 | Parameters.
@ArgoSource | The sender.
chart string | Helm chart.
directory ArgoDirectory | How plain manifests are read.
helm ArgoHelm | How Helm is called.
kustomize ArgoKustomize | How Kustomize is called.
name string | Name.
path string | Path.
plugin ArgoPlugin | How a plugin is called.
ref string | Name under which other sources refer to this one.
repoURL string required | Repository.
targetRevision string | Branch, tag, commit or version that is wanted.
@ArgoApply | Applies plainly.
force bool | Whether objects may be made anew.
@ArgoSyncStrategy | How it is applied.
apply ArgoApply | Applies plainly.
hook ArgoApply | Applies with hooks.
@ArgoSync | The sync itself.
autoHealAttemptsCount int64 | Tries to undo changes so far.
dryRun bool | Whether nothing is written.
manifests []string | Manifests instead of those in Git.
prune bool | Whether objects that left Git are deleted.
resources []ArgoResources | Objects.
revision string | Commit or version.
revisions []string | Commits or versions, one for each source.
source ArgoSource | The sender.
sources []ArgoSource | Where the manifests come from, when there are several places.
syncOptions []string | Options, each as Name=value.
syncStrategy ArgoSyncStrategy | How it is applied.
@ArgoOperation | What is done.
info []ArgoInfo | Notes for people.
initiatedBy ArgoInitiatedBy | Who started it.
retry ArgoRetry | How often a failed sync is tried again.
sync ArgoSync | The sync itself.
@ArgoDestination | Where requests go.
name string | Name.
namespace string | Namespace.
server string | Address of the cluster.
@ArgoIgnoreDifferences | Fields whose difference from Git does not count.
group string | API group.
jqPathExpressions []string | Fields as jq expressions.
jsonPointers []string | Fields as JSON pointers.
kind string required | Kind of the object.
managedFieldsManagers []string | Managers whose fields do not count.
name string | Name.
namespace string | Namespace.
@ArgoDrySource | Where the manifests are rendered from.
path string required | Path.
repoURL string required | Repository.
targetRevision string required | Branch, tag, commit or version that is wanted.
@ArgoHydrateTo | Branch that rendered manifests are pushed to.
targetBranch string required | Branch.
@ArgoSyncSource | Where rendered manifests are.
path string required | Path.
targetBranch string required | Branch.
@ArgoSourceHydrator | Renders manifests into a branch.
drySource ArgoDrySource required | Where the manifests are rendered from.
hydrateTo ArgoHydrateTo | Branch that rendered manifests are pushed to.
syncSource ArgoSyncSource required | Where rendered manifests are.
@ArgoAutomated | Applies by itself.
allowEmpty bool | Whether everything may be deleted.
prune bool | Whether objects that left Git are deleted.
selfHeal bool | Whether changes on the cluster are undone.
@ArgoManagedNamespaceMetadata | Labels and annotations of the namespace that is made.
annotations {}string | Annotations.
labels {}string | Labels.
@ArgoSyncPolicy | When and how Argo CD applies.
automated ArgoAutomated | Applies by itself.
managedNamespaceMetadata ArgoManagedNamespaceMetadata | Labels and annotations of the namespace that is made.
retry ArgoRetry | How often a failed sync is tried again.
syncOptions []string | Options, each as Name=value.
@ArgoApplicationSpec | What is wanted.
destination ArgoDestination required | Where requests go.
ignoreDifferences []ArgoIgnoreDifferences | Fields whose difference from Git does not count.
info []ArgoInfo | Notes for people.
project string required | Argo CD's project.
revisionHistoryLimit int64 | How many former syncs are kept.
source ArgoSource | The sender.
sourceHydrator ArgoSourceHydrator | Renders manifests into a branch.
sources []ArgoSource | Where the manifests come from, when there are several places.
syncPolicy ArgoSyncPolicy | When and how Argo CD applies.
@ArgoConditions | One aspect of the state.
lastTransitionTime time | When the status last changed.
message string required | Details for people.
type string required | What it is about.
@ArgoHealth | Whether it works.
lastTransitionTime time | When the status last changed.
message string | Details for people.
status string | What there is.
@ArgoHistory | Former syncs.
deployStartedAt time | When deploying began.
deployedAt time required | When it was deployed.
id int64 required | Number.
initiatedBy ArgoInitiatedBy | Who started it.
revision string | Commit or version.
revisions []string | Commits or versions, one for each source.
source ArgoSource | The sender.
sources []ArgoSource | Where the manifests come from, when there are several places.
@ArgoResources2 | Objects.
group string required | API group.
hookPhase string | Phase of the hook.
hookType string | When the hook runs.
kind string required | Kind of the object.
message string | Details for people.
name string required | Name.
namespace string required | Namespace.
status string | What there is.
syncPhase string | Phase of the sync.
version string required | Version.
@ArgoSyncResult | What the sync did.
managedNamespaceMetadata ArgoManagedNamespaceMetadata | Labels and annotations of the namespace that is made.
resources []ArgoResources2 | Objects.
revision string required | Commit or version.
revisions []string | Commits or versions, one for each source.
source ArgoSource | The sender.
sources []ArgoSource | Where the manifests come from, when there are several places.
@ArgoOperationState | The sync that runs or ran last.
finishedAt time | When it ended.
message string | Details for people.
operation ArgoOperation required | What is done.
phase string required | Running, Terminating, Succeeded, Failed or Error.
retryCount int64 | Tries so far.
startedAt time required | When it began.
syncResult ArgoSyncResult | What the sync did.
@ArgoResources3 | Objects.
group string | API group.
health ArgoHealth | Whether it works.
hook bool | Applies with hooks.
kind string | Kind of the object.
name string | Name.
namespace string | Namespace.
requiresDeletionConfirmation bool | Whether its deletion must be confirmed.
requiresPruning bool | Whether the object left Git.
status string | What there is.
syncWave int64 | Order in the sync.
version string | Version.
@ArgoCurrentOperation | What runs now.
drySHA string | Commit that was rendered.
finishedAt time | When it ended.
hydratedSHA string | Commit with the rendered manifests.
message string required | Details for people.
phase string required enum(Hydrating,Failed,Hydrated) | Running, Terminating, Succeeded, Failed or Error.
sourceHydrator ArgoSourceHydrator | Renders manifests into a branch.
startedAt time | When it began.
@ArgoLastSuccessfulOperation | What succeeded last.
drySHA string | Commit that was rendered.
hydratedSHA string | Commit with the rendered manifests.
sourceHydrator ArgoSourceHydrator | Renders manifests into a branch.
@ArgoSourceHydrator2 | Renders manifests into a branch.
currentOperation ArgoCurrentOperation | What runs now.
lastSuccessfulOperation ArgoLastSuccessfulOperation | What succeeded last.
@ArgoSummary | A summary.
externalURLs []string | Addresses of the application.
images []string | Images.
@ArgoComparedTo | What was compared.
destination ArgoDestination required | Where requests go.
ignoreDifferences []ArgoIgnoreDifferences | Fields whose difference from Git does not count.
source ArgoSource | The sender.
sources []ArgoSource | Where the manifests come from, when there are several places.
@ArgoSync2 | The sync itself.
comparedTo ArgoComparedTo | What was compared.
revision string | Commit or version.
revisions []string | Commits or versions, one for each source.
status string required | What there is.
@ArgoApplicationStatus | State of the object.
conditions []ArgoConditions | State in aspects.
controllerNamespace string | Controller namespace.
health ArgoHealth | Whether it works.
history []ArgoHistory | Former syncs.
observedAt time | When it was looked at last.
operationState ArgoOperationState | The sync that runs or ran last.
reconciledAt time | When it was compared last.
resourceHealthSource string | Where the health of objects is kept.
resources []ArgoResources3 | Objects.
sourceHydrator ArgoSourceHydrator2 | Renders manifests into a branch.
sourceType string | What kind of source it is.
sourceTypes []string | What kinds of sources they are.
summary ArgoSummary | A summary.
sync ArgoSync2 | The sync itself.
#kind argoproj.io v1alpha1 Application custom | What Argo CD keeps the same on a cluster as in Git.
operation ArgoOperation | What is done.
spec ArgoApplicationSpec required | What is wanted.
status ArgoApplicationStatus | What there is.
@ArgoMatchExpressions | Conditions on labels.
key string required | Name of what is compared.
operator string required | In, NotIn, Exists or DoesNotExist.
values []string | Values.
@ArgoSelector atomic | Labels of the workloads that are meant.
matchExpressions []ArgoMatchExpressions | Conditions on labels.
matchLabels {}string | Labels and the values they must have.
@ArgoMetadata | Name, labels and annotations.
annotations {}string | Annotations.
finalizers []string | What must be cleaned up first.
labels {}string | Labels.
name string | Name.
namespace string | Namespace.
@ArgoTemplate | What each Application looks like.
metadata ArgoMetadata required | Name, labels and annotations.
spec ArgoApplicationSpec required | What is wanted.
@ArgoClusters | Clusters.
flatList bool | Whether values come as one list.
selector ArgoSelector | Labels of the workloads that are meant.
template ArgoTemplate | What each Application looks like.
values {}string | Values.
@ArgoDirectories | Folders.
exclude bool | What is left out.
path string required | Path.
@ArgoFiles | Files.
path string required | Path.
@ArgoGit | Values from folders or files of a repository.
directories []ArgoDirectories | Folders.
files []ArgoFiles | Files.
pathParamPrefix string | Beginning of the parameters about the path.
repoURL string required | Repository.
requeueAfterSeconds int64 | Seconds until the values are read again.
revision string required | Commit or version.
template ArgoTemplate | What each Application looks like.
values {}string | Values.
@ArgoList | Values that are written down here.
elements []any | The values, one object each.
elementsYaml string | The values, as YAML text.
template ArgoTemplate | What each Application looks like.
@ArgoGenerators | Where the values come from; each entry gives some.
clusterDecisionResource object | Values from a decision about clusters.
clusters ArgoClusters | Clusters.
git ArgoGit | Values from folders or files of a repository.
list ArgoList | Values that are written down here.
matrix object | All combinations of two generators.
merge object | Several generators, merged by keys.
plugin object | How a plugin is called.
pullRequest object | Values from open pull requests.
scmProvider object | Values from repositories of an organisation.
selector ArgoSelector | Labels of the workloads that are meant.
@ArgoIgnoreApplicationDifferences | Fields of Applications that others may set.
jqPathExpressions []string | Fields as jq expressions.
jsonPointers []string | Fields as JSON pointers.
name string | Name.
@ArgoPreservedFields | What other writers may set in Applications.
annotations []string | Annotations.
labels []string | Labels.
@ArgoMatchExpressions2 | Conditions on labels.
key string | Name of what is compared.
operator string | In, NotIn, Exists or DoesNotExist.
values []string | Values.
@ArgoSteps | The steps.
matchExpressions []ArgoMatchExpressions2 | Conditions on labels.
maxUpdate intstr | Most Applications that change at once.
@ArgoRollingSync | Step by step.
steps []ArgoSteps | The steps.
@ArgoStrategy | In which order Applications are changed.
rollingSync ArgoRollingSync | Step by step.
type string | What it is about.
@ArgoSyncPolicy2 | When and how Argo CD applies.
applicationsSync string enum(create-only,create-update,create-delete,sync) | What may be done to Applications.
preserveResourcesOnDeletion bool | Whether objects stay when an Application goes.
@ArgoApplicationSetSpec | What is wanted.
applyNestedSelectors bool | Whether selectors of inner generators count.
generators []ArgoGenerators required | Where the values come from; each entry gives some.
goTemplate bool | Whether Go's templates are used.
goTemplateOptions []string | Options of Go's templates.
ignoreApplicationDifferences []ArgoIgnoreApplicationDifferences | Fields of Applications that others may set.
preservedFields ArgoPreservedFields | What other writers may set in Applications.
strategy ArgoStrategy | In which order Applications are changed.
syncPolicy ArgoSyncPolicy2 | When and how Argo CD applies.
template ArgoTemplate required | What each Application looks like.
templatePatch string | A patch of the template, itself a template.
@ArgoApplicationStatus2 | State of the object.
application string required | The Application.
lastTransitionTime time | When the status last changed.
message string required | Details for people.
status string required | What there is.
step string required | Step that it belongs to.
targetRevisions []string required | Revisions that are wanted.
@ArgoConditions2 | One aspect of the state.
lastTransitionTime time | When the status last changed.
message string required | Details for people.
reason string required | Short reason for machines.
status string required | What there is.
type string required | What it is about.
@ArgoApplicationSetStatus | State of the object.
applicationStatus []ArgoApplicationStatus2 | State of each Application.
conditions []ArgoConditions2 | State in aspects.
resources []ArgoResources3 | Objects.
#kind argoproj.io v1alpha1 ApplicationSet custom | Makes Applications from a template and lists of values.
spec ArgoApplicationSetSpec required | What is wanted.
status ArgoApplicationSetStatus | What there is.
)TABLE";

} // namespace sluice::schema::tables
