// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "session/managed_fields.h"
#include "session/plan_effect.h"
#include "session/survivors.h"
#include "session/text_diff.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::session;
using base::Json;

namespace {

Json parse(const char *text)
{
    return Json::parse(text);
}

/// A Service whose max-scale was set by "kubectl create" and whose min-scale we applied.
Json liveService()
{
    return parse(R"({
      "apiVersion": "serving.knative.dev/v1", "kind": "Service",
      "metadata": {"name": "api", "namespace": "shop", "resourceVersion": "7", "generation": 1,
        "annotations": {"serving.knative.dev/creator": "admin", "serving.knative.dev/lastModifier": "admin"},
        "managedFields": [
          {"manager": "kubectl-create", "operation": "Update", "apiVersion": "serving.knative.dev/v1",
           "fieldsType": "FieldsV1",
           "fieldsV1": {"f:spec": {"f:template": {"f:metadata": {"f:annotations": {".": {},
             "f:autoscaling.knative.dev/max-scale": {}, "f:team": {}}}}}}},
          {"manager": "sluice", "operation": "Apply", "apiVersion": "serving.knative.dev/v1",
           "fieldsType": "FieldsV1",
           "fieldsV1": {"f:spec": {"f:template": {"f:metadata": {"f:annotations": {
             "f:autoscaling.knative.dev/min-scale": {}}}, "f:spec": {"f:containers": {}}}}}},
          {"manager": "controller", "operation": "Update", "subresource": "status",
           "fieldsV1": {"f:spec": {"f:template": {}}}}]},
      "spec": {"template": {"metadata": {"annotations": {"autoscaling.knative.dev/min-scale": "1",
          "autoscaling.knative.dev/max-scale": "20", "team": "blue"}},
        "spec": {"containers": [{"image": "x"}], "timeoutSeconds": 300}},
        "traffic": [{"latestRevision": true, "percent": 100}]},
      "status": {"latestCreatedRevisionName": "api-00004", "latestReadyRevisionName": "api-00004",
        "traffic": [{"revisionName": "api-00004", "percent": 100, "latestRevision": true}]}
    })");
}

} // namespace

class TestPlanValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownersAreFoundByFieldAndByAncestor()
    {
        const Json live = liveService();
        const auto max = fieldOwners(
            live, {"spec", "template", "metadata", "annotations", "autoscaling.knative.dev/max-scale"});
        QCOMPARE(max.size(), size_t(1));
        QCOMPARE(max[0].manager, QStringLiteral("kubectl-create"));
        // The whole list is a leaf: whoever owns it owns each container.
        const auto image = fieldOwners(live, {"spec", "template", "spec", "containers", "0"});
        QCOMPARE(image.size(), size_t(1));
        QCOMPARE(image[0].manager, QStringLiteral("sluice"));
        QVERIFY(fieldOwners(live, {"spec", "traffic"}).empty());
    }

    void takingOverMovesTheFieldAndNothingElse()
    {
        const Json live = liveService();
        const Json fields = withFieldsTakenOver(
            live, {{"spec", "template", "metadata", "annotations", "autoscaling.knative.dev/max-scale"}},
            QStringLiteral("sluice"), QStringLiteral("serving.knative.dev/v1"));
        QCOMPARE(fields.size(), size_t(3));
        Json moved = live;
        moved["metadata"]["managedFields"] = fields;
        const auto owners = fieldOwners(
            moved, {"spec", "template", "metadata", "annotations", "autoscaling.knative.dev/max-scale"});
        QCOMPARE(owners.size(), size_t(1));
        QCOMPARE(owners[0].manager, QStringLiteral("sluice"));
        QCOMPARE(owners[0].operation, QStringLiteral("Apply"));
        QCOMPARE(fieldOwners(moved, {"spec", "template", "metadata", "annotations", "team"})[0].manager,
                 QStringLiteral("kubectl-create"));
    }

    void takingOverTheLastFieldRemovesTheOtherManager()
    {
        const Json object = parse(R"({"metadata": {"managedFields": [{"manager": "m", "operation": "Update",
            "fieldsV1": {"f:spec": {".": {}, "f:a": {}}}}]}})");
        const Json fields =
            withFieldsTakenOver(object, {{"spec", "a"}}, QStringLiteral("sluice"), QStringLiteral("v1"));
        QCOMPARE(fields.size(), size_t(1));
        QCOMPARE(fields[0]["manager"].get<std::string>(), std::string("sluice"));
        QCOMPARE(fields[0]["apiVersion"].get<std::string>(), std::string("v1"));
    }

    void aParameterOfAnotherManagerSurvives()
    {
        const Json live = liveService();
        Json desired = parse(R"({"spec": {"template": {"metadata": {"annotations":
            {"autoscaling.knative.dev/min-scale": "1"}}, "spec": {"containers": [{"image": "x"}]}}}})");
        const auto survivors = findSurvivors(desired, &live, live, {}, QStringLiteral("sluice"));
        QCOMPARE(survivors.size(), size_t(1));
        QCOMPARE(survivors[0].owner, QStringLiteral("kubectl-create"));
        QCOMPARE(survivors[0].value, QStringLiteral("20"));
        QCOMPARE(survivors[0].pointer,
                 QStringLiteral("/spec/template/metadata/annotations/autoscaling.knative.dev~1max-scale"));
        QCOMPARE(survivors[0].path,
                 QStringLiteral("spec.template.metadata.annotations[autoscaling.knative.dev/max-scale]"));
        const Json patch = removalPatch(survivors, live);
        QCOMPARE(patch.size(), size_t(2));
        QCOMPARE(patch[0]["op"].get<std::string>(), std::string("test"));
        QCOMPARE(live.patch(patch)["spec"]["template"]["metadata"]["annotations"].size(), size_t(2));
    }

    void foreignKeysThatWereNeverOursStayUnmentioned()
    {
        Json live = liveService();
        Json desired = live;
        desired["spec"]["template"]["metadata"]["annotations"].erase("team");
        QVERIFY(findSurvivors(desired, &live, live, {}, QStringLiteral("sluice")).empty());
        // Named by an edit, or remembered by kubectl apply, it is meant to go.
        const QString pointer = QStringLiteral("/spec/template/metadata/annotations/team");
        QCOMPARE(findSurvivors(desired, &live, live, {pointer}, QStringLiteral("sluice")).size(), size_t(1));
        live["metadata"]["annotations"]["kubectl.kubernetes.io/last-applied-configuration"] =
            R"({"spec":{"template":{"metadata":{"annotations":{"team":"blue"}}}}})";
        QCOMPARE(findSurvivors(desired, &live, live, {}, QStringLiteral("sluice")).size(), size_t(1));
    }

    void aDefaultIsNoSurvivor()
    {
        const Json live = liveService();
        const Json desired = parse(R"({"spec": {"template": {"metadata": {"annotations": {
            "autoscaling.knative.dev/min-scale": "1", "autoscaling.knative.dev/max-scale": "20"}}}}})");
        const QString pointer = QStringLiteral("/spec/template/spec/timeoutSeconds");
        QVERIFY(findSurvivors(desired, &live, live, {pointer}, QStringLiteral("sluice")).empty());
    }

    void effect_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<bool>("creates");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<int>("percent");
        QTest::newRow("nothing") << QByteArray("{}") << false << QString() << 0;
        QTest::newRow("template") << QByteArray(
            R"({"spec":{"template":{"metadata":{"annotations":{"team":"red"}}}}})")
                                  << true << QStringLiteral("api-00005") << 100;
        QTest::newRow("pinned") << QByteArray(
            R"({"spec":{"template":{"spec":{"timeoutSeconds":1}},"traffic":[{"revisionName":"api-00001","percent":100}]}})")
                                << true << QStringLiteral("api-00005") << 0;
        QTest::newRow("split") << QByteArray(
            R"({"spec":{"template":{"spec":{"timeoutSeconds":1}},"traffic":[{"latestRevision":true,"percent":10},{"revisionName":"api-00001","percent":90}]}})")
                               << true << QStringLiteral("api-00005") << 10;
        QTest::newRow("own name") << QByteArray(R"({"spec":{"template":{"metadata":{"name":"api-green"}}}})")
                                  << true << QStringLiteral("api-green") << 100;
        QTest::newRow("service metadata")
            << QByteArray(R"({"metadata":{"labels":{"a":"b"}}})") << false << QString() << 0;
    }
    void effect()
    {
        QFETCH(QByteArray, patch);
        const Json before = liveService();
        Json after = before;
        after.merge_patch(Json::parse(patch.toStdString()));
        const PlanEffect effect = planEffect(&before, after, 4);
        QTEST(effect.createsRevision, "creates");
        QTEST(effect.revision, "revision");
        QTEST(effect.percentMoved, "percent");
        QCOMPARE(effect.routedNow, QStringLiteral("api-00004"));
        if (effect.createsRevision)
            QCOMPARE(planEffect(&before, after, 0).revision, effect.revision);
    }

    void longNamesAreShortenedAsKnativeDoes()
    {
        QCOMPARE(revisionName(QStringLiteral("api"), 2), QStringLiteral("api-00002"));
        const QString name(60, QLatin1Char('a'));
        const QString revision = revisionName(name, 1);
        QCOMPARE(revision.size(), 63);
        QVERIFY(revision.startsWith(QString(25, QLatin1Char('a')))
                && revision.endsWith(QLatin1String("-00001")));
    }

    void onlyStatusIsInsignificant()
    {
        const Json before = liveService();
        Json after = before;
        after["status"]["url"] = "http://api.shop.example.com";
        after["metadata"]["resourceVersion"] = "8";
        after["metadata"]["managedFields"] = Json::array();
        QCOMPARE(significantPart(after) == significantPart(before), true);
        after["metadata"]["annotations"]["team"] = "red";
        QCOMPARE(significantPart(after) == significantPart(before), false);
    }

    void gitOpsOwners_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("application");
        QTest::newRow("argo tracking id") << QByteArray(
            R"({"annotations":{"argocd.argoproj.io/tracking-id":"shop:serving.knative.dev/Service:a/b"}})")
                                          << QStringLiteral("Argo CD") << QStringLiteral("shop");
        QTest::newRow("argo label") << QByteArray(R"({"labels":{"argocd.argoproj.io/instance":"shop"}})")
                                    << QStringLiteral("Argo CD") << QStringLiteral("shop");
        QTest::newRow("flux") << QByteArray(R"({"labels":{"kustomize.toolkit.fluxcd.io/name":"apps"}})")
                              << QStringLiteral("Flux") << QStringLiteral("apps");
        QTest::newRow("nobody") << QByteArray(R"({"labels":{"app":"shop"}})") << QString() << QString();
    }
    void gitOpsOwners()
    {
        QFETCH(QByteArray, metadata);
        QFETCH(QString, tool);
        const auto owner = gitOpsOwner(Json{{"metadata", Json::parse(metadata.toStdString())}});
        QCOMPARE(owner.has_value(), !tool.isEmpty());
        if (owner) {
            QCOMPARE(owner->tool, tool);
            QTEST(owner->application, "application");
        }
    }

    void differences_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("unified");
        QTest::newRow("one line") << QStringLiteral("a\nb\nc\n") << QStringLiteral("a\nB\nc\n")
                                  << QStringLiteral("--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
        QTest::newRow("same") << QStringLiteral("a\n") << QStringLiteral("a\n")
                              << QStringLiteral("--- f\n+++ f\n");
        QTest::newRow("created") << QString() << QStringLiteral("a\nb\n")
                                 << QStringLiteral("--- f\n+++ f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
        QTest::newRow("appended") << QStringLiteral("a\n") << QStringLiteral("a\nb\n")
                                  << QStringLiteral("--- f\n+++ f\n@@ -1,1 +1,2 @@\n a\n+b\n");
        QTest::newRow("two hunks")
            << QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9\n") << QStringLiteral("0\n2\n3\n4\n5\n6\n7\n8\n10\n")
            << QStringLiteral("--- f\n+++ f\n@@ -1,2 +1,2 @@\n-1\n+0\n 2\n@@ -8,2 +8,2 @@\n 8\n-9\n+10\n");
    }
    void differences()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const bool hunksApart = QByteArray(QTest::currentDataTag()) == "two hunks";
        QTEST(unifiedText(diffLines(QStringLiteral("f"), before, after, hunksApart ? 1 : 3)), "unified");
    }

    void differencesRebuildTheText()
    {
        // Applying every step of the script to the old text must give the new one, whatever the texts are.
        quint32 state = 7;
        const auto next = [&state] { return state = state * 1664525u + 1013904223u, (state >> 16) % 4; };
        for (int round = 0; round < 200; ++round) {
            QString texts[2];
            for (QString &text : texts) {
                for (quint32 i = 0, n = next() * 5; i < n; ++i)
                    text += QChar(ushort('a' + next())) + QLatin1Char('\n');
            }
            const FileDiff diff = diffLines(QStringLiteral("f"), texts[0], texts[1], 1000);
            QString rebuilt[2] = {texts[0], texts[1]};
            if (!diff.hunks.empty()) {
                rebuilt[0].clear();
                rebuilt[1].clear();
                QCOMPARE(diff.hunks.size(), size_t(1));
                for (const DiffLine &line : diff.hunks[0].lines) {
                    if (line.kind != DiffLine::Kind::Added)
                        rebuilt[0] += line.text + QLatin1Char('\n');
                    if (line.kind != DiffLine::Kind::Removed)
                        rebuilt[1] += line.text + QLatin1Char('\n');
                }
            } else {
                QCOMPARE(texts[0], texts[1]);
            }
            QCOMPARE(rebuilt[0], texts[0]);
            QCOMPARE(rebuilt[1], texts[1]);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanValues)
#include "tst_plan_values.moc"
