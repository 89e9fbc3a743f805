// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "manifest/file_set.h"
#include "manifest/render.h"
#include "support/kubectl.h"
#include "variants.h"
#include "yaml/document.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using base::Json;

namespace {

QString rendersFolder()
{
    return QStringLiteral(SLUICE_TEST_DATA "/renders");
}

QByteArray kustomize(const QString &program, const QString &folder, QByteArray *error)
{
    QProcess process;
    process.start(program, {u"kustomize"_qs, folder});
    process.waitForFinished(60000);
    *error = process.readAllStandardError();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

void compareObjects(const manifest::Render &render, const QByteArray &expected)
{
    yaml::Limits limits;
    const auto documents = yaml::parse(expected, u"expected"_qs, limits);
    QVERIFY(documents.has_value());
    QCOMPARE(render.objects.size(), documents->size());
    for (std::size_t i = 0; i < documents->size(); ++i) {
        QCOMPARE(QString::fromStdString(render.objects[i].object->dump(1)),
                 QString::fromStdString((*documents)[i].value().dump(1)));
    }
    QCOMPARE(QString::fromUtf8(manifest::toYaml(render)), QString::fromUtf8(expected));
}

struct Row {
    Variant variant;
    manifest::Project project;
    QString environment;
    QString overlay;
};

const std::vector<Row> &rows()
{
    static std::vector<Row> result;
    if (!result.empty())
        return result;
    for (const Variant &variant : projectVariants()) {
        auto project = manifest::readProject(u"/project"_qs, manifest::FileSet::make(variant.files));
        if (!project)
            qFatal("%s: %s", qPrintable(variant.name), qPrintable(base::debugText(project.error())));
        for (const domain::Environment &environment : project->environments())
            result.push_back({variant, *project, environment.name, environment.overlay});
    }
    return result;
}

} // namespace

/// The renderer against kustomize: kept renders (tests/data/renders, made with kubectl 1.32; run with
/// SLUICE_UPDATE_DATA=1 to make them again) and, where kubectl is there, a live one.
class TestRender : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void kept_data();
    void kept();
    void live_data();
    void live();
    void seedValues();
    void origins();
    void refused_data();
    void refused();
    void external_data();
    void external();

private:
    QString m_kubectl;
};

void TestRender::initTestCase()
{
    m_kubectl = tests::recentKubectl();
    if (!qEnvironmentVariableIsSet("SLUICE_UPDATE_DATA"))
        return;
    QVERIFY(!m_kubectl.isEmpty());
    for (const Row &row : rows()) {
        QTemporaryDir folder;
        QVERIFY(writeFiles(folder.path(), row.variant.files));
        QByteArray error;
        const QByteArray text = kustomize(m_kubectl, folder.filePath(row.overlay), &error);
        QVERIFY2(!text.isEmpty(),
                 (row.variant.name.toUtf8() + '/' + row.environment.toUtf8() + ": " + error).constData());
        QVERIFY(
            writeFiles(rendersFolder(), {{row.variant.name + u'/' + row.environment + u".yaml"_qs, text}}));
    }
}

void TestRender::kept_data()
{
    QTest::addColumn<int>("index");
    const auto &all = rows();
    QVERIFY(all.size() >= 63);
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s/%s", qPrintable(all[i].variant.name), qPrintable(all[i].environment)) << int(i);
}

void TestRender::kept()
{
    QFETCH(int, index);
    const Row &row = rows()[std::size_t(index)];
    QFile file(rendersFolder() + u'/' + row.variant.name + u'/' + row.environment + u".yaml"_qs);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const auto render = manifest::render(row.project, row.environment);
    QVERIFY2(render.has_value(), render ? "" : qPrintable(base::debugText(render.error())));
    QVERIFY2(!render->external,
             render->external ? qPrintable(render->external->reason.arguments.join(u' ')) : "");
    compareObjects(*render, file.readAll());
}

void TestRender::live_data()
{
    kept_data();
}

void TestRender::live()
{
    if (m_kubectl.isEmpty())
        QSKIP("kubectl 1.28 or later is not there; the kept renders were compared");
    QFETCH(int, index);
    const Row &row = rows()[std::size_t(index)];
    QTemporaryDir folder;
    QVERIFY(writeFiles(folder.path(), row.variant.files));
    QByteArray error;
    const QByteArray text = kustomize(m_kubectl, folder.filePath(row.overlay), &error);
    QVERIFY2(!text.isEmpty(), error.constData());
    const auto render = manifest::render(row.project, row.environment);
    QVERIFY(render.has_value());
    compareObjects(*render, text);
}

void TestRender::seedValues()
{
    const auto project = manifest::readProject(u"/p"_qs, manifest::FileSet::make(sampleFiles()));
    const auto render = manifest::render(*project, u"prod"_qs);
    const auto it = std::find_if(render->objects.begin(), render->objects.end(),
                                 [](const auto &object) { return object.kind == u"Service"; });
    QVERIFY(it != render->objects.end());
    const Json &spec = (*it->object)["spec"]["template"];
    const Json &annotations = spec["metadata"]["annotations"];
    QCOMPARE(annotations["autoscaling.knative.dev/min-scale"].dump(), std::string("\"2\""));
    QCOMPARE(annotations["autoscaling.knative.dev/max-scale"].dump(), std::string("\"20\""));
    QCOMPARE(annotations["autoscaling.knative.dev/target"].dump(), std::string("\"100\""));
    QCOMPARE(annotations["autoscaling.knative.dev/scale-down-delay"].dump(), std::string("\"60s\""));
    const Json &container = spec["spec"]["containers"][0];
    QCOMPARE(container["resources"].dump(),
             std::string(
                 R"({"limits":{"cpu":"2000m","memory":"2Gi"},"requests":{"cpu":"200m","memory":"512Mi"}})"));
    QCOMPARE(container["image"].get<std::string>(), std::string("ghcr.io/example/python-api-base:1.0.0"));
    QVERIFY(container["env"].size() == 2 && container.contains("readinessProbe")
            && container.contains("livenessProbe") && container.contains("envFrom"));
    QCOMPARE(it->namespaceName, u"my-api"_qs);
}

void TestRender::origins()
{
    const auto project = manifest::readProject(u"/p"_qs, manifest::FileSet::make(sampleFiles()));
    const auto render = manifest::render(*project, u"prod"_qs);
    const auto it = std::find_if(render->objects.begin(), render->objects.end(),
                                 [](const auto &object) { return object.kind == u"Service"; });
    const auto at = [&](const char *pointer) {
        const manifest::Origin origin = it->originOf(pointer);
        return origin.file + u':' + QString::number(origin.line);
    };
    QCOMPARE(at("/spec/template/metadata/annotations/autoscaling.knative.dev~1max-scale"),
             u"overlays/prod/service-scaling.yaml:12"_qs);
    QCOMPARE(at("/spec/template/spec/containers/0/resources/limits/memory"),
             u"overlays/prod/service-resources.yaml:16"_qs);
    QCOMPARE(at("/spec/template/spec/containers/0/image"), u"base/service.yaml:15"_qs);
    QCOMPARE(at("/metadata/namespace"), u"overlays/prod/kustomization.yaml:3"_qs);
    QCOMPARE(at("/metadata/labels/app.kubernetes.io~1name"), u"base/kustomization.yaml:10"_qs);
    QCOMPARE(at("/spec/template/spec/containers/0/nothing"), at("/spec/template/spec/containers/0"));
}

void TestRender::refused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("reason");
    const QString overlay = u"overlays/prod/kustomization.yaml"_qs;
    const QString resources = u"overlays/prod/service-resources.yaml"_qs;
    const auto row = [](const char *name, const QString &file, const char *from, const char *to,
                        const QString &reason) {
        QTest::newRow(name) << file << QByteArray(from) << QByteArray(to) << reason;
    };
    row("broken overlay reference", overlay, "../../base", "../../bas",
        overlay + u":5 manifest.missing-file ../../bas"_qs);
    row("outside", overlay, "../../base", "../../../base",
        overlay + u":5 manifest.outside-project ../../../base"_qs);
    row("absolute", overlay, "../../base", "/etc", overlay + u":5 manifest.outside-project /etc"_qs);
    row("cycle", u"base/kustomization.yaml"_qs, "- service.yaml", "- ../overlays/prod",
        u"base/kustomization.yaml:4 manifest.cycle overlays/prod → base → overlays/prod"_qs);
    row("folder without kustomization", overlay, "../../base", "../../overlays",
        overlay + u":5 manifest.no-kustomization overlays"_qs);
    row("missing patch", overlay, "path: service-scaling.yaml", "path: gone.yaml",
        overlay + u":7 manifest.missing-file gone.yaml"_qs);
    row("file of another folder", overlay, "../../base", "../../base/service.yaml",
        overlay + u":5 manifest.file-outside-folder ../../base/service.yaml"_qs);
    row("unknown field", overlay,
        "namespace:", "namespaces:", overlay + u":3 manifest.kustomization-unknown-field namespaces"_qs);
    row("patch without object", u"overlays/prod/service-scaling.yaml"_qs, "name: python-api-base",
        "name: other", u"overlays/prod/service-scaling.yaml:3 manifest.patch-no-object Service other"_qs);
    row("test operation", resources, "value: user-container", "value: sidecar",
        resources + u":2 manifest.patch-test-failed /spec/template/spec/containers/0/name \"sidecar\""_qs);
    row("operation without parent", resources, "resources/limits/memory", "resource/limits/memory",
        resources
            + u":14 manifest.patch-path-missing /spec/template/spec/containers/0/resource/limits/memory"_qs);
    row("malformed", u"base/service.yaml"_qs, "spec:\n", "spec: [\n", u"base/service.yaml:"_qs);
    row("declared twice", u"base/kustomization.yaml"_qs, "- service.yaml", "- service.yaml\n- service.yaml",
        u"base/kustomization.yaml:5 manifest.duplicate-object Service python-api-base base/service.yaml"_qs);
    row("without kind", u"base/configmap.yaml"_qs, "kind: ConfigMap\n", "",
        u"base/configmap.yaml:1 manifest.object-without-kind "_qs);
}

void TestRender::refused()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, reason);
    auto files = sampleFiles();
    QVERIFY(files[file].contains(from));
    files[file].replace(files[file].indexOf(from), from.size(), to);
    const auto project = manifest::readProject(u"/p"_qs, manifest::FileSet::make(files));
    QVERIFY2(project.has_value(), project ? "" : qPrintable(base::debugText(project.error())));
    const auto render = manifest::render(*project, u"prod"_qs);
    QVERIFY(!render.has_value());
    QString text;
    if (const auto *validation = render.error().get_if<base::ValidationError>())
        text = u"%1:%2 %3 %4"_qs.arg(validation->source)
                   .arg(validation->line)
                   .arg(validation->what.id, validation->what.arguments.join(u' '));
    else if (const auto *decode = render.error().get_if<base::DecodeError>())
        text = u"%1:%2 %3"_qs.arg(decode->source).arg(decode->line).arg(decode->what.id);
    if (reason.endsWith(u':'))
        QVERIFY2(text.startsWith(reason), qPrintable(text));
    else
        QCOMPARE(text, reason);
}

void TestRender::external_data()
{
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *what, const char *added) {
        QTest::newRow(what) << QByteArray(added) << QString::fromLatin1(what);
    };
    row("components", "components:\n- ../../base\n");
    row("commonLabels", "commonLabels:\n  a: b\n");
    row("configMapGenerator", "configMapGenerator:\n- name: x\n  literals: [a=b]\n");
    row("replacements", "replacements:\n- path: x.yaml\n");
    row("helmCharts", "helmCharts:\n- name: x\n");
    row("openapi", "openapi:\n  path: x.json\n");
    row("labels.includeSelectors", "labels:\n- pairs: {a: b}\n  includeSelectors: true\n");
    row("$patch",
        "- patch: |-\n    apiVersion: serving.knative.dev/v1\n    kind: Service\n    metadata: {name: "
        "python-api-base}\n    $patch: delete\n");
}

void TestRender::external()
{
    QFETCH(QByteArray, added);
    QFETCH(QString, what);
    auto files = sampleFiles();
    files[u"overlays/prod/kustomization.yaml"_qs] += added;
    const auto project = manifest::readProject(u"/p"_qs, manifest::FileSet::make(files));
    const auto render = manifest::render(*project, u"prod"_qs);
    QVERIFY2(render.has_value(), render ? "" : qPrintable(base::debugText(render.error())));
    QVERIFY(render->external.has_value());
    QCOMPARE(render->external->reason.arguments, QStringList{what});
    QCOMPARE(render->external->place.file, u"overlays/prod/kustomization.yaml"_qs);
    QVERIFY(render->external->place.line >= 14);
    QVERIFY(render->objects.empty());
}

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
