// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/diff_view.h"

#include "views/theme/theme.h"

#include <QTextBlock>
#include <algorithm>

namespace sluice::views {

namespace {

QString signedText(const DiffLine &line)
{
    switch (line.kind) {
    case DiffLine::Kind::File:
        return line.text;
    case DiffLine::Kind::Gap:
        return QStringLiteral("…");
    case DiffLine::Kind::Removed:
        return QStringLiteral("- ") + line.text;
    case DiffLine::Kind::Added:
        return QStringLiteral("+ ") + line.text;
    case DiffLine::Kind::Context:
        return QStringLiteral("  ") + line.text;
    }
    return {};
}

/// Longest common subsequence of two short lists of lines; both ends that agree are cut off before.
std::vector<DiffLine> compare(const QStringList &before, const QStringList &after)
{
    using Kind = DiffLine::Kind;
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const qsizetype n = before.size() - head - tail;
    const qsizetype m = after.size() - head - tail;
    std::vector<DiffLine> out;
    for (qsizetype i = 0; i < head; ++i)
        out.push_back({Kind::Context, before[i]});
    // The table has n x m cells; beyond this size the middle is shown as replaced as a whole.
    constexpr qsizetype maxCells = 4'000'000;
    if (n * m > maxCells) {
        for (qsizetype i = 0; i < n; ++i)
            out.push_back({Kind::Removed, before[head + i]});
        for (qsizetype j = 0; j < m; ++j)
            out.push_back({Kind::Added, after[head + j]});
    } else {
        std::vector<int> length(static_cast<size_t>((n + 1) * (m + 1)), 0);
        const auto cell = [&](qsizetype i, qsizetype j) -> int & {
            return length[static_cast<size_t>(i * (m + 1) + j)];
        };
        for (qsizetype i = n - 1; i >= 0; --i) {
            for (qsizetype j = m - 1; j >= 0; --j) {
                cell(i, j) = before[head + i] == after[head + j] ? cell(i + 1, j + 1) + 1
                                                                 : std::max(cell(i + 1, j), cell(i, j + 1));
            }
        }
        qsizetype i = 0;
        qsizetype j = 0;
        while (i < n || j < m) {
            if (i < n && j < m && before[head + i] == after[head + j]) {
                out.push_back({Kind::Context, before[head + i]});
                ++i;
                ++j;
            } else if (i < n && (j == m || cell(i + 1, j) >= cell(i, j + 1))) {
                out.push_back({Kind::Removed, before[head + i++]});
            } else {
                out.push_back({Kind::Added, after[head + j++]});
            }
        }
    }
    for (qsizetype i = before.size() - tail; i < before.size(); ++i)
        out.push_back({Kind::Context, before[i]});
    return out;
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLayoutDirection(Qt::LeftToRight); // files are, whatever the language of the window
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Difference"));
    setAccessibleDescription(tr("Removed lines begin with a minus, added lines with a plus."));
    restyle();
}

void DiffView::setLines(std::vector<DiffLine> lines)
{
    if (m_lines == lines)
        return;
    m_lines = std::move(lines);
    QStringList text;
    text.reserve(static_cast<qsizetype>(m_lines.size()));
    for (const DiffLine &line : m_lines)
        text.append(signedText(line));
    setPlainText(text.join(QLatin1Char('\n')));
    restyle();
}

std::vector<DiffLine> DiffView::difference(const QString &file, const QString &before, const QString &after,
                                           int context)
{
    const auto linesOf = [](const QString &text) {
        QStringList lines = text.split(QLatin1Char('\n'));
        if (!lines.isEmpty() && lines.constLast().isEmpty())
            lines.removeLast();
        return lines;
    };
    const std::vector<DiffLine> all = compare(linesOf(before), linesOf(after));
    std::vector<bool> keep(all.size(), false);
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == DiffLine::Kind::Context)
            continue;
        const size_t reach = static_cast<size_t>(context);
        const size_t from = i > reach ? i - reach : 0;
        for (size_t k = from; k < std::min(all.size(), i + reach + 1); ++k)
            keep[k] = true;
    }
    std::vector<DiffLine> out;
    if (!file.isEmpty())
        out.push_back({DiffLine::Kind::File, file});
    bool skipped = false;
    for (size_t i = 0; i < all.size(); ++i) {
        if (!keep[i]) {
            skipped = true;
            continue;
        }
        if (skipped && !out.empty() && out.back().kind != DiffLine::Kind::File)
            out.push_back({DiffLine::Kind::Gap, {}});
        skipped = false;
        out.push_back(all[i]);
    }
    return out;
}

void DiffView::restyle()
{
    const Theme &theme = themeOf(this);
    setFont(theme.fonts().mono);
    document()->setDocumentMargin(theme.metrics().gap);
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = document()->firstBlock();
    for (const DiffLine &line : m_lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        switch (line.kind) {
        case DiffLine::Kind::Removed:
            mark.format.setBackground(theme.colours().of(Status::Failed).surface);
            break;
        case DiffLine::Kind::Added:
            mark.format.setBackground(theme.colours().of(Status::Ok).surface);
            break;
        default:
            break;
        }
        if (mark.format.hasProperty(QTextFormat::BackgroundBrush))
            marks.append(mark);
        if (line.kind == DiffLine::Kind::File || line.kind == DiffLine::Kind::Gap) {
            QTextEdit::ExtraSelection faint;
            faint.cursor = QTextCursor(block);
            faint.cursor.select(QTextCursor::LineUnderCursor);
            faint.format.setForeground(theme.colours().textDim);
            marks.append(faint);
        }
        block = block.next();
    }
    setExtraSelections(marks);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace sluice::views
