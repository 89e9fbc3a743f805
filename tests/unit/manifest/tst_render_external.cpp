// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "manifest/render.h"
#include "support/kubectl.h"
#include "text/error_text.h"
#include "variants.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using base::FileError;
using base::ProcessOutput;
using base::ProcessRequest;

namespace {

const QString overlayFile = u"overlays/prod/kustomization.yaml"_qs;
const QByteArray generator = "configMapGenerator:\n- name: extra\n  literals: [a=b]\n";

/// Answers in turn as the test says.
class FakeRunner final : public base::ProcessRunner {
public:
    QMap<QString, QString> programs{{u"kubectl"_qs, u"/opt/bin/kubectl"_qs}};
    std::vector<base::Result<ProcessOutput>> outputs;
    std::vector<ProcessRequest> requests;

    base::Task<ProcessOutput> run(ProcessRequest request, std::stop_token) override
    {
        requests.push_back(std::move(request));
        return give(outputs.at(requests.size() - 1));
    }
    QString find(const QString &program) const override { return programs.value(program); }

private:
    static base::Task<ProcessOutput> give(base::Result<ProcessOutput> result) { co_return result; }
};

ProcessOutput said(const QByteArray &out, const QByteArray &error = {}, int code = 0)
{
    return {code, out, error};
}

const ProcessOutput newEnough = said("Client Version: v1.32.4\nKustomize Version: v5.5.0\n");

/// Title, cause, details and next step, each on its line.
QString words(const base::Error &error)
{
    const text::ErrorText text = text::describe(error);
    return QStringList{text.title, text.cause, text.details, text.nextStep}.join(u'\n');
}

} // namespace

/// Folders that only kustomize can render: with a runner of the test's own, and with the real kubectl.
class TestRenderExternal : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    int m_folders = 0;
    QString m_kubectl;

    /// The sample on disk with other text in some files; its prod environment needs kustomize.
    manifest::Project project(const std::map<QString, QByteArray> &changes = {}, QString *root = nullptr)
    {
        const QString folder = m_dir.filePath(u"%1/project"_qs.arg(++m_folders));
        auto files = sampleFiles();
        files[overlayFile] += generator;
        for (const auto &[path, bytes] : changes)
            files[path] = bytes;
        if (!writeFiles(folder, files))
            qFatal("cannot write");
        auto opened = manifest::openProject(folder);
        if (!opened)
            qFatal("%s", qPrintable(base::debugText(opened.error())));
        if (root)
            *root = folder;
        return *opened;
    }
    static base::Result<manifest::Render> render(base::ProcessRunner &runner,
                                                 const manifest::Project &project,
                                                 const manifest::ExternalOptions &options = {},
                                                 std::stop_token stop = {})
    {
        return QCoro::waitFor(manifest::renderExternally(runner, project, u"prod"_qs, options, stop));
    }
    /// The sample's prod kustomization with a line in front of its resources' first entry.
    static QByteArray overlayWith(const QByteArray &line)
    {
        QByteArray text = sampleFiles()[overlayFile];
        text.replace("- ../../base\n", "- ../../base\n- " + line + "\n");
        return text;
    }

private Q_SLOTS:
    void initTestCase() { m_kubectl = tests::recentKubectl(); }

    void runsKubectlInTheProject()
    {
        FakeRunner runner;
        runner.outputs = {newEnough,
                          said("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: n\n---\n"
                               "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: b\n")};
        const manifest::Project sample = project();
        manifest::ExternalOptions options;
        options.timeoutMs = 1234;
        const auto rendered = render(runner, sample, options);
        QVERIFY2(rendered, rendered ? "" : qPrintable(words(rendered.error())));
        QCOMPARE(rendered->objects.size(), std::size_t(2));
        QCOMPARE(rendered->objects[0].namespaceName, u"n"_qs);
        QCOMPARE(rendered->objects[1].apiVersion, u"serving.knative.dev/v1"_qs);
        QCOMPARE(rendered->objects[1].name, u"b"_qs);
        QCOMPARE(runner.requests.size(), std::size_t(2));
        const ProcessRequest &request = runner.requests[1];
        QCOMPARE(request.program, u"/opt/bin/kubectl"_qs);
        QCOMPARE(request.arguments, (QStringList{u"kustomize"_qs, u"overlays/prod"_qs}));
        QCOMPARE(request.workingDirectory, sample.root());
        QCOMPARE(request.timeoutMs, 1234);
        QVERIFY(request.withChildren);
        QCOMPARE(request.environment.value(u"GIT_ALLOW_PROTOCOL"_qs), u"none"_qs);
        QVERIFY(!request.environment.value(u"HTTPS_PROXY"_qs).isEmpty());
    }

    void kustomizeComesFirstAndTheSettingsBeforeIt()
    {
        FakeRunner runner;
        runner.programs.insert(u"kustomize"_qs, u"/opt/bin/kustomize"_qs);
        runner.outputs = {said("{}"), newEnough, said("{}")};
        (void)render(runner, project());
        QCOMPARE(runner.requests[0].program, u"/opt/bin/kustomize"_qs);
        QCOMPARE(runner.requests[0].arguments, (QStringList{u"build"_qs, u"overlays/prod"_qs}));
        manifest::ExternalOptions options;
        options.program = u"/home/ana/kubectl-1.30"_qs;
        (void)render(runner, project(), options);
        QCOMPARE(runner.requests[2].program, options.program);
        QCOMPARE(runner.requests[2].arguments.first(), u"kustomize"_qs);
    }

    void failures_data()
    {
        using Outputs = std::vector<base::Result<ProcessOutput>>;
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("expected");
        m_failures.clear();
        const auto row = [this](const char *name, Outputs outputs, const QString &expected) {
            QTest::newRow(name) << int(m_failures.size()) << expected;
            m_failures.push_back(std::move(outputs));
        };
        const auto fails = [](auto error) -> base::Result<ProcessOutput> {
            return base::fail(std::move(error));
        };
        const QString place = u"Not acceptable: overlays/prod/kustomization.yaml:14\n"_qs;
        const QString next = u"\n\nCorrect the value. Nothing was written or sent."_qs;
        row("kustomize says no", {newEnough, said({}, "a\nb\nc\nd\nerror: no matches for Id x\n", 1)},
            place + u"kubectl could not render this: b\nc\nd\nerror: no matches for Id x"_qs + next);
        row("too old", {said("Client Version: v1.27.9\n")},
            place
                + u"kubectl 1.28 or later is needed to render this, and this is Client Version: v1.27.9. Install a newer one, or kustomize."_qs
                + next);
        row("no version", {said({}, "error: no such flag\n", 1)},
            place
                + u"kubectl 1.28 or later is needed to render this, and this is error: no such flag. Install a newer one, or kustomize."_qs
                + next);
        row("gone", {fails(FileError{FileError::Kind::NotFound, u"/opt/bin/kubectl"_qs, {}})},
            place
                + u"Only kustomize itself can render what stands here, and there is no program /opt/bin/kubectl. Correct its path in the settings."_qs
                + next);
        row("hangs", {newEnough, fails(base::TimeoutError{u"/opt/bin/kubectl"_qs, 60000})},
            u"No answer in time: kubectl kustomize overlays/prod\nNothing came within 60 s.\n\n"
            "Try again. For requests to a cluster, --request-timeout allows more time."_qs);
        row("killed",
            {newEnough,
             fails(FileError{FileError::Kind::Other, u"/opt/bin/kubectl"_qs, u"Process crashed"_qs})},
            place
                + u"“kubectl kustomize overlays/prod” ended before it had rendered this (Process crashed). Run it in a terminal to see why."_qs
                + next);
        row("huge output",
            {newEnough, fails(FileError{FileError::Kind::TooLarge, u"/opt/bin/kubectl"_qs, u"67108864"_qs})},
            place
                + u"“kubectl kustomize overlays/prod” printed more than any project comes to and was stopped. Run it in a terminal to see what it prints."_qs
                + next);
        row("cancelled", {newEnough, fails(base::Cancelled{})},
            u"Stopped\nIt was stopped before it was finished.\n\nLook at the live state before you go on: a part may have taken effect."_qs);
        row("not YAML", {newEnough, said("a: [\n")}, u"Cannot read kubectl kustomize overlays/prod:2:1\n"_qs);
    }
    void failures()
    {
        QFETCH(int, index);
        QFETCH(QString, expected);
        FakeRunner runner;
        runner.outputs = m_failures[std::size_t(index)];
        const auto rendered = render(runner, project());
        QVERIFY(!rendered);
        const QString text = words(rendered.error());
        if (expected.count(u'\n') > 1)
            QCOMPARE(text, expected);
        else
            QVERIFY2(text.startsWith(expected), qPrintable(text));
    }

    void noProgramAtAll()
    {
        FakeRunner runner;
        runner.programs.clear();
        const auto rendered = render(runner, project());
        QVERIFY(!rendered);
        QVERIFY(runner.requests.empty());
        QCOMPARE(
            words(rendered.error()),
            u"Not acceptable: overlays/prod/kustomization.yaml:14\n"
            "Only kustomize itself can render what stands here, and neither kustomize nor kubectl was found. "
            "Install kustomize, or kubectl 1.28 or later, or name it in the settings.\n\n"
            "Correct the value. Nothing was written or sent."_qs);
    }

    void leadsOut_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("reason");
        const QString remote = u"manifest.remote-base"_qs;
        const QString outside = u"manifest.outside-project"_qs;
        const auto resource = [](const char *name, const char *entry, const QString &reason) {
            QTest::newRow(name) << overlayFile << overlayWith(entry) << overlayFile + u":6 resources[1]"_qs
                                << reason;
        };
        resource("https", "https://github.com/example/app//base?ref=v1", remote);
        resource("file over https", "https://example.com/service.yaml", remote);
        resource("ssh", "git@github.com:example/app.git", remote);
        resource("short", "github.com/example/app", remote);
        resource("file address", "file:///etc", remote);
        resource("outside", "../../../other", outside);
        resource("absolute", "/etc/kubernetes", outside);
        resource("something that only a network may have", "example.org/team/app",
                 u"manifest.missing-file"_qs);
        const auto field = [](const char *name, const QByteArray &added, const QString &place,
                              const QString &reason) {
            QTest::newRow(name) << overlayFile << sampleFiles()[overlayFile] + added << overlayFile + place
                                << reason;
        };
        field("component", "components:\n- https://example.com/c?ref=x\n", u":15 components[0]"_qs, remote);
        field("generator file", "configMapGenerator:\n- name: x\n  files:\n  - k=https://example.com/f\n",
              u":17 configMapGenerator[0].files[0]"_qs, remote);
        field("generator file outside", "configMapGenerator:\n- name: x\n  files: [k=../../../f]\n",
              u":16 configMapGenerator[0].files[0]"_qs, outside);
        field("env file", "secretGenerator:\n- name: x\n  envs:\n  - /etc/passwd\n",
              u":17 secretGenerator[0].envs[0]"_qs, outside);
        field("transformer", "transformers:\n- ../../../t\n", u":15 transformers[0]"_qs, outside);
        field("replacement", "replacements:\n- path: ../../../r.yaml\n", u":15 replacements[0].path"_qs,
              outside);
        field("openapi", "openapi:\n  path: https://example.com/o.json\n", u":15 openapi.path"_qs, remote);
        // Not in the overlay but in what it builds on, even in a folder that the project does not show.
        QTest::newRow("below") << u"base/kustomization.yaml"_qs
                               << QByteArray("resources:\n- service.yaml\n- ../.hidden\n")
                               << u".hidden/kustomization.yaml:2 resources[0]"_qs << remote;
    }
    void leadsOut()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, reason);
        FakeRunner runner;
        const auto rendered = render(
            runner,
            project({{file, text},
                     {u".hidden/kustomization.yaml"_qs, "resources:\n- https://example.com/x?ref=1\n"}}));
        QVERIFY(!rendered);
        const auto *error = rendered.error().get_if<base::ValidationError>();
        QVERIFY2(error, qPrintable(base::debugText(rendered.error())));
        QCOMPARE(u"%1:%2 %3"_qs.arg(error->source).arg(error->line).arg(error->field), place);
        QCOMPARE(error->what.id, reason);
        QVERIFY(runner.requests.empty()); // nothing was started
    }

    void remoteBasesWhenAllowed()
    {
        FakeRunner runner;
        runner.outputs = {newEnough, said("{}")};
        manifest::ExternalOptions options;
        options.allowRemote = true;
        const auto rendered = render(
            runner, project({{overlayFile, overlayWith("https://github.com/example/app?ref=v1")}}), options);
        QVERIFY2(rendered, rendered ? "" : qPrintable(words(rendered.error())));
        QVERIFY(runner.requests[1].environment.isEmpty());
        // Leading out on this machine stays refused.
        FakeRunner other;
        QVERIFY(!render(other, project({{overlayFile, overlayWith("../../../other")}}), options));
        QVERIFY(other.requests.empty());
    }

    void linksOut_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("toFolder");
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("folder") << u"overlays/prod/link"_qs << true << QByteArray("link");
        QTest::newRow("file") << u"overlays/prod/link.yaml"_qs << false << QByteArray("link.yaml");
        QTest::newRow("folder on the way")
            << u"overlays/prod/link"_qs << true << QByteArray("link/secret.yaml");
        QTest::newRow("folder above") << u"linked"_qs << true << QByteArray("../../linked");
    }
    void linksOut()
    {
        QFETCH(QString, link);
        QFETCH(bool, toFolder);
        QFETCH(QByteArray, entry);
        QTemporaryDir outside;
        QVERIFY(writeFiles(outside.path(),
                           {{u"secret.yaml"_qs, "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"},
                            {u"kustomization.yaml"_qs, "resources: [secret.yaml]\n"}}));
        QString root;
        const manifest::Project sample = project({{overlayFile, overlayWith(entry)}}, &root);
        QVERIFY(
            QFile::link(toFolder ? outside.path() : outside.filePath(u"secret.yaml"_qs), root + u'/' + link));
        FakeRunner runner;
        const auto rendered = render(runner, sample);
        QVERIFY(!rendered);
        QCOMPARE(
            words(rendered.error()),
            u"Not acceptable: resources[1] (overlays/prod/kustomization.yaml:6)\n%1 is a link that leads out "
            u"of the project's "
            "folder. Put what it shows into the project.\n\nCorrect the value. Nothing was written or sent."_qs
                .arg(QString::fromUtf8(entry)));
        QVERIFY(runner.requests.empty());
    }

    void linksInsideAreFine()
    {
        QString root;
        const manifest::Project sample =
            project({{overlayFile, overlayWith("../../linked") + generator}}, &root);
        QVERIFY(QDir(root).mkpath(u"other"_qs));
        QVERIFY(writeFiles(root, {{u"other/kustomization.yaml"_qs, "resources: []\n"}}));
        QVERIFY(QFile::link(root + u"/other"_qs, root + u"/linked"_qs));
        FakeRunner runner;
        runner.outputs = {newEnough, said("{}")};
        const auto rendered = render(runner, sample);
        QVERIFY2(rendered, rendered ? "" : qPrintable(words(rendered.error())));
    }

    void aKustomizationThatCannotBeReadIsNotTrusted()
    {
        FakeRunner runner;
        const auto rendered = render(runner, project({{u"base/kustomization.yaml"_qs, "resources: [\n"}}));
        QVERIFY(!rendered);
        QVERIFY(rendered.error().is<base::DecodeError>());
        QVERIFY(words(rendered.error()).startsWith(u"Cannot read base/kustomization.yaml:2"_qs));
        QVERIFY(runner.requests.empty());
    }

    void realKubectl()
    {
        if (m_kubectl.isEmpty())
            QSKIP("kubectl 1.28 or later is not there");
        base::SystemProcessRunner runner({QFileInfo(m_kubectl).absolutePath()},
                                         std::make_shared<base::SystemTimers>());
        const manifest::Project sample = project();
        manifest::ExternalOptions options;
        options.program = m_kubectl;
        const auto rendered = render(runner, sample, options);
        QVERIFY2(rendered, rendered ? "" : qPrintable(words(rendered.error())));
        // Without the generator the program renders it itself: the rest must be the same.
        const auto own = manifest::render(*sample.with(overlayFile, sampleFiles()[overlayFile]), u"prod"_qs);
        QVERIFY(own && !own->external);
        QCOMPARE(rendered->objects.size(), own->objects.size() + 1);
        for (const manifest::RenderedObject &object : own->objects) {
            const bool same = std::any_of(rendered->objects.begin(), rendered->objects.end(),
                                          [&](const auto &other) { return *other.object == *object.object; });
            QVERIFY2(same, qPrintable(object.kind));
        }
        QVERIFY(std::any_of(rendered->objects.begin(), rendered->objects.end(), [](const auto &object) {
            return object.name.startsWith(u"extra-"_qs) && object.namespaceName == u"my-api"_qs;
        }));
    }

    void realKubectlSaysNo()
    {
        if (m_kubectl.isEmpty())
            QSKIP("kubectl 1.28 or later is not there");
        base::SystemProcessRunner runner({QFileInfo(m_kubectl).absolutePath()},
                                         std::make_shared<base::SystemTimers>());
        const auto rendered = render(
            runner, project({{overlayFile, sampleFiles()[overlayFile] + "components:\n- ../../base\n"}}));
        QVERIFY(!rendered);
        const auto *error = rendered.error().get_if<base::ValidationError>();
        QVERIFY2(error, qPrintable(base::debugText(rendered.error())));
        QCOMPARE(error->what.id, u"manifest.kustomize-failed"_qs);
        QCOMPARE(error->source, overlayFile);
        QVERIFY2(error->what.arguments[1].contains(u"Component"_qs), qPrintable(error->what.arguments[1]));
    }

private:
    std::vector<std::vector<base::Result<ProcessOutput>>> m_failures;
};

QTEST_GUILESS_MAIN(TestRenderExternal)
#include "tst_render_external.moc"
