// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/rules.h"

#include <QTest>

using namespace arch;

namespace {

constexpr char spdx[] = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
constexpr char guard[] = "#pragma once\n";

constexpr char exampleTable[] = "# a comment\n"
                                "base : |\n"
                                "domain : base |\n"
                                "yaml : base | yaml-cpp libyaml\n"
                                "kube/core : base | simdjson\n"
                                "kube/net : base kube/core | QtNetwork\n"
                                "views : base | QtGui QtWidgets\n"
                                "sandbox/http : base | boost openssl\n"
                                "app : base yaml kube/core sandbox/http |\n";

/// A file that breaks (or keeps) one rule.
struct Example {
    const char *rule;
    const char *name;
    QString path;
    QString text;
    QString finding; ///< a part of what the rule says; empty where it has nothing to say
    QString table = QString::fromLatin1(exampleTable);
};

QString header(const char *body)
{
    return QLatin1String(spdx) + QLatin1String(guard) + QString::fromUtf8(body);
}

QString cpp(const char *body)
{
    return QLatin1String(spdx) + QString::fromUtf8(body);
}

QList<Example> examples()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    const char *includes = "includes follow the table";
    const char *environment = "only app reads the environment";
    const char *table = "the table is sound";
    return {
        {includes, "own folder", s("src/yaml/a.cpp"), cpp("#include \"yaml/a.h\"\n"), {}},
        {includes, "folder below one", s("src/views/start/a.cpp"), cpp("#include \"views/b.h\"\n"), {}},
        {includes, "folder of the row", s("src/yaml/a.cpp"), cpp("#include \"base/result.h\"\n"), {}},
        {includes, "folder not in the row", s("src/yaml/a.cpp"), cpp("#include \"kube/core/a.h\"\n"),
         s("a.cpp:2: ")},
        {includes, "not transitively", s("src/app/a.cpp"), cpp("#include \"kube/net/a.h\"\n"),
         s("kube/net to app")},
        {includes, "the deeper row counts", s("src/kube/net/a.cpp"), cpp("#include <simdjson.h>\n"),
         s("simdjson to kube/net")},
        {includes, "own library", s("src/kube/core/a.cpp"), cpp("#include <simdjson.h>\n"), {}},
        {includes,
         "two libraries of like name",
         s("src/yaml/a.cpp"),
         cpp("#include <yaml.h>\n#include <yaml-cpp/parser.h>\n"),
         {}},
        {includes, "library of another", s("src/base/a.cpp"), cpp("#include <yaml.h>\n"),
         s("libyaml to base")},
        {includes,
         "Qt Core everywhere",
         s("src/base/a.cpp"),
         cpp("#include <QString>\n#include <QtGlobal>\n"),
         {}},
        {includes, "Qt Network", s("src/base/a.cpp"), cpp("#include <QTcpSocket>\n"), s("QtNetwork to base")},
        {includes,
         "Qt Network where listed",
         s("src/kube/net/a.cpp"),
         cpp("#include <QTcpSocket>\n#include <QCoroNetworkReply>\n"),
         {}},
        {includes, "Qt Gui", s("src/domain/a.h"), header("#include <QColor>\n"), s("QtGui to domain")},
        {includes, "Qt module by folder", s("src/domain/a.h"), header("#include <QtWidgets/QWidget>\n"),
         s("QtWidgets to domain")},
        {includes, "QCoro of another module", s("src/base/a.cpp"), cpp("#include <QCoroNetworkReply>\n"),
         s("QtNetwork to base")},
        {includes,
         "standard library",
         s("src/base/a.cpp"),
         cpp("#include <vector>\n#include <sys/prctl.h>\n#include <tl/expected.hpp>\n#include <QCoroTask>\n"),
         {}},
        {includes,
         "header of a later Qt",
         s("src/base/a.cpp"),
         cpp("#if QT_VERSION >= 0x060700\n#include <QNever>\n#endif\n#include <QList>\n"),
         {}},
        {includes, "behind that of a later Qt", s("src/base/a.cpp"),
         cpp("#if QT_VERSION >= 0x060700\n#else\n#include <QColor>\n#endif\n"), s("a.cpp:4: ")},
        {includes, "unknown library", s("src/base/a.cpp"), cpp("#include <fmt/format.h>\n"),
         s("no known library")},
        {includes, "not from src/", s("src/yaml/a.cpp"), cpp("#include \"a.h\"\n"),
         s("not written from src/")},
        {includes, "relative", s("src/yaml/a.cpp"), cpp("#include \"../base/result.h\"\n"),
         s("not written from src/")},
        {includes, "meta-object code", s("src/yaml/a.cpp"), cpp("#include \"a.moc\"\n"), {}},
        {includes, "form", s("src/views/a.cpp"), cpp("#include \"ui_a.h\"\n"), {}},
        {includes, "form elsewhere", s("src/base/a.cpp"), cpp("#include \"ui_a.h\"\n"),
         s("outside the views")},
        {includes, "folder without a row", s("src/extra/a.cpp"), cpp(""), s("no row")},
        {table,
         "only app includes the sandbox",
         {},
         {},
         s("only app"),
         s("sandbox/http : |\nsession : sandbox/http |\n")},
        {table,
         "sandbox without client",
         {},
         {},
         s("no client"),
         s("kube/core : |\nsandbox/http : kube/core |\n")},
        {table, "no circle of two", {}, {}, s("each other"), s("a : b |\nb : a |\n")},
        {table, "unknown folder", {}, {}, s("has no row"), s("a : b |\n")},
        {table, "row twice", {}, {}, s("second row"), s("a : |\na : |\n")},
        {table, "not a row", {}, {}, s("not a row"), s("a base\n")},
        {"headers are guarded", "none", s("tests/a.h"), cpp("int a;\n"), s("#pragma once")},
        {"headers open no namespace", "one", s("src/base/a.h"), header("using namespace std;\n"),
         s("a.h:3: ")},
        {"headers open no namespace",
         "in a comment",
         s("src/base/a.h"),
         header("// using namespace std;\n"),
         {}},
        {"JSON arrays are called so", "one value in braces", s("src/base/a.cpp"),
         cpp("void f(Json &j) { j[\"a\"] = {g(1, 2)}; }\n"), s("a.cpp:2: ")},
        {"JSON arrays are called so",
         "an array",
         s("src/base/a.cpp"),
         cpp("void f(Json &j) { j[\"a\"] = Json::array({g()}); j[\"b\"] = {g(), h()}; j[\"c\"] = {{\"d\", "
             "1}}; }\n"),
         {}},
        {"page headers are short", "long", s("src/views/a/a_page.h"),
         header(QByteArray(95, '\n').constData()), s("at most 90")},
        {"page headers are short",
         "no page",
         s("src/views/a/a_item.h"),
         header(QByteArray(95, '\n').constData()),
         {}},
        {"Q_OBJECT stands alone", "shared line", s("src/views/a.h"),
         header("class A : public B { Q_OBJECT\n};\n"), s("a.h:3: ")},
        {"Q_OBJECT stands alone", "something behind", s("src/views/a.h"), header("    Q_OBJECT public:\n"),
         s("a.h:3: ")},
        {"Q_OBJECT stands alone",
         "alone",
         s("src/views/a.h"),
         header("class A {\n    Q_OBJECT\npublic:\n    Q_OBJECT // why\n"),
         {}},
        {environment, "qgetenv", s("src/base/a.cpp"), cpp("auto x = qgetenv(\"HOME\");\n"),
         s("a.cpp:2: qgetenv")},
        {environment, "std::getenv", s("src/yaml/a.cpp"), cpp("\nauto x = std::getenv(\"HOME\");\n"),
         s("a.cpp:3: ")},
        {environment, "by name", s("src/yaml/a.cpp"), cpp("qEnvironmentVariableIsSet(\"X\");\n"),
         s("only app")},
        {environment, "process environment", s("src/views/a.cpp"),
         cpp("QProcessEnvironment::systemEnvironment();\n"), s("only app")},
        {environment, "settings file", s("src/views/a.cpp"), cpp("QSettings settings(path, f);\n"),
         s("only app")},
        {environment, "app", s("src/app/a.cpp"), cpp("qgetenv(\"HOME\");\nQSettings s;\n"), {}},
        {environment,
         "the runner",
         s("src/base/process_runner.cpp"),
         cpp("QProcessEnvironment::systemEnvironment();\n"),
         {}},
        {environment, "in a string", s("src/base/a.cpp"), cpp("f(\"qgetenv\");\n"), {}},
        {"domain knows no JSON", "alias", s("src/domain/a.h"), header("#include \"base/json_fwd.h\"\n"),
         s("no JSON")},
        {"domain knows no JSON", "Qt's", s("src/domain/a.cpp"), cpp("#include <QJsonObject>\n"),
         s("no JSON")},
        {"domain knows no JSON", "elsewhere", s("src/yaml/a.cpp"), cpp("#include \"base/json.h\"\n"), {}},
        {"AppContext is not handed on", "by reference", s("src/app/a.h"),
         header("void f(int, AppContext &context);\n"), s("AppContext")},
        {"AppContext is not handed on",
         "made",
         s("src/app/a.cpp"),
         cpp("AppContext context(settings);\n"),
         {}},
        {"files name their licence", "source", s("src/base/a.cpp"), s("int a;\n"), s("SPDX")},
        {"files name their licence", "build file", s("src/base/CMakeLists.txt"), s("sluice_library(a)\n"),
         s("SPDX")},
        {"files name their licence",
         "script",
         s(".ci/run"),
         s("#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"),
         {}},
        {"files name their licence", "prose", s("src/base/README.md"), s("# base\n"), {}},
        {"no place of one machine", "a home folder", s("src/base/README.md"), s("See /home/jane/x\n"),
         s("/home/jane")},
        {"no place of one machine", "an example", s("tests/a.cpp"), cpp("\"/home/ana/.kube/config\"\n"), {}},
        {"nothing is left open", "a mark", s("src/base/a.cpp"), cpp("int a; // TODO later\n"),
         s("a.cpp:2: ")},
        {"folders explain themselves", "no README", s("src/yaml/a.cpp"), cpp(""),
         s("src/yaml/README.md: missing")},
        {"folders explain themselves", "README", s("src/yaml/README.md"), s("# yaml\n"), {}},
        {"folders explain themselves", "a long one", s("src/yaml/README.md"), QString(70, QLatin1Char('\n')),
         s("a screen")},
    };
}

const Rule *ruleNamed(const char *name)
{
    for (const Rule &rule : rules()) {
        if (QLatin1String(rule.name) == QLatin1String(name))
            return &rule;
    }
    return nullptr;
}

} // namespace

class TestArch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sources_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(rules().size()); ++i)
            QTest::newRow(rules()[size_t(i)].name) << i;
    }

    void sources()
    {
        QFETCH(int, index);
        static const SourceTree tree = readTree(QStringLiteral(SLUICE_SOURCE_DIR));
        QVERIFY2(tree.files.size() > 50 && !tree.table.layers().isEmpty(), "the sources were not found");
        const QStringList findings = rules()[size_t(index)].check(tree);
        for (const QString &finding : findings)
            qWarning("%s", qPrintable(finding));
        QVERIFY2(findings.isEmpty(), qPrintable(QStringLiteral("%1 findings").arg(findings.size())));
    }

    void examplesBreakTheirRules_data()
    {
        QTest::addColumn<int>("index");
        const auto all = examples();
        for (int i = 0; i < all.size(); ++i)
            QTest::addRow("%s: %s", all[i].rule, all[i].name) << i;
    }

    void examplesBreakTheirRules()
    {
        QFETCH(int, index);
        const Example example = examples().at(index);
        const Rule *rule = ruleNamed(example.rule);
        QVERIFY2(rule, "an example for a rule that there is not");
        SourceTree tree{LayerTable::parse(example.table), {}};
        if (!example.path.isEmpty())
            tree.files.append({example.path, example.text});
        const QString findings = rule->check(tree).join(QLatin1Char('\n'));
        if (example.finding.isEmpty())
            QCOMPARE(findings, QString());
        else
            QVERIFY2(findings.contains(example.finding), qPrintable(findings));
    }

    void beastInAFourthFile()
    {
        SourceTree tree{LayerTable::parse(QString::fromLatin1(exampleTable)), {}};
        const Rule *rule = ruleNamed("Beast stays in three files");
        QVERIFY(rule);
        for (int i = 0; i < 3; ++i)
            tree.files.append({QStringLiteral("src/sandbox/http/%1.cpp").arg(i),
                               cpp("#include <boost/beast/core.hpp>\n#include <boost/beast/http.hpp>\n")});
        QCOMPARE(rule->check(tree), QStringList());
        tree.files.append(
            {QStringLiteral("src/sandbox/http/d.cpp"), cpp("#include <boost/beast/ssl.hpp>\n")});
        QCOMPARE(rule->check(tree).size(), 1);
    }

    void heavyHeadersInHeaders_data()
    {
        QTest::addColumn<QString>("include");
        QTest::addColumn<QString>("includedBy");
        QTest::addColumn<int>("findings");
        const auto json = QStringLiteral("nlohmann/json.hpp");
        QTest::newRow("by a header beside it") << json << QStringLiteral("src/yaml/b.h") << 1;
        QTest::newRow("by another folder") << json << QStringLiteral("src/app/b.cpp") << 1;
        QTest::newRow("by a test") << QStringLiteral("simdjson.h") << QStringLiteral("tests/unit/b.cpp") << 1;
        QTest::newRow("by a source beside it") << json << QStringLiteral("src/yaml/b.cpp") << 0;
        QTest::newRow("the forward declarations")
            << QStringLiteral("nlohmann/json_fwd.hpp") << QStringLiteral("src/app/b.cpp") << 0;
    }

    void heavyHeadersInHeaders()
    {
        QFETCH(QString, include);
        QFETCH(QString, includedBy);
        QFETCH(int, findings);
        const Rule *rule = ruleNamed("headers stay cheap");
        QVERIFY(rule);
        const QString heavy = QStringLiteral("#include <%1>\n").arg(include);
        const SourceTree tree{LayerTable::parse(QString::fromLatin1(exampleTable)),
                              {{QStringLiteral("src/yaml/a.h"), header(heavy.toLatin1().constData())},
                               {QStringLiteral("src/yaml/c.cpp"), cpp(heavy.toLatin1().constData())},
                               {includedBy, cpp("#include \"yaml/a.h\"\n")}}};
        QCOMPARE(rule->check(tree).size(), findings);
    }

    void everyRuleHasAnExampleThatBreaksIt()
    {
        QSet<QString> broken = {QStringLiteral("Beast stays in three files"),
                                QStringLiteral("headers stay cheap")};
        for (const Example &example : examples()) {
            if (!example.finding.isEmpty())
                broken.insert(QString::fromLatin1(example.rule));
        }
        for (const Rule &rule : rules())
            QVERIFY2(broken.contains(QString::fromLatin1(rule.name)), rule.name);
    }

    void codeOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *text, const char *code) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(code);
        };
        row("comment", "a // b", "a     ");
        row("block over lines", "a /* b\nc */ d", "a     \n     d");
        row("string", "f(\"a\\\"b\") c", "f(      ) c");
        row("slashes in a string", "\"//\" c", "     c");
        row("character", "'\"' c", "    c");
        row("digit separators", "1'000'000 'c'", "1'000'000    ");
        row("raw string", "R\"(a\"b)\" c", "         c");
    }

    void codeOnly()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QCOMPARE(arch::codeOnly(text), code);
    }
};

QTEST_GUILESS_MAIN(TestArch)
#include "tst_arch.moc"
