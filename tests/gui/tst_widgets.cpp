// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"
#include "views/facts/facts.h"
#include "views/theme/theme_controller.h"
#include "views/widgets/bar.h"
#include "views/widgets/chips.h"
#include "views/widgets/diff_view.h"
#include "views/widgets/item_list.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/labels.h"
#include "views/widgets/production_band.h"
#include "views/widgets/progress_steps.h"
#include "views/widgets/split_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::views;

namespace {

class NoDesktop final : public DesktopSettings { };

QString accessibleName(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

QString accessibleDescription(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
}

/// The difference as copied, one line each.
QString copied(const std::vector<DiffLine> &lines)
{
    DiffView view;
    view.setLines(lines);
    return view.toPlainText();
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT
    base::MemorySettings m_settings;
    NoDesktop m_desktop;
    ThemeController m_theme{m_settings, m_desktop};

private Q_SLOTS:
    void initTestCase() { m_theme.install(); }

    void chipsSayTheirStatus()
    {
        StatusChip chip(Status::Drifted, QStringLiteral("live 0 s"));
        QCOMPARE(accessibleName(&chip), QStringLiteral("live 0 s"));
        QCOMPARE(accessibleDescription(&chip), QStringLiteral("Drifted"));
        chip.setStatus(Status::Ok);
        QCOMPARE(chip.text(), QStringLiteral("Ready"));
        QVERIFY(chip.sizeHint().width() > chip.minimumSizeHint().width()
                || chip.sizeHint() == chip.minimumSizeHint());
    }

    void freshness_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 42 << QStringLiteral("42 s old");
        QTest::newRow("minutes") << 300 << QStringLiteral("5 min old");
        QTest::newRow("hours") << 7300 << QStringLiteral("2 h old");
        QTest::newRow("clock behind the server") << -5 << QStringLiteral("0 s old");
    }
    void freshness()
    {
        QFETCH(int, seconds);
        const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
        FreshnessChip chip;
        chip.setStale(now.addSecs(-seconds), now);
        QTEST(chip.text(), "text");
        QCOMPARE(chip.status(), Status::Warning);
    }

    void relativeTimes_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(2) << QStringLiteral("just now");
        QTest::newRow("seconds") << qint64(12) << QStringLiteral("12 s ago");
        QTest::newRow("minutes") << qint64(840) << QStringLiteral("14 min ago");
        QTest::newRow("hours") << qint64(7200) << QStringLiteral("2 h ago");
        QTest::newRow("days") << qint64(3 * 86400) << QStringLiteral("3 d ago");
    }
    void relativeTimes()
    {
        QFETCH(qint64, seconds);
        const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
        QTEST(ageText(now.addSecs(-seconds), now), "text");
        QCOMPARE(ageText({}, now), QString());
    }

    void barShowsWhatThereIs()
    {
        Bar bar;
        bar.setText({Status::Failed, QStringLiteral("Title"), QStringLiteral("Cause."),
                     QStringLiteral("Next."), QStringLiteral("Act"), QStringLiteral("raw"), false});
        bar.show();
        QCOMPARE(accessibleName(&bar), QStringLiteral("Failed: Title"));
        QCOMPARE(accessibleDescription(&bar), QStringLiteral("Cause. Next."));
        auto *details = bar.findChild<QPlainTextEdit *>();
        QVERIFY(!details->isVisible());
        QSignalSpy acted(&bar, &Bar::actionTriggered);
        for (QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (button->isVisible())
                button->click();
        }
        QCOMPARE(acted.count(), 1);
        QVERIFY(details->isVisible());
        QCOMPARE(details->toPlainText(), QStringLiteral("raw"));
        bar.setText({Status::Unknown, QStringLiteral("Only this"), {}, {}, {}, {}, true});
        for (QPushButton *button : bar.findChildren<QPushButton *>())
            QVERIFY(!button->isVisible());
        QVERIFY(!details->isVisible());
    }

    void errorsBecomeBars()
    {
        const BarText bar = barText(base::TransportError{base::TransportError::Kind::Refused,
                                                         QStringLiteral("h:1"), QStringLiteral("refused")});
        QVERIFY(bar.title.contains(QStringLiteral("h:1")));
        QVERIFY(!bar.nextStep.isEmpty());
        QVERIFY(bar.action.isEmpty()); // nothing here knows what a button would do
    }

    void markupIsNotRead()
    {
        Text text(TextRole::Body, QStringLiteral("<b>x</b>"));
        QCOMPARE(text.textFormat(), Qt::PlainText);
        Bar bar;
        bar.setText({Status::Failed, QStringLiteral("<img src=x>"), {}, {}, {}, {}, false});
        for (const QLabel *label : bar.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void differences_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto text = [](const char *t) { return QString::fromLatin1(t); };
        QTest::newRow("same") << text("a\nb\n") << text("a\nb\n") << text("f");
        QTest::newRow("changed") << text("a\nb\nc\n") << text("a\nB\nc\n") << text("f\n  a\n- b\n+ B\n  c");
        QTest::newRow("added at the end") << text("a\n") << text("a\nb\n") << text("f\n  a\n+ b");
        QTest::newRow("removed first") << text("a\nb\n") << text("b\n") << text("f\n- a\n  b");
        QTest::newRow("new file") << text("") << text("a\n") << text("f\n+ a");
        QTest::newRow("two places") << text("1\n2\n3\n4\n5\n6\n7\n") << text("x\n2\n3\n4\n5\n6\ny\n")
                                    << QStringLiteral("f\n- 1\n+ x\n  2\n…\n  6\n- 7\n+ y");
    }
    void differences()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(copied(DiffView::difference(QStringLiteral("f"), before, after, 1)), "expected");
    }

    void splitsAreDescribed()
    {
        SplitBar bar;
        bar.setParts({{75, QStringLiteral("00006"), 0}, {25, QStringLiteral("00007"), 1}});
        QCOMPARE(accessibleDescription(&bar), QStringLiteral("00006 75 %, 00007 25 %"));
    }

    void stepsAreDescribed()
    {
        ProgressSteps steps;
        steps.setSteps({{QStringLiteral("Saved"), QStringLiteral("1 file"), Status::Ok},
                        {QStringLiteral("Ready"), {}, Status::Unknown}});
        QCOMPARE(accessibleDescription(&steps),
                 QStringLiteral("Step 1: Saved, Ready. 1 file\nStep 2: Ready, to come. "));
        QVERIFY(steps.heightForWidth(120) >= steps.heightForWidth(600));
    }

    void longTextElides()
    {
        const QString name(63, QLatin1Char('w'));
        ElidedLabel label(name);
        label.resize(100, 20);
        QVERIFY(label.isElided());
        QVERIFY(label.minimumSizeHint().width() < 100);
        QCOMPARE(accessibleName(&label), name);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
    }

    void factsAreCopied()
    {
        KeyValueList list;
        list.setFacts(
            {{QStringLiteral("Value"), QStringLiteral("40"), QStringLiteral("pods"), false, true, {}, {}, {}},
             {QStringLiteral("Live"), QStringLiteral("20"), {}, false, false, {}, {}, {}}});
        QCOMPARE(list.plainText(), QStringLiteral("Value: 40 pods\nLive: 20"));
        list.setFacts({});
        QVERIFY(list.findChildren<QWidget *>().isEmpty());
    }

    void filterGivesUpInTwoSteps()
    {
        QWidget window;
        auto *field = new FilterField(&window);
        auto *other = new QLineEdit(&window);
        Q_UNUSED(other)
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("abc"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString());
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->hasFocus());
    }

    void productionIsAWord()
    {
        QWidget window;
        auto *band = new ProductionBand(&window);
        window.show();
        QVERIFY(!band->isVisible());
        band->setEnvironment(QStringLiteral("prod"), QStringLiteral("acme-eu"));
        QVERIFY(band->isVisible());
        QVERIFY(accessibleName(band).contains(QStringLiteral("Production")));
        band->setEnvironment({});
        QVERIFY(!band->isVisible());
    }

    void listsActivateByKeyAndSayAll()
    {
        ItemList list(true);
        list.setRows({{QStringLiteral("T"),
                       QStringLiteral("D"),
                       QStringLiteral("3 d"),
                       {},
                       Status::Failed,
                       false,
                       7,
                       {}}});
        list.setCurrentRow(0);
        QSignalSpy activated(&list, &ItemList::rowActivated);
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(list.dataAt(0).toInt(), 7);
        QCOMPARE(list.item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Failed, T, D, 3 d"));
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
