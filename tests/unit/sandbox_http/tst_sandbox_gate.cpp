// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/access_gate.h"
#include "sandbox/http/certificates.h"
#include "sandbox/http/cluster_types.h"
#include "sandbox/http/kubeconfig.h"

#include <QTest>

using namespace sluice::sandbox;

class TestSandboxGate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hostAndOrigin_data();
    void hostAndOrigin();
    void refusalIsAStatus();
    void tokensDiffer();
    void identityNamesItsHosts();
    void kubeconfigHoldsThreeContexts();
};

void TestSandboxGate::hostAndOrigin_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *host, const char *origin, bool passes) {
        QTest::addRow("%s %s", host, origin) << QByteArray(host) << QByteArray(origin) << passes;
    };
    row("127.0.0.1:6443", "", true);
    row("127.0.0.1", "", true);
    row("localhost:6443", "", true);
    row("LOCALHOST", "", true);
    row("[::1]:6443", "", true);
    row("192.0.2.7:6443", "", true); // the address that the connection reached
    row("cluster.test:6443", "", true); // an extra host
    row("192.0.2.8:6443", "", false);
    row("evil.example:6443", "", false);
    row("localhost.evil.example", "", false);
    row("evil.example#localhost", "", false);
    row("::1", "", false); // needs brackets
    row("[::1", "", false);
    row("", "", false);
    row("127.0.0.1:6443", "https://localhost:8443", true);
    row("127.0.0.1:6443", "https://[::1]", true);
    row("127.0.0.1:6443", "http://localhost:8443", false);
    row("127.0.0.1:6443", "https://evil.example", false);
    row("127.0.0.1:6443", "null", false);
}

void TestSandboxGate::hostAndOrigin()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, passes);
    const AccessGate gate({"cluster.test"});
    WireRequest request;
    request.localAddress = "192.0.2.7";
    if (!host.isEmpty())
        request.headers.emplace_back("host", host.toStdString());
    if (!origin.isEmpty())
        request.headers.emplace_back("Origin", origin.toStdString());
    QCOMPARE(!gate.refusal(request).has_value(), passes);
}

void TestSandboxGate::refusalIsAStatus()
{
    const auto refusal = AccessGate().refusal({});
    QVERIFY(refusal.has_value());
    QCOMPARE(refusal->status, 403);
    QCOMPARE(QByteArray::fromStdString(refusal->body),
             QByteArray(
                 "{\"apiVersion\":\"v1\",\"code\":403,\"kind\":\"Status\",\"message\":\"this server does not "
                 "answer under that host "
                 "name\",\"metadata\":{},\"reason\":\"Forbidden\",\"status\":\"Failure\"}\n"));
}

void TestSandboxGate::tokensDiffer()
{
    const auto first = makeToken();
    const auto second = makeToken();
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(first->size(), 43); // 32 bytes in base64 without padding
    QVERIFY(*first != *second);
}

void TestSandboxGate::identityNamesItsHosts()
{
    const auto identity = makeServerIdentity(
        {QStringLiteral("10.1.2.3"), QStringLiteral("cluster.test"), QStringLiteral("bad,DNS:other")});
    QVERIFY(identity.has_value());
    QVERIFY(identity->caPem.startsWith("-----BEGIN CERTIFICATE-----"));
    QVERIFY(identity->certificatePem.startsWith("-----BEGIN CERTIFICATE-----"));
    QVERIFY(identity->keyPem.startsWith("-----BEGIN PRIVATE KEY-----"));
    const auto der = QByteArray::fromBase64(identity->certificatePem.split('\n').mid(1).join());
    QVERIFY(der.contains("cluster.test"));
    QVERIFY(der.contains("localhost"));
    QVERIFY(!der.contains("other"));
    QVERIFY(der.contains(QByteArray("\x87\x04\x0a\x01\x02\x03", 6))); // an iPAddress name
}

void TestSandboxGate::kubeconfigHoldsThreeContexts()
{
    Endpoint endpoint;
    endpoint.url = QStringLiteral("https://127.0.0.1:1");
    endpoint.caPem = "ca";
    endpoint.token = QStringLiteral("-t1");
    endpoint.developerToken = QStringLiteral("t2");
    endpoint.viewerToken = QStringLiteral("t3");
    QCOMPARE(kubeconfigFor(endpoint), QByteArray(R"(apiVersion: v1
kind: Config
clusters:
- name: sandbox
  cluster:
    server: https://127.0.0.1:1
    certificate-authority-data: Y2E=
contexts:
- name: sandbox
  context:
    cluster: sandbox
    user: sandbox-admin
    namespace: default
- name: sandbox-developer
  context:
    cluster: sandbox
    user: dev
    namespace: default
- name: sandbox-viewer
  context:
    cluster: sandbox
    user: viewer
    namespace: default
current-context: sandbox
users:
- name: sandbox-admin
  user:
    token: "-t1"
- name: dev
  user:
    token: "t2"
- name: viewer
  user:
    token: "t3"
preferences: {}
)"));
}

QTEST_GUILESS_MAIN(TestSandboxGate)
#include "tst_sandbox_gate.moc"
