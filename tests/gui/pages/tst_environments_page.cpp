// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_scenes.h"

#include "base/clock.h"
#include "base/settings.h"
#include "models/matrix_model.h"
#include "support/patience.h"
#include "views/environments/cell_editor.h"
#include "views/environments/environments_page.h"
#include "views/environments/matrix_view.h"
#include "views/environments/matrix_words.h"
#include "views/plan/plan_drawer.h"
#include "views/widgets/bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::test;
using domain::ParameterId;
using PlanState = session::PlanController::State;

/// The matrix page driven as a person does: by keys, with what is seen and said compared.
class TestEnvironmentsPage : public QObject {
    Q_OBJECT
private:
    struct Fixture {
        FakeWorkspace workspace;
        base::ManualClock clock{sampleNow()};
        base::MemorySettings settings;
        std::unique_ptr<views::EnvironmentsPage> page;
        Fixture()
        {
            fillSample(workspace);
            workspace.plannerFake.nextPlan = samplePlan();
            reopen();
        }
        void reopen()
        {
            page = std::make_unique<views::EnvironmentsPage>(workspace, settings, clock);
            page->setPlanDelay(0);
            page->resize(1100, 700);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            page->activateWindow();
        }
        [[nodiscard]] views::MatrixView &view() const { return *page->matrix(); }
        void select(ParameterId id, const QString &column = QStringLiteral("prod"))
        {
            view().select(id, workspace.editorFake.column(column));
            view().setFocus();
        }
        [[nodiscard]] const session::MatrixCell &prod(ParameterId id) const
        {
            return workspace.editorFake.cell(QStringLiteral("prod"), id);
        }
        [[nodiscard]] views::CellEditor *editor() const { return page->findChild<views::CellEditor *>(); }
        /// Ends the edit; the view takes the text with the next turn of the loop.
        void commit()
        {
            QTest::keyClick(editor(), Qt::Key_Return);
            QTRY_VERIFY(!editor());
        }
        [[nodiscard]] QString spoken() const
        {
            return view().currentIndex().data(Qt::AccessibleTextRole).toString();
        }
    };

private Q_SLOTS:
    void modelFollowsTheEditor()
    {
        FakeEditor editor;
        models::MatrixModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEditor(&editor);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        editor.setValue(editor.row(ParameterId::MaxScale), editor.column(QStringLiteral("prod")),
                        QStringLiteral("40"));
        QCOMPARE(resets.size(), 0);
        QVERIFY(!changes.isEmpty());
        // Every told row is the edited one or its group.
        for (const QList<QVariant> &change : changes)
            QVERIFY(change[1].toModelIndex().row() <= 2);
        editor.setEnvironments({QStringLiteral("dev")});
        QCOMPARE(resets.size(), 1);
    }

    void typingEditsInPlace()
    {
        Fixture f;
        f.select(ParameterId::MaxScale);
        QTest::keyClicks(&f.view(), QStringLiteral("4"));
        QVERIFY(f.editor());
        QTest::keyClicks(f.editor(), QStringLiteral("0"));
        f.commit();
        QCOMPARE(f.prod(ParameterId::MaxScale).text, QStringLiteral("40"));
        QVERIFY(f.spoken().contains(QStringLiteral("unsaved, was 20")));
        QTRY_COMPARE(f.workspace.plannerFake.log, QStringList{QStringLiteral("make prod")});
        QVERIFY(f.page->drawer());
        QCOMPARE(f.page->unsavedWork().size(), 1);
    }

    void escapeLeavesTheValue()
    {
        Fixture f;
        f.select(ParameterId::MaxScale);
        QTest::keyClick(&f.view(), Qt::Key_Return);
        QVERIFY(f.editor());
        QTest::keyClicks(f.editor(), QStringLiteral("7"));
        QTest::keyClick(f.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!f.editor());
        QCOMPARE(f.prod(ParameterId::MaxScale).text, QStringLiteral("20"));
        QVERIFY(!f.workspace.editorFake.hasUnsaved());
    }

    void enterWithoutTypingKeepsAnInheritedValueInherited()
    {
        Fixture f;
        f.select(ParameterId::Target);
        QTest::keyClick(&f.view(), Qt::Key_Return);
        f.commit();
        QVERIFY(!f.workspace.editorFake.hasUnsaved());
        QVERIFY(f.spoken().contains(QStringLiteral("inherited from base")));
    }

    void deleteRemovesTheKey()
    {
        Fixture f;
        f.select(ParameterId::CpuRequest);
        QTest::keyClick(&f.view(), Qt::Key_Delete);
        QVERIFY(f.prod(ParameterId::CpuRequest).clears);
        QCOMPARE(f.prod(ParameterId::CpuRequest).text, QStringLiteral("100m")); // what base says
        f.page->undo();
        QCOMPARE(f.prod(ParameterId::CpuRequest).text, QStringLiteral("200m"));
        QVERIFY(!f.page->redoText().isEmpty());
        f.page->redo();
        QVERIFY(f.prod(ParameterId::CpuRequest).clears);
    }

    void rangesAreCopiedPastedAndClearedAsOneStep()
    {
        Fixture f;
        QGuiApplication::clipboard()->setText(QStringLiteral("1\t4\n6\t30\n"));
        f.select(ParameterId::MinScale, QStringLiteral("staging"));
        QTest::keySequence(&f.view(), QKeySequence::Paste);
        QCOMPARE(f.prod(ParameterId::MinScale).text, QStringLiteral("4"));
        QCOMPARE(f.prod(ParameterId::MaxScale).text, QStringLiteral("30"));
        f.page->undo();
        QVERIFY(!f.workspace.editorFake.hasUnsaved());

        f.select(ParameterId::MinScale, QStringLiteral("staging"));
        QTest::keyClick(&f.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keySequence(&f.view(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1\n5"));
        QTest::keyClick(&f.view(), Qt::Key_Delete);
        QCOMPARE(f.workspace.editorFake.changes({}).size(), 2U);
        f.page->undo();
        QVERIFY(!f.workspace.editorFake.hasUnsaved());
    }

    void whatIsWrongIsSaidWhileTyping()
    {
        Fixture f;
        f.select(ParameterId::MaxScale);
        QTest::keyClick(&f.view(), Qt::Key_Return);
        QTest::keyClicks(f.editor(), QStringLiteral("many"));
        QVERIFY(!f.editor()->reason().isEmpty());
        QCOMPARE(f.editor()->accessibleDescription(), f.editor()->reason());
        f.commit();
        QVERIFY(f.prod(ParameterId::MaxScale).invalid.has_value());
        QVERIFY(f.spoken().contains(QStringLiteral("invalid")));
        QVERIFY(f.page->findChild<views::Bar *>(QStringLiteral("invalid")));
        f.page->undo();
        QVERIFY(!f.page->findChild<views::Bar *>(QStringLiteral("invalid")));
        // What could not stand was not planned: the first plan is that of the next edit.
        f.workspace.editorFake.setValue(f.workspace.editorFake.row(ParameterId::MaxScale),
                                        f.workspace.editorFake.column(QStringLiteral("staging")),
                                        QStringLiteral("6"));
        QTRY_VERIFY(!f.workspace.plannerFake.log.isEmpty());
        QCOMPARE(f.workspace.plannerFake.log, QStringList{QStringLiteral("make staging")});
    }

    void groupsFoldByKey()
    {
        Fixture f;
        f.select(ParameterId::MinScale);
        QTest::keyClick(&f.view(), Qt::Key_Up);
        QTest::keyClick(&f.view(), Qt::Key_Space);
        QVERIFY(f.view().isFolded(domain::ParameterGroup::Scaling));
        QVERIFY(f.view().isRowHidden(1));
        QTest::keyClick(&f.view(), Qt::Key_Right);
        QVERIFY(!f.view().isRowHidden(1));
        QTest::keyClick(&f.view(), Qt::Key_Left);
        QVERIFY(f.view().isRowHidden(1));
    }

    void foldingIsRemembered()
    {
        Fixture f;
        // As first seen: what is changed most is open.
        QVERIFY(!f.view().isFolded(domain::ParameterGroup::Scaling));
        QVERIFY(f.view().isFolded(domain::ParameterGroup::Image));
        f.select(ParameterId::MinScale);
        QTest::keyClick(&f.view(), Qt::Key_Up);
        QTest::keyClick(&f.view(), Qt::Key_Return);
        QVERIFY(f.view().isFolded(domain::ParameterGroup::Scaling));
        f.reopen();
        QVERIFY(f.view().isFolded(domain::ParameterGroup::Scaling));
        // A link into the page opens the group, but does not change what was chosen.
        f.select(ParameterId::MinScale);
        QVERIFY(!f.view().isFolded(domain::ParameterGroup::Scaling));
        f.reopen();
        QVERIFY(f.view().isFolded(domain::ParameterGroup::Scaling));
    }

    void aClickFoldsAGroup()
    {
        Fixture f;
        const QModelIndex heading = f.view().model()->index(0, 0);
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.view().visualRect(heading).center());
        QVERIFY(f.view().isFolded(domain::ParameterGroup::Scaling));
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.view().visualRect(heading).center());
        QVERIFY(!f.view().isFolded(domain::ParameterGroup::Scaling));
    }

    void onlyDifferencesAndComparison()
    {
        Fixture f;
        f.view().setOnlyDifferences(true);
        for (int row = 0; row < f.view().model()->rowCount(); ++row) {
            if (f.view().model()->index(row, 0).data() == QVariant(QStringLiteral("Stable window")))
                QVERIFY(f.view().isRowHidden(row)); // the same everywhere
        }
        f.view().setOnlyDifferences(false);
        const FakeEditor &editor = f.workspace.editorFake;
        f.view().compare(editor.column(QStringLiteral("dev")), editor.column(QStringLiteral("prod")));
        QVERIFY(f.view().comparedDifferences() >= 8);
        QVERIFY(f.view().isColumnHidden(1)); // base
        f.view().compare(-1, -1);
        QVERIFY(!f.view().isColumnHidden(1));
    }

    void comparingShowsTwoColumnsAndOnlyWhatDiffers()
    {
        Fixture f;
        FakeEditor &editor = f.workspace.editorFake;
        const int dev = editor.column(QStringLiteral("dev"));
        const int prod = editor.column(QStringLiteral("prod"));
        f.page->compare(dev, prod);
        auto *bar = f.page->findChild<views::Bar *>(QStringLiteral("compare"));
        QVERIFY(bar);
        QCOMPARE(bar->text().title, QStringLiteral("Comparing dev with prod"));
        const QString label = views::parameterLabel(domain::parameter(ParameterId::MaxScale));
        const auto shown = [&] {
            for (int row = 0; row < f.view().model()->rowCount(); ++row) {
                if (f.view().model()->index(row, 0).data().toString() == label)
                    return !f.view().isRowHidden(row);
            }
            return false;
        };
        QVERIFY(shown());
        // Made equal, it leaves the comparison, and the count follows.
        const int before = f.view().comparedDifferences();
        editor.setValue(editor.row(ParameterId::MaxScale), dev, f.prod(ParameterId::MaxScale).text);
        QVERIFY(!shown());
        QCOMPARE(f.view().comparedDifferences(), before - 1);
        QVERIFY(bar->text().cause.contains(QString::number(before - 1)));
        // The end brings everything back as it was.
        Q_EMIT bar->actionTriggered();
        QVERIFY(!f.view().isComparing());
        QVERIFY(!f.view().onlyDifferences());
        QVERIFY(shown());
        QVERIFY(!f.page->findChild<views::Bar *>(QStringLiteral("compare")));
    }

    void aComparisonEndsWithItsColumns()
    {
        Fixture f;
        f.page->compare(1, 3);
        f.workspace.editorFake.setEnvironments({QStringLiteral("dev")});
        QVERIFY(!f.view().isComparing());
        QVERIFY(!f.page->findChild<views::Bar *>(QStringLiteral("compare")));
    }

    void productionIsSaidOnceWhereItWouldBeChanged()
    {
        Fixture f;
        QVERIFY(!f.page->showsProduction());
        f.workspace.plannerFake.make(QStringLiteral("prod"));
        QVERIFY(f.page->showsProduction());
        f.workspace.plannerFake.make(QStringLiteral("dev"));
        QVERIFY(!f.page->showsProduction());
    }

    void promotingTakesTheValueToTheNextEnvironment()
    {
        Fixture f;
        f.select(ParameterId::MaxScale, QStringLiteral("staging"));
        f.view().promote();
        QCOMPARE(f.prod(ParameterId::MaxScale).text, QStringLiteral("5"));
    }

    void everyCellSaysWhatItIs()
    {
        Fixture f;
        const QAbstractItemModel &model = *f.view().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex at = model.index(row, column);
                if (column == 0 || f.view().columnSpan(row, 0) == 1)
                    QVERIFY2(!at.data(Qt::AccessibleTextRole).toString().isEmpty(),
                             qPrintable(QString::number(row)));
            }
        }
    }

    void anEmptyProjectSaysWhatBelongsHere()
    {
        Fixture f;
        f.workspace.shut();
        QVERIFY(!f.view().isVisible());
        QVERIFY(f.page->unsavedWork().isEmpty());
    }

    void aStaleEnvironmentKeepsItsValuesAndSaysSo()
    {
        Fixture f;
        auto environments = f.workspace.environments();
        environments[2].freshness = {session::FreshnessInfo::State::Stale, sampleNow().addSecs(-42), {}};
        f.workspace.setEnvironments(environments);
        auto *bar = f.page->findChild<views::Bar *>(QStringLiteral("freshness-prod"));
        QVERIFY(bar);
        QVERIFY(bar->text().cause.contains(QStringLiteral("42")));
        QVERIFY(f.view().isVisible());
        environments[2].freshness.state = session::FreshnessInfo::State::Live;
        f.workspace.setEnvironments(environments);
        QVERIFY(!f.page->findChild<views::Bar *>(QStringLiteral("freshness-prod")));
    }

    void oneReasonIsOneBarWhoseButtonDoesWhatItSays()
    {
        Fixture f;
        const base::Error refused = base::TransportError{
            base::TransportError::Kind::Refused, QStringLiteral("k8s:6443"), QStringLiteral("refused")};
        const base::Error certificate =
            base::TlsError{base::TlsError::Kind::HostMismatch, QStringLiteral("k8s:6443"), {}};
        auto environments = f.workspace.environments();
        using Freshness = session::FreshnessInfo;
        environments[0].freshness = {Freshness::State::Failed, sampleNow(), refused};
        environments[1].freshness = {Freshness::State::Failed, sampleNow().addSecs(-1), refused};
        environments[2].freshness = {Freshness::State::Failed, sampleNow(), certificate};
        f.workspace.setEnvironments(environments);
        auto bars = f.page->findChildren<views::Bar *>(QRegularExpression(QStringLiteral("^freshness-")));
        QCOMPARE(bars.size(), 2);
        const QString both =
            QLocale().createSeparatedList({QStringLiteral("dev"), QStringLiteral("staging")});
        QVERIFY2(bars[0]->text().title.startsWith(both + QStringLiteral(": ")),
                 qPrintable(bars[0]->text().title));
        QCOMPARE(bars[0]->text().action, QStringLiteral("Try again"));
        QVERIFY(bars[1]->text().title.startsWith(QStringLiteral("prod: ")));

        QSignalSpy commands(f.page.get(), &views::Page::commandRequested);
        Q_EMIT bars[0]->actionTriggered();
        QCOMPARE(commands.count(), 0);
        Q_EMIT bars[1]->actionTriggered();
        QCOMPARE(bars[1]->text().action, QStringLiteral("Choose connection…"));
        QCOMPARE(commands.value(0).value(0).toString(), QStringLiteral("cluster.connect"));

        environments[0].freshness = {Freshness::State::Live, sampleNow(), {}};
        f.workspace.setEnvironments(environments);
        bars = f.page->findChildren<views::Bar *>(QRegularExpression(QStringLiteral("^freshness-")));
        QCOMPARE(bars.size(), 2);
        QVERIFY(bars[0]->text().title.startsWith(QStringLiteral("staging: "))
                || bars[1]->text().title.startsWith(QStringLiteral("staging: ")));
    }
};

QTEST_MAIN(TestEnvironmentsPage)
#include "tst_environments_page.moc"
