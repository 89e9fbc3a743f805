// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_scenes.h"

#include "base/settings.h"
#include "views/plan/check_list.h"
#include "views/plan/plan_drawer.h"
#include "views/plan/plan_words.h"
#include "views/settings/production_rules.h"
#include "views/widgets/bar.h"
#include "views/widgets/progress_steps.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::test;
using PlanState = session::PlanController::State;

class TestPlanDrawer : public QObject {
    Q_OBJECT
private:
    struct Fixture {
        FakePlanner planner;
        FakeEditor editor;
        base::MemorySettings settings;
        std::unique_ptr<views::PlanDrawer> drawer;
        explicit Fixture(const session::ApplyPlan &plan = samplePlan(), bool typeName = false)
        {
            views::setAsksForName(settings, typeName);
            planner.nextPlan = plan;
            drawer = std::make_unique<views::PlanDrawer>(planner, editor, settings);
            drawer->resize(900, 320);
            drawer->show();
            planner.make(QStringLiteral("prod"));
        }
        [[nodiscard]] QPushButton *button(const QString &text) const
        {
            for (QPushButton *at : drawer->findChildren<QPushButton *>()) {
                if (at->text() == text && at->isVisible())
                    return at;
            }
            return nullptr;
        }
        [[nodiscard]] QStringList checks() const
        {
            QStringList texts;
            for (const views::CheckList *list : drawer->findChildren<views::CheckList *>())
                texts << list->texts();
            return texts;
        }
        template <typename T> [[nodiscard]] T *choice(const QString &text) const
        {
            for (T *at : drawer->findChildren<T *>()) {
                if (at->text() == text)
                    return at;
            }
            return nullptr;
        }
    };

private Q_SLOTS:
    void theButtonNamesTheActAndConfirms()
    {
        Fixture f;
        QVERIFY(f.button(QStringLiteral("Apply to prod")));
        QTest::keyClick(f.drawer.get(), Qt::Key_Return, Qt::ControlModifier);
        if (f.planner.state()
            != PlanState::Applying) // without a window manager the shortcut may not be routed
            f.drawer->confirmAction()->trigger();
        QCOMPARE(f.planner.log.last(), QStringLiteral("confirm prod"));
        QVERIFY(f.button(QStringLiteral("Stop")));
        QVERIFY(!f.button(QStringLiteral("Apply to prod")));
    }

    void wordsOfAPlan()
    {
        const session::ApplyPlan plan = samplePlan();
        QVERIFY(views::filesChip(plan).startsWith(QLatin1Char('1')));
        QCOMPARE(views::effectChip(plan), QStringLiteral("new revision takes 100 %"));
        session::ApplyPlan first = plan;
        first.effects.front().routedNow.clear();
        QCOMPARE(views::effectChip(first), QStringLiteral("first revision takes 100 %"));
        session::ApplyPlan nothing = plan;
        nothing.files.clear();
        for (auto &object : nothing.objects)
            object.action = session::PlannedObject::Action::Unchanged;
        nothing.effects.clear();
        QVERIFY(nothing.changesNothing());
        QCOMPARE(views::actLabel(nothing), QStringLiteral("Nothing to apply"));
        QVERIFY(views::planText(plan).contains(plan.kubectlEquivalent));
    }

    void decisionsComeBeforeTheAct()
    {
        Fixture f(troubledPlan());
        QPushButton *apply = f.button(QStringLiteral("Apply to prod"));
        QVERIFY(!apply->isEnabled());
        QVERIFY(!apply->accessibleDescription().isEmpty());
        f.choice<QCheckBox>(QStringLiteral("Take over these fields"))->click();
        QVERIFY(!apply->isEnabled());
        f.choice<QRadioButton>(QStringLiteral("Remove by JSON patch"))->click();
        QVERIFY(!apply->isEnabled());
        f.choice<QCheckBox>(QStringLiteral("Apply beside Argo CD"))->click();
        QVERIFY(apply->isEnabled());
        apply->click();
        QVERIFY(f.planner.consent.forceConflicts);
        QVERIFY(f.planner.consent.overrideGitOps);
        QCOMPARE(f.planner.consent.survivors, session::SurvivorChoice::RemoveByPatch);
    }

    void choicesSurviveARemakeButNotAnotherEnvironment()
    {
        Fixture f(troubledPlan());
        f.choice<QCheckBox>(QStringLiteral("Take over these fields"))->click();
        f.planner.remake();
        QVERIFY(f.choice<QCheckBox>(QStringLiteral("Take over these fields"))->isChecked());
        QVERIFY(f.checks().first().contains(QStringLiteral("made again")));
        f.planner.make(QStringLiteral("staging"));
        QVERIFY(!f.choice<QCheckBox>(QStringLiteral("Take over these fields"))->isChecked());
    }

    void productionAsksForItsName()
    {
        Fixture f(samplePlan(), true);
        QPushButton *apply = f.button(QStringLiteral("Apply to prod"));
        auto *name = f.drawer->findChild<QLineEdit *>(QStringLiteral("environmentName"));
        QVERIFY(name->isVisible());
        QVERIFY(!name->accessibleName().isEmpty());
        QVERIFY(!apply->isEnabled());
        QVERIFY(!apply->accessibleDescription().isEmpty());
        f.drawer->confirmAction()->trigger(); // its key leads to what is missing
        QVERIFY(!f.planner.log.contains(QStringLiteral("confirm prod")));
        QCOMPARE(f.drawer->focusWidget(), name);
        QTest::keyClicks(name, QStringLiteral("pro"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!f.planner.log.contains(QStringLiteral("confirm prod")));
        QTest::keyClicks(name, QStringLiteral("d"));
        QVERIFY(apply->isEnabled());

        // Another plan is another question; the same one told again is not.
        f.planner.make(QStringLiteral("prod"));
        QCOMPARE(name->text(), QStringLiteral("prod"));
        f.planner.nextPlan.effects.front().revision = QStringLiteral("python-api-base-00009");
        f.planner.make(QStringLiteral("prod"));
        QVERIFY(name->text().isEmpty());
        QVERIFY(!apply->isEnabled());
        QTest::keyClicks(name, QStringLiteral("prod"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(f.planner.log.last(), QStringLiteral("confirm prod"));
        QVERIFY(!name->isVisible());
    }

    void onlyProductionAsksAndOnlyWhenTheSettingsSaySo()
    {
        session::ApplyPlan plan = samplePlan();
        plan.environment = QStringLiteral("dev");
        plan.production = false;
        Fixture f(plan, true);
        auto *name = f.drawer->findChild<QLineEdit *>(QStringLiteral("environmentName"));
        f.planner.make(QStringLiteral("dev"));
        QVERIFY(!name->isVisible());
        Fixture off(samplePlan(), false);
        QVERIFY(!off.drawer->findChild<QLineEdit *>(QStringLiteral("environmentName"))->isVisible());
        QVERIFY(off.button(QStringLiteral("Apply to prod"))->isEnabled());
    }

    void aRefusalIsShownInTheServersWords()
    {
        Fixture f(refusedPlan());
        QVERIFY(!f.button(QStringLiteral("Apply to prod"))->isEnabled());
        const QString all = f.checks().join(QLatin1Char('\n'));
        QVERIFY(all.contains(QStringLiteral("admission webhook")));
        QVERIFY(all.contains(QStringLiteral("Namespace my-api does not exist")));
    }

    void makingCanBeStopped()
    {
        Fixture f;
        f.planner.outcome = PlanState::Making;
        f.planner.make(QStringLiteral("prod"));
        f.button(QStringLiteral("Stop"))->click();
        QVERIFY(f.planner.log.contains(QStringLiteral("cancel")));
    }

    void aFailedPlanSaysWhyAndTriesAgain()
    {
        Fixture f;
        f.planner.outcome = PlanState::Failed;
        f.planner.nextError = base::Error(
            base::TransportError{base::TransportError::Kind::Refused, QStringLiteral("127.0.0.1:6443"), {}});
        f.planner.make(QStringLiteral("prod"));
        const auto bars = f.drawer->findChildren<views::Bar *>();
        const auto shown =
            std::find_if(bars.begin(), bars.end(), [](const views::Bar *bar) { return bar->isVisible(); });
        QVERIFY(shown != bars.end());
        QVERIFY(!(*shown)->text().title.isEmpty());
        Q_EMIT(*shown)->actionTriggered();
        QCOMPARE(f.planner.log.last(), QStringLiteral("make prod"));
    }

    void progressEndsAtTheFirstFailingCondition()
    {
        Fixture f;
        f.planner.show(PlanState::Applying, waitingProgress());
        const auto *steps = f.drawer->findChild<views::ProgressSteps *>();
        QCOMPARE(steps->steps().back().status, views::Status::Progressing);
        QCOMPARE(steps->steps().front().status, views::Status::Ok);
        session::ApplyProgress failed = waitingProgress();
        failed.step = session::ApplyProgress::Step::Failed;
        failed.conditions[1] = {session::PlanCheck::Outcome::Blocked, said("RoutesReady: no such host")};
        f.planner.show(PlanState::ApplyFailed, failed,
                       base::Error(base::TimeoutError{QStringLiteral("ready"), 1000}));
        QCOMPARE(steps->steps().back().status, views::Status::Failed);
        const auto bars = f.drawer->findChildren<views::Bar *>();
        QVERIFY(std::any_of(bars.begin(), bars.end(), [](const views::Bar *bar) {
            return bar->text().title == QStringLiteral("RoutesReady: no such host");
        }));
    }

    void appliedShowsTheAddress()
    {
        Fixture f;
        session::ApplyProgress done = waitingProgress();
        done.step = session::ApplyProgress::Step::Done;
        f.planner.show(PlanState::Applied, done);
        QVERIFY(f.button(done.url));
        f.button(QStringLiteral("Close"))->click();
        QCOMPARE(f.planner.state(), PlanState::Idle);
    }

    void discardDropsTheEditsOfTheEnvironmentOnly()
    {
        Fixture f;
        f.editor.setValue(f.editor.row(domain::ParameterId::MaxScale),
                          f.editor.column(QStringLiteral("prod")), QStringLiteral("40"));
        f.editor.setValue(f.editor.row(domain::ParameterId::MaxScale), f.editor.column(QStringLiteral("dev")),
                          QStringLiteral("4"));
        f.button(QStringLiteral("Discard"))->click();
        QCOMPARE(f.planner.state(), PlanState::Idle);
        QCOMPARE(f.editor.changes({}).size(), 1U);
        QVERIFY(f.editor.canUndo());
    }
};

QTEST_MAIN(TestPlanDrawer)
#include "tst_plan_drawer.moc"
