// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

/// What the objects below a layer are, by what their files declare.
struct Reached {
    QString service; ///< name of a Knative Service; empty when there is none
    bool selecting = false; ///< kinds whose selectors kustomize is meant to fill are there as well
};

Reached reached(const View &view, const QString &folder)
{
    static const QStringList selecting{
        QStringLiteral("Deployment"), QStringLiteral("StatefulSet"),   QStringLiteral("DaemonSet"),
        QStringLiteral("ReplicaSet"), QStringLiteral("Job"),           QStringLiteral("CronJob"),
        QStringLiteral("Service"),    QStringLiteral("NetworkPolicy"), QStringLiteral("PodDisruptionBudget")};
    Reached result;
    for (const Layer *layer : view.graph.reach(folder)) {
        for (const Declared &entry : view.declared) {
            if (!layer->files.contains(entry.file))
                continue;
            const bool knative = entry.id.group == u"serving.knative.dev";
            if (knative && entry.id.kind == u"Service" && result.service.isEmpty())
                result.service = entry.id.name;
            result.selecting = result.selecting || (!knative && selecting.contains(entry.id.kind));
        }
    }
    return result;
}

/// A labels entry that leaves selectors alone and reaches the templates of Knative Services.
Json entryFor(const Json &pairs, bool templates)
{
    Json entry = {{"pairs", pairs}};
    if (templates) {
        entry["fields"] = Json::array({{{"group", "serving.knative.dev"},
                                        {"kind", "Service"},
                                        {"path", "spec/template/metadata/labels"},
                                        {"create", true}}});
    }
    return entry;
}

void checkLayer(const Layer &layer, const Reached &below, Reporter &out)
{
    const Json &value = layer.value();
    const Json *common = base::find(value, {"commonLabels"});
    if (common && common->is_object() && !common->empty()) {
        Reporter::FixMaker fix;
        if (!below.selecting) {
            fix = [&layer, pairs = *common](FixBuilder &builder) {
                builder.remove({layer.file, 0, yaml::keys({"commonLabels"}), 0});
                builder.appendTo(layer.file, "labels", entryFor(pairs, false));
                return Message{QStringLiteral("lint.fix.labels"), {}};
            };
        }
        out.add(
            "labels-selector", layer, yaml::keys({"commonLabels"}),
            Message{QStringLiteral("lint.labels-selector"), {QStringLiteral("commonLabels"), below.service}},
            fix);
    }
    const Json *labels = base::find(value, {"labels"});
    if (!labels || !labels->is_array())
        return;
    for (std::size_t i = 0; i < labels->size(); ++i) {
        const Json &entry = (*labels)[i];
        const yaml::Path path = yaml::keys({"labels"}) / i;
        const auto isOn = [&entry](const char *key) {
            const Json *flag = base::find(entry, {key});
            return flag && *flag == true;
        };
        if (isOn("includeSelectors")) {
            Reporter::FixMaker fix;
            if (!below.selecting) {
                fix = [&layer, path](FixBuilder &builder) {
                    builder.remove({layer.file, 0, path / std::string("includeSelectors"), 0});
                    return Message{QStringLiteral("lint.fix.remove"), {QStringLiteral("includeSelectors")}};
                };
            }
            out.add("labels-selector", layer, path / std::string("includeSelectors"),
                    Message{QStringLiteral("lint.labels-selector"),
                            {QStringLiteral("includeSelectors"), below.service}},
                    fix);
        }
        const Json *fields = base::find(entry, {"fields"});
        const bool reaches = fields && fields->is_array()
            && std::any_of(fields->begin(), fields->end(), [](const Json &field) {
                                 return base::textAt(field, "path") == "spec/template/metadata/labels"
                                     && (base::textAt(field, "group") == "serving.knative.dev"
                                         || base::textAt(field, "group").empty())
                                     && base::textAt(field, "kind") == "Service";
                             });
        if (isOn("includeTemplates") && !reaches) {
            out.add("labels-template", layer, path / std::string("includeTemplates"),
                    Message{QStringLiteral("lint.labels-template"), {below.service}},
                    [&layer, path, fields](FixBuilder &builder) {
                        const Json spec = entryFor(Json::object(), true)["fields"];
                        manifest::Source source{layer.file, 0, path / std::string("fields"), 0};
                        if (fields && fields->is_array() && !fields->empty())
                            builder.append(source, spec[0]);
                        else
                            builder.set(source, spec);
                        return Message{QStringLiteral("lint.fix.template-labels"), {}};
                    });
        }
    }
}

} // namespace

void checkLabels(const View &view, Reporter &out)
{
    for (const auto &[folder, layer] : view.graph.layers()) {
        const Reached below = reached(view, folder);
        if (!below.service.isEmpty())
            checkLayer(layer, below, out);
    }
}

void checkPatchTargets(const View &view, Reporter &out)
{
    for (const auto &[folder, layer] : view.graph.layers()) {
        bool knative = false;
        bool core = false;
        for (const Layer *below : view.graph.reach(folder)) {
            for (const Declared &entry : view.declared) {
                if (entry.id.kind != u"Service" || !below->files.contains(entry.file))
                    continue;
                knative = knative || entry.id.group == u"serving.knative.dev";
                core = core || entry.id.group.isEmpty();
            }
        }
        if (!knative || !core)
            continue;
        for (const LayerPatch &patch : layer.patches) {
            if (!patch.hasTarget || patch.kind != u"Service" || !patch.group.isEmpty()
                || !patch.name.isEmpty())
                continue;
            // What speaks of a template is for Knative.
            const bool forTemplate = std::any_of(
                patch.documents.begin(), patch.documents.end(), [](const yaml::Document &document) {
                    return base::dump(document.value()).find("template") != std::string::npos;
                });
            const yaml::Path target = patch.path() / std::string("target");
            Reporter::FixMaker fix;
            if (forTemplate) {
                fix = [&layer = layer, target](FixBuilder &builder) {
                    builder.set({layer.file, 0, target / std::string("group"), 0}, "serving.knative.dev");
                    return Message{QStringLiteral("lint.fix.set"),
                                   {QStringLiteral("group"), QStringLiteral("serving.knative.dev")}};
                };
            }
            out.add("patch-target", layer, target, Message{QStringLiteral("lint.patch-target"), {}}, fix);
        }
    }
}

} // namespace sluice::lint
