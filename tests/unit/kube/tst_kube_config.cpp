// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "kube/config/kubeconfig.h"
#include "kube/config/proxy_environment.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::kube;

namespace {

const char *pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

/// A config of one context "c", cluster "k", user "u", each with further lines.
QByteArray config(const QByteArray &cluster, const QByteArray &user, const QByteArray &context = {})
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
           "clusters:\n- name: k\n  cluster:\n    server: https://h:6443\n"
        + cluster + "users:\n- name: u\n  user:\n    x: y\n" + user
        + "contexts:\n- name: c\n  context:\n    cluster: k\n    user: u\n" + context;
}

base::Result<Connection> resolve(const QByteArray &text, const ConnectionOverrides &overrides = {})
{
    const auto parsed = parseKubeconfig(text, QStringLiteral("/etc/kube/config"));
    return parsed ? resolveConnection(*parsed, overrides) : tl::unexpected(parsed.error());
}

/// What went wrong, in one word.
QString idOf(const base::Error &error)
{
    if (const auto *e = error.get_if<base::ValidationError>())
        return e->what.id;
    if (const auto *e = error.get_if<base::DecodeError>())
        return e->what.id;
    if (const auto *e = error.get_if<base::AuthError>())
        return QStringLiteral("auth %1").arg(int(e->kind));
    if (const auto *e = error.get_if<base::FileError>())
        return QStringLiteral("file %1 %2").arg(int(e->kind)).arg(e->path);
    return base::debugText(error);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class KubeConfigTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstFileWinsWholeEntries()
    {
        QTemporaryDir dir;
        const QString a = dir.filePath(QStringLiteral("a"));
        const QString b = dir.filePath(QStringLiteral("b"));
        write(a,
              "clusters:\n- name: k\n  cluster: {server: 'https://a'}\nusers:\n- name: u\n  user: {token: "
              "ta}\n");
        write(
            b,
            "current-context: c\nclusters:\n- name: k\n  cluster: {server: 'https://b', tls-server-name: b}\n"
            "- name: k2\n  cluster: {server: 'https://b2'}\nusers:\n- name: u\n  user: {username: ub, "
            "password: p}\n"
            "contexts:\n- name: c\n  context: {cluster: k, user: u, namespace: shop}\n");
        const QStringList list{a, dir.filePath(QStringLiteral("missing")), b, a};
        const auto loaded =
            loadKubeconfig({{}, list.join(QDir::listSeparator()), QStringLiteral("/nowhere")});
        QVERIFY2(loaded, loaded ? "" : qPrintable(base::debugText(loaded.error())));
        QCOMPARE(loaded->files, (QStringList{a, b}));
        QCOMPARE(loaded->cluster(QStringLiteral("k"))->file, a);
        const auto connection = resolveConnection(*loaded, {});
        QVERIFY(connection);
        QCOMPARE(connection->server, QUrl(QStringLiteral("https://a")));
        QVERIFY(connection->tls.serverName.isEmpty());
        QCOMPARE(std::get<StaticToken>(connection->credentials).token, QByteArray("ta"));
        QCOMPARE(connection->nameSpace, QStringLiteral("shop"));
        QCOMPARE(connection->context, QStringLiteral("c"));
    }

    void placesToLook()
    {
        QTemporaryDir dir;
        const QString home = dir.filePath(QStringLiteral("home"));
        const QString missing = dir.filePath(QStringLiteral("missing"));
        write(home, config({}, {}));
        QCOMPARE(loadKubeconfig({{}, {}, home})->currentContext, QStringLiteral("c"));
        QVERIFY(loadKubeconfig({{}, {}, missing})->contexts.empty());
        QVERIFY(loadKubeconfig({{}, missing, home})->contexts.empty()); // the variable replaces the home file
        QCOMPARE(idOf(loadKubeconfig({missing, home, home}).error()), QStringLiteral("file 0 ") + missing);
        QCOMPARE(idOf(loadKubeconfig({dir.path(), {}, {}}).error()),
                 QStringLiteral("file %1 %2").arg(int(base::FileError::Kind::NotAFile)).arg(dir.path()));
    }

    void pathsBelongToTheirFile()
    {
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(QStringLiteral("sub/pki")));
        const QString file = dir.filePath(QStringLiteral("sub/config"));
        write(dir.filePath(QStringLiteral("sub/pki/ca.pem")), pem);
        write(dir.filePath(QStringLiteral("client.pem")), pem);
        write(file,
              config("    certificate-authority: pki/ca.pem\n",
                     "    client-certificate: ../client.pem\n    client-key: ../client.pem\n    tokenFile: "
                     "pki/token\n"));
        const auto connection = resolveConnection(*loadKubeconfig({file, {}, {}}), {});
        QVERIFY2(connection, connection ? "" : qPrintable(base::debugText(connection.error())));
        QCOMPARE(connection->tls.caPem, QByteArray(pem));
        QCOMPARE(connection->tls.clientCertificate->keyPem, QByteArray(pem));
        QCOMPARE(std::get<TokenFile>(connection->credentials).path,
                 dir.filePath(QStringLiteral("sub/pki/token")));
    }

    void dataWinsOverFiles()
    {
        const QByteArray data = QByteArray(pem).toBase64();
        const auto connection = resolve(
            config("    certificate-authority: /missing\n    certificate-authority-data: " + data + '\n',
                   "    client-certificate: /missing\n    client-certificate-data: " + data
                       + "\n    client-key-data: " + data + '\n'));
        QVERIFY2(connection, connection ? "" : qPrintable(base::debugText(connection.error())));
        QCOMPARE(connection->tls.caPem, QByteArray(pem));
        QCOMPARE(connection->tls.clientCertificate->certificatePem, QByteArray(pem));
    }

    void clusterSettings()
    {
        const auto connection =
            resolve(config("    tls-server-name: api.internal\n    insecure-skip-tls-verify: true\n"
                           "    proxy-url: socks5://proxy:1080\n    disable-compression: true\n",
                           {}));
        QVERIFY(connection);
        QCOMPARE(connection->tls.serverName, QStringLiteral("api.internal"));
        QVERIFY(connection->tls.insecureSkipVerify);
        QCOMPARE(connection->proxy, QUrl(QStringLiteral("socks5://proxy:1080")));
        QVERIFY(connection->disableCompression);
        QCOMPARE(connection->nameSpace, QStringLiteral("default"));
    }

    void execPlugins()
    {
        const auto connection =
            resolve(config("    extensions:\n    - name: client.authentication.k8s.io/exec\n      extension: "
                           "{audience: a}\n",
                           "    exec:\n      apiVersion: client.authentication.k8s.io/v1\n      command: "
                           "bin/login\n      args: [get, '7']\n"
                           "      env:\n      - {name: A, value: b}\n      installHint: get it\n      "
                           "provideClusterInfo: true\n"
                           "      interactiveMode: Never\n"));
        QVERIFY2(connection, connection ? "" : qPrintable(base::debugText(connection.error())));
        const auto &exec = std::get<ExecPlugin>(connection->credentials);
        QCOMPARE(exec.command, QStringLiteral("/etc/kube/bin/login"));
        QCOMPARE(exec.arguments, (QStringList{QStringLiteral("get"), QStringLiteral("7")}));
        QCOMPARE(exec.environment.front().second, QStringLiteral("b"));
        QCOMPARE(exec.interactiveMode, ExecPlugin::InteractiveMode::Never);
        QCOMPARE(exec.clusterInfoJson,
                 QByteArray("{\"config\":{\"audience\":\"a\"},\"server\":\"https://h:6443\"}"));
        const auto beta = resolve(
            config({}, "    exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: login}\n"));
        QCOMPARE(std::get<ExecPlugin>(beta->credentials).interactiveMode,
                 ExecPlugin::InteractiveMode::IfAvailable);
        QCOMPARE(std::get<ExecPlugin>(beta->credentials).command,
                 QStringLiteral("login")); // looked up in PATH
    }

    void actingAs()
    {
        const QByteArray text =
            config({}, "    as: ana\n    as-groups: [devs]\n    as-user-extra: {scope: [a, b]}\n");
        const auto entry = resolve(text);
        QVERIFY(entry);
        QCOMPARE(entry->impersonate.user, QStringLiteral("ana"));
        QCOMPARE(entry->impersonate.extra.value(QStringLiteral("scope")),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        ConnectionOverrides as;
        as.impersonate.user = QStringLiteral("ben");
        const auto flag = resolve(text, as);
        QCOMPARE(flag->impersonate.user, QStringLiteral("ben"));
        QVERIFY(flag->impersonate.groups.isEmpty());
    }

    void refusedConfigs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, const QByteArray &text, const char *id,
                            const char *context = "") {
            QTest::newRow(name) << text << QString::fromLatin1(context) << QString::fromLatin1(id);
        };
        const QByteArray exec =
            "    exec: {apiVersion: client.authentication.k8s.io/v1, command: a, interactiveMode: ";
        row("empty", "", "kube.no-context");
        row("not a map", "- a\n", "kube.config-no-map");
        row("another kind", "kind: Pod\n", "kube.other-kind");
        row("unknown context", config({}, {}), "kube.unknown-context", "other");
        row("unknown cluster", "current-context: c\ncontexts:\n- name: c\n  context: {cluster: x}\n",
            "kube.unknown-cluster");
        row("unknown user", config({}, {}).replace("user: u\n", "user: nobody\n"), "kube.unknown-user");
        row("no server", config({}, {}).replace("https://h:6443", "''"), "kube.server-url");
        row("malformed server", config({}, {}).replace("https://h:6443", "'https://h:x'"), "kube.server-url");
        row("other scheme", config({}, {}).replace("https://h:6443", "ftp://h"), "kube.server-url");
        row("malformed proxy", config("    proxy-url: 'gopher://p'\n", {}), "kube.proxy-url");
        row("a number for a token", config({}, "    token: 12345\n"), "kube.config-text");
        row("text for a flag", config("    insecure-skip-tls-verify: 'yes'\n", {}), "kube.config-bool");
        row("a map for a list", "clusters: {}\n", "kube.config-list");
        row("text for a map", "clusters:\n- name: k\n  cluster: text\n", "kube.config-map");
        row("broken base64", config("    certificate-authority-data: '%%%'\n", {}), "kube.config-base64");
        row("data that is no PEM", config("    certificate-authority-data: AAAA\n", {}), "kube.not-pem");
        row("a missing CA file", config("    certificate-authority: /missing/ca\n", {}),
            "file 0 /missing/ca");
        row("CA and insecure",
            config("    insecure-skip-tls-verify: true\n    certificate-authority: /x\n", {}),
            "kube.ca-and-insecure");
        row("certificate without key", config({}, "    client-certificate: /x\n"), "kube.certificate-pair");
        row("token and password", config({}, "    token: a\n    username: b\n"), "kube.token-and-password");
        row("plugin without mode",
            config({}, "    exec: {apiVersion: client.authentication.k8s.io/v1, command: a}\n"),
            "kube.interactive-mode");
        row("plugin with an unknown mode", config({}, exec + "Sometimes}\n"), "kube.interactive-mode");
        row("plugin without command",
            config({}, "    exec: {apiVersion: client.authentication.k8s.io/v1beta1}\n"),
            "kube.exec-command");
        row("plugin of an old version",
            config({}, "    exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: a}\n"),
            "auth 3");
        row("legacy provider", config({}, "    auth-provider: {name: gcp}\n"), "auth 3");
        row("groups without a name", config({}, "    as-groups: [a]\n"), "kube.as-needed");
    }
    void refusedConfigs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, context);
        QFETCH(QString, id);
        ConnectionOverrides overrides;
        overrides.context = context;
        const auto connection = resolve(text, overrides);
        QVERIFY(!connection);
        QCOMPARE(idOf(connection.error()), id);
    }

    void aBrokenEntryDoesNotHurtAnotherContext()
    {
        const QByteArray text = config({}, {}) + "- name: bad\n  context: {cluster: gone, user: gone}\n";
        QVERIFY(resolve(text));
    }

    void brokenYamlNamesItsPlace()
    {
        const auto parsed = parseKubeconfig("clusters:\n- name: [\n", QStringLiteral("/k"));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().get_if<base::DecodeError>()->source, QStringLiteral("/k"));
        QVERIFY(parsed.error().get_if<base::DecodeError>()->line > 0);
    }

    void proxiesOfTheEnvironment_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("noProxy");
        QTest::addColumn<bool>("used");
        const auto row = [](const char *server, const char *noProxy, bool used) {
            QTest::addRow("%s without %s", server, noProxy)
                << QString::fromLatin1(server) << QString::fromLatin1(noProxy) << used;
        };
        row("https://api.example.com", "", true);
        row("https://localhost:6443", "", false);
        row("https://127.0.0.1:6443", "", false);
        row("https://[::1]:6443", "", false);
        row("https://api.example.com", "*", false);
        row("https://api.example.com", "other, example.com", false);
        row("https://example.com", "example.com", false);
        row("https://example.com", ".example.com", true);
        row("https://api.example.com", ".example.com", false);
        row("https://api.example.com", "*.example.com", false);
        row("https://badexample.com", "example.com", true);
        row("https://api.example.com:6443", "api.example.com:443", true);
        row("https://api.example.com:6443", "api.example.com:6443", false);
        row("https://10.1.2.3", "10.0.0.0/8", false);
        row("https://11.1.2.3", "10.0.0.0/8", true);
        row("https://10.1.2.3", "10.1.2.3", false);
        row("https://[fd00::1]", "fd00::/16", false);
        row("http://api.example.com", "", false); // HTTPS_PROXY is not for http
    }
    void proxiesOfTheEnvironment()
    {
        QFETCH(QString, server);
        QFETCH(QString, noProxy);
        QFETCH(bool, used);
        const QUrl proxy = proxyFor(QUrl(server), {QStringLiteral("proxy:3128"), {}, noProxy});
        QCOMPARE(proxy, used ? QUrl(QStringLiteral("http://proxy:3128")) : QUrl());
    }
};

QTEST_GUILESS_MAIN(KubeConfigTest)
#include "tst_kube_config.moc"
