// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

/// Istio: who may talk to whom, and how requests travel (istio.io/api 1.24).
const std::string_view istioSecurity = R"TABLE(
@IstioMtls | Whether mutual TLS is needed.
mode string enum(UNSET,DISABLE,PERMISSIVE,STRICT) | How it is done.
@IstioSelector | Labels of the workloads that are meant.
matchLabels {}string | Labels and the values they must have.
@IstioPeerAuthenticationSpec | What is wanted.
mtls IstioMtls | Whether mutual TLS is needed.
portLevelMtls {}IstioMtls | Settings for single ports of the workload, by number.
selector IstioSelector | Labels of the workloads that are meant.
@IstioConditions | One aspect of the state.
lastProbeTime time | When it was last checked.
lastTransitionTime time | When the status last changed.
message string | Details for people.
reason string | Short reason for machines.
status string | What there is.
type string | What it is about.
@IstioType | What it is about.
code string | Number of the finding.
name string | Name.
@IstioValidationMessages | What Istio finds wrong with the object.
documentationUrl string | Where it is explained.
level string enum(UNKNOWN,ERROR,WARNING,INFO) | How serious it is.
type IstioType | What it is about.
@IstioPeerAuthenticationStatus preserve | State of the object.
conditions []IstioConditions | State in aspects.
observedGeneration intstr | Generation that the status speaks about.
validationMessages []IstioValidationMessages | What Istio finds wrong with the object.
#kind security.istio.io v1 PeerAuthentication custom | Says whether workloads take requests without mutual TLS.
spec IstioPeerAuthenticationSpec | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
@IstioProvider | Who decides, for CUSTOM.
name string | Name.
@IstioSource | The sender.
ipBlocks []string | Addresses of the peer.
namespaces []string | Namespaces that are meant.
notIpBlocks []string | Addresses that the peer must not have.
notNamespaces []string | Namespaces that are not meant.
notPrincipals []string | Identities that the sender must not have.
notRemoteIpBlocks []string | Addresses that the client must not have.
notRequestPrincipals []string | Identities that the token must not have.
principals []string | Identities of the sender, from its certificate.
remoteIpBlocks []string | Addresses of the client behind proxies.
requestPrincipals []string | Identities from the request's token.
@IstioFrom | Who sends the request.
source IstioSource | The sender.
@IstioOperation | What is done.
hosts []string | Hosts that are meant.
methods []string | HTTP methods that are meant.
notHosts []string | Hosts that are not meant.
notMethods []string | HTTP methods that are not meant.
notPaths []string | Paths that are not meant.
notPorts []string | Ports that are not meant.
paths []string | Paths that are meant.
ports []string | Ports that are meant.
@IstioTo | What the request does.
operation IstioOperation | What is done.
@IstioWhen | Further conditions.
key string required | Name of what is compared.
notValues []string | Values that must not be there.
values []string | Values.
@IstioRules | Rules; one that matches is enough.
from []IstioFrom | Who sends the request.
to []IstioTo | What the request does.
when []IstioWhen | Further conditions.
@IstioTargetRef | The object that the policy is attached to.
group string | API group.
kind string required | Kind of the object.
name string required | Name.
namespace string | Namespace.
@IstioAuthorizationPolicySpec | What is wanted.
action string enum(ALLOW,DENY,AUDIT,CUSTOM) | What happens to requests that match: ALLOW, DENY, AUDIT or CUSTOM.
provider IstioProvider | Who decides, for CUSTOM.
rules []IstioRules | Rules; one that matches is enough.
selector IstioSelector | Labels of the workloads that are meant.
targetRef IstioTargetRef | The object that the policy is attached to.
targetRefs []IstioTargetRef | The objects that the policy is attached to.
#kind security.istio.io v1 AuthorizationPolicy custom | Says who may send which requests to workloads.
spec IstioAuthorizationPolicySpec | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
@IstioFromHeaders | Headers that carry the token.
name string required | Name.
prefix string | How the value begins.
@IstioOutputClaimToHeaders | Claims that are copied into headers.
claim string required | The claim.
header string required | The header.
@IstioJwtRules | Tokens that are accepted.
audiences []string | Whom the token must be for.
forwardOriginalToken bool | Whether the token goes on to the workload.
fromCookies []string | Cookies that carry the token.
fromHeaders []IstioFromHeaders | Headers that carry the token.
fromParams []string | Query parameters that carry the token.
issuer string required | Who issues the token.
jwks string | Keys of the issuer, as text.
jwksUri string | Where the issuer's keys are.
jwks_uri string | Where the issuer's keys are.
outputClaimToHeaders []IstioOutputClaimToHeaders | Claims that are copied into headers.
outputPayloadToHeader string | Header that gets the token's content.
timeout string | How long an answer may take.
@IstioRequestAuthenticationSpec | What is wanted.
jwtRules []IstioJwtRules | Tokens that are accepted.
selector IstioSelector | Labels of the workloads that are meant.
targetRef IstioTargetRef | The object that the policy is attached to.
targetRefs []IstioTargetRef | The objects that the policy is attached to.
#kind security.istio.io v1 RequestAuthentication custom | Says which tokens workloads accept.
spec IstioRequestAuthenticationSpec | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
)TABLE";

const std::string_view istioNetworking = R"TABLE(
@IstioAllowOrigins | Origins that may call.
exact string | The exact value.
prefix string | How the value begins.
regex string | A regular expression that the value fits.
@IstioCorsPolicy | Which web pages may call.
allowCredentials bool | Whether cookies are sent.
allowHeaders []string | Headers that may be sent.
allowMethods []string | HTTP methods that may be used.
allowOrigin []string | Origins that may call; allowOrigins says the same better.
allowOrigins []IstioAllowOrigins | Origins that may call.
exposeHeaders []string | Headers of the answer that may be read.
maxAge string | How long the browser remembers it.
unmatchedPreflights string enum(UNSPECIFIED,FORWARD,IGNORE) | What happens to other preflight requests.
@IstioDelegate | Another VirtualService that decides.
name string | Name.
namespace string | Namespace.
@IstioBody | Content of the answer.
bytes string | Content in base64.
string string | Content as text.
@IstioDirectResponse | An answer that is given at once.
body IstioBody | Content of the answer.
status int64 required | What there is.
@IstioPercentage | Share of the requests.
value number | Value.
@IstioAbort | Answers with an error.
grpcStatus string | gRPC status of the answer.
http2Error string | HTTP/2 error of the answer.
httpStatus int32 | Status code of the answer.
percentage IstioPercentage | Share of the requests.
@IstioDelay | Answers late.
exponentialDelay string | How late the answer comes, growing.
fixedDelay string | How late the answer comes.
percent int32 | Share of 100.
percentage IstioPercentage | Share of the requests.
@IstioFault | Faults that are put in on purpose.
abort IstioAbort | Answers with an error.
delay IstioDelay | Answers late.
@IstioRequest | What concerns the request.
add {}string | What is added.
remove []string | What is taken out.
set {}string | Headers that are set.
@IstioHeaders | Headers that are changed.
request IstioRequest | What concerns the request.
response IstioRequest | What concerns the answer.
@IstioMatch | What requests must look like; one of the entries is enough.
authority IstioAllowOrigins | Host of the request.
gateways []string | Gateways that it applies to; mesh means the sidecars.
headers {}IstioAllowOrigins | Headers that are changed.
ignoreUriCase bool | Whether letter case of paths counts.
method IstioAllowOrigins | HTTP method.
name string | Name.
port int64 | Port.
queryParams {}IstioAllowOrigins | Parameters of the request.
scheme IstioAllowOrigins | Scheme of the request.
sourceLabels {}string | Labels of the sender.
sourceNamespace string | Namespace of the sender.
statPrefix string | Beginning of the names of metrics.
uri IstioAllowOrigins | Path of the request.
withoutHeaders {}IstioAllowOrigins | Headers that the request must not have.
@IstioPort | Port.
number int64 | Number of the port.
@IstioMirror | Where a copy of each request goes.
host string required | Host that is meant.
port IstioPort | Port.
subset string | A named part of the host's workloads.
@IstioMirrors | Where copies of requests go.
destination IstioMirror required | Where requests go.
percentage IstioPercentage | Share of the requests.
@IstioRedirect | An answer that sends the client elsewhere.
authority string | Host of the request.
derivePort string enum(FROM_PROTOCOL_DEFAULT,FROM_REQUEST_PORT) | Port that the redirect takes from the request.
port int64 | Port.
redirectCode int64 | Status code of the redirect.
scheme string | Scheme of the request.
uri string | Path of the request.
@IstioRetries | How often a failed request is tried again.
attempts int32 | How often it is tried again.
perTryTimeout string | How long one try may take.
retryOn string | What counts as a failure.
retryRemoteLocalities bool | Whether other regions are tried too.
@IstioUriRegexRewrite | Path that the request gets, by a regular expression.
match string | What requests must look like; one of the entries is enough.
rewrite string | Path and host that the request gets.
@IstioRewrite | Path and host that the request gets.
authority string | Host of the request.
uri string | Path of the request.
uriRegexRewrite IstioUriRegexRewrite | Path that the request gets, by a regular expression.
@IstioRoute | Where matching requests go, with shares.
destination IstioMirror required | Where requests go.
headers IstioHeaders | Headers that are changed.
weight int32 | Share of the requests.
@IstioHttp | Rules for HTTP.
corsPolicy IstioCorsPolicy | Which web pages may call.
delegate IstioDelegate | Another VirtualService that decides.
directResponse IstioDirectResponse | An answer that is given at once.
fault IstioFault | Faults that are put in on purpose.
headers IstioHeaders | Headers that are changed.
match []IstioMatch | What requests must look like; one of the entries is enough.
mirror IstioMirror | Where a copy of each request goes.
mirrorPercent int64 | Share of the requests that is copied, as a whole number.
mirrorPercentage IstioPercentage | Share of the requests that is copied.
mirror_percent int64 | Share of the requests that is copied, as a whole number.
mirrors []IstioMirrors | Where copies of requests go.
name string | Name.
redirect IstioRedirect | An answer that sends the client elsewhere.
retries IstioRetries | How often a failed request is tried again.
rewrite IstioRewrite | Path and host that the request gets.
route []IstioRoute | Where matching requests go, with shares.
timeout string | How long an answer may take.
@IstioMatch2 | What requests must look like; one of the entries is enough.
destinationSubnets []string | Addresses that the client connects to.
gateways []string | Gateways that it applies to; mesh means the sidecars.
port int64 | Port.
sourceLabels {}string | Labels of the sender.
sourceNamespace string | Namespace of the sender.
sourceSubnet string | Addresses of the sender.
@IstioRoute2 | Where matching requests go, with shares.
destination IstioMirror required | Where requests go.
weight int32 | Share of the requests.
@IstioTcp | Rules for TCP.
match []IstioMatch2 | What requests must look like; one of the entries is enough.
route []IstioRoute2 | Where matching requests go, with shares.
@IstioMatch3 | What requests must look like; one of the entries is enough.
destinationSubnets []string | Addresses that the client connects to.
gateways []string | Gateways that it applies to; mesh means the sidecars.
port int64 | Port.
sniHosts []string required | Names that the client asks for.
sourceLabels {}string | Labels of the sender.
sourceNamespace string | Namespace of the sender.
@IstioTls | Rules for TLS.
match []IstioMatch3 required | What requests must look like; one of the entries is enough.
route []IstioRoute2 | Where matching requests go, with shares.
@IstioVirtualServiceSpec | What is wanted.
exportTo []string | Namespaces that may use it; a dot means its own.
gateways []string | Gateways that it applies to; mesh means the sidecars.
hosts []string | Hosts that are meant.
http []IstioHttp | Rules for HTTP.
tcp []IstioTcp | Rules for TCP.
tls []IstioTls | Rules for TLS.
#kind networking.istio.io v1 VirtualService custom | Says where requests to hosts go.
spec IstioVirtualServiceSpec | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
@IstioHttp2 | Rules for HTTP.
h2UpgradePolicy string enum(DEFAULT,DO_NOT_UPGRADE,UPGRADE) | Whether connections become HTTP/2.
http1MaxPendingRequests int32 | Most requests that wait.
http2MaxRequests int32 | Most requests at once.
idleTimeout string | How long a connection may rest.
maxConcurrentStreams int32 | Most streams on one connection.
maxRequestsPerConnection int32 | Most requests on one connection.
maxRetries int32 | Most retries at once.
useClientProtocol bool | Whether the client's protocol is kept.
@IstioTcpKeepalive | Checks of resting connections.
interval string | Time between two rounds.
probes int64 | Checks without answer that end a connection.
time string | Length of the rest before the first check.
@IstioTcp2 | Rules for TCP.
connectTimeout string | How long connecting may take.
idleTimeout string | How long a connection may rest.
maxConnectionDuration string | How long a connection may last.
maxConnections int32 | Most connections.
tcpKeepalive IstioTcpKeepalive | Checks of resting connections.
@IstioConnectionPool | Limits of connections.
http IstioHttp2 | Rules for HTTP.
tcp IstioTcp2 | Rules for TCP.
@IstioHttpCookie | A cookie that chooses the workload.
name string required | Name.
path string | Path.
ttl string | How long it is valid.
@IstioMaglev | Choosing by Maglev's table.
tableSize int64 | Places in the table.
@IstioRingHash | Choosing by a ring.
minimumRingSize int64 | Least places on the ring.
@IstioConsistentHash | Choosing by something that stays the same.
httpCookie IstioHttpCookie | A cookie that chooses the workload.
httpHeaderName string | A header that chooses the workload.
httpQueryParameterName string | A parameter that chooses the workload.
maglev IstioMaglev | Choosing by Maglev's table.
minimumRingSize int64 | Least places on the ring.
ringHash IstioRingHash | Choosing by a ring.
useSourceIp bool | Whether the sender's address chooses the workload.
@IstioDistribute | Shares by region.
from string | Who sends the request.
to {}int64 | What the request does.
@IstioFailover | Where requests go when a region fails.
from string | Who sends the request.
to string | What the request does.
@IstioLocalityLbSetting | How regions are preferred.
distribute []IstioDistribute | Shares by region.
enabled bool | Whether it is on.
failover []IstioFailover | Where requests go when a region fails.
failoverPriority []string | Labels by which workloads are preferred.
@IstioWarmup | How new workloads get more and more requests.
aggression number | How fast the share grows.
duration string required | Length of the pause.
minimumPercent number | Share that a new workload begins with.
@IstioLoadBalancer | How workloads are chosen.
consistentHash IstioConsistentHash | Choosing by something that stays the same.
localityLbSetting IstioLocalityLbSetting | How regions are preferred.
simple string enum(UNSPECIFIED,LEAST_CONN,RANDOM,PASSTHROUGH,ROUND_ROBIN,LEAST_REQUEST) | The way of choosing.
warmup IstioWarmup | How new workloads get more and more requests.
warmupDurationSecs string | How long a new workload gets fewer requests.
@IstioOutlierDetection | When a workload that fails is left out.
baseEjectionTime string | How long a workload is left out at least.
consecutive5xxErrors int64 | Errors in a row that count.
consecutiveErrors int32 | Errors in a row that count; replaced by newer fields.
consecutiveGatewayErrors int64 | Gateway errors in a row that count.
consecutiveLocalOriginFailures int64 | Own failures in a row that count.
interval string | Time between two rounds.
maxEjectionPercent int32 | Most workloads that are left out, of 100.
minHealthPercent int32 | Share of healthy workloads below which all are used.
splitExternalLocalOriginErrors bool | Whether own failures are counted apart.
@IstioTls2 | Rules for TLS.
caCertificates string | Certificates of the authorities, as a file.
caCrl string | Withdrawn certificates, as a file.
clientCertificate string | Own certificate, as a file.
credentialName string | Secret with the certificate.
insecureSkipVerify bool | Whether the certificate is not checked.
mode string enum(DISABLE,SIMPLE,MUTUAL,ISTIO_MUTUAL) | How it is done.
privateKey string | Key, as a file.
sni string | Name that is asked for.
subjectAltNames []string | Names that the certificate must have one of.
@IstioPortLevelSettings | Settings of single ports.
connectionPool IstioConnectionPool | Limits of connections.
loadBalancer IstioLoadBalancer | How workloads are chosen.
outlierDetection IstioOutlierDetection | When a workload that fails is left out.
port IstioPort | Port.
tls IstioTls2 | Rules for TLS.
@IstioProxyProtocol | PROXY protocol towards the workload.
version string enum(V1,V2) | Version.
@IstioTunnel | Requests inside CONNECT.
protocol string | Protocol.
targetHost string required | Host that the tunnel ends at.
targetPort int64 required | Port of the workload.
@IstioTrafficPolicy | How connections are made.
connectionPool IstioConnectionPool | Limits of connections.
loadBalancer IstioLoadBalancer | How workloads are chosen.
outlierDetection IstioOutlierDetection | When a workload that fails is left out.
portLevelSettings []IstioPortLevelSettings | Settings of single ports.
proxyProtocol IstioProxyProtocol | PROXY protocol towards the workload.
tls IstioTls2 | Rules for TLS.
tunnel IstioTunnel | Requests inside CONNECT.
@IstioSubsets | Named parts of the host's workloads.
labels {}string | Labels.
name string required | Name.
trafficPolicy IstioTrafficPolicy | How connections are made.
@IstioDestinationRuleSpec | What is wanted.
exportTo []string | Namespaces that may use it; a dot means its own.
host string required | Host that is meant.
subsets []IstioSubsets | Named parts of the host's workloads.
trafficPolicy IstioTrafficPolicy | How connections are made.
workloadSelector IstioSelector | Labels of the workloads that are meant.
#kind networking.istio.io v1 DestinationRule custom | Says how a host is talked to once requests are on their way to it.
spec IstioDestinationRuleSpec | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
@IstioPort2 | Port.
name string required | Name.
number int64 required | Number of the port.
protocol string required | Protocol.
targetPort int64 | Port of the workload.
@IstioTls3 | Rules for TLS.
caCertificates string | Certificates of the authorities, as a file.
caCrl string | Withdrawn certificates, as a file.
cipherSuites []string | Ciphers that are allowed.
credentialName string | Secret with the certificate.
httpsRedirect bool | Whether plain HTTP is sent to HTTPS.
maxProtocolVersion string enum(TLS_AUTO,TLSV1_0,TLSV1_1,TLSV1_2,TLSV1_3) | Highest version of TLS.
minProtocolVersion string enum(TLS_AUTO,TLSV1_0,TLSV1_1,TLSV1_2,TLSV1_3) | Lowest version of TLS.
mode string enum(PASSTHROUGH,SIMPLE,MUTUAL,AUTO_PASSTHROUGH,ISTIO_MUTUAL,OPTIONAL_MUTUAL) | How it is done.
privateKey string | Key, as a file.
serverCertificate string | Certificate, as a file.
subjectAltNames []string | Names that the certificate must have one of.
verifyCertificateHash []string | Hashes that a client's certificate must have one of.
verifyCertificateSpki []string | Key hashes that a client's certificate must have one of.
@IstioServers | Ports that are opened.
bind string | Address that is listened on.
defaultEndpoint string | Where requests go without a rule.
hosts []string required | Hosts that are meant.
name string | Name.
port IstioPort2 required | Port.
tls IstioTls3 | Rules for TLS.
@IstioGatewaySpec | What is wanted.
selector {}string | Labels of the workloads that are meant.
servers []IstioServers | Ports that are opened.
#kind networking.istio.io v1 Gateway custom | Opens ports at the edge of the mesh.
spec IstioGatewaySpec | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
@IstioEndpoints | What stands behind the host.
address string | Address.
labels {}string | Labels.
locality string | Region, zone and part of the endpoint.
network string | Network of the endpoint.
ports {}int64 | Ports that are meant.
serviceAccount string | Service account of the workload.
weight int64 | Share of the requests.
@IstioPorts | Ports that are meant.
name string required | Name.
number int64 required | Number of the port.
protocol string | Protocol.
targetPort int64 | Port of the workload.
@IstioWorkloadSelector | Labels of the workloads that are meant.
labels {}string | Labels.
@IstioServiceEntrySpec | What is wanted.
addresses []string | Addresses.
endpoints []IstioEndpoints | What stands behind the host.
exportTo []string | Namespaces that may use it; a dot means its own.
hosts []string required | Hosts that are meant.
location string enum(MESH_EXTERNAL,MESH_INTERNAL) | Whether it is inside the mesh.
ports []IstioPorts map(name) | Ports that are meant.
resolution string enum(NONE,STATIC,DNS,DNS_ROUND_ROBIN) | How addresses are found.
subjectAltNames []string | Names that the certificate must have one of.
workloadSelector IstioWorkloadSelector | Labels of the workloads that are meant.
#kind networking.istio.io v1 ServiceEntry custom | Adds hosts from outside to those that the mesh knows.
spec IstioServiceEntrySpec required | What is wanted.
status IstioPeerAuthenticationStatus | What there is.
)TABLE";

} // namespace sluice::schema::tables
