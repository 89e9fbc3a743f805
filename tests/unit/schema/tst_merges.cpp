// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/catalog.h"
#include "schema/difference.h"
#include "schema/strategic_merge.h"
#include "support/json_text.h"

using namespace sluice;
using base::Json;
using tests::json;

class TestMerges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void strategicMerge_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *original, const char *patch, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(original) << QString::fromUtf8(patch)
                                << QString::fromUtf8(expected);
        };
        row("scalar and null", R"({"spec":{"replicas":1,"paused":true}})",
            R"({"spec":{"replicas":2,"paused":null}})", R"({"spec":{"replicas":2}})");
        row("containers by name",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"b","image":"2"},{"name":"c","image":"1"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"},{"name":"c","image":"1"}]}}}})");
        row("delete an entry", R"({"spec":{"template":{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","$patch":"delete"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"b"}]}}}})");
        row("replace a list", R"({"spec":{"template":{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"c"},{"$patch":"replace"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"c"}]}}}})");
        row("replace a map", R"({"metadata":{"labels":{"a":"1"}}})",
            R"({"metadata":{"labels":{"b":"2","$patch":"replace"}}})",
            R"({"metadata":{"labels":{"b":"2"}}})");
        row("atomic list", R"({"spec":{"template":{"spec":{"containers":[{"name":"a","args":["1","2"]}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","args":["3"]}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","args":["3"]}]}}}})");
        row("primitive merge and delete", R"({"metadata":{"finalizers":["a","b"]}})",
            R"({"metadata":{"finalizers":["c"],"$deleteFromPrimitiveList/finalizers":["a"]}})",
            R"({"metadata":{"finalizers":["b","c"]}})");
        row("retain keys", R"({"spec":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}})",
            R"({"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}})",
            R"({"spec":{"strategy":{"type":"Recreate"}}})");
        row("element order", R"({"spec":{"template":{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}}})",
            R"({"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}],"containers":[{"name":"b","image":"2"}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"b","image":"2"},{"name":"a"}]}}}})");
        row("env by name",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","env":[{"name":"X","value":"1"}]}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","env":[{"name":"Y","value":"2"}]}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","env":[{"name":"Y","value":"2"},{"name":"X","value":"1"}]}]}}}})");
    }
    void strategicMerge()
    {
        QFETCH(QString, original);
        QFETCH(QString, patch);
        QFETCH(QString, expected);
        const auto result = schema::strategicMerge(*schema::find("apps/v1", "Deployment"),
                                                   json(original.toStdString()), json(patch.toStdString()));
        QVERIFY2(result, result ? "" : result.error().c_str());
        COMPARE_JSON(**result, json(expected.toStdString()));
    }

    void strategicMergeRefuses_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::newRow("no key") << QStringLiteral(
            R"({"spec":{"template":{"spec":{"containers":[{"image":"x"}]}}}})");
        QTest::newRow("directive") << QStringLiteral(R"({"spec":{"$patch":"explode"}})");
        QTest::newRow("retainKeys") << QStringLiteral(R"({"spec":{"strategy":{"$retainKeys":1}}})");
        QTest::newRow("array") << QStringLiteral("[]");
    }
    void strategicMergeRefuses()
    {
        QFETCH(QString, patch);
        QVERIFY(!schema::strategicMerge(*schema::find("apps/v1", "Deployment"), Json::object(),
                                        json(patch.toStdString())));
    }

    void difference_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *before, const char *after, QStringList expected) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << expected;
        };
        row("same", R"({"spec":{"a":1}})", R"({"spec":{"a":1},"status":{"x":1},"metadata":{"uid":"1"}})",
            {QStringLiteral("+metadata")});
        row("container by name, moved entries are no change",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","env":[{"name":"X","value":"1"},{"name":"Y","value":"1"}]}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[{"name":"a","env":[{"name":"Y","value":"1"},{"name":"X","value":"2"},{"name":"Z"}]}]}}}})",
            {QStringLiteral("~spec.template.spec.containers[a].env[X].value"),
             QStringLiteral("+spec.template.spec.containers[a].env[Z]")});
        row("traffic", R"({"spec":{"traffic":[{"latestRevision":true,"percent":100}]}})",
            R"({"spec":{"traffic":[{"tag":"green","revisionName":"r2","percent":10},{"latestRevision":true,"percent":90}]}})",
            {QStringLiteral("~spec.traffic[latest].percent"),
             QStringLiteral("+spec.traffic[tag green].percent"),
             QStringLiteral("+spec.traffic[tag green].revisionName")});
        row("a port by what the table calls its keys", R"({"spec":{"template":{"spec":{"containers":[
                {"name":"a","ports":[{"containerPort":8080,"protocol":"TCP"}]}]}}}})",
            R"({"spec":{"template":{"spec":{"containers":[
                {"name":"a","ports":[{"containerPort":8080,"protocol":"TCP","name":"h2c"},{"containerPort":9090,"protocol":"TCP"}]}]}}}})",
            {QStringLiteral("+spec.template.spec.containers[a].ports[8080,TCP].name"),
             QStringLiteral("+spec.template.spec.containers[a].ports[9090,TCP]")});
        row("a new object field by field", R"({"spec":{}})",
            R"({"spec":{"template":{"metadata":{"annotations":{"autoscaling.knative.dev/min-scale":"1"},"creationTimestamp":null},
                "spec":{"containers":[{"name":"a","image":"x","args":["-v"],
                                       "env":[{"name":"A","value":"1"},{"name":"B"}],"resources":{}}]}}}})",
            {QStringLiteral("+spec.template.metadata.annotations[autoscaling.knative.dev/min-scale]"),
             QStringLiteral("+spec.template.spec.containers[a].args"),
             QStringLiteral("+spec.template.spec.containers[a].env[A].value"),
             QStringLiteral("+spec.template.spec.containers[a].env[B]"),
             QStringLiteral("+spec.template.spec.containers[a].image"),
             QStringLiteral("+spec.template.spec.containers[a].resources")});
        row("an entry that goes", R"({"spec":{"template":{"spec":{"volumes":[
                {"name":"cache","emptyDir":{}},{"name":"conf","configMap":{"name":"c"}}]}}}})",
            R"({"spec":{"template":{"spec":{"volumes":[{"name":"conf","configMap":{"name":"c"}}]}}}})",
            {QStringLiteral("-spec.template.spec.volumes[cache].emptyDir")});
        row("null is absent", R"({"spec":{"a":null,"b":1}})", R"({"spec":{"b":null}})",
            {QStringLiteral("-spec.b")});
        row("another shape", R"({"spec":{"a":{"b":1}}})", R"({"spec":{"a":"b"}})",
            {QStringLiteral("~spec.a")});
        row("annotation", R"({"metadata":{"annotations":{"autoscaling.knative.dev/max-scale":"20"}}})",
            R"({"metadata":{"annotations":{"autoscaling.knative.dev/max-scale":"40"}}})",
            {QStringLiteral("~metadata.annotations[autoscaling.knative.dev/max-scale]")});
        row("scalars as a whole", R"({"spec":{"args":["a","b"]}})", R"({"spec":{"args":["b"]}})",
            {QStringLiteral("~spec.args")});
        row("removed", R"({"spec":{"a":1,"b":2}})", R"({"spec":{"b":2}})", {QStringLiteral("-spec.a")});
    }
    void difference()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QStringList, expected);
        QStringList found;
        for (const schema::FieldChange &change :
             schema::difference(schema::find("serving.knative.dev/v1", "Service"), json(before.toStdString()),
                                json(after.toStdString()))) {
            const QChar sign = QLatin1Char(change.kind == schema::FieldChange::Kind::Added         ? '+'
                                               : change.kind == schema::FieldChange::Kind::Removed ? '-'
                                                                                                   : '~');
            found += sign + QString::fromStdString(change.path);
            QCOMPARE(change.before == nullptr, change.kind == schema::FieldChange::Kind::Added);
            QCOMPARE(change.after == nullptr, change.kind == schema::FieldChange::Kind::Removed);
        }
        QCOMPARE(found, expected);
    }
};

QTEST_APPLESS_MAIN(TestMerges)
#include "tst_merges.moc"
