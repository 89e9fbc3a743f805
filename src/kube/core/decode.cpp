// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/decode.h"

#include "kube/core/json_tree.h"
#include "kube/core/status.h"

namespace sluice::kube {

using base::DecodeError;
using base::fail;
using base::Json;
using base::Result;
namespace od = simdjson::ondemand;

namespace {

DecodeError tooLarge(const QString &source, size_t size, qint64 limit)
{
    return {source, 0, 0, {QStringLiteral("json.too-large"), {QString::number(size), QString::number(limit)}}};
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

/// One object, whatever is wrong with it. \a fatal is set when the text behind it cannot be read either.
DecodedObject decodeObject(od::value value, const ItemType &type, const QString &source, const DecodeLimits &limits,
                           simdjson::error_code *fatal)
{
    od::object object;
    if (value.get_object().get(object))
        return {{}, fail(problem(source, QStringLiteral("kube.not-an-object")))};
    std::string_view raw;
    if (const auto error = object.raw_json().get(raw)) {
        *fatal = error;
        return {{}, fail(syntaxError(error, source))};
    }
    const auto header = [&] {
        (void)object.reset();
        return metaOf(buildHeader(object, limits.depth));
    };
    if (qint64(raw.size()) > limits.objectBytes)
        return {header(), fail(tooLarge(source, raw.size(), limits.objectBytes))};
    (void)object.reset();
    TreeResult result = buildObject(object, limits.depth);
    if (result.problem != TreeProblem::None)
        return {header(), fail(treeError(result, source, limits.depth))};
    type.addTo(result.tree);
    ObjectMeta meta = metaOf(result.tree);
    if (meta.name.isEmpty())
        return {std::move(meta), fail(problem(source, QStringLiteral("kube.no-name")))};
    return {std::move(meta), std::make_shared<const Json>(std::move(result.tree))};
}

Result<void> readListMeta(od::object list, ListPage &page, const QString &source)
{
    od::object metadata;
    if (const auto error = list.find_field_unordered("metadata").get_object().get(metadata))
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QString::fromUtf8(simdjson::error_message(error))}));
    std::string_view text;
    if (!metadata.find_field_unordered("resourceVersion").get_string().get(text))
        page.resourceVersion = QString::fromUtf8(text.data(), qsizetype(text.size()));
    if (!metadata.find_field_unordered("continue").get_string().get(text))
        page.continueToken = QString::fromUtf8(text.data(), qsizetype(text.size()));
    int64_t remaining = 0;
    if (!metadata.find_field_unordered("remainingItemCount").get_int64().get(remaining))
        page.remaining = remaining;
    return {};
}

ItemType readItemType(od::object list)
{
    ItemType type;
    std::string_view text;
    if (!list.find_field_unordered("apiVersion").get_string().get(text))
        type.apiVersion = std::string(text);
    if (!list.find_field_unordered("kind").get_string().get(text)) {
        if (text.ends_with("List") && text != "List")
            type.kind = std::string(text.substr(0, text.size() - 4));
    }
    return type;
}

Result<void> readItems(od::object list, ListPage &page, const QString &source, const DecodeLimits &limits)
{
    const ItemType type = readItemType(list);
    od::value items;
    if (const auto error = list.find_field_unordered("items").get(items)) {
        if (error == simdjson::NO_SUCH_FIELD)
            return fail(problem(source, QStringLiteral("kube.not-a-list"), {QStringLiteral("items")}));
        return fail(syntaxError(error, source));
    }
    od::array array;
    if (const auto error = items.get_array().get(array)) {
        od::json_type kind;
        if (!items.type().get(kind) && kind == od::json_type::null)
            return {}; // Go writes an empty slice like this
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QString::fromUtf8(simdjson::error_message(error))}));
    }
    for (auto element : array) {
        od::value value;
        if (const auto error = element.get(value))
            return fail(syntaxError(error, source));
        simdjson::error_code fatal = simdjson::SUCCESS;
        page.items.push_back(decodeObject(value, type, source, limits, &fatal));
        if (fatal)
            return fail(syntaxError(fatal, source));
    }
    return {};
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

} // namespace

Result<ListPage> decodeList(std::string_view body, const QString &source, const DecodeLimits &limits)
{
    if (qint64(body.size()) > limits.listBytes)
        return fail(tooLarge(source, body.size(), limits.listBytes));
    const simdjson::padded_string padded(body);
    od::parser parser;
    od::document document;
    if (const auto error = parser.iterate(padded).get(document))
        return fail(syntaxError(error, source));
    od::object list;
    if (const auto error = document.get_object().get(list))
        return fail(problem(source, QStringLiteral("kube.not-a-list"), {QString::fromUtf8(simdjson::error_message(error))}));
    ListPage page;
    if (const Result<void> read = readListMeta(list, page, source); !read)
        return tl::unexpected(read.error());
    if (const Result<void> read = readItems(list, page, source, limits); !read)
        return tl::unexpected(read.error());
    return page;
}

Result<WatchEvent> decodeWatchLine(std::string_view line, const QString &source, const DecodeLimits &limits)
{
    const simdjson::padded_string padded(line);
    od::parser parser;
    od::document document;
    if (const auto error = parser.iterate(padded).get(document))
        return fail(syntaxError(error, source));
    od::object envelope;
    if (const auto error = document.get_object().get(envelope))
        return fail(syntaxError(error, source));
    std::string_view name;
    if (const auto error = envelope.find_field_unordered("type").get_string().get(name))
        return fail(syntaxError(error, source));
    const std::optional<WatchEvent::Type> type = eventType(name);
    if (!type) {
        return fail(problem(source, QStringLiteral("kube.watch-type"),
                            {QString::fromUtf8(name.data(), qsizetype(std::min<size_t>(name.size(), 64)))}));
    }
    od::value value;
    if (const auto error = envelope.find_field_unordered("object").get(value))
        return fail(syntaxError(error, source));

    WatchEvent event{*type, {{}, JsonPtr()}, std::nullopt, false};
    if (event.type == WatchEvent::Type::Bookmark || event.type == WatchEvent::Type::Error) {
        od::object object;
        if (const auto error = value.get_object().get(object))
            return fail(syntaxError(error, source));
        const TreeResult result = buildObject(object, limits.depth);
        if (result.problem != TreeProblem::None)
            return fail(treeError(result, source, limits.depth));
        event.object.meta = metaOf(result.tree);
        if (event.type == WatchEvent::Type::Error)
            event.status = statusFromJson(result.tree, 500);
        else
            event.initialEventsEnd
                = event.object.meta.annotations.value(QStringLiteral("k8s.io/initial-events-end")) == QLatin1String("true");
        return event;
    }
    simdjson::error_code fatal = simdjson::SUCCESS;
    event.object = decodeObject(value, {}, source, limits, &fatal);
    if (event.object.meta.name.isEmpty())
        return tl::unexpected(event.object.object.error()); // nobody could say which row it is
    return event;
}

} // namespace sluice::kube
