// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/command_palette.h"

#include "views/shell/fuzzy.h"
#include "views/theme/painting.h"
#include "views/widgets/item_list.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace sluice::views {

namespace {
constexpr int maxRows = 80;
constexpr int visibleRows = 10;
} // namespace

CommandPalette::CommandPalette(Source source, QWidget *window)
    : QFrame(window)
    , m_source(std::move(source))
    , m_field(new QLineEdit)
    , m_list(new ItemList(false))
    , m_nothing(new Text(TextRole::Dim, tr("Nothing has this name.")))
{
    setAccessibleName(tr("Search or run"));
    setFocusProxy(m_field);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
    m_field->setPlaceholderText(tr("Search or run…"));
    m_field->setAccessibleName(tr("Search or run"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &ItemList::rowActivated, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_items = m_source();
    m_field->clear();
    filter({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        parentWidget()->setFocus(Qt::OtherFocusReason);
}

QStringList CommandPalette::shownTexts() const
{
    QStringList texts;
    for (const int index : m_shown)
        texts.append(m_items[index].text);
    return texts;
}

void CommandPalette::filter(const QString &query)
{
    struct Hit {
        int index;
        int score;
    };
    std::vector<Hit> hits;
    for (int i = 0; i < m_items.size(); ++i) {
        const int byText = fuzzyScore(query, m_items[i].text);
        // The detail counts, but less than the name.
        const int byBoth = byText >= 0
            ? byText
            : fuzzyScore(query, m_items[i].text + QLatin1Char(' ') + m_items[i].detail) / 4;
        const bool fits =
            byText >= 0 || fuzzyScore(query, m_items[i].text + QLatin1Char(' ') + m_items[i].detail) >= 0;
        if (fits)
            hits.push_back({i, byBoth});
    }
    std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::score);
    if (hits.size() > maxRows)
        hits.resize(maxRows);
    m_shown.clear();
    std::vector<ListRow> rows;
    for (const Hit &hit : hits) {
        m_shown.append(hit.index);
        const PaletteItem &item = m_items[hit.index];
        rows.push_back({item.text, item.detail, item.hint, item.icon, {}, false, {}, {}});
    }
    m_list->setRows(rows);
    m_list->setVisible(!rows.empty());
    m_nothing->setVisible(rows.empty());
    if (!rows.empty())
        m_list->setCurrentRow(0);
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    // A copy: the act may open the palette again.
    const std::function<void()> act = m_items[m_shown[row]].run;
    close();
    if (act)
        act();
}

void CommandPalette::place()
{
    const Metrics &m = themeOf(this).metrics();
    layout()->setContentsMargins(m.unit, m.unit, m.unit, m.unit);
    layout()->setSpacing(m.unit);
    const QWidget *window = parentWidget();
    const int width = std::min(m.unit * 76, window->width() - m.unit * 4);
    const int height =
        std::min(m.controlHeight + m.rowHeight * visibleRows + m.unit * 3, window->height() - m.unit * 4);
    setGeometry((window->width() - width) / 2, m.topBarHeight + m.unit, width, height);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason
            && reason != Qt::MenuBarFocusReason)
            hide(); // the person went somewhere else: stay there
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentRow());
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int count = m_list->count();
        if (count == 0)
            return true;
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? visibleRows
                                             : -visibleRows;
        const int row = m_list->currentRow() + step;
        const bool single = std::abs(step) == 1;
        m_list->setCurrentRow(single ? (row + count) % count : std::clamp(row, 0, count - 1));
        return true;
    }
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintPanel(painter, rect(), theme.colours().surface, theme.colours().control, theme.metrics().radius);
}

} // namespace sluice::views
