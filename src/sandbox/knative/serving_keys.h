// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Labels, annotations and finalizers of Knative Serving (knative.dev/serving pkg/apis/serving/register.go,
/// pkg/apis/autoscaling/register.go, knative.dev/networking pkg/apis/networking/register.go).
namespace sluice::sandbox::keys {

inline constexpr char creator[] = "serving.knative.dev/creator";
inline constexpr char lastModifier[] = "serving.knative.dev/lastModifier";
inline constexpr char service[] = "serving.knative.dev/service";
inline constexpr char serviceUid[] = "serving.knative.dev/serviceUID";
inline constexpr char configuration[] = "serving.knative.dev/configuration";
inline constexpr char configurationUid[] = "serving.knative.dev/configurationUID";
inline constexpr char configurationGeneration[] = "serving.knative.dev/configurationGeneration";
inline constexpr char revision[] = "serving.knative.dev/revision";
inline constexpr char revisionUid[] = "serving.knative.dev/revisionUID";
inline constexpr char route[] = "serving.knative.dev/route";
inline constexpr char routes[] = "serving.knative.dev/routes";
inline constexpr char routeNamespace[] = "serving.knative.dev/routeNamespace";
inline constexpr char routingState[] = "serving.knative.dev/routingState";
inline constexpr char routingStateModified[] = "serving.knative.dev/routingStateModified";
inline constexpr char lastPinned[] = "serving.knative.dev/lastPinned";
inline constexpr char noGc[] = "serving.knative.dev/no-gc";
inline constexpr char rolloutDuration[] = "serving.knative.dev/rollout-duration";
inline constexpr char rolloutDurationOld[] = "serving.knative.dev/rolloutDuration";
inline constexpr char progressDeadline[] = "serving.knative.dev/progress-deadline";
inline constexpr char progressDeadlineOld[] = "serving.knative.dev/progressDeadline";
inline constexpr char lastApplied[] = "kubectl.kubernetes.io/last-applied-configuration";
inline constexpr char routeFinalizer[] = "routes.serving.knative.dev";

inline constexpr char visibility[] = "networking.knative.dev/visibility";
inline constexpr char ingressClass[] = "networking.knative.dev/ingress-class";
inline constexpr char ingressClassOld[] = "networking.knative.dev/ingress.class";
inline constexpr char rollout[] = "networking.internal.knative.dev/rollout";
inline constexpr char serverlessService[] = "networking.internal.knative.dev/serverlessservice";
inline constexpr char serviceType[] = "networking.internal.knative.dev/serviceType";

inline constexpr char autoscalingPrefix[] = "autoscaling.knative.dev";
inline constexpr char autoscalerClass[] = "autoscaling.knative.dev/class";
inline constexpr char metric[] = "autoscaling.knative.dev/metric";
inline constexpr char kpa[] = "kpa.autoscaling.knative.dev";
inline constexpr char hpa[] = "hpa.autoscaling.knative.dev";

} // namespace sluice::sandbox::keys
