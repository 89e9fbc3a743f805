// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string>
#include <string_view>

namespace sluice::sandbox {

class EventingSettings;
class FieldErrors;
struct AdmissionRequest;

/// What Knative Eventing's validating webhook finds wrong with a write (knative.dev/eventing
/// pkg/apis/*/v1/*_validation.go).
void validateEventing(const AdmissionRequest &request, const EventingSettings &settings, FieldErrors &errors);

// The parts that several kinds have (knative.dev/pkg apis/duck/v1, eventing pkg/apis/duck/v1). Paths start with \a path.

/// \a home: the namespace that a reference has to stay in; empty when it may leave it.
void validateReference(const base::Json &reference, const std::string &path, const std::string &home,
                       FieldErrors &errors);
void validateDestination(const base::Json &destination, const std::string &path, const std::string &home,
                         FieldErrors &errors);
void validateDelivery(const base::Json &delivery, const std::string &path, const std::string &home,
                      const EventingSettings &settings, FieldErrors &errors);
/// spec.filters of Triggers and ApiServerSources.
void validateFilters(const base::Json &filters, const std::string &path, FieldErrors &errors);
void validateAttributeNames(const base::Json &attributes, const std::string &path, FieldErrors &errors);
/// Sources: PingSource, ApiServerSource, ContainerSource, SinkBinding, KafkaSource.
void validateSource(const std::string &kind, const base::Json &object, const EventingSettings &settings,
                    FieldErrors &errors);

/// Whether \a text is an ISO 8601 duration; \a isZero and \a isNegative tell more.
[[nodiscard]] bool isPeriod(std::string_view text, bool *isZero = nullptr, bool *isNegative = nullptr);

} // namespace sluice::sandbox
