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

/// An API version that newer releases do without. Source: the CRDs of serving and eventing 1.15 to 1.23.
struct OldVersion {
    const char *group;
    const char *kind; ///< "" for all of the group
    const char *version;
    const char *instead;
    bool removed; ///< served by no release that Sluice knows
    int since; ///< first minor release that serves the newer one
};

constexpr OldVersion oldVersions[] = {
    {"serving.knative.dev", "", "v1alpha1", "v1", true, 0},
    {"serving.knative.dev", "Service", "v1beta1", "v1", true, 0},
    {"serving.knative.dev", "Configuration", "v1beta1", "v1", true, 0},
    {"serving.knative.dev", "Revision", "v1beta1", "v1", true, 0},
    {"serving.knative.dev", "Route", "v1beta1", "v1", true, 0},
    {"eventing.knative.dev", "Broker", "v1alpha1", "v1", true, 0},
    {"eventing.knative.dev", "Trigger", "v1alpha1", "v1", true, 0},
    {"eventing.knative.dev", "Broker", "v1beta1", "v1", true, 0},
    {"eventing.knative.dev", "Trigger", "v1beta1", "v1", true, 0},
    {"messaging.knative.dev", "KafkaChannel", "v1beta1", "v1", false, 18},
    {"messaging.knative.dev", "Channel", "v1beta1", "v1", true, 0},
    {"messaging.knative.dev", "InMemoryChannel", "v1beta1", "v1", true, 0},
    {"messaging.knative.dev", "Subscription", "v1beta1", "v1", true, 0},
    {"messaging.knative.dev", "", "v1alpha1", "v1", true, 0},
    {"flows.knative.dev", "", "v1beta1", "v1", true, 0},
    {"sources.knative.dev", "PingSource", "v1beta2", "v1", false, 0},
    {"sources.knative.dev", "KafkaSource", "v1beta1", "v1", false, 16},
    {"sources.knative.dev", "PingSource", "v1beta1", "v1", true, 0},
    {"sources.knative.dev", "PingSource", "v1alpha2", "v1", true, 0},
    {"sources.knative.dev", "ApiServerSource", "v1beta1", "v1", true, 0},
    {"sources.knative.dev", "ApiServerSource", "v1alpha2", "v1", true, 0},
    {"sources.knative.dev", "ContainerSource", "v1beta1", "v1", true, 0},
    {"sources.knative.dev", "ContainerSource", "v1alpha2", "v1", true, 0},
    {"sources.knative.dev", "SinkBinding", "v1beta1", "v1", true, 0},
    {"sources.knative.dev", "SinkBinding", "v1alpha2", "v1", true, 0},
};

/// DomainMapping went another way than its group.
const OldVersion *oldVersionOf(const manifest::ObjectId &id)
{
    static constexpr OldVersion mapping{
        "serving.knative.dev", "DomainMapping", "v1alpha1", "v1beta1", true, 0};
    if (id.kind == u"DomainMapping")
        return id.version == u"v1alpha1" ? &mapping : nullptr;
    for (const OldVersion &row : oldVersions) {
        if (id.group == QLatin1String(row.group) && id.version == QLatin1String(row.version)
            && (*row.kind == '\0' || id.kind == QLatin1String(row.kind)))
            return &row;
    }
    return nullptr;
}

/// The object and every patch that finds it by its version.
void changeVersion(const View &view, const Declared &declared, const std::string &apiVersion,
                   FixBuilder &builder)
{
    const yaml::Path path = yaml::keys({"apiVersion"});
    builder.set({declared.file, declared.document->index(), path, 0}, apiVersion);
    for (const auto &[folder, layer] : view.graph.layers()) {
        for (const LayerPatch &patch : layer.patches) {
            for (const yaml::Document &document : patch.documents) {
                if (!document.value().is_object())
                    continue;
                const manifest::ObjectId id = manifest::idOf(document.value());
                if (id.kind != declared.id.kind || id.group != declared.id.group
                    || id.version != declared.id.version || id.name != declared.id.name)
                    continue;
                if (patch.isInline)
                    builder.refuse();
                else
                    builder.set({patch.file, document.index(), path, 0}, apiVersion);
            }
        }
    }
}

QStringList usedFolders(const View &view)
{
    QStringList folders;
    for (const domain::Environment &environment : view.project.environments()) {
        for (const Layer *layer : view.graph.reach(environment.overlay))
            folders.append(layer->folder);
    }
    for (const ArgoSource &source : argoSources(view)) {
        // A folder without kustomization is applied file by file.
        if (!source.folder.isNull() && !view.graph.find(source.folder))
            folders.append(source.folder + QStringLiteral("/*"));
        for (const Layer *layer : view.graph.reach(source.folder))
            folders.append(layer->folder);
    }
    return folders;
}

} // namespace

void checkVersions(const View &view, Reporter &out)
{
    for (const Declared &declared : view.declared) {
        const OldVersion *old = oldVersionOf(declared.id);
        // A newer version that the release does not serve yet is no advice.
        if (!old || (old->since > 0 && view.options.release.value_or(0) < old->since))
            continue;
        const QString now = QLatin1String(old->group) + u'/' + QLatin1String(old->instead);
        const QStringList arguments{declared.id.kind, declared.id.group + u'/' + declared.id.version, now};
        const Place place = Reporter::placeOf(*declared.document, yaml::keys({"apiVersion"}));
        const Reporter::FixMaker fix = [&](FixBuilder &builder) {
            changeVersion(view, declared, now.toStdString(), builder);
            return Message{QStringLiteral("lint.fix.set"), {QStringLiteral("apiVersion"), now}};
        };
        if (old->removed)
            out.add("api-version-removed", place,
                    Message{QStringLiteral("lint.api-version-removed"), arguments}, fix);
        else
            out.add("api-version", place, Message{QStringLiteral("lint.api-version"), arguments}, fix);
    }
}

void checkUse(const View &view, Reporter &out)
{
    const QStringList folders = usedFolders(view);
    std::set<QString> named;
    for (const auto &[folder, layer] : view.graph.layers()) {
        named.insert(layer.uses.begin(), layer.uses.end());
        named.insert(layer.file);
        // A component or base that others of the unused name is told with the outermost one.
        const auto above = view.graph.above(folder);
        if (!folders.contains(folder) && above.empty())
            out.add("unused-layer", layer, {}, Message{QStringLiteral("lint.unused-layer"), {layer.file}});
    }
    QStringList told;
    for (const Declared &declared : view.declared) {
        // Applications are what is applied by hand.
        if (named.contains(declared.file) || declared.id.group == u"argoproj.io"
            || told.contains(declared.file)
            || folders.contains(manifest::folderOf(declared.file) + QStringLiteral("/*")))
            continue;
        told.append(declared.file);
        out.add("unused-file", Reporter::placeOf(*declared.document, {}),
                Message{QStringLiteral("lint.unused-file"), {declared.file}});
    }
}

} // namespace sluice::lint
