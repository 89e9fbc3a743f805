// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/time_map.h"

#include <QTest>

using namespace sluice::sandbox;
using sluice::base::ManualClock;
using std::chrono::milliseconds;

class TestSandboxClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsSpeedAndPause();
    void shiftMovesBothWays();
    void speedIsClamped_data();
    void speedIsClamped();
    void realTimeUntil();

private:
    const QDateTime m_start{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
};

void TestSandboxClock::followsSpeedAndPause()
{
    ManualClock real(QDateTime(QDate(1999, 1, 1), QTime(0, 0), Qt::UTC));
    TimeMap time(real, m_start, 1, false);
    QCOMPARE(time.now(), m_start);
    real.advance(1500);
    QCOMPARE(time.now(), m_start.addMSecs(1500));
    time.setSpeed(60);
    QCOMPARE(time.now(), m_start.addMSecs(1500)); // no jump
    real.advance(1000);
    QCOMPARE(time.now(), m_start.addMSecs(61'500));
    time.setPaused(true);
    real.advance(3'600'000);
    QCOMPARE(time.now(), m_start.addMSecs(61'500));
    time.setSpeed(10);
    time.setPaused(true); // twice is once
    time.setPaused(false);
    real.advance(100);
    QCOMPARE(time.now(), m_start.addMSecs(62'500));
}

void TestSandboxClock::shiftMovesBothWays()
{
    ManualClock real(m_start);
    TimeMap time(real, m_start, 10, true);
    time.shift(5000);
    QCOMPARE(time.now(), m_start.addMSecs(5000));
    time.setPaused(false);
    real.advance(100);
    time.shift(-1000);
    QCOMPARE(time.now(), m_start.addMSecs(5000));
}

void TestSandboxClock::speedIsClamped_data()
{
    QTest::addColumn<double>("asked");
    QTest::addColumn<double>("got");
    QTest::newRow("zero") << 0.0 << 0.1;
    QTest::newRow("negative") << -5.0 << 0.1;
    QTest::newRow("one") << 1.0 << 1.0;
    QTest::newRow("sixty") << 60.0 << 60.0;
    QTest::newRow("too fast") << 1e9 << 600.0;
}

void TestSandboxClock::speedIsClamped()
{
    QFETCH(double, asked);
    QFETCH(double, got);
    ManualClock real(m_start);
    TimeMap time(real, m_start, asked, false);
    QCOMPARE(time.speed(), got);
    time.setSpeed(2);
    time.setSpeed(asked);
    QCOMPARE(time.speed(), got);
}

void TestSandboxClock::realTimeUntil()
{
    ManualClock real(m_start);
    TimeMap time(real, m_start, 10, false);
    QCOMPARE(time.realUntil(1000), std::optional(milliseconds(100)));
    QCOMPARE(time.realUntil(1), std::optional(milliseconds(1))); // never early
    QCOMPARE(time.realUntil(0), std::optional(milliseconds(0)));
    QCOMPARE(time.realUntil(-7), std::optional(milliseconds(0)));
    time.setPaused(true);
    QVERIFY(!time.realUntil(1000).has_value());
}

QTEST_GUILESS_MAIN(TestSandboxClock)
#include "tst_sandbox_clock.moc"
