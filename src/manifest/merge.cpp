// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/merge.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"

#include <charconv>

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;
using yaml::operator/;
using yaml::Path;

/// \a value without the nulls of its mappings; lists stay as they are.
Json withoutNulls(const Json &value)
{
    if (!value.is_object())
        return value;
    Json result = Json::object();
    for (const auto &[key, item] : value.items()) {
        if (!item.is_null())
            result[key] = withoutNulls(item);
    }
    return result;
}

Source below(const Source &source, const Path &path)
{
    Source result = source;
    result.path.insert(result.path.end(), path.begin(), path.end());
    return result;
}

void merge(WorkObject &object, Json &target, const Json &patch, Path &path, const Source &source)
{
    for (const auto &[key, value] : patch.items()) {
        path.emplace_back(key);
        const auto existing = target.find(key);
        if (value.is_null()) {
            target.erase(key);
            object.wrote(path, below(source, path));
        } else if (value.is_object() && existing != target.end() && existing->is_object()) {
            merge(object, *existing, value, path, source);
        } else {
            target[key] = withoutNulls(value);
            object.wrote(path, below(source, path));
        }
        path.pop_back();
    }
}

Json *childOf(Json &value, const yaml::Step &step)
{
    if (const auto *index = std::get_if<std::size_t>(&step))
        return value.is_array() && *index < value.size() ? &value[*index] : nullptr;
    if (!value.is_object())
        return nullptr;
    const auto it = value.find(std::get<std::string>(step));
    return it == value.end() ? nullptr : &*it;
}

Json *parentOf(Json &value, const Path &path)
{
    Json *node = &value;
    for (std::size_t i = 0; node && i + 1 < path.size(); ++i)
        node = childOf(*node, path[i]);
    return node;
}

/// After a list has gained or lost an item its indexes speak of other items: the whole list counts as written here.
void wroteList(WorkObject &object, const Path &path, const Source &source)
{
    object.wrote(Path(path.begin(), path.end() - 1), source);
}

} // namespace

void mergePatch(WorkObject &object, const Json &patch, const Source &source)
{
    Path path;
    merge(object, object.object, patch, path, source);
}

std::optional<Path> resolvePointer(const Json &value, std::string_view pointer)
{
    Path path;
    const Json *node = &value;
    if (pointer.empty())
        return path;
    if (pointer.front() != '/')
        return std::nullopt;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t slash = pointer.find('/');
        std::string token(pointer.substr(0, slash));
        pointer = slash == std::string_view::npos ? std::string_view{} : pointer.substr(slash);
        for (std::size_t i = token.find('~'); i != std::string::npos; i = token.find('~', i + 1)) {
            const char escaped = i + 1 < token.size() ? token[i + 1] : '\0';
            if (escaped == '0' || escaped == '1')
                token.replace(i, 2, escaped == '0' ? "~" : "/");
        }
        if (!node)
            return std::nullopt;
        if (node->is_array()) {
            std::size_t index = node->size();
            if (token != "-") {
                const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
                if (error != std::errc() || end != token.data() + token.size() || index > node->size())
                    return std::nullopt;
            }
            path.emplace_back(index);
        } else if (node->is_object()) {
            path.emplace_back(token);
        } else {
            return std::nullopt;
        }
        node = valueAt(*node, {path.back()});
    }
    return path;
}

Result<void> applyJsonPatch(WorkObject &object, const Json &operations, const Source &source,
                            const FileSet &files)
{
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const Json &operation = operations[i];
        const Source here = below(source, {i});
        const Origin place = originOf(files, here);
        const std::string op = base::textAt(operation, "op");
        const std::string pointer = base::textAt(operation, "path");
        const QString field = QString::fromStdString(pointer);
        const auto path = resolvePointer(object.object, pointer);
        if (!path || path->empty())
            return failAt(place, field, QStringLiteral("manifest.patch-path-missing"), {field});
        Json *parent = parentOf(object.object, *path);
        Json *existing = parent ? childOf(*parent, path->back()) : nullptr;
        const auto value = operation.find("value");
        const bool inList = std::holds_alternative<std::size_t>(path->back());
        if (op == "test") {
            const Json expected = value == operation.end() ? Json() : *value;
            if (!existing ? !expected.is_null() : *existing != expected)
                return failAt(place, field, QStringLiteral("manifest.patch-test-failed"),
                              {field, QString::fromStdString(base::dump(expected))});
            continue;
        }
        if (op == "remove") {
            if (!existing)
                return failAt(place, field, QStringLiteral("manifest.patch-path-missing"), {field});
            if (inList) {
                parent->erase(std::get<std::size_t>(path->back()));
                wroteList(object, *path, here);
            } else {
                parent->erase(std::get<std::string>(path->back()));
                object.wrote(*path, here);
            }
            continue;
        }
        if (op != "add" && op != "replace")
            return failAt(place, field, QStringLiteral("manifest.patch-operation"),
                          {QString::fromStdString(op)});
        if (!parent || (op == "replace" && !existing))
            return failAt(place, field, QStringLiteral("manifest.patch-path-missing"), {field});
        if (value == operation.end())
            return failAt(place, field, QStringLiteral("manifest.patch-without-value"), {field});
        if (inList && op == "add") {
            const std::size_t index = std::get<std::size_t>(path->back());
            const bool appended = index == parent->size();
            parent->insert(parent->begin() + std::ptrdiff_t(index), *value);
            if (!appended)
                wroteList(object, *path, here);
        } else if (inList) {
            *existing = *value;
        } else {
            (*parent)[std::get<std::string>(path->back())] = *value;
        }
        object.wrote(*path, below(here, yaml::keys({"value"})));
    }
    return {};
}

} // namespace sluice::manifest
