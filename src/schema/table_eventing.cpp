// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

/// Shapes that several of Knative Eventing's kinds share (eventing 1.15; lists of its CRDs are atomic).
const std::string_view eventingShared = R"TABLE(
@EReference | An object that takes or sends events.
apiVersion string | Version of its API.
kind string | Its kind.
name string | Its name.
namespace string | Its namespace; the one of the object that refers to it when empty.
@EAddressedReference | An object that takes or sends events.
address string | Which of its addresses, by name.
apiVersion string | Version of its API.
kind string | Its kind.
name string | Its name.
namespace string | Its namespace; the one of the object that refers to it when empty.
@ENamedReference | An object in the same namespace.
apiVersion string | Version of its API.
kind string | Its kind.
name string | Its name.
@EOwnerKind | A kind of objects.
apiVersion string | Version of its API.
kind string | Its name.
@EDestination | Where events go: an object, an address, or a path below the object's address.
CACerts string | Certificates in PEM to trust beside the usual ones.
audience string | Whom tokens are for.
ref EReference | The object whose address is taken.
uri string | Absolute address, or a path that is added to the object's address.
@EDelivery preserve | What happens when an event cannot be delivered.
backoffDelay string | Pause before the first retry, as an ISO 8601 duration such as PT0.5S.
backoffPolicy string | linear or exponential growth of the pause.
deadLetterSink EDestination | Where an event goes when all retries have failed.
retry int32 | How often delivery is tried again.
@EAuthStatus | Identity that tokens are made for.
serviceAccountName string | Its service account.
serviceAccountNames []string | Its service accounts, where there are several.
@EPolicyStatus | An EventPolicy that applies.
apiVersion string | Version of its API.
name string | Its name.
@EAttributes | What the events of a source look like.
source string | Their source.
type string | Their type.
@EOverrides | Attributes that are written into each event.
extensions object | Extension attributes and their values.
@ESelector | Chooses objects by their labels; all parts must hold.
matchExpressions []ESelectorRequirement | Conditions on labels.
matchLabels object | Labels and the values they must have.
@ESelectorRequirement | A condition on one label.
key string | Label.
operator string | In, NotIn, Exists or DoesNotExist.
values []string | Values for In and NotIn.
@EChannelTemplate | How the channels behind the object are made.
apiVersion string | Version of the channel's API.
kind string | Kind of the channel.
spec object | What the channel's kind takes besides.
@EObjectReference | An object in the cluster.
apiVersion string | Version of its API.
fieldPath string | The part of the object that is meant.
kind string | Its kind.
name string | Its name.
namespace string | Its namespace.
resourceVersion string | Its version.
uid string | Its identity.
@ESubscriber | A subscriber as the channel sees it; Subscriptions write it.
auth EAuthStatus | Identity to deliver with.
delivery EDelivery | What happens when an event cannot be delivered.
generation int64 | Generation of the Subscription.
name string | Name of the Subscription.
replyAudience string | Whom tokens for replies are for.
replyCACerts string | Certificates to trust for replies.
replyUri string | Where replies go.
subscriberAudience string | Whom tokens are for.
subscriberCACerts string | Certificates to trust.
subscriberUri string | Where events go.
uid string | Identity of the Subscription.
@ESubscriberStatus | How far the channel is with a subscriber.
auth EAuthStatus | Identity to deliver with.
message string | Details for people.
observedGeneration int64 | Generation of the Subscription that is in force.
ready string | True, False or Unknown.
uid string | Identity of the Subscription.
)TABLE";

const std::string_view eventing = R"TABLE(
#kind eventing.knative.dev v1 Trigger custom | Sends those events of a Broker that pass a filter to one subscriber.
spec TriggerSpec | What is wanted.
status TriggerStatus | What there is.
@TriggerSpec preserve | Which events go where.
broker string | The Broker whose events are taken; it cannot be changed.
brokerRef EReference | A Broker in another namespace. Needs a feature flag.
delivery EDelivery | What happens when an event cannot be delivered; takes the place of the Broker's setting as a whole.
filter TriggerFilter | Attributes that an event must have. Not looked at when filters is set.
filters []TriggerDialect | Filters that an event must all pass.
subscriber EDestination | Where the events go.
@TriggerFilter | Attributes that an event must have.
attributes object | Attributes and their values; an empty value means any.
@TriggerDialect | One filter, in exactly one of these forms.
all []object | Filters that must all pass.
any []object | Filters of which one must pass.
cesql string | A CloudEvents SQL expression that must be true.
exact object | Attributes and the values they must have.
not object | A filter that must not pass.
prefix object | Attributes and how their values must begin.
suffix object | Attributes and how their values must end.
@TriggerStatus | State of a Trigger.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
conditions []KConditions | State in aspects; Ready sums it up.
deadLetterSinkAudience string | Whom tokens for the dead letter sink are for.
deadLetterSinkCACerts string | Certificates to trust for the dead letter sink.
deadLetterSinkUri string | Where events go that cannot be delivered.
observedGeneration int64 | Generation that the status speaks about.
subscriberAudience string | Whom tokens are for.
subscriberCACerts string | Certificates to trust.
subscriberUri string | Where events go.
#kind eventing.knative.dev v1 Broker custom | Takes events at one address and hands them to its Triggers.
spec BrokerSpec | What is wanted.
status BrokerStatus | What there is.
@BrokerSpec | How a Broker works.
config EReference | Settings of the Broker; for the channel based class a ConfigMap.
delivery EDelivery | What happens when an event cannot be delivered.
@BrokerStatus | State of a Broker.
address KAddressable | Where it takes events.
addresses []KAddressable | Where it takes events, if in several ways.
annotations object | Notes about the status, among them the channel behind it.
conditions []KConditions | State in aspects; Ready sums it up.
deadLetterSinkAudience string | Whom tokens for the dead letter sink are for.
deadLetterSinkCACerts string | Certificates to trust for the dead letter sink.
deadLetterSinkUri string | Where events go that cannot be delivered.
observedGeneration int64 | Generation that the status speaks about.
policies []EPolicyStatus | Policies that apply.
#kind eventing.knative.dev v1beta3 EventType custom | Announces that events of a kind can be had.
spec EventTypeSpecV3 | What is announced.
status EventTypeStatus | What there is.
@EventTypeSpecV3 | What the events look like and who has them.
attributes []EventTypeAttribute | Attributes of the events.
description string | What the events mean.
reference EAddressedReference | Who has them, for example a Broker.
@EventTypeAttribute | An attribute of events.
name string required | Name of the attribute.
required bool | Whether each event has it.
value string | Its value, or a pattern of it.
@EventTypeStatus | State of an EventType.
annotations object | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
#kind eventing.knative.dev v1beta2 EventType custom | Announces that events of a kind can be had.
spec EventTypeSpec | What is announced.
status EventTypeStatus | What there is.
@EventTypeSpec | What the events look like and who has them.
broker string | The Broker that has them; reference says the same better.
description string | What the events mean.
reference EAddressedReference | Who has them, for example a Broker.
schema string | Address of a schema of their data.
schemaData string | A schema of their data itself.
source string | Their source.
type string | Their type.
#kind eventing.knative.dev v1beta1 EventType custom | Announces that events of a kind can be had.
spec EventTypeSpec | What is announced.
status EventTypeStatus | What there is.
#kind eventing.knative.dev v1alpha1 EventPolicy custom | Says who may send events to whom.
spec EventPolicySpec | What is allowed.
status EventPolicyStatus | What there is.
@EventPolicySpec | Senders and receivers.
from []EventPolicySender | Who may send.
to []EventPolicyReceiver | Who is protected; everything in the namespace when empty.
@EventPolicySender | A sender.
ref EReference | A source of events.
sub string | Name of an identity; a star at the end stands for anything.
@EventPolicyReceiver | A receiver.
ref ENamedReference | One object.
selector EventPolicySelector | Objects of a kind, by labels.
@EventPolicySelector | Objects of a kind, by labels.
apiVersion string | Version of their API.
kind string | Their kind.
matchExpressions []ESelectorRequirement | Conditions on labels.
matchLabels object | Labels and the values they must have.
@EventPolicyStatus | State of an EventPolicy.
annotations object | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
from []string | Identities that may send.
observedGeneration int64 | Generation that the status speaks about.
)TABLE";

const std::string_view eventingChannels = R"TABLE(
@EChannelStatus | State of a channel.
address KAddressable | Where it takes events.
addresses []KAddressable | Where it takes events, if in several ways.
annotations object | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
deadLetterChannel EReference | Channel for events that cannot be delivered.
deadLetterSinkAudience string | Whom tokens for the dead letter sink are for.
deadLetterSinkCACerts string | Certificates to trust for the dead letter sink.
deadLetterSinkUri string | Where events go that cannot be delivered.
observedGeneration int64 | Generation that the status speaks about.
policies []EPolicyStatus | Policies that apply.
subscribers []ESubscriberStatus | How far each subscriber is.
#kind messaging.knative.dev v1 InMemoryChannel custom | A channel that keeps events in memory only, for trying things out.
spec InMemoryChannelSpec | What is wanted.
status EChannelStatus | What there is.
@InMemoryChannelSpec | What a channel does.
delivery EDelivery | What happens when an event cannot be delivered.
subscribers []InMemorySubscriber | Who gets the events; Subscriptions write it.
@InMemorySubscriber | A subscriber as the channel sees it; Subscriptions write it.
auth EAuthStatus | Identity to deliver with.
delivery EDelivery | What happens when an event cannot be delivered.
generation int64 | Generation of the Subscription.
name string | Name of the Subscription.
namespace string | Namespace of the Subscription.
replyAudience string | Whom tokens for replies are for.
replyCACerts string | Certificates to trust for replies.
replyUri string | Where replies go.
subscriberAudience string | Whom tokens are for.
subscriberCACerts string | Certificates to trust.
subscriberUri string | Where events go.
uid string | Identity of the Subscription.
#kind messaging.knative.dev v1 Channel custom | A channel of whatever kind the cluster uses by default.
spec ChannelSpec | What is wanted.
status ChannelStatus | What there is.
@ChannelSpec | What a channel does.
channelTemplate EChannelTemplate | The channel behind it; it cannot be changed.
delivery EDelivery | What happens when an event cannot be delivered.
subscribers []ESubscriber | Not to be set here.
@ChannelStatus | State of a channel.
address KAddressable | Where it takes events.
addresses []KAddressable | Where it takes events, if in several ways.
annotations object | Notes about the status.
channel EReference | The channel behind it.
conditions []KConditions | State in aspects; Ready sums it up.
deadLetterChannel EReference | Channel for events that cannot be delivered.
deadLetterSinkAudience string | Whom tokens for the dead letter sink are for.
deadLetterSinkCACerts string | Certificates to trust for the dead letter sink.
deadLetterSinkUri string | Where events go that cannot be delivered.
observedGeneration int64 | Generation that the status speaks about.
policies []EPolicyStatus | Policies that apply.
subscribers []ESubscriberStatus | How far each subscriber is.
#kind messaging.knative.dev v1 Subscription custom | Sends the events of a channel to a subscriber.
spec SubscriptionSpec | What is wanted.
status SubscriptionStatus | What there is.
@SubscriptionSpec | From which channel to whom.
channel SubscriptionChannel | The channel; it cannot be changed.
delivery EDelivery | What happens when an event cannot be delivered.
reply EDestination | Where answers of the subscriber go.
subscriber SubscriptionSubscriber | Where the events go.
@SubscriptionChannel preserve | A channel in the same namespace.
apiVersion string | Version of its API.
kind string | Its kind.
name string | Its name.
namespace string | Its namespace. Needs a feature flag.
@SubscriptionSubscriber | Where events go.
CACerts string | Certificates in PEM to trust beside the usual ones.
audience string | Whom tokens are for.
ref SubscriptionReference | The object whose address is taken.
uri string | Absolute address, or a path that is added to the object's address.
@SubscriptionReference preserve | An object that takes events.
apiVersion string | Version of its API.
kind string | Its kind.
name string | Its name.
namespace string | Its namespace; the Subscription's own when empty.
@SubscriptionStatus | State of a Subscription.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
physicalSubscription PhysicalSubscription | The addresses in force.
@PhysicalSubscription | The addresses in force.
deadLetterSinkAudience string | Whom tokens for the dead letter sink are for.
deadLetterSinkCACerts string | Certificates to trust for the dead letter sink.
deadLetterSinkUri string | Where events go that cannot be delivered.
replyAudience string | Whom tokens for replies are for.
replyCACerts string | Certificates to trust for replies.
replyUri string | Where answers go.
subscriberAudience string | Whom tokens are for.
subscriberCACerts string | Certificates to trust.
subscriberUri string | Where events go.
#kind flows.knative.dev v1 Parallel custom | Sends each event down several branches, each with a filter of its own.
spec ParallelSpec | What is wanted.
status ParallelStatus | What there is.
@ParallelSpec | The branches.
branches []ParallelBranch | The branches; each gets every event.
channelTemplate EChannelTemplate | How the channels between the steps are made.
reply EDestination | Where answers go, unless the branch says otherwise.
@ParallelBranch | One branch.
delivery EDelivery | What happens when an event cannot be delivered.
filter EDestination | A program that answers with the events that may pass.
reply EDestination | Where answers of the branch go.
subscriber EDestination | Where the events of the branch go.
@ParallelStatus | State of a Parallel.
address KAddressable | Where it takes events.
addresses []KAddressable | Where it takes events, if in several ways.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
branchStatuses []ParallelBranchStatus | State of each branch.
conditions []ParallelCondition | State in aspects; Ready sums it up.
ingressChannelStatus ParallelChannelStatus | State of the channel that takes the events.
observedGeneration int64 | Generation that the status speaks about.
policies []EPolicyStatus | Policies that apply.
@ParallelCondition | One aspect of the state.
message string | Details for people.
reason string | Short reason for machines.
severity string | Error when empty; Warning or Info count less.
status string | True, False or Unknown.
type string | What the condition is about.
@ParallelReadiness preserve | Whether the channel is ready.
message string | Details for people.
reason string | Short reason for machines.
severity string | Error when empty; Warning or Info count less.
status string | True, False or Unknown.
type string | What the condition is about.
@ParallelBranchStatus | State of a branch.
filterChannelStatus ParallelChannelStatus | State of the channel of the branch.
filterSubscriptionStatus ParallelSubscriptionStatus | State of the Subscription of the filter.
subscriberSubscriptionStatus ParallelSubscriptionStatus | State of the Subscription of the subscriber.
@ParallelChannelStatus | State of a channel.
channel EObjectReference | The channel.
ready ParallelReadiness | Whether it is ready.
@ParallelSubscriptionStatus | State of a Subscription.
ready ParallelCondition | Whether it is ready.
subscription EObjectReference | The Subscription.
#kind flows.knative.dev v1 Sequence custom | Passes each event through steps; each answer goes to the next step.
spec SequenceSpec | What is wanted.
status SequenceStatus | What there is.
@SequenceSpec | The steps.
channelTemplate EChannelTemplate | How the channels between the steps are made.
reply EDestination | Where the answer of the last step goes.
steps []SequenceStep | The steps, in their order.
@SequenceStep | One step: where the event goes.
CACerts string | Certificates in PEM to trust beside the usual ones.
audience string | Whom tokens are for.
delivery EDelivery | What happens when an event cannot be delivered.
ref EReference | The object whose address is taken.
uri string | Absolute address, or a path that is added to the object's address.
@SequenceStatus | State of a Sequence.
address KAddressable | Where it takes events.
addresses []KAddressable | Where it takes events, if in several ways.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
channelStatuses []SequenceChannelStatus | State of each channel.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
policies []EPolicyStatus | Policies that apply.
subscriptionStatuses []SequenceSubscriptionStatus | State of each Subscription.
@SequenceChannelStatus | State of a channel.
channel EObjectReference | The channel.
ready KConditions | Whether it is ready.
@SequenceSubscriptionStatus | State of a Subscription.
ready KConditions | Whether it is ready.
subscription EObjectReference | The Subscription.
)TABLE";

const std::string_view eventingSources = R"TABLE(
@ESourceStatus | State of a source.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
ceAttributes []EAttributes | What its events look like.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
sinkAudience string | Whom tokens are for.
sinkCACerts string | Certificates to trust.
sinkUri string | Where events go.
#kind sources.knative.dev v1 ContainerSource custom | Runs a container that makes events and tells it where to send them.
spec ContainerSourceSpec | What is wanted.
status ESourceStatus | What there is.
@ContainerSourceSpec | What runs and where its events go.
ceOverrides EOverrides | Attributes that are written into each event.
sink EDestination | Where events go.
template object | The pod that makes the events.
#kind sources.knative.dev v1 PingSource custom | Sends the same event again and again by a schedule.
spec PingSourceSpec | What is wanted.
status ESourceStatus | What there is.
@PingSourceSpec | What is sent, when and where.
ceOverrides PingOverrides | Attributes that are written into each event.
contentType string | Media type of the data.
data string | Data of the event as text.
dataBase64 string | Data of the event in base64; one of the two.
schedule string | When, in cron's form; every minute when empty.
sink EDestination | Where events go.
timezone string | Time zone of the schedule; UTC when empty.
@PingOverrides | Attributes that are written into each event.
extensions {}string | Extension attributes and their values.
#kind sources.knative.dev v1beta2 PingSource custom | Sends the same event again and again by a schedule.
spec PingSourceSpec | What is wanted.
status ESourceStatus | What there is.
#kind sources.knative.dev v1 SinkBinding custom | Tells running programs where to send their events.
spec SinkBindingSpec | What is wanted.
status SinkBindingStatus | What there is.
@SinkBindingSpec | Who is told what.
ceOverrides EOverrides | Attributes that are written into each event.
sink EDestination | Where events go.
subject SinkBindingSubject | The programs that are told.
@SinkBindingSubject | Objects with a pod template, by name or by labels.
apiVersion string | Version of their API.
kind string | Their kind.
name string | Name of the one that is meant.
namespace string | Their namespace; it must be the SinkBinding's own.
selector ESelector | Labels of those that are meant.
@SinkBindingStatus | State of a SinkBinding.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
ceAttributes []EAttributes | What the events look like.
conditions []KConditions | State in aspects; Ready sums it up.
observedGeneration int64 | Generation that the status speaks about.
oidcTokenSecretName string | Secret with the token for the sink.
sinkAudience string | Whom tokens are for.
sinkCACerts string | Certificates to trust.
sinkUri string | Where events go.
#kind sources.knative.dev v1 ApiServerSource custom | Makes events of changes to objects of the cluster.
spec ApiServerSourceSpec | What is wanted.
status ApiServerSourceStatus | What there is.
@ApiServerSourceSpec preserve | What is watched and where the events go.
ceOverrides EOverrides | Attributes that are written into each event.
mode string | Reference: events name the object; Resource: they carry it.
namespaceSelector ESelector | Namespaces that are watched; the source's own when absent.
owner EOwnerKind | Only objects that an object of this kind owns.
resources []ApiServerResource required | Kinds that are watched.
serviceAccountName string | Service account that watches.
sink EDestination | Where events go.
@ApiServerResource | A kind that is watched.
apiVersion string | Version of its API.
kind string | Its name.
selector ESelector | Only objects with these labels.
@ApiServerSourceStatus | State of an ApiServerSource.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
ceAttributes []EAttributes | What its events look like.
conditions []KConditions | State in aspects; Ready sums it up.
namespaces []string | Namespaces that are watched.
observedGeneration int64 | Generation that the status speaks about.
sinkAudience string | Whom tokens are for.
sinkCACerts string | Certificates to trust.
sinkUri string | Where events go.
#kind sources.knative.dev v1beta1 KafkaSource custom | Reads topics of Kafka and sends their records as events.
spec KafkaSourceSpec | What is wanted.
status KafkaSourceStatus | What there is.
@KafkaSourceSpec | Which topics are read and where the events go.
bootstrapServers []string required | Addresses of Kafka's brokers.
ceOverrides EOverrides | Attributes that are written into each event.
consumerGroup string | Consumer group that reads; it cannot be changed.
consumers int32 | How many read at once.
delivery EDelivery | What happens when an event cannot be delivered.
initialOffset string enum(earliest,latest) | latest or earliest: where a new group begins.
net KafkaNet | How Kafka is reached.
ordering string enum(ordered,unordered) | ordered or unordered delivery of a partition.
sink EDestination | Where events go.
topics []string required | Topics that are read.
@KafkaNet | How Kafka is reached.
sasl KafkaSasl | Signing in.
tls KafkaTls | Encryption.
@KafkaSasl | Signing in.
enable bool | Whether to sign in.
password KafkaSecretValue | The password.
type KafkaSecretValue | The mechanism.
user KafkaSecretValue | The user.
@KafkaTls | Encryption.
caCert KafkaSecretValue | Certificate of the authority.
cert KafkaSecretValue | The source's own certificate.
enable bool | Whether to encrypt.
key KafkaSecretValue | The source's own key.
@KafkaSecretValue | A value from a Secret.
secretKeyRef KafkaSecretKey | The entry.
@KafkaSecretKey | An entry of a Secret.
key string required | Name of the entry.
name string | Name of the Secret.
optional bool | Whether it may be missing.
@KafkaSourceStatus | State of a KafkaSource.
annotations object | Notes about the status.
auth EAuthStatus | Identity to deliver with.
ceAttributes []EAttributes | What its events look like.
claims string | Claims of consumers.
conditions []KConditions | State in aspects; Ready sums it up.
consumers int32 | How many read now.
maxAllowedVReplicas int32 | Most consumers that make sense.
observedGeneration int64 | Generation that the status speaks about.
placements []KafkaPlacement | Where the consumers are.
selector string | Labels of the consumers.
sinkAudience string | Whom tokens are for.
sinkCACerts string | Certificates to trust.
sinkUri string | Where events go.
@KafkaPlacement | Consumers on one pod.
podName string | The pod.
vreplicas int32 | How many there are.
#kind sinks.knative.dev v1alpha1 JobSink custom | Runs a Job for each event.
spec JobSinkSpec | What is wanted.
status JobSinkStatus | What there is.
@JobSinkSpec | The Job.
job object | The Job that is run for each event.
@JobSinkStatus | State of a JobSink.
address KAddressable | Where it takes events.
addresses []KAddressable | Where it takes events, if in several ways.
annotations object | Notes about the status.
conditions []KConditions | State in aspects; Ready sums it up.
job JobSinkJobStatus | The Jobs that were run.
policies []EPolicyStatus | Policies that apply.
@JobSinkJobStatus | The Jobs that were run.
selector string | Their labels.
)TABLE";

} // namespace sluice::schema::tables
