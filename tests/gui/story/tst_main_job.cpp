// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "base/json.h"
#include "kube/client/api_client.h"
#include "session/plan_controller.h"
#include "views/environments/cell_editor.h"
#include "views/environments/environments_page.h"
#include "views/environments/matrix_view.h"
#include "views/theme/icons.h"

#include <QApplication>
#include <QCoroTask>
#include <nlohmann/json.hpp>

using namespace sluice;
using session::PlanController;
using tests::ControlPlane;
using tests::patienceMs;
using tests::Program;

namespace {

/// Types into the cell of a parameter as a person would.
void type(views::EnvironmentsPage &page, domain::ParameterId id, int column, const QString &text)
{
    page.matrix()->setFocus();
    page.matrix()->select(id, column);
    QTest::keyClicks(page.matrix(), text.left(1));
    auto *editor = page.findChild<views::CellEditor *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, text.mid(1));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!page.findChild<views::CellEditor *>());
}

} // namespace

/// The same steps on the embedded cluster and on a real control plane.
class TestMainJob : public QObject {
    Q_OBJECT
public:
    explicit TestMainJob(ControlPlane::Kind kind)
        : m_kind(kind)
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = ControlPlane::missing(m_kind); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        views::installIconFallback();
    }

    void fromTwentyToForty()
    {
        Program program(m_kind);
        QVERIFY(program.active);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        QCOMPARE(program.row(QStringLiteral("prod")).latestReady, QStringLiteral("python-api-base-00001"));

        QVERIFY(program.window.showPage(QStringLiteral("environments")));
        auto *page = qobject_cast<views::EnvironmentsPage *>(program.window.workbench()->currentPage());
        QVERIFY(page);
        page->setPlanDelay(0);
        const int prod = program.column(QStringLiteral("prod"));
        QCOMPARE(program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).text,
                 QStringLiteral("20"));

        // Something wrong first: said at once, in place, and undone.
        type(*page, domain::ParameterId::MaxScale, prod, QStringLiteral("1"));
        QVERIFY(program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).invalid);
        page->undo();
        QVERIFY(!program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).invalid);
        QVERIFY(!program.workspace().editor().hasUnsaved());

        type(*page, domain::ParameterId::MaxScale, prod, QStringLiteral("40"));
        QCOMPARE(program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).text,
                 QStringLiteral("40"));
        QVERIFY(program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).unsaved);
        const QString before = program.file(QStringLiteral("overlays/prod/service-scaling.yaml"));

        PlanController &planner = program.workspace().planner();
        QTRY_COMPARE_WITH_TIMEOUT(planner.state(), PlanController::State::Ready, patienceMs);
        QCOMPARE(planner.environment(), QStringLiteral("prod"));
        const session::ApplyPlan &plan = *planner.plan();
        QCOMPARE(plan.files.size(), size_t(1));
        QCOMPARE(plan.files[0].file, QStringLiteral("overlays/prod/service-scaling.yaml"));
        QCOMPARE(plan.files[0].added, 1);
        QCOMPARE(plan.files[0].removed, 1);
        QVERIFY(plan.effects.front().createsRevision);
        QCOMPARE(plan.effects.front().revision, QStringLiteral("python-api-base-00002"));
        QCOMPARE(plan.effects.front().percentMoved, 100);
        // A plan is a plan: nothing has been written.
        QCOMPARE(program.file(QStringLiteral("overlays/prod/service-scaling.yaml")), before);

        QVERIFY(page->drawer() && page->drawer()->isVisible());
        // Nothing that the window made on the way has taken the keyboard from it.
        QCOMPARE(QApplication::activeWindow(), static_cast<QWidget *>(&program.window));
        // Production asks for its name; the key of the act leads there.
        QTest::keyClick(page->matrix(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(planner.state(), PlanController::State::Ready);
        QWidget *name = program.window.focusWidget();
        QCOMPARE(name->objectName(), QStringLiteral("environmentName"));
        QTest::keyClicks(name, QStringLiteral("prod"));
        QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(planner.state(), PlanController::State::Applied, patienceMs);
        QCOMPARE(planner.progress().revision, QStringLiteral("python-api-base-00002"));
        QTRY_VERIFY(!program.workspace().editor().hasUnsaved()); // once the saved files are read
        QCOMPARE(program.file(QStringLiteral("overlays/prod/service-scaling.yaml")),
                 QString(before).replace(QLatin1String("\"20\""), QLatin1String("\"40\"")));

        QTRY_COMPARE_WITH_TIMEOUT(program.row(QStringLiteral("prod")).latestReady,
                                  QStringLiteral("python-api-base-00002"), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(program.row(QStringLiteral("prod")).health, session::Health::Ok,
                                  patienceMs);
        const session::OverviewRow row = program.row(QStringLiteral("prod"));
        QCOMPARE(row.traffic.size(), size_t(1));
        QCOMPARE(row.traffic[0].percent, 100);
        QCOMPARE(row.traffic[0].revision, QStringLiteral("python-api-base-00002"));
        QTRY_COMPARE_WITH_TIMEOUT(
            program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).live.text,
            QStringLiteral("40"), patienceMs);
        QVERIFY(!program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).drifted);

        const auto activity = program.workspace().activity(10);
        QCOMPARE(activity.size(), size_t(1));
        QCOMPARE(activity[0].what.id, QStringLiteral("activity.applied"));
        QCOMPARE(activity[0].environment, QStringLiteral("prod"));
    }

    void driftIsShownAndUnsavedWorkSurvives()
    {
        Program program(m_kind);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        const session::Matrix &matrix = program.workspace().editor().matrix();
        int row = 0;
        while (matrix.rows[size_t(row)]->id != domain::ParameterId::Target)
            ++row;
        program.workspace().editor().setValue(row, program.column(QStringLiteral("dev")),
                                              QStringLiteral("60"));

        // Somebody edits on the cluster.
        const kube::ObjectRef ref{
            {QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")},
            program.nameSpace,
            QStringLiteral("python-api-base")};
        const base::Json patch = {
            {"spec",
             {{"template",
               {{"metadata", {{"annotations", {{"autoscaling.knative.dev/max-scale", "7"}}}}}}}}}};
        kube::WriteOptions options;
        options.fieldManager = QStringLiteral("somebody");
        const auto client = program.workspace().clientFor(QStringLiteral("prod"));
        QVERIFY(client);
        QVERIFY(QCoro::waitFor(client->patch(ref, kube::PatchType::Merge, patch, options, {})));
        QTRY_VERIFY_WITH_TIMEOUT(program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).drifted,
                                 patienceMs);
        QCOMPARE(program.cell(domain::ParameterId::MaxScale, QStringLiteral("prod")).live.text,
                 QStringLiteral("7"));

        // Closing and opening the project keeps what was not saved.
        const QString folder = program.workspace().projectPath();
        program.workspace().close();
        QVERIFY(!program.workspace().editor().hasUnsaved());
        program.workspace().open(folder);
        QTRY_VERIFY(program.workspace().isOpen());
        QCOMPARE(program.cell(domain::ParameterId::Target, QStringLiteral("dev")).text, QStringLiteral("60"));
        QVERIFY(program.cell(domain::ParameterId::Target, QStringLiteral("dev")).unsaved);
    }

private:
    ControlPlane::Kind m_kind;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStringList arguments = app.arguments();
    TestMainJob test(ControlPlane::takeKind(arguments));
    return QTest::qExec(&test, arguments);
}
#include "tst_main_job.moc"
