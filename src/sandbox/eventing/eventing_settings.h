// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sluice::sandbox {

/// The namespace that Knative Eventing is installed in.
inline constexpr char eventingNamespace[] = "knative-eventing";

/// What Knative Eventing's ConfigMaps say; the defaults are those of release 1.15.
class EventingSettings {
public:
    EventingSettings();
    ~EventingSettings();
    EventingSettings(const EventingSettings &) = delete;
    EventingSettings &operator=(const EventingSettings &) = delete;

    /// The value of a flag in config-features, in lower case.
    [[nodiscard]] std::string feature(const std::string &name) const;
    [[nodiscard]] bool isEnabled(const std::string &name) const { return feature(name) == "enabled"; }

    /// Takes over the data of the ConfigMap \a name of the system namespace; null when it is gone.
    void apply(std::string_view name, const base::Json &data);

    /// apiVersion, kind and spec of the channels in \a nameSpace (default-ch-webhook); null when nothing is set.
    [[nodiscard]] base::Json channelTemplate(const std::string &nameSpace) const;
    /// brokerClass, apiVersion, kind, name, namespace and delivery for Brokers in \a nameSpace (config-br-defaults);
    /// null when nothing is set.
    [[nodiscard]] base::Json brokerDefaults(const std::string &nameSpace) const;
    /// Most bytes of a PingSource's data; -1 for no limit.
    [[nodiscard]] std::int64_t pingDataLimit() const { return m_pingDataLimit; }

private:
    [[nodiscard]] static base::Json forNamespace(const base::Json &defaults, const std::string &nameSpace);

    std::map<std::string, std::string> m_features;
    std::unique_ptr<base::Json> m_channels;
    std::unique_ptr<base::Json> m_brokers;
    std::int64_t m_pingDataLimit = -1;
};

/// The value of a YAML text; null when it cannot be read.
[[nodiscard]] base::Json valueOfYaml(const std::string &text);

} // namespace sluice::sandbox
