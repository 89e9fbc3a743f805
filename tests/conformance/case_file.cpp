// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_file.h"

#include "base/error.h"
#include "base/json.h"
#include "yaml/document.h"

#include <QDirIterator>
#include <QFile>
#include <algorithm>

namespace sluice::tests {
using base::Json;

namespace {

[[noreturn]] void refuse(const QString &path, const std::string &why)
{
    qFatal("%s: %s", qPrintable(path), why.c_str());
}

void checkKeys(const QString &path, const Json &object, std::initializer_list<std::string_view> allowed)
{
    if (!object.is_object())
        refuse(path, "a mapping was expected, not " + base::dump(object));
    for (const auto &[key, value] : object.items()) {
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end())
            refuse(path, "unknown key " + key);
    }
}

void checkSteps(const QString &path, const Json &steps)
{
    if (!steps.is_array())
        refuse(path, "steps must be a list");
    for (const Json &step : steps) {
        if (step.contains("request"))
            checkKeys(
                path, step,
                {"request", "name", "as", "headers", "type", "body", "text", "capture", "compare", "ignore"});
        else if (step.contains("wait"))
            checkKeys(path, step, {"wait", "for", "is", "reason", "settle", "as"});
        else if (step.contains("watch"))
            checkKeys(path, step,
                      {"watch", "name", "as", "headers", "until", "compare", "ignore", "capture"});
        else if (step.contains("collect"))
            checkKeys(path, step, {"collect", "until", "compare", "ignore", "capture"});
        else if (step.contains("advance"))
            checkKeys(path, step, {"advance"});
        else if (step.contains("compact"))
            checkKeys(path, step, {"compact"});
        else
            refuse(path,
                   "a step is none of request, wait, watch, collect, advance, compact: " + base::dump(step));
    }
}

void readFile(const QString &path, const std::string &name, std::vector<Case> &cases)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(path, "cannot be read");
    const auto document = yaml::parseValue(file.readAll(), path);
    if (!document)
        refuse(path, debugText(document.error()).toStdString());
    checkKeys(path, *document, {"title", "profiles", "vars", "rows", "steps", "cleanup"});

    Case common;
    common.file = name;
    common.title = base::textAt(*document, "title");
    if (common.title.empty())
        refuse(path, "a title is missing");
    common.variables = document->value("vars", Json::object());
    common.steps = document->value("steps", Json());
    common.cleanup = document->value("cleanup", Json::array());
    checkSteps(path, common.steps);
    checkSteps(path, common.cleanup);
    if (document->contains("profiles"))
        common.profiles = document->at("profiles").get<std::vector<std::string>>();
    if (!document->contains("rows")) {
        cases.push_back(std::move(common));
        return;
    }
    for (const auto &[row, variables] : document->at("rows").items()) {
        if (!variables.is_object())
            refuse(path, "row " + row + " must be a mapping of variables");
        Case one = common;
        one.row = row;
        one.variables.update(variables);
        cases.push_back(std::move(one));
    }
}

Json replaced(const std::string &text, const Json &variables, std::vector<std::string> &missing, int depth)
{
    std::string result;
    for (size_t at = 0; at < text.size();) {
        const size_t begin = text.find("${", at);
        const size_t end = begin == std::string::npos ? begin : text.find('}', begin);
        if (end == std::string::npos) {
            result += text.substr(at);
            break;
        }
        const std::string name = text.substr(begin + 2, end - begin - 2);
        const auto found = variables.find(name);
        if (found == variables.end() || depth > 8) {
            missing.push_back(name);
            return text;
        }
        Json value = *found;
        if (value.is_string())
            value = replaced(value.get<std::string>(), variables, missing, depth + 1);
        if (begin == 0 && end + 1 == text.size())
            return value.is_string() ? value : substituted(value, variables, missing);
        result += text.substr(at, begin - at) + (value.is_string() ? value.get<std::string>() : value.dump());
        at = end + 1;
    }
    return result;
}

} // namespace

bool Case::isFor(const std::string &profile) const
{
    return profiles.empty() || std::find(profiles.begin(), profiles.end(), profile) != profiles.end();
}

bool Case::hasUser(const std::string &user) const
{
    return std::any_of(steps.begin(), steps.end(),
                       [&user](const Json &step) { return step.value("as", "") == user; });
}

std::vector<Case> readCases(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.yaml")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    std::vector<Case> cases;
    for (const QString &path : paths)
        readFile(path, QDir(folder).relativeFilePath(path).chopped(5).toStdString(), cases);
    return cases;
}

Json substituted(const Json &value, const Json &variables, std::vector<std::string> &missing)
{
    if (value.is_string())
        return replaced(value.get<std::string>(), variables, missing, 0);
    if (value.is_array()) {
        Json result = Json::array();
        for (const Json &item : value)
            result.push_back(substituted(item, variables, missing));
        return result;
    }
    if (!value.is_object())
        return value;
    Json result = Json::object();
    for (const auto &[key, item] : value.items()) {
        const Json name = replaced(key, variables, missing, 0);
        result[name.is_string() ? name.get<std::string>() : name.dump()] =
            substituted(item, variables, missing);
    }
    return result;
}

} // namespace sluice::tests
