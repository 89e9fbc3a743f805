// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_context.h"
#include "app/page_list.h"
#include "base/json.h"
#include "base/settings.h"
#include "kube/client/api_client.h"
#include "session/environment_editor.h"
#include "session/overview.h"
#include "session/plan_controller.h"
#include "views/environments/cell_editor.h"
#include "views/environments/environments_page.h"
#include "views/environments/matrix_view.h"
#include "views/shell/main_window.h"
#include "views/theme/icons.h"
#include "views/theme/theme_controller.h"

#include <QApplication>
#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using session::PlanController;

namespace {

constexpr int patienceMs = 60000; ///< a guard against hanging; nothing is measured

/// A window with all that is behind it, on a fast embedded cluster and a sample of its own.
struct Program {
    QTemporaryDir folder;
    base::MemorySettings settings;
    views::DesktopSettings desktop;
    views::ThemeController theme{settings, desktop};
    app::AppContext context{setup(), settings, nullptr};
    views::ShellServices services{context.workspace(), &context.sandbox(), settings, context.clock()};
    bool active = false; ///< has the keyboard
    views::MainWindow window{services, theme, app::pageList(context.workspace(), context.clock())};

    Program()
    {
        theme.install();
        window.resize(1280, 800);
        window.show();
        active = QTest::qWaitForWindowActive(&window);
        context.workspace().openSample();
    }
    app::AppSetup setup() const
    {
        app::AppSetup result;
        result.sampleFolder = folder.filePath(QStringLiteral("python-api-base"));
        result.sandbox.speed = 60;
        return result;
    }
    session::ProjectWorkspace &workspace() { return context.workspace(); }

    /// The row of an environment's Service.
    session::OverviewRow row(const QString &environment)
    {
        for (const session::OverviewRow &entry : workspace().overview().rows()) {
            if (entry.environment == environment)
                return entry;
        }
        return {};
    }
    bool allServe()
    {
        const auto rows = workspace().overview().rows();
        return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const session::OverviewRow &entry) {
            return entry.deployed
                && (entry.health == session::Health::Ok || entry.health == session::Health::Inactive);
        });
    }
    int column(const QString &name)
    {
        const auto &columns = workspace().editor().matrix().columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == name)
                return int(i);
        }
        return -1;
    }
    const session::MatrixCell &cell(domain::ParameterId id, const QString &name)
    {
        const session::Matrix &matrix = workspace().editor().matrix();
        int row = 0;
        while (matrix.rows[size_t(row)]->id != id)
            ++row;
        return matrix.cell(row, column(name));
    }
    QString file(const QString &name)
    {
        QFile f(workspace().projectPath() + QLatin1Char('/') + name);
        return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
    }
};

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

class TestMainJob : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { views::installIconFallback(); }

    void fromTwentyToForty()
    {
        Program program;
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
        QVERIFY(plan.effect.createsRevision);
        QCOMPARE(plan.effect.revision, QStringLiteral("python-api-base-00002"));
        QCOMPARE(plan.effect.percentMoved, 100);
        // A plan is a plan: nothing has been written.
        QCOMPARE(program.file(QStringLiteral("overlays/prod/service-scaling.yaml")), before);

        QVERIFY(page->drawer() && page->drawer()->isVisible());
        // Nothing that the window made on the way has taken the keyboard from it.
        QCOMPARE(QApplication::activeWindow(), static_cast<QWidget *>(&program.window));
        QTest::keyClick(page->matrix(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(planner.state(), PlanController::State::Applied, patienceMs);
        QCOMPARE(planner.progress().revision, QStringLiteral("python-api-base-00002"));
        QVERIFY(!program.workspace().editor().hasUnsaved());
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
        Program program;
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        const session::Matrix &matrix = program.workspace().editor().matrix();
        int row = 0;
        while (matrix.rows[size_t(row)]->id != domain::ParameterId::Target)
            ++row;
        program.workspace().editor().setValue(row, program.column(QStringLiteral("dev")),
                                              QStringLiteral("60"));

        // Somebody edits on the cluster.
        QVERIFY(program.context.sandbox().isRunning());
        const auto endpoint = program.context.sandbox().ensureStarted();
        QVERIFY(endpoint);
        const kube::ObjectRef ref{
            {QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")},
            QStringLiteral("my-api"),
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
        QCOMPARE(program.cell(domain::ParameterId::Target, QStringLiteral("dev")).text, QStringLiteral("60"));
        QVERIFY(program.cell(domain::ParameterId::Target, QStringLiteral("dev")).unsaved);
    }
};

QTEST_MAIN(TestMainJob)
#include "tst_main_job.moc"
