// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "yaml/document.h"
#include "yaml/emit.h"

#include <QFile>
#include <QTest>

using namespace sluice;
using base::Json;

namespace {

QString reasonOf(const base::Error &error)
{
    const auto *decode = error.get_if<base::DecodeError>();
    return decode ? QStringLiteral("%1:%2 %3").arg(decode->line).arg(decode->column).arg(decode->what.id)
                  : base::debugText(error);
}

QString json(const char *text)
{
    return QString::fromStdString(Json::parse(text).dump());
}

} // namespace

class TestYamlParse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scalarsLikeKustomize_data();
    void scalarsLikeKustomize();
    void values_data();
    void values();
    void refused_data();
    void refused();
    void readOnly_data();
    void readOnly();
    void limits();
    void locations();
    void locationsBehindCharacters();
    void documents();
    void oneValue();
};

void TestYamlParse::scalarsLikeKustomize_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("emitted");
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/yaml/scalars.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Json rows = Json::parse(file.readAll().toStdString());
    QVERIFY(rows.size() > 120);
    for (const Json &row : rows) {
        QTest::addRow("%s", row["text"].dump().c_str())
            << QByteArray::fromStdString(row["text"].get<std::string>())
            << (row["emitted"].is_null() ? QString()
                                         : QString::fromStdString(row["emitted"].get<std::string>()));
    }
}

/// tests/data/yaml/scalars.json holds what `kubectl kustomize` (5.5) printed for each scalar; null where it failed.
void TestYamlParse::scalarsLikeKustomize()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, emitted);
    const auto value = yaml::parseValue("v: " + text + "\n", QStringLiteral("row"));
    if (emitted.isNull()) {
        QVERIFY(!value.has_value());
        return;
    }
    QVERIFY2(value.has_value(), value ? "" : qPrintable(reasonOf(value.error())));
    QCOMPARE(QString::fromStdString(yaml::emit(*value)), QStringLiteral("v: ") + emitted + QLatin1Char('\n'));
}

void TestYamlParse::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << QByteArray("") << json("null");
    QTest::newRow("comment") << QByteArray("# nothing\n") << json("null");
    QTest::newRow("bom") << QByteArray("\xEF\xBB\xBF"
                                       "a: 1\n")
                         << json(R"({"a":1})");
    QTest::newRow("crlf") << QByteArray("a: 1\r\nb:\r\n- x\r\n- \"y\"\r\n")
                          << json(R"({"a":1,"b":["x","y"]})");
    QTest::newRow("anchors") << QByteArray("a: &x {p: 1}\nb: *x\n") << json(R"({"a":{"p":1},"b":{"p":1}})");
    QTest::newRow("merge") << QByteArray("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n")
                           << json(R"({"a":{"p":1,"q":2},"b":{"p":1,"q":3}})");
    QTest::newRow("merge list") << QByteArray("a: &x {p: 1}\nb:\n  <<: [*x, {p: 4, r: 5}]\n")
                                << json(R"({"a":{"p":1},"b":{"p":1,"r":5}})");
    QTest::newRow("json") << QByteArray("{\"a\": [1, \"\\u00e9\", null], \"b\": {}}")
                          << json(R"({"a":[1,"é",null],"b":{}})");
    QTest::newRow("literal") << QByteArray("a: |\n  x\n   y\n\nb: >-\n  p\n  q\n")
                             << json(R"({"a":"x\n y\n","b":"p q"})");
    QTest::newRow("keys") << QByteArray("y: 1\n? long\n: 2\n\"1\": 3\n") << json(R"({"y":1,"long":2,"1":3})");
    QTest::newRow("tabs behind") << QByteArray("a:\t1\n") << json(R"({"a":1})");
    QTest::newRow("depth 64") << QByteArray(64, '[') + QByteArray(64, ']')
                              << QString(64, QLatin1Char('[')) + QString(64, QLatin1Char(']'));
}

void TestYamlParse::values()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, value);
    const auto got = yaml::parseValue(text, QStringLiteral("row"));
    QVERIFY2(got.has_value(), got ? "" : qPrintable(reasonOf(got.error())));
    QCOMPARE(QString::fromStdString(got->dump()), value);
}

void TestYamlParse::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("utf-16 le") << QByteArray("\xFF\xFE"
                                             "a\0",
                                             4)
                               << QStringLiteral("1:1 yaml.utf16");
    QTest::newRow("utf-16 be") << QByteArray("\xFE\xFF\0a", 4) << QStringLiteral("1:1 yaml.utf16");
    QTest::newRow("utf-16 without mark") << QByteArray("a\0:\0", 4) << QStringLiteral("1:1 yaml.utf16");
    QTest::newRow("invalid utf-8") << QByteArray("a: 1\nb: \xC3(\n")
                                   << QStringLiteral("2:4 yaml.invalid-utf8");
    QTest::newRow("overlong") << QByteArray("a: \xC0\xAF\n") << QStringLiteral("1:4 yaml.invalid-utf8");
    QTest::newRow("surrogate") << QByteArray("a: \xED\xA0\x80\n") << QStringLiteral("1:4 yaml.invalid-utf8");
    QTest::newRow("bare cr") << QByteArray("a: 1\rb: 2\n") << QStringLiteral("1:5 yaml.bare-cr");
    QTest::newRow("duplicate") << QByteArray("a: 1\nb: 2\n\"a\": 3\n")
                               << QStringLiteral("3:1 yaml.duplicate-key");
    QTest::newRow("duplicate in flow")
        << QByteArray("{a: 1, a: 1}") << QStringLiteral("1:8 yaml.duplicate-key");
    QTest::newRow("syntax") << QByteArray("a: 1\n b: 2\n") << QStringLiteral("2:3 yaml.syntax");
    QTest::newRow("unclosed") << QByteArray("a: [1, 2\n") << QStringLiteral("2:1 yaml.syntax");
    QTest::newRow("tab") << QByteArray("a:\n\tb: 1\n") << QStringLiteral("2:1 yaml.syntax");
    QTest::newRow("control") << QByteArray("a: \x07\n") << QStringLiteral("1:1 yaml.syntax");
    QTest::newRow("unknown alias") << QByteArray("a: *x\n") << QStringLiteral("1:4 yaml.unknown-alias");
    QTest::newRow("loop") << QByteArray("a: &x [*x]\n") << QStringLiteral("1:8 yaml.alias-loop");
    QTest::newRow("loop in merge") << QByteArray("a: &x\n  <<: *x\n")
                                   << QStringLiteral("2:7 yaml.alias-loop");
    QTest::newRow("number key") << QByteArray("a:\n  1: x\n") << QStringLiteral("2:3 yaml.key-not-string");
    QTest::newRow("bool key") << QByteArray("true: x\n") << QStringLiteral("1:1 yaml.key-not-string");
    QTest::newRow("list key") << QByteArray("? [a]\n: b\n") << QStringLiteral("1:3 yaml.key-not-scalar");
    QTest::newRow("merge of a scalar") << QByteArray("a:\n  <<: 3\n") << QStringLiteral("2:3 yaml.bad-merge");
    QTest::newRow("infinity") << QByteArray("a: .inf\n") << QStringLiteral("1:4 yaml.no-json-number");
    QTest::newRow("tag") << QByteArray("a: !!int x\n") << QStringLiteral("1:4 yaml.bad-tag");
    QTest::newRow("too deep") << QByteArray(65, '[') + QByteArray(65, ']')
                              << QStringLiteral("1:65 yaml.too-deep");
    QTest::newRow("far too deep") << QByteArray(200000, '[') << QStringLiteral("1:65 yaml.too-deep");
    QByteArray bomb("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; ++i) {
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [";
        for (int k = 0; k < 10; ++k)
            bomb += (k ? ",*a" : "*a") + QByteArray::number(i - 1);
        bomb += "]\n";
    }
    QTest::newRow("alias bomb") << bomb << QStringLiteral("6:5 yaml.alias-bomb");
    QTest::newRow("too large") << QByteArray(3 * 1024 * 1024 + 1, ' ')
                               << QStringLiteral("1:1 yaml.too-large");
}

void TestYamlParse::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const auto got = yaml::parse(text, QStringLiteral("row"));
    QVERIFY(!got.has_value());
    QCOMPARE(reasonOf(got.error()), reason);
}

void TestYamlParse::readOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("plain") << QByteArray("a: 1\n---\n- b: [c, 'd']\n- |\n  e\n") << QString();
    QTest::newRow("anchors") << QByteArray("a: &x 1\nb: *x\n---\nc: &y 2\nd: *y\n") << QString();
    QTest::newRow("next line character")
        << QByteArray("a: x\xC2\x85 y\n") << QStringLiteral("yaml.parsers-differ");
}

void TestYamlParse::readOnly()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const auto got = yaml::parse(text, QStringLiteral("row"));
    QVERIFY2(got.has_value(), got ? "" : qPrintable(reasonOf(got.error())));
    QCOMPARE(got->front().readOnlyReason().value_or(base::Message{}).id, reason);
}

void TestYamlParse::limits()
{
    yaml::Limits small;
    small.bytes = 4;
    QCOMPARE(reasonOf(yaml::parse("abcde", {}, small).error()), QStringLiteral("1:1 yaml.too-large"));
    small = {};
    small.depth = 2;
    QVERIFY(yaml::parse("a: [1]", {}, small).has_value());
    QCOMPARE(reasonOf(yaml::parse("a: [[1]]", {}, small).error()), QStringLiteral("1:5 yaml.too-deep"));
    // An alias nests what it stands for.
    QCOMPARE(reasonOf(yaml::parse("- &a [1]\n- [*a]\n", {}, small).error()),
             QStringLiteral("1:1 yaml.too-deep"));
    small = {};
    small.expandedBytes = 30;
    QCOMPARE(reasonOf(yaml::parse("- &a 0123456789\n- *a\n- *a\n- *a\n", {}, small).error()),
             QStringLiteral("1:1 yaml.alias-bomb"));
}

void TestYamlParse::locations()
{
    const auto got = yaml::parse("# top\na:\n  - b: 'x'   # c\n    c:\n      d: 1\n", QStringLiteral("f"));
    QVERIFY(got.has_value());
    const yaml::Document &document = got->front();
    const auto b = document.locate({std::string("a"), std::size_t(0), std::string("b")});
    QVERIFY(b.has_value());
    QCOMPARE(b->line, 3);
    QCOMPARE(b->column, 8);
    QCOMPARE(document.bytes().mid(b->begin, b->end - b->begin), QByteArray("'x'"));
    const auto c = document.locate({std::string("a"), std::size_t(0), std::string("c")});
    QCOMPARE(c->keyLine, 4);
    QCOMPARE(c->line, 5);
    QCOMPARE(document.bytes().mid(c->begin, c->end - c->begin), QByteArray("d: 1"));
    QVERIFY(!document.locate({std::string("a"), std::size_t(1)}));
    QVERIFY(!document.locate({std::string("a"), std::string("b")}));
    QCOMPARE(
        document.locateNearest({std::string("a"), std::size_t(0), std::string("z"), std::string("q")}).line,
        3);
    QCOMPARE(document.firstLine(), 2);
}

void TestYamlParse::locationsBehindCharacters()
{
    const QByteArray text("\xEF\xBB\xBF\xC3\xA9: \"\xF0\x9F\x98\x80\"\r\nb: {c: \xE2\x82\xAC, d: z}\r\n");
    const auto got = yaml::parse(text, QStringLiteral("f"));
    QVERIFY2(got.has_value(), got ? "" : qPrintable(reasonOf(got.error())));
    const auto first = got->front().locate({std::string("\xC3\xA9")});
    QCOMPARE(text.mid(first->begin, first->end - first->begin), QByteArray("\"\xF0\x9F\x98\x80\""));
    const auto d = got->front().locate({std::string("b"), std::string("d")});
    QCOMPARE(text.mid(d->begin, d->end - d->begin), QByteArray("z"));
    QCOMPARE(d->line, 2);
}

void TestYamlParse::documents()
{
    const auto got = yaml::parse("a: 1\n---\n# empty\n---\nb: 2\n...\n---\nc: 3\n", QStringLiteral("f"));
    QVERIFY(got.has_value());
    QCOMPARE(got->size(), std::size_t(4));
    QVERIFY((*got)[1].value().is_null());
    QCOMPARE((*got)[3].value().dump(), std::string("{\"c\":3}"));
    QCOMPARE((*got)[3].locate({std::string("c")})->line, 8);
    QCOMPARE((*got)[2].index(), std::size_t(2));
}

void TestYamlParse::oneValue()
{
    const auto two = yaml::parseValue("a: 1\n---\nb: 2\n", QStringLiteral("f"));
    QCOMPARE(reasonOf(two.error()), QStringLiteral("3:1 yaml.one-document"));
}

QTEST_APPLESS_MAIN(TestYamlParse)
#include "tst_yaml_parse.moc"
