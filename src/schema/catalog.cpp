// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/catalog.h"

#include "schema/field_tables.h"
#include "schema/table_parser.h"

#include <QtGlobal>
#include <algorithm>

namespace sluice::schema {

const Field *Node::field(std::string_view name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [name](const Field &f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const std::vector<KindSchema> &kinds()
{
    static const std::vector<KindSchema> all = [] {
        TableParser parser;
        for (const std::string_view table :
             {tables::meta, tables::podSpec, tables::core, tables::apps, tables::rbac,
              tables::servingTemplate, tables::serving, tables::servingInternals, tables::eventingShared,
              tables::eventing, tables::eventingChannels, tables::eventingSources, tables::istioSecurity,
              tables::istioNetworking, tables::argo, tables::monitoring})
            parser.read(table);
        std::vector<KindSchema> result = parser.build();
        for (const std::string &error : parser.errors())
            qFatal("field table: %s", error.c_str());
        return result;
    }();
    return all;
}

const KindSchema *find(std::string_view group, std::string_view version, std::string_view kind)
{
    const std::vector<KindSchema> &all = kinds();
    const auto found = std::find_if(all.begin(), all.end(), [&](const KindSchema &k) {
        return k.kind == kind && k.group == group && k.version == version;
    });
    return found == all.end() ? nullptr : &*found;
}

const KindSchema *find(std::string_view apiVersion, std::string_view kind)
{
    const size_t slash = apiVersion.find('/');
    if (slash == std::string_view::npos)
        return find({}, apiVersion, kind);
    return find(apiVersion.substr(0, slash), apiVersion.substr(slash + 1), kind);
}

namespace {

const Node *belowLists(const Node *node)
{
    while (node && (node->shape == Shape::List || node->shape == Shape::Map))
        node = node->element.get();
    return node;
}

} // namespace

const Field *fieldAt(const KindSchema &kind, std::string_view path)
{
    const Node *node = kind.root.get();
    const Field *field = nullptr;
    while (!path.empty()) {
        const size_t dot = std::min(path.find('.'), path.size());
        node = belowLists(node);
        field = node ? node->field(path.substr(0, dot)) : nullptr;
        if (!field)
            return nullptr;
        node = field->node.get();
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return field;
}

const Node *nodeAt(const KindSchema &kind, std::string_view path)
{
    if (path.empty())
        return kind.root.get();
    const Field *field = fieldAt(kind, path);
    return field ? field->node.get() : nullptr;
}

} // namespace sluice::schema
