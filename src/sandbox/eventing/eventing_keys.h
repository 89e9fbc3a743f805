// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Groups, labels, annotations and names of Knative Eventing 1.15 (knative.dev/eventing pkg/apis, pkg/reconciler).
namespace sluice::sandbox::keys {

inline constexpr char eventingGroup[] = "eventing.knative.dev";
inline constexpr char messagingGroup[] = "messaging.knative.dev";
inline constexpr char flowsGroup[] = "flows.knative.dev";
inline constexpr char sourcesGroup[] = "sources.knative.dev";
inline constexpr char sinksGroup[] = "sinks.knative.dev";

inline constexpr char brokerLabel[] = "eventing.knative.dev/broker";
inline constexpr char brokerEverything[] = "eventing.knative.dev/brokerEverything";
inline constexpr char triggerLabel[] = "eventing.knative.dev/trigger";
inline constexpr char brokerClass[] = "eventing.knative.dev/broker.class";
inline constexpr char channelBrokerClass[] = "MTChannelBasedBroker";
inline constexpr char scope[] = "eventing.knative.dev/scope";
inline constexpr char injection[] = "eventing.knative.dev/injection";
inline constexpr char dependency[] = "knative.dev/dependency";
inline constexpr char subscribable[] = "messaging.knative.dev/subscribable";
inline constexpr char messagingRole[] = "messaging.knative.dev/role";
inline constexpr char bindingInclude[] = "bindings.knative.dev/include";
inline constexpr char bindingExclude[] = "bindings.knative.dev/exclude";

inline constexpr char brokerIngress[] = "broker-ingress";
inline constexpr char brokerFilter[] = "broker-filter";
inline constexpr char dispatcher[] = "imc-dispatcher";
inline constexpr char pingAdapter[] = "pingsource-mt-adapter";
inline constexpr char jobSink[] = "job-sink";

inline constexpr char oidcDisabled[] = "authentication-oidc feature disabled";

} // namespace sluice::sandbox::keys
