// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "manifest/edits.h"
#include "manifest/file_set.h"
#include "manifest/parameters.h"
#include "variants.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace sluice;
using Id = domain::ParameterId;

namespace {

manifest::Project projectOf(const std::map<QString, QByteArray> &files)
{
    auto project = manifest::readProject(u"/p"_qs, manifest::FileSet::make(files));
    if (!project)
        qFatal("%s", qPrintable(base::debugText(project.error())));
    return *project;
}

QString hunksText(const std::vector<manifest::FileEdit> &edits)
{
    QStringList lines;
    for (const manifest::FileEdit &edit : edits) {
        for (const manifest::Hunk &hunk : edit.hunks) {
            lines += u"%1:%2"_qs.arg(edit.file).arg(hunk.removed.isEmpty() ? hunk.newLine : hunk.oldLine);
            for (const QString &line : hunk.removed)
                lines += u"-"_qs + line;
            for (const QString &line : hunk.added)
                lines += u"+"_qs + line;
        }
    }
    return lines.join(u'\n');
}

QString reasonOf(const base::Error &error)
{
    const auto *v = error.get_if<base::ValidationError>();
    return v ? u"%1:%2 %3"_qs.arg(v->source).arg(v->line).arg(v->what.id) : base::debugText(error);
}

QString cellText(const manifest::ParameterTable &table, const QString &environment, Id id)
{
    const manifest::ParameterCell &cell = table.column(environment)->cell(id);
    const auto text = [](const std::optional<manifest::ParameterValue> &value) {
        return value ? u"%1 %2:%3"_qs.arg(value->text, value->origin.file).arg(value->origin.line) : u"-"_qs;
    };
    return text(cell.own) + u" < "_qs + text(cell.inherited);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestManifestEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matrix();
    void matrixWithBrokenOverlay();
    void plans_data();
    void plans();
    void severalAtOnce();
    void everyCell();
    void refused();
    void hunks_data();
    void hunks();
    void saves();
    void refusesChangedFile();
    void readOnlyFolder();
    void fullDisk();
};

void TestManifestEdits::matrix()
{
    const auto table = manifest::parameterTable(projectOf(sampleFiles()));
    QVERIFY(table.has_value());
    QCOMPARE(table->service, u"python-api-base"_qs);
    QCOMPARE(table->columns.size(), std::size_t(4));
    QCOMPARE(cellText(*table, u""_qs, Id::MinScale), u"- < -"_qs);
    QCOMPARE(cellText(*table, u""_qs, Id::Target), u"100 base/service.yaml:9 < -"_qs);
    QCOMPARE(cellText(*table, u"prod"_qs, Id::MaxScale), u"20 overlays/prod/service-scaling.yaml:12 < -"_qs);
    QCOMPARE(cellText(*table, u"prod"_qs, Id::Target),
             u"100 overlays/prod/service-scaling.yaml:13 < 100 base/service.yaml:9"_qs);
    QCOMPARE(cellText(*table, u"prod"_qs, Id::MemoryLimit),
             u"2Gi overlays/prod/service-resources.yaml:16 < 512Mi base/service.yaml:32"_qs);
    QCOMPARE(cellText(*table, u"dev"_qs, Id::TimeoutSeconds), u"- < 300 base/service.yaml:12"_qs);
    QCOMPARE(cellText(*table, u"dev"_qs, Id::Image),
             u"- < ghcr.io/example/python-api-base:1.0.0 base/service.yaml:15"_qs);
    const auto &variables = table->column(u"dev"_qs)->environmentVariables;
    QCOMPARE(variables.size(), std::size_t(2));
    QCOMPARE(variables[1].first + u'=' + variables[1].second, u"LOG_LEVEL=info"_qs);
    // The seed's two tables.
    const std::map<Id, QStringList> seed{{Id::MinScale, {u"0"_qs, u"1"_qs, u"2"_qs}},
                                         {Id::MaxScale, {u"3"_qs, u"5"_qs, u"20"_qs}},
                                         {Id::Target, {u"50"_qs, u"80"_qs, u"100"_qs}},
                                         {Id::ScaleDownDelay, {u"15s"_qs, u"30s"_qs, u"60s"_qs}},
                                         {Id::CpuRequest, {u"50m"_qs, u"100m"_qs, u"200m"_qs}},
                                         {Id::CpuLimit, {u"500m"_qs, u"750m"_qs, u"2000m"_qs}},
                                         {Id::MemoryRequest, {u"128Mi"_qs, u"256Mi"_qs, u"512Mi"_qs}},
                                         {Id::MemoryLimit, {u"512Mi"_qs, u"768Mi"_qs, u"2Gi"_qs}}};
    for (const auto &[id, values] : seed) {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(table->columns[std::size_t(i) + 1].cell(id).own->text, values[i]);
    }
    for (const manifest::ParameterColumn &column : table->columns)
        QVERIFY(domain::checkValues(column.values()).empty());
}

void TestManifestEdits::matrixWithBrokenOverlay()
{
    auto files = sampleFiles();
    files[u"overlays/dev/kustomization.yaml"_qs].replace("../../base", "../../bass");
    const auto table = manifest::parameterTable(projectOf(files), u"python-api-base"_qs);
    QVERIFY(table.has_value());
    QCOMPARE(reasonOf(*table->column(u"dev"_qs)->error),
             u"overlays/dev/kustomization.yaml:5 manifest.missing-file"_qs);
    QVERIFY(!table->column(u"prod"_qs)->error);
}

void TestManifestEdits::plans_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &environment, Id id, const QString &value,
                        const QString &expected) {
        QTest::newRow(name) << environment << int(id) << value << expected;
    };
    row("replace annotation", u"prod"_qs, Id::MaxScale, u"40"_qs,
        u"overlays/prod/service-scaling.yaml:12\n-        autoscaling.knative.dev/max-scale: \"20\"\n+        autoscaling.knative.dev/max-scale: \"40\""_qs);
    row("replace in operation", u"prod"_qs, Id::CpuLimit, u" 3 "_qs,
        u"overlays/prod/service-resources.yaml:10\n-  value: 2000m\n+  value: \"3\""_qs);
    row("replace in base", u""_qs, Id::Target, u"70"_qs,
        u"base/service.yaml:9\n-        autoscaling.knative.dev/target: \"100\"\n+        autoscaling.knative.dev/target: \"70\""_qs);
    row("add annotation", u"dev"_qs, Id::StableWindow, u"90s"_qs,
        u"overlays/dev/service-scaling.yaml:15\n+        autoscaling.knative.dev/window: 90s"_qs);
    row("add spec number", u"dev"_qs, Id::ContainerConcurrency, u"10"_qs,
        u"overlays/dev/service-scaling.yaml:15\n+    spec:\n+      containerConcurrency: 10"_qs);
    row("add in base", u""_qs, Id::MinScale, u"1"_qs,
        u"base/service.yaml:10\n+        autoscaling.knative.dev/min-scale: \"1\""_qs);
    row("clear annotation", u"prod"_qs, Id::MaxScale, QString(),
        u"overlays/prod/service-scaling.yaml:12\n-        autoscaling.knative.dev/max-scale: \"20\""_qs);
    row("clear operation", u"prod"_qs, Id::CpuLimit, QString(),
        u"overlays/prod/service-resources.yaml:8\n-- op: add\n-  path: /spec/template/spec/containers/0/resources/limits/cpu\n-  value: 2000m"_qs);
    row("clear in base", u""_qs, Id::CpuLimit, QString(),
        u"base/service.yaml:31\n-            cpu: 1000m"_qs);
    row("clear what is inherited", u"dev"_qs, Id::TimeoutSeconds, QString(), QString());
    row("same value", u"prod"_qs, Id::MaxScale, u"20"_qs, QString());
}

void TestManifestEdits::plans()
{
    QFETCH(QString, environment);
    QFETCH(int, id);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const std::optional<QString> wish = value.isNull() ? std::nullopt : std::optional(value);
    const auto plan = manifest::planEdits(projectOf(sampleFiles()), {{environment, Id(id), wish}});
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(reasonOf(plan.error())));
    QCOMPARE(hunksText(*plan), expected);
}

/// Without patches in the overlay, they are made.
void TestManifestEdits::severalAtOnce()
{
    auto files = sampleFiles();
    files.erase(u"overlays/dev/service-scaling.yaml"_qs);
    files.erase(u"overlays/dev/service-resources.yaml"_qs);
    files[u"overlays/dev/kustomization.yaml"_qs] = "resources:\n- ../../base\nnamespace: d # here\n";
    files[u"base/service.yaml"_qs].replace(
        "        resources:\n          requests:\n            cpu: 100m\n            memory: 256Mi\n         "
        " limits:\n            cpu: 1000m\n            memory: 512Mi\n",
        "");
    const manifest::Project project = projectOf(files);
    const auto plan = manifest::planEdits(project,
                                          {{u"dev"_qs, Id::MinScale, u"1"_qs},
                                           {u"dev"_qs, Id::CpuLimit, u"1"_qs},
                                           {u"dev"_qs, Id::MemoryLimit, u"1Gi"_qs},
                                           {u"dev"_qs, Id::MaxScale, u"4"_qs}});
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(reasonOf(plan.error())));
    QCOMPARE(plan->size(), std::size_t(3));
    QCOMPARE((*plan)[0].after,
             QByteArray("resources:\n- ../../base\nnamespace: d # here\npatches:\n- path: "
                        "service-scaling.yaml\n- path: service-resources.yaml\n"
                        "  target:\n    group: serving.knative.dev\n    version: v1\n    kind: Service\n    "
                        "name: python-api-base\n"));
    QVERIFY((*plan)[1].before.isNull());
    QCOMPARE(
        (*plan)[1].after,
        QByteArray(
            "- op: test\n  path: /spec/template/spec/containers/0/name\n  value: user-container\n"
            "- op: add\n  path: /spec/template/spec/containers/0/resources\n  value:\n    limits:\n      "
            "cpu: \"1\"\n"
            "- op: add\n  path: /spec/template/spec/containers/0/resources/limits/memory\n  value: 1Gi\n"));
    QCOMPARE((*plan)[2].after,
             QByteArray("apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "
                        "python-api-base\nspec:\n  template:\n    metadata:\n"
                        "      annotations:\n        autoscaling.knative.dev/min-scale: \"1\"\n        "
                        "autoscaling.knative.dev/max-scale: \"4\"\n"));
    const auto after = manifest::withEdits(project, *plan);
    QVERIFY(after.has_value());
    QCOMPARE(manifest::parameterTable(*after)->column(u"dev"_qs)->cell(Id::MemoryLimit).own->text, u"1Gi"_qs);
    // And away again.
    const auto back = manifest::planEdits(*after,
                                          {{u"dev"_qs, Id::MinScale, {}},
                                           {u"dev"_qs, Id::MaxScale, {}},
                                           {u"dev"_qs, Id::MemoryLimit, {}},
                                           {u"dev"_qs, Id::CpuLimit, {}}});
    QVERIFY2(back.has_value(), back ? "" : qPrintable(reasonOf(back.error())));
}

/// Each editable parameter in each column of each variant: replaced, cleared and added, or refused with a reason;
/// planEdits itself checks that nothing else changes.
void TestManifestEdits::everyCell()
{
    const std::map<domain::ParameterKind, QString> values{
        {domain::ParameterKind::Count, u"8"_qs},      {domain::ParameterKind::Decimal, u"7.5"_qs},
        {domain::ParameterKind::Duration, u"77s"_qs}, {domain::ParameterKind::Cpu, u"777m"_qs},
        {domain::ParameterKind::Memory, u"777Mi"_qs}, {domain::ParameterKind::Seconds, u"77"_qs}};
    int planned = 0;
    for (const Variant &variant : projectVariants()) {
        if (variant.name != u"sample" && variant.name != u"crlf" && variant.name != u"flow-style"
            && variant.name != u"inline-patches")
            continue;
        const manifest::Project project = projectOf(variant.files);
        const auto table = manifest::parameterTable(project);
        for (const manifest::ParameterColumn &column : table->columns) {
            for (const domain::Parameter &parameter : domain::parameters()) {
                if (!parameter.editable)
                    continue;
                for (const auto &wish :
                     {std::optional(values.at(parameter.kind)), std::optional<QString>()}) {
                    const auto plan =
                        manifest::planEdits(project, {{column.environment, parameter.id, wish}});
                    if (!plan) {
                        QVERIFY2(!reasonOf(plan.error()).startsWith(u':'),
                                 qPrintable(variant.name + u' ' + column.environment + u' ' + parameter.name
                                            + u' ' + reasonOf(plan.error())));
                        continue;
                    }
                    ++planned;
                    if (wish && column.cell(parameter.id).own) {
                        QCOMPARE(plan->size(), std::size_t(1));
                        QCOMPARE(plan->front().hunks.size(), std::size_t(1));
                        QCOMPARE(plan->front().hunks.front().removed.size(), 1);
                        QCOMPARE(plan->front().hunks.front().added.size(), 1);
                    } else if (!wish && variant.name != u"flow-style") {
                        for (const manifest::FileEdit &edit : *plan) {
                            for (const manifest::Hunk &hunk : edit.hunks)
                                QVERIFY(hunk.added.isEmpty());
                        }
                    }
                }
            }
        }
    }
    QVERIFY(planned > 200);
}

void TestManifestEdits::refused()
{
    auto files = sampleFiles();
    const manifest::Project project = projectOf(files);
    QCOMPARE(reasonOf(manifest::planEdits(project, {{u"prod"_qs, Id::Image, u"x"_qs}}).error()),
             u":0 manifest.not-editable"_qs);
    QCOMPARE(reasonOf(manifest::planEdits(project, {{u"qa"_qs, Id::MinScale, u"1"_qs}}).error()),
             u":0 manifest.no-environment"_qs);
    files[u"overlays/prod/service-scaling.yaml"_qs].replace("max-scale: \"20\"",
                                                            "max-scale: >-\n          20");
    QCOMPARE(reasonOf(manifest::planEdits(projectOf(files), {{u"prod"_qs, Id::MaxScale, u"1"_qs}}).error()),
             u"overlays/prod/service-scaling.yaml:12 yaml.edit-block-scalar"_qs);
}

void TestManifestEdits::hunks_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("same") << QByteArray("a\n") << QByteArray("a\n") << QString();
    QTest::newRow("new") << QByteArray() << QByteArray("a\nb\n") << u"f:1\n+a\n+b"_qs;
    QTest::newRow("gone") << QByteArray("a\nb\n") << QByteArray() << u"f:1\n-a\n-b"_qs;
    QTest::newRow("two places") << QByteArray("a\nb\nc\nd\ne\n") << QByteArray("a\nx\nc\nd\ny\nz\n")
                                << u"f:2\n-b\n+x\nf:5\n-e\n+y\n+z"_qs;
    QTest::newRow("repeated lines") << QByteArray("a\na\na\n") << QByteArray("a\na\n") << u"f:3\n-a"_qs;
    QTest::newRow("line break at the end") << QByteArray("a") << QByteArray("a\nb") << u"f:2\n+b"_qs;
}

void TestManifestEdits::hunks()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);
    QCOMPARE(hunksText({{u"f"_qs, before, after, manifest::hunks(before, after)}}), expected);
}

void TestManifestEdits::saves()
{
    QTemporaryDir dir;
    QVERIFY(writeFiles(dir.path(), {{u"a.yaml"_qs, "a\n"}, {u"c.yaml"_qs, "c\n"}}));
    const auto report = manifest::saveEdits(
        dir.path(),
        {{u"a.yaml"_qs, "a\n", "x\n", {}}, {u"b.yaml"_qs, {}, "new\n", {}}, {u"c.yaml"_qs, "c\n", {}, {}}});
    QVERIFY(report.ok());
    QCOMPARE(report.written, (QStringList{u"a.yaml"_qs, u"b.yaml"_qs, u"c.yaml"_qs}));
    QCOMPARE(contentOf(dir.filePath(u"a.yaml"_qs)), QByteArray("x\n"));
    QCOMPARE(contentOf(dir.filePath(u"b.yaml"_qs)), QByteArray("new\n"));
    QVERIFY(!QFile::exists(dir.filePath(u"c.yaml"_qs)));
}

void TestManifestEdits::refusesChangedFile()
{
    QTemporaryDir dir;
    QVERIFY(writeFiles(dir.path(), {{u"a.yaml"_qs, "a\n"}, {u"b.yaml"_qs, "somebody\n"}}));
    const auto report =
        manifest::saveEdits(dir.path(), {{u"a.yaml"_qs, "a\n", "x\n", {}}, {u"b.yaml"_qs, "b\n", "y\n", {}}});
    QVERIFY(!report.ok());
    QCOMPARE(report.error->get_if<base::FileError>()->kind, base::FileError::Kind::ChangedOnDisk);
    QCOMPARE(report.error->get_if<base::FileError>()->path, dir.filePath(u"b.yaml"_qs));
    QVERIFY(report.written.isEmpty());
    QCOMPARE(contentOf(dir.filePath(u"a.yaml"_qs)), QByteArray("a\n"));
    const auto appeared = manifest::saveEdits(dir.path(), {{u"a.yaml"_qs, {}, "x\n", {}}});
    QCOMPARE(appeared.error->get_if<base::FileError>()->kind, base::FileError::Kind::ChangedOnDisk);
}

void TestManifestEdits::readOnlyFolder()
{
    QTemporaryDir dir;
    QVERIFY(writeFiles(dir.path(), {{u"a.yaml"_qs, "a\n"}, {u"locked/b.yaml"_qs, "b\n"}}));
    const QString locked = dir.filePath(u"locked"_qs);
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(QFile::setPermissions(locked + u"/b.yaml"_qs, QFile::ReadOwner));
    // root writes through permissions; be somebody else for the length of the call.
    const bool root = geteuid() == 0;
    if (root) {
        QVERIFY(chown(dir.path().toLocal8Bit().constData(), 65534, 65534) == 0);
        QVERIFY(chown(dir.filePath(u"a.yaml"_qs).toLocal8Bit().constData(), 65534, 65534) == 0);
        QVERIFY(chown(locked.toLocal8Bit().constData(), 65534, 65534) == 0);
        QVERIFY(chown((locked + u"/b.yaml"_qs).toLocal8Bit().constData(), 65534, 65534) == 0);
        QVERIFY(seteuid(65534) == 0);
    }
    const auto report = manifest::saveEdits(
        dir.path(), {{u"a.yaml"_qs, "a\n", "x\n", {}}, {u"locked/b.yaml"_qs, "b\n", "y\n", {}}});
    if (root)
        QVERIFY(seteuid(0) == 0);
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!report.ok());
    QVERIFY(report.error->get_if<base::FileError>() != nullptr);
    QCOMPARE(report.restored, QStringList{u"a.yaml"_qs});
    QVERIFY(report.written.isEmpty());
    QCOMPARE(contentOf(dir.filePath(u"a.yaml"_qs)), QByteArray("a\n"));
    QCOMPARE(contentOf(locked + u"/b.yaml"_qs), QByteArray("b\n"));
}

/// A limit on file size stands for a full disk: the write fails half way.
void TestManifestEdits::fullDisk()
{
    QTemporaryDir dir;
    QVERIFY(writeFiles(dir.path(), {{u"a.yaml"_qs, "a\n"}, {u"b.yaml"_qs, "b\n"}}));
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QVERIFY(getrlimit(RLIMIT_FSIZE, &old) == 0);
    rlimit small = old;
    small.rlim_cur = 8192;
    QVERIFY(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto report = manifest::saveEdits(
        dir.path(), {{u"a.yaml"_qs, "a\n", "x\n", {}}, {u"b.yaml"_qs, "b\n", QByteArray(100000, 'y'), {}}});
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(!report.ok());
    QCOMPARE(report.restored, QStringList{u"a.yaml"_qs});
    QCOMPARE(contentOf(dir.filePath(u"a.yaml"_qs)), QByteArray("a\n"));
    QCOMPARE(contentOf(dir.filePath(u"b.yaml"_qs)), QByteArray("b\n"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), (QStringList{u"a.yaml"_qs, u"b.yaml"_qs}));
}

QTEST_GUILESS_MAIN(TestManifestEdits)
#include "tst_manifest_edits.moc"
