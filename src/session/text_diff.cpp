// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/text_diff.h"

namespace sluice::session {

namespace {

/// Keeps what only a missing final newline distinguishes apart: the line that lacks it carries the mark.
QStringList splitLines(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.last().isEmpty())
        lines.removeLast();
    else if (!text.isEmpty())
        lines.last() += QStringLiteral(" \u23ce\u0338");
    for (QString &line : lines) {
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
    }
    return lines;
}

/// Myers' greedy algorithm; returns for each step whether a line is kept (0), removed (-1) or added (+1).
std::vector<int> editScript(const QStringList &a, const QStringList &b)
{
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    qsizetype prefix = 0;
    while (prefix < n && prefix < m && a[prefix] == b[prefix])
        ++prefix;
    qsizetype suffix = 0;
    while (suffix < n - prefix && suffix < m - prefix && a[n - 1 - suffix] == b[m - 1 - suffix])
        ++suffix;
    const qsizetype rows = n - prefix - suffix;
    const qsizetype columns = m - prefix - suffix;

    std::vector<int> middle;
    const qsizetype limit = rows + columns;
    const qsizetype offset = limit + 1;
    std::vector<qsizetype> best(size_t(2 * limit + 3), 0);
    std::vector<std::vector<qsizetype>> trace;
    qsizetype found = -1;
    for (qsizetype d = 0; d <= limit && found < 0; ++d) {
        trace.push_back(best);
        for (qsizetype k = -d; k <= d; k += 2) {
            const bool down =
                k == -d || (k != d && best[size_t(offset + k - 1)] < best[size_t(offset + k + 1)]);
            qsizetype x = down ? best[size_t(offset + k + 1)] : best[size_t(offset + k - 1)] + 1;
            qsizetype y = x - k;
            while (x < rows && y < columns && a[prefix + x] == b[prefix + y]) {
                ++x;
                ++y;
            }
            best[size_t(offset + k)] = x;
            if (x >= rows && y >= columns) {
                found = d;
                break;
            }
        }
        // Texts with almost nothing in common: one removed block and one added block say it as well.
        if (d > 2000 && found < 0) {
            middle.assign(size_t(rows), -1);
            middle.insert(middle.end(), size_t(columns), 1);
            trace.clear();
            break;
        }
    }
    if (found >= 0) {
        qsizetype x = rows;
        qsizetype y = columns;
        for (qsizetype d = found; d >= 0; --d) {
            const std::vector<qsizetype> &v = trace[size_t(d)];
            const qsizetype k = x - y;
            const bool down = k == -d || (k != d && v[size_t(offset + k - 1)] < v[size_t(offset + k + 1)]);
            const qsizetype previousK = down ? k + 1 : k - 1;
            const qsizetype previousX = d == 0 ? 0 : v[size_t(offset + previousK)];
            const qsizetype previousY = d == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY) {
                middle.push_back(0);
                --x;
                --y;
            }
            if (d > 0)
                middle.push_back(down ? 1 : -1);
            x = previousX;
            y = previousY;
        }
        std::reverse(middle.begin(), middle.end());
    }

    std::vector<int> script(size_t(prefix), 0);
    script.insert(script.end(), middle.begin(), middle.end());
    script.insert(script.end(), size_t(suffix), 0);
    return script;
}

} // namespace

FileDiff diffLines(const QString &file, const QString &before, const QString &after, int context)
{
    const QStringList a = before.isEmpty() ? QStringList() : splitLines(before);
    const QStringList b = after.isEmpty() ? QStringList() : splitLines(after);
    const std::vector<int> script = editScript(a, b);

    std::vector<DiffLine> lines;
    lines.reserve(script.size());
    qsizetype x = 0;
    qsizetype y = 0;
    FileDiff result;
    result.file = file;
    for (const int step : script) {
        DiffLine line;
        if (step <= 0) {
            line.oldLine = int(x) + 1;
            line.text = a[x];
        }
        if (step >= 0) {
            line.newLine = int(y) + 1;
            line.text = b[y];
        }
        line.kind = step == 0 ? DiffLine::Kind::Context
            : step < 0        ? DiffLine::Kind::Removed
                              : DiffLine::Kind::Added;
        result.removed += step < 0 ? 1 : 0;
        result.added += step > 0 ? 1 : 0;
        x += step <= 0 ? 1 : 0;
        y += step >= 0 ? 1 : 0;
        lines.push_back(std::move(line));
    }

    // Hunks: every change with its context, joined where they touch.
    const auto count = qsizetype(lines.size());
    qsizetype i = 0;
    while (i < count) {
        if (lines[size_t(i)].kind == DiffLine::Kind::Context) {
            ++i;
            continue;
        }
        const qsizetype start = std::max<qsizetype>(0, i - context);
        qsizetype end = i;
        qsizetype quiet = 0;
        while (end < count && quiet <= 2 * context) {
            quiet = lines[size_t(end)].kind == DiffLine::Kind::Context ? quiet + 1 : 0;
            ++end;
        }
        const qsizetype stop = std::min(count, end - quiet + std::min<qsizetype>(quiet, context));
        DiffHunk hunk;
        hunk.lines.assign(lines.begin() + start, lines.begin() + stop);
        result.hunks.push_back(std::move(hunk));
        i = stop;
    }
    return result;
}

QString unifiedText(const FileDiff &diff)
{
    QString text = QStringLiteral("--- %1\n+++ %1\n").arg(diff.file);
    for (const DiffHunk &hunk : diff.hunks) {
        int oldStart = 0;
        int newStart = 0;
        int oldCount = 0;
        int newCount = 0;
        for (const DiffLine &line : hunk.lines) {
            if (line.oldLine > 0) {
                oldStart = oldStart == 0 ? line.oldLine : oldStart;
                ++oldCount;
            }
            if (line.newLine > 0) {
                newStart = newStart == 0 ? line.newLine : newStart;
                ++newCount;
            }
        }
        text +=
            QStringLiteral("@@ -%1,%2 +%3,%4 @@\n").arg(oldStart).arg(oldCount).arg(newStart).arg(newCount);
        for (const DiffLine &line : hunk.lines) {
            const QChar mark = line.kind == DiffLine::Kind::Context ? QLatin1Char(' ')
                : line.kind == DiffLine::Kind::Removed              ? QLatin1Char('-')
                                                                    : QLatin1Char('+');
            text += mark + line.text + QLatin1Char('\n');
        }
    }
    return text;
}

} // namespace sluice::session
