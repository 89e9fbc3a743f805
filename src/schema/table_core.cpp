// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

const std::string_view core = R"TABLE(
#kind - v1 Namespace builtin | A part of the cluster with names of its own.
spec NamespaceSpec default({}) | What holds the namespace while it is deleted.
status NamespaceStatus default({}) | State of the namespace.
@NamespaceSpec | What holds the namespace.
finalizers []string | What must be cleaned up before the namespace may go.
@NamespaceStatus | State of a namespace.
conditions []PlainCondition map(type) merge(type) | Why deletion has not finished.
phase string | Active or Terminating.
@PlainCondition | One aspect of the state.
lastProbeTime time | When it was last checked.
lastTransitionTime time | When the status last changed.
lastUpdateTime time | When the condition was last written.
message string | Details for people.
observedGeneration int64 | Generation that the condition speaks about.
reason string | Short reason for machines.
status string required | True, False or Unknown.
type string required | What the condition is about.
#kind - v1 ConfigMap builtin | Settings as entries of text.
binaryData {}bytes | Entries that are not text.
data {}string | Entries of text.
immutable bool | Forbids any change.
#kind - v1 Secret builtin | Entries that should stay secret.
data {}bytes | Entries, in base64.
immutable bool | Forbids any change.
stringData {}string | Entries as text; the server moves them into data.
type string default(Opaque) immutable | What the entries mean.
#kind - v1 ServiceAccount builtin | An identity for pods.
automountServiceAccountToken bool | Whether pods get a token.
imagePullSecrets []LocalObjectReference | Secrets to pull images with.
secrets []ObjectReference map(name) merge(name) | Secrets that pods may use.
#kind - v1 Pod builtin | Containers that run together on one node.
spec PodSpec | What the pod runs and what it needs.
status PodStatus | What the node reports.
@PodStatus | What the node reports of a pod.
conditions []PlainCondition map(type) merge(type) | State in aspects.
containerStatuses []ContainerStatus | State of each container.
ephemeralContainerStatuses []ContainerStatus | State of each added container.
extendedResourceClaimStatus object | State of claimed devices.
hostIP string | Address of the node.
hostIPs []PodIP | Addresses of the node.
initContainerStatuses []ContainerStatus | State of each init container.
message string | Details for people.
nominatedNodeName string | Node that is being made free for the pod.
observedGeneration int64 | Generation that the status speaks about.
phase string | Pending, Running, Succeeded, Failed or Unknown.
podIP string | Address of the pod.
podIPs []PodIP map(ip) merge(ip) | Addresses of the pod.
qosClass string | Guaranteed, Burstable or BestEffort.
reason string | Short reason for machines.
resize string | State of a change of resources.
startTime time | When the node took the pod.
@PodIP | An address.
ip string required | Address.
@ContainerStatus | State of a container.
allocatedResources {}quantity | Resources that are set aside.
containerID string | Identity in the runtime.
image string | Image that runs.
imageID string | Digest of the image.
lastState ContainerState default({}) | State before the last restart.
name string required | Name of the container.
ready bool | Whether it is ready.
resources ResourceRequirements | Resources in force.
restartCount int32 | How often it was restarted.
started bool | Whether its startup probe has succeeded.
state ContainerState default({}) | What it is doing.
user object | User that it runs as.
volumeMounts []VolumeMount map(mountPath) | Mounted volumes.
@ContainerState | What a container is doing; one is set.
running ContainerStateRunning | It runs.
terminated ContainerStateTerminated | It has ended.
waiting ContainerStateWaiting | It has not started.
@ContainerStateRunning | It runs.
startedAt time | Since when.
@ContainerStateTerminated | It has ended.
containerID string | Identity in the runtime.
exitCode int32 required | How it ended; 0 is well.
finishedAt time | When.
message string | Last words.
reason string | Short reason.
signal int32 | Signal that ended it.
startedAt time | When it had started.
@ContainerStateWaiting | It has not started.
message string | Details for people.
reason string | Short reason.
#kind - v1 Service builtin | A name and address for pods.
spec ServiceSpec | How the service is reached and what is behind it.
status ServiceStatus default({"loadBalancer":{}}) | State of the service.
@ServiceSpec | How a service is reached and what is behind it.
allocateLoadBalancerNodePorts bool | Whether a load balancer needs node ports.
clusterIP string | Address in the cluster; None for no address.
clusterIPs []string | Addresses in the cluster.
externalIPs []string | Addresses that the cluster does not manage.
externalName string | Name that the service stands for.
externalTrafficPolicy string | Cluster or Local.
healthCheckNodePort int32 | Port for health checks.
internalTrafficPolicy string | Cluster or Local.
ipFamilies []string | IPv4, IPv6.
ipFamilyPolicy string | SingleStack, PreferDualStack or RequireDualStack.
loadBalancerClass string | Which load balancer.
loadBalancerIP string | Wished address of the load balancer.
loadBalancerSourceRanges []string | Who may connect.
ports []ServicePort map(port,protocol) merge(port) | Ports.
publishNotReadyAddresses bool | Also names pods that are not ready.
selector {}string atomic | Labels of the pods behind the service.
sessionAffinity string default(None) enum(None,ClientIP) | Whether a client stays with one pod.
sessionAffinityConfig object | How long it stays.
trafficDistribution string | Preference for near endpoints.
type string default(ClusterIP) enum(ClusterIP,ExternalName,LoadBalancer,NodePort) | How the service is exposed.
@ServicePort | A port of a service.
appProtocol string | Protocol of the application.
name string | Name of the port.
nodePort int32 | Port on every node.
port int32 required min(1) max(65535) | Number of the port.
protocol string default(TCP) enum(TCP,UDP,SCTP) | Protocol.
targetPort intstr | Port of the pods, as number or name.
@ServiceStatus | State of a service.
conditions []MetaCondition map(type) merge(type) | State in aspects.
loadBalancer object | Addresses of the load balancer.
#kind - v1 Endpoints builtin | Addresses behind a service.
subsets []EndpointSubset | Addresses with common ports.
@EndpointSubset | Addresses with common ports.
addresses []EndpointAddress | Addresses that are ready.
notReadyAddresses []EndpointAddress | Addresses that are not ready.
ports []EndpointPort | Ports.
@EndpointAddress atomic | An address.
hostname string | Name.
ip string required | Address.
nodeName string | Node.
targetRef ObjectReference | The pod.
@EndpointPort atomic | A port.
appProtocol string | Protocol of the application.
name string | Name.
port int32 | Number.
protocol string default(TCP) | Protocol.
#kind - v1 Event builtin | Something that happened to an object.
action string | What was done.
count int32 | How often it happened.
eventTime microtime | When it happened first.
firstTimestamp time | When it happened first.
involvedObject ObjectReference required | What it happened to.
lastTimestamp time | When it happened last.
message string | What happened, for people.
reason string | Short reason for machines.
related ObjectReference | Another object that has to do with it.
reportingComponent string default("") | Who reports it.
reportingInstance string default("") | Which instance of that.
series EventSeries | When it goes on.
source EventSource default({}) | Who reports it, in the older form.
type string | Normal or Warning.
@EventSeries | A repeated event.
count int32 | How often.
lastObservedTime microtime | When last.
@EventSource | Who reports an event.
component string | Component.
host string | Node.
#kind discovery.k8s.io v1 EndpointSlice builtin | Some of the addresses behind a service.
addressType string required immutable enum(FQDN,IPv4,IPv6) | Kind of addresses.
endpoints []Endpoint required | The addresses.
ports []EndpointPort | Ports of every address.
@Endpoint | Addresses of one pod.
addresses []string required set | Addresses.
conditions EndpointConditions default({}) | Whether it can be used.
deprecatedTopology {}string | Not used any more.
hints object | Which zones should use it.
hostname string | Name.
nodeName string | Node.
targetRef ObjectReference | The pod.
zone string | Zone.
@EndpointConditions | Whether an endpoint can be used.
ready bool | It takes new connections.
serving bool | It answers, even while ending.
terminating bool | It is ending.
)TABLE";

const std::string_view apps = R"TABLE(
#kind apps v1 Deployment builtin | Keeps a number of equal pods running and replaces them step by step.
spec DeploymentSpec | What is wanted.
status DeploymentStatus default({}) | What there is.
@DeploymentSpec | What a Deployment keeps running.
minReadySeconds int32 min(0) | Seconds that a pod must be ready to count.
paused bool | Stops replacing pods.
progressDeadlineSeconds int32 default(600) | Seconds without progress that count as failure.
replicas int32 default(1) min(0) | Number of pods.
revisionHistoryLimit int32 default(10) | Old ReplicaSets that are kept.
selector LabelSelector required immutable | Pods that belong to it.
strategy DeploymentStrategy default({"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}}) retainkeys | How pods are replaced.
template PodTemplateSpec required | What the pods look like.
@DeploymentStrategy | How pods are replaced.
rollingUpdate RollingUpdateDeployment | Steps of a rolling update.
type string default(RollingUpdate) enum(Recreate,RollingUpdate) | All at once or step by step.
@RollingUpdateDeployment | Steps of a rolling update.
maxSurge intstr | Pods above the number.
maxUnavailable intstr | Pods below the number.
@DeploymentStatus | What a Deployment has got.
availableReplicas int32 | Pods that have been ready long enough.
collisionCount int32 | How often a name was taken.
conditions []PlainCondition map(type) merge(type) | State in aspects.
observedGeneration int64 | Generation that the status speaks about.
readyReplicas int32 | Pods that are ready.
replicas int32 | Pods that exist.
terminatingReplicas int32 | Pods that are ending.
unavailableReplicas int32 | Pods that are missing.
updatedReplicas int32 | Pods of the present template.
#kind apps v1 ReplicaSet builtin | Keeps a number of equal pods running.
spec ReplicaSetSpec | What is wanted.
status ReplicaSetStatus default({"replicas":0}) | What there is.
@ReplicaSetSpec | What a ReplicaSet keeps running.
minReadySeconds int32 min(0) | Seconds that a pod must be ready to count.
replicas int32 default(1) min(0) | Number of pods.
selector LabelSelector required immutable | Pods that belong to it.
template PodTemplateSpec | What the pods look like.
@ReplicaSetStatus | What a ReplicaSet has got.
availableReplicas int32 | Pods that have been ready long enough.
conditions []PlainCondition map(type) merge(type) | State in aspects.
fullyLabeledReplicas int32 | Pods with all labels of the template.
observedGeneration int64 | Generation that the status speaks about.
readyReplicas int32 | Pods that are ready.
replicas int32 required | Pods that exist.
terminatingReplicas int32 | Pods that are ending.
)TABLE";

} // namespace sluice::schema::tables
