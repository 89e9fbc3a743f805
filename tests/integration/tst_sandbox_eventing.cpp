// SPDX-License-Identifier: GPL-3.0-or-later
// Knative Eventing in a whole sandbox, driven by an unmodified kubectl.
#include "sandbox/http/sandbox_cluster.h"
#include "support/command_line.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::tests;
using Outcome = CommandLine::Outcome;

namespace {

QByteArray given(const char *name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/eventing/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", name);
    return file.readAll();
}

} // namespace

class TestSandboxEventing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
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
    }
    void cleanupTestCase() { m_cluster.stop(); }
    void init()
    {
        if (!m_skipped.isEmpty())
            QSKIP(qPrintable(m_skipped));
    }

    void kindsAndShortNames()
    {
        const Outcome table = kubectl(QStringLiteral("api-resources"));
        COMPARE_CODE(table, 0);
        for (const char *row : {"brokers +eventing.knative.dev/v1 +true +Broker",
                                "inmemorychannels +imc +messaging.knative.dev/v1 +true +InMemoryChannel",
                                "kafkasources +sources.knative.dev/v1 +true +KafkaSource",
                                "peerauthentications +pa +security.istio.io/v1 +true +PeerAuthentication",
                                "applications +app,apps +argoproj.io/v1alpha1 +true +Application",
                                "prometheusrules +promrule +monitoring.coreos.com/v1 +true +PrometheusRule",
                                "rolebindings +rbac.authorization.k8s.io/v1 +true +RoleBinding"})
            QVERIFY2(QRegularExpression(QString::fromLatin1(row)).match(table.out).hasMatch(), row);
    }

    void applyAndWait()
    {
        COMPARE_CODE(kubectl(QStringLiteral("create namespace events")), 0);
        const Outcome applied = kubectl(QStringLiteral("apply -f -"), given("objects.yaml"));
        COMPARE_CODE(applied, 0);
        VERIFY_CONTAINS(applied.out, "trigger.eventing.knative.dev/placed created");
        const Outcome waited =
            kubectl(QStringLiteral("wait --for=condition=Ready -n events --timeout=60s broker/orders "
                                   "trigger/placed sequence/steps pingsource/nightly"));
        COMPARE_CODE(waited, 0);
        COMPARE_CODE(kubectl(QStringLiteral("apply -f -"), given("objects.yaml")), 0);
    }

    void get()
    {
        const Outcome triggers = kubectl(QStringLiteral("get triggers -n events"));
        COMPARE_CODE(triggers, 0);
        const QStringList row = triggers.out.section(u'\n', 1, 1).simplified().split(u' ');
        QCOMPARE(row.mid(0, 3),
                 (QStringList{QStringLiteral("placed"), QStringLiteral("orders"),
                              QStringLiteral("http://example.com/in")}));
        QCOMPARE(row.value(4), QStringLiteral("True"));
        const Outcome wide = kubectl(QStringLiteral("get brokers -n events -o wide"));
        COMPARE_CODE(wide, 0);
        VERIFY_CONTAINS(wide.out, "MTChannelBasedBroker");
        const Outcome uri =
            kubectl(QStringLiteral("get broker orders -n events -o jsonpath={.status.address.url}"));
        COMPARE_CODE(uri, 0);
        QCOMPARE(uri.out,
                 QStringLiteral("http://broker-ingress.knative-eventing.svc.cluster.local/events/orders"));
        const Outcome all = kubectl(QStringLiteral("get eventing -n events -o name"));
        COMPARE_CODE(all, 0);
        VERIFY_CONTAINS(all.out, "broker.eventing.knative.dev/orders");
    }

    void describe()
    {
        COMPARE_CODE(kubectl(QStringLiteral("apply -f -"), given("lost.yaml")), 0);
        COMPARE_CODE(
            kubectl(QStringLiteral("wait --for=condition=ReferencesResolved=Unknown -n events --timeout=60s "
                                   "subscription/lost")),
            0);
        const Outcome told = kubectl(QStringLiteral("describe subscription lost -n events"));
        COMPARE_CODE(told, 0);
        VERIFY_CONTAINS(told.out, "channels.messaging.knative.dev \"nope\" not found");
        QVERIFY2(
            QRegularExpression(QStringLiteral("Warning +ChannelReferenceFailed")).match(told.out).hasMatch(),
            qPrintable(told.out));
    }

    void refusals()
    {
        const Outcome moved = kubectl(QStringLiteral(
            "patch trigger placed -n events --type=merge -p {\"spec\":{\"broker\":\"other\"}}"));
        COMPARE_CODE(moved, 1);
        VERIFY_CONTAINS(
            moved.err,
            "admission webhook \"validation.webhook.eventing.knative.dev\" denied the request: validation "
            "failed: Immutable fields changed (-old +new): broker, spec");
        COMPARE_CODE(kubectl(QStringLiteral("apply --server-side -f -"), given("strict.yaml")), 0);
        const QByteArray wrong = given("strict.yaml").replace("STRICT", "MAYBE");
        const Outcome mode = kubectl(QStringLiteral("apply --server-side -f -"), wrong);
        COMPARE_CODE(mode, 1);
        VERIFY_CONTAINS(mode.err, "spec.mtls.mode: Unsupported value: \"MAYBE\"");
    }

    void explain()
    {
        const Outcome told = kubectl(QStringLiteral("explain trigger.spec.filters"));
        COMPARE_CODE(told, 0);
        VERIFY_CONTAINS(told.out, "cesql");
        COMPARE_CODE(kubectl(QStringLiteral("explain applicationset.spec.template")), 0);
        // Kinds in the versions that are served beside the stored one.
        COMPARE_CODE(kubectl(QStringLiteral("explain kafkasource.spec.topics")), 0);
        COMPARE_CODE(kubectl(QStringLiteral(
                         "explain pingsource.spec.schedule --api-version=sources.knative.dev/v1beta2")),
                     0);
    }

    void deleteCascades()
    {
        COMPARE_CODE(kubectl(QStringLiteral("delete broker orders -n events")), 0);
        COMPARE_CODE(
            kubectl(QStringLiteral("wait --for=delete imc/orders-kne-trigger -n events --timeout=60s")), 0);
        COMPARE_CODE(kubectl(QStringLiteral(
                         "wait --for=condition=Ready=False trigger/placed -n events --timeout=60s")),
                     0);
        COMPARE_CODE(kubectl(QStringLiteral("delete namespace events --timeout=100s")), 0);
    }

private:
    Outcome kubectl(const QString &line, const QByteArray &input = {})
    {
        return m_kubectl->run(line.split(u' '), input);
    }

    QTemporaryDir m_home;
    sandbox::SandboxCluster m_cluster;
    std::unique_ptr<CommandLine> m_kubectl;
    QString m_skipped; ///< why nothing can be tried
};

QTEST_GUILESS_MAIN(TestSandboxEventing)
#include "tst_sandbox_eventing.moc"
