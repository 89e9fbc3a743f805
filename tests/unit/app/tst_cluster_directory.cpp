// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_context.h"
#include "app/cluster_directory.h"
#include "https_server.h"
#include "kube/client/api_client.h"
#include "support/patience.h"

#include <QCoroTask>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::app;
using test::CertificateSpec;
using test::HttpsServer;
using test::Incoming;

/// Connections as the program makes them from kubeconfig files.
class TestClusterDirectory : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    test::Authority m_authority;

    test::Identity identity() const
    {
        CertificateSpec spec;
        spec.names = {"IP:127.0.0.1"};
        return m_authority.issue(spec);
    }
    QString kubeconfig(const QString &name, const QByteArray &context, const QUrl &server) const
    {
        QFile file(m_dir.filePath(name));
        const QByteArray text = "current-context: " + context + "\ncontexts: [{name: " + context
            + ", context: {cluster: k}}]\nclusters:\n- name: k\n  cluster:\n    server: " + server.toEncoded()
            + "\n    certificate-authority-data: " + m_authority.caPem().toBase64() + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static ConnectionTools tools()
    {
        ConnectionTools result;
        result.clock = std::make_shared<base::SystemClock>();
        result.timers = std::make_shared<base::SystemTimers>();
        return result;
    }
    static QStringList names(ClusterDirectory &directory)
    {
        const auto contexts = directory.contexts();
        QStringList result;
        for (const session::ClusterContext &context :
             contexts.value_or(std::vector<session::ClusterContext>{}))
            result.append(context.name);
        return result;
    }

private Q_SLOTS:
    void eachRequestHasItsTimeLimit()
    {
        HttpsServer server(identity());
        server.handler = [](const Incoming &) {}; // says nothing
        const kube::KubeconfigPlaces places{kubeconfig(QStringLiteral("silent"), "c", server.url()), {}, {}};
        ConnectionTools limited = tools();
        limited.requestTimeoutMs = 50;
        ClusterDirectory directory([places] { return places; }, {}, limited, nullptr);
        const auto connection = QCoro::waitFor(directory.connect(QStringLiteral("c"), {}));
        QVERIFY2(connection, connection ? "" : qPrintable(base::debugText(connection.error())));
        const auto version = QCoro::waitFor(connection->client->serverVersion({}));
        QVERIFY(!version);
        const base::TimeoutError expected{QStringLiteral("127.0.0.1:%1").arg(server.url().port()), 50};
        QCOMPARE(version.error(), base::Error(expected));
        // A log that is followed waits as long for its beginning.
        const auto log =
            QCoro::waitFor(connection->client->followLogs(QStringLiteral("n"), QStringLiteral("p"), {}, {}));
        QVERIFY(!log);
        QCOMPARE(log.error(), base::Error(expected));
    }

    void theLimitEndsNoStream()
    {
        HttpsServer server(identity());
        server.handler = [](const Incoming &in) { in.begin(200, {"Content-Type: text/plain"}); };
        const kube::KubeconfigPlaces places{kubeconfig(QStringLiteral("slow"), "c", server.url()), {}, {}};
        ConnectionTools limited = tools();
        limited.requestTimeoutMs = 2000; // long enough for a handshake on a busy machine
        ClusterDirectory directory([places] { return places; }, {}, limited, nullptr);
        const auto connection = QCoro::waitFor(directory.connect(QStringLiteral("c"), {}));
        QVERIFY(connection);
        const auto log =
            QCoro::waitFor(connection->client->followLogs(QStringLiteral("n"), QStringLiteral("p"), {}, {}));
        QVERIFY2(log, log ? "" : qPrintable(base::debugText(log.error())));
        // A request beside it runs into the limit first, and the stream goes on.
        QVERIFY(!QCoro::waitFor(connection->client->serverVersion({})));
        server.seen.first().chunk("late\n");
        const auto lines = QCoro::waitFor((*log)->next({}));
        QVERIFY2(lines, lines ? "" : qPrintable(base::debugText(lines.error())));
        QCOMPARE(*lines, std::vector<QByteArray>{"late"});
    }

    void placesAreAskedForEachTime()
    {
        HttpsServer server(identity());
        kube::KubeconfigPlaces places{{}, kubeconfig(QStringLiteral("first"), "first", server.url()), {}};
        ClusterDirectory directory([&places] { return places; }, {}, tools(), nullptr);
        QCOMPARE(names(directory), QStringList{QStringLiteral("first")});
        places.environmentList = kubeconfig(QStringLiteral("second"), "second", server.url());
        QCOMPARE(names(directory), QStringList{QStringLiteral("second")});
        QVERIFY(QCoro::waitFor(directory.connect(QStringLiteral("second"), {})));
        QVERIFY(!QCoro::waitFor(directory.connect(QStringLiteral("first"), {})));
    }

    void aKubeconfigChosenInTheSettingsCountsAtOnce()
    {
        HttpsServer server(identity());
        server.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        base::MemorySettings settings;
        AppContext context({}, settings, nullptr);
        QSignalSpy changed(&context.workspace(), &session::Workspace::environmentsChanged);
        const auto count = [&context](const QString &name) {
            const auto contexts = context.workspace().contexts();
            return contexts ? std::count_if(contexts->begin(), contexts->end(),
                                            [&](const auto &each) { return each.name == name; })
                            : -1;
        };
        QCOMPARE(count(QStringLiteral("chosen")), 0);
        context.settingsChanged(); // something else
        QCOMPARE(changed.count(), 0);
        settings.setValue(QStringLiteral("tools/kubeconfig"),
                          kubeconfig(QStringLiteral("chosen"), "chosen", server.url()));
        context.settingsChanged();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(count(QStringLiteral("chosen")), 1);
    }

    void whatIsConnectedConnectsAnew()
    {
        // Replies are aborted here while their answers arrive.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("must only be called once")));
        HttpsServer first(identity());
        HttpsServer second(identity());
        for (HttpsServer *server : {&first, &second})
            server->handler = [](const Incoming &in) { in.answer(503, "{}"); };
        base::MemorySettings settings;
        AppContext context({}, settings, nullptr);
        settings.setValue(QStringLiteral("tools/kubeconfig"),
                          kubeconfig(QStringLiteral("a"), "shared", first.url()));
        context.settingsChanged();
        context.workspace().create({m_dir.filePath(QStringLiteral("project")), {}, {}});
        QTRY_VERIFY(context.workspace().isOpen());
        context.workspace().connectTo(QStringLiteral("shared"));
        QTRY_VERIFY(!first.seen.isEmpty());
        QVERIFY(second.seen.isEmpty());
        settings.setValue(QStringLiteral("tools/kubeconfig"),
                          kubeconfig(QStringLiteral("b"), "shared", second.url()));
        context.settingsChanged();
        QTRY_VERIFY(!second.seen.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClusterDirectory)
#include "tst_cluster_directory.moc"
