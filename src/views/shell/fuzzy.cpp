// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/fuzzy.h"

#include <algorithm>

namespace sluice::views {

namespace {

/// Lower case without accents: "Não" and "nao" meet.
QString folded(const QString &text)
{
    QString out;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            out += c.toCaseFolded();
    }
    return out;
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

} // namespace

int fuzzyScore(const QString &query, const QString &text)
{
    QString wanted = folded(query);
    wanted.remove(QLatin1Char(' '));
    if (wanted.isEmpty())
        return 0;
    const QString offered = folded(text);
    int best = -1;
    // The first character may stand in several places; the place decides what the rest can score.
    for (qsizetype start = offered.indexOf(wanted[0]); start >= 0;
         start = offered.indexOf(wanted[0], start + 1)) {
        int score = 0;
        qsizetype at = start;
        qsizetype previous = start - 2;
        bool fits = true;
        for (const QChar c : wanted) {
            qsizetype next = offered.indexOf(c, at);
            if (next < 0) {
                fits = false;
                break;
            }
            // A start of a word further on is better than a letter inside this one, unless the run goes on.
            if (next != previous + 1 && !startsWord(offered, next)) {
                for (qsizetype later = next; later >= 0; later = offered.indexOf(c, later + 1)) {
                    if (startsWord(offered, later)) {
                        next = later;
                        break;
                    }
                }
            }
            score += next == previous + 1 ? 6 : 1;
            score += startsWord(offered, next) ? 8 : 0;
            previous = next;
            at = next + 1;
        }
        if (fits)
            best = std::max(best,
                            score * 16 - static_cast<int>(std::min<qsizetype>(offered.size(), 120)) / 4
                                - static_cast<int>(std::min<qsizetype>(start, 40)) / 4);
    }
    return best;
}

} // namespace sluice::views
