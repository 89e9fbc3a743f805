// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/matrix_view.h"

#include "views/environments/matrix_delegate.h"
#include "views/environments/matrix_header.h"
#include "views/environments/matrix_words.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace sluice::views {

using models::MatrixModel;

MatrixView::MatrixView(MatrixModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_words(new MatrixWords(model, this))
    , m_delegate(new MatrixDelegate(model, this))
    , m_header(new MatrixHeader(model, this))
{
    setAccessibleName(tr("Parameters by environment"));
    setHorizontalHeader(m_header);
    setModel(m_words);
    setItemDelegate(m_delegate);
    m_delegate->isFolded = [this](int row) { return isFolded(m_model.group(row)); };
    verticalHeader()->hide();
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setSelectionMode(ContiguousSelection);
    setTabKeyNavigation(false); // Tab leaves the table; inside an editor it goes on to the next cell
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const int section = m_header->logicalIndexAt(at);
        if (m_model.columnAt(section))
            Q_EMIT headerMenuRequested(m_model.matrixColumn(section), m_header->mapToGlobal(at));
    });
    connect(m_words, &QAbstractItemModel::modelReset, this, &MatrixView::arrange);
    connect(m_words, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_onlyDifferences)
            arrange();
    });
    connect(m_words, &QAbstractItemModel::headerDataChanged, this, &MatrixView::arrangeColumns);
    arrange();
}

void MatrixView::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    arrange();
}

void MatrixView::setLiveShown(bool shown)
{
    m_live = shown;
    arrange();
}

void MatrixView::compare(int matrixColumnA, int matrixColumnB)
{
    m_comparedA = matrixColumnA;
    m_comparedB = matrixColumnB;
    arrange();
    viewport()->update();
}

int MatrixView::comparedDifferences() const
{
    int count = 0;
    for (int row = 0; isComparing() && row < m_model.rowCount(); ++row)
        count += m_model.differs(row, m_comparedA, m_comparedB) ? 1 : 0;
    return count;
}

void MatrixView::setFolded(domain::ParameterGroup group, bool folded)
{
    if (folded)
        m_folded.insert(int(group));
    else
        m_folded.remove(int(group));
    arrange();
}

void MatrixView::select(domain::ParameterId parameter, int matrixColumn)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const domain::Parameter *at = m_model.parameterAt(row);
        if (!at || at->id != parameter)
            continue;
        setFolded(m_model.group(row), false);
        setCurrentIndex(m_words->index(row, m_model.columnOf(matrixColumn)));
        scrollTo(currentIndex());
    }
}

void MatrixView::arrange()
{
    if (std::max(m_comparedA, m_comparedB) >= int(m_model.matrix().columns.size())) {
        m_comparedA = m_comparedB = -1; // they went with the project
    }
    // Where nothing but differences is shown, marking them would mark everything.
    m_delegate->setCompared(m_onlyDifferences ? -1 : m_comparedA, m_comparedB);
    clearSpans();
    const Metrics &m = themeOf(this).metrics();
    const int columns = m_model.columnCount();
    int groupRow = -1;
    bool groupSeen = false;
    const auto closeGroup = [&] {
        if (groupRow >= 0)
            setRowHidden(groupRow, m_onlyDifferences && !groupSeen);
    };
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.isGroup(row)) {
            closeGroup();
            groupRow = row;
            groupSeen = false;
            if (columns > 1)
                setSpan(row, 0, 1, columns);
            setRowHeight(row, m.tableRowHeight - m.half);
            continue;
        }
        const bool differs = isComparing() ? m_model.differs(row, m_comparedA, m_comparedB)
                                           : m_model.index(row, 0).data(MatrixModel::DiffersRole).toBool();
        const bool filtered = m_onlyDifferences && !differs;
        groupSeen = groupSeen || !filtered;
        setRowHidden(row, filtered || isFolded(m_model.group(row)));
        setRowHeight(row, m.tableRowHeight);
    }
    closeGroup();
    arrangeColumns();
}

int MatrixView::namesWidth() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics metrics(theme.fonts().body);
    int width = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_model.isGroup(row))
            width = std::max(width, metrics.horizontalAdvance(m_words->index(row, 0).data().toString()));
    }
    return width + 3 * theme.metrics().unit;
}

void MatrixView::arrangeColumns()
{
    const Metrics &m = themeOf(this).metrics();
    std::vector<int> shown;
    for (int column = 1; column < m_model.columnCount(); ++column) {
        const bool live = m_model.columnKind(column) == MatrixModel::ColumnKind::Live;
        const int matrixColumn = m_model.matrixColumn(column);
        const bool seen = isComparing()
            ? !live && (matrixColumn == m_comparedA || matrixColumn == m_comparedB)
            : !live || m_live;
        setColumnHidden(column, !seen);
        if (seen)
            shown.push_back(column);
    }
    const int minimum = m.unit * 14;
    const int room = viewport()->width();
    const int first = std::clamp(room / 4, m.unit * 20, m.unit * 30);
    setColumnWidth(0, first);
    if (shown.empty())
        return;
    const int share = (room - first) / int(shown.size());
    int left = room - first;
    for (size_t i = 0; i < shown.size(); ++i) {
        int width = std::max({share, minimum, m_header->wantedWidth(shown[i])});
        if (i + 1 == shown.size())
            width = std::max(width, left);
        setColumnWidth(shown[i], width);
        left -= width;
    }
    // Widths that do not fit may have taken more than their share: they give back what is empty.
    const auto giveBack = [&](int column, int least) {
        const int spare = std::min(-left, columnWidth(column) - least);
        if (spare > 0) {
            setColumnWidth(column, columnWidth(column) - spare);
            left += spare;
        }
    };
    for (const int column : shown)
        giveBack(column, std::max(minimum, m_header->wantedWidth(column)));
    giveBack(0, namesWidth());
    if (left < 0)
        shareEvenly(shown, minimum);
}

/// Rather than scroll, the columns lose the words of their states, whose shapes stay; alike, so that they stay in step.
void MatrixView::shareEvenly(std::vector<int> columns, int minimum)
{
    int room = viewport()->width() - columnWidth(0);
    const auto stateless = [this](int column) {
        return m_header->leastWidth(column) == m_header->wantedWidth(column);
    };
    const auto others = std::stable_partition(columns.begin(), columns.end(), stateless);
    for (auto column = columns.begin(); column != others; ++column) {
        setColumnWidth(*column, std::max(minimum, m_header->leastWidth(*column)));
        room -= columnWidth(*column);
    }
    for (auto column = others; column != columns.end(); ++column) {
        const int share = room / int(columns.end() - column);
        setColumnWidth(*column, std::max({minimum, share, m_header->leastWidth(*column)}));
        room -= columnWidth(*column);
    }
}

void MatrixView::toggleGroup(int row)
{
    setFolded(m_model.group(row), !isFolded(m_model.group(row)));
    setCurrentIndex(m_words->index(row, 0));
    Q_EMIT groupToggled();
}

std::vector<QModelIndex> MatrixView::selectedValues() const
{
    std::vector<QModelIndex> values;
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        if (!isRowHidden(index.row()) && !isColumnHidden(index.column()) && !m_model.isGroup(index.row())
            && index.column() > 0)
            values.push_back(index);
    }
    std::sort(values.begin(), values.end());
    return values;
}

void MatrixView::copyRange()
{
    // What is live stands beside each value and would shift a paste, so it goes along only when nothing else does.
    std::vector<QModelIndex> values = selectedValues();
    const auto isLive = [this](const QModelIndex &at) {
        return m_model.columnKind(at.column()) == MatrixModel::ColumnKind::Live;
    };
    if (!std::all_of(values.begin(), values.end(), isLive))
        std::erase_if(values, isLive);
    QString text;
    int row = -1;
    for (const QModelIndex &index : values) {
        if (row >= 0)
            text += index.row() == row ? QLatin1Char('\t') : QLatin1Char('\n');
        row = index.row();
        text += m_model.index(index.row(), index.column()).data().toString();
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void MatrixView::pasteRange()
{
    const QModelIndex at = currentIndex();
    const session::MatrixCell *cell =
        at.isValid() ? m_model.cellAt(m_model.index(at.row(), at.column())) : nullptr;
    QString text = QGuiApplication::clipboard()->text();
    if (!cell || m_model.columnKind(at.column()) != MatrixModel::ColumnKind::Value || text.isEmpty())
        return;
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    std::vector<QStringList> cells;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        QStringList row = line.split(QLatin1Char('\t'));
        for (QString &value : row)
            value = value.trimmed();
        cells.push_back(row);
    }
    m_model.editor()->paste(m_model.matrixRow(at.row()), m_model.matrixColumn(at.column()), cells);
}

void MatrixView::clearRange()
{
    const std::vector<QModelIndex> values = selectedValues();
    if (values.size() == 1 || values.empty()) {
        const QModelIndex at = values.empty() ? currentIndex() : values.front();
        if (m_model.flags(m_model.index(at.row(), at.column())) & Qt::ItemIsEditable)
            m_model.editor()->clearValue(m_model.matrixRow(at.row()), m_model.matrixColumn(at.column()));
        return;
    }
    // A range is cleared as one step, as the paste of nothing.
    std::vector<QStringList> nothing;
    int row = -1;
    for (const QModelIndex &index : values) {
        if (m_model.columnKind(index.column()) != MatrixModel::ColumnKind::Value)
            continue;
        if (index.row() != row)
            nothing.emplace_back();
        nothing.back().append(QString());
        row = index.row();
    }
    const QModelIndex start = values.front();
    m_model.editor()->paste(m_model.matrixRow(start.row()), m_model.matrixColumn(start.column()), nothing);
}

void MatrixView::promote()
{
    const QModelIndex at = currentIndex();
    if (at.isValid() && m_model.cellAt(m_model.index(at.row(), at.column())))
        m_model.editor()->promote(m_model.matrixRow(at.row()), m_model.matrixColumn(at.column()));
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    const bool group = at.isValid() && m_model.isGroup(at.row());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy)) {
        copyRange();
    } else if (event->matches(QKeySequence::Paste)) {
        pasteRange();
    } else if (group && (enter || event->key() == Qt::Key_Space)) {
        toggleGroup(at.row());
    } else if (group && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const bool opens = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        if (opens == isFolded(m_model.group(at.row())))
            toggleGroup(at.row());
    } else if (!group && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        clearRange();
    } else if (at.isValid() && enter && !(event->modifiers() & Qt::ControlModifier)) {
        // The Enter that ends an edit comes here too, before the editor is closed.
        if (state() != EditingState && m_words->flags(at) & Qt::ItemIsEditable)
            edit(at);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void MatrixView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!isRowHidden(row))
            return;
    }
    const Theme &theme = themeOf(this);
    QPainter painter(viewport());
    painter.setPen(theme.colours().textDim);
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No differences"));
}

void MatrixView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
    if (at.isValid() && m_model.isGroup(at.row()) && event->button() == Qt::LeftButton)
        toggleGroup(at.row());
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex at = currentIndex();
    if (at.isValid() && m_model.cellAt(m_model.index(at.row(), at.column())))
        Q_EMIT cellMenuRequested(event->reason() == QContextMenuEvent::Keyboard
                                     ? viewport()->mapToGlobal(visualRect(at).bottomLeft())
                                     : event->globalPos());
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

void MatrixView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_words)
        arrange();
}

void MatrixView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const bool value = current.isValid() && !m_model.isGroup(current.row());
    Q_EMIT cellChanged(value ? m_model.index(current.row(), current.column()) : QModelIndex());
}

} // namespace sluice::views
