// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/lint.h"
#include "lint/metric_names.h"
#include "manifest/create.h"
#include "manifest/file_set.h"
#include "manifest/render.h"
#include "manifest/template_text.h"
#include "schema/catalog.h"
#include "schema/validation.h"
#include "support/kubectl.h"
#include "variants.h"
#include "yaml/document.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

using namespace sluice;
using base::Json;
using manifest::NewProject;

namespace {

using Files = std::map<QString, QByteArray>;

constexpr std::array parts{&NewProject::eventing,   &NewProject::traffic, &NewProject::argoCd,
                           &NewProject::monitoring, &NewProject::istio,   &NewProject::adapter};
constexpr int combinations = 1 << parts.size();

NewProject withParts(int bits)
{
    NewProject project;
    for (std::size_t i = 0; i < parts.size(); ++i)
        project.*parts[i] = (bits & (1 << i)) != 0;
    return project;
}

/// Everything other than the sample has it.
NewProject otherProject()
{
    NewProject project;
    project.addAllParts();
    project.name = u"on"_qs; // a word that YAML would take for true
    project.image = u"registry.example.com:5000/team/shop@sha256:"_qs + QString(64, u'a');
    project.namespaceName = u"0123"_qs;
    project.port = 8080;
    project.healthPath = u"/"_qs;
    project.environments = {manifest::newEnvironment(u"1"_qs), manifest::newEnvironment(u"live"_qs),
                            manifest::newEnvironment(u"dev"_qs)};
    project.environments[0].namespaceName = u"42"_qs;
    project.knativeRelease = 20;
    project.kafkaServers = {u"a.example.com:9092"_qs, u"b.example.com:9093"_qs};
    project.kafkaTopics = {u"orders"_qs, u"123"_qs};
    project.repository = u"git@git.example.com:team/shop.git"_qs;
    project.repositoryPath = QString();
    project.branch = u"release/1"_qs;
    return project;
}

Files filesOf(const NewProject &project)
{
    const auto made = manifest::projectFiles(project);
    if (!made)
        qFatal("%s", qPrintable(base::debugText(made.error())));
    Files files;
    for (const manifest::NewFile &file : *made)
        files[file.file] = file.bytes;
    if (files.size() != made->size())
        qFatal("a file is written twice");
    return files;
}

/// As it is read from a folder, where other files are passed over.
manifest::Project projectOf(Files files)
{
    std::erase_if(files, [](const auto &file) {
        return !file.first.endsWith(u".yaml") && !file.first.endsWith(u".yml")
            && !file.first.endsWith(u".json");
    });
    auto project = manifest::readProject(u"/project"_qs, manifest::FileSet::make(files));
    if (!project)
        qFatal("%s", qPrintable(base::debugText(project.error())));
    return *project;
}

QString told(const lint::Report &report)
{
    QStringList lines;
    for (const lint::Finding &finding : report.findings)
        lines.append(u"%1:%2 [%3] %4"_qs.arg(finding.place.file)
                         .arg(finding.place.line)
                         .arg(finding.rule, finding.message.arguments.join(u'|')));
    return lines.join(u'\n');
}

QByteArray nameOf(const Json &object)
{
    return QByteArray::fromStdString(base::textAt(object, "kind") + ' '
                                     + base::textAt(object, "metadata.name"));
}

/// Unlike the linter, also kinds that nobody knows and missing fields are wrong.
void checkFields(const Json &object)
{
    const schema::KindSchema *kind =
        schema::find(base::textAt(object, "apiVersion"), base::textAt(object, "kind"));
    QVERIFY2(kind, nameOf(object).constData());
    for (const schema::Issue &issue : schema::validateFields(*kind, object))
        QFAIL((nameOf(object) + ' ' + issue.field.c_str() + ": " + issue.message.c_str()).constData());
}

std::vector<Json> objectsIn(const Files &files, QStringView folder)
{
    std::vector<Json> objects;
    for (const auto &[path, bytes] : files) {
        if (!path.startsWith(folder) || path.endsWith(u"kustomization.yaml")
            || path.endsWith(u"name-references.yaml") || path.endsWith(u".json"))
            continue;
        const auto documents = yaml::parse(bytes, path);
        if (!documents)
            qFatal("%s", qPrintable(base::debugText(documents.error())));
        for (const yaml::Document &document : *documents)
            objects.push_back(document.value());
    }
    return objects;
}

void expressionsIn(const Json &node, QStringList &out)
{
    for (const auto &[key, value] : node.items()) {
        if (value.is_structured())
            expressionsIn(value, out);
        else if (key == "expr")
            out.append(QString::fromStdString(value.get<std::string>()));
    }
}

} // namespace

/// What `sluice new` can write, with every combination of its parts.
class TestNewProject : public QObject {
    Q_OBJECT

private:
    static void combinationRows()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("release");
        for (int bits = 0; bits < combinations; ++bits) {
            for (const int release : {15, 20})
                QTest::addRow("%02d for 1.%d", bits, release) << bits << release;
        }
        QTest::newRow("other names") << -1 << 20;
    }
    static NewProject project(int bits, int release)
    {
        NewProject made = bits < 0 ? otherProject() : withParts(bits);
        made.knativeRelease = release;
        return made;
    }

private Q_SLOTS:
    void theWholeTree()
    {
        NewProject project;
        project.addAllParts();
        QStringList names;
        for (const auto &[path, bytes] : filesOf(project)) {
            if (!path.startsWith(u"base/") && !path.startsWith(u"overlays/"))
                names.append(path);
        }
        QCOMPARE(names,
                 (QStringList{u"README.md"_qs,
                              u"adapter/.dockerignore"_qs,
                              u"adapter/Dockerfile"_qs,
                              u"adapter/pyproject.toml"_qs,
                              u"adapter/src/__init__.py"_qs,
                              u"adapter/src/__main__.py"_qs,
                              u"adapter/src/infrastructure/__init__.py"_qs,
                              u"adapter/src/infrastructure/eventing/__init__.py"_qs,
                              u"adapter/src/infrastructure/eventing/cloud_event.py"_qs,
                              u"adapter/src/infrastructure/eventing/http.py"_qs,
                              u"adapter/src/main.py"_qs,
                              u"adapter/tests/test_cloud_event.py"_qs,
                              u"adapter/tests/test_http.py"_qs,
                              u"adapter/tests/test_main.py"_qs,
                              u"argocd/applications/knative-api.yaml"_qs,
                              u"argocd/applications/knative-monitoring.yaml"_qs,
                              u"argocd/applicationsets/knative-api-set.yaml"_qs,
                              u"eventing/broker.yaml"_qs,
                              u"eventing/dead-letter-sink.yaml"_qs,
                              u"eventing/kafka-source.yaml"_qs,
                              u"eventing/kustomization.yaml"_qs,
                              u"eventing/name-references.yaml"_qs,
                              u"eventing/trigger.yaml"_qs,
                              u"istio/authorization-policy.yaml"_qs,
                              u"istio/kustomization.yaml"_qs,
                              u"istio/peer-authentication.yaml"_qs,
                              u"monitoring/grafana-dashboard-knative.json"_qs,
                              u"monitoring/kustomization.yaml"_qs,
                              u"monitoring/prometheus-alerts-knative.yml"_qs,
                              u"monitoring/service-monitor.yaml"_qs,
                              u"sluice.yaml"_qs,
                              u"traffic/blue-green.yaml"_qs,
                              u"traffic/canary-deployment.yaml"_qs,
                              u"traffic/rollback.yaml"_qs}));
    }

    void nothingIsLeftToFillIn_data() { combinationRows(); }
    void nothingIsLeftToFillIn()
    {
        QFETCH(int, bits);
        QFETCH(int, release);
        static const QRegularExpression open(u"%[A-Z_]+%|#% "_qs);
        for (const auto &[path, bytes] : filesOf(project(bits, release))) {
            const auto match = open.match(QString::fromUtf8(bytes));
            QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_qs + match.captured()));
            QVERIFY2(bytes.endsWith('\n') && !bytes.endsWith("\n\n"), qPrintable(path));
        }
    }

    void linterHasNothingToSay_data() { combinationRows(); }
    void linterHasNothingToSay()
    {
        QFETCH(int, bits);
        QFETCH(int, release);
        const manifest::Project made = projectOf(filesOf(project(bits, release)));
        QVERIFY(made.problems().empty());
        lint::Options options;
        for (const bool saysRelease : {true, false}) {
            options.release = saysRelease ? std::optional(release) : std::nullopt;
            const lint::Report report = lint::check(made, options);
            QVERIFY2(report.findings.empty(), qPrintable(told(report)));
            QVERIFY(report.notRendered.isEmpty());
        }
    }

    void rendersToValidObjects_data() { combinationRows(); }
    void rendersToValidObjects()
    {
        QFETCH(int, bits);
        QFETCH(int, release);
        const NewProject wanted = project(bits, release);
        const Files files = filesOf(wanted);
        const manifest::Project made = projectOf(files);
        QCOMPARE(made.environments().size(), wanted.environments.size());
        for (const manifest::NewEnvironment &environment : wanted.environments) {
            const auto render = manifest::render(made, environment.name);
            QVERIFY2(render, render ? "" : qPrintable(base::debugText(render.error())));
            QVERIFY2(!render->external, render->external ? qPrintable(render->external->reason.id) : "");
            QCOMPARE(int(render->objects.size()), 3 + (wanted.eventing ? 5 : 0) + (wanted.istio ? 2 : 0));
            Json service;
            for (const manifest::RenderedObject &object : render->objects) {
                checkFields(*object.object);
                QCOMPARE(base::stringAt(*object.object, "metadata.namespace"),
                         manifest::namespaceOf(wanted, environment));
                if (base::stringAt(*object.object, "metadata.name") == wanted.name
                    && base::textAt(*object.object, "apiVersion") == "serving.knative.dev/v1")
                    service = *object.object;
            }
            // Splits are patches of the Service.
            for (const Json &split : objectsIn(files, u"traffic/")) {
                Json after = service;
                after.merge_patch(split);
                checkFields(after);
                QVERIFY(after["spec"]["template"] == service["spec"]["template"]);
                QVERIFY(after["spec"]["traffic"] != service["spec"]["traffic"]);
            }
        }
        for (const Json &object : objectsIn(files, u"argocd/"))
            checkFields(object);
        for (const Json &object : objectsIn(files, u"monitoring/"))
            checkFields(object);
    }

    void asKustomizeBuildsIt_data()
    {
        QTest::addColumn<int>("bits");
        // The other parts are no part of any kustomization but their own.
        constexpr int eventing = 1;
        constexpr int argoCd = 4;
        constexpr int monitoring = 8;
        constexpr int istio = 16;
        QTest::newRow("base alone") << 0;
        QTest::newRow("eventing") << eventing;
        QTest::newRow("istio, monitoring by Argo CD") << (istio | monitoring | argoCd);
        QTest::newRow("eventing, istio, monitoring") << (eventing | istio | monitoring);
        QTest::newRow("other names") << -1;
    }
    void asKustomizeBuildsIt()
    {
        QFETCH(int, bits);
        static const QString program = tests::recentKubectl();
        if (program.isEmpty())
            QSKIP("kubectl 1.28 or later is not here");
        const Files files = filesOf(project(bits, 15));
        const manifest::Project made = projectOf(files);
        QTemporaryDir folder;
        QVERIFY(writeFiles(folder.path(), files));
        for (const auto &[path, bytes] : files) {
            if (!path.endsWith(u"/kustomization.yaml"))
                continue;
            const QString layer = path.left(path.lastIndexOf(u'/'));
            QProcess process;
            process.start(program, {u"kustomize"_qs, folder.filePath(layer)});
            QVERIFY(process.waitForFinished(60000));
            const QByteArray expected = process.readAllStandardOutput();
            // Neither an error nor a warning, as for fields that are deprecated.
            QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
            QCOMPARE(process.exitCode(), 0);
            const auto render = manifest::renderFolder(made, layer);
            QVERIFY2(render, render ? "" : qPrintable(base::debugText(render.error())));
            // The dashboard comes out of a generator.
            QCOMPARE(render->external.has_value(), layer == u"monitoring");
            if (!render->external)
                QCOMPARE(QString::fromUtf8(manifest::toYaml(*render)), QString::fromUtf8(expected));
            const auto documents = yaml::parse(expected, layer);
            QVERIFY(documents);
            for (const yaml::Document &document : *documents)
                checkFields(document.value());
        }
    }

    void namesFollowAPrefix()
    {
        Files files = filesOf(withParts(1));
        files[u"overlays/dev/kustomization.yaml"_qs] += "namePrefix: x-\n";
        const manifest::Project made = projectOf(files);
        const auto render = manifest::render(made, u"dev"_qs);
        QVERIFY(render);
        int seen = 0;
        for (const manifest::RenderedObject &object : render->objects) {
            const Json &json = *object.object;
            for (const char *path : {"spec.broker", "spec.subscriber.ref.name", "spec.sink.ref.name",
                                     "spec.delivery.deadLetterSink.ref.name"}) {
                const QString name = base::stringAt(json, path);
                QVERIFY2(name.isEmpty() || name.startsWith(u"x-python-api-base"), qPrintable(name));
                seen += name.isEmpty() ? 0 : 1;
            }
        }
        QCOMPARE(seen, 7);
        const lint::Report report = lint::check(made);
        QVERIFY2(report.findings.empty(), qPrintable(told(report)));
    }

    void aSplitCanBePutIntoAnOverlay_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"canary-deployment", "blue-green", "rollback"})
            QTest::newRow(name) << QString::fromLatin1(name) + u".yaml"_qs;
    }
    void aSplitCanBePutIntoAnOverlay()
    {
        QFETCH(QString, file);
        Files files = filesOf(withParts(2));
        files[u"overlays/prod/"_qs + file] = files[u"traffic/"_qs + file];
        files[u"overlays/prod/kustomization.yaml"_qs] += "- path: " + file.toUtf8() + '\n';
        const manifest::Project made = projectOf(files);
        const auto render = manifest::render(made, u"prod"_qs);
        QVERIFY(render);
        const auto service =
            std::find_if(render->objects.begin(), render->objects.end(),
                         [](const auto &entry) { return base::textAt(*entry.object, "kind") == "Service"; });
        QVERIFY(service != render->objects.end());
        const auto patch = yaml::parse(files[u"traffic/"_qs + file], file);
        QVERIFY(patch);
        QVERIFY((*service->object)["spec"]["traffic"] == patch->front().value()["spec"]["traffic"]);
        QVERIFY(
            !base::textAt((*service->object)["spec"]["template"]["spec"]["containers"][0], "image").empty());
        const lint::Report report = lint::check(made);
        QVERIFY2(report.findings.empty(), qPrintable(told(report)));
    }

    void metricsAreThoseOfTheRelease_data()
    {
        QTest::addColumn<int>("release");
        QTest::newRow("OpenCensus") << 18;
        QTest::newRow("OpenTelemetry") << 19;
    }
    void metricsAreThoseOfTheRelease()
    {
        QFETCH(int, release);
        const Files files = filesOf(project(8, release));
        QStringList expressions;
        expressionsIn(Json::parse(files.at(u"monitoring/grafana-dashboard-knative.json"_qs).toStdString()),
                      expressions);
        const qsizetype panels = expressions.size();
        QVERIFY(panels >= 8);
        for (const Json &object : objectsIn(files, u"monitoring/"))
            expressionsIn(object, expressions);
        QCOMPARE(expressions.size() - panels, 5);
        int known = 0;
        for (const QString &expression : std::as_const(expressions)) {
            for (const QString &name : lint::metricsIn(expression)) {
                QVERIFY2(lint::judgeMetric(name, release).known, qPrintable(name));
                ++known;
            }
            QVERIFY2(release >= 19 || !expression.contains(u"http_server_request"), qPrintable(expression));
        }
        QVERIFY(known >= 5);
    }

    /// The alert on pods that stay is for environments whose minimum is 0; without one it would have nothing to look at.
    void alertsFitTheEnvironments()
    {
        NewProject project = withParts(8);
        const QString file = u"monitoring/prometheus-alerts-knative.yml"_qs;
        QVERIFY(filesOf(project)[file].contains("namespace_name=~\"my-api-dev\""));
        project.environments.erase(project.environments.begin());
        QVERIFY(!filesOf(project)[file].contains("ScaleToZero"));
    }

    void namespacesOfEnvironments()
    {
        NewProject project;
        project.environments = {manifest::newEnvironment(u"qa"_qs), manifest::newEnvironment(u"live"_qs)};
        QCOMPARE(manifest::namespaceOf(project, project.environments[0]), u"my-api-qa"_qs);
        QCOMPARE(manifest::namespaceOf(project, project.environments[1]), u"my-api"_qs);
        QCOMPARE(manifest::mainEnvironment(project).name, u"live"_qs);
        project.environments[1].production = false;
        project.environments[0].namespaceName = u"tests"_qs;
        QCOMPARE(manifest::namespaceOf(project, project.environments[0]), u"tests"_qs);
        QCOMPARE(manifest::mainEnvironment(project).name, u"live"_qs);
    }

    void refuses_data()
    {
        using Change = std::function<void(NewProject &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *field, const char *reason, Change change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(field)
                                << QLatin1String("manifest.") + QString::fromLatin1(reason);
        };
        row("long name", "name", "long-name", [](NewProject &p) { p.name = QString(45, u'a'); });
        row("reserved port", "port", "reserved-port", [](NewProject &p) { p.port = 8012; });
        row("release", "release", "bad-release", [](NewProject &p) { p.knativeRelease = 14; });
        row("no environments", "environments", "no-environments",
            [](NewProject &p) { p.environments.clear(); });
        row("environment", "environments", "bad-environment",
            [](NewProject &p) { p.environments[0].name = u"../dev"_qs; });
        row("same environment", "environments", "environment-twice",
            [](NewProject &p) { p.environments[0].name = p.environments[1].name; });
        row("namespace", "environments", "bad-environment-namespace",
            [](NewProject &p) { p.environments[0].namespaceName = u"a_b"_qs; });
        row("same namespace", "environments", "namespace-twice",
            [](NewProject &p) { p.environments[0].namespaceName = p.namespaceName; });
        row("scale", "environments", "bad-scaling", [](NewProject &p) { p.environments[0].minScale = 4; });
        row("target", "environments", "bad-scaling", [](NewProject &p) { p.environments[0].target = 0; });
        row("delay", "environments", "bad-scaling",
            [](NewProject &p) { p.environments[0].scaleDownDelay = u"1500ms"_qs; });
        row("long delay", "environments", "bad-scaling",
            [](NewProject &p) { p.environments[0].scaleDownDelay = u"61m"_qs; });
        row("quantity", "environments", "bad-resources",
            [](NewProject &p) { p.environments[0].cpuRequest = u"1 core"_qs; });
        row("request above limit", "environments", "bad-resources",
            [](NewProject &p) { p.environments[0].memoryRequest = u"1Gi"_qs; });
        row("no server", "kafka-server", "bad-kafka-server", [](NewProject &p) { p.kafkaServers.clear(); });
        row("server without port", "kafka-server", "bad-kafka-server",
            [](NewProject &p) { p.kafkaServers = {u"kafka"_qs}; });
        row("no topic", "kafka-topic", "bad-kafka-topic", [](NewProject &p) { p.kafkaTopics.clear(); });
        row("topic", "kafka-topic", "bad-kafka-topic", [](NewProject &p) { p.kafkaTopics = {u".."_qs}; });
        row("repository", "repository", "bad-repository",
            [](NewProject &p) { p.repository = u"https://x\n- y"_qs; });
        row("repository path", "repository-path", "bad-repository-path",
            [](NewProject &p) { p.repositoryPath = u"a/../b"_qs; });
        row("absolute path", "repository-path", "bad-repository-path",
            [](NewProject &p) { p.repositoryPath = u"/a"_qs; });
        row("branch", "branch", "bad-branch", [](NewProject &p) { p.branch = u"-f"_qs; });
    }
    void refuses()
    {
        QFETCH(std::function<void(NewProject &)>, change);
        QFETCH(QString, field);
        QFETCH(QString, reason);
        NewProject project;
        project.addAllParts();
        change(project);
        const auto files = manifest::projectFiles(project);
        QVERIFY(!files);
        const auto *error = files.error().get_if<base::ValidationError>();
        QVERIFY(error);
        QCOMPARE(error->field, field);
        QCOMPARE(error->what.id, reason);
    }

    void partsThatAreNotWantedAreNotJudged()
    {
        NewProject project;
        project.kafkaServers.clear();
        project.repository.clear();
        QVERIFY(manifest::checkNewProject(project));
        project.name = QString(57, u'a');
        QVERIFY(manifest::checkNewProject(project));
        project.traffic = true;
        QVERIFY(!manifest::checkNewProject(project));
        project.name.chop(1);
        QVERIFY(manifest::checkNewProject(project));
    }

    void templates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("value") << u"a: %WORD%\nb: %WORD%-x\n- %WORD%\n# c: %WORD%\nd: \"%WORD%\""_qs
                               << u"a: \"on\"\nb: on-x\n- \"on\"\n# c: on\nd: \"on\""_qs;
        QTest::newRow("verbatim") << u"a: %NUMBER%"_qs << u"a: 08"_qs;
        QTest::newRow("unknown") << u"%OTHER% 5% %s"_qs << u"%OTHER% 5% %s"_qs;
        QTest::newRow("if") << u"#% if yes\na\n#% else\nb\n#% end\nc"_qs << u"a\nc"_qs;
        QTest::newRow("else") << u"#% if no\na\n#% else\nb\n#% end\nc"_qs << u"b\nc"_qs;
        QTest::newRow("not") << u"#% if not no\na\n#% end\n#% if not yes\nb\n#% end"_qs << u"a"_qs;
        QTest::newRow("nested")
            << u"#% if yes\n  #% if no\na\n  #% else\nb\n  #% end\nc\n#% else\nd\n#% end"_qs << u"b\nc"_qs;
        QTest::newRow("nested in what is left out")
            << u"#% if no\n#% if yes\na\n#% else\nb\n#% end\n#% each item\nc\n#% end\n#% end\nd"_qs
            << u"d"_qs;
        QTest::newRow("each") << u"#% each item\n- %ITEM% %WORD%\n#% if last\nz\n#% end\n#% end\ne"_qs
                              << u"- 1 on\n- 2 on\nz\ne"_qs;
        QTest::newRow("each of none") << u"a\n#% each nothing\nb\n#% end\nc"_qs << u"a\nc"_qs;
    }
    void templates()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        manifest::TemplateValues values;
        values.texts[u"WORD"_qs] = u"on"_qs;
        values.verbatim[u"NUMBER"_qs] = u"08"_qs;
        values.conditions.insert(u"yes"_qs);
        manifest::TemplateValues one;
        one.texts[u"ITEM"_qs] = u"1"_qs;
        manifest::TemplateValues two;
        two.texts[u"ITEM"_qs] = u"2"_qs;
        two.conditions.insert(u"last"_qs);
        values.lists[u"item"_qs] = {one, two};
        QCOMPARE(manifest::fillTemplate(text, values, true), expected);
    }
};

QTEST_GUILESS_MAIN(TestNewProject)
#include "tst_new_project.moc"
