// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace sluice::views {

namespace {

/// Draws one SVG whose strokes and fills are "#000", in the palette's colour at the time of painting.
class OwnIconEngine final : public QIconEngine {
public:
    explicit OwnIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, render(rect.size(), ratio, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(size, 1.0, mode, state);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return render(size / scale, scale, mode, state);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new OwnIconEngine(m_name); }
    [[nodiscard]] QString key() const override { return QStringLiteral("sluice"); }
    [[nodiscard]] bool isNull() override { return false; }

private:
    static QColor colour(QIcon::Mode mode, QIcon::State state)
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        if (mode == QIcon::Selected || state == QIcon::On)
            return palette.color(QPalette::Link);
        return palette.color(mode == QIcon::Active ? QPalette::Text : QPalette::PlaceholderText);
    }

    [[nodiscard]] QPixmap render(const QSize &size, qreal ratio, QIcon::Mode mode, QIcon::State state) const
    {
        const QColor ink = colour(mode, state);
        const QString key = QStringLiteral("sluice-%1-%2x%3@%4-%5")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio)
                                .arg(ink.rgba(), 0, 16);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(QStringLiteral(":/sluice/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            qWarning("no icon %s", qUtf8Printable(m_name));
        QByteArray svg = file.readAll();
        svg.replace("#000", ink.name().toLatin1());
        pixmap = QPixmap(size * ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
};

} // namespace

void installIconFallback()
{
    QStringList paths = QIcon::themeSearchPaths();
    const QString system = QStringLiteral("/usr/share/icons");
    if (!paths.contains(system)) {
        paths.append(system);
        QIcon::setThemeSearchPaths(paths);
    }
    const QString breeze = QStringLiteral("breeze");
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == QLatin1String("hicolor"))
        QIcon::setThemeName(breeze);
    QIcon::setFallbackThemeName(breeze);
}

QIcon ownIcon(const QString &name)
{
    return QIcon(new OwnIconEngine(name));
}

QIcon themeIcon(const QString &name, const QString &own)
{
    const QIcon found = QIcon::fromTheme(name);
    return found.isNull() && !own.isEmpty() ? ownIcon(own) : found;
}

} // namespace sluice::views
