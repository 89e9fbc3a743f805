// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/decode.h"

#include "kube/core/json_tree.h"
#include "kube/core/status.h"

namespace sluice::kube {

using base::DecodeError;
using base::fail;
using base::Json;
using base::Result;
namespace dom = simdjson::dom;

namespace {

DecodeError tooLarge(const QString &source, size_t size, qint64 limit)
{
    return {
        source, 0, 0, {QStringLiteral("json.too-large"), {QString::number(size), QString::number(limit)}}};
}

DecodeError problem(const QString &source, const QString &id, const QStringList &arguments = {})
{
    return {source, 0, 0, {id, arguments}};
}

/// Kind and version that the items of a list leave out.
struct ItemType {
    std::string apiVersion;
    std::string kind;

    void addTo(Json &item) const
    {
        if (!kind.empty() && !item.contains("kind"))
            item["kind"] = kind;
        if (!apiVersion.empty() && !item.contains("apiVersion"))
            item["apiVersion"] = apiVersion;
    }
};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString memberText(const dom::object &object, const char *key)
{
    std::string_view text;
    return object[key].get_string().get(text) ? QString() : textOf(text);
}

/// One object, whatever is wrong with it.
DecodedObject decodeObject(const dom::element &value, const ItemType &type, const QString &source,
                           const DecodeLimits &limits)
{
    dom::object object;
    if (value.get_object().get(object))
        return {{}, fail(problem(source, QStringLiteral("kube.not-an-object")))};
    Result<Json> tree = buildObject(object, source, limits);
    if (!tree)
        return {metaOf(buildHeader(object, limits)), tl::unexpected(tree.error())};
    type.addTo(*tree);
    ObjectMeta meta = metaOf(*tree);
    if (meta.name.isEmpty())
        return {std::move(meta), fail(problem(source, QStringLiteral("kube.no-name")))};
    return {std::move(meta), std::make_shared<const Json>(std::move(*tree))};
}

ItemType itemType(const dom::object &list)
{
    ItemType type;
    type.apiVersion = memberText(list, "apiVersion").toStdString();
    const std::string kind = memberText(list, "kind").toStdString();
    if (kind.ends_with("List") && kind != "List")
        type.kind = kind.substr(0, kind.size() - 4);
    return type;
}

/// \a json has to outlive the list.
Result<dom::object> parseList(JsonText &json, std::string_view body, const QString &source,
                              const DecodeLimits &limits)
{
    if (qint64(body.size()) > limits.listBytes)
        return fail(tooLarge(source, body.size(), limits.listBytes));
    const Result<dom::element> root = json.parse(body, source);
    if (!root)
        return tl::unexpected(root.error());
    dom::object list;
    if (root->get_object().get(list))
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QStringLiteral("metadata")}));
    return list;
}

Result<ListHead> headOf(const dom::object &list, const QString &source)
{
    dom::object metadata;
    if (list["metadata"].get_object().get(metadata))
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QStringLiteral("metadata")}));
    ListHead head{memberText(metadata, "resourceVersion"), memberText(metadata, "continue"), std::nullopt};
    int64_t remaining = 0;
    if (!metadata["remainingItemCount"].get_int64().get(remaining))
        head.remaining = remaining;
    return head;
}

std::optional<WatchEvent::Type> eventType(std::string_view name)
{
    using Type = WatchEvent::Type;
    if (name == "ADDED")
        return Type::Added;
    if (name == "MODIFIED")
        return Type::Modified;
    if (name == "DELETED")
        return Type::Deleted;
    if (name == "BOOKMARK")
        return Type::Bookmark;
    if (name == "ERROR")
        return Type::Error;
    return std::nullopt;
}

/// Watch lines come by the thousand: setting up a parser for each would cost more than reading it. A parser keeps the
/// memory that its longest text took, so long ones get one of their own.
JsonText &parserFor(std::string_view text, JsonText &own)
{
    constexpr size_t longest = 64 * 1024;
    thread_local JsonText kept;
    return text.size() <= longest ? kept : own;
}

} // namespace

Result<ListHead> decodeListHead(std::string_view body, const QString &source, const DecodeLimits &limits)
{
    JsonText json;
    const Result<dom::object> list = parseList(json, body, source, limits);
    if (!list)
        return tl::unexpected(list.error());
    return headOf(*list, source);
}

Result<ListPage> decodeList(std::string_view body, const QString &source, const DecodeLimits &limits)
{
    JsonText json;
    const Result<dom::object> parsed = parseList(json, body, source, limits);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const dom::object list = *parsed;
    const Result<ListHead> head = headOf(list, source);
    if (!head)
        return tl::unexpected(head.error());
    ListPage page{*head, {}};
    dom::element items;
    if (list["items"].get(items))
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QStringLiteral("items")}));
    if (items.is_null())
        return page; // Go writes an empty slice like this
    dom::array array;
    if (items.get_array().get(array))
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QStringLiteral("items")}));
    const ItemType type = itemType(list);
    page.items.reserve(array.size());
    for (const dom::element &item : array)
        page.items.push_back(decodeObject(item, type, source, limits));
    return page;
}

Result<WatchEvent> decodeWatchLine(std::string_view line, const QString &source, const DecodeLimits &limits)
{
    JsonText own;
    const Result<dom::element> root = parserFor(line, own).parse(line, source);
    if (!root)
        return tl::unexpected(root.error());
    dom::object envelope;
    if (root->get_object().get(envelope))
        return fail(problem(source, QStringLiteral("kube.not-an-object")));
    std::string_view name;
    if (envelope["type"].get_string().get(name))
        return fail(problem(source, QStringLiteral("kube.watch-type"), {QString()}));
    const std::optional<WatchEvent::Type> type = eventType(name);
    if (!type)
        return fail(problem(source, QStringLiteral("kube.watch-type"), {textOf(name).left(64)}));
    dom::element value;
    if (envelope["object"].get(value))
        return fail(problem(source, QStringLiteral("kube.not-an-object")));

    WatchEvent event{*type, {{}, JsonPtr()}, std::nullopt, false};
    if (event.type == WatchEvent::Type::Bookmark || event.type == WatchEvent::Type::Error) {
        dom::object object;
        if (value.get_object().get(object))
            return fail(problem(source, QStringLiteral("kube.not-an-object")));
        const Result<Json> tree = buildObject(object, source, limits);
        if (!tree)
            return tl::unexpected(tree.error());
        event.object.meta = metaOf(*tree);
        if (event.type == WatchEvent::Type::Error)
            event.status = statusFromJson(*tree, 500);
        const QString end = event.object.meta.annotations.value(QStringLiteral("k8s.io/initial-events-end"));
        event.initialEventsEnd = end == QLatin1String("true");
        return event;
    }
    event.object = decodeObject(value, {}, source, limits);
    if (event.object.meta.name.isEmpty())
        return tl::unexpected(event.object.object.error()); // nobody could say which row it is
    return event;
}

} // namespace sluice::kube
