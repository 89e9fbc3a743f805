// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include <QRegularExpression>

namespace sluice::tests {

QStringList TranscriptStep::words() const
{
    QStringList result;
    QString word;
    bool inWord = false;
    QChar quote;
    for (const QChar c : command) {
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c == u' ') {
            if (inWord)
                result.append(word);
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        result.append(word);
    return result;
}

base::Result<Transcript> Transcript::parse(const QString &text, const QString &file)
{
    static const QRegularExpression exitCode(QStringLiteral("^\\[(\\d+)\\]$"));
    Transcript result;
    const QStringList lines = text.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        const auto code = exitCode.match(line);
        if (line.startsWith(u"# ") && result.steps.empty()) {
            result.title.append(line);
        } else if (line.startsWith(u"$ ") || line.startsWith(u"~ ")) {
            TranscriptStep step;
            step.command = line.mid(2);
            step.comesToRest = line.startsWith(u'~');
            step.line = i + 1;
            result.steps.push_back(step);
        } else if (line.startsWith(u"> ") && !result.steps.empty()) {
            result.steps.back().input.append(line.mid(2));
        } else if (line.startsWith(u"  ") && !result.steps.empty()) {
            result.steps.back().output.append(line.mid(2));
        } else if (line.startsWith(u"! ") && !result.steps.empty()) {
            result.steps.back().output.append(line);
        } else if (code.hasMatch() && !result.steps.empty()) {
            result.steps.back().exitCode = code.captured(1).toInt();
        } else if (!line.isEmpty()) {
            return base::fail(
                base::DecodeError{file, i + 1, 1, {QStringLiteral("not a line of a transcript"), {line}}});
        }
    }
    return result;
}

QString Transcript::text() const
{
    QStringList lines = title;
    for (const TranscriptStep &step : steps) {
        lines.append((step.comesToRest ? QStringLiteral("~ ") : QStringLiteral("$ ")) + step.command);
        for (const QString &line : step.input)
            lines.append(QStringLiteral("> ") + line);
        for (const QString &line : step.output)
            lines.append(line.startsWith(u"! ") ? line : QStringLiteral("  ") + line);
        if (step.exitCode != 0)
            lines.append(QStringLiteral("[%1]").arg(step.exitCode));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace sluice::tests
