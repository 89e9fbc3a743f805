// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "journal/journal.h"
#include "journal/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using journal::Activity;
using journal::ActivityFilter;
using journal::Draft;
using journal::Journal;
using journal::Outcome;
using journal::RunState;

namespace {

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 3, 1), QTime(12, 0, second, 250), Qt::UTC);
}

Activity applied(int second, const QString &environment)
{
    Activity activity;
    activity.at = at(second);
    activity.who = QStringLiteral("ana@example.com");
    activity.environment = environment;
    activity.context = QStringLiteral("kind-a");
    activity.namespaceName = QStringLiteral("my-api-") + environment;
    activity.what = {QStringLiteral("session.applied"),
                     {QStringLiteral("python-api-base"), QStringLiteral("a \"b\", ü")}};
    activity.evidence = R"({"resourceVersion":"12"})";
    return activity;
}

/// A connection beside the journal's own, for what a test must do to the file behind its back.
class SideDoor {
public:
    explicit SideDoor(const QString &path)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("side-door"));
        m_database.setDatabaseName(path);
        m_open = m_database.open();
    }
    ~SideDoor()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(QStringLiteral("side-door"));
    }
    bool execute(const QString &statement)
    {
        QSqlQuery query(m_database);
        return m_open && query.exec(statement);
    }
    QVariant value(const QString &statement)
    {
        QSqlQuery query(m_database);
        return query.exec(statement) && query.next() ? query.value(0) : QVariant();
    }
    QSqlDatabase &database() { return m_database; }

private:
    QSqlDatabase m_database;
    bool m_open = false;
};

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.emplace().isValid()); }

    void openingTouchesNoDisk()
    {
        const auto journal = Journal::open(path());
        QVERIFY(!QFile::exists(path()));
        QVERIFY(journal->recent(1));
        QVERIFY(QFile::exists(path()));
    }

    void onlyTheOwnerReadsTheFile()
    {
        QVERIFY(Journal::open(path())->append(applied(1, QStringLiteral("dev"))));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
    }

    void entriesComeBackAsTheyWereNewestFirst()
    {
        const Activity first = applied(1, QStringLiteral("dev"));
        Activity second; // every text empty
        second.at = at(2);
        second.outcome = Outcome::Cancelled;
        qint64 firstId = 0;
        {
            const auto journal = Journal::open(path());
            const auto id = journal->append(first);
            QVERIFY(id);
            firstId = *id;
            QVERIFY(journal->append(second));
        }
        const auto entries = Journal::open(path())->recent(10);
        QVERIFY(entries);
        QCOMPARE(entries->size(), size_t(2));
        QVERIFY(entries->front().id > firstId);
        QCOMPARE(entries->front().at, second.at);
        QCOMPARE(entries->front().outcome, Outcome::Cancelled);
        QVERIFY(entries->front().what.arguments.isEmpty());
        Activity expected = first;
        expected.id = firstId;
        QVERIFY(entries->back() == expected);
    }

    void filters_data()
    {
        QTest::addColumn<ActivityFilter>("filter");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QList<int>>("seconds");
        const auto dev = QStringLiteral("dev");
        QTest::newRow("all") << ActivityFilter{} << 10 << QList<int>{4, 3, 2, 1};
        QTest::newRow("limit") << ActivityFilter{} << 2 << QList<int>{4, 3};
        QTest::newRow("nothing asked for") << ActivityFilter{} << 0 << QList<int>{};
        QTest::newRow("a negative limit is none") << ActivityFilter{} << -1 << QList<int>{};
        QTest::newRow("environment") << ActivityFilter{.environment = dev} << 10 << QList<int>{3, 1};
        QTest::newRow("namespace") << ActivityFilter{.namespaceName = QStringLiteral("my-api-prod")} << 10
                                   << QList<int>{4, 2};
        QTest::newRow("context") << ActivityFilter{.context = QStringLiteral("other")} << 10 << QList<int>{};
        QTest::newRow("outcome") << ActivityFilter{.outcome = Outcome::Failed} << 10 << QList<int>{4};
        QTest::newRow("since") << ActivityFilter{.since = at(3)} << 10 << QList<int>{4, 3};
        QTest::newRow("next page") << ActivityFilter{.beforeId = 3} << 10 << QList<int>{2, 1};
        QTest::newRow("several") << ActivityFilter{.environment = dev, .since = at(2)} << 10 << QList<int>{3};
        QTest::newRow("no SQL in a value")
            << ActivityFilter{.environment = QStringLiteral("' OR 1=1 --")} << 10 << QList<int>{};
    }

    void filters()
    {
        QFETCH(ActivityFilter, filter);
        QFETCH(int, limit);
        QFETCH(QList<int>, seconds);
        const auto journal = Journal::open({});
        for (int second = 1; second <= 4; ++second) {
            Activity activity = applied(second, second % 2 ? QStringLiteral("dev") : QStringLiteral("prod"));
            if (second == 4)
                activity.outcome = Outcome::Failed;
            QVERIFY(journal->append(activity));
        }
        const auto entries = journal->recent(limit, filter);
        QVERIFY(entries);
        QList<int> found;
        for (const Activity &entry : *entries)
            found.append(entry.at.time().second());
        QCOMPARE(found, seconds);
    }

    void aRunningEntryIsFinished()
    {
        const auto journal = Journal::open({});
        Activity activity = applied(1, QStringLiteral("prod"));
        activity.outcome = Outcome::Running;
        const auto id = journal->append(activity);
        QVERIFY(id);
        QVERIFY(journal->finish(*id, Outcome::Succeeded, "{}"));
        QVERIFY(journal->finish(*id + 1, Outcome::Failed, "{}"));
        const auto entries = journal->recent(10);
        QVERIFY(entries);
        QCOMPARE(entries->size(), size_t(1));
        QCOMPARE(entries->front().outcome, Outcome::Succeeded);
        QCOMPARE(entries->front().evidence, QByteArray("{}"));
    }

    void draftsSurviveAProcessThatDies()
    {
        const Draft draft{QStringLiteral("project-a"), at(1), QByteArray("\x00\xff edits", 8)};
        // Never closed before the second one reads: what a crash leaves behind.
        const auto dying = Journal::open(path());
        QVERIFY(dying->saveDraft({draft.projectId, at(0), "older"}));
        QVERIFY(dying->saveDraft(draft));
        const auto journal = Journal::open(path());
        const auto loaded = journal->loadDraft(draft.projectId);
        QVERIFY(loaded && loaded->has_value());
        QVERIFY(**loaded == draft);
        const auto other = journal->loadDraft(QStringLiteral("project-b"));
        QVERIFY(other && !other->has_value());
        QVERIFY(journal->dropDraft(draft.projectId));
        QVERIFY(journal->dropDraft(draft.projectId));
        const auto dropped = dying->loadDraft(draft.projectId);
        QVERIFY(dropped && !dropped->has_value());
    }

    void runsAreReplacedAndListed()
    {
        const RunState canary{QStringLiteral("run-1"), QStringLiteral("canary"), at(2), "{\"step\":1}"};
        const RunState other{QStringLiteral("run-2"), QStringLiteral("canary"), at(1), "{}"};
        const auto journal = Journal::open(path());
        QVERIFY(journal->saveRun({canary.id, canary.kind, at(0), "{}"}));
        QVERIFY(journal->saveRun(canary));
        QVERIFY(journal->saveRun(other));
        const auto runs = Journal::open(path())->runs();
        QVERIFY(runs);
        QVERIFY((*runs == std::vector<RunState>{other, canary}));
        QVERIFY(journal->dropRun(other.id));
        const auto rest = journal->runs();
        QVERIFY(rest);
        QCOMPARE(rest->size(), size_t(1));
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<bool>("header");
        QTest::newRow("not a database at all") << true;
        QTest::newRow("a page in the middle overwritten") << false;
    }

    void aDamagedFileIsSetAside()
    {
        QFETCH(bool, header);
        {
            const auto journal = Journal::open(path());
            for (int second = 0; second < 50; ++second)
                QVERIFY(journal->append(applied(second, QStringLiteral("dev"))));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 8192);
        QVERIFY(file.seek(header ? 0 : 4096));
        const QByteArray rubbish(header ? 100 : int(file.size()) - 4096, 'x');
        QCOMPARE(file.write(rubbish), rubbish.size());
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray damaged = file.readAll();
        file.close();

        const auto journal = Journal::open(path(), std::make_shared<base::ManualClock>(at(7)));
        QVERIFY(!journal->takeNotice());
        QVERIFY(journal->append(applied(1, QStringLiteral("dev"))));
        const auto notice = journal->takeNotice();
        QVERIFY(notice);
        const QString aside = path() + QStringLiteral(".damaged-20260301T120007Z");
        QVERIFY((*notice == base::Message{QStringLiteral("journal.set-aside"), {aside}}));
        QVERIFY(!journal->takeNotice());
        const auto entries = journal->recent(10);
        QVERIFY(entries);
        QCOMPARE(entries->size(), size_t(1));
        QFile kept(aside);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
    }

    void aFileOfANewerSluiceStaysUntouched()
    {
        QVERIFY(Journal::open(path())->append(applied(1, QStringLiteral("dev"))));
        QVERIFY(SideDoor(path()).execute(QStringLiteral("PRAGMA user_version = 999")));
        const auto journal = Journal::open(path());
        const auto entries = journal->recent(10);
        QVERIFY(!entries);
        const auto *error = entries.error().get_if<base::DecodeError>();
        QVERIFY(error);
        QCOMPARE(error->what.id, QStringLiteral("journal.newer"));
        QCOMPARE(error->what.arguments.value(0), QStringLiteral("999"));
        QCOMPARE(SideDoor(path()).value(QStringLiteral("SELECT count(*) FROM activity")).toInt(), 1);
    }

    void aFileOfAnotherProgramStaysUntouched()
    {
        QVERIFY(SideDoor(path()).execute(QStringLiteral("CREATE TABLE places (url TEXT)")));
        const auto added = Journal::open(path())->append(applied(1, QStringLiteral("dev")));
        QVERIFY(!added);
        const auto *error = added.error().get_if<base::DecodeError>();
        QVERIFY(error);
        QCOMPARE(error->what.id, QStringLiteral("journal.not-ours"));
        QCOMPARE(SideDoor(path()).value(QStringLiteral("SELECT count(*) FROM sqlite_schema")).toInt(), 1);
    }

    void anUnusablePlaceIsAnErrorAndCanRecover()
    {
        const QString blocker = m_folder->filePath(QStringLiteral("file"));
        QFile file(blocker);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto journal = Journal::open(blocker + QStringLiteral("/journal.sqlite"));
        const auto failed = journal->append(applied(1, QStringLiteral("dev")));
        QVERIFY(!failed);
        const auto *error = failed.error().get_if<base::FileError>();
        QVERIFY(error);
        QCOMPARE(error->kind, base::FileError::Kind::Permission);
        QVERIFY(file.remove());
        QVERIFY(journal->append(applied(1, QStringLiteral("dev"))));
    }

    void aFailedMigrationLeavesTheVersionBefore()
    {
        constexpr const char *one[] = {"CREATE TABLE a (x)", "INSERT INTO a VALUES (1)"};
        constexpr const char *two[] = {"ALTER TABLE a ADD COLUMN y DEFAULT 5", "UPDATE a SET x = 2"};
        constexpr const char *broken[] = {"UPDATE a SET x = 3", "INSERT INTO nowhere VALUES (1)"};
        const journal::Migration good[] = {one, two};
        const journal::Migration bad[] = {one, two, broken};
        SideDoor door(path());
        QVERIFY(!journal::migrate(door.database(), std::span(good).first(1)));
        QVERIFY(!journal::migrate(door.database(), good));
        QCOMPARE(door.value(QStringLiteral("SELECT x + y FROM a")).toInt(), 7);
        QVERIFY(journal::migrate(door.database(), bad));
        journal::Header header;
        QVERIFY(!journal::readHeader(door.database(), header));
        QCOMPARE(header.version, 2);
        QCOMPARE(header.applicationId, journal::applicationId);
        QCOMPARE(door.value(QStringLiteral("SELECT x FROM a")).toInt(), 2);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("state/journal.sqlite")); }
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
