// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/on_pool.h"

#include <QTest>

#include <stdexcept>

using namespace sluice;

/// Work of which only the newest counts, on a pool of its own.
class TestLatestWork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheNewestIsTold()
    {
        session::LatestWork<int> work(std::make_shared<base::WorkerPool>(1));
        QList<int> told;
        for (int i = 1; i <= 3; ++i)
            work.ask([i] { return i; }, [&](int value) { told.append(value); });
        QTRY_COMPARE(told, QList<int>{3});
        work.ask([] { return 4; }, [&](int value) { told.append(value); });
        work.drop();
        work.ask([] { return 5; }, [&](int value) { told.append(value); });
        QTRY_COMPARE(told, (QList<int>{3, 5}));
    }

    void aResultThatCannotBeTakenStopsNothing()
    {
        session::LatestWork<int> work(std::make_shared<base::WorkerPool>(1));
        QList<int> told;
        QTest::ignoreMessage(QtCriticalMsg, "A result could not be taken: full");
        work.ask([] { return 1; },
                 [&](int value) {
                     told.append(value);
                     work.ask([] { return 2; }, [&](int next) { told.append(next); });
                     throw std::runtime_error("full");
                 });
        QTRY_COMPARE(told, (QList<int>{1, 2}));
        work.ask([] { return 3; }, [&](int value) { told.append(value); });
        QTRY_COMPARE(told, (QList<int>{1, 2, 3}));
    }
};

QTEST_GUILESS_MAIN(TestLatestWork)
#include "tst_latest_work.moc"
