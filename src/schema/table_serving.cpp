// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

/// The part of a pod that Knative's CRDs describe (serving 1.15). Unlike in a Pod, lists are atomic unless marked.
const std::string_view servingTemplate = R"TABLE(
@KConditions | One aspect of the state.
lastTransitionTime string | When the status last changed.
message string | Details for people.
reason string | Short reason for machines.
severity string | Error when empty; Warning or Info count less.
status string required | True, False or Unknown.
type string required | What the condition is about.
@KAddressable | Where something is reached.
CACerts string | Certificates to trust.
audience string | Whom tokens are for.
name string | Name.
url string | Address.
@RevisionTemplate | What the next Revision looks like.
metadata RevisionTemplateMeta | Name, labels and annotations of the Revision.
spec RevisionSpec | What the Revision runs.
@RevisionTemplateMeta preserve | Name, labels and annotations of the Revision.
annotations {}string | Notes, among them the autoscaling settings.
finalizers []string | What must be cleaned up first.
labels {}string | Labels of the Revision.
name string | Name of the Revision; made from the Service's name when empty.
namespace string | Namespace; not to be set.
@RevisionSpec | What a Revision runs.
affinity object | Which nodes are preferred. Needs a feature flag.
automountServiceAccountToken bool | Whether containers get the service account's token.
containerConcurrency int64 min(0) max(1000) | Requests that one pod takes at once; 0 for no limit.
containers []KContainer required | Containers; one of them takes the requests.
dnsConfig object | Name resolution. Needs a feature flag.
dnsPolicy string | How names are resolved. Needs a feature flag.
enableServiceLinks bool | Whether services become environment variables.
hostAliases []object | Lines for the hosts file. Needs a feature flag.
idleTimeoutSeconds int64 | Seconds that a request may stay silent.
imagePullSecrets []KNameReference | Secrets to pull images with.
initContainers []object | Containers that run first. Needs a feature flag.
nodeSelector KFreeMap | Labels that the node must have. Needs a feature flag.
priorityClassName string | Importance by name. Needs a feature flag.
responseStartTimeoutSeconds int64 | Seconds until a response must begin.
runtimeClassName string | Runtime of the containers. Needs a feature flag.
schedulerName string | Scheduler. Needs a feature flag.
securityContext object | Rights of all containers. Needs a feature flag.
serviceAccountName string | Service account that the pods act as.
shareProcessNamespace bool | Containers see each other's processes. Needs a feature flag.
timeoutSeconds int64 | Seconds that a request may take.
tolerations []object | Taints that are put up with. Needs a feature flag.
topologySpreadConstraints []object | How pods are spread. Needs a feature flag.
volumes []KVolume | Volumes that containers can mount.
@KNameReference atomic | An object in the same namespace.
name string | Name of the object.
@KFreeMap atomic preserve | Labels and values.
@KContainer | A program of the Revision.
args []string | Arguments; the image's own when empty.
command []string | Program and first arguments; the image's own when empty.
env []KEnvVar | Environment variables.
envFrom []KEnvFromSource | ConfigMaps and Secrets whose entries become variables.
image string | Image to run.
imagePullPolicy string | When the image is pulled.
livenessProbe KProbe | Check whose failure restarts the container.
name string | Name of the container.
ports []KContainerPort map(containerPort,protocol) | The port that takes requests.
readinessProbe KProbe | Check whose failure takes the pod out.
resources KResources | Compute resources.
securityContext KSecurityContext | Rights of the container.
startupProbe KProbe | Check that must succeed first.
terminationMessagePath string | File with the container's last words.
terminationMessagePolicy string | Where last words come from.
volumeMounts []KVolumeMount | Volumes and where they appear.
workingDir string | Working directory.
@KVolumeMount | A volume inside the container.
mountPath string required | Where the volume appears.
name string required | Name of the volume.
readOnly bool | Forbids writing.
subPath string | Path in the volume.
@KContainerPort | A port of a container.
containerPort int32 required | Number of the port.
name string | http1 or h2c.
protocol string default(TCP) | Protocol.
@KEnvVar | An environment variable.
name string required | Name.
value string | Value.
valueFrom KEnvVarSource | Where the value comes from.
@KEnvVarSource | Where a variable's value comes from.
configMapKeyRef KKeySelector | An entry of a ConfigMap.
fieldRef KFreeMap | A field of the pod. Needs a feature flag.
resourceFieldRef KFreeMap | A resource of a container. Needs a feature flag.
secretKeyRef KKeySelector | An entry of a Secret.
@KKeySelector atomic | An entry of a ConfigMap or Secret.
key string required | Key of the entry.
name string | Name of the object.
optional bool | Whether it may be missing.
@KEnvFromSource | A source of variables.
configMapRef KOptionalReference | A ConfigMap.
prefix string | Put before each name.
secretRef KOptionalReference | A Secret.
@KOptionalReference atomic | A ConfigMap or Secret.
name string | Name of the object.
optional bool | Whether it may be missing.
@KResources | Compute resources of a container.
claims []KClaim map(name) | Claimed devices.
limits {}quantity | The most that the container may use.
requests {}quantity | What the container is sure to get.
@KClaim | A claimed device.
name string required | Claim of the pod.
@KSecurityContext | Rights of a container.
allowPrivilegeEscalation bool | Whether a process may gain more rights than its parent.
capabilities Capabilities | Linux capabilities.
readOnlyRootFilesystem bool | Forbids writing to the image's files.
runAsGroup int64 | Group that processes run as.
runAsNonRoot bool | Refuses to run as root.
runAsUser int64 | User that processes run as.
seccompProfile SeccompProfile | Allowed system calls.
@KProbe | A check of a container.
exec ExecAction | A command that must end with 0.
failureThreshold int32 | Failures in a row that count.
grpc KGrpc | A gRPC health check.
httpGet KHttpGet | A request that must be answered with 200 to 399.
initialDelaySeconds int32 | Seconds before the first check.
periodSeconds int32 | Seconds between checks; 0 for as often as sensible.
successThreshold int32 | Successes in a row that count.
tcpSocket KTcpSocket | A port that must accept connections.
timeoutSeconds int32 | Seconds that a check may take.
@KGrpc | A gRPC health check.
port int32 required | Port; 0 for the container's own.
service string | Service that is asked for.
@KHttpGet | A request.
host string | Host; the pod when empty.
httpHeaders []HTTPHeader | Headers.
path string | Path.
port intstr | Port; the container's own when absent.
scheme string | HTTP or HTTPS.
@KTcpSocket | A port.
host string | Host; the pod when empty.
port intstr | Port; the container's own when absent.
@KVolume | Files that containers can mount.
configMap KConfigMapVolume | Entries of a ConfigMap.
emptyDir object | Space that lives as long as the pod.
name string required | Name of the volume.
persistentVolumeClaim object | A volume claim. Needs a feature flag.
projected KProjected | Several sources in one place.
secret KSecretVolume | Entries of a Secret.
@KConfigMapVolume atomic | Entries of a ConfigMap as files.
defaultMode int32 | Mode of the files.
items []KKeyToPath | Entries and their paths; all when empty.
name string | Name of the ConfigMap.
optional bool | Whether it may be missing.
@KSecretVolume | Entries of a Secret as files.
defaultMode int32 | Mode of the files.
items []KKeyToPath | Entries and their paths; all when empty.
optional bool | Whether it may be missing.
secretName string | Name of the Secret.
@KKeyToPath | An entry and its file.
key string required | Key of the entry.
mode int32 | Mode of the file.
path string required | Path of the file.
@KProjected | Several sources in one place.
defaultMode int32 | Mode of the files.
sources []KProjection | The sources.
@KProjection | One of several sources.
configMap KProjectedObject | Entries of a ConfigMap.
downwardAPI KDownward | Fields of the pod.
secret KProjectedObject | Entries of a Secret.
serviceAccountToken KToken | A token of the service account.
@KProjectedObject atomic | Entries of a ConfigMap or Secret.
items []KKeyToPath | Entries and their paths; all when empty.
name string | Name of the object.
optional bool | Whether it may be missing.
@KDownward | Fields of the pod.
items []KDownwardFile | Files.
@KDownwardFile | A field and its file.
fieldRef KFieldRef | Field of the pod.
mode int32 | Mode of the file.
path string required | Path of the file.
resourceFieldRef KResourceRef | Resource of a container.
@KFieldRef atomic | A field of the pod.
apiVersion string | Version that the path is written in.
fieldPath string required | Path of the field.
@KResourceRef atomic | A resource of a container.
containerName string | Container.
divisor quantity | Unit.
resource string required | Resource.
@KToken | A token of the service account.
audience string | Whom the token is for.
expirationSeconds int64 | Seconds that the token is valid.
path string required | Path of the file.
)TABLE";

const std::string_view serving = R"TABLE(
@TrafficTarget | A share of the traffic and where it goes.
configurationName string | Configuration whose latest Revision is meant; only in Routes.
latestRevision bool | The latest ready Revision is meant.
percent int64 | Share of the traffic; all shares make 100.
revisionName string | The Revision that is meant.
tag string | Name under which the target is reached directly.
url string | Address of the tag. Set by the server.
#kind serving.knative.dev v1 Service custom | Runs a stateless program, scales it with requests and splits traffic between its Revisions.
spec ServiceSpec.serving | What is wanted.
status ServiceStatus.serving | What there is.
@ServiceSpec.serving | What runs and where traffic goes.
template RevisionTemplate | What the next Revision looks like.
traffic []TrafficTarget | Shares of the traffic; all goes to the latest ready Revision when absent.
@ServiceStatus.serving | What a Service has got.
address KAddressable | Where it is reached inside the cluster.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
latestCreatedRevisionName string | The Revision made last.
latestReadyRevisionName string | The last Revision that became ready.
observedGeneration int64 | Generation that the status speaks about.
traffic []TrafficTarget | Where traffic goes now.
url string | Where it is reached.
#kind serving.knative.dev v1 Configuration custom | Makes a Revision whenever its template changes.
spec ConfigurationSpec | What is wanted.
status ConfigurationStatus | What there is.
@ConfigurationSpec | What Revisions are made from.
template RevisionTemplate | What the next Revision looks like.
@ConfigurationStatus | What a Configuration has got.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
latestCreatedRevisionName string | The Revision made last.
latestReadyRevisionName string | The last Revision that became ready.
observedGeneration int64 | Generation that the status speaks about.
#kind serving.knative.dev v1 Revision custom | A snapshot of program and settings that never changes.
spec RevisionSpec | What the Revision runs.
status RevisionStatus | What there is.
@RevisionStatus | State of a Revision.
actualReplicas int32 | Pods that run.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
containerStatuses []KContainerStatus | Images with their digests.
desiredReplicas int32 | Pods that are wanted.
initContainerStatuses []KContainerStatus | Images of init containers with their digests.
logUrl string | Where logs are found.
observedGeneration int64 | Generation that the status speaks about.
@KContainerStatus | An image with its digest.
imageDigest string | Image by digest.
name string | Name of the container.
#kind serving.knative.dev v1 Route custom | Gives an address to Revisions and splits traffic between them.
spec RouteSpec | What is wanted.
status RouteStatus | What there is.
@RouteSpec | Where traffic goes.
traffic []TrafficTarget | Shares of the traffic.
@RouteStatus | State of a Route.
address KAddressable | Where it is reached inside the cluster.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
traffic []TrafficTarget | Where traffic goes now.
url string | Where it is reached.
#kind serving.knative.dev v1beta1 DomainMapping custom | Gives a domain of one's own to a Service.
spec DomainMappingSpec | What is wanted.
status DomainMappingStatus | What there is.
@DomainMappingSpec | What the domain stands for.
ref KReference required | The Service.
tls DomainMappingTls | Certificate for the domain.
@DomainMappingTls | Certificate for a domain.
secretName string required | Secret with the certificate.
@KReference | An object that takes requests.
address string | Port or address of it.
apiVersion string | Version of its API.
group string | Group of its API.
kind string required | Its kind.
name string required | Its name.
namespace string | Its namespace.
@DomainMappingStatus | State of a DomainMapping.
address KAddressable | Where it is reached.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
url string | Where it is reached.
)TABLE";

const std::string_view servingInternals = R"TABLE(
@ScaleTarget atomic | The workload that is scaled.
apiVersion string | Version of its API.
kind string | Its kind.
name string | Its name.
#kind autoscaling.internal.knative.dev v1alpha1 PodAutoscaler custom | Scales the pods of a Revision with its requests.
spec PodAutoscalerSpec | What is wanted.
status PodAutoscalerStatus | What there is.
@PodAutoscalerSpec | What is scaled and how.
containerConcurrency int64 | Requests that one pod takes at once; 0 for no limit.
protocolType string required | http1 or h2c.
reachability string | Whether a Route sends traffic here.
scaleTargetRef ScaleTarget required | The Deployment that is scaled.
@PodAutoscalerStatus | What the autoscaler decided.
actualScale int32 | Pods that are ready.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects.
desiredScale int32 | Pods that are wanted; -1 while unknown.
metricsServiceName string | Service that metrics are read from.
observedGeneration int64 | Generation that the status speaks about.
serviceName string required | Service that requests go to.
#kind autoscaling.internal.knative.dev v1alpha1 Metric custom | What is measured for the autoscaler.
spec MetricSpec | What is wanted.
status MetricStatus | What there is.
@MetricSpec | What is measured.
panicWindow int64 required | Short window, in nanoseconds.
scrapeTarget string required | Service that metrics are read from.
stableWindow int64 required | Long window, in nanoseconds.
@MetricStatus | State of measuring.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects.
observedGeneration int64 | Generation that the status speaks about.
#kind networking.internal.knative.dev v1alpha1 Ingress custom | Rules that an ingress implementation follows for a Route.
spec IngressSpec | What is wanted.
status IngressStatus | What there is.
@IngressSpec | Rules by host and path.
httpOption string | Enabled, or Redirected to https.
rules []IngressRule | Rules; the first that fits is taken.
tls []IngressTls | Certificates.
@IngressTls | A certificate and its hosts.
hosts []string | Hosts.
secretName string | Secret with the certificate.
secretNamespace string | Namespace of the Secret.
@IngressRule | Rules for hosts.
hosts []string | Hosts.
http IngressHttp | Paths of the hosts.
visibility string | ExternalIP or ClusterLocal.
@IngressHttp | Paths of hosts.
paths []IngressPath required | Paths; the longest that fits is taken.
@IngressPath | A path and where it goes.
appendHeaders {}string | Headers that are added.
headers {}IngressHeaderMatch | Headers that requests must have.
path string | Beginning of the path.
rewriteHost string | Host that the request gets.
splits []IngressSplit required | Shares of the traffic.
@IngressHeaderMatch | Value of a header.
exact string required | The exact value.
@IngressSplit | A share of the traffic.
appendHeaders {}string | Headers that are added.
percent int64 | Share.
serviceName string required | Service.
serviceNamespace string required | Namespace of the service.
servicePort intstr required | Port of the service.
@IngressStatus | State of an Ingress.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects.
observedGeneration int64 | Generation that the status speaks about.
privateLoadBalancer IngressLoadBalancers | Where the cluster reaches it.
publicLoadBalancer IngressLoadBalancers | Where the world reaches it.
@IngressLoadBalancers | Load balancers.
ingress []IngressLoadBalancer | Load balancers.
@IngressLoadBalancer | A load balancer.
domain string | Name outside.
domainInternal string | Name inside.
ip string | Address.
meshOnly bool | Only through the mesh.
#kind networking.internal.knative.dev v1alpha1 ServerlessService custom | Sends a Revision's requests to its pods or to the activator.
spec ServerlessServiceSpec | What is wanted.
status ServerlessServiceStatus | What there is.
@ServerlessServiceSpec | Where requests go.
mode string | Serve: to the pods; Proxy: to the activator.
numActivators int32 | Activators in use; 0 for all.
objectRef ScaleTarget | The Deployment.
protocolType string required | http1 or h2c.
@ServerlessServiceStatus | State of a ServerlessService.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects.
observedGeneration int64 | Generation that the status speaks about.
privateServiceName string | Service of the pods.
serviceName string | Service that requests go to.
#kind networking.internal.knative.dev v1alpha1 Certificate custom | A wish for a certificate.
spec CertificateSpec | What is wanted.
status CertificateStatus | What there is.
@CertificateSpec | A wished certificate.
dnsNames []string required | Names in the certificate.
domain string | Domain.
secretName string required | Secret for the certificate.
@CertificateStatus | State of a Certificate.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects.
http01Challenges []CertificateChallenge | Open challenges.
notAfter string | When it ends.
observedGeneration int64 | Generation that the status speaks about.
@CertificateChallenge | A challenge to answer.
serviceName string | Service that answers.
serviceNamespace string | Its namespace.
servicePort intstr | Its port.
url string | Address that is asked.
#kind caching.internal.knative.dev v1alpha1 Image custom | A wish that nodes keep an image at hand.
spec ImageSpec | What is wanted.
status ImageStatus | What there is.
@ImageSpec | An image to keep.
image string required | The image.
imagePullSecrets []KNameReference | Secrets to pull it with.
serviceAccountName string | Service account to pull it as.
@ImageStatus | State of an Image.
annotations {}string | Notes about the status.
conditions []KConditions | State in aspects.
observedGeneration int64 | Generation that the status speaks about.
)TABLE";

} // namespace sluice::schema::tables
