// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "lint/lint.h"
#include "lint/rules.h"
#include "lint/silence.h"
#include "manifest/create.h"
#include "manifest/file_set.h"
#include "yaml/document.h"

#include <QTest>
#include <set>

using namespace sluice;
using lint::Finding;

namespace {

lint::Options optionsOf(const LintCase &row)
{
    lint::Options options;
    if (row.release > 0)
        options.release = row.release;
    return options;
}

QString placeOf(const Finding &finding)
{
    return QStringLiteral("%1:%2 %3")
        .arg(finding.place.file)
        .arg(finding.place.line)
        .arg(finding.place.field);
}

QString told(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(QStringLiteral("%1 [%2] %3")
                         .arg(placeOf(finding), finding.rule,
                              finding.message.id + u' ' + finding.message.arguments.join(u'|')));
    return lines.join(u'\n');
}

const Finding *findingOf(const std::vector<Finding> &findings, const LintCase &row)
{
    for (const Finding &finding : findings) {
        if (finding.rule == QLatin1String(row.rule) && placeOf(finding) == QLatin1String(row.where))
            return &finding;
    }
    return nullptr;
}

/// The project after all its fixes, and those of what they leave, are made.
manifest::Project fixedProject(manifest::Project project, const lint::Options &options, int *rounds)
{
    for (*rounds = 0; *rounds < 20; ++*rounds) {
        std::vector<lint::Fix> fixes;
        for (const Finding &finding : lint::check(project, options).findings) {
            if (finding.fix)
                fixes.push_back(*finding.fix);
        }
        const auto edits = lint::fixEdits(project, fixes);
        if (edits.empty())
            return project;
        auto next = manifest::withEdits(project, edits);
        if (!next)
            qFatal("%s", qPrintable(base::debugText(next.error())));
        project = *next;
    }
    return project;
}

void caseRows(bool onlyFixed = false)
{
    QTest::addColumn<int>("number");
    int number = -1;
    for (const LintCase &row : lintCases()) {
        ++number;
        if (onlyFixed && !row.fixed)
            continue;
        QTest::newRow(qPrintable(
            QStringLiteral("%1 %2").arg(QLatin1String(row.rule), QLatin1String(row.name)).trimmed()))
            << number;
    }
}

} // namespace

class TestLint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainTreeIsClean()
    {
        const auto report = lint::check(projectOf(plainTree()));
        QVERIFY2(report.findings.empty(), qPrintable(told(report.findings)));
        QVERIFY(report.notRendered.isEmpty());
    }

    void theNewProjectIsClean()
    {
        Files files;
        const auto made = manifest::projectFiles({});
        QVERIFY(made.has_value());
        for (const manifest::NewFile &file : *made)
            files[file.file] = file.bytes;
        const auto report = lint::check(projectOf(files));
        QVERIFY2(report.findings.empty(), qPrintable(told(report.findings)));
        QCOMPARE(report.silenced, 0);
    }

    void everyRuleHasACase()
    {
        std::set<QString> covered;
        for (const LintCase &row : lintCases()) {
            QVERIFY2(lint::findRule(QLatin1String(row.rule)), row.rule);
            covered.insert(QLatin1String(row.rule));
        }
        for (const lint::Rule &rule : lint::rules()) {
            QVERIFY2(covered.contains(QLatin1String(rule.id)), rule.id);
        }
    }

    void finds_data() { caseRows(); }
    void finds()
    {
        QFETCH(int, number);
        const LintCase &row = lintCases()[std::size_t(number)];
        const auto report = lint::check(projectOf(withFiles(plainTree(), row.bad)), optionsOf(row));
        const Finding *finding = findingOf(report.findings, row);
        QVERIFY2(finding, qPrintable(told(report.findings)));
        QCOMPARE(finding->fix.has_value(), row.fixed);
    }

    void leavesTheNeighbourAlone_data() { caseRows(); }
    void leavesTheNeighbourAlone()
    {
        QFETCH(int, number);
        const LintCase &row = lintCases()[std::size_t(number)];
        const auto report = lint::check(projectOf(withFiles(plainTree(), row.good)), optionsOf(row));
        for (const Finding &finding : report.findings)
            QVERIFY2(finding.rule != QLatin1String(row.rule), qPrintable(told(report.findings)));
    }

    /// Every fix is offered because it takes the finding away: after all of them nothing that has a fix is left, the
    /// tree renders, and no file that was read before cannot be read now.
    void fixesLeaveACleanTree_data() { caseRows(true); }
    void fixesLeaveACleanTree()
    {
        QFETCH(int, number);
        const LintCase &row = lintCases()[std::size_t(number)];
        const lint::Options options = optionsOf(row);
        int rounds = 0;
        const manifest::Project project =
            fixedProject(projectOf(withFiles(plainTree(), row.bad)), options, &rounds);
        QVERIFY2(rounds < 20, "fixes undo each other");
        const auto report = lint::check(project, options);
        for (const Finding &finding : report.findings) {
            QVERIFY2(finding.rule != QLatin1String(row.rule), qPrintable(told(report.findings)));
            QVERIFY2(!finding.fix, qPrintable(told(report.findings)));
        }
        for (const domain::Environment &environment : project.environments()) {
            const auto render = manifest::render(project, environment.name);
            QVERIFY2(render.has_value(), render ? "" : qPrintable(base::debugText(render.error())));
            QVERIFY(!render->external);
        }
        QVERIFY(project.problems().empty());
    }

    /// A fix changes the lines that are wrong and no others.
    void aFixLeavesTheRestOfTheFileAlone()
    {
        const LintCase *row = nullptr;
        for (const LintCase &candidate : lintCases()) {
            if (qstrcmp(candidate.name, "in a patch") == 0)
                row = &candidate;
        }
        QVERIFY(row);
        const Files files = withFiles(plainTree(), row->bad);
        const auto report = lint::check(projectOf(files));
        const Finding *finding = findingOf(report.findings, *row);
        QVERIFY(finding && finding->fix);
        const auto edits = lint::fixEdits(projectOf(files), {*finding->fix});
        QCOMPARE(edits.size(), std::size_t(1));
        QByteArray expected = files.at(QStringLiteral("overlays/dev/scaling.yaml"));
        expected.replace("minScale", "min-scale");
        QCOMPARE(edits[0].after, expected);
    }

    void aFindingOfTwoEnvironmentsIsOne()
    {
        const auto report = lint::check(projectOf(withFiles(
            plainTree(),
            "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n"
            "  name: hello\nspec:\n  template:\n    spec:\n      containers:\n      - image: a/b\n"
            "=== overlays/prod/kustomization.yaml\nresources:\n- ../../base\nnamespace: shop\n")));
        QCOMPARE(int(report.findings.size()), 1);
        QCOMPARE(report.findings[0].environments,
                 QStringList({QStringLiteral("dev"), QStringLiteral("prod")}));
    }

    void onlyTheWantedEnvironmentIsJudged()
    {
        const Files files = withFiles(plainTree(),
                                      "\n=== overlays/prod/kustomization.yaml\nresources:\n- ../../base\n"
                                      "namespace: shop\nimages:\n- name: ghcr.io/acme/hello\n"
                                      "  newTag: latest\n");
        lint::Options options;
        options.environments = {QStringLiteral("dev")};
        QVERIFY(lint::check(projectOf(files), options).findings.empty());
        options.environments = {QStringLiteral("prod")};
        QCOMPARE(int(lint::check(projectOf(files), options).findings.size()), 1);
    }

    void commentsSilence_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("left");
        const auto row = [](const char *name, const char *line, int left) {
            QTest::newRow(name) << QString::fromLatin1(line) << left;
        };
        row("none", "      - image: a/b\n", 1);
        row("at the end", "      - image: a/b # sluice-lint: ignore image-latest a demo\n", 0);
        row("above", "      # sluice-lint: ignore image-latest a demo\n      - image: a/b\n", 0);
        row("above with more",
            "      # sluice-lint: ignore image-latest a demo\n      # more\n      - image: a/b\n", 0);
        row("two rules", "      - image: a/b # sluice-lint: ignore traffic-sum,image-latest a demo\n", 0);
        row("another rule", "      - image: a/b # sluice-lint: ignore traffic-sum a demo\n", 1);
        row("whole file", "      - image: a/b\n# sluice-lint: ignore-file image-latest a demo\n", 0);
        row("in a text", "      - image: a/b\n        args: [\"x#sluice-lint: ignore image-latest a\"]\n", 1);
    }
    void commentsSilence()
    {
        QFETCH(QString, line);
        QFETCH(int, left);
        Files files = plainTree();
        files[QStringLiteral("base/service.yaml")] = "apiVersion: serving.knative.dev/v1\nkind: "
                                                     "Service\nmetadata:\n  name: hello\nspec:\n  template:\n"
                                                     "    spec:\n      containers:\n"
            + line.toUtf8();
        const auto report = lint::check(projectOf(files));
        QVERIFY2(int(report.findings.size()) == left, qPrintable(told(report.findings)));
        QCOMPARE(report.silenced, 1 - left);
    }

    /// What kustomize rendered is traced back to the files.
    void externalRendersAreJudged()
    {
        const Files files =
            withFiles(plainTree(),
                      "\n=== overlays/dev/kustomization.yaml\nresources:\n- ../../base\nnamePrefix: dev-\n"
                      "configMapGenerator:\n- name: settings\n  literals: [a=b]\n"
                      "patches:\n- path: p.yaml\n=== overlays/dev/p.yaml\napiVersion: "
                      "serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: hello\nspec:\n  template:\n"
                      "    metadata:\n      annotations:\n        autoscaling.knative.dev/minScale: \"1\"\n");
        const manifest::Project project = projectOf(files);
        QCOMPARE(lint::check(project).notRendered, QStringList(QStringLiteral("dev")));

        manifest::Render render;
        const auto documents = yaml::parse(
            "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: dev-hello\nspec:\n  "
            "template:\n"
            "    metadata:\n      annotations:\n        autoscaling.knative.dev/minScale: \"1\"\n    spec:\n"
            "      containers:\n      - image: ghcr.io/acme/hello:1.2.0\n        envFrom:\n        - "
            "configMapRef:\n"
            "            name: settings\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n"
            "  name: dev-settings-6g2c4t7mh8\n",
            QStringLiteral("render"));
        for (const yaml::Document &document : *documents) {
            manifest::RenderedObject object;
            object.object = std::make_shared<const base::Json>(document.value());
            render.objects.push_back(std::move(object));
        }
        lint::Options options;
        options.external.emplace(QStringLiteral("dev"), render);
        const auto report = lint::check(project, options);
        QVERIFY(report.notRendered.isEmpty());
        QStringList places;
        for (const Finding &finding : report.findings)
            places.append(finding.rule + u' ' + finding.place.file + u':'
                          + QString::number(finding.place.line));
        QCOMPARE(places,
                 QStringList({QStringLiteral("reference-renamed base/service.yaml:12"),
                              QStringLiteral("annotation-alias overlays/dev/p.yaml:9")}));
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
