// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"
#include "lint/lookup.h"
#include "lint/references.h"
#include "schema/catalog.h"
#include "yaml/emit.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

/// Kinds whose objects a project of its own usually declares, so that a name of none of them is worth a word.
bool isOursToDeclare(const ObjectReference &reference)
{
    return !reference.elsewhere
        && (reference.group.isEmpty()
            || schema::find(reference.group.toStdString(), "v1", reference.kind.toStdString())
            || reference.group.endsWith(QLatin1String("knative.dev")));
}

class ReferenceCheck {
public:
    ReferenceCheck(const View &view, const Stage &stage, Reporter &out)
        : m_view(view)
        , m_stage(stage)
        , m_out(out)
    {
    }

    void run()
    {
        for (const Object &object : m_stage.objects) {
            for (const ObjectReference &reference : referencesOf(object))
                judge(object, reference);
        }
        if (!m_stage.loose)
            namespaces();
    }

private:
    void judge(const Object &object, const ObjectReference &reference)
    {
        const QString here = m_stage.namespaceOf(object.id);
        const QString wanted = reference.nameSpace.isEmpty() ? here : reference.nameSpace;
        if (m_stage.find(reference.group, reference.kind, reference.name, wanted))
            return;
        if (const Object *other = m_stage.find(reference.group, reference.kind, reference.name, {})) {
            if (!m_stage.loose)
                otherNamespace(object, reference, *other, here);
            return;
        }
        for (const Object &candidate : m_stage.objects) {
            if (candidate.is(reference.group, reference.kind) && candidate.names.contains(reference.name)) {
                renamed(object, reference, candidate);
                return;
            }
        }
        if (isOursToDeclare(reference) && !isElsewhere(reference, wanted)
            && (reference.nameSpace.isEmpty() || reference.nameSpace == here))
            missing(object, reference);
    }

    /// Declared for another environment, or in a file that is applied by hand.
    [[nodiscard]] bool isElsewhere(const ObjectReference &reference, const QString &nameSpace) const
    {
        for (const Stage &stage : m_view.stages) {
            const Object *found = &stage == &m_stage
                ? nullptr
                : stage.find(reference.group, reference.kind, reference.name, {});
            if (!found)
                continue;
            const QString there = stage.namespaceOf(found->id);
            if (there.isEmpty() || nameSpace.isEmpty() || there == nameSpace)
                return true;
        }
        std::set<QString> reached;
        for (const auto &[folder, layer] : m_view.graph.layers())
            reached.insert(layer.files.begin(), layer.files.end());
        return std::any_of(m_view.declared.begin(), m_view.declared.end(), [&](const Declared &entry) {
            return entry.id.kind == reference.kind && entry.id.group == reference.group
                && entry.id.name == reference.name && !reached.contains(entry.file);
        });
    }

    void otherNamespace(const Object &object, const ObjectReference &reference, const Object &target,
                        const QString &here)
    {
        const QString there = m_stage.namespaceOf(target.id);
        if (reference.nameSpacePath) {
            const yaml::Path path = *reference.nameSpacePath;
            m_out.add(
                "reference-namespace", object, path,
                Message{QStringLiteral("lint.reference-namespace"),
                        {reference.kind, reference.name, reference.nameSpace, there}},
                [&object, path, here, there](FixBuilder &builder) {
                    if (here == there) {
                        builder.remove(object.work.sourceOf(path));
                        return Message{QStringLiteral("lint.fix.remove"), {QStringLiteral("namespace")}};
                    }
                    builder.set(object.work.sourceOf(path), there.toStdString());
                    return Message{QStringLiteral("lint.fix.set"), {QStringLiteral("namespace"), there}};
                });
            return;
        }
        m_out.add(
            "reference-namespace", object, reference.path,
            Message{QStringLiteral("lint.reference-namespace.own"),
                    {reference.kind, reference.name, there, here}},
            [&target, here](FixBuilder &builder) {
                builder.set(target.work.sourceOf(yaml::keys({"metadata", "namespace"})), here.toStdString());
                return Message{QStringLiteral("lint.fix.set"), {QStringLiteral("namespace"), here}};
            });
    }

    void renamed(const Object &object, const ObjectReference &reference, const Object &target)
    {
        m_out.add("reference-renamed", object, reference.path,
                  Message{QStringLiteral("lint.reference-renamed"),
                          {reference.kind, reference.name, target.id.name}},
                  [this, &object, &reference](FixBuilder &builder) {
                      teach(builder, object, reference);
                      return Message{QStringLiteral("lint.fix.name-reference"), {}};
                  });
    }

    /// Tells kustomize by a configuration that the field holds a name, in the layer that declares the object.
    void teach(FixBuilder &builder, const Object &object, const ObjectReference &reference) const
    {
        const Layer *layer = nullptr;
        for (const Layer *candidate : m_stage.layers) {
            if (candidate->files.contains(object.work.root.file))
                layer = candidate;
        }
        if (!layer)
            return builder.refuse();
        QStringList steps;
        for (const yaml::Step &step : reference.path) {
            if (const auto *key = std::get_if<std::string>(&step))
                steps.append(QString::fromStdString(*key));
        }
        Json entry = {{"kind", reference.kind.toStdString()},
                      {"fieldSpecs",
                       Json::array({{{"group", object.id.group.toStdString()},
                                     {"kind", object.id.kind.toStdString()},
                                     {"path", steps.join(u'/').toStdString()}}})}};
        if (reference.group.isEmpty())
            entry["version"] = "v1";
        else
            entry["group"] = reference.group.toStdString();
        const Json *configurations = base::find(layer->value(), {"configurations"});
        if (configurations && configurations->is_array() && !configurations->empty()
            && configurations->front().is_string()) {
            const QString file = manifest::joinPath(
                layer->folder, QString::fromStdString(configurations->front().get<std::string>()));
            builder.appendTo(file, "nameReference", entry);
            return;
        }
        const QString file = manifest::joinPath(layer->folder, QStringLiteral("name-references.yaml"));
        if (builder.bytes(file).isNull()) {
            const Json content = {{"nameReference", Json::array({entry})}};
            builder.create(file,
                           "# Tells kustomize which fields hold names of other objects.\n"
                               + QByteArray::fromStdString(yaml::emit(content)));
        } else {
            builder.appendTo(file, "nameReference", entry);
        }
        builder.appendTo(layer->file, "configurations", "name-references.yaml");
    }

    void missing(const Object &object, const ObjectReference &reference)
    {
        QStringList names;
        for (const Object &candidate : m_stage.objects) {
            if (candidate.is(reference.group, reference.kind))
                names.append(candidate.id.name);
        }
        const QString meant = nearest(reference.name, names);
        if (meant.isEmpty()) {
            m_out.add("reference-missing", object, reference.path,
                      Message{QStringLiteral("lint.reference-missing"), {reference.kind, reference.name}});
            return;
        }
        m_out.add(
            "reference-missing", object, reference.path,
            Message{QStringLiteral("lint.reference-missing.meant"), {reference.kind, reference.name, meant}},
            [&object, path = reference.path, meant](FixBuilder &builder) {
                builder.set(object.work.sourceOf(path), meant.toStdString());
                return Message{QStringLiteral("lint.fix.set"), {yaml::toString({path.back()}), meant}};
            });
    }

    /// Objects without a namespace among others that have one.
    void namespaces()
    {
        static const QStringList clusterWide{
            QStringLiteral("Namespace"),          QStringLiteral("ClusterRole"),
            QStringLiteral("ClusterRoleBinding"), QStringLiteral("CustomResourceDefinition"),
            QStringLiteral("PersistentVolume"),   QStringLiteral("StorageClass"),
            QStringLiteral("PriorityClass"),      QStringLiteral("ClusterDomainClaim"),
            QStringLiteral("IngressClass"),       QStringLiteral("RuntimeClass")};
        QStringList used;
        for (const Object &object : m_stage.objects) {
            if (!object.id.namespaceName.isEmpty() && !used.contains(object.id.namespaceName))
                used.append(object.id.namespaceName);
        }
        if (used.isEmpty())
            return;
        for (const Object &object : m_stage.objects) {
            const bool known = object.id.group.endsWith(QLatin1String("knative.dev"))
                || schema::find(object.id.group.toStdString(), object.id.version.toStdString(),
                                object.id.kind.toStdString());
            if (!object.id.namespaceName.isEmpty() || !known || clusterWide.contains(object.id.kind))
                continue;
            const yaml::Path path = yaml::keys({"metadata", "namespace"});
            Reporter::FixMaker fix;
            if (used.size() == 1) {
                fix = [&object, path, name = used.first()](FixBuilder &builder) {
                    builder.set(object.work.sourceOf(path), name.toStdString());
                    return Message{QStringLiteral("lint.fix.set"), {QStringLiteral("namespace"), name}};
                };
            }
            m_out.add("namespace-mixed", object, path,
                      Message{QStringLiteral("lint.namespace-mixed"),
                              {object.id.kind, object.id.name, used.join(QStringLiteral(", "))}},
                      fix);
        }
    }

    const View &m_view;
    const Stage &m_stage;
    Reporter &m_out;
};

} // namespace

void checkReferences(const View &view, const Stage &stage, Reporter &out)
{
    ReferenceCheck(view, stage, out).run();
}

} // namespace sluice::lint
