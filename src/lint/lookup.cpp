// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/lookup.h"

#include "base/json.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using yaml::operator/;

namespace {

/// Insertions, removals, replacements and swaps of neighbours between two texts.
int distance(const QString &a, const QString &b)
{
    std::vector<std::vector<int>> rows(std::size_t(a.size()) + 1,
                                       std::vector<int>(std::size_t(b.size()) + 1));
    for (std::size_t i = 0; i <= std::size_t(a.size()); ++i) {
        for (std::size_t k = 0; k <= std::size_t(b.size()); ++k) {
            if (i == 0 || k == 0) {
                rows[i][k] = int(i + k);
                continue;
            }
            const auto x = qsizetype(i);
            const auto y = qsizetype(k);
            rows[i][k] = std::min({rows[i - 1][k] + 1, rows[i][k - 1] + 1,
                                   rows[i - 1][k - 1] + (a[x - 1] == b[y - 1] ? 0 : 1)});
            if (i > 1 && k > 1 && a[x - 1] == b[y - 2] && a[x - 2] == b[y - 1])
                rows[i][k] = std::min(rows[i][k], rows[i - 2][k - 2] + 1);
        }
    }
    return rows.back().back();
}

void containersBelow(const Json &node, yaml::Path &path,
                     const std::function<void(const yaml::Path &, const Json &)> &visit)
{
    if (node.is_array()) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            path.emplace_back(i);
            containersBelow(node[i], path, visit);
            path.pop_back();
        }
        return;
    }
    if (!node.is_object())
        return;
    for (const auto &[key, value] : node.items()) {
        path.emplace_back(key);
        if ((key == "containers" || key == "initContainers") && value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (value[i].is_object())
                    visit(path / i, value[i]);
            }
        } else {
            containersBelow(value, path, visit);
        }
        path.pop_back();
    }
}

} // namespace

QString nearest(const QString &wrong, const QStringList &names)
{
    QString best;
    // A third of the letters may be wrong, at least one.
    int limit = std::max(1, int(wrong.size()) / 3) + 1;
    for (const QString &name : names) {
        if (std::abs(name.size() - wrong.size()) >= limit)
            continue;
        const int d = name.compare(wrong, Qt::CaseInsensitive) == 0 ? 0 : distance(wrong, name);
        if (d < limit) {
            limit = d;
            best = name;
        }
    }
    return best;
}

std::optional<qint64> wholeNumber(const Json *value)
{
    if (!value)
        return std::nullopt;
    if (value->is_number_integer())
        return value->get<qint64>();
    if (!value->is_string())
        return std::nullopt;
    bool ok = false;
    const qint64 number = QString::fromStdString(value->get<std::string>()).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

yaml::Path pathOf(const Json &object, const std::string &field)
{
    yaml::Path path;
    const Json *node = &object;
    std::string_view rest = field;
    while (!rest.empty()) {
        if (rest.front() == '.') {
            rest.remove_prefix(1);
            continue;
        }
        if (rest.front() == '[') {
            const std::size_t close = std::min(rest.find(']'), rest.size() - 1);
            const auto index =
                std::size_t(std::strtoul(std::string(rest.substr(1, close - 1)).c_str(), nullptr, 10));
            path.emplace_back(index);
            node = node && node->is_array() && index < node->size() ? &(*node)[index] : nullptr;
            rest.remove_prefix(close + 1);
            continue;
        }
        std::string step(rest.substr(0, rest.find_first_of(".[")));
        if (node && node->is_object()) {
            // The longest key that fits: annotations have dots and brackets of their own.
            for (const auto &[key, value] : node->items()) {
                const bool fits = rest.starts_with(key)
                    && (rest.size() == key.size() || rest[key.size()] == '.' || rest[key.size()] == '[');
                if (fits && key.size() > step.size())
                    step = key;
            }
        }
        const bool there = node && node->is_object() && node->contains(step);
        node = there ? &(*node)[step] : nullptr;
        rest.remove_prefix(step.size());
        path.emplace_back(std::move(step));
    }
    return path;
}

void eachContainer(const Object &object, const std::function<void(const yaml::Path &, const Json &)> &visit)
{
    yaml::Path path;
    containersBelow(object.json(), path, visit);
}

const Json *templateAnnotations(const Object &object)
{
    if (object.id.group != u"serving.knative.dev"
        || (object.id.kind != u"Service" && object.id.kind != u"Configuration"))
        return nullptr;
    const Json *found = object.at(yaml::keys({"spec", "template", "metadata", "annotations"}));
    return found && found->is_object() ? found : nullptr;
}

yaml::Path templateAnnotation(const std::string &key)
{
    return yaml::keys({"spec", "template", "metadata", "annotations", key});
}

QString scalarText(const Json &value)
{
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : base::dump(value));
}

bool isDns1035(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z]([-a-z0-9]*[a-z0-9])?$"));
    return name.size() <= 63 && pattern.match(name).hasMatch();
}

} // namespace sluice::lint
