// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"
#include "text/language.h"
#include "unit/translations/ts_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;

namespace {

const QString sourceDir = QStringLiteral(SLUICE_SOURCE_DIR);

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs a tool to its end; answers everything it said, or a null QByteArray when it failed.
QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(180000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return {};
    return QByteArray("") + process.readAll();
}

QByteArray tsWith(const char *message)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\" "
                      "language=\"es\">"
                      "<context><name>C</name>")
        + message + "</context></TS>";
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

    /// What the sources mark for translation and lupdate has not seen, with the file.
    QStringList overlookedTexts(const QList<TsMessage> &messages) const
    {
        QSet<QString> known;
        for (const TsMessage &message : messages)
            known.insert(message.source);
        QStringList found;
        for (const QByteArray &file : readAll(m_list).split('\n')) {
            if (!file.endsWith(".cpp") && !file.endsWith(".h"))
                continue;
            for (const QString &text : markedTexts(QString::fromUtf8(readAll(QString::fromUtf8(file))))) {
                if (!known.contains(text))
                    found.append(QStringLiteral("%1: \"%2\"").arg(QString::fromUtf8(file), text));
            }
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_list = m_folder.filePath(QStringLiteral("sources.lst"));
        QVERIFY(!run(QStringLiteral(SLUICE_CMAKE),
                     {QStringLiteral("-D"), QStringLiteral("ROOT=") + sourceDir, QStringLiteral("-D"),
                      QStringLiteral("OUT=") + m_list, QStringLiteral("-P"),
                      sourceDir + QStringLiteral("/translations/list_sources.cmake")})
                     .isNull());
    }

    /// Brings a copy of the file up to date with the sources: what is then unfinished is missing in the file.
    void isComplete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("forms");
        QTest::newRow("pt_BR") << QStringLiteral("pt_BR") << QStringList() << 2;
        QTest::newRow("es") << QStringLiteral("es") << QStringList() << 2;
        QTest::newRow("en") << QStringLiteral("en") << QStringList(QStringLiteral("-pluralonly")) << 2;
    }

    void isComplete()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        QFETCH(int, forms);
        const QString name = QStringLiteral("sluice_%1.ts").arg(language);
        const QString copy = m_folder.filePath(name);
        QVERIFY(QFile::copy(sourceDir + QStringLiteral("/translations/") + name, copy));
        const QByteArray said = run(
            QStringLiteral(SLUICE_LUPDATE),
            QStringList{QStringLiteral("-silent"), QStringLiteral("-I"), sourceDir + QStringLiteral("/src"),
                        QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none")}
                + options + QStringList{QLatin1Char('@') + m_list, QStringLiteral("-ts"), copy});
        // A class that lupdate does not know gets a context that tr() never asks for.
        QVERIFY2(!said.isNull() && said.isEmpty(), said.constData());
        const QList<TsMessage> messages = readTs(readAll(copy));
        if (language != QLatin1String("en")) {
            QVERIFY2(messages.size() > 100, "lupdate found too little: it is broken");
            const QStringList overlooked = overlookedTexts(messages);
            QVERIFY2(overlooked.isEmpty(), qPrintable(overlooked.join(QLatin1Char('\n'))));
        }
        const QStringList problems = problemsOf(messages, forms);
        for (const QString &problem : problems)
            qWarning("%s", qPrintable(problem));
        QVERIFY2(
            problems.isEmpty(),
            qPrintable(
                QStringLiteral("%1 entries; run ./dev translations and fill them in").arg(problems.size())));
    }

    void markedTextsAreFound_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, const char *code, const QStringList &texts) {
            QTest::newRow(name) << QString::fromUtf8(code) << texts;
        };
        row("tr", "a = tr(\"one\") + Words::tr(\"two\", nullptr, n);",
            {QStringLiteral("one"), QStringLiteral("two")});
        row("adjacent and escaped", "tr(\"a \\\"b\\\"\\n\"\n    \"c \\u00e9\")",
            {QStringLiteral("a \"b\"\nc \u00e9")});
        row("marked for later", "tr(QT_TRANSLATE_NOOP(\"Context\", \"one\"))", {QStringLiteral("one")});
        row("marked with plurals", "QT_TRANSLATE_N_NOOP(\n    \"Context\",\n    \"%n one(s)\")",
            {QStringLiteral("%n one(s)")});
        row("translate", "QCoreApplication::translate(\"Context\", \"one\", \"who\")",
            {QStringLiteral("one")});
        row("no literal", "translate(\"Context\", text) + tr(text)", {});
        row("another function", "attr(\"one\")", {});
        row("comment", "  // tr(\"one\")", {});
    }

    void markedTextsAreFound()
    {
        QFETCH(QString, code);
        QFETCH(QStringList, texts);
        QCOMPARE(markedTexts(code), texts);
    }

    void problemsAreFound_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("problem"); // empty for none
        const auto row = [](const char *name, const char *message, const char *problem) {
            QTest::newRow(name) << QByteArray(message) << QString::fromLatin1(problem);
        };
        row("good", "<message><source>Apply %1</source><translation>Aplicar %1</translation></message>", "");
        row("unfinished",
            "<message><source>A</source><translation type=\"unfinished\">B</translation></message>",
            "unfinished");
        row("empty", "<message><source>A</source><translation></translation></message>", "not translated");
        row("lost place", "<message><source>%1 of %2</source><translation>%1</translation></message>",
            "place markers [%1] instead of [%1 %2]");
        row("places in another order",
            "<message><source>%1 of %2</source><translation>%2 %1</translation></message>", "");
        row("lost count",
            "<message numerus=\"yes\"><source>%n files</source><translation><numerusform>un "
            "archivo</numerusform>"
            "<numerusform>%n archivos</numerusform></translation></message>",
            "place markers [] instead of [%n]");
        row("lost plural form",
            "<message numerus=\"yes\"><source>%n files</source><translation><numerusform>%n "
            "archivo</numerusform>"
            "</translation></message>",
            "1 plural forms instead of 2");
        row("empty plural form",
            "<message numerus=\"yes\"><source>%n files</source><translation><numerusform>%n "
            "archivo</numerusform>"
            "<numerusform></numerusform></translation></message>",
            "not translated");
        row("lost accelerator",
            "<message><source>&amp;Apply</source><translation>Aplicar</translation></message>",
            "an accelerator on one side only");
        row("an ampersand is none",
            "<message><source>A &amp; B</source><translation>A y B</translation></message>", "");
        row("lost full stop", "<message><source>Done.</source><translation>Listo</translation></message>",
            "ends with \"\" instead of \".\"");
        row("lost markup",
            "<message><source>&lt;b&gt;A&lt;/b&gt;</source><translation>A</translation></message>",
            "other markup than the source");
    }

    void problemsAreFound()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, problem);
        const auto messages = readTs(tsWith(message.constData()));
        QCOMPARE(messages.size(), 1);
        const QStringList expected = problem.isEmpty()
            ? QStringList()
            : QStringList(QStringLiteral("C: \"%1\": %2").arg(messages.front().source, problem));
        QCOMPARE(problemsOf(messages, 2), expected);
        QVERIFY(readTs(tsWith(message.constData()).chopped(5)).isEmpty());
    }

    void languageIsChosen_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QStringList &wanted, const char *code) {
            QTest::newRow(name) << wanted << QString::fromLatin1(code);
        };
        row("nothing wanted", {}, "en");
        row("exactly", {QStringLiteral("pt_BR")}, "pt_BR");
        row("with a hyphen", {QStringLiteral("pt-BR")}, "pt_BR");
        row("another country", {QStringLiteral("es_MX")}, "es");
        row("another country of a country's file", {QStringLiteral("pt_PT")}, "pt_BR");
        row("second wish", {QStringLiteral("fi"), QStringLiteral("es")}, "es");
        row("English first", {QStringLiteral("en_GB"), QStringLiteral("es")}, "en");
        row("unknown", {QStringLiteral("fi")}, "en");
    }

    void languageIsChosen()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QString, code);
        QCOMPARE(text::Language(wanted).code(), code);
    }

    void wordsFollowTheLanguage()
    {
        const base::Error error = base::Cancelled{};
        const QString english = text::describe(error).title;
        {
            text::Language language({QStringLiteral("pt_BR")});
            const QString portuguese = text::describe(error).title;
            QVERIFY(portuguese != english);
            language.use({QStringLiteral("es")});
            QVERIFY(text::describe(error).title != portuguese);
            language.use({QStringLiteral("en")});
            QCOMPARE(text::describe(error).title, english);
            language.use({QStringLiteral("es")});
        }
        QCOMPARE(text::describe(error).title, english);
    }

    void languagesNameThemselves()
    {
        QStringList found;
        for (const text::LanguageName &language : text::Language::available())
            found.append(language.code + QLatin1Char('=') + language.name);
        QCOMPARE(found,
                 QStringList({QStringLiteral("en=English"), QStringLiteral("es=Español"),
                              QStringLiteral("pt_BR=Português (Brasil)")}));
    }

private:
    QTemporaryDir m_folder;
    QString m_list;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
