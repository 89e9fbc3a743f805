// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fill.h"

#include <algorithm>

namespace sluice::text {

namespace {

/// The number of the marker that starts at \a at ("%3" is 3), or 0.
int markerAt(const QString &pattern, qsizetype at)
{
    if (pattern[at] != QLatin1Char('%') || at + 1 >= pattern.size())
        return 0;
    const QChar next = pattern[at + 1];
    return next >= QLatin1Char('1') && next <= QLatin1Char('9') ? next.digitValue() : 0;
}

} // namespace

QString fill(const QString &pattern, const QStringList &arguments)
{
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int marker = markerAt(pattern, i);
        if (marker == 0) {
            out += pattern[i];
            continue;
        }
        out += arguments.value(marker - 1);
        ++i;
    }
    return out;
}

int placeCount(const QString &pattern)
{
    int highest = pattern.contains(QLatin1String("%n")) || pattern.contains(QLatin1String("%Ln")) ? 1 : 0;
    for (qsizetype i = 0; i < pattern.size(); ++i)
        highest = std::max(highest, markerAt(pattern, i));
    return highest;
}

} // namespace sluice::text
