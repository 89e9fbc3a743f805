// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/layer_table.h"

#include <QRegularExpression>

namespace arch {

namespace {

QSet<QString> wordsOf(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

} // namespace

LayerTable LayerTable::parse(const QString &text)
{
    static const QRegularExpression row(QStringLiteral(R"(^([a-z/]+)\s*:([^|]*)\|(.*)$)"));
    LayerTable table;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty() || lines[i].startsWith(QLatin1Char('#')))
            continue;
        const auto match = row.match(lines[i]);
        const QString place = QStringLiteral("src/layers.txt:%1: ").arg(i + 1);
        if (!match.hasMatch())
            table.m_problems.append(place + QStringLiteral("not a row"));
        else if (table.m_layers.contains(match.captured(1)))
            table.m_problems.append(place + QStringLiteral("a second row for ") + match.captured(1));
        else
            table.m_layers.insert(match.captured(1),
                                  {wordsOf(match.captured(2)), wordsOf(match.captured(3))});
    }
    for (auto it = table.m_layers.cbegin(); it != table.m_layers.cend(); ++it) {
        for (const QString &folder : it->folders) {
            if (!table.m_layers.contains(folder))
                table.m_problems.append(
                    QStringLiteral("src/layers.txt: %1 names %2, which has no row").arg(it.key(), folder));
        }
    }
    return table;
}

QString LayerTable::folderOf(const QString &path) const
{
    QString folder = path;
    while (folder.contains(QLatin1Char('/'))) {
        folder = folder.left(folder.lastIndexOf(QLatin1Char('/')));
        if (m_layers.contains(folder))
            return folder;
    }
    return {};
}

} // namespace arch
