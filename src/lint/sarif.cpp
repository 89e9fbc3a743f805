// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/sarif.h"

#include "base/json.h"
#include "lint/rules.h"

#include <QUrl>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QString pathOf(const OutputContext &context, const QString &file)
{
    return context.folder.isEmpty() ? file : context.folder + u'/' + file;
}

Json artifact(const OutputContext &context, const QString &file)
{
    // A relative reference, its characters escaped, where the project is below the working directory.
    const QString path = pathOf(context, file);
    const QByteArray uri = path.startsWith(u'/') ? QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded)
                                                 : QUrl::toPercentEncoding(path, "/");
    return {{"uri", uri.toStdString()}};
}

/// A place of the text in lines and columns of code points, from 1.
std::pair<int, int> lineAndColumn(const QByteArray &bytes, qsizetype offset)
{
    const qsizetype start = offset == 0 ? 0 : bytes.lastIndexOf('\n', offset - 1) + 1;
    const int line = int(bytes.left(offset).count('\n')) + 1;
    return {line, int(QString::fromUtf8(bytes.mid(start, offset - start)).toUcs4().size()) + 1};
}

Json replacement(const QByteArray &bytes, const TextEdit &edit)
{
    const auto [startLine, startColumn] = lineAndColumn(bytes, edit.begin);
    const auto [endLine, endColumn] = lineAndColumn(bytes, edit.end);
    return {{"deletedRegion",
             {{"startLine", startLine},
              {"startColumn", startColumn},
              {"endLine", endLine},
              {"endColumn", endColumn}}},
            {"insertedContent", {{"text", edit.text.toStdString()}}}};
}

/// Nothing for a fix that takes a file away: SARIF only knows replacements.
std::optional<Json> fixOf(const Fix &fix, const manifest::Project &project, const OutputContext &context)
{
    std::map<QString, Json> changes;
    for (const TextEdit &edit : fix.edits) {
        if (edit.kind == TextEdit::Kind::Remove)
            return std::nullopt;
        Json &change = changes[edit.file];
        if (change.is_null())
            change = {{"artifactLocation", artifact(context, edit.file)}, {"replacements", Json::array()}};
        change["replacements"].push_back(replacement(project.bytes(edit.file), edit));
    }
    Json list = Json::array();
    for (auto &[file, change] : changes)
        list.push_back(std::move(change));
    return Json{{"description", {{"text", utf8(context.words(fix.what))}}},
                {"artifactChanges", std::move(list)}};
}

Json resultOf(const Finding &finding, const manifest::Project &project, const OutputContext &context)
{
    Json physical = {{"artifactLocation", artifact(context, finding.place.file)}};
    if (finding.place.line > 0) {
        physical["region"] = {{"startLine", finding.place.line}};
        if (finding.place.column > 0)
            physical["region"]["startColumn"] = finding.place.column;
    }
    Json location = {{"physicalLocation", std::move(physical)}};
    if (!finding.place.field.isEmpty())
        location["logicalLocations"] = Json::array({{{"fullyQualifiedName", utf8(finding.place.field)}}});
    const auto rule = std::size_t(findRule(finding.rule) - rules().data());
    Json result = {{"ruleId", utf8(finding.rule)},
                   {"ruleIndex", rule},
                   {"level", utf8(levelOf(finding.severity))},
                   {"message", {{"text", utf8(context.words(finding.message))}}},
                   {"locations", Json::array({std::move(location)})}};
    if (!finding.environments.isEmpty()) {
        Json names = Json::array();
        for (const QString &name : finding.environments)
            names.push_back(utf8(name));
        result["properties"] = {{"environments", std::move(names)}};
    }
    if (finding.fix) {
        if (auto fix = fixOf(*finding.fix, project, context))
            result["fixes"] = Json::array({std::move(*fix)});
    }
    return result;
}

} // namespace

QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Note:
        break;
    }
    return QStringLiteral("note");
}

QByteArray toSarif(const Report &report, const manifest::Project &project, const OutputContext &context)
{
    Json descriptors = Json::array();
    for (const Rule &rule : rules()) {
        const QString id = QLatin1String(rule.id);
        descriptors.push_back({{"id", rule.id},
                               {"fullDescription", {{"text", utf8(context.words(whyOf(id)))}}},
                               {"defaultConfiguration", {{"level", utf8(levelOf(rule.severity))}}}});
    }
    Json results = Json::array();
    for (const Finding &finding : report.findings)
        results.push_back(resultOf(finding, project, context));
    const Json driver = {
        {"name", "Sluice"}, {"version", utf8(context.version)}, {"rules", std::move(descriptors)}};
    const Json run = {
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    const Json log = {{"$schema",
                       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                       "sarif-schema-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({run})}};
    return QByteArray::fromStdString(base::dump(log, 2)) + '\n';
}

QByteArray toJson(const Report &report, const OutputContext &context)
{
    Json findings = Json::array();
    for (const Finding &finding : report.findings) {
        Json entry = {{"rule", utf8(finding.rule)},
                      {"severity", utf8(levelOf(finding.severity))},
                      {"file", utf8(pathOf(context, finding.place.file))},
                      {"line", finding.place.line},
                      {"column", finding.place.column},
                      {"field", utf8(finding.place.field)},
                      {"message", utf8(context.words(finding.message))},
                      {"why", utf8(context.words(whyOf(finding.rule)))},
                      {"environments", Json::array()}};
        for (const QString &name : finding.environments)
            entry["environments"].push_back(utf8(name));
        if (finding.fix) {
            Json edits = Json::array();
            for (const TextEdit &edit : finding.fix->edits) {
                using Kind = TextEdit::Kind;
                edits.push_back({{"kind",
                                  edit.kind == Kind::Create       ? "create"
                                      : edit.kind == Kind::Remove ? "remove"
                                                                  : "change"},
                                 {"file", utf8(pathOf(context, edit.file))},
                                 {"begin", edit.begin},
                                 {"end", edit.end},
                                 {"text", edit.text.toStdString()}});
            }
            entry["fix"] = {{"what", utf8(context.words(finding.fix->what))}, {"edits", std::move(edits)}};
        }
        findings.push_back(std::move(entry));
    }
    Json missing = Json::array();
    for (const QString &name : report.notRendered)
        missing.push_back(utf8(name));
    const Json all = {{"findings", std::move(findings)},
                      {"silenced", report.silenced},
                      {"notRendered", std::move(missing)}};
    return QByteArray::fromStdString(base::dump(all, 2)) + '\n';
}

} // namespace sluice::lint
