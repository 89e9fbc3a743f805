// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/quantity.h"

#include <QTest>

using namespace sluice::domain;

class TestQuantity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void refused_data();
    void refused();
    void order();
};

void TestQuantity::values_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milli");
    QTest::addColumn<qint64>("ceil");
    QTest::addColumn<QString>("cpu");
    QTest::addColumn<QString>("memory");
    const auto row = [](const char *text, qint64 milli, qint64 ceil, const char *cpu, const char *memory) {
        QTest::newRow(text) << QString::fromLatin1(text) << milli << ceil << QString::fromLatin1(cpu)
                            << QString::fromLatin1(memory);
    };
    row("0", 0, 0, "0", "0 B");
    row("200m", 200, 1, "0.2", "0.2 B");
    row("2000m", 2000, 2, "2", "2 B");
    row("2", 2000, 2, "2", "2 B");
    row("0.5", 500, 1, "0.5", "0.5 B");
    row(".5", 500, 1, "0.5", "0.5 B");
    row("5.", 5000, 5, "5", "5 B");
    row("512Mi", 536870912000, 536870912, "536870912", "512 MiB");
    row("1.5Gi", 1610612736000, 1610612736, "1610612736", "1.5 GiB");
    row("2Gi", 2147483648000, 2147483648, "2147483648", "2 GiB");
    row("1Ki", 1024000, 1024, "1024", "1 KiB");
    row("1e3", 1000000, 1000, "1000", "1000 B");
    row("1E3", 1000000, 1000, "1000", "1000 B");
    row("12e-1", 1200, 2, "1.2", "1.2 B");
    row("1k", 1000000, 1000, "1000", "1000 B");
    row("1n", 1, 1, "0", "0 B");
    row("1u", 1, 1, "0", "0 B");
    row("0.0000000001", 1, 1, "0", "0 B");
    row("-1500m", -1500, -1, "-1.5", "-1.5 B");
    row("+3", 3000, 3, "3", "3 B");
    row("7Ei", std::numeric_limits<qint64>::max(), 8070450532247928832, "8070450532247928832", "7 EiB");
}

void TestQuantity::values()
{
    QFETCH(QString, text);
    QFETCH(qint64, milli);
    QFETCH(qint64, ceil);
    QFETCH(QString, cpu);
    QFETCH(QString, memory);
    const auto quantity = Quantity::parse(text);
    QVERIFY(quantity.has_value());
    QCOMPARE(quantity->milli(), milli);
    QCOMPARE(quantity->ceil(), ceil);
    QCOMPARE(readCpu(*quantity), cpu);
    QCOMPARE(readMemory(*quantity), memory);
}

void TestQuantity::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "m",
                             ".",
                             "-",
                             "1.2.3",
                             "1 ",
                             " 1",
                             "1mi",
                             "1MI",
                             "1Kb",
                             "12x",
                             "e3",
                             "1e",
                             "1e+",
                             "1e99",
                             "8Ei",
                             "99999999999999999999",
                             "0x10",
                             "1_000",
                             "1,5",
                             "\u0661"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestQuantity::refused()
{
    QFETCH(QString, text);
    QVERIFY(!Quantity::isValid(text));
}

void TestQuantity::order()
{
    const auto q = [](const char *text) { return *Quantity::parse(QString::fromLatin1(text)); };
    QVERIFY(q("1000m") == q("1"));
    QVERIFY(q("0.1") == q("100m"));
    QVERIFY(q("1Gi") > q("1G"));
    QVERIFY(q("999m") < q("1"));
    QVERIFY(q("-1") < q("0"));
    QVERIFY(q("1Mi") == q("1024Ki"));
    QVERIFY(q("-0.5").isNegative());
    QVERIFY(q("0m").isZero());
}

QTEST_APPLESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
