// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_models.h"
#include "models/log_model.h"
#include "unit/models/model_events.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sluice;
using namespace sluice::models;
using Tester = QAbstractItemModelTester;

namespace {

std::vector<session::Problem> problems(const QString &keys)
{
    std::vector<session::Problem> list;
    for (const QChar key : keys) {
        session::Problem problem;
        problem.key = key.toLower();
        problem.count = key.isUpper() ? 2 : 1; // an upper case letter is the same problem, seen twice
        list.push_back(problem);
    }
    return list;
}

class Lines final : public session::LogsSession {
    Q_OBJECT
public:
    const session::LogScope &scope() const override { return m_scope; }
    void start(const session::LogScope &scope) override
    {
        m_scope = scope;
        m_lines.clear();
        Q_EMIT restarted();
    }
    void stop() override { }
    const std::vector<session::LogLine> &lines() const override { return m_lines; }
    QStringList pods() const override { return {}; }
    QStringList containers() const override { return {}; }
    QStringList revisions() const override { return {}; }
    session::FreshnessInfo freshness() const override { return {}; }

    void append(const QStringList &pods)
    {
        const int first = int(m_lines.size());
        for (const QString &pod : pods)
            m_lines.push_back(
                {QDateTime(), pod, QStringLiteral("user-container"), QStringLiteral("line of ") + pod});
        Q_EMIT linesAppended(first, int(pods.size()));
    }
    void drop(int count)
    {
        m_lines.erase(m_lines.begin(), m_lines.begin() + count);
        Q_EMIT linesDropped(count);
    }

private:
    session::LogScope m_scope;
    std::vector<session::LogLine> m_lines;
};

} // namespace

class TestListModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsByDifferences_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("events");
        const auto row = [](const char *name, const char *before, const char *after,
                            const QStringList &events) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after) << events;
        };
        row("same", "abc", "abc", {});
        row("first", "", "abc", {QStringLiteral("insert 0-2")});
        row("emptied", "abc", "", {QStringLiteral("remove 0-2")});
        row("front", "c", "abc", {QStringLiteral("insert 0-1")});
        row("end", "a", "abc", {QStringLiteral("insert 1-2")});
        row("middle", "ad", "abcd", {QStringLiteral("insert 1-2")});
        row("gone", "abcde", "ae", {QStringLiteral("remove 1-3")});
        row("two runs gone", "abcde", "bd",
            {QStringLiteral("remove 4-4"), QStringLiteral("remove 2-2"), QStringLiteral("remove 0-0")});
        row("counted", "abc", "aBC", {QStringLiteral("change 1-2")});
        row("counted apart", "abc", "AbC", {QStringLiteral("change 0-0"), QStringLiteral("change 2-2")});
        row("turned round", "abc", "cba", {QStringLiteral("reorder")});
        row("all at once", "abcd", "dXa",
            {QStringLiteral("remove 1-2"), QStringLiteral("reorder"), QStringLiteral("insert 1-1")});
        row("others", "abc", "xyz", {QStringLiteral("remove 0-2"), QStringLiteral("insert 0-2")});
    }

    void followsByDifferences()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QStringList, events);
        ProblemModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(problems(before));
        ModelEvents log(model);
        model.setRows(problems(after));
        QCOMPARE(log.take(), events);
        QString now;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString key = model.index(row, 0).data(ProblemModel::KeyRole).toString();
            now += model.index(row, 0).data(ProblemModel::CountRole).toInt() > 1 ? key.toUpper() : key;
        }
        QCOMPARE(now, after);
    }

    void selectionSurvivesAReordering()
    {
        ProblemModel model;
        model.setRows(problems(QStringLiteral("abcd")));
        const QPersistentModelIndex b(model.index(1, 0));
        model.setRows(problems(QStringLiteral("dxcb")));
        QCOMPARE(b.row(), 3);
        QCOMPARE(b.data(ProblemModel::KeyRole).toString(), QStringLiteral("b"));
    }

    void repeatedKeysAreRowsOfTheirOwn()
    {
        ProblemModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows(problems(QStringLiteral("aab")));
        QCOMPARE(model.rowCount(), 3);
        model.setRows(problems(QStringLiteral("aaab")));
        QCOMPARE(model.rowCount(), 4);
        model.setRows(problems(QStringLiteral("ba")));
        QCOMPARE(model.rowCount(), 2);
    }

    void findingsSortByPlace()
    {
        FindingsModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRows({{true, QStringLiteral("a.yaml"), 12, {QStringLiteral("x"), {}}, QStringLiteral("r")},
                       {false, QStringLiteral("a.yaml"), 2, {QStringLiteral("y"), {}}, QStringLiteral("r")}});
        const auto sort = [&](int row) {
            return model.index(row, FindingsModel::Where).data(FindingsModel::SortRole).toString();
        };
        QVERIFY(sort(1) < sort(0)); // by number, not by letters
        QCOMPARE(model.index(0, FindingsModel::Where).data().toString(), QStringLiteral("a.yaml:12"));
    }

    void activityGrowsAtTheTop()
    {
        ActivityModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        session::ActivityEntry old;
        old.id = 7;
        session::ActivityEntry fresh;
        fresh.id = 8;
        model.setRows({old});
        ModelEvents log(model);
        model.setRows({fresh, old});
        QCOMPARE(log.take(), QStringList{QStringLiteral("insert 0-0")});
    }

    void logLines()
    {
        Lines session;
        LogModel model;
        Tester tester(&model, Tester::FailureReportingMode::QtTest);
        session.append({QStringLiteral("a")});
        model.setSession(&session);
        QCOMPARE(model.rowCount(), 1);
        ModelEvents log(model);
        session.append({QStringLiteral("b"), QStringLiteral("a")});
        session.drop(2);
        QCOMPARE(log.take(), (QStringList{QStringLiteral("insert 1-2"), QStringLiteral("remove 0-1")}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("line of a"));
        QCOMPARE(model.podIndex(QStringLiteral("a")), 0);
        QCOMPARE(model.podIndex(QStringLiteral("b")), 1);
        session.start({});
        QCOMPARE(log.take(), QStringList{QStringLiteral("reset")});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_list_models.moc"
