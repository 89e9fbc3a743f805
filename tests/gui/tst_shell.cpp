// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/settings.h"
#include "gui/demo_page.h"
#include "gui/fake_workspace.h"
#include "gui/pseudo_translator.h"
#include "support/patience.h"
#include "views/shell/cheat_sheet.h"
#include "views/shell/command_palette.h"
#include "views/shell/commands.h"
#include "views/shell/fuzzy.h"
#include "views/shell/main_window.h"
#include "views/shell/page_stack.h"
#include "views/shell/popover.h"
#include "views/shell/rail.h"
#include "views/shell/side_panes.h"
#include "views/shell/status_strip.h"
#include "views/shell/unsaved_dialog.h"
#include "views/start/start_page.h"
#include "views/theme/theme_controller.h"
#include "views/widgets/production_band.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QProgressBar>
#include <QTest>
#include <QToolButton>

using namespace sluice;
using namespace sluice::views;

namespace {

class NoDesktop final : public DesktopSettings { };

/// A window on invented data; pages count how often they are made.
struct Stage {
    base::MemorySettings settings;
    base::ManualClock clock{QDateTime(QDate(2026, 3, 2), QTime(14, 32, 7), Qt::UTC)};
    NoDesktop desktop;
    tests::FakeWorkspace workspace;
    tests::FakeSandbox sandbox;
    ThemeController theme{settings, desktop};
    QStringList made;
    std::unique_ptr<MainWindow> window;

    explicit Stage(bool open = true)
    {
        theme.install();
        tests::fillLikeTheDrawings(workspace, clock.now());
        workspace.open_ = open;
        reopen();
    }
    void reopen()
    {
        std::vector<PageInfo> pages;
        for (const QString &id :
             {QStringLiteral("overview"), QStringLiteral("environments"), QStringLiteral("manifests")}) {
            pages.push_back({id, id, QStringLiteral("rail-") + id, [this, id](QWidget *parent) {
                                 made.append(id);
                                 return new tests::DemoPage(id, parent);
                             }});
        }
        window = std::make_unique<MainWindow>(ShellServices{workspace, &sandbox, settings, clock}, theme,
                                              std::move(pages));
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    tests::DemoPage *page() const
    {
        return static_cast<tests::DemoPage *>(window->workbench()->currentPage());
    }
    template <typename T> T *child(const QString &name = {}) const { return window->findChild<T *>(name); }
};

/// Every visible control that can have the focus and has no name for a screen reader.
QStringList nameless(QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface && interface->text(QAccessible::Name).isEmpty()
            && !qobject_cast<QAbstractItemView *>(widget))
            found.append(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                         + widget->objectName());
    }
    return found;
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesAreMadeOnTheirFirstVisit()
    {
        Stage stage;
        QCOMPARE(stage.made, QStringList{QStringLiteral("overview")});
        QTest::keyClick(stage.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(stage.window->workbench()->pages().currentId(), QStringLiteral("environments"));
        QTest::keyClick(stage.window.get(), Qt::Key_1, Qt::ControlModifier);
        QTest::keyClick(stage.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(stage.made, (QStringList{QStringLiteral("overview"), QStringLiteral("environments")}));
        QVERIFY(!stage.window->showPage(QStringLiteral("nowhere")));
    }

    void fuzzy_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse"); // empty: must not fit at all
        const auto t = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("prefix") << t("env") << t("Environments") << t("Seven vents");
        QTest::newRow("initials") << t("op") << t("Open a folder…") << t("Stop");
        QTest::newRow("words") << t("cs") << t("Connect somewhere") << t("Access");
        QTest::newRow("accents") << t("configuracao") << t("Configuração") << QString();
        QTest::newRow("case") << t("PYTHON") << t("python-api-base") << QString();
        QTest::newRow("run over scatter") << t("plan") << t("Make the plan") << t("Please learn");
        QTest::newRow("short over long") << t("prod") << t("prod") << t("production rules and more");
    }
    void fuzzy()
    {
        QFETCH(QString, query);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        QVERIFY(fuzzyScore(query, better) >= 0);
        QVERIFY2(fuzzyScore(query, better) > (worse.isEmpty() ? -1 : fuzzyScore(query, worse)),
                 qPrintable(QStringLiteral("%1 against %2")
                                .arg(fuzzyScore(query, better))
                                .arg(fuzzyScore(query, worse))));
        QVERIFY(fuzzyScore(query + QStringLiteral("qqq"), better) < 0);
    }

    void paletteFindsAndRuns()
    {
        Stage stage;
        stage.page()->filterField()->setFocus();
        QTest::keyClick(stage.window.get(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette &palette = stage.window->commandPalette();
        QVERIFY(palette.isVisible());
        auto *field = palette.findChild<QLineEdit *>();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("envs"));
        QCOMPARE(palette.shownTexts().value(0), QStringLiteral("environments"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette.isVisible());
        QCOMPARE(stage.window->workbench()->pages().currentId(), QStringLiteral("environments"));

        palette.open(); // an object of a page
        QTest::keyClicks(field, QStringLiteral("python"));
        QTest::keyClick(field, Qt::Key_Return);
        const auto *overview = static_cast<tests::DemoPage *>(
            stage.window->workbench()->pages().page(QStringLiteral("overview")));
        QVERIFY(overview->chosen || stage.page()->chosen);

        palette.open(); // an act of the page in front
        QTest::keyClicks(field, QStringLiteral("distribute"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stage.page()->distributed, 1);

        stage.page()->filterField()->setFocus();
        palette.open();
        QTest::keyClicks(field, QStringLiteral("zzzz"));
        QVERIFY(palette.shownTexts().isEmpty());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(palette.isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QVERIFY(stage.page()->filterField()->hasFocus());
    }

    void paletteArrowsWrap()
    {
        Stage stage;
        CommandPalette &palette = stage.window->commandPalette();
        palette.open();
        auto *field = palette.findChild<QLineEdit *>();
        auto *list = palette.findChild<ItemList *>();
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(list->currentRow(), list->count() - 1);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 0);
        palette.close();
    }

    void keysReachThePage()
    {
        Stage stage;
        tests::DemoPage *page = stage.page();
        QTest::keyClick(stage.window.get(), Qt::Key_F5);
        QCOMPARE(page->refreshed, 1);
        stage.window->setFocus();
        QTest::keyClick(stage.window.get(), Qt::Key_Slash);
        QVERIFY(page->filterField()->hasFocus());
        QTest::keyClick(stage.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page->undone, 0); // nothing to undo
        page->undoName = QStringLiteral("Maximum scale");
        Q_EMIT page->workChanged();
        stage.window->setFocus();
        QTest::keyClick(stage.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page->undone, 1);
        QCOMPARE(stage.window->commands().find(QStringLiteral("edit.undo"))->text(),
                 QStringLiteral("Undo: Maximum scale"));
        QTest::keyClick(stage.window.get(), Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(page->distributed, 1);
    }

    void railCollapsesAndRemembers()
    {
        Stage stage;
        Rail &rail = stage.window->workbench()->rail();
        const int wide = rail.width();
        QTest::keyClick(stage.window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(rail.isCollapsed());
        QVERIFY(rail.sizeHint().width() < wide);
        for (const RailItem *item : rail.findChildren<RailItem *>())
            QVERIFY(!item->toolTip().isEmpty()); // the word is still to be had
        stage.window->close();
        stage.reopen();
        QVERIFY(stage.window->workbench()->rail().isCollapsed());
    }

    void railShowsProblemsOfItsPages()
    {
        Stage stage;
        for (const RailItem *item : stage.window->workbench()->rail().findChildren<RailItem *>()) {
            if (item->text() == QLatin1String("manifests"))
                QVERIFY(item->accessibleName().contains(QStringLiteral("2")));
        }
    }

    void inspectorAndDrawerFollowThePage()
    {
        Stage stage;
        InspectorPane &inspector = stage.window->workbench()->inspector();
        QVERIFY(!inspector.isVisible());
        tests::DemoPage *first = stage.page();
        first->publishInspector();
        first->publishDrawer();
        QVERIFY(inspector.isVisible());
        QCOMPARE(inspector.widget(), first->inspector());
        QVERIFY(first->drawer()->isVisible());
        stage.window->showPage(QStringLiteral("environments"));
        QVERIFY(!inspector.isVisible());
        QCOMPARE(first->inspector()->parentWidget(), first);
        QCOMPARE(first->drawer()->parentWidget(), first);
        stage.window->showPage(QStringLiteral("overview"));
        QCOMPARE(inspector.widget(), first->inspector());
        QVERIFY(first->drawer()->isVisible());
    }

    void sameProblemStaysOneBar()
    {
        Stage stage;
        tests::DemoPage *page = stage.page();
        Bar *bar = page->showBar(QStringLiteral("cluster"),
                                 {Status::Failed, QStringLiteral("A"), {}, {}, {}, {}, false});
        QCOMPARE(page->showBar(QStringLiteral("cluster"),
                               {Status::Failed, QStringLiteral("B"), {}, {}, {}, {}, false}),
                 bar);
        QCOMPARE(bar->text().title, QStringLiteral("B"));
        page->hideBar(QStringLiteral("cluster"));
        QVERIFY(page->showBar(QStringLiteral("cluster"),
                              {Status::Failed, QStringLiteral("C"), {}, {}, {}, {}, false})
                != bar);
    }

    void closingListsUnsavedWork()
    {
        Stage stage;
        stage.page()->work = {QStringLiteral("prod: Maximum scale 20 → 40")};
        stage.window->close();
        QVERIFY(stage.window->isVisible());
        auto *dialog = stage.child<UnsavedDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<ItemList *>()->item(0)->text(),
                 QStringLiteral("prod: Maximum scale 20 → 40"));
        dialog->reject();
        QVERIFY(stage.window->isVisible());
        stage.window->close();
        stage.window->findChildren<UnsavedDialog *>().constLast()->accept();
        QVERIFY(!stage.window->isVisible());
    }

    void aRestoredDraftIsUnsavedWorkToo()
    {
        Stage stage;
        stage.workspace.fakeEditor.unsaved = {{QStringLiteral("prod"), {}, {}, QStringLiteral("40")}};
        QCOMPARE(stage.window->unsavedWork().size(), 1);
        QVERIFY(stage.window->unsavedWork().constFirst().startsWith(QStringLiteral("prod: ")));
    }

    void problemsLeadToTheirPage()
    {
        Stage stage;
        stage.window->workbench()->strip().showProblems();
        auto *popover = stage.child<Popover>();
        QVERIFY(popover && popover->isVisible());
        QCOMPARE(popover->list()->count(), 2);
        QTest::keyClick(popover->list(), Qt::Key_Return);
        QCOMPARE(stage.window->workbench()->pages().currentId(), QStringLiteral("manifests"));
        QCOMPARE(stage.page()->opened.value(QStringLiteral("place")).toString(),
                 QStringLiteral("overlays/prod/service-patch.yaml:12"));
    }

    void jobsShowAndStop()
    {
        Stage stage;
        auto *progress = stage.window->workbench()->strip().findChild<QProgressBar *>();
        QVERIFY(!progress->isVisible());
        stage.workspace.jobList = {{3, {QStringLiteral("work"), {}}, 2, 5, true}};
        Q_EMIT stage.workspace.jobsChanged();
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value(), 2);
        stage.window->workbench()->strip().findChild<QToolButton *>()->click();
        QCOMPARE(stage.workspace.calls.constLast(), QStringLiteral("stop 3"));
    }

    void productionCarriesItsBand()
    {
        Stage stage;
        auto *band = stage.child<ProductionBand>();
        QVERIFY(band->isVisible());
        stage.workspace.selectEnvironment(QStringLiteral("dev"));
        QVERIFY(!band->isVisible());
    }

    /// Else the second click of a double click would land in another row.
    void theBandOfProductionMovesNothingUnderThePointer()
    {
        Stage stage;
        auto *band = stage.child<ProductionBand>();
        const QWidget *page = stage.window->workbench()->currentPage();
        const auto place = [&] { return page->mapTo(stage.window.get(), QPoint()); };
        stage.workspace.selectEnvironment(QStringLiteral("dev"));
        QVERIFY(!band->isVisible());
        const QPoint before = place();
        stage.workspace.selectEnvironment(QStringLiteral("prod"));
        QTRY_VERIFY(band->isVisible() && band->height() > 0 && band->y() > page->height() / 2);
        QCOMPARE(place(), before);
    }

    void barsMoveNothingUnderThePointer()
    {
        Stage stage;
        auto *page = qobject_cast<Page *>(stage.window->workbench()->currentPage());
        QVERIFY(page);
        const auto *table = page->findChild<QAbstractItemView *>();
        QVERIFY(table && table->isVisible());
        const QPoint before = table->mapTo(stage.window.get(), QPoint());
        const Bar *bar =
            page->showBar(QStringLiteral("trouble"),
                          {Status::Failed, QStringLiteral("prod does not answer"), {}, {}, {}, {}, false});
        QTRY_VERIFY(bar->isVisible() && bar->height() > 0 && bar->y() > page->height() / 2);
        QCOMPARE(table->mapTo(stage.window.get(), QPoint()), before);
    }

    void clockIsControlled()
    {
        Stage stage;
        const auto buttons = stage.window->findChildren<QToolButton *>();
        QToolButton *pause = nullptr;
        for (QToolButton *button : buttons) {
            if (button->accessibleName().startsWith(QStringLiteral("Pause")))
                pause = button;
        }
        QVERIFY(pause);
        pause->click();
        QVERIFY(stage.sandbox.paused);
        QVERIFY(!pause->accessibleName().startsWith(QStringLiteral("Pause")));
    }

    void startLeadsToSomethingAlive()
    {
        Stage stage(false);
        QVERIFY(!stage.window->workbench());
        QVERIFY(stage.made.isEmpty());
        auto *start = stage.child<StartPage>();
        QVERIFY(start && start->isVisible());
        QTest::keyClick(stage.window->focusWidget(), Qt::Key_Return); // "Try it now" has the focus
        QCOMPARE(stage.workspace.calls, QStringList{QStringLiteral("sample")});
        QVERIFY(stage.window->workbench()->isVisible());
    }

    void failuresToOpenStayOnTheStartPage()
    {
        Stage stage(false);
        Q_EMIT stage.workspace.openFailed(
            base::FileError{base::FileError::Kind::NotFound, QStringLiteral("/gone"), {}});
        auto *bar = stage.child<StartPage>()->findChild<Bar *>();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().title.contains(QStringLiteral("/gone")));
    }

    void themeSwitchesWithTheWindowOpen()
    {
        Stage stage;
        stage.window->commands().find(QStringLiteral("theme.dark"))->trigger();
        QVERIFY(themeOf(stage.window.get()).isDark());
        const QImage dark = stage.window->grab().toImage();
        stage.window->commands().find(QStringLiteral("theme.light"))->trigger();
        QVERIFY(stage.window->grab().toImage() != dark);
    }

    void cheatSheetListsShortcuts()
    {
        Stage stage;
        QTest::keyClick(stage.window.get(), Qt::Key_F1);
        auto *sheet = stage.child<CheatSheet>();
        QVERIFY(sheet && sheet->isVisible());
        QStringList names;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            names.append(label->accessibleName());
        QVERIFY2(names.contains(QStringLiteral("Refresh: F5")), qPrintable(names.join(QLatin1Char('\n'))));
        sheet->close();
    }

    void everyControlHasAName()
    {
        Stage stage;
        stage.page()->publishInspector();
        QCOMPARE(nameless(stage.window->workbench()), QStringList());
        Stage start(false);
        QCOMPARE(nameless(start.child<StartPage>()), QStringList());
    }

    void fitsWithLongerTextAndReversed()
    {
        tests::PseudoTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            Stage stage;
            stage.window->resize(1280, 800);
            stage.window->commandPalette().open();
            QVERIFY(stage.window->minimumSizeHint().width() <= 1280);
            QVERIFY(stage.window->width() <= 1280);
            const Rail &rail = stage.window->workbench()->rail();
            QVERIFY(rail.mapTo(stage.window.get(), QPoint()).x() > 640); // mirrored
            QVERIFY(!stage.window->grab().isNull());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCoreApplication::removeTranslator(&translator);
    }

    void longNamesFit()
    {
        Stage stage;
        const QString name(63, QLatin1Char('w'));
        for (session::EnvironmentInfo &environment : stage.workspace.list) {
            environment.nameSpace = name;
            environment.context = name;
            environment.identity = name;
        }
        stage.workspace.name = name;
        Q_EMIT stage.workspace.environmentsChanged();
        QVERIFY(stage.window->minimumSizeHint().width() <= 1280);
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
