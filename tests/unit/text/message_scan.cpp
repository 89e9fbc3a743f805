// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/text/message_scan.h"

#include <QRegularExpression>

namespace {

/// Skips the string or character literal that opens at \a i; answers the place behind it.
qsizetype behindLiteral(const QString &source, qsizetype i)
{
    const QChar quote = source[i];
    for (++i; i < source.size() && source[i] != quote; ++i) {
        if (source[i] == QLatin1Char('\\'))
            ++i;
    }
    return i + 1;
}

/// The number of comma-separated values between the brace at \a open and its partner.
std::optional<int> countValues(const QString &source, qsizetype open)
{
    int depth = 0;
    int commas = 0;
    bool any = false;
    for (qsizetype i = open; i < source.size();) {
        const QChar c = source[i];
        if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            any = true;
            i = behindLiteral(source, i);
            continue;
        }
        if (QStringLiteral("{([").contains(c)) {
            ++depth;
        } else if (QStringLiteral("})]").contains(c)) {
            if (--depth == 0)
                return any ? commas + 1 : 0;
        } else if (c == QLatin1Char(',') && depth == 1) {
            ++commas;
        }
        if (depth >= 1 && i != open && !c.isSpace())
            any = true;
        ++i;
    }
    return std::nullopt;
}

} // namespace

QList<MessageUse> scanMessages(const QString &source, const QString &file, const QStringList &prefixes)
{
    // "Message {" or "Message{" in front, the way of writing the literal, the id, what closes the literal.
    static const QRegularExpression pattern(QStringLiteral(
        R"re((Message\s*\{\s*)?((?:QStringLiteral|QLatin1String)\(\s*)?u?"([a-z][a-z0-9]*\.[a-z0-9][a-z0-9.-]*)"(?:_qs|_s)?(\))?)re"));
    QList<MessageUse> uses;
    auto matches = pattern.globalMatch(source);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString id = match.captured(3);
        const bool certain = match.hasCaptured(1) && !match.captured(1).isEmpty();
        if (!certain && !prefixes.contains(id.section(QLatin1Char('.'), 0, 0)))
            continue;
        MessageUse use;
        use.id = id;
        use.certain = certain;
        use.place = QStringLiteral("%1:%2").arg(file).arg(
            source.left(match.capturedStart(3)).count(QLatin1Char('\n')) + 1);
        static const QRegularExpression values(QStringLiteral(R"(\G\s*,\s*\{)"));
        static const QRegularExpression end(QStringLiteral(R"(\G\s*\})"));
        const auto behind = values.match(source, match.capturedEnd());
        if (behind.hasMatch())
            use.arguments = countValues(source, behind.capturedEnd() - 1);
        else if (certain && end.match(source, match.capturedEnd()).hasMatch())
            use.arguments = 0;
        uses.append(use);
    }
    return uses;
}

QStringList composedIds(const QString &source)
{
    static const QRegularExpression literal(QStringLiteral(R"re("([a-z0-9.-]+)")re"));
    QStringList beginnings;
    QStringList middles;
    QStringList ends = {QString()};
    auto matches = literal.globalMatch(source);
    while (matches.hasNext()) {
        const QString text = matches.next().captured(1);
        QStringList &kind = text.endsWith(QLatin1Char('.')) ? beginnings
            : text.startsWith(QLatin1Char('.'))             ? ends
                                                            : middles;
        kind.append(text);
    }
    QStringList ids;
    for (const QString &beginning : beginnings) {
        for (const QString &middle : middles) {
            for (const QString &end : ends)
                ids.append(beginning + middle + end);
        }
    }
    return ids;
}
