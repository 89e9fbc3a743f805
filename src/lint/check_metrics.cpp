// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"
#include "lint/metric_names.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;

namespace {

/// Texts named expr at any depth, with their paths.
void expressions(const Json &node, yaml::Path &path, std::vector<yaml::Path> &out)
{
    if (node.is_array()) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            path.emplace_back(i);
            expressions(node[i], path, out);
            path.pop_back();
        }
        return;
    }
    if (!node.is_object())
        return;
    for (const auto &[key, value] : node.items()) {
        path.emplace_back(key);
        if (key == "expr" && value.is_string())
            out.push_back(path);
        else
            expressions(value, path, out);
        path.pop_back();
    }
}

void judge(const View &view, const QString &expression, const Place &place, const manifest::Source &source,
           Reporter &out)
{
    for (const QString &name : metricsIn(expression)) {
        const MetricVerdict verdict = judgeMetric(name, view.options.release);
        if (verdict.known)
            continue;
        const Message message = verdict.instead.isEmpty()
            ? Message{QStringLiteral("lint.metric-unknown"), {name}}
            : Message{QStringLiteral("lint.metric-unknown.instead"), {name, verdict.instead}};
        Reporter::FixMaker fix;
        if (verdict.sameMeaning) {
            fix = [source, name, verdict](FixBuilder &builder) {
                builder.replaceWord(source, name, verdict.instead);
                return Message{QStringLiteral("lint.fix.rename"), {verdict.instead}};
            };
        }
        out.add("metric-unknown", place, message, fix);
    }
}

} // namespace

void checkMetrics(const View &view, Reporter &out)
{
    for (const auto &[path, file] : view.files.files()) {
        if (!file->documents)
            continue;
        for (const yaml::Document &document : *file->documents) {
            if (!document.value().is_object())
                continue;
            yaml::Path at;
            std::vector<yaml::Path> found;
            expressions(document.value(), at, found);
            for (const yaml::Path &expression : found) {
                judge(view,
                      QString::fromStdString(
                          manifest::valueAt(document.value(), expression)->get<std::string>()),
                      Reporter::placeOf(document, expression), {path, document.index(), expression, 0}, out);
            }
            // Dashboards are kept as texts of a ConfigMap, too.
            const Json *data = base::find(document.value(), {"data"});
            if (!data || !data->is_object() || base::textAt(document.value(), "kind") != "ConfigMap")
                continue;
            for (const auto &[key, value] : data->items()) {
                if (!value.is_string()
                    || value.get_ref<const std::string &>().find("\"expr\"") == std::string::npos)
                    continue;
                const auto dashboard = base::parseJson(value.get_ref<const std::string &>(), path);
                if (!dashboard)
                    continue;
                std::vector<yaml::Path> inside;
                yaml::Path start;
                expressions(*dashboard, start, inside);
                const yaml::Path entry = yaml::keys({"data", key});
                for (const yaml::Path &expression : inside) {
                    judge(
                        view,
                        QString::fromStdString(manifest::valueAt(*dashboard, expression)->get<std::string>()),
                        Reporter::placeOf(document, entry), {path, document.index(), entry, 0}, out);
                }
            }
        }
    }
}

} // namespace sluice::lint
