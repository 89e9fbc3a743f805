// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of an unmodified kubectl against a whole sandbox, in the order in which somebody would try them.
#include "base/json.h"
#include "sandbox/http/sandbox_cluster.h"
#include "support/command_line.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::tests;
using base::Json;
using Outcome = CommandLine::Outcome;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ');
}

QByteArray helloYaml(const char *image)
{
    return QByteArray(R"(apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: hello
  namespace: shop
spec:
  template:
    metadata:
      annotations:
        autoscaling.knative.dev/min-scale: "1"
    spec:
      containers:
      - image: )")
        + image + "\n";
}

/// The titles of a table as kubectl prints them.
QStringList titles(const QString &table)
{
    return table.section(u'\n', 0, 0).split(QRegularExpression(QStringLiteral("   +")), Qt::SkipEmptyParts);
}

} // namespace

class TestSandboxKubectl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void version();
    void apiResources();
    void createNamespace();
    void createBuiltInKinds();
    void applyClientSide();
    void waitForReady();
    void get();
    void tables_data();
    void tables();
    void describe();
    void watch();
    void applyServerSide();
    void diff();
    void patch();
    void edit();
    void logs();
    void followedLogEnds();
    void explain();
    void authCanI();
    void otherUsers();
    void kustomize();
    void waitForDeletion();

private:
    Outcome kubectl(const QString &line, const QByteArray &input = {})
    {
        return m_kubectl->run(words(line), input);
    }
    QString writeFile(const QString &name, const QByteArray &content)
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QTemporaryDir m_home;
    sandbox::SandboxCluster m_cluster;
    std::unique_ptr<CommandLine> m_kubectl;
    QString m_skipped; ///< why nothing can be tried
};

void TestSandboxKubectl::initTestCase()
{
    const QString program = CommandLine::find(QStringLiteral("kubectl"));
    if (program.isEmpty()) {
        m_skipped = QStringLiteral("kubectl is not in PATH");
        return;
    }
    sandbox::SandboxOptions options;
    options.speed = 10;
    QVERIFY(m_cluster.start(options).has_value());
    const QString kubeconfig = m_home.filePath(QStringLiteral("kubeconfig"));
    QVERIFY(m_cluster.writeKubeconfig(kubeconfig).has_value());
    m_kubectl = std::make_unique<CommandLine>(program, kubeconfig, m_home.path());

    const Outcome version = kubectl(QStringLiteral("version --client -o json"));
    const Json client = Json::parse(version.out.toStdString(), nullptr, false);
    const QString minor = client.is_discarded() ? QString() : base::stringAt(client, "clientVersion.minor");
    if (minor.chopped(minor.endsWith(u'+')).toInt() < 28)
        m_skipped = QStringLiteral("kubectl is older than 1.28");
}

void TestSandboxKubectl::cleanupTestCase()
{
    m_cluster.stop();
}

void TestSandboxKubectl::init()
{
    if (!m_skipped.isEmpty())
        QSKIP(qPrintable(m_skipped));
}

void TestSandboxKubectl::version()
{
    const Outcome outcome = kubectl(QStringLiteral("version"));
    COMPARE_CODE(outcome, 0);
    VERIFY_CONTAINS(outcome.out, "Server Version: v1.34.1");
}

void TestSandboxKubectl::apiResources()
{
    const Outcome table = kubectl(QStringLiteral("api-resources"));
    COMPARE_CODE(table, 0);
    QVERIFY(table.err.isEmpty());
    const QRegularExpression row(
        QStringLiteral("services +kservice,ksvc +serving.knative.dev/v1 +true +Service"));
    QVERIFY2(row.match(table.out).hasMatch(), qPrintable(table.out));
    const Outcome names = kubectl(QStringLiteral("api-resources --api-group=serving.knative.dev -o name"));
    COMPARE_CODE(names, 0);
    for (const char *name : {"configurations", "revisions", "routes", "services"})
        QVERIFY(names.out.split(u'\n').contains(QString::fromLatin1(name)
                                                + QStringLiteral(".serving.knative.dev")));
    const Outcome versions = kubectl(QStringLiteral("api-versions"));
    COMPARE_CODE(versions, 0);
    QVERIFY(versions.out.split(u'\n').contains(QStringLiteral("serving.knative.dev/v1")));
}

void TestSandboxKubectl::createNamespace()
{
    const Outcome created = kubectl(QStringLiteral("create namespace shop"));
    COMPARE_CODE(created, 0);
    QCOMPARE(created.out, QStringLiteral("namespace/shop created\n"));
    const Outcome again = kubectl(QStringLiteral("create namespace shop"));
    COMPARE_CODE(again, 1);
    QCOMPARE(again.err,
             QStringLiteral("Error from server (AlreadyExists): namespaces \"shop\" already exists\n"));
    const Outcome dry = kubectl(QStringLiteral("create namespace ghost --dry-run=server"));
    COMPARE_CODE(dry, 0);
    COMPARE_CODE(kubectl(QStringLiteral("get namespace ghost")), 1);
}

void TestSandboxKubectl::createBuiltInKinds()
{
    COMPARE_CODE(kubectl(QStringLiteral("create configmap settings -n shop --from-literal=colour=green")), 0);
    const Outcome colour =
        kubectl(QStringLiteral("get configmap settings -n shop -o jsonpath={.data.colour}"));
    QCOMPARE(colour.out, QStringLiteral("green"));
    COMPARE_CODE(kubectl(QStringLiteral("create secret generic key -n shop --from-literal=password=hunter2")),
                 0);
    const Outcome secret = kubectl(QStringLiteral("get secret key -n shop -o jsonpath={.data.password}"));
    QCOMPARE(QByteArray::fromBase64(secret.out.toLatin1()), QByteArray("hunter2"));
    COMPARE_CODE(kubectl(QStringLiteral("create serviceaccount robot -n shop")), 0);
    const Outcome invalid = kubectl(QStringLiteral("create configmap Bad_Name -n shop"));
    COMPARE_CODE(invalid, 1);
    VERIFY_CONTAINS(invalid.err, "a lowercase RFC 1123 subdomain must consist of");
}

void TestSandboxKubectl::applyClientSide()
{
    const QString file = writeFile(QStringLiteral("hello.yaml"), helloYaml("ghcr.io/acme/hello:1"));
    const Outcome created = kubectl(QStringLiteral("apply -f ") + file);
    COMPARE_CODE(created, 0);
    QCOMPARE(created.out, QStringLiteral("service.serving.knative.dev/hello created\n"));
    const Outcome again = kubectl(QStringLiteral("apply -f ") + file);
    // The merge patch holds the whole list of containers, which the webhook had filled with defaults.
    QCOMPARE(again.out, QStringLiteral("service.serving.knative.dev/hello configured\n"));
    QCOMPARE(kubectl(QStringLiteral("get ksvc hello -n shop -o jsonpath={.metadata.generation}")).out,
             QStringLiteral("1"));
    const Outcome unknown =
        kubectl(QStringLiteral("apply -f -"),
                helloYaml("ghcr.io/acme/hello:1").replace("image:", "imagex: a\n        image:"));
    COMPARE_CODE(unknown, 1);
    VERIFY_CONTAINS(unknown.err, "unknown field \"spec.template.spec.containers[0].imagex\"");
    const Outcome refused =
        kubectl(QStringLiteral("apply -f -"),
                helloYaml("ghcr.io/acme/hello:1").replace("min-scale: \"1\"", "min-scale: \"-1\""));
    COMPARE_CODE(refused, 1);
    VERIFY_CONTAINS(refused.err,
                    "admission webhook \"validation.webhook.serving.knative.dev\" denied the request");
}

void TestSandboxKubectl::waitForReady()
{
    const Outcome outcome =
        kubectl(QStringLiteral("wait --for=condition=Ready ksvc/hello -n shop --timeout=100s"));
    COMPARE_CODE(outcome, 0);
    QCOMPARE(outcome.out, QStringLiteral("service.serving.knative.dev/hello condition met\n"));
    const Outcome never =
        kubectl(QStringLiteral("wait --for=condition=Ready ksvc/hello -n default --timeout=1s"));
    COMPARE_CODE(never, 1);
    VERIFY_CONTAINS(never.err, "services.serving.knative.dev \"hello\" not found");
}

void TestSandboxKubectl::get()
{
    const Outcome table = kubectl(QStringLiteral("get ksvc -n shop"));
    COMPARE_CODE(table, 0);
    const QStringList row = table.out.section(u'\n', 1, 1).simplified().split(u' ');
    QCOMPARE(row.value(0), QStringLiteral("hello"));
    QVERIFY2(row.value(1).startsWith(QStringLiteral("http://hello.shop.")), qPrintable(table.out));
    QCOMPARE(
        row.mid(2),
        (QStringList{QStringLiteral("hello-00001"), QStringLiteral("hello-00001"), QStringLiteral("True")}));
    const Outcome yaml = kubectl(QStringLiteral("get ksvc hello -n shop -o yaml"));
    VERIFY_CONTAINS(yaml.out, "\n  latestReadyRevisionName: hello-00001\n");
    QVERIFY(!yaml.out.contains(QStringLiteral("managedFields")));
    const Outcome managed = kubectl(QStringLiteral("get ksvc hello -n shop -o yaml --show-managed-fields"));
    VERIFY_CONTAINS(managed.out, "manager: kubectl-client-side-apply");
    QCOMPARE(kubectl(QStringLiteral("get ksvc,rev,rt -n shop -o name")).out,
             QStringLiteral("service.serving.knative.dev/hello\nrevision.serving.knative.dev/hello-00001\n"
                            "route.serving.knative.dev/hello\n"));
    QCOMPARE(kubectl(QStringLiteral("get revisions -A --chunk-size=1 -o name")).out,
             QStringLiteral("revision.serving.knative.dev/hello-00001\n"));
    QCOMPARE(kubectl(QStringLiteral("get pods -n shop -l serving.knative.dev/service=hello "
                                    "-o jsonpath={.items[*].spec.containers[*].name}"))
                 .out,
             QStringLiteral("user-container queue-proxy"));
    QCOMPARE(kubectl(QStringLiteral("get pods -n shop --field-selector=status.phase=Running -o name"))
                 .out.count(u'\n'),
             1);
    const Outcome all = kubectl(QStringLiteral("get knative -n shop"));
    COMPARE_CODE(all, 0);
    VERIFY_CONTAINS(all.out, "revision.serving.knative.dev/hello-00001");
    const Outcome nothing = kubectl(QStringLiteral("get ksvc nothing -n shop"));
    COMPARE_CODE(nothing, 1);
    QCOMPARE(
        nothing.err,
        QStringLiteral("Error from server (NotFound): services.serving.knative.dev \"nothing\" not found\n"));
    const Outcome unknown = kubectl(QStringLiteral("get nonsense"));
    COMPARE_CODE(unknown, 1);
    VERIFY_CONTAINS(unknown.err, "the server doesn't have a resource type \"nonsense\"");
}

void TestSandboxKubectl::tables_data()
{
    QTest::addColumn<QString>("recording");
    QTest::newRow("services.serving.knative.dev") << QStringLiteral("services");
    QTest::newRow("configurations.serving.knative.dev") << QStringLiteral("configurations");
    QTest::newRow("revisions.serving.knative.dev") << QStringLiteral("revisions");
    QTest::newRow("routes.serving.knative.dev") << QStringLiteral("routes");
    QTest::newRow("services") << QStringLiteral("core-services");
    QTest::newRow("pods") << QStringLiteral("pods");
    QTest::newRow("deployments.apps") << QStringLiteral("deployments");
    QTest::newRow("replicasets.apps") << QStringLiteral("replicasets");
    QTest::newRow("events") << QStringLiteral("events");
    QTest::newRow("endpointslices.discovery.k8s.io") << QStringLiteral("endpointslices");
    QTest::newRow("images.caching.internal.knative.dev") << QStringLiteral("images");
    QTest::newRow("ingresses.networking.internal.knative.dev") << QStringLiteral("ingresses");
    QTest::newRow("serverlessservices.networking.internal.knative.dev")
        << QStringLiteral("serverlessservices");
    QTest::newRow("metrics.autoscaling.internal.knative.dev") << QStringLiteral("metrics");
    QTest::newRow("podautoscalers.autoscaling.internal.knative.dev") << QStringLiteral("podautoscalers");
}

void TestSandboxKubectl::tables()
{
    QFETCH(QString, recording);
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/recordings/tables/%1.json").arg(recording));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Json recorded = Json::parse(file.readAll().toStdString());
    QStringList narrow;
    QStringList wide;
    for (const Json &column : recorded["columnDefinitions"]) {
        const QString title = QString::fromStdString(column["name"].get<std::string>()).toUpper();
        wide.append(title);
        if (column["priority"] == 0)
            narrow.append(title);
    }
    const QString get = QStringLiteral("get %1 -n shop").arg(QString::fromLatin1(QTest::currentDataTag()));
    const Outcome table = kubectl(get);
    COMPARE_CODE(table, 0);
    QCOMPARE(titles(table.out), narrow);
    const Outcome wideTable = kubectl(get + QStringLiteral(" -o wide"));
    COMPARE_CODE(wideTable, 0);
    QCOMPARE(titles(wideTable.out), wide);
}

void TestSandboxKubectl::describe()
{
    const Outcome service = kubectl(QStringLiteral("describe ksvc hello -n shop"));
    COMPARE_CODE(service, 0);
    for (const char *part : {"Name:         hello\n", "API Version:  serving.knative.dev/v1\n", "Status:\n",
                             "Events:\n", "Created Configuration \"hello\"", "Created Route \"hello\""})
        QVERIFY2(service.out.contains(QString::fromLatin1(part)),
                 qPrintable(QString::fromLatin1(part) + service.out));
    const Outcome revision = kubectl(QStringLiteral("describe revision hello-00001 -n shop"));
    COMPARE_CODE(revision, 0);
    VERIFY_CONTAINS(revision.out, "serving.knative.dev/configurationGeneration=1");
    const Outcome pod =
        kubectl(QStringLiteral("describe pod -n shop -l serving.knative.dev/revision=hello-00001"));
    COMPARE_CODE(pod, 0);
    for (const char *part : {"Controlled By:  ReplicaSet/hello-00001-deployment-", "  user-container:\n",
                             "  queue-proxy:\n", "Started container user-container"})
        QVERIFY2(pod.out.contains(QString::fromLatin1(part)),
                 qPrintable(QString::fromLatin1(part) + pod.out));
    const Outcome deployment = kubectl(QStringLiteral("describe deployment hello-00001-deployment -n shop"));
    COMPARE_CODE(deployment, 0);
    VERIFY_CONTAINS(deployment.out, "1 desired | 1 updated | 1 total | 1 available | 0 unavailable");
    const Outcome nameSpace = kubectl(QStringLiteral("describe namespace shop"));
    COMPARE_CODE(nameSpace, 0);
    VERIFY_CONTAINS(nameSpace.out, "Status:       Active");
}

void TestSandboxKubectl::watch()
{
    const auto process = m_kubectl->start(words(QStringLiteral("get ksvc -n shop -w --output-watch-events")));
    QString seen;
    QVERIFY2(CommandLine::waitForLines(*process, QStringLiteral("ADDED"), 1, seen), qPrintable(seen));
    COMPARE_CODE(kubectl(QStringLiteral("label ksvc hello -n shop watched=yes")), 0);
    QVERIFY2(CommandLine::waitForLines(*process, QStringLiteral("MODIFIED"), 1, seen), qPrintable(seen));
    process->kill();
    QVERIFY(process->waitForFinished());
    const Outcome timedOut = kubectl(QStringLiteral("get ksvc -n shop -w --request-timeout=1s"));
    QVERIFY(timedOut.out.contains(QStringLiteral("hello")));
}

void TestSandboxKubectl::applyServerSide()
{
    const QString file = writeFile(QStringLiteral("hello2.yaml"), helloYaml("ghcr.io/acme/hello:2"));
    const Outcome conflict = kubectl(QStringLiteral("apply --server-side --field-manager=sluice -f ") + file);
    COMPARE_CODE(conflict, 1);
    VERIFY_CONTAINS(conflict.err,
                    "conflict with \"kubectl-client-side-apply\" using serving.knative.dev/v1: "
                    ".spec.template.spec.containers");
    const Outcome forced =
        kubectl(QStringLiteral("apply --server-side --force-conflicts --field-manager=sluice -f ") + file);
    COMPARE_CODE(forced, 0);
    QCOMPARE(forced.out, QStringLiteral("service.serving.knative.dev/hello serverside-applied\n"));
    COMPARE_CODE(kubectl(QStringLiteral(
                     "wait --for=jsonpath={.status.latestReadyRevisionName}=hello-00002 ksvc/hello -n shop "
                     "--timeout=100s")),
                 0);
}

void TestSandboxKubectl::diff()
{
    const Outcome same = kubectl(QStringLiteral("diff -f ") + m_home.filePath(QStringLiteral("hello2.yaml")));
    COMPARE_CODE(same, 0);
    QCOMPARE(same.out, QString());
    const QString file = writeFile(QStringLiteral("hello3.yaml"), helloYaml("ghcr.io/acme/hello:3"));
    for (const char *options : {"diff -f ", "diff --server-side --force-conflicts -f "}) {
        const Outcome changed = kubectl(QString::fromLatin1(options) + file);
        COMPARE_CODE(changed, 1);
        VERIFY_CONTAINS(changed.out, "-      - image: ghcr.io/acme/hello:2");
        VERIFY_CONTAINS(changed.out, "+      - image: ghcr.io/acme/hello:3");
    }
    const Outcome broken = kubectl(QStringLiteral("diff -f -"), helloYaml("\"\""));
    QVERIFY(broken.code > 1);
}

void TestSandboxKubectl::patch()
{
    const QString target = QStringLiteral("patch ksvc hello -n shop ");
    const auto patched = [&](const QStringList &options) {
        return m_kubectl->run(words(target.trimmed()) + options);
    };
    const Outcome merge = patched({QStringLiteral("--type=merge"), QStringLiteral("-p"),
                                   QStringLiteral(R"({"metadata":{"labels":{"team":"shop"}}})")});
    COMPARE_CODE(merge, 0);
    QCOMPARE(merge.out, QStringLiteral("service.serving.knative.dev/hello patched\n"));
    const Outcome json =
        patched({QStringLiteral("--type=json"), QStringLiteral("-p"),
                 QStringLiteral(R"([{"op":"replace","path":"/metadata/labels/team","value":"other"}])")});
    COMPARE_CODE(json, 0);
    QCOMPARE(kubectl(QStringLiteral("get ksvc hello -n shop -o jsonpath={.metadata.labels.team}")).out,
             QStringLiteral("other"));
    const Outcome strategic =
        patched({QStringLiteral("-p"), QStringLiteral(R"({"metadata":{"labels":{"a":"b"}}})")});
    COMPARE_CODE(strategic, 1);
    VERIFY_CONTAINS(strategic.err,
                    "application/strategic-merge-patch+json is not supported by serving.knative.dev/v1");
    const Outcome pod =
        m_kubectl->run({QStringLiteral("patch"), QStringLiteral("configmap"), QStringLiteral("settings"),
                        QStringLiteral("-n"), QStringLiteral("shop"), QStringLiteral("-p"),
                        QStringLiteral(R"({"data":{"size":"large"}})")});
    COMPARE_CODE(pod, 0);
    QCOMPARE(
        kubectl(QStringLiteral("get configmap settings -n shop -o jsonpath={.data.colour}{.data.size}")).out,
        QStringLiteral("greenlarge"));
    COMPARE_CODE(kubectl(QStringLiteral("annotate ksvc hello -n shop note=yes")), 0);
    COMPARE_CODE(kubectl(QStringLiteral("label ksvc hello -n shop team-")), 0);
}

void TestSandboxKubectl::edit()
{
    m_kubectl->setVariable(QStringLiteral("KUBE_EDITOR"),
                           QStringLiteral("sed -i s/colour:.green/colour:\\ blue/"));
    const Outcome edited = kubectl(QStringLiteral("edit configmap settings -n shop"));
    COMPARE_CODE(edited, 0);
    QCOMPARE(edited.out, QStringLiteral("configmap/settings edited\n"));
    QCOMPARE(kubectl(QStringLiteral("get configmap settings -n shop -o jsonpath={.data.colour}")).out,
             QStringLiteral("blue"));
    m_kubectl->setVariable(QStringLiteral("KUBE_EDITOR"),
                           QStringLiteral("sed -i s/timeoutSeconds:.300/timeoutSeconds:\\ 120/"));
    const Outcome service = kubectl(QStringLiteral("edit ksvc hello -n shop"));
    COMPARE_CODE(service, 0);
    QCOMPARE(service.out, QStringLiteral("service.serving.knative.dev/hello edited\n"));
    m_kubectl->setVariable(QStringLiteral("KUBE_EDITOR"), QStringLiteral("true"));
    const Outcome cancelled = kubectl(QStringLiteral("edit ksvc hello -n shop"));
    VERIFY_CONTAINS(cancelled.err, "Edit cancelled, no changes made.");
}

void TestSandboxKubectl::logs()
{
    // One that keeps a pod: an idle Service has none when the machine is slow, because the cluster's time goes on.
    COMPARE_CODE(
        kubectl(
            QStringLiteral("apply -f -"),
            "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: awake, namespace: shop}\n"
            "spec: {template: {metadata: {annotations: {autoscaling.knative.dev/min-scale: \"1\"}}, "
            "spec: {containers: [{image: ghcr.io/knative/helloworld-go:latest}]}}}\n"),
        0);
    COMPARE_CODE(kubectl(QStringLiteral("wait --for=condition=Ready ksvc/awake -n shop --timeout=100s")), 0);
    const QString selector = QStringLiteral("-n shop -l serving.knative.dev/service=awake");
    const Outcome bySelector = kubectl(QStringLiteral("logs -c user-container --prefix ") + selector);
    COMPARE_CODE(bySelector, 0);
    VERIFY_CONTAINS(bySelector.out, "/user-container] ");
    const QString pod = kubectl(QStringLiteral("get pods -o name ") + selector).out.section(u'\n', 0, 0);
    const Outcome tail =
        kubectl(QStringLiteral("logs -n shop %1 -c user-container --tail=1 --timestamps").arg(pod));
    COMPARE_CODE(tail, 0);
    QCOMPARE(tail.out.count(u'\n'), 1);
    QVERIFY2(
        QRegularExpression(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z .")).match(tail.out).hasMatch(),
        qPrintable(tail.out));
    const Outcome proxy = kubectl(QStringLiteral("logs -n shop %1 -c queue-proxy").arg(pod));
    COMPARE_CODE(proxy, 0);
    const Outcome unknown = kubectl(QStringLiteral("logs -n shop %1 -c nothing").arg(pod));
    COMPARE_CODE(unknown, 1);
    VERIFY_CONTAINS(unknown.err, "container nothing is not valid for pod");
}

void TestSandboxKubectl::followedLogEnds()
{
    const QString pod =
        kubectl(QStringLiteral("get pods -n shop -o name -l serving.knative.dev/service=awake"))
            .out.section(u'\n', 0, 0);
    const auto process =
        m_kubectl->start(words(QStringLiteral("logs -f -n shop %1 -c user-container").arg(pod)));
    QString seen;
    QVERIFY2(CommandLine::waitForLines(*process, QStringLiteral("listening"), 1, seen), qPrintable(seen));
    COMPARE_CODE(kubectl(QStringLiteral("delete -n shop --wait=false ") + pod), 0);
    QVERIFY(process->waitForFinished(100'000));
    QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    COMPARE_CODE(kubectl(QStringLiteral("delete ksvc awake -n shop")), 0);
}

void TestSandboxKubectl::explain()
{
    const Outcome template_ = kubectl(QStringLiteral("explain ksvc.spec.template"));
    COMPARE_CODE(template_, 0);
    for (const char *part : {"GROUP:      serving.knative.dev\n", "KIND:       Service\n", "VERSION:    v1\n",
                             "FIELD: template <Object>", "  metadata\t<", "  spec\t<"})
        QVERIFY2(template_.out.contains(QString::fromLatin1(part)),
                 qPrintable(QString::fromLatin1(part) + template_.out));
    const Outcome containers = kubectl(QStringLiteral("explain ksvc.spec.template.spec.containers"));
    COMPARE_CODE(containers, 0);
    VERIFY_CONTAINS(containers.out, "FIELD: containers <[]");
    VERIFY_CONTAINS(containers.out, "  image\t<string>");
    const Outcome recursive = kubectl(QStringLiteral("explain ksvc --recursive"));
    COMPARE_CODE(recursive, 0);
    VERIFY_CONTAINS(recursive.out, "containerConcurrency\t<integer>");
    const Outcome deployment = kubectl(QStringLiteral("explain deployment.spec.replicas"));
    COMPARE_CODE(deployment, 0);
    VERIFY_CONTAINS(deployment.out, "FIELD: replicas <integer>");
    const Outcome unknown = kubectl(QStringLiteral("explain ksvc.spec.nonsense"));
    COMPARE_CODE(unknown, 1);
    VERIFY_CONTAINS(unknown.err, "field \"nonsense\" does not exist");
}

void TestSandboxKubectl::authCanI()
{
    const Outcome yes = kubectl(QStringLiteral("auth can-i create ksvc -n shop"));
    COMPARE_CODE(yes, 0);
    QCOMPARE(yes.out, QStringLiteral("yes\n"));
    const Outcome no = kubectl(QStringLiteral("auth can-i create ksvc -n shop --context=sandbox-viewer"));
    COMPARE_CODE(no, 1);
    VERIFY_CONTAINS(no.out, "no");
    const Outcome list = kubectl(QStringLiteral("auth can-i --list -n shop --context=sandbox-viewer"));
    COMPARE_CODE(list, 0);
    VERIFY_CONTAINS(list.out, "selfsubjectaccessreviews.authorization.k8s.io");
    const Outcome whoAmI = kubectl(
        QStringLiteral("auth whoami --context=sandbox-developer -o jsonpath={.status.userInfo.username}"));
    COMPARE_CODE(whoAmI, 0);
    QCOMPARE(whoAmI.out, QStringLiteral("dev"));
}

void TestSandboxKubectl::otherUsers()
{
    const Outcome viewer = kubectl(QStringLiteral("delete ksvc hello -n shop --context=sandbox-viewer"));
    COMPARE_CODE(viewer, 1);
    QCOMPARE(viewer.err,
             QStringLiteral("Error from server (Forbidden): services.serving.knative.dev \"hello\" is "
                            "forbidden: User \"viewer\" "
                            "cannot delete resource \"services\" in API group \"serving.knative.dev\" in "
                            "the namespace \"shop\"\n"));
    COMPARE_CODE(kubectl(QStringLiteral("get ksvc -n shop --context=sandbox-viewer")), 0);
    COMPARE_CODE(kubectl(QStringLiteral("get ksvc -n shop --context=sandbox-developer")), 1);
    COMPARE_CODE(kubectl(QStringLiteral("create configmap mine --context=sandbox-developer")), 0);
    const Outcome nobody = kubectl(QStringLiteral("get ksvc -n shop --token=wrong --user=nobody"));
    QVERIFY(nobody.code != 0);
}

void TestSandboxKubectl::kustomize()
{
    QVERIFY(QDir(m_home.path()).mkpath(QStringLiteral("base"))
            && QDir(m_home.path()).mkpath(QStringLiteral("overlay")));
    writeFile(QStringLiteral("base/kustomization.yaml"), "resources:\n- service.yaml\n");
    writeFile(QStringLiteral("base/service.yaml"),
              helloYaml("ghcr.io/acme/api:1").replace("name: hello\n  namespace: shop", "name: api"));
    writeFile(QStringLiteral("overlay/kustomization.yaml"),
              "namespace: shop\nresources:\n- ../base\nimages:\n- name: ghcr.io/acme/api\n  newTag: \"2\"\n"
              "configMapGenerator:\n- name: flags\n  literals:\n  - a=b\n");
    const Outcome applied = kubectl(QStringLiteral("apply -k overlay"));
    COMPARE_CODE(applied, 0);
    QVERIFY2(QRegularExpression(
                 QStringLiteral(
                     "^configmap/flags-[a-z0-9]{10} created\nservice.serving.knative.dev/api created\n$"))
                 .match(applied.out)
                 .hasMatch(),
             qPrintable(applied.out));
    QCOMPARE(
        kubectl(QStringLiteral("get ksvc api -n shop -o jsonpath={.spec.template.spec.containers[0].image}"))
            .out,
        QStringLiteral("ghcr.io/acme/api:2"));
    COMPARE_CODE(kubectl(QStringLiteral("wait --for=condition=Ready ksvc/api -n shop --timeout=100s")), 0);
    COMPARE_CODE(kubectl(QStringLiteral("diff -k overlay")), 0);
    COMPARE_CODE(kubectl(QStringLiteral("delete -k overlay")), 0);
}

void TestSandboxKubectl::waitForDeletion()
{
    const Outcome deleted = kubectl(QStringLiteral("delete ksvc hello -n shop"));
    COMPARE_CODE(deleted, 0);
    VERIFY_CONTAINS(deleted.out, "service.serving.knative.dev \"hello\" deleted");
    COMPARE_CODE(kubectl(QStringLiteral(
                     "wait --for=delete pods -n shop -l serving.knative.dev/service=hello --timeout=100s")),
                 0);
    QCOMPARE(kubectl(QStringLiteral("get rev,rt,cfg,deployments,pods -n shop -o name")).out, QString());
    const Outcome nameSpace = kubectl(QStringLiteral("delete namespace shop --timeout=100s"));
    COMPARE_CODE(nameSpace, 0);
    COMPARE_CODE(kubectl(QStringLiteral("get namespace shop")), 1);
    const Outcome gone = kubectl(QStringLiteral("delete ksvc hello -n shop"));
    COMPARE_CODE(gone, 1);
    COMPARE_CODE(kubectl(QStringLiteral("delete ksvc hello -n shop --ignore-not-found")), 0);
}

QTEST_GUILESS_MAIN(TestSandboxKubectl)
#include "tst_sandbox_kubectl.moc"
