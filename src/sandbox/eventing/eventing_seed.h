// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice::sandbox {

class Cluster;

/// Makes the namespace, ConfigMaps, workloads and Services of a cluster where Knative Eventing 1.15 with the channel based
/// Broker and the in-memory channel is installed. What exists already is left alone.
void seedEventing(Cluster &cluster);

} // namespace sluice::sandbox
