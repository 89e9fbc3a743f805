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
