// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_settings.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "yaml/document.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

std::string lower(std::string value)
{
    std::transform(value.begin(), value.end(), value.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return value;
}

} // namespace

Json valueOfYaml(const std::string &text)
{
    const auto value = yaml::parseValue(QByteArray::fromStdString(text), QStringLiteral("ConfigMap"));
    return value ? *value : Json();
}

EventingSettings::EventingSettings()
    : m_channels(std::make_unique<Json>())
    , m_brokers(std::make_unique<Json>())
{
}

EventingSettings::~EventingSettings() = default;

std::string EventingSettings::feature(const std::string &name) const
{
    if (const auto found = m_features.find(name); found != m_features.end())
        return found->second;
    if (name == "default-authorization-mode")
        return "allow-same-namespace";
    return name == "delivery-timeout" ? "enabled" : "disabled";
}

void EventingSettings::apply(std::string_view name, const Json &data)
{
    if (name == "config-features") {
        m_features.clear();
        if (!data.is_object())
            return;
        for (const auto &[key, value] : data.items()) {
            if (value.is_string())
                m_features[key] = lower(value.get<std::string>());
        }
    } else if (name == "config-br-defaults") {
        *m_brokers = valueOfYaml(text(data, {"default-br-config"}));
    } else if (name == "default-ch-webhook") {
        *m_channels = valueOfYaml(text(data, {"default-ch-config"}));
    } else if (name == "config-ping-defaults") {
        m_pingDataLimit = parseGoInt(text(data, {"data-max-size"})).value_or(-1);
    }
}

Json EventingSettings::forNamespace(const Json &defaults, const std::string &nameSpace)
{
    const Json &own = field(defaults, {"namespaceDefaults", nameSpace});
    return own.is_object() ? own : field(defaults, {"clusterDefault"});
}

Json EventingSettings::channelTemplate(const std::string &nameSpace) const
{
    return forNamespace(*m_channels, nameSpace);
}

Json EventingSettings::brokerDefaults(const std::string &nameSpace) const
{
    return forNamespace(*m_brokers, nameSpace);
}

} // namespace sluice::sandbox
