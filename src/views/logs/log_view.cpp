// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/log_view.h"

#include "text/visible_text.h"
#include "views/theme/theme.h"

#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace sluice::views {

namespace {

constexpr int linesPerTurn = 2000;
constexpr int turnMs = 16;

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz")) : QString();
}

/// The last parts of a pod's name: what tells the pods of a revision apart.
QString shortPod(const QString &pod)
{
    return pod.section(QLatin1Char('-'), -2);
}

/// Dims the time and colours the pod; where these end is known from the text's own form.
class LogHighlighter final : public QSyntaxHighlighter {
public:
    LogHighlighter(LogView *view, const bool &showPods, const QHash<QString, int> &colours)
        : QSyntaxHighlighter(view->document())
        , m_view(view)
        , m_showPods(showPods)
        , m_colours(colours)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const Colours &c = themeOf(m_view).colours();
        constexpr int timeLength = 12; // HH:mm:ss.zzz
        if (text.size() > timeLength && text[2] == QLatin1Char(':') && text[5] == QLatin1Char(':'))
            setFormat(0, timeLength, c.textFaint);
        if (!m_showPods)
            return;
        const qsizetype start = text.indexOf(QLatin1Char(' ')) + 1;
        const qsizetype end = text.indexOf(QLatin1Char(' '), start);
        if (start > 0 && end > start)
            setFormat(int(start), int(end - start),
                      c.seriesAt(m_colours.value(text.mid(start, end - start))));
    }

private:
    LogView *m_view;
    const bool &m_showPods;
    const QHash<QString, int> &m_colours;
};

} // namespace

LogView::LogView(models::LogModel &model, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_model(model)
{
    setReadOnly(true);
    setLayoutDirection(Qt::LeftToRight); // logs are, whatever the language of the window
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Log lines"));
    setFont(themeOf(this).fonts().mono);
    document()->setDocumentMargin(themeOf(this).metrics().gap);
    auto *highlighter = new LogHighlighter(this, m_showPods, m_podColours);
    connect(this, &LogView::coloursChanged, highlighter, &QSyntaxHighlighter::rehighlight);
    m_timer.setInterval(turnMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { takeSome(linesPerTurn); });
    m_marking.setSingleShot(true);
    m_marking.setInterval(0);
    connect(&m_marking, &QTimer::timeout, this, &LogView::markMatches);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] { m_timer.start(); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int, int last) { dropFirst(last + 1); });
    connect(&model, &QAbstractItemModel::modelReset, this, &LogView::rebuild);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::noteScroll);
    rebuild();
}

QString LogView::lineText(int row) const
{
    const session::LogLine &line = m_model.line(row);
    QString text = timeText(line.time);
    if (m_showPods)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + shortPod(line.pod);
    if (!text.isEmpty())
        text += QStringLiteral("  ");
    QString shown = text::visibleText(line.text);
    shown.replace(QLatin1Char('\n'), QChar(0x2424)); // a line of the log is a line here
    return text + shown;
}

void LogView::notePods(int first, int end)
{
    for (int row = first; row < end; ++row) {
        const QString &pod = m_model.line(row).pod;
        m_podColours.insert(shortPod(pod), m_model.podIndex(pod));
    }
}

void LogView::rebuild()
{
    m_podColours.clear();
    m_timer.stop();
    m_taken = 0;
    m_showPods = m_model.podCount() > 1;
    clear();
    if (m_model.rowCount() > 0)
        m_timer.start();
    takeSome(linesPerTurn);
}

void LogView::flush()
{
    takeSome(m_model.rowCount());
}

void LogView::takeSome(int limit)
{
    if (!m_showPods && m_model.podCount() > 1) {
        // A second pod appeared: from now on each line says whose it is.
        m_showPods = true;
        m_taken = 0;
        clear();
    }
    const int end = std::min(m_model.rowCount(), m_taken + limit);
    if (end > m_taken) {
        notePods(m_taken, end);
        QStringList lines;
        lines.reserve(end - m_taken);
        for (int row = m_taken; row < end; ++row)
            lines << lineText(row);
        m_moving = true;
        QTextCursor cursor(document());
        cursor.movePosition(QTextCursor::End);
        cursor.beginEditBlock();
        if (m_taken > 0)
            cursor.insertBlock();
        cursor.insertText(lines.join(QLatin1Char('\n')));
        cursor.endEditBlock();
        m_taken = end;
        if (m_following)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_moving = false;
        m_marking.start();
    }
    if (m_taken >= m_model.rowCount())
        m_timer.stop();
    else
        m_timer.start();
}

void LogView::dropFirst(int count)
{
    const int dropped = std::min(count, m_taken);
    if (dropped <= 0)
        return;
    m_moving = true;
    const int place = verticalScrollBar()->value();
    QTextCursor cursor(document()->firstBlock());
    if (dropped >= document()->blockCount())
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    else
        cursor.setPosition(document()->findBlockByNumber(dropped).position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_taken -= dropped;
    // What was read stays where it was.
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else
        verticalScrollBar()->setValue(std::max(0, place - dropped));
    m_moving = false;
}

void LogView::setWrap(bool wrap)
{
    setLineWrapMode(wrap ? WidgetWidth : NoWrap);
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::setFollowing(bool following)
{
    if (m_following != following) {
        m_following = following;
        Q_EMIT followingChanged(following);
    }
    if (following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::noteScroll(int value)
{
    m_marking.start();
    if (m_moving)
        return;
    const bool atEnd = value >= verticalScrollBar()->maximum();
    if (m_following != atEnd && (atEnd || isVisible())) {
        m_following = atEnd;
        Q_EMIT followingChanged(atEnd);
    }
}

void LogView::setSearch(const QString &text)
{
    m_search = text;
    markMatches();
}

bool LogView::find(bool backward)
{
    if (m_search.isEmpty())
        return false;
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = document()->find(m_search, textCursor(), flags);
    if (found.isNull()) {
        QTextCursor end(document());
        end.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        found = document()->find(m_search, end, flags);
    }
    if (found.isNull())
        return false;
    setTextCursor(found);
    centerCursor();
    return true;
}

int LogView::matchCount() const
{
    int count = 0;
    for (int row = 0; !m_search.isEmpty() && row < m_model.rowCount(); ++row)
        count += lineText(row).contains(m_search, Qt::CaseInsensitive) ? 1 : 0;
    return count;
}

void LogView::markMatches()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (!m_search.isEmpty()) {
        const Colours &c = themeOf(this).colours();
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            if (blockBoundingGeometry(block).translated(contentOffset()).top() > viewport()->height())
                break;
            for (qsizetype at = block.text().indexOf(m_search, 0, Qt::CaseInsensitive); at >= 0;
                 at = block.text().indexOf(m_search, at + m_search.size(), Qt::CaseInsensitive)) {
                QTextEdit::ExtraSelection mark;
                mark.cursor = QTextCursor(block);
                mark.cursor.setPosition(block.position() + int(at));
                mark.cursor.setPosition(block.position() + int(at + m_search.size()),
                                        QTextCursor::KeepAnchor);
                mark.format.setBackground(c.of(Status::Warning).surface);
                mark.format.setForeground(c.of(Status::Warning).ink);
                marks.append(mark);
            }
        }
    }
    setExtraSelections(marks);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    m_moving = true;
    QPlainTextEdit::resizeEvent(event);
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_moving = false;
    m_marking.start();
}

void LogView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        setFont(themeOf(this).fonts().mono);
        m_marking.start();
        Q_EMIT coloursChanged();
    }
}

} // namespace sluice::views
