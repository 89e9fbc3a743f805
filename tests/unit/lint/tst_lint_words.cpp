// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "lint/rules.h"
#include "lint/sarif.h"
#include "support/json_text.h"
#include "text/catalog.h"

#include <QTest>

using namespace sluice;
using base::Json;

namespace {

lint::OutputContext context()
{
    return {[](const base::Message &message) { return text::words(message); }, QStringLiteral("deploy dir"),
            QStringLiteral("1.2.3")};
}

/// The case of that rule, judged.
std::pair<manifest::Project, lint::Report> judged(const char *rule)
{
    for (const LintCase &row : lintCases()) {
        if (qstrcmp(row.rule, rule) == 0) {
            manifest::Project project = projectOf(withFiles(plainTree(), row.bad));
            lint::Report report = lint::check(project);
            return {std::move(project), std::move(report)};
        }
    }
    qFatal("no case of %s", rule);
}

} // namespace

class TestLintWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleSaysWhy()
    {
        for (const lint::Rule &rule : lint::rules()) {
            const base::Message why = lint::whyOf(QLatin1String(rule.id));
            QVERIFY2(text::words(why) != why.id, rule.id);
        }
    }

    void everyFindingHasWordsWithoutGaps()
    {
        for (const LintCase &row : lintCases()) {
            lint::Options options;
            if (row.release > 0)
                options.release = row.release;
            for (const lint::Finding &finding :
                 lint::check(projectOf(withFiles(plainTree(), row.bad)), options).findings) {
                std::vector<base::Message> messages{finding.message};
                if (finding.fix)
                    messages.push_back(finding.fix->what);
                for (const base::Message &message : messages) {
                    const QString words = text::words(message);
                    QVERIFY2(words != message.id, qPrintable(message.id));
                    QVERIFY2(!message.arguments.contains(QString()), qPrintable(message.id));
                }
            }
        }
    }

    void sarifNamesRulePlaceAndFix()
    {
        const auto [project, report] = judged("traffic-sum");
        const Json log = Json::parse(lint::toSarif(report, project, context()).toStdString());
        COMPARE_JSON(log["version"], Json("2.1.0"));
        QCOMPARE(log["runs"].size(), std::size_t(1));
        const Json &run = log["runs"][0];
        COMPARE_JSON(run["tool"]["driver"]["name"], Json("Sluice"));
        QCOMPARE(run["tool"]["driver"]["rules"].size(), lint::rules().size());
        const Json &result = run["results"][0];
        COMPARE_JSON(result["ruleId"], Json("traffic-sum"));
        COMPARE_JSON(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"],
                     Json("traffic-sum"));
        COMPARE_JSON(result["level"], Json("error"));
        const Json &place = result["locations"][0]["physicalLocation"];
        COMPARE_JSON(place["artifactLocation"]["uri"], Json("deploy%20dir/base/service.yaml"));
        COMPARE_JSON(place["region"]["startLine"], Json(report.findings[0].place.line));
        COMPARE_JSON(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"],
                     Json("spec.traffic"));
        const Json &change = result["fixes"][0]["artifactChanges"][0];
        COMPARE_JSON(change["artifactLocation"]["uri"], place["artifactLocation"]["uri"]);

        // The replacement, done by lines and columns, is the fix.
        const QString before = QString::fromUtf8(project.bytes(QStringLiteral("base/service.yaml")));
        const Json &replacement = change["replacements"][0];
        const auto offset = [&](const char *line, const char *column) {
            qsizetype at = 0;
            for (int i = 1; i < replacement["deletedRegion"][line].get<int>(); ++i)
                at = before.indexOf(u'\n', at) + 1;
            return at + replacement["deletedRegion"][column].get<int>() - 1;
        };
        QString after = before;
        const qsizetype begin = offset("startLine", "startColumn");
        after.replace(begin, offset("endLine", "endColumn") - begin,
                      QString::fromStdString(replacement["insertedContent"]["text"].get<std::string>()));
        const auto edits = lint::fixEdits(project, {*report.findings[0].fix});
        QCOMPARE(after, QString::fromUtf8(edits[0].after));
    }

    void sarifLeavesOutWhatItCannotSay()
    {
        // The fix takes a file away.
        for (const LintCase &row : lintCases()) {
            if (qstrcmp(row.name, "nothing else") != 0)
                continue;
            const manifest::Project project = projectOf(withFiles(plainTree(), row.bad));
            const lint::Report report = lint::check(project);
            QVERIFY(report.findings[0].fix);
            const Json log = Json::parse(lint::toSarif(report, project, context()).toStdString());
            QVERIFY(!log["runs"][0]["results"][0].contains("fixes"));
            return;
        }
        QFAIL("no such case");
    }

    void jsonHasReasonAndEdits()
    {
        const auto [project, report] = judged("traffic-tag");
        const Json all = Json::parse(lint::toJson(report, context()).toStdString());
        const Json &finding = all["findings"][0];
        COMPARE_JSON(finding["rule"], Json("traffic-tag"));
        COMPARE_JSON(finding["file"], Json("deploy dir/base/service.yaml"));
        QVERIFY(!finding["why"].get<std::string>().empty());
        COMPARE_JSON(finding["environments"], Json::array({"dev"}));
        COMPARE_JSON(finding["fix"]["edits"][0]["kind"], Json("change"));
    }
};

QTEST_GUILESS_MAIN(TestLintWords)
#include "tst_lint_words.moc"
