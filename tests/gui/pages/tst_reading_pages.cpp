// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_scenes.h"

#include "base/clock.h"
#include "models/overview_model.h"
#include "support/patience.h"
#include "views/logs/log_view.h"
#include "views/logs/logs_page.h"
#include "views/manifests/file_tree.h"
#include "views/manifests/findings_table.h"
#include "views/manifests/fix_dialog.h"
#include "views/manifests/manifests_page.h"
#include "views/manifests/yaml_view.h"
#include "views/overview/overview_page.h"
#include "views/overview/overview_table.h"
#include "views/widgets/bar.h"
#include "views/widgets/diff_view.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::test;

namespace {

QString str(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Overview, Manifests and Logs: what they show of the session, and where their links lead.
class TestReadingPages : public QObject {
    Q_OBJECT
private:
    base::ManualClock m_clock{sampleNow()};

private Q_SLOTS:
    void overviewWords()
    {
        session::OverviewRow row;
        row.service = str("api");
        row.latestReady = str("api-00006");
        row.deployed = true;
        row.health = session::Health::Ok;
        row.freshness.state = session::FreshnessInfo::State::Live;
        row.traffic = {{str("api-00006"), {}, 90, false}, {str("api-00007"), {}, 10, true}};
        row.podsActual = row.podsDesired = 7;
        row.maxScale = 40;
        QCOMPARE(views::servingText(row), str("00006 +1"));
        QCOMPARE(views::podsText(row), str("7 / 40"));
        QCOMPARE(views::splitText(row), str("00006 90 %, 00007 10 %"));
        row.podsActual = row.podsDesired = 0;
        row.maxScale = 0;
        QCOMPARE(views::stateOf(row).status, views::Status::Inactive);
        QCOMPARE(views::podsText(row), QString::fromUtf8("0 / ∞"));
        row.deployed = false;
        QCOMPARE(views::stateOf(row).text, str("Not deployed"));
        row.freshness.state = session::FreshnessInfo::State::NotConnected;
        QCOMPARE(views::stateOf(row).text, str("Not connected"));
    }

    void overviewFiltersAndOpens()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::OverviewPage page(workspace, m_clock);
        page.resize(1100, 700);
        page.show();
        const QAbstractItemModel &words = *page.table()->model();
        QCOMPARE(words.rowCount(), 3);
        QTest::keyClicks(page.filterField(), str("payments prod"));
        QCOMPARE(words.rowCount(), 1);
        QCOMPARE(words.rowCount(words.index(0, 0)), 1);
        page.filterField()->clear();
        QCOMPARE(words.rowCount(), 3);

        QSignalSpy asked(&page, &views::Page::pageRequested);
        page.open({{str("environment"), str("staging")}, {str("service"), str("payments")}});
        QTest::keyClick(page.table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), str("environments"));
        QCOMPARE(asked[0][1].toMap().value(str("environment")).toString(), str("staging"));
        QCOMPARE(workspace.selectedEnvironment(), str("staging"));
    }

    void overviewKeepsTheSelectionWhenRowsChange()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::OverviewPage page(workspace, m_clock);
        page.open({{str("environment"), str("prod")}, {str("service"), str("dlq-handler")}});
        std::vector<session::OverviewRow> rows = workspace.overviewFake.rows();
        rows.erase(rows.begin());
        rows[1].podsActual = 2;
        workspace.overviewFake.setRows(rows);
        QVERIFY(page.table()->currentRow());
        QCOMPARE(page.table()->currentRow()->service, str("dlq-handler"));
        QCOMPARE(page.table()->currentRow()->podsActual, 2);
    }

    void aFailingServiceGetsABarThatLeadsToItsLogs()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::OverviewPage page(workspace, m_clock);
        const auto bars = page.findChildren<views::Bar *>();
        QCOMPARE(bars.size(), 1);
        QCOMPARE(bars[0]->text().title, str("payments in prod is serving 00010: 00011 cannot start"));
        QVERIFY(bars[0]->text().cause.contains(str("404 Not Found")));
        QSignalSpy asked(&page, &views::Page::pageRequested);
        Q_EMIT bars[0]->actionTriggered();
        QCOMPARE(asked[0][0].toString(), str("logs"));
    }

    void aCrowdIsShownAndSorted()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        fillCrowd(workspace);
        views::OverviewPage page(workspace, m_clock);
        page.resize(1100, 700);
        page.show();
        page.table()->sortByColumn(models::OverviewModel::State, Qt::AscendingOrder);
        const QAbstractItemModel &words = *page.table()->model();
        // The failing one, 0007, is in staging and comes first there.
        const QModelIndex staging = words.index(1, 0);
        QCOMPARE(words.index(0, models::OverviewModel::State, staging).data().toString(), str("Failed"));
        QCOMPARE(words.index(0, 0, staging).data().toString().size(), 63);
    }

    void anEmptyOverviewOffersTheSandbox()
    {
        FakeWorkspace workspace;
        workspace.shut();
        views::OverviewPage page(workspace, m_clock);
        page.show();
        QVERIFY(!page.table()->isVisible());
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == str("Start the sandbox with a sample"))
                button->click();
        }
        QCOMPARE(workspace.samples, 1);
    }

    void manifestsJumpToALine()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::ManifestsPage page(workspace);
        page.resize(1100, 700);
        page.show();
        page.open({{str("file"), str("overlays/prod/service-scaling.yaml")}, {str("line"), 11}});
        QCOMPARE(page.tree()->currentFile(), str("overlays/prod/service-scaling.yaml"));
        QCOMPARE(page.source()->markedLine(), 11);
        int line = -1;
        int column = -1;
        page.source()->getCursorPosition(&line, &column);
        QCOMPARE(line, 10);
        QVERIFY(page.source()->isReadOnly());
        QVERIFY(!page.source()->annotation(13).isEmpty()); // the finding of line 14

        page.open({{str("file"), str("gone.yaml")}, {str("line"), 1}});
        QVERIFY(page.findChild<views::Bar *>(str("missing")));
    }

    void manifestsShowAFixBeforeItIsMade()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        std::vector<session::ManifestFinding> findings = workspace.manifestsFake.findings();
        findings.front().fix = {str("lint.fix.remove"), {str("containers")}};
        findings.front().why = {str("lint.merge-list.why"), {}};
        workspace.manifestsFake.setProject(workspace.manifestsFake.entries(), findings,
                                           workspace.manifestsFake.environments(), {});
        views::ManifestsPage page(workspace);
        page.resize(1100, 700);
        page.show();
        const auto dialog = [&page] { return page.findChild<views::FixDialog *>(); };
        page.findings()->setCurrentIndex(page.findings()->model()->index(0, 0));
        QTest::keyClick(page.findings(), Qt::Key_Return, Qt::AltModifier);
        QVERIFY(dialog());
        QVERIFY(dialog()->findChild<views::DiffView *>()->toPlainText().contains(
            str("overlays/prod/service-scaling.yaml")));
        QVERIFY(workspace.manifestsFake.fixed.empty());

        // A file that has changed since stops it, and the dialog says so.
        workspace.manifestsFake.fixAnswer =
            base::fail(base::FileError{base::FileError::Kind::ChangedOnDisk, str("a.yaml"), {}});
        dialog()->accept();
        QVERIFY(dialog()->isVisible());
        QVERIFY(dialog()->findChild<views::Bar *>()->isVisible());

        workspace.manifestsFake.fixAnswer = {};
        dialog()->accept();
        QCOMPARE(int(workspace.manifestsFake.fixed.size()), 2);
        QTRY_VERIFY(!dialog());

        // The other finding has no fix.
        page.findings()->setCurrentIndex(page.findings()->model()->index(1, 0));
        QTest::keyClick(page.findings(), Qt::Key_Return, Qt::AltModifier);
        QVERIFY(!dialog());
    }

    void manifestsRenderAndCompare()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::ManifestsPage page(workspace);
        page.resize(1100, 700);
        page.show();
        workspace.manifestsFake.answers = false;
        page.showTab(views::ManifestsPage::Rendered);
        Q_EMIT workspace.manifestsFake.rendered(str("dev"), str("of another environment"));
        for (const views::YamlView *view : page.findChildren<views::YamlView *>())
            QVERIFY(!view->text().contains(str("of another environment")));
        Q_EMIT workspace.manifestsFake.rendered(str("prod"), str("kind: Service\n"));
        const auto views = page.findChildren<views::YamlView *>();
        QVERIFY(std::any_of(views.begin(), views.end(), [](const views::YamlView *view) {
            return view->isVisible() && view->text() == str("kind: Service\n");
        }));

        workspace.manifestsFake.answers = true;
        page.showTab(views::ManifestsPage::Difference);
        QVERIFY(page.findChild<views::DiffView *>()->isVisible());
        workspace.manifestsFake.difference =
            base::fail(base::TransportError{base::TransportError::Kind::Refused, str("host:6443"), {}});
        Q_EMIT workspace.manifestsFake.compared(str("prod"), workspace.manifestsFake.difference);
        QVERIFY(!page.findChild<views::DiffView *>()->isVisible());
    }

    void logsFollowSearchAndSave()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::LogsPage page(workspace, m_clock);
        page.resize(1000, 500);
        page.show();
        page.open({{str("environment"), str("prod")}, {str("revision"), str("python-api-base-00007")}});
        QCOMPARE(workspace.logsFake.scope().revision, str("python-api-base-00007"));
        QStringList lines;
        for (int i = 0; i < 300; ++i)
            lines << QStringLiteral("GET /orders/%1").arg(i);
        workspace.logsFake.append(lines, str("pod-a"));
        page.view()->flush();
        QCOMPARE(page.view()->blockCount(), 300);
        QCOMPARE(page.view()->verticalScrollBar()->value(), page.view()->verticalScrollBar()->maximum());

        page.view()->verticalScrollBar()->setValue(10);
        QVERIFY(!page.view()->isFollowing());
        workspace.logsFake.append({str("one more")}, str("pod-a"));
        page.view()->flush();
        QCOMPARE(page.view()->verticalScrollBar()->value(), 10);
        workspace.logsFake.drop(4);
        QCOMPARE(page.view()->verticalScrollBar()->value(), 6); // the same lines stay in sight

        page.filterField()->setText(str("orders/29"));
        QCOMPARE(page.view()->matchCount(), 11); // 29 and 290 to 299
        QTest::keyClick(page.filterField(), Qt::Key_Return);
        const int first = page.view()->textCursor().blockNumber();
        QVERIFY(page.view()->textCursor().hasSelection());
        QTest::keyClick(page.filterField(), Qt::Key_Return);
        QVERIFY(page.view()->textCursor().blockNumber() > first);
        QVERIFY(page.view()->find(true));
        QCOMPARE(page.view()->textCursor().blockNumber(), first);

        QTemporaryDir folder;
        const QString path = folder.filePath(str("out.log"));
        QVERIFY(page.saveTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 297);
        QVERIFY(!page.saveTo(folder.filePath(str("no/such/folder.log"))));
    }

    void logsHideNothing()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::LogsPage page(workspace, m_clock);
        page.open({});
        workspace.logsFake.append({QStringLiteral("retry \u202E in 200 ms"), str("two\nlines")},
                                  str("pod-a"));
        page.view()->flush();
        QVERIFY(page.view()->toPlainText().contains(str("[U+202E]")));
        QCOMPARE(page.view()->blockCount(), 2);
        workspace.logsFake.append({str("other")}, str("deployment-b"));
        page.view()->flush();
        QVERIFY(page.view()->toPlainText().contains(str("pod-a")));
        QVERIFY(page.view()->toPlainText().contains(str("deployment-b")));
    }

    void fiftyThousandLinesAreTakenInTurns()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::LogsPage page(workspace, m_clock);
        page.resize(1000, 500);
        page.show();
        page.open({});
        QStringList lines;
        for (int i = 0; i < 50000; ++i)
            lines << QStringLiteral("line %1").arg(i);
        workspace.logsFake.append(lines, str("pod-a"));
        QVERIFY(page.view()->blockCount() < 50000); // the window was not held up for all of them
        QTRY_COMPARE_WITH_TIMEOUT(page.view()->blockCount(), 50000, sluice::tests::patienceMs);
    }

    void aBarOfTheLogsDoesWhatItSays()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        views::LogsPage page(workspace, m_clock);
        page.show();
        page.open({});
        workspace.logsFake.setFreshness(
            {session::FreshnessInfo::State::Failed, m_clock.now(),
             base::TlsError{base::TlsError::Kind::Untrusted, QStringLiteral("k8s:6443"), {}}});
        auto *bar = page.findChild<views::Bar *>(QStringLiteral("freshness"));
        QVERIFY(bar);
        QCOMPARE(bar->text().action, QStringLiteral("Choose connection…"));
        QSignalSpy commands(&page, &views::Page::commandRequested);
        Q_EMIT bar->actionTriggered();
        QCOMPARE(commands.count(), 1);
        QCOMPARE(commands.value(0).value(0).toString(), QStringLiteral("cluster.connect"));
    }

    void noPodsIsSaidAsWhatItIs()
    {
        FakeWorkspace workspace;
        fillSample(workspace);
        workspace.logsFake.setOptions({}, {});
        views::LogsPage page(workspace, m_clock);
        page.show();
        page.open({});
        QVERIFY(!page.view()->isVisible());
    }
};

QTEST_MAIN(TestReadingPages)
#include "tst_reading_pages.moc"
