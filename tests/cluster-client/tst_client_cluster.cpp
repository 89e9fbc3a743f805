// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a real control plane: pages, rights, conflicts, limits, dry runs, credentials. Skipped with the
// reason where none is running.
#include "allow_all.h"
#include "counting.h"
#include "support/patience.h"
#include "test_cluster.h"
#include "witness.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <deque>

using namespace sluice;
using namespace sluice::test;
using base::Json;
using kube::ApiClient;
using kube::Gvk;

namespace {

const QString teamSpace = QStringLiteral("team-a"); ///< where the developer has rights
const Gvk serviceKind{QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")};

Json knativeService(const QString &space, const std::string &name)
{
    return {{"apiVersion", "serving.knative.dev/v1"},
            {"kind", "Service"},
            {"metadata", {{"name", name}, {"namespace", space.toStdString()}}},
            {"spec", {{"template", {{"spec", {{"containers", {{{"image", "ghcr.io/acme/hello:1"}}}}}}}}}}};
}

/// No seats, none to borrow, no queue.
Json closedLevel(const std::string &name)
{
    return {{"apiVersion", "flowcontrol.apiserver.k8s.io/v1"},
            {"kind", "PriorityLevelConfiguration"},
            {"metadata", {{"name", name}}},
            {"spec",
             {{"type", "Limited"},
              {"limited",
               {{"nominalConcurrencyShares", 0},
                {"borrowingLimitPercent", 0},
                {"lendablePercent", 0},
                {"limitResponse", {{"type", "Reject"}}}}}}}};
}

Json schemaFor(const std::string &user, const std::string &level)
{
    const Json all = Json::array({"*"});
    return {
        {"apiVersion", "flowcontrol.apiserver.k8s.io/v1"},
        {"kind", "FlowSchema"},
        {"metadata", {{"name", level}}},
        {"spec",
         {{"matchingPrecedence", 100},
          {"priorityLevelConfiguration", {{"name", level}}},
          {"rules",
           Json::array({Json{{"subjects", Json::array({Json{{"kind", "User"}, {"user", {{"name", user}}}}})},
                             {"resourceRules",
                              Json::array({Json{{"verbs", all},
                                                {"apiGroups", all},
                                                {"resources", all},
                                                {"namespaces", all},
                                                {"clusterScope", true}}})}}})}}}};
}

} // namespace

class ClientClusterTest : public QObject {
    Q_OBJECT
private:
    RealCluster m_cluster;
    std::unique_ptr<ApiClient> m_admin;
    QString m_run;
    QString m_space;
    std::vector<kube::ObjectRef> m_leftovers; ///< outside the namespace

    [[nodiscard]] kube::Connection connectionAs(const QString &context) const
    {
        const auto connection = m_cluster.connection(context);
        if (!connection)
            qFatal("%s", why(connection.error()).constData());
        return *connection;
    }
    [[nodiscard]] ApiClient clientAs(const QString &context) const
    {
        return clientFor(connectionAs(context));
    }
    /// Creates what is outside the namespace and goes again with the case.
    void create(const Json &object)
    {
        VERIFY_RESULT(wait(m_admin->create(object, {}, {})));
        m_leftovers.push_back(kube::refOf(object));
    }
    void createMany(const QString &set, int count)
    {
        constexpr size_t atOnce = 100;
        std::deque<base::Task<kube::ObjectAnswer>> running;
        for (int i = 0; i < count || !running.empty(); ++i) {
            if (i < count)
                running.push_back(m_admin->create(
                    configMap(m_space, QStringLiteral("%1-%2").arg(set).arg(i, 5, 10, QLatin1Char('0')), set,
                              std::to_string(i)),
                    {}, {}));
            if (running.size() >= atOnce || i >= count) {
                VERIFY_RESULT(wait(std::move(running.front())));
                running.pop_front();
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = RealCluster::whyNot(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_admin = std::make_unique<ApiClient>(clientAs(QStringLiteral("admin")));
        m_run = QString::number(QRandomGenerator::global()->generate(), 36);
        m_space = QStringLiteral("client-") + m_run;
        VERIFY_RESULT(wait(m_admin->create(nameSpace(m_space), {}, {})));
    }
    void cleanup()
    {
        for (const kube::ObjectRef &ref : m_leftovers)
            (void)wait(m_admin->remove(ref, {}, {}));
        m_leftovers.clear();
    }
    void cleanupTestCase()
    {
        if (m_admin)
            (void)wait(m_admin->remove({namespaceKind, {}, m_space}, {}, {}));
    }

    void whatTheServerServes()
    {
        // A kind that was just installed is served before it is listed.
        QStringList missing;
        const auto servesAll = [&] {
            const auto discovery = wait(m_admin->discover(true, {}));
            missing = discovery ? (*discovery)->unavailable()
                                : QStringList(QString::fromUtf8(why(discovery.error())));
            for (const char *group :
                 {"serving.knative.dev", "eventing.knative.dev", "messaging.knative.dev",
                  "sources.knative.dev", "flows.knative.dev", "networking.istio.io", "argoproj.io"}) {
                if (discovery && !(*discovery)->hasGroup(QLatin1String(group)))
                    missing.append(QLatin1String(group));
            }
            return missing.isEmpty();
        };
        QTRY_VERIFY2(servesAll(), qPrintable(missing.join(QLatin1Char(' '))));
        const auto service = wait(m_admin->resource(serviceKind, {}));
        VERIFY_RESULT(service);
        QCOMPARE(service->gvr.resource, QStringLiteral("services"));
        const auto version = wait(m_admin->serverVersion({}));
        VERIFY_RESULT(version);
        QCOMPARE(version->major, 1);
        QVERIFY(version->minor > 0);
        const auto user = wait(m_admin->whoAmI({}));
        VERIFY_RESULT(user);
        QCOMPARE(user->username, QStringLiteral("admin"));
        QVERIFY(user->groups.contains(QStringLiteral("system:masters")));
    }

    void tenThousandObjectsInPages()
    {
        constexpr int count = 10'000;
        constexpr int limit = 500;
        const QString set = QStringLiteral("many");
        createMany(set, count);
        kube::ListOptions options;
        options.limit = limit;
        options.labelSelector = QStringLiteral("set=") + set;
        QSet<QString> names;
        QString version;
        int pages = 0;
        do {
            const auto page = wait(m_admin->list(configMapKind, m_space, options, {}));
            VERIFY_RESULT(page);
            QVERIFY(page->page.items.size() <= size_t(limit));
            QVERIFY(pages == 0 || page->page.resourceVersion == version);
            version = page->page.resourceVersion;
            for (const kube::DecodedObject &item : page->page.items)
                names.insert(item.meta.name);
            options.continueToken = page->page.continueToken;
            // What comes between the pages belongs to none of them.
            VERIFY_RESULT(wait(m_admin->create(
                configMap(m_space, QStringLiteral("%1-%2-late").arg(set).arg(pages, 5, 10, QLatin1Char('0')),
                          set, "late"),
                {}, {})));
            ++pages;
        } while (!options.continueToken.isEmpty());
        QCOMPARE(names.size(), count);
        QCOMPARE(pages, count / limit);

        const auto all =
            wait(m_admin->listAll(configMapKind, m_space, {0, {}, options.labelSelector, {}, {}, {}}, {}));
        VERIFY_RESULT(all);
        QCOMPARE(all->page.items.size(), size_t(count + pages));
        const kube::WatcherTools tools = kube::systemWatcherTools(nullptr, nullptr);
        const auto witness = std::make_shared<Witness>(tools, 16);
        kube::Watcher watcher(*m_admin, {configMapKind, m_space, options.labelSelector, {}}, witness, tools);
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        QCOMPARE(witness->difference(all->page), QString());
        QCOMPARE(witness->complaints(), QStringList());
    }

    void rightsInOneNamespaceOnly()
    {
        const ApiClient developer = clientAs(QStringLiteral("developer"));
        VERIFY_RESULT(wait(developer.list(configMapKind, teamSpace, {}, {})));
        const auto everywhere = wait(developer.list(configMapKind, {}, {}, {}));
        QVERIFY(!everywhere);
        QVERIFY(everywhere.error().api() && everywhere.error().api()->isForbidden());
        QCOMPARE(everywhere.error().api()->reason, QStringLiteral("Forbidden"));
        QCOMPARE(everywhere.error().api()->message,
                 QStringLiteral(
                     "configmaps is forbidden: User \"developer\" cannot list resource \"configmaps\" in "
                     "API group \"\" at the cluster scope"));
        kube::AccessQuestion question{
            QStringLiteral("create"), serviceKind.group, QStringLiteral("services"), {}, teamSpace, {}};
        const auto here = wait(developer.canI(question, {}));
        VERIFY_RESULT(here);
        QVERIFY(here->allowed);
        question.nameSpace = QStringLiteral("default");
        const auto there = wait(developer.canI(question, {}));
        VERIFY_RESULT(there);
        QVERIFY(!there->allowed);
    }

    void aWatcherThatIsGivenItsRightsLater()
    {
        const ApiClient developer = clientAs(QStringLiteral("developer"));
        createMany(QStringLiteral("granted"), 3);
        const kube::WatcherTools tools = kube::systemWatcherTools(nullptr, nullptr);
        const auto witness = std::make_shared<Witness>(tools, 1);
        kube::WatcherSettings settings;
        settings.minBackoffMs = 50;
        settings.maxBackoffMs = 200;
        kube::Watcher watcher(developer, {configMapKind, m_space, QStringLiteral("set=granted"), {}}, witness,
                              tools, settings);
        watcher.start();
        QTRY_COMPARE(witness->store()->freshness().state, store::Freshness::State::Failed);
        QVERIFY(witness->store()->freshness().error->api()->isForbidden());
        QCOMPARE(witness->store()->size(), 0);
        create({{"apiVersion", "rbac.authorization.k8s.io/v1"},
                {"kind", "ClusterRoleBinding"},
                {"metadata", {{"name", "client-" + m_run.toStdString()}}},
                {"roleRef",
                 {{"apiGroup", "rbac.authorization.k8s.io"}, {"kind", "ClusterRole"}, {"name", "view"}}},
                {"subjects",
                 Json::array({Json{
                     {"apiGroup", "rbac.authorization.k8s.io"}, {"kind", "User"}, {"name", "developer"}}})}});
        QTRY_VERIFY(witness->isLive());
        QCOMPARE(witness->store()->size(), 3);
        QCOMPARE(witness->complaints(), QStringList());
    }

    void anUpdateThatWasOvertaken()
    {
        const Json object = configMap(m_space, QStringLiteral("overtaken"), QStringLiteral("one"), "1");
        const auto created = wait(m_admin->create(object, {}, {}));
        VERIFY_RESULT(created);
        VERIFY_RESULT(wait(m_admin->patch(kube::refOf(object), kube::PatchType::Merge,
                                          {{"data", {{"value", "2"}}}}, {}, {})));
        Json stale = *created->object;
        stale["data"]["value"] = "3";
        const auto refused = wait(m_admin->update(stale, {}, {}));
        QVERIFY(!refused);
        const base::ApiStatus *status = refused.error().api();
        QVERIFY(status && status->isConflict() && !status->isFieldManagerConflict());
        QCOMPARE(status->name, QStringLiteral("overtaken"));
        const auto read = wait(m_admin->get(kube::refOf(object), {}));
        VERIFY_RESULT(read);
        QCOMPARE(base::textAt(*read->object, "data.value"), std::string("2"));
    }

    void fieldsOfAnotherManager()
    {
        const QString name = QStringLiteral("managed");
        VERIFY_RESULT(wait(m_admin->apply(configMap(m_space, name, QStringLiteral("one"), "1"),
                                          {QStringLiteral("pipeline")}, {})));
        const Json mine = configMap(m_space, name, QStringLiteral("one"), "2");
        const auto refused = wait(m_admin->apply(mine, {QStringLiteral("sluice")}, {}));
        QVERIFY(!refused);
        const base::ApiStatus *status = refused.error().api();
        QVERIFY(status && status->isFieldManagerConflict());
        QCOMPARE(status->causes.size(), size_t(1));
        QCOMPARE(status->causes.front().field, QStringLiteral(".data.value"));
        QVERIFY2(status->causes.front().message.contains(QLatin1String("\"pipeline\"")),
                 qPrintable(status->causes.front().message));
        kube::WriteOptions force{QStringLiteral("sluice")};
        force.force = true;
        VERIFY_RESULT(wait(m_admin->apply(mine, force, {})));
        // The other one is told in its turn.
        const auto back = wait(m_admin->apply(configMap(m_space, name, QStringLiteral("one"), "1"),
                                              {QStringLiteral("pipeline")}, {}));
        QVERIFY(!back && back.error().api() && back.error().api()->isFieldManagerConflict());
        QVERIFY(back.error().api()->causes.front().message.contains(QLatin1String("\"sluice\"")));
    }

    void tooManyRequests()
    {
        const std::string level = "client-" + m_run.toStdString();
        create(closedLevel(level));
        create(schemaFor("viewer", level));
        const kube::Connection connection = connectionAs(QStringLiteral("viewer"));
        const auto network = kube::makeNetworkTransport(connection);
        VERIFY_RESULT(network);
        const auto counting = std::make_shared<CountingTransport>(*network);
        const auto timers = std::make_shared<base::ManualTimers>(
            std::make_shared<base::ManualClock>(QDateTime::currentDateTimeUtc()));
        const ApiClient viewer(kube::withCredentials(kube::withRetry(counting, timers),
                                                     kube::makeCredentialSource(connection, allowingTools())),
                               nullptr, QStringLiteral("viewer"));
        VERIFY_RESULT(wait(viewer.discover(false, {})));
        // A level without seats lets one request in at a time, and refuses what comes meanwhile. It is in force soon after it
        // was made.
        std::vector<std::shared_ptr<Pending<kube::ListAnswer>>> answers;
        const auto allHere = [&] {
            return std::ranges::all_of(answers,
                                       [](const auto &answer) { return answer->result.has_value(); });
        };
        const auto isHeldBack = [&] {
            if (timers->nextDueIn() < 0 && allHere()) {
                answers.clear();
                for (int i = 0; i < 6; ++i)
                    answers.push_back(begin(viewer.list(configMapKind, {}, {}, {})));
            }
            return timers->nextDueIn() >= 0;
        };
        QTRY_VERIFY(isHeldBack());
        QVERIFY(std::ranges::count(counting->statuses, 429) > 0);
        // As long as the server said, and not a moment less.
        const int told = counting->lastRetryAfter * 1000;
        QVERIFY(told > 0);
        QCOMPARE(timers->nextDueIn(), told);
        const size_t before = counting->sent;
        timers->advance(told - 1);
        QCOMPARE(counting->sent, before);
        timers->advance(1);
        QVERIFY(counting->sent > before);
        // Whoever was held back has an answer in the end.
        const auto allAnswered = [&] {
            if (timers->nextDueIn() >= 0)
                timers->advance(timers->nextDueIn());
            return allHere();
        };
        QTRY_VERIFY(allAnswered());
        QVERIFY(std::ranges::any_of(answers, [](const auto &answer) { return answer->result->has_value(); }));
        for (const auto &answer : answers) {
            // Time flies here, so that ten tries may be over before the others are through.
            const base::ApiStatus *status = *answer->result ? nullptr : answer->result->error().api();
            QVERIFY(*answer->result || (status && status->isTooManyRequests() && status->retryAfterSeconds));
        }
    }

    void theWebhookAnswersADryRun()
    {
        kube::WriteOptions dry;
        dry.dryRun = true;
        dry.fieldManager = QStringLiteral("sluice");
        const auto planned = wait(m_admin->apply(knativeService(m_space, "planned"), dry, {}));
        VERIFY_RESULT(planned);
        const Json &answer = *planned->object;
        QCOMPARE(base::intAt(answer, "spec.template.spec.timeoutSeconds", 0), qint64(300));
        const Json *annotations = base::at(answer, "metadata.annotations");
        QVERIFY(annotations);
        QCOMPARE(annotations->value("serving.knative.dev/creator", ""), std::string("admin"));
        const kube::ObjectRef ref{serviceKind, m_space, QStringLiteral("planned")};
        const auto read = wait(m_admin->get(ref, {}));
        QVERIFY(!read && read.error().api() && read.error().api()->isNotFound());

        Json wrong = knativeService(m_space, "wrong");
        wrong["spec"]["template"]["metadata"]["annotations"]["autoscaling.knative.dev/min-scale"] = "-1";
        const auto refused = wait(m_admin->apply(wrong, dry, {}));
        QVERIFY(!refused && refused.error().api());
        QVERIFY2(refused.error().api()->message.startsWith(QStringLiteral(
                     "admission webhook \"validation.webhook.serving.knative.dev\" denied the request: ")),
                 qPrintable(refused.error().api()->message));
    }

    void aCertificateInsteadOfAToken()
    {
        const auto user = wait(clientAs(QStringLiteral("certificate-user")).whoAmI({}));
        VERIFY_RESULT(user);
        QCOMPARE(user->username, QStringLiteral("certificate-user"));
    }

    void aCertificateThatHasExpired()
    {
        const auto user = wait(clientAs(QStringLiteral("expired-user")).whoAmI({}));
        QVERIFY(!user);
        const auto *error = user.error().get_if<base::AuthError>();
        QVERIFY2(error && error->kind == base::AuthError::Kind::Expired, why(user.error()).constData());
        QCOMPARE(error->subject, QStringLiteral("expired-user"));
        QVERIFY(!error->detail.isEmpty());
    }

    void aTokenThatNobodyKnows()
    {
        kube::Connection connection = connectionAs(QStringLiteral("developer"));
        connection.credentials = kube::StaticToken{"nobody-knows-this"};
        const auto user = wait(clientFor(connection).whoAmI({}));
        QVERIFY(!user && user.error().api() && user.error().api()->isUnauthorized());
    }

    void tokensOfAPluginAreRenewed_data()
    {
        QTest::addColumn<bool>("clockStands");
        QTest::newRow("before they expire") << false;
        QTest::newRow("when the server refuses them, by a clock that is behind") << true;
    }
    void tokensOfAPluginAreRenewed()
    {
        QFETCH(bool, clockStands);
        kube::Connection connection = connectionAs(QStringLiteral("exec-user"));
        auto *plugin = std::get_if<kube::ExecPlugin>(&connection.credentials);
        QVERIFY(plugin);
        plugin->environment.emplace_back(QStringLiteral("SLUICE_CLUSTER_TOKEN_LIFETIME"),
                                         QStringLiteral("2s"));
        kube::CredentialTools tools = allowingTools();
        const auto runner = std::make_shared<CountingRunner>(tools.runner);
        tools.runner = runner;
        if (clockStands)
            tools.clock = std::make_shared<base::ManualClock>(QDateTime::currentDateTimeUtc());
        const auto network = kube::makeNetworkTransport(connection);
        VERIFY_RESULT(network);
        const auto counting = std::make_shared<CountingTransport>(*network);
        const ApiClient client(kube::withCredentials(counting, kube::makeCredentialSource(connection, tools)),
                               nullptr, QStringLiteral("exec-user"));
        const auto user = wait(client.whoAmI({}));
        VERIFY_RESULT(user);
        QCOMPARE(user->username, QStringLiteral("exec-user"));
        VERIFY_RESULT(wait(client.whoAmI({})));

        // Watches that end each second are opened again with whatever is good by then.
        const kube::WatcherTools watcherTools = kube::systemWatcherTools(nullptr, nullptr);
        const auto witness = std::make_shared<Witness>(watcherTools, 1);
        kube::WatcherSettings settings;
        settings.minTimeoutSeconds = settings.maxTimeoutSeconds = 1;
        settings.minBackoffMs = 10;
        settings.maxBackoffMs = 100;
        kube::Watcher watcher(client, {configMapKind, teamSpace, {}, {}}, witness, watcherTools, settings);
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        QTRY_VERIFY(runner->runs >= 3);
        QVERIFY2(witness->troubles().empty(),
                 witness->troubles().empty() ? "" : why(witness->troubles().front()).constData());
        QCOMPARE(witness->lists(), 1);
        QCOMPARE(std::ranges::count(counting->statuses, 401) > 0, clockStands);
    }
};

QTEST_GUILESS_MAIN(ClientClusterTest)
#include "tst_client_cluster.moc"
