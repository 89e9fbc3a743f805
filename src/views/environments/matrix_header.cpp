// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/matrix_header.h"

#include "text/catalog.h"
#include "views/environments/matrix_words.h"
#include "views/facts/facts.h"
#include "views/theme/painting.h"

#include <QPainter>

namespace sluice::views {

namespace {

struct Chip {
    Status status = Status::Unknown;
    QString text; ///< empty: no chip
};

/// The most urgent thing to say of a column.
Chip chipOf(const session::MatrixColumn &column)
{
    if (column.invalidCells > 0)
        return {Status::Failed, MatrixHeader::tr("%n invalid", nullptr, column.invalidCells)};
    if (column.driftedCells > 0)
        return {Status::Drifted, MatrixHeader::tr("%n drifted", nullptr, column.driftedCells)};
    if (column.base || column.healthWords.id.isEmpty())
        return {};
    return {statusOf(column.health), text::words(column.healthWords)};
}

} // namespace

MatrixHeader::MatrixHeader(models::MatrixModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setStretchLastSection(false);
    setAccessibleName(tr("Environments"));
}

int MatrixHeader::wantedWidth(int section) const
{
    return widthFor(section, true);
}

int MatrixHeader::leastWidth(int section) const
{
    return widthFor(section, false);
}

int MatrixHeader::widthFor(int section, bool words) const
{
    const Theme &theme = themeOf(this);
    const int padding = 2 * theme.metrics().unit + theme.metrics().half;
    const QString name = model()->headerData(section, orientation()).toString();
    int width = QFontMetrics(theme.fonts().strong).horizontalAdvance(name) + padding;
    const session::MatrixColumn *column = m_model.columnAt(section);
    if (column && m_model.columnKind(section) == models::MatrixModel::ColumnKind::Value) {
        if (const Chip chip = chipOf(*column); !chip.text.isEmpty())
            width += chipSize(theme, words ? chip.text : QString()).width() + theme.metrics().half;
    }
    return std::min(width, theme.metrics().unit * 24); // longer names are elided, their tool tip has them
}

void MatrixHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = themeOf(this);
    const Colours &c = theme.colours();
    const Metrics &m = theme.metrics();
    painter->save();
    painter->fillRect(rect, c.surface);
    painter->setPen(c.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const session::MatrixColumn *column = m_model.columnAt(section);
    const bool value = column && m_model.columnKind(section) == models::MatrixModel::ColumnKind::Value;
    QRect rest = rect.adjusted(m.unit + 2, 0, -m.half, -1);
    const auto place = [&](int width) {
        QRect area = rest;
        area.setWidth(std::clamp(width, 0, std::max(0, rest.width())));
        rest.setLeft(area.right() + 1 + m.half);
        return QStyle::visualRect(layoutDirection(), rect, area);
    };
    if (value && column->production) {
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), m.focusLine + 1), c.production.ink);
    }
    const QString name = model()->headerData(section, orientation()).toString();
    painter->setFont(theme.fonts().strong);
    painter->setPen(column && m_model.columnKind(section) == models::MatrixModel::ColumnKind::Live
                        ? c.textFaint
                        : c.textDim);
    const QRect words = place(painter->fontMetrics().horizontalAdvance(name) + 1);
    painter->drawText(words, int(Qt::AlignVCenter | Qt::AlignLeft),
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, words.width()));
    if (value) {
        if (Chip chip = chipOf(*column); !chip.text.isEmpty()) {
            if (chipSize(theme, chip.text).width() > rest.width())
                chip.text.clear();
            const QSize size = chipSize(theme, chip.text);
            QRect area = place(size.width());
            area = QRect(area.left(), rect.center().y() - size.height() / 2, area.width(), size.height());
            if (area.width() > size.height())
                paintChip(*painter, area, theme, chip.status, chip.text, true, layoutDirection());
        }
    }
    painter->restore();
}

QSize MatrixHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), themeOf(this).metrics().headerHeight};
}

} // namespace sluice::views
