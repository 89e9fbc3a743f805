// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"
#include "yaml/emit.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using yaml::operator/;

namespace {

/// Kinds that kustomize has no schema for and whose pods are described in them.
bool isUnknownToKustomize(const manifest::ObjectId &id)
{
    return id.group.endsWith(QLatin1String(".knative.dev"));
}

/// Lists of containers in a patch: their paths.
void containerLists(const Json &node, yaml::Path &path, std::vector<yaml::Path> &out)
{
    if (!node.is_object())
        return;
    for (const auto &[key, value] : node.items()) {
        path.emplace_back(key);
        if ((key == "containers" || key == "initContainers") && value.is_array())
            out.push_back(path);
        else
            containerLists(value, path, out);
        path.pop_back();
    }
}

/// The container of \a list that an entry of a merge means: the one of its name, or the only one.
std::optional<std::size_t> counterpart(const Json &list, const Json &entry)
{
    const std::string name = base::textAt(entry, "name");
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!name.empty() && base::textAt(list[i], "name") == name)
            return i;
    }
    return name.empty() && list.size() == 1 ? std::optional<std::size_t>(0) : std::nullopt;
}

std::optional<std::size_t> itemNamed(const Json &list, const std::string &name)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (base::textAt(list[i], "name") == name)
            return i;
    }
    return std::nullopt;
}

/// Writes the operations that do to a container what a merge of \a patch was meant to.
class Operations {
public:
    explicit Operations(std::string root)
        : m_root(std::move(root))
    {
    }

    void container(const Json &base, const Json &patch, std::size_t index)
    {
        const std::string at = m_root + '/' + std::to_string(index);
        if (base.contains("name")) // indexes speak of places: make sure that it is the one meant
            add("test", at + "/name", base["name"]);
        merge(at, base, patch);
    }

    void newContainer(const Json &patch) { add("add", m_root + "/-", patch); }

    [[nodiscard]] QByteArray text() const
    {
        QByteArray out;
        for (const Json &operation : m_list) {
            out += "- op: " + QByteArray::fromStdString(operation["op"].get<std::string>())
                + "\n  path: " + QByteArray::fromStdString(operation["path"].get<std::string>()) + '\n';
            if (operation.contains("value")) {
                QByteArray value = QByteArray::fromStdString(yaml::emit({{"value", operation["value"]}}));
                value.chop(1);
                out += "  " + value.replace("\n", "\n  ") + '\n';
            }
        }
        return out;
    }

    [[nodiscard]] bool changesSomething() const
    {
        return std::any_of(m_list.begin(), m_list.end(),
                           [](const Json &operation) { return operation["op"] != "test"; });
    }

private:
    void add(const char *op, const std::string &path, const Json &value)
    {
        Json operation = {{"op", op}, {"path", path}};
        if (!value.is_discarded())
            operation["value"] = value;
        m_list.push_back(std::move(operation));
    }

    void merge(const std::string &at, const Json &base, const Json &patch)
    {
        for (const auto &[key, value] : patch.items()) {
            const std::string path = at + '/' + escapedStep(key);
            const auto old = base.find(key);
            if (old != base.end() && *old == value)
                continue;
            if (value.is_null()) {
                if (old != base.end())
                    add("remove", path, Json(Json::value_t::discarded));
            } else if (value.is_object() && old != base.end() && old->is_object()) {
                merge(path, *old, value);
            } else if (key == "env" && value.is_array() && old != base.end() && old->is_array()) {
                named(path, *old, value);
            } else {
                add("add", path, value);
            }
        }
    }

    void named(const std::string &at, const Json &base, const Json &patch)
    {
        for (const Json &item : patch) {
            const auto index = itemNamed(base, base::textAt(item, "name"));
            if (!index)
                add("add", at + "/-", item);
            else if (base[*index] != item)
                add("replace", at + '/' + std::to_string(*index), item);
        }
    }

    std::string m_root;
    std::vector<Json> m_list;
};

/// What of \a base is missing in \a patch, which takes its place.
QStringList lost(const Json &base, const Json &patch)
{
    QStringList names;
    for (const auto &[key, value] : base.items()) {
        if (key == "name" || value.empty())
            continue;
        const auto kept = patch.find(key);
        if (kept == patch.end()) {
            names.append(QString::fromStdString(key));
        } else if (key == "env" && kept->is_array() && value.is_array()) {
            for (const Json &item : value) {
                if (!itemNamed(*kept, base::textAt(item, "name")))
                    names.append(QStringLiteral("env ") + base::stringAt(item, "name"));
            }
        }
    }
    return names;
}

class MergeCheck {
public:
    MergeCheck(const View &view, const Layer &layer, Reporter &out)
        : m_view(view)
        , m_layer(layer)
        , m_out(out)
    {
    }

    void run()
    {
        for (const LayerPatch &patch : m_layer.patches) {
            for (const yaml::Document &document : patch.documents) {
                if (document.value().is_object())
                    merge(patch, document);
            }
        }
    }

private:
    void merge(const LayerPatch &patch, const yaml::Document &document)
    {
        const manifest::ObjectId wanted = manifest::idOf(document.value());
        const Declared *target = declaredFor(patch, wanted);
        if (!target || !isUnknownToKustomize(target->id))
            return;
        std::vector<yaml::Path> lists;
        yaml::Path path;
        containerLists(document.value(), path, lists);
        for (const yaml::Path &list : lists) {
            const Json *before = manifest::valueAt(target->document->value(), list);
            const Json *after = manifest::valueAt(document.value(), list);
            if (before && before->is_array() && !before->empty())
                compare(patch, document, *target, list, *before, *after);
        }
    }

    /// The object that a patch is for, as its file declares it.
    [[nodiscard]] const Declared *declaredFor(const LayerPatch &patch, const manifest::ObjectId &wanted) const
    {
        for (const Layer *layer : m_view.graph.reach(m_layer.folder)) {
            for (const Declared &entry : m_view.declared) {
                const bool fits = patch.hasTarget ? (patch.kind.isEmpty() || patch.kind == entry.id.kind)
                        && (patch.group.isEmpty() || patch.group == entry.id.group)
                        && (patch.name.isEmpty() || patch.name == entry.id.name)
                                                  : wanted.kind == entry.id.kind
                        && wanted.group == entry.id.group && wanted.name == entry.id.name;
                if (fits && isUnknownToKustomize(entry.id) && layer->files.contains(entry.file))
                    return &entry;
            }
        }
        return nullptr;
    }

    void compare(const LayerPatch &patch, const yaml::Document &document, const Declared &target,
                 const yaml::Path &path, const Json &before, const Json &after)
    {
        QStringList names;
        for (const Json &container : before) {
            const std::string name = base::textAt(container, "name");
            const Json *kept = nullptr;
            for (const Json &candidate : after) {
                const auto index = counterpart(before, candidate);
                if (index && &before[*index] == &container)
                    kept = &candidate;
            }
            if (!kept)
                names.append(QStringLiteral("container ") + QString::fromStdString(name));
            else
                names += lost(container, *kept);
        }
        if (names.isEmpty())
            return;
        const Message message{QStringLiteral("lint.merge-list"),
                              {target.id.kind + u' ' + target.id.name, names.join(QStringLiteral(", "))}};
        const Reporter::FixMaker fix = [&](FixBuilder &builder) {
            return rewrite(builder, patch, document, target, path, before, after);
        };
        if (patch.isInline)
            m_out.add("merge-list", m_layer, patch.path(), message, fix);
        else
            m_out.add("merge-list", Reporter::placeOf(document, path), message, fix);
    }

    /// The part about containers becomes operations in a file of its own; what else the merge says stays.
    Message rewrite(FixBuilder &builder, const LayerPatch &patch, const yaml::Document &document,
                    const Declared &target, const yaml::Path &path, const Json &before,
                    const Json &after) const
    {
        Operations operations(yaml::toPointer(path));
        for (const Json &container : after) {
            if (const auto index = counterpart(before, container))
                operations.container(before[*index], container, *index);
            else
                operations.newContainer(container);
        }
        const Message what{QStringLiteral("lint.fix.operations"), {}};
        Json rest = document.value();
        eraseWithEmptyParents(rest, path);
        const bool keeps = saysMoreThanItsName(rest);
        if (patch.documents.size() != 1 || !operations.changesSomething() || (patch.isInline && keeps)) {
            builder.refuse();
            return what;
        }
        const Json entry = {{"path", std::string()},
                            {"target",
                             {{"group", target.id.group.toStdString()},
                              {"version", target.id.version.toStdString()},
                              {"kind", target.id.kind.toStdString()},
                              {"name", target.id.name.toStdString()}}}};
        const QString stem = patch.isInline ? manifest::joinPath(m_layer.folder, target.id.name)
                                            : patch.file.left(patch.file.lastIndexOf(u'.'));
        QString file;
        for (int n = 1; file.isEmpty() || !builder.bytes(file).isNull(); ++n)
            file = n == 1 ? stem + QStringLiteral("-containers.yaml")
                          : stem + QStringLiteral("-containers-%1.yaml").arg(n);
        builder.create(file, operations.text());
        if (keeps) {
            builder.remove({patch.file, document.index(), path, 0});
        } else {
            if (!patch.isInline)
                builder.removeFile(patch.file);
            builder.remove({m_layer.file, 0, patch.path(), 0});
        }
        Json withPath = entry;
        withPath["path"] = manifest::relativePath(m_layer.folder, file).toStdString();
        builder.appendTo(m_layer.file, "patches", withPath);
        return what;
    }

    static void eraseWithEmptyParents(Json &value, const yaml::Path &path)
    {
        for (std::size_t length = path.size(); length > 0; --length) {
            Json *parent = &value;
            for (std::size_t i = 0; i + 1 < length; ++i)
                parent = &(*parent)[std::get<std::string>(path[i])];
            const std::string &key = std::get<std::string>(path[length - 1]);
            if (length < path.size() && !(*parent)[key].empty())
                return;
            parent->erase(key);
        }
    }

    static bool saysMoreThanItsName(const Json &patch)
    {
        for (const auto &[key, value] : patch.items()) {
            if (key == "apiVersion" || key == "kind")
                continue;
            if (key != "metadata" || !value.is_object())
                return true;
            for (const auto &[field, text] : value.items()) {
                if (field != "name" && field != "namespace")
                    return true;
            }
        }
        return false;
    }

    const View &m_view;
    const Layer &m_layer;
    Reporter &m_out;
};

} // namespace

void checkMerges(const View &view, Reporter &out)
{
    // A schema named anywhere holds for the whole run of kustomize and may tell it how to merge these lists.
    const bool hasSchema =
        std::any_of(view.graph.layers().begin(), view.graph.layers().end(),
                    [](const auto &row) { return row.second.value().contains("openapi"); });
    if (hasSchema)
        return;
    for (const auto &[folder, layer] : view.graph.layers())
        MergeCheck(view, layer, out).run();
}

} // namespace sluice::lint
