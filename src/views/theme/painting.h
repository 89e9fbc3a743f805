// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/theme.h"

#include <QRectF>
#include <vector>

class QPainter;

// What widgets and item delegates draw alike.
namespace sluice::views {

/// The shape of \a status in the square \a box, in \a colour.
void paintStatusShape(QPainter &painter, const QRectF &box, Status status, const QColor &colour);

/// The size of a chip with \a text; with room for the shape unless \a shape is false.
[[nodiscard]] QSize chipSize(const Theme &theme, const QString &text, bool shape = true);
/// A chip filling \a rect (usually of chipSize), its text elided when it does not fit.
void paintChip(QPainter &painter, const QRect &rect, const Theme &theme, Status status, const QString &text,
               bool shape = true, Qt::LayoutDirection direction = Qt::LeftToRight);

/// One part of a split; percents of 100, in the order drawn.
struct SplitPart {
    double percent = 0;
    QString label; ///< may be empty; shown where it fits
    int series = 0;
};
/// A horizontal bar divided by \a parts; empty space where they do not reach 100.
void paintSplit(QPainter &painter, const QRectF &rect, const Theme &theme,
                const std::vector<SplitPart> &parts, bool labels,
                Qt::LayoutDirection direction = Qt::LeftToRight);

/// A rounded rectangle with a crisp one-pixel border inside \a rect.
void paintPanel(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border,
                qreal radius);
/// The ring that shows keyboard focus, inside \a rect.
void paintFocus(QPainter &painter, const QRectF &rect, const Theme &theme, qreal radius);
/// A small triangle that points down (or up, or sideways) in the middle of \a rect.
void paintArrow(QPainter &painter, const QRectF &rect, Qt::ArrowType type, const QColor &colour);

} // namespace sluice::views
