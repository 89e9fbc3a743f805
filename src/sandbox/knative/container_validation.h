// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <map>
#include <string>

namespace sluice::sandbox {

class FieldErrors;
struct KnativeSettings;

/// Volumes of a pod spec by name.
using Volumes = std::map<std::string, const base::Json *>;

enum class ContainerRole { Serving, Sidecar, Init };

/// Judges single containers of a pod spec and their probes (knative.dev/serving pkg/apis/serving/k8s_validation.go). What it is
/// made with outlives it.
class ContainerValidator {
public:
    ContainerValidator(const KnativeSettings &settings, const Volumes &volumes, FieldErrors &errors)
        : m_settings(settings)
        , m_volumes(volumes)
        , m_errors(errors)
    {
    }

    /// Everything about \a container but its probes, whose rules depend on its neighbours.
    void check(const base::Json &container, ContainerRole role, const std::string &path);
    /// \a port: the one that serves.
    void checkProbe(const base::Json &probe, const base::Json &port, const std::string &path);
    /// checkProbe() and the times of a readiness probe.
    void checkReadiness(const base::Json &probe, const base::Json &port, const std::string &path);

private:
    void checkEnvironment(const base::Json &container, ContainerRole role, const std::string &path);
    void checkPort(const base::Json &port, const std::string &path);
    void checkContainerPorts(const base::Json &container, ContainerRole role, const std::string &path);
    void checkSecurity(const base::Json &context, const std::string &path);
    void checkMounts(const base::Json &mounts, const std::string &path);

    const KnativeSettings &m_settings;
    const Volumes &m_volumes;
    FieldErrors &m_errors;
};

} // namespace sluice::sandbox
