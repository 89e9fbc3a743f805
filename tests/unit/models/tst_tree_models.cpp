// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/manifest_tree_model.h"
#include "models/overview_model.h"
#include "models/plan_objects_model.h"
#include "unit/models/model_events.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sluice;
using namespace sluice::models;
using Tester = QAbstractItemModelTester;

namespace {

session::OverviewRow service(const QString &environment, const QString &name)
{
    session::OverviewRow row;
    row.environment = environment;
    row.service = name;
    row.deployed = true;
    row.health = session::Health::Ok;
    return row;
}

/// The model as text: one line a row, two spaces a level.
QStringList tree(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << QString(depth * 2, QLatin1Char(' ')) + index.data().toString();
        lines << tree(model, index, depth + 1);
    }
    return lines;
}

session::ManifestEntry file(const QString &path, int errors = 0, int warnings = 0)
{
    return {path, false, int(path.count(QLatin1Char('/'))), errors, warnings};
}

session::PlannedObject object(const QString &name, const std::vector<session::FieldChange> &changes)
{
    session::PlannedObject planned;
    planned.apiVersion = QStringLiteral("serving.knative.dev/v1");
    planned.kind = QStringLiteral("Service");
    planned.nameSpace = QStringLiteral("my-api");
    planned.name = name;
    planned.changes = changes;
    return planned;
}

const auto str = [](const char *text) { return QString::fromLatin1(text); };

} // namespace

class TestTreeModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overviewGroups()
    {
        OverviewModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows({service(str("prod"), str("api")), service(str("prod"), str("pay")),
                       service(str("dev"), str("api"))});
        QCOMPARE(tree(model),
                 (QStringList{str("prod"), str("  api"), str("  pay"), str("dev"), str("  api")}));
        QCOMPARE(model.index(0, 0).data(OverviewModel::CountRole).toInt(), 2);

        const QPersistentModelIndex pay(model.find(str("prod"), str("pay")));
        ModelEvents log(model);
        session::OverviewRow failing = service(str("prod"), str("pay"));
        failing.health = session::Health::Failed;
        model.setRows({service(str("prod"), str("aaa")), service(str("prod"), str("api")), failing,
                       service(str("dev"), str("api"))});
        QCOMPARE(log.take(),
                 (QStringList{str("change 0-0"), str("prod insert 0-0"), str("prod change 2-2")}));
        QCOMPARE(pay.row(), 2);
        QCOMPARE(model.rowAt(pay)->health, session::Health::Failed);

        model.setRows({service(str("dev"), str("api"))});
        QCOMPARE(tree(model), (QStringList{str("dev"), str("  api")}));
        QVERIFY(!pay.isValid());

        model.setGrouping(OverviewModel::Grouping::Service);
        QCOMPARE(tree(model), (QStringList{str("api"), str("  dev")}));
        model.setGrouping(OverviewModel::Grouping::None);
        QCOMPARE(tree(model), (QStringList{str("api")}));
        QVERIFY(!model.isGroup(model.index(0, 0)));
    }

    void overviewWithTwoThousandServicesChangesOne()
    {
        OverviewModel model;
        std::vector<session::OverviewRow> rows;
        for (int i = 0; i < 2000; ++i)
            rows.push_back(
                service(str("prod"), QStringLiteral("service-%1").arg(i, 4, 10, QLatin1Char('0'))));
        model.setRows(rows);
        ModelEvents log(model);
        model.setRows(rows);
        QCOMPARE(log.take(), QStringList());
        rows[1500].podsActual = 3;
        rows.erase(rows.begin() + 10);
        model.setRows(rows);
        QCOMPARE(log.take(), (QStringList{str("prod remove 10-10"), str("prod change 1499-1499")}));
    }

    void worstServicesSortFirst()
    {
        OverviewModel model;
        model.setGrouping(OverviewModel::Grouping::None);
        session::OverviewRow failed = service(str("prod"), str("b"));
        failed.health = session::Health::Failed;
        session::OverviewRow absent = service(str("prod"), str("c"));
        absent.deployed = false;
        model.setRows({service(str("prod"), str("a")), failed, absent});
        const auto rank = [&](int row) {
            return model.index(row, OverviewModel::State).data(OverviewModel::SortRole).toInt();
        };
        QVERIFY(rank(1) < rank(0));
        QVERIFY(rank(0) < rank(2));
    }

    void manifestTree()
    {
        ManifestTreeModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setEntries({{str("base"), true, 0, 0, 0},
                          file(str("base/service.yaml")),
                          {str("overlays"), true, 0, 0, 0},
                          {str("overlays/prod"), true, 1, 0, 0},
                          file(str("overlays/prod/patch.yaml"), 1, 2)});
        QCOMPARE(tree(model),
                 (QStringList{str("base"), str("  service.yaml"), str("overlays"), str("  prod"),
                              str("    patch.yaml")}));
        const QModelIndex overlays = model.find(str("overlays"));
        QCOMPARE(overlays.data(ManifestTreeModel::ErrorsRole).toInt(), 1);
        QCOMPARE(overlays.data(ManifestTreeModel::WarningsRole).toInt(), 2);
        const QPersistentModelIndex patch(model.find(str("overlays/prod/patch.yaml")));
        QVERIFY(patch.isValid());

        ModelEvents log(model);
        model.setEntries({file(str("base/configmap.yaml")), file(str("base/service.yaml")),
                          file(str("overlays/prod/patch.yaml"))});
        QCOMPARE(log.take(),
                 (QStringList{str("change 1-1"), str("base insert 0-0"), str("overlays change 0-0"),
                              str("prod change 0-0")}));
        QVERIFY(patch.isValid());
        QVERIFY(!model.find(str("nowhere/at/all.yaml")).isValid());
    }

    void planFollowsARemake()
    {
        using Change = session::FieldChange;
        PlanObjectsModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        session::ApplyPlan plan;
        plan.objects = {object(str("api"), {{Change::Kind::Replace, str("max"), str("20"), str("40")}})};
        model.setPlan(&plan);
        QCOMPARE(tree(model), (QStringList{str("Service my-api/api"), str("  max")}));
        const QPersistentModelIndex max(model.index(0, 0, model.index(0, 0)));

        plan.objects[0].changes[0].before = str("30");
        plan.objects[0].conflicts = {{str("spec.traffic"), str("argocd"), str("conflict with argocd")}};
        plan.objects[0].warnings = {str("w"), str("w")};
        model.setPlan(&plan);
        QCOMPARE(model.rowCount(model.index(0, 0)), 4);
        QCOMPARE(max.row(), 1);
        QCOMPARE(max.sibling(max.row(), PlanObjectsModel::Before).data().toString(), str("30"));
        QCOMPARE(model.objectAt(max)->name, str("api"));
        ModelEvents log(model);
        model.setPlan(&plan);
        QCOMPARE(log.take(), QStringList());
        model.setPlan(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTreeModels)
#include "tst_tree_models.moc"
