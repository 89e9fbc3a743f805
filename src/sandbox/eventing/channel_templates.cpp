// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/channel_templates.h"

#include "base/json.h"
#include "sandbox/eventing/references.h"
#include "sandbox/knative/cluster.h"
#include "sandbox/knative/fields.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

const ResourceType *channelType(const Cluster &cluster, const Json &channelTemplate)
{
    return typeOf(cluster.store.registry(), text(channelTemplate, {"apiVersion"}),
                  text(channelTemplate, {"kind"}));
}

Json makeChannel(const Json &channelTemplate, Json metadata, const Json &spec)
{
    Json channel{{"metadata", std::move(metadata)}, {"spec", Json::object()}};
    for (const Json *part : {&field(channelTemplate, {"spec"}), &spec}) {
        if (!part->is_object())
            continue;
        for (const auto &[key, value] : part->items()) {
            if (!value.is_null())
                channel["spec"][key] = value;
        }
    }
    return channel;
}

tl::expected<ObjectPtr, std::string> ensureChannel(Cluster &cluster, const ResourceType &type,
                                                   const Json &channel, std::string_view controller,
                                                   bool &created)
{
    created = false;
    if (ObjectPtr present = cluster.get(type, namespaceOf(channel), nameOf(channel)))
        return present;
    std::string why;
    ObjectPtr made = cluster.create(type, channel, controller, &why);
    if (!made)
        return tl::unexpected(why);
    created = true;
    return made;
}

std::string unknownKind()
{
    return "the server could not find the requested resource";
}

} // namespace sluice::sandbox
