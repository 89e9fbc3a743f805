// SPDX-License-Identifier: GPL-3.0-or-later
#include "https_server.h"
#include "kube/config/kubeconfig.h"
#include "kube/net/network_transport.h"
#include "proxy_server.h"
#include "text/error_text.h"

#include <QCoroTask>
#include <QTest>

using namespace sluice;
using namespace sluice::kube;
using base::TransportError;
using test::CertificateSpec;
using test::HttpsServer;
using test::Incoming;
using test::ProxyServer;

namespace {

/// No resolver knows it, so what reaches it went through the proxy.
const QString host = QStringLiteral("api.sluice.invalid");
const QByteArray target = "api.sluice.invalid:443";

QByteArray config(const QByteArray &caPem, const QByteArray &cluster = {})
{
    return "current-context: c\ncontexts: [{name: c, context: {cluster: k}}]\nclusters:\n- name: k\n  "
           "cluster:\n"
           "    server: https://api.sluice.invalid\n    certificate-authority-data: "
        + caPem.toBase64() + '\n' + cluster;
}

base::Result<Connection> connection(const QByteArray &text, const ProxyEnvironment &environment = {})
{
    const auto parsed = parseKubeconfig(text, QStringLiteral("/etc/kube/config"));
    if (!parsed)
        return tl::unexpected(parsed.error());
    ConnectionOverrides overrides;
    overrides.proxies = environment;
    return resolveConnection(*parsed, overrides);
}

base::Result<Response> get(const Connection &connection)
{
    const auto transport = makeNetworkTransport(connection);
    if (!transport)
        return tl::unexpected(transport.error());
    Request request;
    request.path = QStringLiteral("/version");
    return QCoro::waitFor((*transport)->send(request, {}));
}

} // namespace

/// Connections through proxies, from the kubeconfig or the environment to the answer.
class KubeProxyTest : public QObject {
    Q_OBJECT
private:
    test::Authority m_authority;
    std::unique_ptr<HttpsServer> m_cluster;
    std::unique_ptr<ProxyServer> m_proxy;

    static void schemes()
    {
        QTest::addColumn<QString>("scheme");
        for (const char *scheme : {"http", "socks5", "socks5h"})
            QTest::newRow(scheme) << QString::fromLatin1(scheme);
    }
    base::Result<Connection> through(const QUrl &proxy) const
    {
        return connection(config(m_authority.caPem(), "    proxy-url: " + proxy.toEncoded() + '\n'));
    }

private Q_SLOTS:
    void init()
    {
        CertificateSpec spec;
        spec.names = {"DNS:" + host.toLatin1()};
        m_cluster = std::make_unique<HttpsServer>(m_authority.issue(spec));
        m_cluster->handler = [](const Incoming &in) {
            if (in.target == "/watch")
                in.begin(200);
            else
                in.answer(200, "through");
        };
        m_proxy = std::make_unique<ProxyServer>();
        m_proxy->ports.insert(target, quint16(m_cluster->url().port()));
    }

    void proxyUrlOfTheKubeconfig_data() { schemes(); }
    void proxyUrlOfTheKubeconfig()
    {
        QFETCH(QString, scheme);
        const auto resolved = through(m_proxy->url(scheme));
        QVERIFY2(resolved, resolved ? "" : qPrintable(base::debugText(resolved.error())));
        const auto response = get(*resolved);
        QVERIFY2(response, response ? "" : qPrintable(base::debugText(response.error())));
        QCOMPARE(response->body, QByteArray("through"));
        // The proxy looked the name up, and the certificate was checked against it.
        QCOMPARE(m_proxy->targets, QByteArrayList{target});
        QCOMPARE(m_cluster->seen.first().headers.value("Host"), host.toLatin1());
    }

    void streams_data() { schemes(); }
    void streams()
    {
        QFETCH(QString, scheme);
        const auto transport = makeNetworkTransport(*through(m_proxy->url(scheme)));
        QVERIFY(transport);
        Request request;
        request.path = QStringLiteral("/watch");
        const auto stream = QCoro::waitFor((*transport)->open(request, {}));
        QVERIFY2(stream, stream ? "" : qPrintable(base::debugText(stream.error())));
        m_cluster->seen.first().chunk("event\n");
        const auto bytes = QCoro::waitFor((*stream)->next({}));
        QCOMPARE(*bytes, QByteArray("event\n"));
        QCOMPARE(m_proxy->tunnels, 1);
    }

    void userAndPassword_data() { schemes(); }
    void userAndPassword()
    {
        QFETCH(QString, scheme);
        m_proxy->user = "ana";
        m_proxy->password = "s3:cret";
        QUrl url = m_proxy->url(scheme);
        url.setUserName(QStringLiteral("ana"));
        url.setPassword(QStringLiteral("s3:cret"));
        const auto response = get(*through(url));
        QVERIFY2(response, response ? "" : qPrintable(base::debugText(response.error())));
        QCOMPARE(response->body, QByteArray("through"));
        url.setPassword(QStringLiteral("wrong"));
        const auto refused = get(*through(url));
        QVERIFY(!refused);
        QCOMPARE(refused.error().get_if<TransportError>()->kind, TransportError::Kind::Proxy);
    }

    void aProxyThatRefuses_data() { schemes(); }
    void aProxyThatRefuses()
    {
        QFETCH(QString, scheme);
        m_proxy->ports.clear();
        const auto response = get(*through(m_proxy->url(scheme)));
        QVERIFY(!response);
        const auto *error = response.error().get_if<TransportError>();
        QVERIFY2(error, qPrintable(base::debugText(response.error())));
        QCOMPARE(error->kind, TransportError::Kind::Proxy);
        const text::ErrorText words = text::describe(response.error());
        QCOMPARE(words.title, QStringLiteral("The proxy did not connect to api.sluice.invalid:443"));
        QCOMPARE(words.nextStep,
                 QStringLiteral(
                     "Check the proxy's address (proxy-url, HTTPS_PROXY) and that it allows this host."));
        QVERIFY(m_cluster->seen.isEmpty());
    }

    void aProxyThatIsNotThere_data() { schemes(); }
    void aProxyThatIsNotThere()
    {
        QFETCH(QString, scheme);
        const QUrl url = m_proxy->url(scheme);
        m_proxy.reset();
        const auto response = get(*through(url));
        QVERIFY(!response);
        QVERIFY2(response.error().is<TransportError>(), qPrintable(base::debugText(response.error())));
        QCOMPARE(response.error().get_if<TransportError>()->kind, TransportError::Kind::Proxy);
    }

    void variablesOfTheEnvironment()
    {
        ProxyEnvironment environment;
        environment.httpsProxy = m_proxy->url(QStringLiteral("http")).authority(); // without a scheme
        const auto response = get(*connection(config(m_authority.caPem()), environment));
        QVERIFY2(response, response ? "" : qPrintable(base::debugText(response.error())));
        QCOMPARE(m_proxy->targets, QByteArrayList{target});
        // Excepted: straight to a name that nobody knows.
        environment.noProxy = QStringLiteral("other.example, .sluice.invalid");
        const auto direct = get(*connection(config(m_authority.caPem()), environment));
        QVERIFY(!direct);
        QVERIFY(direct.error().get_if<TransportError>()->kind != TransportError::Kind::Proxy);
        QCOMPARE(m_proxy->targets.size(), 1);
    }

    void theKubeconfigWinsOverTheEnvironment()
    {
        ProxyEnvironment environment;
        environment.httpsProxy = QStringLiteral("http://127.0.0.1:1");
        environment.noProxy = QStringLiteral("*");
        const QByteArray text =
            config(m_authority.caPem(),
                   "    proxy-url: " + m_proxy->url(QStringLiteral("socks5")).toEncoded() + '\n');
        QVERIFY(get(*connection(text, environment)));
        QCOMPARE(m_proxy->tunnels, 1);
    }

    void overTlsIsRefusedWithWords()
    {
        const auto named = through(QUrl(QStringLiteral("https://ana:secret@proxy:3129")));
        QVERIFY(!named);
        const text::ErrorText words = text::describe(named.error());
        QCOMPARE(words.title, QStringLiteral("Not acceptable: clusters[k].proxy-url (/etc/kube/config)"));
        QCOMPARE(words.cause,
                 QStringLiteral("The proxy “https://ana@proxy:3129” would be spoken to over TLS, which is "
                                "not supported. Use its "
                                "http:// or socks5:// address; the connection to the cluster through it is "
                                "encrypted anyway."));
        ProxyEnvironment environment;
        environment.httpsProxy = QStringLiteral("https://proxy:3129");
        const auto variable = connection(config(m_authority.caPem()), environment);
        QVERIFY(!variable);
        QCOMPARE(text::describe(variable.error()).title, QStringLiteral("Not acceptable: HTTPS_PROXY"));
    }
};

QTEST_GUILESS_MAIN(KubeProxyTest)
#include "tst_kube_proxy.moc"
