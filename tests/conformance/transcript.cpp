// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include "base/json.h"

#include <QRegularExpression>
#include <algorithm>
#include <set>

namespace sluice::tests {
using base::Json;

namespace {

void replaceAll(std::string &text, const std::string &from, const std::string &to)
{
    for (size_t at = 0; !from.empty() && (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// What varies by its form alone.
std::string maskedForms(const std::string &text)
{
    static const std::pair<QRegularExpression, QString> forms[] = {
        {QRegularExpression(QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")),
         QStringLiteral("<uid>")},
        {QRegularExpression(QStringLiteral("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")),
         QStringLiteral("<time>")},
        {QRegularExpression(QStringLiteral("\\b\\d+\\.\\d+\\.\\d+\\.\\d+(:\\d+)?\\b")),
         QStringLiteral("<address>")},
        {QRegularExpression(QStringLiteral("(-deployment)-[a-z0-9]{6,10}-[a-z0-9]{5}\\b")),
         QStringLiteral("\\1-<hash>-<id>")},
        {QRegularExpression(QStringLiteral("(-deployment)-[a-z0-9]{6,10}\\b")), QStringLiteral("\\1-<hash>")},
        {QRegularExpression(QStringLiteral(
             "^(ko://|gcr\\.io/knative-releases/)knative\\.dev/serving/cmd/queue(:v[0-9.]+)?$")),
         QStringLiteral("<image of queue-proxy>")},
        {QRegularExpression(QStringLiteral("(dry-run-validation)[a-z0-9]{5}\\b")), QStringLiteral("\\1<id>")},
        {QRegularExpression(QStringLiteral("too old resource version: \\d+ \\(\\d+\\)")),
         QStringLiteral("too old resource version: <version> (<version>)")},
        {QRegularExpression(QStringLiteral("resourceVersion: \"\\d+\"")),
         QStringLiteral("resourceVersion: <version>")},
        {QRegularExpression(QStringLiteral("in record \\(\\d+\\)")), QStringLiteral("in record (<version>)")},
        {QRegularExpression(QStringLiteral("\"resourceVersion\\\\\": ?\\\\?\"\\d+")),
         QStringLiteral("\"resourceVersion\":\"<version>")},
        {QRegularExpression(QStringLiteral("Too large resource version: (\\d+), current: \\d+")),
         QStringLiteral("Too large resource version: \\1, current: <version>")},
    };
    QString result = QString::fromStdString(text);
    for (const auto &[pattern, replacement] : forms)
        result.replace(pattern, replacement);
    return result.toStdString();
}

bool isOpaque(const std::string &key)
{
    return key == "resourceVersion" || key == "continue";
}

/// Managers wrote in an order of their own, and a list goes by names of which some were generated.
void sortUnordered(Json &array, const std::string &key)
{
    if (key == "managedFields")
        std::sort(array.begin(), array.end(),
                  [](const Json &left, const Json &right) { return left.dump() < right.dump(); });
    if (key == "resources" && !array.empty() && array.front().is_object() && array.front().contains("kind"))
        std::sort(array.begin(), array.end(), // discovery lists custom resources in the order of their making
                  [](const Json &left, const Json &right) {
                      return left.value("name", "") < right.value("name", "");
                  });
    if (key == "items")
        std::stable_sort(array.begin(), array.end(), [](const Json &left, const Json &right) {
            return base::textAt(left, "metadata.name") < base::textAt(right, "metadata.name");
        });
}

void compare(const Json &expected, const Json &got, const std::string &where, std::vector<Difference> &found)
{
    if (expected == got)
        return;
    if (expected.is_object() && got.is_object()) {
        std::set<std::string> keys;
        for (const Json *side : {&expected, &got}) {
            for (const auto &[key, value] : side->items())
                keys.insert(key);
        }
        for (const std::string &key : keys) {
            const std::string place = where.empty() ? key : where + '/' + key;
            if (!expected.contains(key))
                found.push_back({place, "nothing", got[key].dump()});
            else if (!got.contains(key))
                found.push_back({place, expected[key].dump(), "nothing"});
            else
                compare(expected[key], got[key], place, found);
        }
        return;
    }
    if (expected.is_array() && got.is_array()) {
        for (size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
            const std::string place = where + '/' + std::to_string(i);
            if (i >= expected.size())
                found.push_back({place, "nothing", got[i].dump()});
            else if (i >= got.size())
                found.push_back({place, expected[i].dump(), "nothing"});
            else
                compare(expected[i], got[i], place, found);
        }
        return;
    }
    found.push_back({where, expected.dump(), got.dump()});
}

} // namespace

Mask::Mask(std::string nameSpace, std::vector<std::pair<std::string, std::string>> names)
    : m_namespace(std::move(nameSpace))
    , m_names(std::move(names))
{
}

void Mask::learnObject(const Json &object, const std::string &kind)
{
    const std::string name = base::textAt(object, "metadata.name");
    const std::string prefix = base::textAt(object, "metadata.generateName");
    const std::string uid = base::textAt(object, "metadata.uid");
    if (name.size() < 2)
        return;
    if (!prefix.empty() && name.starts_with(prefix) && name.size() > prefix.size())
        m_generated.emplace_back(name, prefix + "<id>");
    if (!uid.empty() && !kind.empty())
        m_uids.emplace_back(uid, kind + ' ' + name);
}

void Mask::learn(const Json &answer)
{
    if (answer.is_array()) {
        for (const Json &item : answer)
            learn(item);
        return;
    }
    if (!answer.is_object())
        return;
    const std::string kind = base::textAt(answer, "kind");
    if (answer.contains("metadata"))
        learnObject(answer, kind);
    if (const Json *hash = base::find(answer, {"metadata", "labels", "pod-template-hash"}))
        m_hashes.push_back(hash->get<std::string>());
    for (const auto &[key, value] : answer.items()) {
        // The items of a list of Kubernetes' own kinds do not say their kind.
        if (key == "items" && value.is_array() && kind.ends_with("List")) {
            for (const Json &item : value)
                learnObject(item, kind.substr(0, kind.size() - 4));
        }
        learn(value);
    }
    std::sort(m_generated.begin(), m_generated.end(), [](const auto &left, const auto &right) {
        return left.first.size() != right.first.size() ? left.first.size() > right.first.size()
                                                       : left < right;
    });
}

std::string Mask::masked(std::string text) const
{
    for (const auto &[uid, owner] : m_uids) {
        if (text.find(uid) != std::string::npos)
            replaceAll(text, uid, "<uid of " + owner + ">");
    }
    for (const auto &[name, replacement] : m_generated)
        replaceAll(text, name, replacement);
    for (const std::string &hash : m_hashes)
        replaceAll(text, hash, "<hash>");
    replaceAll(text, m_namespace, "<namespace>");
    for (const auto &[name, word] : m_names) {
        if (text == name)
            return word;
        replaceAll(text, '"' + name + '"', '"' + word + '"');
    }
    return maskedForms(text);
}

Json Mask::masked(const Json &value, const std::string &key) const
{
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        if (isOpaque(key) && !text.empty() && text != "0")
            return '<' + (key == "continue" ? key : std::string("version")) + '>';
        static const QRegularExpression age(QStringLiteral("^\\d+s$"));
        if (key == "cells" && age.match(QString::fromStdString(text)).hasMatch())
            return "<age>";
        return key == "serving.knative.dev/deployment-hash" ? Json("<hash>") : Json(masked(text));
    }
    if (value.is_array()) {
        Json result = Json::array();
        for (const Json &item : value)
            result.push_back(masked(item, key));
        sortUnordered(result, key);
        return result;
    }
    if (!value.is_object())
        return value;
    Json result = Json::object();
    for (const auto &[name, item] : value.items()) {
        // Columns are described in each server's own words.
        const bool words = key == "columnDefinitions" && name == "description";
        result[masked(name)] = words ? Json("<words>") : masked(item, name);
    }
    return result;
}

Json withoutGoValues(Json value)
{
    if (value.is_structured()) {
        for (Json &item : value)
            item = withoutGoValues(std::move(item));
        return value;
    }
    if (!value.is_string())
        return value;
    const auto text = value.get<std::string>();
    const size_t end = text.find("(-old +new)");
    return end == std::string::npos ? value : Json(text.substr(0, end) + "(-old +new)");
}

std::vector<Difference> differences(const Json &expected, const Json &got)
{
    std::vector<Difference> found;
    compare(expected, got, {}, found);
    return found;
}

} // namespace sluice::tests
