// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "codec/serving.h"
#include "domain/service.h"
#include "story_fixture.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::session;
using base::Json;
using domain::ParameterId;
using test::StoryFixture;
using test::wait;
using tests::ControlPlane;

namespace {

QByteArray why(const base::Error &error)
{
    return base::debugText(error).toUtf8();
}

#define VERIFY_RESULT(result)                                                                                \
    QVERIFY2((result).has_value(), (result) ? "" : why((result).error()).constData())

QStringList ids(const std::vector<PlanCheck> &checks)
{
    QStringList list;
    for (const PlanCheck &check : checks)
        list.append(check.text.id);
    return list;
}

const PlannedObject *serviceOf(const ApplyPlan &plan)
{
    for (const PlannedObject &object : plan.objects) {
        if (object.kind == QLatin1String("Service"))
            return &object;
    }
    return nullptr;
}

/// Of prod's Configuration; 0 when it cannot be read.
qint64 configurationGeneration(const StoryFixture &fixture)
{
    const kube::ObjectRef ref = StoryFixture::ref(QStringLiteral("Configuration"), fixture.nameSpace());
    const auto answer = wait(fixture.client().get(ref, {}));
    return answer ? base::intAt(*answer->object, "metadata.generation") : 0;
}

const Json *annotation(const Json &service, const char *key)
{
    return base::find(service, {"spec", "template", "metadata", "annotations", key});
}

} // namespace

/// What a person does with a project, from the files to a revision that serves; the same on either control plane.
class TestApplyStory : public QObject {
    Q_OBJECT
public:
    explicit TestApplyStory(ControlPlane::Kind kind)
        : m_kind(kind)
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = ControlPlane::missing(m_kind); !reason.isEmpty())
            QSKIP(qPrintable(reason));
    }

    void everyServiceIsToldAndAwaited()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        const QDir base(fixture.projectFolder() + QStringLiteral("/base"));
        QFile list(base.filePath(QStringLiteral("kustomization.yaml")));
        QVERIFY(list.open(QIODevice::ReadWrite));
        QByteArray resources = list.readAll();
        QVERIFY(resources.contains("- service.yaml\n"));
        resources.replace("- service.yaml\n", "- service.yaml\n- worker.yaml\n");
        QVERIFY(list.resize(0) && list.seek(0) && list.write(resources) == resources.size());
        list.close();
        QFile worker(base.filePath(QStringLiteral("worker.yaml")));
        QVERIFY(worker.open(QIODevice::WriteOnly));
        worker.write(
            "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: worker\nspec:\n"
            "  template:\n    spec:\n      containers:\n      - image: ghcr.io/example/worker:1.0.0\n");
        worker.close();

        const auto plan = fixture.plan(QStringLiteral("dev"));
        VERIFY_RESULT(plan);
        QCOMPARE(plan->effects.size(), size_t(2));
        for (const char *name : {"python-api-base", "worker"}) {
            const PlanEffect *effect = plan->effectOn(QLatin1String(name));
            QVERIFY2(effect, name);
            QCOMPARE(effect->revision, QLatin1String(name) + QStringLiteral("-00001"));
        }
        QCOMPARE(plan->revisionsMade(SurvivorChoice::Undecided), 2);
        const auto applied = fixture.apply(*plan);
        VERIFY_RESULT(applied);
        QVERIFY(!applied->error);
        for (const char *name : {"python-api-base", "worker"}) {
            kube::ObjectRef ref =
                StoryFixture::ref(QStringLiteral("Service"), fixture.nameSpace() + QStringLiteral("-dev"));
            ref.name = QLatin1String(name);
            const auto answer = wait(fixture.client().get(ref, {}));
            VERIFY_RESULT(answer);
            const auto service = codec::service(*answer->object);
            QVERIFY2(domain::readiness(service) == domain::Readiness::Ready, name);
        }
    }

    void theMainJob()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());

        // First apply: the namespace is the plan's first line, what depends on it has no dry run yet.
        const auto first = fixture.plan(QStringLiteral("prod"));
        VERIFY_RESULT(first);
        QVERIFY(first->createsNamespace);
        QCOMPARE(first->objects.front().kind, QStringLiteral("Namespace"));
        QVERIFY(first->objects.front().dryRun);
        QVERIFY(serviceOf(*first)->note.has_value());
        QCOMPARE(first->effects.front().revision, QStringLiteral("python-api-base-00001"));
        QVERIFY(ids(first->checks).contains(QStringLiteral("plan.creates-namespace")));
        const auto applied = fixture.apply(*first);
        VERIFY_RESULT(applied);
        QVERIFY(!applied->error);
        QCOMPARE(applied->revision, QStringLiteral("python-api-base-00001"));
        QCOMPARE(applied->url,
                 QStringLiteral("http://python-api-base.%1.example.com").arg(fixture.nameSpace()));

        // Nothing left to do.
        const auto again = fixture.plan(QStringLiteral("prod"));
        VERIFY_RESULT(again);
        for (const PlannedObject &object : again->objects)
            QVERIFY2(object.changes.empty(), qPrintable(object.name));
        QVERIFY(again->changesNothing());

        // 20 to 40: one field, a new revision, all of the traffic.
        VERIFY_RESULT(fixture.edit(QStringLiteral("prod"), ParameterId::MaxScale, QStringLiteral("40")));
        const auto second = fixture.plan(QStringLiteral("prod"));
        VERIFY_RESULT(second);
        QVERIFY(!second->createsNamespace);
        QCOMPARE(serviceOf(*second)->changes,
                 (std::vector<FieldChange>{
                     {FieldChange::Kind::Replace,
                      QStringLiteral("spec.template.metadata.annotations[autoscaling.knative.dev/max-scale]"),
                      QStringLiteral("20"), QStringLiteral("40")}}));
        QVERIFY(second->effects.front().createsRevision);
        QCOMPARE(second->effects.front().revision, QStringLiteral("python-api-base-00002"));
        QCOMPARE(second->effects.front().percentMoved, 100);
        QVERIFY(!second->isBlocked());
        QVERIFY(!second->hasConflicts());
        const auto moved = fixture.apply(*second);
        VERIFY_RESULT(moved);
        QVERIFY(!moved->error);
        QCOMPARE(moved->revision, QStringLiteral("python-api-base-00002"));
        const auto live = fixture.service(fixture.nameSpace());
        VERIFY_RESULT(live);
        QCOMPARE(base::textAt(**live, "status.latestReadyRevisionName"),
                 std::string("python-api-base-00002"));
        QCOMPARE((**live)["status"]["traffic"][0]["percent"].get<int>(), 100);
    }

    void everyEnvironmentBecomesReady_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("suffix"); ///< of the namespace
        QTest::newRow("dev") << QStringLiteral("dev") << QStringLiteral("-dev");
        QTest::newRow("staging") << QStringLiteral("staging") << QStringLiteral("-staging");
        QTest::newRow("prod") << QStringLiteral("prod") << QString();
    }
    void everyEnvironmentBecomesReady()
    {
        QFETCH(QString, environment);
        QFETCH(QString, suffix);
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        const auto result = fixture.deploy(environment);
        VERIFY_RESULT(result);
        QVERIFY(!result->error);
        QCOMPARE(result->url,
                 QStringLiteral("http://python-api-base.%1%2.example.com").arg(fixture.nameSpace(), suffix));
    }

    // A key cleared in the files disappears although somebody else had set it.
    void aClearedKeyOfAnotherManager_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<bool>("edited"); ///< the files change the template as well
        QTest::addColumn<bool>("gone");
        QTest::addColumn<int>("revisions");
        QTest::newRow("take over") << int(SurvivorChoice::TakeOver) << false << true << 1;
        QTest::newRow("remove") << int(SurvivorChoice::RemoveByPatch) << false << true << 1;
        QTest::newRow("keep") << int(SurvivorChoice::Keep) << false << false << 0;
        QTest::newRow("take over beside an edit") << int(SurvivorChoice::TakeOver) << true << true << 1;
        QTest::newRow("remove beside an edit") << int(SurvivorChoice::RemoveByPatch) << true << true << 2;
        QTest::newRow("keep beside an edit") << int(SurvivorChoice::Keep) << true << false << 1;
    }
    void aClearedKeyOfAnotherManager()
    {
        QFETCH(int, choice);
        QFETCH(bool, edited);
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        VERIFY_RESULT(fixture.deploy(QStringLiteral("prod")));
        // Another manager sets a key that the files do not have.
        const kube::ObjectRef ref = StoryFixture::ref(QStringLiteral("Service"), fixture.nameSpace());
        const Json patch = {
            {"spec",
             {{"template", {{"metadata", {{"annotations", {{"autoscaling.knative.dev/window", "90s"}}}}}}}}}};
        kube::WriteOptions other;
        other.fieldManager = QStringLiteral("kubectl-edit");
        VERIFY_RESULT(wait(fixture.client().patch(ref, kube::PatchType::Merge, patch, other, {})));

        if (edited)
            VERIFY_RESULT(fixture.edit(QStringLiteral("prod"), ParameterId::MaxScale, QStringLiteral("40")));
        const auto plan = fixture.plan(QStringLiteral("prod"));
        VERIFY_RESULT(plan);
        QVERIFY(plan->hasSurvivors());
        QTEST(plan->revisionsMade(SurvivorChoice(choice)), "revisions");
        QCOMPARE(plan->effects.front().createsRevision, edited);
        const qint64 generation = configurationGeneration(fixture);
        QVERIFY(generation > 0);
        const Survivor survivor = serviceOf(*plan)->survivors.front();
        QCOMPARE(survivor.owner, QStringLiteral("kubectl-edit"));
        QCOMPARE(survivor.value, QStringLiteral("90s"));

        const auto undecided = fixture.apply(*plan);
        QVERIFY(!undecided);
        QVERIFY(undecided.error().get_if<base::ConflictError>());

        ApplyConsent consent;
        consent.survivors = SurvivorChoice(choice);
        const auto applied = fixture.apply(*plan, consent);
        VERIFY_RESULT(applied);
        QVERIFY(!applied->error);
        const auto live = fixture.service(fixture.nameSpace());
        VERIFY_RESULT(live);
        QTEST(annotation(**live, "autoscaling.knative.dev/window") == nullptr, "gone");
        // Every change of the template is one generation of the Configuration and one revision.
        QTEST(int(configurationGeneration(fixture) - generation), "revisions");
        if (applied->revision.isEmpty())
            QFAIL("no revision");
    }

    void aServiceMadeByKubectlCreateIsAdopted()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        const auto wanted = fixture.request(QStringLiteral("dev"));
        VERIFY_RESULT(wanted);
        kube::WriteOptions create;
        create.fieldManager = QStringLiteral("kubectl-create");
        const QString nameSpace = fixture.nameSpace() + QStringLiteral("-dev");
        const Json space = {
            {"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", nameSpace.toStdString()}}}};
        VERIFY_RESULT(wait(fixture.client().create(space, create, {})));
        for (const auto &object : wanted->objects) {
            Json changed = *object;
            if (changed["kind"] == "Service") {
                changed["spec"]["template"]["metadata"]["annotations"]["autoscaling.knative.dev/window"] =
                    "30s";
                changed["spec"]["template"]["spec"]["containers"][0]["resources"]["limits"]["cpu"] = "3";
            }
            VERIFY_RESULT(wait(fixture.client().create(changed, create, {})));
        }
        const auto plan = fixture.plan(QStringLiteral("dev"));
        VERIFY_RESULT(plan);
        QVERIFY(plan->hasConflicts());
        QVERIFY(plan->hasSurvivors());
        ApplyConsent consent;
        consent.forceConflicts = true;
        consent.survivors = SurvivorChoice::TakeOver;
        const auto applied = fixture.apply(*plan, consent);
        VERIFY_RESULT(applied);
        const auto live = fixture.service(nameSpace);
        VERIFY_RESULT(live);
        QVERIFY(!annotation(**live, "autoscaling.knative.dev/window"));
        QCOMPARE((**live)["spec"]["template"]["spec"]["containers"][0]["resources"]["limits"]["cpu"]
                     .get<std::string>(),
                 std::string("500m"));
    }

    void aPlanThatAnotherWriterOvertookIsRefused()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        VERIFY_RESULT(fixture.deploy(QStringLiteral("prod")));
        VERIFY_RESULT(fixture.edit(QStringLiteral("prod"), ParameterId::MaxScale, QStringLiteral("40")));
        const auto plan = fixture.plan(QStringLiteral("prod"));
        VERIFY_RESULT(plan);
        const kube::ObjectRef ref = StoryFixture::ref(QStringLiteral("Service"), fixture.nameSpace());
        const Json patch = {{"metadata", {{"labels", {{"team", "blue"}}}}}};
        VERIFY_RESULT(wait(fixture.client().patch(ref, kube::PatchType::Merge, patch, {}, {})));
        const auto applied = fixture.apply(*plan);
        QVERIFY(!applied);
        const auto *conflict = applied.error().get_if<base::ConflictError>();
        QVERIFY(conflict);
        QCOMPARE(conflict->what.id, QStringLiteral("plan.stale"));
        const auto live = fixture.service(fixture.nameSpace());
        VERIFY_RESULT(live);
        QCOMPARE(annotation(**live, "autoscaling.knative.dev/max-scale")->get<std::string>(),
                 std::string("20"));
    }

    void admissionRefusesAndNothingIsSent()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        VERIFY_RESULT(fixture.deploy(QStringLiteral("prod")));
        auto wanted = fixture.request(QStringLiteral("prod"));
        VERIFY_RESULT(wanted);
        for (auto &object : wanted->objects) {
            if (base::textAt(*object, "kind") != "Service")
                continue;
            Json changed = *object;
            changed["spec"]["template"]["metadata"]["annotations"]["autoscaling.knative.dev/max-scale"] = "1";
            object = std::make_shared<const Json>(changed);
        }
        const auto plan = wait(makePlan(fixture.client(), *wanted, {}));
        VERIFY_RESULT(plan);
        QVERIFY(plan->isBlocked());
        const base::ApiStatus *status = serviceOf(*plan)->refusal->api();
        QVERIFY(status);
        QVERIFY2(status->message.contains(QLatin1String("max-scale=1 is less than min-scale=2")),
                 qPrintable(status->message));
        const auto applied = fixture.apply(*plan);
        QVERIFY(!applied);
    }

    void aForbiddenNamespaceIsNamed()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        VERIFY_RESULT(fixture.deploy(QStringLiteral("prod")));
        const auto wanted = fixture.request(QStringLiteral("prod"));
        VERIFY_RESULT(wanted);
        const auto viewer = fixture.plane().client(ControlPlane::Role::Viewer);
        VERIFY_RESULT(viewer);
        const auto plan = wait(makePlan(*viewer, *wanted, {}));
        VERIFY_RESULT(plan);
        QVERIFY(plan->isBlocked());
        QVERIFY(ids(plan->checks).contains(QStringLiteral("plan.access-denied")));
    }

    void anUnreachableServerIsAConnectionError()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        // A port that was open a moment ago.
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QUrl server(QStringLiteral("https://127.0.0.1:%1").arg(gone.serverPort()));
        gone.close();
        const auto client = fixture.plane().client(ControlPlane::Role::Admin, server);
        VERIFY_RESULT(client);
        const auto wanted = fixture.request(QStringLiteral("prod"));
        VERIFY_RESULT(wanted);
        const auto plan = wait(makePlan(*client, *wanted, {}));
        QVERIFY(!plan);
        QVERIFY2(plan.error().is<base::TransportError>(), why(plan.error()).constData());
    }

    void stoppingTheWaitIsCancelled()
    {
        StoryFixture fixture(m_kind);
        QVERIFY(fixture.start());
        auto wanted = fixture.request(QStringLiteral("dev"));
        VERIFY_RESULT(wanted);
        for (auto &object : wanted->objects) {
            if (base::textAt(*object, "kind") != "Service")
                continue;
            Json changed = *object;
            changed["spec"]["template"]["spec"]["containers"][0]["image"] = "ghcr.io/example/never-ready:1";
            object = std::make_shared<const Json>(changed);
        }
        const auto plan = wait(makePlan(fixture.client(), *wanted, {}));
        VERIFY_RESULT(plan);
        const auto shared = std::make_shared<const ApplyPlan>(*plan);
        std::stop_source stop;
        const ProgressSink stopWhenWaiting = [&stop](const ApplyProgress &progress) {
            if (progress.step == ApplyProgress::Step::Waiting)
                stop.request_stop();
        };
        VERIFY_RESULT(wait(sendPlan(fixture.client(), shared, {}, stopWhenWaiting, stop.get_token())));
        const WaitOptions options{60000, fixture.timers()};
        const auto waited =
            wait(waitUntilReady(fixture.client(), shared, options, stopWhenWaiting, stop.get_token()));
        QVERIFY(!waited);
        QVERIFY(waited.error().isCancelled());
    }

private:
    ControlPlane::Kind m_kind;
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments();
    TestApplyStory test(ControlPlane::takeKind(arguments));
    return QTest::qExec(&test, arguments);
}
#include "tst_apply_story.moc"
