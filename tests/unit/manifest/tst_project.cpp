// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "manifest/create.h"
#include "manifest/file_set.h"
#include "manifest/parameters.h"
#include "manifest/project.h"
#include "manifest/render.h"
#include "variants.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;

namespace {

QString reasonOf(const base::Error &error)
{
    if (const auto *v = error.get_if<base::ValidationError>())
        return u"%1:%2 %3 %4"_qs.arg(v->source).arg(v->line).arg(v->what.id, v->what.arguments.join(u' '));
    if (const auto *f = error.get_if<base::FileError>())
        return u"file %1"_qs.arg(int(f->kind));
    return base::debugText(error);
}

QString sampleFolder()
{
    return QStringLiteral(SLUICE_SOURCE_DIR "/resources/sample/python-api-base");
}

QString environmentsText(const manifest::Project &project)
{
    QStringList lines;
    for (const domain::Environment &environment : project.environments()) {
        lines += environment.name + u' ' + environment.overlay + u' ' + environment.namespaceName
            + (environment.production ? u" production"_qs : QString())
            + (environment.readOnly ? u" read-only"_qs : QString())
            + (environment.context.isEmpty() ? QString() : u" @"_qs + environment.context);
    }
    return lines.join(u'|');
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sampleInRepository();
    void creates();
    void createKeepsWhatIsThere();
    void createRefuses_data();
    void createRefuses();
    void opensSample();
    void opensFolderAbove();
    void environmentsByConvention();
    void projectFile();
    void missingOverlayBreaksItsEnvironmentOnly();
    void projectFileRefused_data();
    void projectFileRefused();
    void opensDespiteBrokenFiles();
    void nothingThere();
    void linksOutAreNotFollowed();
};

void TestProject::initTestCase()
{
    if (qEnvironmentVariableIsSet("SLUICE_UPDATE_DATA"))
        QVERIFY(writeFiles(sampleFolder(), sampleFiles()));
}

/// The sample project of the repository is what `sluice new` writes.
void TestProject::sampleInRepository()
{
    std::map<QString, QByteArray> found;
    QDirIterator it(sampleFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        found[QDir(sampleFolder()).relativeFilePath(file.fileName())] = file.readAll();
    }
    QVERIFY(!found.empty());
    QCOMPARE(found, sampleFiles());
}

void TestProject::creates()
{
    QTemporaryDir dir;
    manifest::NewProject wanted;
    wanted.name = u"shop"_qs;
    const auto written = manifest::createProject(dir.filePath(u"new/shop"_qs), wanted);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(reasonOf(written.error())));
    QCOMPARE(written->size(), qsizetype(15));
    const auto project = manifest::openProject(dir.filePath(u"new/shop"_qs));
    QVERIFY(project.has_value());
    QCOMPARE(project->name(), u"shop"_qs);
    QCOMPARE(project->basePath(), u"base"_qs);
    QVERIFY(project->problems().empty());
}

void TestProject::createKeepsWhatIsThere()
{
    QTemporaryDir dir;
    QVERIFY(writeFiles(dir.path(), {{u"base/service.yaml"_qs, "mine\n"}}));
    const auto written = manifest::createProject(dir.path(), {});
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().get_if<base::FileError>()->kind, base::FileError::Kind::Exists);
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"base"_qs});
}

void TestProject::createRefuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    for (const char *name : {"", "Shop", "1shop", "shop-", "a_b", "a.b", "-a", "a b"})
        QTest::addRow("name %s", name) << u"name"_qs << QString::fromLatin1(name) << u"manifest.bad-name"_qs;
    QTest::newRow("long name") << u"name"_qs << QString(58, u'a') << u"manifest.bad-name"_qs;
    for (const char *image : {"", "A/b", "a b", "a:", "a@sha256:12", "\"x", "a\nb"})
        QTest::addRow("image %s", image)
            << u"image"_qs << QString::fromLatin1(image) << u"manifest.bad-image"_qs;
    QTest::newRow("namespace") << u"namespace"_qs << u"My"_qs << u"manifest.bad-namespace"_qs;
    QTest::newRow("path") << u"path"_qs << u"health\"\n"_qs << u"manifest.bad-health-path"_qs;
    QTest::newRow("port") << u"port"_qs << u"0"_qs << u"manifest.bad-port"_qs;
}

void TestProject::createRefuses()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, reason);
    manifest::NewProject project;
    if (field == u"name")
        project.name = value;
    else if (field == u"image")
        project.image = value;
    else if (field == u"namespace")
        project.namespaceName = value;
    else if (field == u"path")
        project.healthPath = value;
    else
        project.port = value.toInt();
    const auto files = manifest::projectFiles(project);
    QVERIFY(!files.has_value());
    QCOMPARE(files.error().get_if<base::ValidationError>()->what.id, reason);
}

void TestProject::opensSample()
{
    const auto project = manifest::openProject(sampleFolder());
    QVERIFY2(project.has_value(), project ? "" : qPrintable(reasonOf(project.error())));
    QCOMPARE(project->name(), u"python-api-base"_qs);
    QCOMPARE(
        environmentsText(*project),
        u"dev overlays/dev my-api-dev|staging overlays/staging my-api-staging|prod overlays/prod my-api production"_qs);
    QVERIFY(project->hasProjectFile());
}

void TestProject::opensFolderAbove()
{
    QTemporaryDir dir;
    std::map<QString, QByteArray> files;
    for (const auto &[path, bytes] : sampleFiles()) {
        if (path != u"sluice.yaml")
            files[u"deployments/knative/"_qs + path] = bytes;
    }
    files[u"deployments/other/kustomization.yaml"_qs] = "resources: [a.yaml]\n";
    files[u".git/kustomization.yaml"_qs] = "x";
    QVERIFY(writeFiles(dir.path(), files));
    const auto project = manifest::openProject(dir.path());
    QVERIFY2(project.has_value(), project ? "" : qPrintable(reasonOf(project.error())));
    QCOMPARE(project->root(), QFileInfo(dir.path()).canonicalFilePath() + u"/deployments/knative"_qs);
    QCOMPARE(
        environmentsText(*project),
        u"dev overlays/dev my-api-dev|staging overlays/staging my-api-staging|prod overlays/prod my-api production"_qs);
    QVERIFY(!project->hasProjectFile());
    QCOMPARE(project->name(), u"python-api-base"_qs);
}

void TestProject::environmentsByConvention()
{
    const auto single = manifest::readProject(
        u"/x/thing"_qs,
        manifest::FileSet::make({{u"kustomization.yaml"_qs, "resources: [a.yaml]\nnamespace: n\n"}}));
    QCOMPARE(environmentsText(*single), u"default  n"_qs);
    QCOMPARE(single->name(), u"thing"_qs);
    QCOMPARE(single->basePath(), QString());
}

void TestProject::projectFile()
{
    auto files = sampleFiles();
    files[u"sluice.yaml"_qs] =
        "version: 1\nenvironments:\n- name: live\n  overlay: overlays/prod/\n  context: gke\n  namespace: "
        "elsewhere\n  readOnly: true\n- {name: test, overlay: ./overlays/dev}\n";
    const auto project = manifest::readProject(u"/x/thing"_qs, manifest::FileSet::make(files));
    QVERIFY2(project.has_value(), project ? "" : qPrintable(reasonOf(project.error())));
    QCOMPARE(environmentsText(*project),
             u"live overlays/prod elsewhere read-only @gke|test overlays/dev my-api-dev"_qs);
    QCOMPARE(project->name(), u"python-api-base"_qs);
}

void TestProject::missingOverlayBreaksItsEnvironmentOnly()
{
    auto files = sampleFiles();
    files[u"sluice.yaml"_qs] =
        "environments:\n- name: gone\n  overlay: overlays/gone\n- {name: live, overlay: overlays/prod}\n";
    const auto project = manifest::readProject(u"/x"_qs, manifest::FileSet::make(files));
    QVERIFY2(project.has_value(), project ? "" : qPrintable(reasonOf(project.error())));
    QCOMPARE(project->basePath(), u"base"_qs);
    QVERIFY(manifest::render(*project, u"live"_qs).has_value());
    const QString reason = u"sluice.yaml:3 manifest.no-kustomization overlays/gone"_qs;
    const auto rendered = manifest::render(*project, u"gone"_qs);
    QVERIFY(!rendered.has_value());
    QCOMPARE(reasonOf(rendered.error()), reason);
    const auto table = manifest::parameterTable(*project);
    QVERIFY2(table.has_value(), table ? "" : qPrintable(reasonOf(table.error())));
    const manifest::ParameterColumn *gone = table->column(u"gone"_qs);
    QVERIFY(gone && gone->error);
    QCOMPARE(reasonOf(*gone->error), reason);
    QVERIFY(!table->column(u"live"_qs)->error);
}

void TestProject::projectFileRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("list") << QByteArray("- a\n") << u"sluice.yaml:1 manifest.project-not-mapping "_qs;
    QTest::newRow("empty") << QByteArray("") << u"sluice.yaml:1 manifest.project-not-mapping "_qs;
    QTest::newRow("version") << QByteArray("version: 2\n") << u"sluice.yaml:1 manifest.project-version "_qs;
    QTest::newRow("field") << QByteArray("version: 1\nenviroments: []\n")
                           << u"sluice.yaml:2 manifest.project-unknown-field enviroments"_qs;
    QTest::newRow("no name") << QByteArray("environments:\n- overlay: overlays/dev\n")
                             << u"sluice.yaml:2 manifest.environment-without-name "_qs;
    QTest::newRow("twice") << QByteArray(
        "environments:\n- {name: a, overlay: overlays/dev}\n- {name: a, overlay: overlays/prod}\n")
                           << u"sluice.yaml:3 manifest.environment-twice a"_qs;
    QTest::newRow("outside") << QByteArray("environments:\n- name: a\n  overlay: ../x\n")
                             << u"sluice.yaml:3 manifest.outside-project ../x"_qs;
    QTest::newRow("flag") << QByteArray(
        "environments:\n- name: a\n  overlay: overlays/dev\n  production: maybe\n")
                          << u"sluice.yaml:4 manifest.expected-flag environments[0].production"_qs;
}

void TestProject::projectFileRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    auto files = sampleFiles();
    files[u"sluice.yaml"_qs] = text;
    const auto project = manifest::readProject(u"/x"_qs, manifest::FileSet::make(files));
    QVERIFY(!project.has_value());
    QCOMPARE(reasonOf(project.error()), reason);
}

void TestProject::opensDespiteBrokenFiles()
{
    QTemporaryDir dir;
    auto files = sampleFiles();
    files[u"templates/helm.yaml"_qs] = "a: {{ .Values.x }}\n  b\n";
    files[u"big.yaml"_qs] = QByteArray(3 * 1024 * 1024 + 10, ' ');
    QVERIFY(writeFiles(dir.path(), files));
    const auto project = manifest::openProject(dir.path());
    QVERIFY(project.has_value());
    QCOMPARE(project->problems().size(), std::size_t(2));
    QCOMPARE(project->problems()[0].place.file, u"big.yaml"_qs);
    QCOMPARE(project->problems()[0].what.id, u"yaml.too-large"_qs);
    QCOMPARE(project->problems()[1].place.file, u"templates/helm.yaml"_qs);
}

void TestProject::nothingThere()
{
    QTemporaryDir dir;
    QCOMPARE(manifest::openProject(dir.path()).error().get_if<base::ValidationError>()->what.id,
             u"manifest.no-project"_qs);
    QCOMPARE(manifest::openProject(dir.filePath(u"x"_qs)).error().get_if<base::FileError>()->kind,
             base::FileError::Kind::NotFound);
    QVERIFY(writeFiles(dir.path(), {{u"f"_qs, "x"}}));
    QCOMPARE(manifest::openProject(dir.filePath(u"f"_qs)).error().get_if<base::FileError>()->kind,
             base::FileError::Kind::NotAFile);
}

void TestProject::linksOutAreNotFollowed()
{
    QTemporaryDir outside;
    QVERIFY(writeFiles(outside.path(), {{u"secret.yaml"_qs, "a: 1\n"}}));
    QTemporaryDir dir;
    QVERIFY(writeFiles(dir.path(), sampleFiles()));
    QVERIFY(QFile::link(outside.filePath(u"secret.yaml"_qs), dir.filePath(u"base/link.yaml"_qs)));
    QVERIFY(QFile::link(outside.path(), dir.filePath(u"base/folder"_qs)));
    const auto project = manifest::openProject(dir.path());
    QVERIFY(project.has_value());
    QVERIFY(!project->files().contains(u"base/link.yaml"_qs));
    QVERIFY(!project->files().contains(u"base/folder/secret.yaml"_qs));
}

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
