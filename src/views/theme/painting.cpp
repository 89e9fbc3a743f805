// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace sluice::views {

namespace {

QPolygonF triangle(const QRectF &box)
{
    return QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()});
}

int chipPadding(const Theme &theme)
{
    return theme.metrics().unit;
}

int shapeSize(const Theme &theme)
{
    return theme.metrics().unit + theme.metrics().half / 2;
}

} // namespace

void paintStatusShape(QPainter &painter, const QRectF &box, Status status, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = std::min(box.width(), box.height());
    const QRectF square(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    const qreal stroke = std::max(1.0, side / 7);
    const QRectF inner = square.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    const QPen outline(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (status) {
    case Status::Ok:
        painter.drawEllipse(square);
        break;
    case Status::Progressing:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, stroke * 1.2, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(inner, 90 * 16, -285 * 16);
        break;
    case Status::Warning:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(outline);
        painter.drawPolygon(triangle(inner));
        painter.drawLine(QPointF(inner.center().x(), inner.top() + side * 0.38),
                         QPointF(inner.center().x(), inner.top() + side * 0.58));
        break;
    case Status::Failed:
        painter.drawPolygon(triangle(square));
        break;
    case Status::Unknown:
        painter.drawRect(QRectF(square.left(), square.center().y() - stroke * 0.6, side, stroke * 1.2));
        break;
    case Status::Inactive:
        painter.drawPie(inner, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, stroke * 0.8));
        painter.drawEllipse(inner);
        break;
    case Status::Drifted: {
        const QPointF c = square.center();
        painter.drawPolygon(QPolygonF({QPointF(c.x(), square.top()), QPointF(square.right(), c.y()),
                                       QPointF(c.x(), square.bottom()), QPointF(square.left(), c.y())}));
        break;
    }
    case Status::Unsaved:
        painter.drawEllipse(square.adjusted(side * 0.18, side * 0.18, -side * 0.18, -side * 0.18));
        break;
    }
    painter.restore();
}

QSize chipSize(const Theme &theme, const QString &text, bool shape)
{
    const QFontMetrics metrics(theme.fonts().small);
    int width = metrics.horizontalAdvance(text) + 2 * chipPadding(theme);
    if (shape)
        width += shapeSize(theme) + (text.isEmpty() ? 0 : theme.metrics().half);
    return {width, std::max(theme.metrics().chipHeight, metrics.height() + 2)};
}

void paintChip(QPainter &painter, const QRect &rect, const Theme &theme, Status status, const QString &text,
               bool shape, Qt::LayoutDirection direction)
{
    const InkAndSurface &colours = theme.colours().of(status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.kind() == ThemeKind::HighContrast ? QPen(colours.ink, 1) : QPen(Qt::NoPen));
    painter.setBrush(colours.surface);
    const QRectF body = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);

    QRect inner = rect.adjusted(chipPadding(theme), 0, -chipPadding(theme), 0);
    const bool mirrored = direction == Qt::RightToLeft;
    if (shape) {
        const int side = shapeSize(theme);
        const int x = mirrored ? inner.right() - side + 1 : inner.left();
        paintStatusShape(painter, QRectF(x, rect.top() + (rect.height() - side) / 2.0, side, side), status,
                         colours.ink);
        const int used = side + theme.metrics().half;
        inner.adjust(mirrored ? 0 : used, 0, mirrored ? -used : 0, 0);
    }
    painter.setFont(theme.fonts().small);
    painter.setPen(colours.ink);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner.adjusted(mirrored ? -2 : 0, 0, mirrored ? 0 : 2, 0),
                     static_cast<int>(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), shown);
    painter.restore();
}

void paintSplit(QPainter &painter, const QRectF &rect, const Theme &theme,
                const std::vector<SplitPart> &parts, bool labels, Qt::LayoutDirection direction)
{
    const Colours &colours = theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    const qreal radius = std::min<qreal>(theme.metrics().half, rect.height() / 3);
    clip.addRoundedRect(rect, radius, radius);
    painter.setClipPath(clip);
    painter.fillRect(rect, colours.lineSoft);
    qreal done = 0;
    for (const SplitPart &part : parts) {
        const qreal width = rect.width() * part.percent / 100.0;
        if (width <= 0)
            continue;
        const qreal x = direction == Qt::RightToLeft ? rect.right() - done - width : rect.left() + done;
        QRectF area(x, rect.top(), width, rect.height());
        painter.fillRect(area, colours.seriesAt(part.series));
        if (done > 0) { // a gap between neighbours, for eyes that see the colours alike
            const qreal gap = labels ? 2 : 1;
            const qreal gapX = direction == Qt::RightToLeft ? area.right() - gap / 2 : area.left() - gap / 2;
            painter.fillRect(QRectF(gapX, rect.top(), gap, rect.height()), colours.surface);
        }
        done += width;
        if (!labels || part.label.isEmpty())
            continue;
        painter.setFont(theme.fonts().small);
        painter.setPen(colours.onSeries);
        area.adjust(theme.metrics().unit, 0, -theme.metrics().half, 0);
        const QString shown =
            painter.fontMetrics().elidedText(part.label, Qt::ElideRight, static_cast<int>(area.width()));
        if (shown.size() > 1)
            painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, shown);
    }
    painter.restore();
}

void paintPanel(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void paintFocus(QPainter &painter, const QRectF &rect, const Theme &theme, qreal radius)
{
    const qreal width = theme.metrics().focusLine;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().focus, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    painter.restore();
}

void paintArrow(QPainter &painter, const QRectF &rect, Qt::ArrowType type, const QColor &colour)
{
    const qreal side = std::min<qreal>(std::min(rect.width(), rect.height()), 8);
    const QPointF c = rect.center();
    const qreal a = side / 2;
    const qreal b = side / 3.2;
    QPolygonF shape;
    switch (type) {
    case Qt::UpArrow:
        shape << QPointF(c.x() - a, c.y() + b) << QPointF(c.x() + a, c.y() + b) << QPointF(c.x(), c.y() - b);
        break;
    case Qt::LeftArrow:
        shape << QPointF(c.x() + b, c.y() - a) << QPointF(c.x() + b, c.y() + a) << QPointF(c.x() - b, c.y());
        break;
    case Qt::RightArrow:
        shape << QPointF(c.x() - b, c.y() - a) << QPointF(c.x() - b, c.y() + a) << QPointF(c.x() + b, c.y());
        break;
    default:
        shape << QPointF(c.x() - a, c.y() - b) << QPointF(c.x() + a, c.y() - b) << QPointF(c.x(), c.y() + b);
        break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(shape);
    painter.restore();
}

} // namespace sluice::views
