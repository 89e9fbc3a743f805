// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

const std::string_view podSpec = R"TABLE(
@PodTemplateSpec | What the pods made from it look like.
metadata ObjectMeta | Labels and annotations of the pods.
spec PodSpec | What the pods run.
@PodSpec | What a pod runs and what it needs.
activeDeadlineSeconds int64 min(1) | Seconds after which the pod is stopped.
affinity Affinity | Which nodes the pod prefers or needs.
automountServiceAccountToken bool | Whether containers get the service account's token.
containers []Container required map(name) merge(name) | Containers of the pod; at least one.
dnsConfig PodDNSConfig | Name resolution beyond the policy.
dnsPolicy string default(ClusterFirst) enum(ClusterFirst,ClusterFirstWithHostNet,Default,None) | How names are resolved.
enableServiceLinks bool default(true) | Whether services of the namespace become environment variables.
ephemeralContainers []Container map(name) merge(name) | Containers added to a running pod to look at it.
hostAliases []HostAlias map(ip) merge(ip) | Extra lines for the pod's hosts file.
hostIPC bool | Shares the node's inter-process communication.
hostNetwork bool | Uses the node's network.
hostPID bool | Sees the node's processes.
hostUsers bool | Uses the node's user namespace.
hostname string | Host name inside the pod.
imagePullSecrets []LocalObjectReference map(name) merge(name) | Secrets to pull images with.
initContainers []Container map(name) merge(name) | Containers that run to their end before the others start.
nodeName string | Node that the pod runs on.
nodeSelector {}string atomic | Labels that the node must have.
os PodOS | Operating system of the containers.
overhead {}quantity | Resources that running the pod itself takes.
preemptionPolicy string | Whether the pod may push out others.
priority int32 | Importance as a number.
priorityClassName string | Importance by name.
readinessGates []PodReadinessGate | Further conditions that must hold before the pod is ready.
restartPolicy string default(Always) enum(Always,OnFailure,Never) | When containers are started again.
runtimeClassName string | Runtime that runs the containers.
schedulerName string default(default-scheduler) | Scheduler that chooses the node.
schedulingGates []PodSchedulingGate map(name) merge(name) | What must be lifted before the pod is scheduled.
securityContext PodSecurityContext default({}) | Rights of all containers.
serviceAccount string | Older name of serviceAccountName.
serviceAccountName string | Service account that the pod acts as.
setHostnameAsFQDN bool | Makes the full name the host name.
shareProcessNamespace bool | Containers see each other's processes.
subdomain string | Domain of the pod's host name.
terminationGracePeriodSeconds int64 default(30) min(0) | Seconds that containers get to end.
tolerations []Toleration | Taints of nodes that do not keep the pod away.
topologySpreadConstraints []TopologySpreadConstraint map(topologyKey,whenUnsatisfiable) merge(topologyKey) | How pods are spread over zones and nodes.
volumes []Volume map(name) merge(name) retainkeys | Volumes that containers can mount.
@PodOS | Operating system.
name string required | linux or windows.
@PodReadinessGate | A condition that a pod waits for.
conditionType string required | Type of the condition.
@PodSchedulingGate | A reason not to schedule yet.
name string required | Name of the gate.
@HostAlias | Names for one address.
hostnames []string | Names.
ip string required | Address.
@PodDNSConfig | Settings of the resolver.
nameservers []string | Addresses of name servers.
options []PodDNSConfigOption | Options of the resolver.
searches []string | Domains to search in.
@PodDNSConfigOption | One option of the resolver.
name string | Name.
value string | Value.
@Toleration | A taint that is put up with.
effect string | NoSchedule, PreferNoSchedule or NoExecute; empty for all.
key string | Key of the taint; empty for all.
operator string | Exists or Equal.
tolerationSeconds int64 | How long NoExecute is put up with.
value string | Value of the taint.
@TopologySpreadConstraint | How evenly pods are spread.
labelSelector LabelSelector | Pods that are counted.
matchLabelKeys []string | Labels of the pod that narrow the selector.
maxSkew int32 required min(1) | How uneven it may be.
minDomains int32 | How many domains there should be.
nodeAffinityPolicy string | Whether node affinity counts.
nodeTaintsPolicy string | Whether taints count.
topologyKey string required | Label of nodes that makes the domains.
whenUnsatisfiable string required | DoNotSchedule or ScheduleAnyway.
@Affinity | Wishes about the node.
nodeAffinity object | By labels of the node.
podAffinity object | Near to certain pods.
podAntiAffinity object | Away from certain pods.
@PodSecurityContext | Rights of all containers of a pod.
appArmorProfile object | AppArmor profile.
fsGroup int64 | Group that owns the volumes.
fsGroupChangePolicy string | When the owner of volumes is changed.
runAsGroup int64 | Group that processes run as.
runAsNonRoot bool | Refuses to run as root.
runAsUser int64 | User that processes run as.
seLinuxOptions object | SELinux context.
seccompProfile SeccompProfile | Allowed system calls.
supplementalGroups []int64 | Further groups.
supplementalGroupsPolicy string | How further groups are found.
sysctls []Sysctl | Kernel settings.
windowsOptions object | Settings on Windows.
@Sysctl | A kernel setting.
name string required | Name.
value string required | Value.
@SeccompProfile | Allowed system calls.
localhostProfile string | File on the node.
type string required | RuntimeDefault, Localhost or Unconfined.
@Container | A program that the pod runs.
args []string | Arguments; the image's own when empty.
command []string | Program and first arguments; the image's own when empty.
env []EnvVar map(name) merge(name) | Environment variables.
envFrom []EnvFromSource | ConfigMaps and Secrets whose entries become variables.
image string | Image to run.
imagePullPolicy string enum(Always,IfNotPresent,Never) | When the image is pulled.
lifecycle object | What is run after start and before stop.
livenessProbe Probe | Check whose failure restarts the container.
name string required | Name of the container, unique in the pod.
ports []ContainerPort map(containerPort,protocol) merge(containerPort) | Ports that the container listens on.
readinessProbe Probe | Check whose failure takes the pod out of services.
resizePolicy []ContainerResizePolicy | What changing resources does.
resources ResourceRequirements default({}) | Compute resources.
restartPolicy string | Restart behaviour of an init container.
securityContext SecurityContext | Rights of the container.
startupProbe Probe | Check that must succeed before the other probes begin.
stdin bool | Keeps standard input open.
stdinOnce bool | Closes standard input after the first use.
terminationMessagePath string default(/dev/termination-log) | File with the container's last words.
terminationMessagePolicy string default(File) enum(File,FallbackToLogsOnError) | Where last words come from.
tty bool | Gives the container a terminal.
volumeDevices []VolumeDevice map(devicePath) merge(devicePath) | Block devices.
volumeMounts []VolumeMount map(mountPath) merge(mountPath) | Volumes and where they appear.
workingDir string | Working directory.
@ContainerResizePolicy | What changing a resource does.
resourceName string required | Resource.
restartPolicy string required | NotRequired or RestartContainer.
@VolumeDevice | A block device.
devicePath string required | Path in the container.
name string required | Volume claim.
@VolumeMount | A volume inside the container.
mountPath string required | Where the volume appears.
mountPropagation string | How mounts are passed on.
name string required | Name of the volume.
readOnly bool | Forbids writing.
recursiveReadOnly string | Forbids writing in mounts below.
subPath string | Path in the volume.
subPathExpr string | Path in the volume, with variables.
@ContainerPort | A port of a container.
containerPort int32 required min(1) max(65535) | Number of the port.
hostIP string | Address on the node.
hostPort int32 | Port on the node.
name string | Name of the port.
protocol string default(TCP) enum(TCP,UDP,SCTP) | Protocol.
@EnvVar | An environment variable.
name string required | Name.
value string | Value.
valueFrom EnvVarSource | Where the value comes from.
@EnvVarSource | Where a variable's value comes from.
configMapKeyRef ConfigMapKeySelector | An entry of a ConfigMap.
fieldRef ObjectFieldSelector | A field of the pod.
fileKeyRef object | An entry of a file.
resourceFieldRef ResourceFieldSelector | A resource of a container.
secretKeyRef SecretKeySelector | An entry of a Secret.
@ConfigMapKeySelector atomic | An entry of a ConfigMap.
key string required | Key of the entry.
name string default("") | Name of the ConfigMap.
optional bool | Whether it may be missing.
@SecretKeySelector atomic | An entry of a Secret.
key string required | Key of the entry.
name string default("") | Name of the Secret.
optional bool | Whether it may be missing.
@ObjectFieldSelector atomic | A field of the pod.
apiVersion string default(v1) | Version that the path is written in.
fieldPath string required | Path of the field.
@ResourceFieldSelector atomic | A resource of a container.
containerName string | Container.
divisor quantity | Unit.
resource string required | Resource.
@EnvFromSource | A source of variables.
configMapRef ConfigMapEnvSource | A ConfigMap.
prefix string | Put before each name.
secretRef SecretEnvSource | A Secret.
@ConfigMapEnvSource | A ConfigMap whose entries become variables.
name string default("") | Name of the ConfigMap.
optional bool | Whether it may be missing.
@SecretEnvSource | A Secret whose entries become variables.
name string default("") | Name of the Secret.
optional bool | Whether it may be missing.
@ResourceRequirements | Compute resources of a container.
claims []ResourceClaim map(name) | Claimed devices.
limits {}quantity | The most that the container may use.
requests {}quantity | What the container is sure to get.
@ResourceClaim | A claimed device.
name string required | Claim of the pod.
request string | Request in the claim.
@SecurityContext | Rights of a container.
allowPrivilegeEscalation bool | Whether a process may gain more rights than its parent.
appArmorProfile object | AppArmor profile.
capabilities Capabilities | Linux capabilities.
privileged bool | Full access to the node.
procMount string | How /proc appears.
readOnlyRootFilesystem bool | Forbids writing to the image's files.
runAsGroup int64 | Group that processes run as.
runAsNonRoot bool | Refuses to run as root.
runAsUser int64 | User that processes run as.
seLinuxOptions object | SELinux context.
seccompProfile SeccompProfile | Allowed system calls.
windowsOptions object | Settings on Windows.
@Capabilities | Linux capabilities.
add []string | Given in addition.
drop []string | Taken away.
@Probe | A check of a container.
exec ExecAction | A command that must end with 0.
failureThreshold int32 default(3) min(1) | Failures in a row that count.
grpc GRPCAction | A gRPC health check.
httpGet HTTPGetAction | A request that must be answered with 200 to 399.
initialDelaySeconds int32 min(0) | Seconds before the first check.
periodSeconds int32 default(10) min(1) | Seconds between checks.
successThreshold int32 default(1) min(1) | Successes in a row that count.
tcpSocket TCPSocketAction | A port that must accept connections.
terminationGracePeriodSeconds int64 | Seconds to end after the check failed.
timeoutSeconds int32 default(1) min(1) | Seconds that a check may take.
@ExecAction | A command.
command []string | Program and arguments.
@GRPCAction | A gRPC health check.
port int32 required | Port.
service string default("") | Service that is asked for.
@HTTPGetAction | A request.
host string | Host; the pod when empty.
httpHeaders []HTTPHeader | Headers.
path string default(/) | Path.
port intstr required | Number or name of the port.
scheme string default(HTTP) enum(HTTP,HTTPS) | HTTP or HTTPS.
@HTTPHeader | A header.
name string required | Name.
value string required | Value.
@TCPSocketAction | A port.
host string | Host; the pod when empty.
port intstr required | Number or name of the port.
@Volume | Files that containers can mount. One source is set.
awsElasticBlockStore object | A disk of AWS.
azureDisk object | A disk of Azure.
azureFile object | A share of Azure.
configMap ConfigMapVolumeSource | Entries of a ConfigMap.
csi object | A volume of a storage driver.
downwardAPI object | Fields of the pod.
emptyDir EmptyDirVolumeSource | Space that lives as long as the pod.
ephemeral object | A claim that lives as long as the pod.
fc object | Fibre Channel.
gcePersistentDisk object | A disk of Google Cloud.
gitRepo object | Not used any more.
hostPath HostPathVolumeSource | A path of the node.
image object | Files of an image.
iscsi object | iSCSI.
name string required | Name of the volume.
nfs object | A share of NFS.
persistentVolumeClaim PersistentVolumeClaimVolumeSource | A volume claim.
projected ProjectedVolumeSource | Several sources in one place.
secret SecretVolumeSource | Entries of a Secret.
@EmptyDirVolumeSource | Space that lives as long as the pod.
medium string | Memory, or empty for the node's disk.
sizeLimit quantity | The most that it may hold.
@HostPathVolumeSource | A path of the node.
path string required | Path.
type string default("") | What must be there.
@PersistentVolumeClaimVolumeSource | A volume claim.
claimName string required | Name of the claim.
readOnly bool | Forbids writing.
@ConfigMapVolumeSource | Entries of a ConfigMap as files.
defaultMode int32 default(420) min(0) max(511) | Mode of the files.
items []KeyToPath | Entries and their paths; all when empty.
name string default("") | Name of the ConfigMap.
optional bool | Whether it may be missing.
@SecretVolumeSource | Entries of a Secret as files.
defaultMode int32 default(420) min(0) max(511) | Mode of the files.
items []KeyToPath | Entries and their paths; all when empty.
optional bool | Whether it may be missing.
secretName string | Name of the Secret.
@KeyToPath | An entry and its file.
key string required | Key of the entry.
mode int32 min(0) max(511) | Mode of the file.
path string required | Path of the file.
@ProjectedVolumeSource | Several sources in one place.
defaultMode int32 default(420) min(0) max(511) | Mode of the files.
sources []VolumeProjection | The sources.
@VolumeProjection | One of several sources.
clusterTrustBundle object | Certificates.
configMap ConfigMapProjection | Entries of a ConfigMap.
downwardAPI DownwardAPIProjection | Fields of the pod.
podCertificate object | A certificate for the pod.
secret SecretProjection | Entries of a Secret.
serviceAccountToken ServiceAccountTokenProjection | A token of the service account.
@ConfigMapProjection | Entries of a ConfigMap.
items []KeyToPath | Entries and their paths; all when empty.
name string default("") | Name of the ConfigMap.
optional bool | Whether it may be missing.
@SecretProjection | Entries of a Secret.
items []KeyToPath | Entries and their paths; all when empty.
name string default("") | Name of the Secret.
optional bool | Whether it may be missing.
@DownwardAPIProjection | Fields of the pod.
items []DownwardAPIVolumeFile | Files.
@DownwardAPIVolumeFile | A field and its file.
fieldRef ObjectFieldSelector | Field of the pod.
mode int32 min(0) max(511) | Mode of the file.
path string required | Path of the file.
resourceFieldRef ResourceFieldSelector | Resource of a container.
@ServiceAccountTokenProjection | A token.
audience string | Whom the token is for.
expirationSeconds int64 default(3600) min(600) | Seconds that the token is valid.
path string required | Path of the file.
)TABLE";

} // namespace sluice::schema::tables
