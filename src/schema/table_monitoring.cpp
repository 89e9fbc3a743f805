// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

/// Prometheus operator 0.85.
const std::string_view monitoring = R"TABLE(
@MonitorAttachMetadata | Labels of nodes that samples get.
node bool | Whether labels of the node are added.
@MonitorCredentials atomic | The credentials.
key string required | Name of what is compared.
name string default("") | Name.
optional bool | Whether it may be missing.
@MonitorAuthorization | A header with credentials.
credentials MonitorCredentials | The credentials.
type string | What it is about.
@MonitorBasicAuth | A user and a password.
password MonitorCredentials | The password.
username MonitorCredentials | Name of the user.
@MonitorMetricRelabelings | Changes to labels of samples.
action string default("replace") enum(replace,Replace,keep,Keep,drop,Drop,hashmod,HashMod,labelmap,LabelMap,labeldrop,LabelDrop,labelkeep,LabelKeep,lowercase,Lowercase,uppercase,Uppercase,keepequal,KeepEqual,dropequal,DropEqual) | What happens to requests that match: ALLOW, DENY, AUDIT or CUSTOM.
modulus int64 | Divisor of the hash.
regex string | A regular expression that the value fits.
replacement string | The new value.
separator string | Put between the values of labels.
sourceLabels []string | Labels of the sender.
targetLabel string | Label that is written.
@MonitorClientId | Name of the client.
configMap MonitorCredentials | An entry of a ConfigMap.
secret MonitorCredentials | An entry of a Secret.
@MonitorTlsConfig | How TLS is done.
ca MonitorClientId | Certificates of the authorities.
cert MonitorClientId | Certificate.
insecureSkipVerify bool | Whether the certificate is not checked.
keySecret MonitorCredentials | Secret with the key.
maxVersion string enum(TLS10,TLS11,TLS12,TLS13) | Highest version of TLS.
minVersion string enum(TLS10,TLS11,TLS12,TLS13) | Lowest version of TLS.
serverName string | Name that the certificate must have.
@MonitorOauth2 | Credentials from an OAuth server.
clientId MonitorClientId required | Name of the client.
clientSecret MonitorCredentials required | Secret of the client.
endpointParams {}string | Parameters of the request for a token.
noProxy string | Hosts that no proxy is used for.
proxyConnectHeader {}[]MonitorCredentials | Headers to the proxy.
proxyFromEnvironment bool | Whether the environment names the proxy.
proxyUrl string | Proxy that is used.
scopes []string | Rights that are asked for.
tlsConfig MonitorTlsConfig | How TLS is done.
tokenUrl string required | Where tokens come from.
@MonitorTlsConfig2 | How TLS is done.
ca MonitorClientId | Certificates of the authorities.
caFile string | File with certificates of the authorities.
cert MonitorClientId | Certificate.
certFile string | File with the certificate.
insecureSkipVerify bool | Whether the certificate is not checked.
keyFile string | File with the key.
keySecret MonitorCredentials | Secret with the key.
maxVersion string enum(TLS10,TLS11,TLS12,TLS13) | Highest version of TLS.
minVersion string enum(TLS10,TLS11,TLS12,TLS13) | Lowest version of TLS.
serverName string | Name that the certificate must have.
@MonitorEndpoints | What stands behind the host.
authorization MonitorAuthorization | A header with credentials.
basicAuth MonitorBasicAuth | A user and a password.
bearerTokenFile string | File with a token.
bearerTokenSecret MonitorCredentials | Secret with a token.
enableHttp2 bool | Whether HTTP/2 is used.
filterRunning bool | Whether pods that have ended are left out.
followRedirects bool | Whether redirects are followed.
honorLabels bool | Whether labels of the target win.
honorTimestamps bool | Whether times of the target are kept.
interval string | Time between two rounds.
metricRelabelings []MonitorMetricRelabelings | Changes to labels of samples.
noProxy string | Hosts that no proxy is used for.
oauth2 MonitorOauth2 | Credentials from an OAuth server.
params {}[]string | Parameters of the request.
path string | Path.
port string | Port.
proxyConnectHeader {}[]MonitorCredentials | Headers to the proxy.
proxyFromEnvironment bool | Whether the environment names the proxy.
proxyUrl string | Proxy that is used.
relabelings []MonitorMetricRelabelings | Changes to labels of targets.
scheme string enum(http,https) | Scheme of the request.
scrapeTimeout string | How long a reading may take.
targetPort intstr | Port of the workload.
tlsConfig MonitorTlsConfig2 | How TLS is done.
trackTimestampsStaleness bool | Whether series with own times end.
@MonitorNamespaceSelector | Namespaces that are looked at.
any bool | Whether all are meant.
matchNames []string | Names of those that are meant.
@MonitorMatchExpressions | Conditions on labels.
key string required | Name of what is compared.
operator string required | In, NotIn, Exists or DoesNotExist.
values []string | Values.
@MonitorSelector atomic | Labels of the workloads that are meant.
matchExpressions []MonitorMatchExpressions | Conditions on labels.
matchLabels {}string | Labels and the values they must have.
@MonitorServiceMonitorSpec | What is wanted.
attachMetadata MonitorAttachMetadata | Labels of nodes that samples get.
bodySizeLimit string | Largest answer that is read.
convertClassicHistogramsToNHCB bool | Whether classic histograms are turned into native ones.
endpoints []MonitorEndpoints required | What stands behind the host.
fallbackScrapeProtocol string enum(PrometheusProto,OpenMetricsText0.0.1,OpenMetricsText1.0.0,PrometheusText0.0.4,PrometheusText1.0.0) | Form of metrics where the target names none.
jobLabel string | Label of the Service that names the job.
keepDroppedTargets int64 | Most dropped targets that are remembered.
labelLimit int64 | Most labels of a sample.
labelNameLengthLimit int64 | Longest name of a label.
labelValueLengthLimit int64 | Longest value of a label.
namespaceSelector MonitorNamespaceSelector | Namespaces that are looked at.
nativeHistogramBucketLimit int64 | Most buckets of a histogram.
nativeHistogramMinBucketFactor intstr | Least growth of buckets.
podTargetLabels []string | Labels of the pod that samples get.
sampleLimit int64 | Most samples of one reading.
scrapeClass string | Name of common settings.
scrapeClassicHistograms bool | Whether classic histograms are read as well.
scrapeProtocols []string set | Forms of metrics that are asked for.
selector MonitorSelector required | Labels of the workloads that are meant.
selectorMechanism string enum(RelabelConfig,RoleSelector) | How targets are selected.
targetLabels []string | Labels of the Service that samples get.
targetLimit int64 | Most targets.
@MonitorConditions | One aspect of the state.
lastTransitionTime time required | When the status last changed.
message string | Details for people.
observedGeneration int64 | Generation that the status speaks about.
reason string | Short reason for machines.
status string required | What there is.
type string required enum(Accepted) | What it is about.
@MonitorBindings | Objects that it was bound to.
conditions []MonitorConditions map(type) | State in aspects.
group string required enum(monitoring.coreos.com) | API group.
name string required | Name.
namespace string required | Namespace.
resource string required enum(prometheuses,prometheusagents) | Resource of the object.
@MonitorServiceMonitorStatus | State of the object.
bindings []MonitorBindings | Objects that it was bound to.
#kind monitoring.coreos.com v1 ServiceMonitor custom | Says which Services Prometheus reads metrics from.
spec MonitorServiceMonitorSpec required | What is wanted.
status MonitorServiceMonitorStatus | What there is.
@MonitorRules | Rules; one that matches is enough.
alert string | Name of the alert.
annotations {}string | Annotations.
expr intstr required | The expression in PromQL.
for string | How long it must hold before the alert fires.
keep_firing_for string | How long the alert goes on afterwards.
labels {}string | Labels.
record string | Name of the series that is written.
@MonitorGroups | Groups of rules that are looked at together.
interval string | Time between two rounds.
labels {}string | Labels.
limit int64 | How often, at most.
name string required | Name.
partial_response_strategy string | What Thanos does when a part is missing.
query_offset string | How far back the expression looks.
rules []MonitorRules | Rules; one that matches is enough.
@MonitorPrometheusRuleSpec | What is wanted.
groups []MonitorGroups map(name) | Groups of rules that are looked at together.
#kind monitoring.coreos.com v1 PrometheusRule custom | Alerts and recording rules for Prometheus.
spec MonitorPrometheusRuleSpec required | What is wanted.
)TABLE";

} // namespace sluice::schema::tables
