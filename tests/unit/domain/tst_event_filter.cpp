// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cesql.h"
#include "domain/event_filter.h"

#include <QTest>

using namespace sluice::domain;
using Dialect = EventFilter::Dialect;

namespace {

CloudEvent placed()
{
    CloudEvent event;
    event.attributes = {
        {QStringLiteral("specversion"), QStringLiteral("1.0")},
        {QStringLiteral("id"), QStringLiteral("42")},
        {QStringLiteral("type"), QStringLiteral("com.example.order.placed")},
        {QStringLiteral("source"), QStringLiteral("/shop/orders/eu")},
        {QStringLiteral("datacontenttype"), QStringLiteral("application/json; charset=utf-8")},
        {QStringLiteral("region"), QStringLiteral("eu")},
        {QStringLiteral("priority"), 7},
        {QStringLiteral("express"), true}};
    return event;
}

EventFilter by(Dialect dialect, const QString &name, const QString &value)
{
    return {dialect, {{name, value}}, {}, {}};
}

EventFilter of(Dialect dialect, std::vector<EventFilter> filters)
{
    return {dialect, {}, std::move(filters), {}};
}

EventFilter sql(const QString &expression)
{
    return {Dialect::CeSql, {}, {}, expression};
}

} // namespace

Q_DECLARE_METATYPE(EventFilter)
Q_DECLARE_METATYPE(FilterVerdict)

class TestEventFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dialects_data()
    {
        QTest::addColumn<EventFilter>("filter");
        QTest::addColumn<FilterVerdict>("verdict");
        const QString type = QStringLiteral("type");
        const EventFilter pass = by(Dialect::Prefix, type, QStringLiteral("com."));
        const EventFilter fail = by(Dialect::Exact, type, QStringLiteral("other"));
        const auto row = [](const char *name, const EventFilter &filter, FilterVerdict verdict) {
            QTest::newRow(name) << filter << verdict;
        };
        row("exact", by(Dialect::Exact, type, QStringLiteral("com.example.order.placed")),
            FilterVerdict::Pass);
        row("case counts", by(Dialect::Exact, type, QStringLiteral("COM.example.order.placed")),
            FilterVerdict::Fail);
        row("a number by its text", by(Dialect::Exact, QStringLiteral("priority"), QStringLiteral("7")),
            FilterVerdict::Pass);
        row("a boolean by its text", by(Dialect::Exact, QStringLiteral("express"), QStringLiteral("true")),
            FilterVerdict::Pass);
        row("every key",
            {Dialect::Exact,
             {{type, QStringLiteral("com.example.order.placed")},
              {QStringLiteral("region"), QStringLiteral("us")}},
             {},
             {}},
            FilterVerdict::Fail);
        row("prefix", pass, FilterVerdict::Pass);
        row("suffix", by(Dialect::Suffix, QStringLiteral("source"), QStringLiteral("/eu")),
            FilterVerdict::Pass);
        row("unknown attribute", by(Dialect::Prefix, QStringLiteral("tenant"), QStringLiteral("a")),
            FilterVerdict::Fail);
        row("absent subject is empty", by(Dialect::Exact, QStringLiteral("subject"), QStringLiteral("x")),
            FilterVerdict::Fail);
        row("absent time is the zero time",
            by(Dialect::Exact, QStringLiteral("time"), QStringLiteral("0001-01-01T00:00:00Z")),
            FilterVerdict::Pass);
        row("media type",
            by(Dialect::Exact, QStringLiteral("datamediatype"), QStringLiteral("application/json")),
            FilterVerdict::Pass);
        row("empty value is left out", by(Dialect::Prefix, type, {}), FilterVerdict::NoFilter);
        row("nothing asked", of(Dialect::Exact, {}), FilterVerdict::NoFilter);
        row("all", of(Dialect::All, {pass, pass}), FilterVerdict::Pass);
        row("all with one that fails", of(Dialect::All, {pass, fail}), FilterVerdict::Fail);
        row("empty all", of(Dialect::All, {}), FilterVerdict::NoFilter);
        row("any", of(Dialect::Any, {fail, pass}), FilterVerdict::Pass);
        row("any without one", of(Dialect::Any, {fail, fail}), FilterVerdict::Fail);
        row("empty any", of(Dialect::Any, {}), FilterVerdict::NoFilter);
        row("not", of(Dialect::Not, {fail}), FilterVerdict::Pass);
        row("not of what passes", of(Dialect::Not, {pass}), FilterVerdict::Fail);
        row("not of nothing", of(Dialect::Not, {of(Dialect::Any, {})}), FilterVerdict::NoFilter);
        row("nested", of(Dialect::Any, {of(Dialect::All, {pass, of(Dialect::Not, {fail})})}),
            FilterVerdict::Pass);
        row("cesql", sql(QStringLiteral("source LIKE '%/orders%' AND region = 'eu'")), FilterVerdict::Pass);
        row("cesql that errs", sql(QStringLiteral("tenant = 'a'")), FilterVerdict::Fail);
        row("cesql that is no boolean", sql(QStringLiteral("1 + 1")), FilterVerdict::Fail);
        row("cesql that is none", sql(QStringLiteral("type =")), FilterVerdict::NoFilter);
    }
    void dialects()
    {
        QFETCH(EventFilter, filter);
        QFETCH(FilterVerdict, verdict);
        QCOMPARE(static_cast<int>(judge(filter, placed())), static_cast<int>(verdict));
    }

    void attributesOfATrigger()
    {
        const auto verdict = [](std::map<QString, QString> attributes) {
            return passes(TriggerFilter{std::move(attributes), {}}, placed());
        };
        const QString region = QStringLiteral("region");
        QVERIFY(verdict({}));
        QVERIFY(verdict({{region, QStringLiteral("eu")}}));
        QVERIFY(verdict({{region, {}}})); // present
        QVERIFY(!verdict({{QStringLiteral("tenant"), {}}}));
        QVERIFY(!verdict({{QStringLiteral("subject"), {}}})); // there, but empty
        QVERIFY(!verdict({{QStringLiteral("priority"), QStringLiteral("7")}})); // a number is no string
        QVERIFY(verdict({{QStringLiteral("priority"), {}}}));
    }

    void filtersWinOverAttributes()
    {
        TriggerFilter filter;
        filter.attributes = {{QStringLiteral("type"), QStringLiteral("other")}};
        QVERIFY(!passes(filter, placed()));
        filter.filters = {by(Dialect::Prefix, QStringLiteral("type"), QStringLiteral("com."))};
        QVERIFY(passes(filter, placed()));
        filter.filters.push_back(by(Dialect::Exact, QStringLiteral("region"), QStringLiteral("us")));
        QVERIFY(!passes(filter, placed()));
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fine");
        for (const auto &[name, fine] : {std::pair{"type", true},
                                         {"a1", true},
                                         {"", false},
                                         {"Type", false},
                                         {"1a", false},
                                         {"my_attr", false},
                                         {"my-attr", false}})
            QTest::newRow(name) << QString::fromLatin1(name) << fine;
    }
    void names()
    {
        QFETCH(QString, name);
        QTEST(isFilterAttributeName(name), "fine");
    }

    void expressions_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("value"); // "-" for an error
        const auto row = [](const char *expression, const char *value) {
            QTest::newRow(expression) << QString::fromLatin1(expression) << QString::fromLatin1(value);
        };
        row("1 + 2 * 3", "7");
        row("(1 + 2) * 3", "9");
        row("10 - 2 - 3", "5");
        row("7 / 2", "3");
        row("-7 / 2", "-3");
        row("-7 % 2", "-1");
        row("1 / 0", "-");
        row("1 % 0", "-");
        row("2147483647 + 1", "-2147483648");
        row("priority > 5", "true");
        row("priority >= 8", "false");
        row("'3' < 5", "true");
        row("'x' < 5", "-");
        row("region = 'eu'", "true");
        row("region != 'eu'", "false");
        row("region <> 'us'", "true");
        row("REGION = 'eu'", "true"); // attributes have lower-case names
        row("priority = '7'", "true");
        row("express = TRUE", "true");
        row("express = 'TRUE'", "false"); // the left side becomes a string
        row("TRUE AND FALSE OR TRUE", "true");
        row("TRUE OR FALSE AND FALSE", "false"); // one rank, left to right
        row("TRUE XOR TRUE", "false");
        row("not false", "true");
        row("NOT EXISTS tenant", "true");
        row("EXISTS region", "true");
        row("EXISTS tenant AND tenant = 'a'", "false"); // the guard keeps the error away
        row("tenant = 'a'", "-");
        row("TRUE OR tenant = 'a'", "true");
        row("type LIKE 'com.%'", "true");
        row("type LIKE 'com'", "false");
        row("type LIKE 'c_m.%.placed'", "true");
        row("'50%' LIKE '50\\%'", "true");
        row("'505' LIKE '50\\%'", "false");
        row("'a.b' LIKE 'a_b'", "true");
        row("'axb' LIKE 'a.b'", "false");
        row("type NOT LIKE 'org.%'", "true");
        row("region IN ('us', 'eu')", "true");
        row("region NOT IN ('us')", "true");
        row("priority IN (1, '7')", "true");
        row("priority IN ('x')", "-");
        row("'it\\'s'", "it's");
        row("\"say \\\"x\\\"\"", "say \"x\"");
        row("LENGTH(region)", "2");
        row("CONCAT(region, '-', priority)", "eu-7");
        row("CONCAT_WS('/', 'a', 'b', 'c')", "a/b/c");
        row("LOWER('AB')", "ab");
        row("upper('ab')", "AB");
        row("TRIM('  a ')", "a");
        row("LEFT('abc', 2)", "ab");
        row("RIGHT('abc', 2)", "bc");
        row("LEFT('abc', 0 - 1)", "-");
        row("SUBSTRING('abcdef', 3)", "cdef");
        row("SUBSTRING('abcdef', 3, 2)", "cd");
        row("SUBSTRING('abcdef', -2)", "ef");
        row("SUBSTRING('abcdef', 9)", "-");
        row("SUBSTRING('abcdef', 0)", "");
        row("ABS(-5)", "5");
        row("INT('12')", "12");
        row("BOOL('True')", "true");
        row("STRING(7)", "7");
        row("IS_INT('x')", "false");
        row("IS_BOOL('false')", "true");
        row("FOO(1)", "-"); // read, but not to be evaluated
        row("LENGTH()", "-");
        row("LENGTH('a', 'b')", "-");
    }
    void expressions()
    {
        QFETCH(QString, expression);
        const auto parsed = CeSql::parse(expression);
        QVERIFY2(parsed, qPrintable(expression));
        const auto value = parsed->evaluate(placed());
        QTEST(value ? attributeText(*value) : QStringLiteral("-"), "value");
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("position");
        const auto row = [](const QString &expression, CeSqlError::Kind kind, int position) {
            QTest::newRow(qPrintable(expression.left(20)))
                << expression << static_cast<int>(kind) << position;
        };
        row(QStringLiteral("type = "), CeSqlError::Kind::UnexpectedEnd, 7);
        row(QStringLiteral(""), CeSqlError::Kind::UnexpectedEnd, 0);
        row(QStringLiteral("type 'a'"), CeSqlError::Kind::UnexpectedToken, 5);
        row(QStringLiteral("(1"), CeSqlError::Kind::UnexpectedEnd, 2);
        row(QStringLiteral("'open"), CeSqlError::Kind::UnclosedString, 0);
        row(QStringLiteral("2147483648"), CeSqlError::Kind::NumberRange, 0);
        row(QStringLiteral("type LIKE region"), CeSqlError::Kind::UnexpectedToken, 10);
        row(QStringLiteral("type IN ()"), CeSqlError::Kind::UnexpectedEnd, 10);
        row(QString(200, u'('), CeSqlError::Kind::TooDeep, 64);
    }
    void mistakes()
    {
        QFETCH(QString, expression);
        const auto parsed = CeSql::parse(expression);
        QVERIFY(!parsed);
        QTEST(static_cast<int>(parsed.error().kind), "kind");
        QTEST(static_cast<int>(parsed.error().position), "position");
    }
};

QTEST_GUILESS_MAIN(TestEventFilter)
#include "tst_event_filter.moc"
