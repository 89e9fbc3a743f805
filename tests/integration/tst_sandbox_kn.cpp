// SPDX-License-Identifier: GPL-3.0-or-later
// An independent client: Knative's own `kn` (knative.dev/client), from PATH or from SLUICE_KN.
#include "support/command_line.h"
#include "sandbox/http/sandbox_cluster.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::tests;
using Outcome = CommandLine::Outcome;

class TestSandboxKn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void createWaitsForReady();
    void listAndDescribe();
    void updateAndSplitTraffic();
    void apply();
    void refusals();
    void deletion();

private:
    Outcome kn(const QString &line) { return m_kn->run(line.split(u' ')); }

    QTemporaryDir m_home;
    sandbox::SandboxCluster m_cluster;
    std::unique_ptr<CommandLine> m_kn;
};

void TestSandboxKn::initTestCase()
{
    const QString named = qEnvironmentVariable("SLUICE_KN");
    const QString program = named.isEmpty() ? CommandLine::find(QStringLiteral("kn")) : named;
    if (program.isEmpty())
        return;
    sandbox::SandboxOptions options;
    options.speed = 10;
    QVERIFY(m_cluster.start(options).has_value());
    const QString kubeconfig = m_home.filePath(QStringLiteral("kubeconfig"));
    QVERIFY(m_cluster.writeKubeconfig(kubeconfig).has_value());
    m_kn = std::make_unique<CommandLine>(program, kubeconfig, m_home.path());
}

void TestSandboxKn::init()
{
    if (!m_kn)
        QSKIP("kn is neither in PATH nor named by SLUICE_KN");
}

void TestSandboxKn::createWaitsForReady()
{
    const Outcome created =
        kn(QStringLiteral("service create hello --image ghcr.io/acme/hello:1 --env A=b --scale-min 1"));
    COMPARE_CODE(created, 0);
    VERIFY_CONTAINS(created.out,
                    "Service 'hello' created to latest revision 'hello-00001' is available at "
                    "URL:\nhttp://hello.default.");
}

void TestSandboxKn::listAndDescribe()
{
    const Outcome list = kn(QStringLiteral("service list"));
    COMPARE_CODE(list, 0);
    VERIFY_CONTAINS(list.out, "3 OK / 3");
    const Outcome description = kn(QStringLiteral("service describe hello"));
    COMPARE_CODE(description, 0);
    VERIFY_CONTAINS(description.out, "++ Ready");
    VERIFY_CONTAINS(description.out, "100%  @latest (hello-00001) [1]");
    const Outcome revisions = kn(QStringLiteral("revision list"));
    COMPARE_CODE(revisions, 0);
    VERIFY_CONTAINS(revisions.out, "hello-00001");
    COMPARE_CODE(kn(QStringLiteral("revision describe hello-00001")), 0);
    const Outcome routes = kn(QStringLiteral("route list"));
    COMPARE_CODE(routes, 0);
    VERIFY_CONTAINS(routes.out, "hello");
}

void TestSandboxKn::updateAndSplitTraffic()
{
    COMPARE_CODE(kn(QStringLiteral("service update hello --env A=c --revision-name {{.Service}}-two")), 0);
    const Outcome split = kn(QStringLiteral(
        "service update hello --traffic hello-00001=90 --traffic @latest=10 --tag @latest=new"));
    COMPARE_CODE(split, 0);
    const Outcome description = kn(QStringLiteral("service describe hello"));
    VERIFY_CONTAINS(description.out, "90%  hello-00001");
    VERIFY_CONTAINS(description.out, "10%  @latest (hello-two) #new");
}

void TestSandboxKn::apply()
{
    const QStringList arguments =
        QStringLiteral("service apply applied --image ghcr.io/acme/hello:1").split(u' ');
    COMPARE_CODE(m_kn->run(arguments), 0);
    const Outcome again = m_kn->run(arguments);
    COMPARE_CODE(again, 0);
    VERIFY_CONTAINS(again.out, "No changes to apply to service 'applied'");
}

void TestSandboxKn::refusals()
{
    const Outcome exists = kn(QStringLiteral("service create hello --image x/y"));
    COMPARE_CODE(exists, 1);
    VERIFY_CONTAINS(exists.err, "already exists");
    const Outcome missing = kn(QStringLiteral("service describe nothing"));
    COMPARE_CODE(missing, 1);
    VERIFY_CONTAINS(missing.err, "\"nothing\" not found");
    const Outcome forbidden = kn(QStringLiteral("service delete hello --context sandbox-viewer"));
    COMPARE_CODE(forbidden, 1);
    VERIFY_CONTAINS(forbidden.err, "forbidden");
}

void TestSandboxKn::deletion()
{
    const Outcome deleted = kn(QStringLiteral("service delete hello applied --wait"));
    COMPARE_CODE(deleted, 0);
    const Outcome list = kn(QStringLiteral("service list"));
    COMPARE_CODE(list, 0);
    VERIFY_CONTAINS(list.out, "No services found.");
}

QTEST_GUILESS_MAIN(TestSandboxKn)
#include "tst_sandbox_kn.moc"
