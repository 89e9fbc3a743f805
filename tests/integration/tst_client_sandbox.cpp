// SPDX-License-Identifier: GPL-3.0-or-later
// The client against the embedded cluster over https: what a window does, without the window.
#include "base/json.h"
#include "kube/config/credential_sources.h"
#include "kube/net/network_transport.h"
#include "kube/runtime/informer.h"
#include "sandbox/http/sandbox_cluster.h"
#include "support/kube/pending.h"
#include "support/patience.h"

#include <QCoroTask>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::kube;
using base::Json;
using store::Freshness;
using test::begin;

namespace {

const Gvk configMapKind{{}, QStringLiteral("v1"), QStringLiteral("ConfigMap")};
const Gvk serviceKind{QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")};
const QString space = QStringLiteral("default");

Json configMap(const std::string &name, const std::string &value = "1",
               const std::string &nameSpace = "default")
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", name}, {"namespace", nameSpace}}},
            {"data", {{"value", value}}}};
}

Json service(const std::string &name)
{
    return {{"apiVersion", "serving.knative.dev/v1"},
            {"kind", "Service"},
            {"metadata", {{"name", name}, {"namespace", "default"}}},
            {"spec", {{"template", {{"spec", {{"containers", {{{"image", "ghcr.io/acme/hello:1"}}}}}}}}}}};
}

ObjectRef refTo(const QString &name, const Gvk &kind = configMapKind)
{
    return {kind, space, name};
}

template <typename T> base::Result<T> wait(base::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

QByteArray why(const base::Error &error)
{
    return base::debugText(error).toUtf8();
}

#define VERIFY_RESULT(result)                                                                                \
    QVERIFY2((result).has_value(), (result) ? "" : why((result).error()).constData())

/// What a ConfigMap is shown as: its one value.
base::Result<std::string> valueOf(const Json &object)
{
    return base::textAt(object, "data.value");
}

/// Counts lists on the way to a store.
class CountingSink final : public WatchSink {
public:
    CountingSink(std::shared_ptr<WatchSink> inner)
        : m_inner(std::move(inner))
    {
    }
    int lists = 0;
    std::vector<base::Error> troubles;

    void listBegins() override
    {
        ++lists;
        m_inner->listBegins();
    }
    base::Task<void> page(ListPage page, std::stop_token stop) override
    {
        return m_inner->page(std::move(page), std::move(stop));
    }
    void listComplete() override { m_inner->listComplete(); }
    void listAbandoned() override { m_inner->listAbandoned(); }
    void event(const WatchEvent &event) override { m_inner->event(event); }
    void live() override { m_inner->live(); }
    void trouble(const base::Error &error) override
    {
        troubles.push_back(error);
        m_inner->trouble(error);
    }

private:
    std::shared_ptr<WatchSink> m_inner;
};

/// Passes on, and counts the watches and lists that were asked for.
class CountingTransport final : public Transport {
public:
    explicit CountingTransport(std::shared_ptr<Transport> inner)
        : m_inner(std::move(inner))
    {
    }
    int watches = 0;
    base::Task<Response> send(Request request, std::stop_token stop) override
    {
        return m_inner->send(std::move(request), std::move(stop));
    }
    base::Task<std::shared_ptr<ResponseStream>> open(Request request, std::stop_token stop) override
    {
        ++watches;
        return m_inner->open(std::move(request), std::move(stop));
    }

private:
    std::shared_ptr<Transport> m_inner;
};

} // namespace

class TestClientSandbox : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<sandbox::SandboxCluster> m_cluster;
    std::shared_ptr<base::Timers> m_timers = std::make_shared<base::SystemTimers>();
    std::shared_ptr<CountingTransport> m_transport;
    std::unique_ptr<ApiClient> m_client;

    std::shared_ptr<Transport> transportFor(const QString &token) const
    {
        Connection connection;
        connection.server = QUrl(m_cluster->endpoint().url);
        connection.tls.caPem = m_cluster->endpoint().caPem;
        connection.credentials = StaticToken{token.toUtf8()};
        connection.user = QStringLiteral("ana");
        const auto transport =
            makeTransport(connection, makeCredentialSource(connection, {}), m_timers, "sluice-test");
        if (!transport)
            qFatal("%s", why(transport.error()).constData());
        return *transport;
    }
    ApiClient clientFor(const QString &token) const
    {
        return ApiClient(transportFor(token), nullptr, m_cluster->endpoint().url);
    }
    void make(const QStringList &names)
    {
        for (const QString &name : names)
            VERIFY_RESULT(wait(m_client->create(configMap(name.toStdString()), {}, {})));
    }

private Q_SLOTS:
    void init()
    {
        m_cluster = std::make_unique<sandbox::SandboxCluster>();
        sandbox::SandboxOptions options;
        options.bookmarkSeconds = 1;
        const auto endpoint = m_cluster->start(options);
        VERIFY_RESULT(endpoint);
        m_transport = std::make_shared<CountingTransport>(transportFor(endpoint->token));
        m_client = std::make_unique<ApiClient>(m_transport, nullptr, endpoint->url);
    }
    void cleanup()
    {
        m_client.reset();
        m_cluster.reset();
    }

    void discovery()
    {
        const auto discovered = wait(m_client->discover(false, {}));
        VERIFY_RESULT(discovered);
        QVERIFY((*discovered)->unavailable().isEmpty());
        QVERIFY((*discovered)->hasGroup(QStringLiteral("serving.knative.dev")));
        const auto served = wait(m_client->resource(serviceKind, {}));
        VERIFY_RESULT(served);
        QCOMPARE(served->gvr.resource, QStringLiteral("services"));
        QVERIFY(served->namespaced);
        const auto unknown = wait(m_client->resource(
            {QStringLiteral("example.com"), QStringLiteral("v1"), QStringLiteral("Gate")}, {}));
        QVERIFY(!unknown);
        QVERIFY(unknown.error().api()->isNotFound());
        const auto user = wait(m_client->whoAmI({}));
        VERIFY_RESULT(user);
        QCOMPARE(user->username, QStringLiteral("sandbox-admin"));
    }

    void listsComeInPages()
    {
        make({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
              QStringLiteral("e")});
        ListOptions options;
        options.limit = 2;
        const auto first = wait(m_client->list(configMapKind, space, options, {}));
        VERIFY_RESULT(first);
        QCOMPARE(first->page.items.size(), size_t(2));
        QVERIFY(!first->page.continueToken.isEmpty());
        QVERIFY(first->serverTime.isValid());
        // What comes later does not come between the pages.
        make({QStringLiteral("aa")});
        QStringList names;
        for (const DecodedObject &item : first->page.items)
            names.append(item.meta.name);
        while (!options.continueToken.isEmpty() || names.size() == 2) {
            options.continueToken = names.size() == 2 ? first->page.continueToken : options.continueToken;
            const auto next = wait(m_client->list(configMapKind, space, options, {}));
            VERIFY_RESULT(next);
            QCOMPARE(next->page.resourceVersion, first->page.resourceVersion);
            for (const DecodedObject &item : next->page.items)
                names.append(item.meta.name);
            options.continueToken = next->page.continueToken;
        }
        names.removeAll(QStringLiteral("kube-root-ca.crt"));
        names.removeAll(QStringLiteral("config-openshift-trusted-cabundle"));
        QCOMPARE(names,
                 (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                              QStringLiteral("d"), QStringLiteral("e")}));
        ListOptions two;
        two.limit = 2;
        const auto all = wait(m_client->listAll(configMapKind, space, two, {}));
        VERIFY_RESULT(all);
        QVERIFY(all->page.items.size() >= 6);
    }

    void aPageWhoseVersionIsForgotten()
    {
        make({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        ListOptions options;
        options.limit = 1;
        const auto first = wait(m_client->list(configMapKind, space, options, {}));
        VERIFY_RESULT(first);
        make({QStringLiteral("d")});
        m_cluster->forgetHistory();
        options.continueToken = first->page.continueToken;
        const auto next = wait(m_client->list(configMapKind, space, options, {}));
        QVERIFY(!next);
        QVERIFY2(next.error().api() && next.error().api()->isGone(), why(next.error()).constData());
        VERIFY_RESULT(wait(m_client->listAll(configMapKind, space, {}, {})));
    }

    void createApplyPatchDelete()
    {
        const auto created = wait(m_client->create(configMap("one"), {}, {}));
        VERIFY_RESULT(created);
        QVERIFY(created->created);
        const auto again = wait(m_client->create(configMap("one"), {}, {}));
        QVERIFY(!again);
        QVERIFY(again.error().api()->isAlreadyExists());

        // Another manager set it: a conflict that names the owner, and force takes it over.
        const auto conflict = wait(m_client->apply(configMap("one", "2"), {QStringLiteral("other")}, {}));
        QVERIFY(!conflict);
        QVERIFY(conflict.error().api()->isFieldManagerConflict());
        WriteOptions force{QStringLiteral("other")};
        force.force = true;
        const auto applied = wait(m_client->apply(configMap("one", "2"), force, {}));
        VERIFY_RESULT(applied);
        QCOMPARE(base::textAt(*applied->object, "data.value"), std::string("2"));

        const auto patched = wait(m_client->patch(refTo(QStringLiteral("one")), PatchType::Merge,
                                                  {{"data", {{"value", "3"}, {"more", "x"}}}}, {}, {}));
        VERIFY_RESULT(patched);
        QCOMPARE(base::textAt(*patched->object, "data.more"), std::string("x"));
        Json stale = *created->object;
        stale["data"]["value"] = "4";
        const auto overtaken = wait(m_client->update(stale, {}, {}));
        QVERIFY(!overtaken);
        QVERIFY(overtaken.error().api()->isConflict());
        QVERIFY(!overtaken.error().api()->isFieldManagerConflict());

        VERIFY_RESULT(wait(m_client->remove(refTo(QStringLiteral("one")), {}, {})));
        const auto gone = wait(m_client->get(refTo(QStringLiteral("one")), {}));
        QVERIFY(!gone);
        QVERIFY(gone.error().api()->isNotFound());
        QCOMPARE(gone.error().api()->name, QStringLiteral("one"));
    }

    void dryRunChangesNothing()
    {
        WriteOptions dry;
        dry.dryRun = true;
        const auto created = wait(m_client->create(configMap("ghost"), dry, {}));
        VERIFY_RESULT(created);
        QCOMPARE(base::textAt(*created->object, "metadata.name"), std::string("ghost"));
        QVERIFY(!wait(m_client->get(refTo(QStringLiteral("ghost")), {})));
        make({QStringLiteral("real")});
        const auto patched = wait(m_client->patch(refTo(QStringLiteral("real")), PatchType::Merge,
                                                  {{"data", {{"value", "9"}}}}, dry, {}));
        VERIFY_RESULT(patched);
        QCOMPARE(base::textAt(*patched->object, "data.value"), std::string("9"));
        DeleteOptions gone;
        gone.dryRun = true;
        VERIFY_RESULT(wait(m_client->remove(refTo(QStringLiteral("real")), gone, {})));
        const auto read = wait(m_client->get(refTo(QStringLiteral("real")), {}));
        VERIFY_RESULT(read);
        QCOMPARE(base::textAt(*read->object, "data.value"), std::string("1"));
    }

    void whatTheServerWarnsOf()
    {
        Json unknown = configMap("odd");
        unknown["dta"] = Json::object();
        WriteOptions warn;
        warn.fieldValidation = FieldValidation::Warn;
        const auto created = wait(m_client->create(unknown, warn, {}));
        VERIFY_RESULT(created);
        QCOMPARE(created->warnings, QStringList{QStringLiteral("unknown field \"dta\"")});
        WriteOptions strict;
        strict.fieldValidation = FieldValidation::Strict;
        const auto refused = wait(m_client->create(unknown, strict, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().api()->code, 400);
    }

    void admissionRefuses()
    {
        Json wrong = service("hello");
        wrong["spec"]["template"]["metadata"]["annotations"]["autoscaling.knative.dev/min-scale"] = "-1";
        const auto refused = wait(m_client->create(wrong, {}, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().api()->code, 400);
        QVERIFY2(refused.error().api()->message.startsWith(QStringLiteral(
                     "admission webhook \"validation.webhook.serving.knative.dev\" denied the request: ")),
                 qPrintable(refused.error().api()->message));
        QVERIFY(!wait(m_client->get(refTo(QStringLiteral("hello"), serviceKind), {})));
    }

    void aTokenThatIsRefused()
    {
        const ApiClient stranger = clientFor(QStringLiteral("expired"));
        const auto answer = wait(stranger.get(refTo(QStringLiteral("x")), {}));
        QVERIFY(!answer);
        const auto *auth = answer.error().get_if<base::AuthError>();
        const bool unauthorized = auth || (answer.error().api() && answer.error().api()->isUnauthorized());
        QVERIFY2(unauthorized, why(answer.error()).constData());
        const ApiClient developer = clientFor(m_cluster->endpoint().developerToken);
        const auto forbidden = wait(developer.list(configMapKind, QStringLiteral("knative-serving"), {}, {}));
        QVERIFY(!forbidden);
        QVERIFY(forbidden.error().api()->isForbidden());
        QVERIFY(forbidden.error().api()->message.contains(QLatin1String("dev")));
    }

    void aWatchWithBookmarks()
    {
        const auto listed = wait(m_client->list(configMapKind, space, {}, {}));
        VERIFY_RESULT(listed);
        WatchOptions options;
        options.resourceVersion = listed->page.resourceVersion;
        const auto stream = wait(m_client->watch(configMapKind, space, options, {}));
        VERIFY_RESULT(stream);
        make({QStringLiteral("one")});
        VERIFY_RESULT(wait(m_client->patch(refTo(QStringLiteral("one")), PatchType::Merge,
                                           {{"data", {{"value", "2"}}}}, {}, {})));
        VERIFY_RESULT(wait(m_client->remove(refTo(QStringLiteral("one")), {}, {})));
        std::vector<WatchEvent::Type> types;
        QString last;
        while (types.empty() || types.back() != WatchEvent::Type::Bookmark) {
            const auto events = wait((*stream)->next({}));
            VERIFY_RESULT(events);
            QVERIFY(!events->empty());
            for (const auto &event : *events) {
                VERIFY_RESULT(event);
                types.push_back(event->type);
                last = event->object.meta.resourceVersion;
            }
        }
        using Type = WatchEvent::Type;
        types.erase(std::remove(types.begin(), types.end(), Type::Bookmark), types.end());
        QCOMPARE(types, (std::vector<Type>{Type::Added, Type::Modified, Type::Deleted}));
        // The bookmark is a place to go on from.
        options.resourceVersion = last;
        const auto later = wait(m_client->watch(configMapKind, space, options, {}));
        VERIFY_RESULT(later);
        make({QStringLiteral("two")});
        const auto events = wait((*later)->next({}));
        VERIFY_RESULT(events);
        QCOMPARE(events->front()->object.meta.name, QStringLiteral("two"));
    }

    void theStoreFollows()
    {
        make({QStringLiteral("one")});
        Informer<std::string> informer(*m_client, {configMapKind, space, {}, {}}, valueOf,
                                       systemWatcherTools(nullptr, nullptr));
        informer.start();
        const auto store = informer.store();
        QTRY_COMPARE(store->freshness().state, Freshness::State::Live);
        const store::ObjectKey one{space, QStringLiteral("one")};
        QVERIFY(store->value(one));
        VERIFY_RESULT(wait(m_client->patch(refTo(QStringLiteral("one")), PatchType::Merge,
                                           {{"data", {{"value", "2"}}}}, {}, {})));
        QTRY_COMPARE(*store->value(one), std::string("2"));
        make({QStringLiteral("two")});
        QTRY_VERIFY(store->value({space, QStringLiteral("two")}));
        VERIFY_RESULT(wait(m_client->remove(refTo(QStringLiteral("one")), {}, {})));
        QTRY_VERIFY(!store->find(one));
    }

    void aVersionThatIsForgottenIsListedAnew()
    {
        make({QStringLiteral("one"), QStringLiteral("two")});
        WatcherTools tools = systemWatcherTools(nullptr, nullptr);
        auto sink = std::make_shared<StoreSink<std::string>>(valueOf, tools, 1);
        auto counting = std::make_shared<CountingSink>(sink);
        WatcherSettings settings;
        settings.minTimeoutSeconds = settings.maxTimeoutSeconds = 1; // the server ends each watch after it
        settings.minBackoffMs = 1;
        // Without bookmarks a watcher's version stays that of its last event, so it can be forgotten.
        Watcher watcher(*m_client, {configMapKind, space, {}, QStringLiteral("metadata.name=one")}, counting,
                        tools, settings);
        watcher.start();
        const auto store = sink->store();
        QTRY_COMPARE(store->freshness().state, Freshness::State::Live);
        QCOMPARE(counting->lists, 1);
        const int watches = m_transport->watches;
        QTRY_VERIFY(m_transport->watches > watches); // ended and resumed, without a list
        QCOMPARE(counting->lists, 1);
        int round = 0;
        const auto forgotten = [&] {
            VERIFY_RESULT(wait(m_client->patch(refTo(QStringLiteral("two")), PatchType::Merge,
                                               {{"data", {{"value", std::to_string(++round)}}}}, {}, {})));
            m_cluster->forgetHistory();
        };
        const auto relisted = [&] {
            if (counting->lists == 1)
                forgotten();
            return counting->lists > 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(relisted(), sluice::tests::patienceMs);
        QTRY_COMPARE(store->freshness().state, Freshness::State::Live);
        QCOMPARE(store->size(), 1);
        VERIFY_RESULT(wait(m_client->patch(refTo(QStringLiteral("one")), PatchType::Merge,
                                           {{"data", {{"value", "after"}}}}, {}, {})));
        QTRY_COMPARE(*store->value({space, QStringLiteral("one")}), std::string("after"));
    }

    void aServerThatGoesAwayAndComesBack()
    {
        make({QStringLiteral("one")});
        const quint16 port = m_cluster->endpoint().port;
        WatcherSettings settings;
        settings.minBackoffMs = 1;
        settings.maxBackoffMs = 50;
        Informer<std::string> informer(*m_client, {configMapKind, space, {}, {}}, valueOf,
                                       systemWatcherTools(nullptr, nullptr), settings);
        informer.start();
        const auto store = informer.store();
        QTRY_COMPARE(store->freshness().state, Freshness::State::Live);
        m_cluster->stop();
        QTRY_COMPARE(store->freshness().state, Freshness::State::Stale);
        QVERIFY(store->value({space, QStringLiteral("one")})); // what was known is still shown
        // Another cluster at the same address: its certificate is not the one that was trusted.
        sandbox::SandboxOptions options;
        options.port = port;
        VERIFY_RESULT(m_cluster->start(options));
        QTRY_VERIFY(store->freshness().error && store->freshness().error->is<base::TlsError>());
        QVERIFY(store->value({space, QStringLiteral("one")}));
    }

    void stoppingInTheMiddleOfEverything()
    {
        make({QStringLiteral("one")});
        VERIFY_RESULT(wait(m_client->discover(false, {})));
        std::stop_source stop;
        const std::stop_token token = stop.get_token();
        const auto listed = wait(m_client->list(configMapKind, space, {}, {}));
        WatchOptions options;
        options.resourceVersion = listed->page.resourceVersion;
        options.bookmarks = false;
        const auto stream = wait(m_client->watch(configMapKind, space, options, {}));
        VERIFY_RESULT(stream);
        const auto event = begin((*stream)->next(token));
        const auto list = begin(m_client->listAll(configMapKind, space, {}, token));
        const auto get = begin(m_client->get(refTo(QStringLiteral("one")), token));
        const auto apply = begin(m_client->apply(configMap("applied"), {}, token));
        const auto patch =
            begin(m_client->patch(refTo(QStringLiteral("one")), PatchType::Merge, Json::object(), {}, token));
        const auto remove = begin(m_client->remove(refTo(QStringLiteral("one")), {}, token));
        const auto opening = begin(m_client->watch(configMapKind, space, options, token));
        stop.request_stop();
        QTRY_VERIFY(event->wasCancelled());
        QTRY_VERIFY(list->wasCancelled());
        QTRY_VERIFY(get->wasCancelled());
        QTRY_VERIFY(apply->wasCancelled());
        QTRY_VERIFY(patch->wasCancelled());
        QTRY_VERIFY(remove->wasCancelled());
        QTRY_VERIFY(opening->wasCancelled());
        // The client itself is none the worse.
        VERIFY_RESULT(wait(m_client->serverVersion({})));
        const ApiClient fresh = clientFor(m_cluster->endpoint().token);
        std::stop_source early;
        const auto discovering = begin(fresh.discover(false, early.get_token()));
        early.request_stop();
        QTRY_VERIFY(discovering->wasCancelled());
        VERIFY_RESULT(wait(fresh.discover(false, {})));
    }

    void aWatcherThatIsStopped()
    {
        auto informer =
            std::make_unique<Informer<std::string>>(*m_client, WatchTarget{configMapKind, space, {}, {}},
                                                    valueOf, systemWatcherTools(nullptr, nullptr));
        informer->start();
        QTRY_COMPARE(informer->store()->freshness().state, Freshness::State::Live);
        QTRY_VERIFY(m_cluster->status().streams >= 1);
        informer.reset();
        QTRY_COMPARE(m_cluster->status().streams, 0);
    }
};

QTEST_GUILESS_MAIN(TestClientSandbox)
#include "tst_client_sandbox.moc"
