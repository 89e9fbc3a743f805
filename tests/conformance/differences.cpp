// SPDX-License-Identifier: GPL-3.0-or-later
#include "differences.h"

#include <QFile>
#include <algorithm>

namespace sluice::tests {

namespace {

QRegularExpression pattern(QString text, const QString &line)
{
    text.remove(QLatin1Char('`'));
    const QRegularExpression expression(QRegularExpression::anchoredPattern(text.trimmed()));
    if (!expression.isValid())
        qFatal("not a regular expression: %s", qPrintable(line));
    return expression;
}

} // namespace

AcceptedDifferences::AcceptedDifferences(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(path));
    bool inside = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("## ")))
            inside = line == QLatin1String("## Answers");
        // A cell may hold an escaped bar.
        static const QRegularExpression bar(QStringLiteral("(?<!\\\\)\\|"));
        QStringList cells = line.split(bar);
        if (!inside || cells.size() != 5 || !cells[1].contains(QLatin1Char('`')))
            continue;
        if (cells[3].trimmed().size() < 20)
            qFatal("an accepted difference has no reason: %s", qPrintable(line));
        cells.replaceInStrings(QStringLiteral("\\|"), QStringLiteral("|"));
        m_rows.push_back({line, pattern(cells[1], line), pattern(cells[2], line), false});
    }
}

bool AcceptedDifferences::accepts(const std::string &caseName, const Difference &difference)
{
    for (Row &row : m_rows) {
        if (row.cases.match(QString::fromStdString(caseName)).hasMatch()
            && row.where.match(QString::fromStdString(difference.where)).hasMatch()) {
            row.used = true;
            return true;
        }
    }
    return false;
}

QStringList AcceptedDifferences::unused(const QStringList &cases) const
{
    QStringList lines;
    for (const Row &row : m_rows) {
        const bool hadCase = std::any_of(cases.begin(), cases.end(), [&row](const QString &name) {
            return row.cases.match(name).hasMatch();
        });
        if (hadCase && !row.used)
            lines.append(row.text);
    }
    return lines;
}

} // namespace sluice::tests
