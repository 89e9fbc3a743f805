// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duration.h"

#include <QTest>

using namespace sluice::domain;

class TestDuration : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void refused_data();
    void refused();
    void wholeSeconds();
};

void TestDuration::values_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("go");
    QTest::addColumn<QString>("read");
    const auto row = [](const QString &text, qint64 nanoseconds, const QString &go, const QString &read) {
        QTest::addRow("%s", qPrintable(text)) << text << nanoseconds << go << read;
    };
    row(u"0"_qs, 0, u"0s"_qs, u"0 s"_qs);
    row(u"60s"_qs, 60'000'000'000, u"1m0s"_qs, u"60 s"_qs);
    row(u"1m30s"_qs, 90'000'000'000, u"1m30s"_qs, u"90 s"_qs);
    row(u"1h"_qs, 3'600'000'000'000, u"1h0m0s"_qs, u"1 h"_qs);
    row(u"90m"_qs, 5'400'000'000'000, u"1h30m0s"_qs, u"1 h 30 min"_qs);
    row(u"150s"_qs, 150'000'000'000, u"2m30s"_qs, u"2 min 30 s"_qs);
    row(u"1.5s"_qs, 1'500'000'000, u"1.5s"_qs, u"1.5 s"_qs);
    row(u".5s"_qs, 500'000'000, u"500ms"_qs, u"500 ms"_qs);
    row(u"1.s"_qs, 1'000'000'000, u"1s"_qs, u"1 s"_qs);
    row(u"300ms"_qs, 300'000'000, u"300ms"_qs, u"300 ms"_qs);
    row(u"2us"_qs, 2'000, u"2µs"_qs, u"2 µs"_qs);
    row(u"2µs"_qs, 2'000, u"2µs"_qs, u"2 µs"_qs);
    row(u"7ns"_qs, 7, u"7ns"_qs, u"0.007 µs"_qs);
    row(u"-2m"_qs, -120'000'000'000, u"-2m0s"_qs, u"−2 min"_qs);
    row(u"+5s"_qs, 5'000'000'000, u"5s"_qs, u"5 s"_qs);
}

void TestDuration::values()
{
    QFETCH(QString, text);
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, go);
    QFETCH(QString, read);
    const auto duration = parseGoDuration(text);
    QVERIFY(duration.has_value());
    QCOMPARE(qint64(duration->count()), nanoseconds);
    QCOMPARE(formatGoDuration(*duration), go);
    QCOMPARE(readDuration(*duration), read);
    QCOMPARE(parseGoDuration(go), duration);
}

void TestDuration::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "3", "-", ".", "s", ".s", "1x", "1 s", "1s ", "1h2", "1e3s", "3000000h",
                             "99999999999999999999s"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestDuration::refused()
{
    QFETCH(QString, text);
    QVERIFY(!parseGoDuration(text).has_value());
}

void TestDuration::wholeSeconds()
{
    QVERIFY(isWholeSeconds(*parseGoDuration(u"2m")));
    QVERIFY(!isWholeSeconds(*parseGoDuration(u"1.5s")));
}

QTEST_APPLESS_MAIN(TestDuration)
#include "tst_duration.moc"
