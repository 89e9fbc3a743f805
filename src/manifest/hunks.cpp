// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/edits.h"

#include <algorithm>

namespace sluice::manifest {

namespace {

QList<QByteArray> linesOf(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    QList<QByteArray> lines = text.split('\n');
    if (text.endsWith('\n'))
        lines.removeLast();
    return lines;
}

QString shown(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

/// Lengths of the longest common subsequences of all tails; texts here are short once equal ends are cut off.
std::vector<std::vector<int>> commonLengths(const QList<QByteArray> &a, const QList<QByteArray> &b)
{
    std::vector<std::vector<int>> lengths(std::size_t(a.size()) + 1,
                                          std::vector<int>(std::size_t(b.size()) + 1, 0));
    for (qsizetype i = a.size(); i-- > 0;) {
        for (qsizetype k = b.size(); k-- > 0;) {
            const auto x = std::size_t(i);
            const auto y = std::size_t(k);
            lengths[x][y] =
                a[i] == b[k] ? lengths[x + 1][y + 1] + 1 : std::max(lengths[x + 1][y], lengths[x][y + 1]);
        }
    }
    return lengths;
}

qsizetype indentation(const QByteArray &line)
{
    qsizetype i = 0;
    while (i < line.size() && line[i] == ' ')
        ++i;
    return i;
}

/// Lines that only came or only went can often be shown in several places with the same meaning. Of these the one
/// whose first line is indented least reads best: a whole list item instead of one's end and the next one's start.
/// Returns how far up to move \a count lines from \a from.
qsizetype bestShift(const QList<QByteArray> &lines, qsizetype from, qsizetype count)
{
    qsizetype best = 0;
    for (qsizetype shift = 1; shift <= from && lines[from - shift] == lines[from - shift + count]; ++shift) {
        if (indentation(lines[from - shift]) < indentation(lines[from - best]))
            best = shift;
    }
    return best;
}

} // namespace

std::vector<Hunk> hunks(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> allOld = linesOf(before);
    const QList<QByteArray> allNew = linesOf(after);
    QList<QByteArray> a = allOld;
    QList<QByteArray> b = allNew;
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
           && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    a = a.mid(head, a.size() - head - tail);
    b = b.mid(head, b.size() - head - tail);

    std::vector<Hunk> result;
    const auto add = [&](qsizetype oldFrom, qsizetype newFrom, const QList<QByteArray> &removed,
                         const QList<QByteArray> &added) {
        if (removed.isEmpty() && added.isEmpty())
            return;
        qsizetype shift = 0;
        if (added.isEmpty())
            shift = bestShift(allOld, head + oldFrom, removed.size());
        else if (removed.isEmpty())
            shift = bestShift(allNew, head + newFrom, added.size());
        Hunk hunk;
        hunk.oldLine = int(head + oldFrom - shift) + (removed.isEmpty() ? 0 : 1);
        hunk.newLine = int(head + newFrom - shift) + (added.isEmpty() ? 0 : 1);
        for (qsizetype line = 0; line < removed.size(); ++line)
            hunk.removed.append(shown(allOld[head + oldFrom - shift + line]));
        for (qsizetype line = 0; line < added.size(); ++line)
            hunk.added.append(shown(allNew[head + newFrom - shift + line]));
        result.push_back(hunk);
    };
    // Beyond this the table would cost more than a smaller hunk is worth.
    if (a.size() * b.size() > 4'000'000) {
        add(0, 0, a, b);
        return result;
    }
    const auto lengths = commonLengths(a, b);
    qsizetype i = 0;
    qsizetype k = 0;
    qsizetype oldFrom = 0;
    qsizetype newFrom = 0;
    const auto flush = [&] {
        add(oldFrom, newFrom, a.mid(oldFrom, i - oldFrom), b.mid(newFrom, k - newFrom));
    };
    while (i < a.size() || k < b.size()) {
        if (i < a.size() && k < b.size() && a[i] == b[k]) {
            flush();
            oldFrom = ++i;
            newFrom = ++k;
        } else if (k >= b.size()
                   || (i < a.size()
                       && lengths[std::size_t(i) + 1][std::size_t(k)]
                           >= lengths[std::size_t(i)][std::size_t(k) + 1])) {
            ++i;
        } else {
            ++k;
        }
    }
    flush();
    return result;
}

} // namespace sluice::manifest
