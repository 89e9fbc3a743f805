// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/argo_sources.h"
#include "lint/checks.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

/// Ids of what an Application keeps on its cluster, namespaces filled in.
std::vector<manifest::ObjectId> ownedBy(const View &view, const ArgoSource &source)
{
    std::vector<manifest::ObjectId> ids;
    const auto add = [&](manifest::ObjectId id) {
        if (id.namespaceName.isEmpty())
            id.namespaceName = source.nameSpace;
        ids.push_back(std::move(id));
    };
    for (const Stage &stage : view.stages) {
        if (stage.folder != source.folder || !stage.rendered)
            continue;
        for (const Object &object : stage.objects)
            add(object.id);
        return ids;
    }
    if (view.graph.find(source.folder)) {
        if (auto set = manifest::accumulate(view.files, source.folder)) {
            for (const manifest::WorkObject &work : set->objects)
                add(work.id());
        }
        return ids;
    }
    for (const Declared &entry : view.declared) {
        if (manifest::folderOf(entry.file) == source.folder)
            add(entry.id);
    }
    return ids;
}

bool leavesTrafficAlone(const Json &spec)
{
    const Json *ignored = base::find(spec, {"ignoreDifferences"});
    const bool listed = ignored && ignored->is_array()
        && std::any_of(ignored->begin(), ignored->end(), [](const Json &entry) {
                            const std::string group = base::textAt(entry, "group");
                            if ((group != "serving.knative.dev" && group != "*")
                                || base::textAt(entry, "kind") != "Service")
                                return false;
                            return entry.contains("managedFieldsManagers")
                                || base::dump(entry).find("traffic") != std::string::npos;
                        });
    const Json *options = base::find(spec, {"syncPolicy", "syncOptions"});
    return listed && options && options->is_array()
        && std::find(options->begin(), options->end(), Json("RespectIgnoreDifferences=true"))
        != options->end();
}

void checkSelfHeal(const View &view, const ArgoSource &source, Reporter &out)
{
    const Json *automated = base::find(*source.spec, {"syncPolicy", "automated"});
    const Json *heals = automated ? base::find(*automated, {"selfHeal"}) : nullptr;
    const Json *enabled = automated ? base::find(*automated, {"enabled"}) : nullptr;
    if (!heals || *heals != true || (enabled && *enabled == false) || leavesTrafficAlone(*source.spec))
        return;
    const std::vector<manifest::ObjectId> owned = ownedBy(view, source);
    const auto service = std::find_if(owned.begin(), owned.end(), [](const manifest::ObjectId &id) {
        return id.group == u"serving.knative.dev" && id.kind == u"Service";
    });
    if (service == owned.end())
        return;
    const yaml::Path at =
        source.path / std::string("syncPolicy") / std::string("automated") / std::string("selfHeal");
    out.add("argo-self-heal", Reporter::placeOf(*source.declared->document, at),
            Message{QStringLiteral("lint.argo-self-heal"), {source.name, service->name}},
            [&source](FixBuilder &builder) {
                const Json entry = {{"group", "serving.knative.dev"},
                                    {"kind", "Service"},
                                    {"jsonPointers", Json::array({"/spec/traffic"})}};
                const auto addTo = [&](yaml::Path path, const Json &value) {
                    const Json *list = manifest::valueAt(source.declared->document->value(), path);
                    const manifest::Source place{source.declared->file, source.declared->document->index(),
                                                 std::move(path), 0};
                    if (list && list->is_array()
                        && std::find(list->begin(), list->end(), value) != list->end())
                        return;
                    if (list && list->is_array() && !list->empty())
                        builder.append(place, value);
                    else
                        builder.set(place, Json::array({value}));
                };
                addTo(source.path / std::string("ignoreDifferences"), entry);
                addTo(source.path / std::string("syncPolicy") / std::string("syncOptions"),
                      "RespectIgnoreDifferences=true");
                return Message{QStringLiteral("lint.fix.ignore-traffic"), {}};
            });
}

void checkOwners(const View &view, const std::vector<ArgoSource> &sources, Reporter &out)
{
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::vector<manifest::ObjectId> mine = ownedBy(view, sources[i]);
        for (std::size_t k = 0; k < i; ++k) {
            if (sources[i].destination != sources[k].destination || sources[i].folder.isNull())
                continue;
            const std::vector<manifest::ObjectId> others = ownedBy(view, sources[k]);
            const auto shared = std::find_if(mine.begin(), mine.end(), [&](const manifest::ObjectId &id) {
                return std::find(others.begin(), others.end(), id) != others.end();
            });
            if (shared == mine.end())
                continue;
            out.add("argo-owners",
                    Reporter::placeOf(*sources[i].declared->document, yaml::keys({"metadata", "name"})),
                    Message{QStringLiteral("lint.argo-owners"),
                            {sources[i].name, sources[k].name, shared->text()}});
        }
    }
}

} // namespace

void checkArgo(const View &view, Reporter &out)
{
    const std::vector<ArgoSource> sources = argoSources(view);
    for (const ArgoSource &source : sources)
        checkSelfHeal(view, source, out);
    checkOwners(view, sources, out);
}

} // namespace sluice::lint
