// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/served_versions.h"

#include <array>

namespace sluice::sandbox {

namespace {

constexpr std::array versions{
    ServedVersion{"eventing.knative.dev", "eventtypes", "EventType", "v1beta2", "v1beta1",
                  "eventing.knative.dev/v1beta1 EventType is deprecated; see "
                  "https://knative.dev/docs/eventing/event-registry/ for instructions to migrate to "
                  "eventing.knative.dev/v1beta2 EventType"},
    ServedVersion{"sources.knative.dev", "pingsources", "PingSource", "v1", "v1beta2",
                  "sources.knative.dev/v1beta2 PingSource is deprecated; see "
                  "https://knative.dev/docs/eventing/sources/ping-source/ for instructions to migrate to "
                  "sources.knative.dev/v1 PingSource"},
    ServedVersion{"sources.knative.dev", "kafkasources", "KafkaSource", "v1beta1", "v1", nullptr},
};

} // namespace

std::span<const ServedVersion> servedVersions()
{
    return versions;
}

} // namespace sluice::sandbox
