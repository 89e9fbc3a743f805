// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/matrix_delegate.h"

#include "text/catalog.h"
#include "views/environments/cell_editor.h"
#include "views/environments/matrix_words.h"
#include "views/theme/painting.h"

#include <QPainter>

namespace sluice::views {

using models::MatrixModel;
using session::MatrixCell;

namespace {

/// Lays parts of a cell out from its leading edge and elides the one that does not fit.
class Run {
public:
    Run(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
        : m_painter(painter)
        , m_theme(theme)
        , m_direction(option.direction)
        , m_cell(option.rect)
        , m_rest(option.rect.adjusted(theme.metrics().unit + 2, 0, -theme.metrics().unit, 0))
    {
    }

    /// Draws and returns where, in the cell's own direction.
    QRect text(const QString &text, const QFont &font, const QColor &colour)
    {
        const QFontMetrics metrics(font);
        const QRect area = take(metrics.horizontalAdvance(text) + 1);
        if (area.isEmpty())
            return {};
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(area, int(Qt::AlignVCenter | Qt::AlignLeft),
                           metrics.elidedText(text, Qt::ElideMiddle, area.width()));
        return area;
    }
    void chip(Status status, const QString &text)
    {
        const QSize size = chipSize(m_theme, text);
        QRect area = take(size.width());
        if (area.width() < size.height())
            return;
        area = QRect(area.left(), m_cell.center().y() - size.height() / 2, area.width(), size.height());
        paintChip(m_painter, area, m_theme, status, text, true, m_direction);
    }
    void shape(Status status, const QColor &colour, int side)
    {
        const QRect area = take(side);
        if (area.width() >= side)
            paintStatusShape(m_painter, QRectF(area.left(), m_cell.center().y() - side / 2.0, side, side),
                             status, colour);
    }
    void gap(int width) { m_rest.setLeft(m_rest.left() + width); }
    [[nodiscard]] int room() const { return std::max(0, m_rest.width()); }

private:
    QRect take(int width)
    {
        QRect area = m_rest;
        area.setWidth(std::min(width, room()));
        m_rest.setLeft(m_rest.left() + area.width());
        return QStyle::visualRect(m_direction, m_cell, area);
    }

    QPainter &m_painter;
    const Theme &m_theme;
    Qt::LayoutDirection m_direction;
    QRect m_cell;
    QRect m_rest; ///< as if left to right
};

void paintWave(QPainter &painter, const QRect &under, const QColor &colour)
{
    QPolygonF wave;
    const qreal y = under.center().y() + painter.fontMetrics().height() / 2.0 - 1;
    for (int i = 0; under.left() + i * 2 <= under.right(); ++i)
        wave << QPointF(under.left() + i * 2, y + (i % 2 ? 1.5 : -0.5));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    painter.drawPolyline(wave);
}

} // namespace

MatrixDelegate::MatrixDelegate(MatrixModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void MatrixDelegate::setCompared(int a, int b)
{
    m_comparedA = a;
    m_comparedB = b;
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colours &c = theme.colours();
    painter->save();
    const int row = index.row();
    const bool current = option.state & QStyle::State_HasFocus;
    const bool selected = option.state & QStyle::State_Selected;
    if (m_model.isGroup(row)) {
        painter->fillRect(option.rect, c.bg);
        paintGroup(*painter, option, theme, row);
    } else {
        const bool compared =
            m_comparedA >= 0 && index.column() > 0 && m_model.differs(row, m_comparedA, m_comparedB);
        painter->fillRect(option.rect,
                          selected       ? c.accentSurface
                              : compared ? c.of(Status::Progressing).surface
                                         : c.surface);
        if (index.column() == 0) {
            Run(*painter, option, theme)
                .text(parameterLabel(*m_model.parameterAt(row)), theme.fonts().body, c.text);
        } else {
            paintValue(*painter, option, theme, index);
        }
    }
    painter->setPen(c.lineSoft);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (current)
        paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), theme, 0);
    painter->restore();
}

void MatrixDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme,
                                int row) const
{
    const Colours &c = theme.colours();
    const bool folded = isFolded && isFolded(row);
    Run run(painter, option, theme);
    const int side = theme.metrics().unit + 2;
    const QRect arrow(option.rect.left() + theme.metrics().unit, option.rect.top(), side,
                      option.rect.height());
    const Qt::ArrowType closed = option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    paintArrow(painter, QStyle::visualRect(option.direction, option.rect, arrow),
               folded ? closed : Qt::DownArrow, c.textDim);
    run.gap(side + theme.metrics().half);
    QFont heading = theme.fonts().strong;
    run.text(groupLabel(m_model.group(row)), heading, c.textDim);
    if (!folded)
        return;
    int parameters = 0;
    int differing = 0;
    for (int at = row + 1; at < m_model.rowCount() && !m_model.isGroup(at); ++at) {
        ++parameters;
        if (m_model.index(at, 0).data(MatrixModel::DiffersRole).toBool())
            ++differing;
    }
    run.gap(theme.metrics().unit);
    const QString count = MatrixWords::tr("%n parameter(s)", nullptr, parameters);
    const QString difference =
        differing == 0 ? MatrixWords::tr("no differences") : MatrixWords::tr("%n differ", nullptr, differing);
    run.text(MatrixWords::tr("%1, %2").arg(count, difference), theme.fonts().small, c.textDim);
}

void MatrixDelegate::paintValue(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme,
                                const QModelIndex &index) const
{
    const Colours &c = theme.colours();
    const Fonts &fonts = theme.fonts();
    const int gap = theme.metrics().half + 1;
    const domain::Parameter &parameter = *m_model.parameterAt(index.row());
    const int matrixColumn = m_model.matrixColumn(index.column());
    const MatrixCell &cell = m_model.matrix().cell(m_model.matrixRow(index.row()), matrixColumn);
    Run run(painter, option, theme);
    if (m_model.columnKind(index.column()) == MatrixModel::ColumnKind::Live) {
        const bool known = cell.live.state == session::LiveValue::State::Known && !cell.live.text.isEmpty();
        if (cell.drifted)
            run.chip(Status::Drifted, liveText(parameter, cell.live));
        else
            run.text(liveText(parameter, cell.live), fonts.body, known ? c.textDim : c.textFaint);
        return;
    }
    const bool own = cell.source == MatrixCell::Source::Own;
    const QColor failed = c.of(Status::Failed).ink;
    const QRect value = run.text(valueText(parameter, cell.text), own ? fonts.strong : fonts.body,
                                 cell.invalid ? failed
                                     : own    ? c.text
                                              : c.textFaint);
    if (cell.invalid)
        paintWave(painter, value, failed);
    const QString origin = originText(cell);
    if (cell.unsaved) {
        const QString was = cell.savedText.isEmpty()
            ? MatrixWords::tr("was not set")
            : MatrixWords::tr("was %1").arg(valueText(parameter, cell.savedText));
        run.gap(gap);
        run.text(was, fonts.body, c.textDim);
        run.gap(gap);
        run.shape(Status::Unsaved, c.accent, theme.metrics().unit + 4);
    } else if (!origin.isEmpty() && !cell.drifted) {
        run.text(QStringLiteral(" · ") + origin, fonts.small, c.textFaint);
    }
    if (cell.invalid) {
        run.gap(gap);
        run.shape(Status::Failed, failed, theme.metrics().unit + 1);
        run.gap(gap);
        if (run.room() > painter.fontMetrics().averageCharWidth() * 6)
            run.text(text::words(*cell.invalid), fonts.small, failed);
    } else if (cell.drifted) {
        run.gap(gap);
        run.chip(Status::Drifted, MatrixWords::tr("live %1").arg(liveText(parameter, cell.live)));
    }
}

QSize MatrixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics &m = themeOf(option.widget).metrics();
    return {m.unit * 12, m_model.isGroup(index.row()) ? m.tableRowHeight - m.half : m.tableRowHeight};
}

QWidget *MatrixDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    const domain::Parameter *parameter = m_model.parameterAt(index.row());
    if (!parameter || index.column() == 0)
        return nullptr;
    auto *editor = new CellEditor(parameter->id, parent);
    editor->setAccessibleName(
        MatrixWords::tr("%1, %2").arg(parameterLabel(*parameter), m_model.columnAt(index.column())->name));
    if (!parameter->clusterDefault.isEmpty())
        editor->setPlaceholderText(valueText(*parameter, parameter->clusterDefault));
    return editor;
}

void MatrixDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<CellEditor *>(editor);
    if (line && !line->isModified()) {
        line->setText(index.data(Qt::EditRole).toString());
        line->selectAll();
    }
}

void MatrixDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<const CellEditor *>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

void MatrixDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

} // namespace sluice::views
