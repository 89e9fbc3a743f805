// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_context.h"
#include "app/page_list.h"
#include "session/environment_editor.h"
#include "session/plan_controller.h"
#include "support/patience.h"
#include "views/shell/main_window.h"
#include "views/theme/icons.h"
#include "views/theme/theme_controller.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using session::PlanController;

namespace {

const QString overlay = QStringLiteral("overlays/staging/kustomization.yaml");

/// A window with a new project on the embedded cluster.
struct Program {
    QTemporaryDir folder;
    base::MemorySettings settings;
    views::DesktopSettings desktop;
    views::ThemeController theme{settings, desktop};
    app::AppContext context{setup(), settings, nullptr};
    views::ShellServices services{context.workspace(), &context.sandbox(), settings, context.clock()};
    views::MainWindow window{services, theme, app::pageList(context.workspace(), settings, context.clock())};

    Program()
    {
        theme.install();
        window.resize(1280, 800);
        window.show();
        context.workspace().create({folder.filePath(QStringLiteral("shop")), {}, {}});
    }
    static app::AppSetup setup()
    {
        app::AppSetup result;
        result.sandbox.speed = 60;
        return result;
    }
    bool isReady() { return context.workspace().isOpen() && column("staging") >= 0 && column("prod") >= 0; }
    session::EnvironmentEditor &editor() { return context.workspace().editor(); }
    int column(const char *name)
    {
        const auto &columns = editor().matrix().columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == QLatin1String(name))
                return int(i);
        }
        return -1;
    }
    int row(domain::ParameterId id)
    {
        const session::Matrix &matrix = editor().matrix();
        int row = 0;
        while (matrix.rows[size_t(row)]->id != id)
            ++row;
        return row;
    }
    const session::MatrixCell &cell(const char *name)
    {
        return editor().matrix().cell(row(domain::ParameterId::MaxScale), column(name));
    }
    void set(const char *name, const char *text)
    {
        editor().setValue(row(domain::ParameterId::MaxScale), column(name), QString::fromLatin1(text));
    }
    void rewrite(const QByteArray &from, const QByteArray &to)
    {
        QFile file(context.workspace().projectPath() + QLatin1Char('/') + overlay);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        QVERIFY(text.contains(from));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace(from, to));
    }
    bool hasProblemAt(const QString &place)
    {
        const auto problems = context.workspace().problems();
        return std::any_of(problems.begin(), problems.end(),
                           [&](const session::Problem &problem) { return problem.place == place; });
    }
};

} // namespace

/// An overlay that breaks while its project is open, in the whole window.
class TestBrokenProject : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { views::installIconFallback(); }

    void oneBrokenOverlay()
    {
        Program program;
        session::ProjectWorkspace &workspace = program.context.workspace();
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), tests::patienceMs);
        QVERIFY(program.window.showPage(QStringLiteral("environments")));
        QSignalSpy failed(&workspace, &session::Workspace::openFailed);
        program.set("staging", "12");
        program.set("prod", "40");

        program.rewrite("../../base", "../../bas");
        QTRY_VERIFY_WITH_TIMEOUT(program.cell("staging").readOnlyReason, tests::patienceMs);
        QCOMPARE(program.cell("staging").readOnlyReason->id, QStringLiteral("manifest.missing-file"));
        QCOMPARE(program.cell("staging").file, overlay);
        QCOMPARE(program.cell("staging").line, 5);
        QVERIFY(program.hasProblemAt(overlay + QStringLiteral(":5")));
        QCOMPARE(failed.count(), 0);
        QCOMPARE(workspace.environments().size(), size_t(3));

        // The others can be worked with as before, and nothing that was typed is lost.
        QCOMPARE(program.cell("prod").text, QStringLiteral("40"));
        QVERIFY(program.cell("prod").unsaved && !program.cell("prod").invalid);
        QCOMPARE(program.editor().changes().size(), size_t(2));
        PlanController &planner = workspace.planner();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.clientFor(QStringLiteral("prod")), tests::patienceMs);
        planner.make(QStringLiteral("prod"));
        QTRY_COMPARE_WITH_TIMEOUT(planner.state(), PlanController::State::Ready, tests::patienceMs);
        QCOMPARE(planner.plan()->files.size(), size_t(1));
        planner.dismiss();
        // A plan for the broken one says why there is none.
        planner.make(QStringLiteral("staging"));
        QTRY_COMPARE_WITH_TIMEOUT(planner.state(), PlanController::State::Failed, tests::patienceMs);
        planner.dismiss();

        program.rewrite("../../bas\n", "../../base\n");
        QTRY_VERIFY_WITH_TIMEOUT(!program.cell("staging").readOnlyReason, tests::patienceMs);
        QCOMPARE(program.cell("staging").text, QStringLiteral("12"));
        QVERIFY(!program.hasProblemAt(overlay + QStringLiteral(":5")));
    }

    void malformedWhileItIsOpen()
    {
        Program program;
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), tests::patienceMs);
        program.set("staging", "12");
        program.rewrite("patches:\n", "patches: [\n");
        QTRY_VERIFY_WITH_TIMEOUT(program.cell("staging").readOnlyReason, tests::patienceMs);
        QVERIFY(program.hasProblemAt(overlay + QStringLiteral(":7")));
        QCOMPARE(program.cell("staging").text, QStringLiteral("12"));
        QCOMPARE(program.cell("prod").text, QStringLiteral("20"));
    }
};

QTEST_MAIN(TestBrokenProject)
#include "tst_broken_project.moc"
