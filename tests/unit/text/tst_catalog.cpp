// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"
#include "text/fill.h"
#include "unit/text/message_scan.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace sluice;

namespace {

/// Strings that look like message ids and are something else.
const QSet<QString> notMessages = {QStringLiteral("journal.sqlite")};

bool isPlaceholder(const text::CatalogEntry &entry)
{
    return QLatin1String(entry.id).endsWith(QLatin1String(".placeholder"));
}

QMap<QString, QString> catalogue()
{
    QMap<QString, QString> entries;
    for (const auto list : text::catalog()) {
        for (const text::CatalogEntry &entry : list) {
            if (!isPlaceholder(entry))
                entries.insert(QString::fromLatin1(entry.id), QString::fromUtf8(entry.english));
        }
    }
    return entries;
}

struct Source {
    QString name; ///< below src/
    QString text;
};

/// Every source but those of src/text, where the lists themselves stand.
const QList<Source> &sources()
{
    static const QList<Source> all = [] {
        const QString root = QStringLiteral(SLUICE_SOURCE_DIR "/src");
        QList<Source> found;
        QDirIterator files(root, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = file.fileName().mid(root.size() + 1);
            if (!name.startsWith(QLatin1String("text/")) && file.open(QIODevice::ReadOnly))
                found.append({name, QString::fromUtf8(file.readAll())});
        }
        return found;
    }();
    return all;
}

QList<MessageUse> usesInSources()
{
    QSet<QString> prefixes;
    for (const QString &id : catalogue().keys())
        prefixes.insert(id.section(QLatin1Char('.'), 0, 0));
    QList<MessageUse> uses;
    for (const Source &source : sources())
        uses += scanMessages(source.text, source.name, prefixes.values());
    return uses;
}

void report(const QStringList &problems)
{
    for (const QString &problem : problems)
        qWarning("%s", qPrintable(problem));
    QVERIFY2(problems.isEmpty(), qPrintable(QStringLiteral("%1 problems").arg(problems.size())));
}

} // namespace

class TestCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAreUniqueAndWordsAreThere()
    {
        QStringList problems;
        QSet<QString> seen;
        for (const auto list : text::catalog()) {
            for (const text::CatalogEntry &entry : list) {
                const QString id = QString::fromLatin1(entry.id);
                if (seen.contains(id))
                    problems.append(id + QStringLiteral(": twice"));
                seen.insert(id);
                if (!isPlaceholder(entry) && QString::fromUtf8(entry.english).trimmed().isEmpty())
                    problems.append(id + QStringLiteral(": no words"));
                if (isPlaceholder(entry) && list.size() > 1)
                    problems.append(id + QStringLiteral(": the list has rows now, remove it"));
            }
        }
        report(problems);
    }

    void everyIdInTheSourcesHasWords()
    {
        const auto entries = catalogue();
        QStringList problems;
        int checked = 0;
        for (const MessageUse &use : usesInSources()) {
            // Windows name their commands in the same form; there only what is given to a Message is one.
            const bool command = use.place.startsWith(QLatin1String("views/")) && !use.certain;
            if (notMessages.contains(use.id) || command)
                continue;
            ++checked;
            if (!entries.contains(use.id))
                problems.append(
                    QStringLiteral("%1: \"%2\" is in no list of src/text").arg(use.place, use.id));
            else if (use.arguments && *use.arguments != text::placeCount(entries[use.id]))
                problems.append(QStringLiteral("%1: \"%2\" is given %3 arguments, its words take %4")
                                    .arg(use.place, use.id)
                                    .arg(*use.arguments)
                                    .arg(text::placeCount(entries[use.id])));
        }
        report(problems);
        QVERIFY2(checked > 0, "the scan found nothing: it is broken");
    }

    void everyRowIsUsed()
    {
        QSet<QString> used;
        for (const MessageUse &use : usesInSources())
            used.insert(use.id);
        for (const Source &source : sources()) {
            for (const QString &id : composedIds(source.text))
                used.insert(id);
        }
        QStringList problems;
        for (const QString &id : catalogue().keys()) {
            if (!used.contains(id))
                problems.append(QStringLiteral("\"%1\" is used nowhere").arg(id));
        }
        report(problems);
    }

    void scan_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("found"); // id, certain or not, number of arguments
        const auto row = [](const char *name, const char *source, const char *found) {
            QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(found);
        };
        row("given to a Message", R"(Message{QStringLiteral("new.thing"), {a, f(b, c)}})", "new.thing! 2");
        row("with a suffix", R"(base::Message {u"yaml.a"_qs, {QStringLiteral("x, y")}})", "yaml.a! 1");
        row("without arguments", R"(Message {QStringLiteral("yaml.a")})", "yaml.a! 0");
        row("with an empty list", R"(Message {QStringLiteral("yaml.a"), { }})", "yaml.a! 0");
        row("over two lines", "Message {QStringLiteral(\"yaml.a\"),\n  {QString::number(n),\n x}}",
            "yaml.a! 2");
        row("in an error", R"(DecodeError {s, 1, 2, {QStringLiteral("yaml.a"), {text}}})", "yaml.a 1");
        row("given to a function", R"(refuse("yaml.b", line))", "yaml.b ?");
        row("an argument that is a list", R"({QStringLiteral("yaml.a"), names})", "yaml.a ?");
        row("another prefix, not a Message", R"(f("example.com"))", "");
        row("not an id", R"(f("yaml.A b"))", "");
    }

    void scan()
    {
        QFETCH(QString, source);
        QFETCH(QString, found);
        QStringList uses;
        for (const MessageUse &use :
             scanMessages(source, QStringLiteral("f.cpp"), {QStringLiteral("yaml")})) {
            uses.append(use.id + QLatin1String(use.certain ? "! " : " ")
                        + (use.arguments ? QString::number(*use.arguments) : QStringLiteral("?")));
        }
        QCOMPARE(uses.join(QStringLiteral("; ")), found);
    }

    void composedIdsAreFound()
    {
        const QStringList ids =
            composedIds(QStringLiteral(R"(f("parameter.") + name + ".meaning"; g("image"))"));
        QCOMPARE(ids,
                 QStringList({QStringLiteral("parameter.image"), QStringLiteral("parameter.image.meaning")}));
    }

    void wordsFillInVisibleArguments()
    {
        const base::Message message{QStringLiteral("json.syntax"), {QStringLiteral("x\u202e%1")}};
        QCOMPARE(text::words(message), QStringLiteral("This is not JSON: x[U+202E]%1"));
        QCOMPARE(text::words({QStringLiteral("no.such-id"), {}}), QStringLiteral("no.such-id"));
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
