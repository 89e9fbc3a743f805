// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/translations/ts_file.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace {

TsMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    TsMessage message;
    message.context = context;
    message.counts = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.counts) {
                message.translations.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

/// Everything in \a text that \a pattern matches, sorted, each once.
QStringList marks(const QString &text, const QRegularExpression &pattern)
{
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

/// The punctuation that a label or a sentence ends with, or nothing.
QString ending(const QString &text)
{
    for (const QChar c : {QChar(u'.'), QChar(u':'), QChar(u'\u2026'), QChar(u'?'), QChar(u' ')}) {
        if (text.endsWith(c))
            return c;
    }
    return {};
}

QStringList problemsOfText(const QString &source, const QString &translation)
{
    static const QRegularExpression places(QStringLiteral("%L?[0-9n]"));
    static const QRegularExpression tags(QStringLiteral("</?[a-z][^>]*>"));
    static const QRegularExpression accelerator(QStringLiteral("&(?=\\w)(?!\\w+;)"));
    QStringList problems;
    if (translation.trimmed().isEmpty())
        return {QStringLiteral("not translated")};
    const QStringList wanted = marks(source, places);
    const QStringList found = marks(translation, places);
    if (wanted != found) {
        problems.append(QStringLiteral("place markers [%1] instead of [%2]")
                            .arg(found.join(QLatin1Char(' ')), wanted.join(QLatin1Char(' '))));
    }
    if (marks(source, tags) != marks(translation, tags))
        problems.append(QStringLiteral("other markup than the source"));
    if (source.contains(accelerator) != translation.contains(accelerator))
        problems.append(QStringLiteral("an accelerator on one side only"));
    if (ending(source) != ending(translation))
        problems.append(
            QStringLiteral("ends with \"%1\" instead of \"%2\"").arg(ending(translation), ending(source)));
    return problems;
}

} // namespace

QList<TsMessage> readTs(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QList<TsMessage> messages;
    if (!reader.readNextStartElement() || reader.name() != QLatin1String("TS"))
        return messages;
    while (reader.readNextStartElement()) {
        if (reader.name() != QLatin1String("context")) {
            reader.skipCurrentElement();
            continue;
        }
        QString context;
        while (reader.readNextStartElement()) {
            if (reader.name() == QLatin1String("name"))
                context = reader.readElementText();
            else if (reader.name() == QLatin1String("message"))
                messages.append(readMessage(reader, context));
            else
                reader.skipCurrentElement();
        }
    }
    return reader.hasError() ? QList<TsMessage>() : messages;
}

QStringList problemsOf(const QList<TsMessage> &messages, int forms)
{
    QStringList problems;
    for (const TsMessage &message : messages) {
        QStringList own;
        if (!message.finished)
            own.append(QStringLiteral("unfinished"));
        else if (message.counts && message.translations.size() != forms)
            own.append(
                QStringLiteral("%1 plural forms instead of %2").arg(message.translations.size()).arg(forms));
        for (const QString &translation : message.translations) {
            if (message.finished)
                own += problemsOfText(message.source, translation);
        }
        own.removeDuplicates();
        for (const QString &problem : own)
            problems.append(QStringLiteral("%1: \"%2\": %3").arg(message.context, message.source, problem));
    }
    return problems;
}

namespace {

/// What a chain of adjacent string literals says.
QString spoken(const QString &literals)
{
    static const QRegularExpression piece(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    static const QRegularExpression escape(QStringLiteral(R"re(\\(?:u([0-9a-fA-F]{4})|(.)))re"));
    QString text;
    for (const QRegularExpressionMatch &match : piece.globalMatch(literals)) {
        const QString inside = match.captured(1);
        qsizetype last = 0;
        for (const QRegularExpressionMatch &at : escape.globalMatch(inside)) {
            text += inside.mid(last, at.capturedStart() - last);
            last = at.capturedEnd();
            const QString code = at.captured(1);
            const QString letter = at.captured(2);
            text += !code.isEmpty()            ? QString(QChar(code.toUShort(nullptr, 16)))
                : letter == QLatin1String("n") ? QStringLiteral("\n")
                : letter == QLatin1String("t") ? QStringLiteral("\t")
                                               : letter;
        }
        text += inside.mid(last);
    }
    return text;
}

} // namespace

QStringList markedTexts(const QString &code)
{
    static const QRegularExpression comment(QStringLiteral(R"(^\s*//.*$)"),
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression call(QStringLiteral(
        R"re(\b(?:tr\(|(?:translate|QT_TRANSLATE_N?_?NOOP)\(\s*"\w+",)\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re"));
    QString bare = code;
    bare.remove(comment);
    QStringList found;
    for (const QRegularExpressionMatch &match : call.globalMatch(bare))
        found.append(spoken(match.captured(1)));
    found.removeAll(QString());
    return found;
}
