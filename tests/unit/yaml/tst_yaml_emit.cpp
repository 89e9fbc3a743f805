// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "yaml/document.h"
#include "yaml/emit.h"

#include <QFile>
#include <QTest>

using namespace sluice;
using base::Json;

namespace {

Json table(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/yaml/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Json::parse(file.readAll().toStdString());
}

} // namespace

/// What is written against what `kubectl kustomize` wrote for the same values (tests/data/yaml).
class TestYamlEmit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stringsLikeKustomize_data();
    void stringsLikeKustomize();
    void oddCharactersSurvive_data();
    void oddCharactersSurvive();
    void shapes();
    void severalDocuments();
    void numbers_data();
    void numbers();
};

void TestYamlEmit::stringsLikeKustomize_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("list");
    const Json rows = table(QStringLiteral("strings.json"));
    QVERIFY(rows.size() > 80);
    for (const Json &row : rows) {
        const QString text = QString::fromStdString(row["text"].get<std::string>());
        QTest::addRow("%s", row["text"].dump().c_str())
            << text << QString::fromStdString(row["mapping"].get<std::string>())
            << QString::fromStdString(row["list"].get<std::string>());
    }
}

void TestYamlEmit::stringsLikeKustomize()
{
    QFETCH(QString, text);
    QFETCH(QString, mapping);
    QFETCH(QString, list);
    const Json object = {{"spec", {{"v", text.toStdString()}}}};
    QCOMPARE(QString::fromStdString(yaml::emit(object)), QStringLiteral("spec:\n") + mapping);
    const Json nested = {{"spec", {{"v", Json::array({"x", {{"k", text.toStdString()}}})}}}};
    QCOMPARE(QString::fromStdString(yaml::emit(nested)), QStringLiteral("spec:\n") + list);
    const auto back =
        yaml::parseValue(QByteArray::fromStdString(yaml::emit(nested)), QStringLiteral("emitted"));
    QVERIFY(back.has_value());
    QCOMPARE(QString::fromStdString(back->dump()), QString::fromStdString(nested.dump()));
}

void TestYamlEmit::oddCharactersSurvive_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("next line") << QByteArray("\xC2\x85x\xC2\x85y");
    QTest::newRow("line separator") << QByteArray("a\xE2\x80\xA8 b");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx\n\xEF\xBB\xBF");
    QTest::newRow("emoji") << QByteArray("a \xF0\x9F\x98\x80");
    QTest::newRow("delete") << QByteArray("a\x7F\x01");
}

void TestYamlEmit::oddCharactersSurvive()
{
    QFETCH(QByteArray, text);
    const Json value = {{"v", text.toStdString()}, {"w", {text.toStdString() + " end"}}};
    const auto back =
        yaml::parseValue(QByteArray::fromStdString(yaml::emit(value)), QStringLiteral("emitted"));
    QVERIFY(back.has_value());
    QCOMPARE(back->dump(), value.dump());
}

void TestYamlEmit::shapes()
{
    const Json value =
        Json::parse(R"({"b":{},"a":[],"c":[[1,[]],{"x":null,"a":[true]}],"1":"one","y":"n","d":"2"})");
    QCOMPARE(yaml::emit(value),
             std::string("\"1\": one\na: []\nb: {}\nc:\n- - 1\n  - []\n- a:\n  - true\n  x: null\nd: "
                         "\"2\"\n\"y\": \"n\"\n"));
    QCOMPARE(yaml::emit(Json("a")), std::string("a\n"));
    QCOMPARE(yaml::emit(Json("a\n\n")), std::string("|+\n  a\n\n"));
}

void TestYamlEmit::severalDocuments()
{
    const Json a = {{"a", 1}};
    const Json b = {{"b", "x\n\n"}};
    QCOMPARE(yaml::emitAll({&a, &b, &a}), std::string("a: 1\n---\nb: |+\n  x\n\n---\na: 1\n"));
}

void TestYamlEmit::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("half") << 0.5 << "0.5";
    QTest::newRow("whole") << 3.0 << "3";
    QTest::newRow("small") << 1e-5 << "1e-05";
    QTest::newRow("four") << 0.0001 << "0.0001";
    QTest::newRow("big") << 1e20 << "1e+20";
    QTest::newRow("six") << 123456.789 << "123456.789";
    QTest::newRow("seven") << 1234567.5 << "1.2345675e+06";
}

void TestYamlEmit::numbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(yaml::emit(Json{{"v", value}})),
             QStringLiteral("v: ") + text + QLatin1Char('\n'));
}

QTEST_APPLESS_MAIN(TestYamlEmit)
#include "tst_yaml_emit.moc"
