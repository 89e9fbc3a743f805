// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme_controller.h"

#include "base/settings.h"
#include "views/theme/sluice_style.h"

#include <QApplication>

namespace sluice::views {

namespace {
const QString themeKey = QStringLiteral("appearance/theme");
const QString compactKey = QStringLiteral("appearance/compact-tables");
const QString lastDesktopKey = QStringLiteral("appearance/last-desktop-dark");

ThemeKind kindOfPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness()
        ? ThemeKind::Dark
        : ThemeKind::Light;
}

/// The desktop's font; Qt's bare default of 9 points, used where no desktop says anything, is raised a little.
QFont applicationFont()
{
    QFont font = QApplication::font();
    if (font.family().startsWith(QLatin1String("Sans")) && font.pointSizeF() < 10)
        font.setPointSizeF(10);
    return font;
}
} // namespace

ThemeController::ThemeController(base::Settings &settings, DesktopSettings &desktop, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_desktop(desktop)
{
    connect(&m_desktop, &DesktopSettings::changed, this, [this] {
        if (m_desktop.wishes().dark)
            m_settings.setValue(lastDesktopKey, *m_desktop.wishes().dark);
        apply();
    });
}

void ThemeController::install()
{
    m_paletteKind = kindOfPalette(QApplication::palette());
    QApplication::setFont(applicationFont());
    auto *style = new SluiceStyle(makeTheme());
    m_style = style;
    QApplication::setStyle(style); // takes ownership
    QApplication::setPalette(style->theme().palette());
    m_desktop.start();
}

QString ThemeController::choice() const
{
    return m_settings.value(themeKey, QStringLiteral("system")).toString();
}

void ThemeController::setChoice(const QString &choice)
{
    m_settings.setValue(themeKey, choice);
    apply();
}

bool ThemeController::compactTables() const
{
    return m_settings.value(compactKey, false).toBool();
}

void ThemeController::setCompactTables(bool compact)
{
    m_settings.setValue(compactKey, compact);
    apply();
}

Theme ThemeController::makeTheme() const
{
    return Theme::make(wanted(), QApplication::font(), {m_desktop.wishes().reducedMotion, compactTables()});
}

const Theme &ThemeController::theme() const
{
    return themeOf(nullptr);
}

ThemeKind ThemeController::wanted() const
{
    const QString chosen = choice();
    if (chosen == QLatin1String("light"))
        return ThemeKind::Light;
    if (chosen == QLatin1String("dark"))
        return ThemeKind::Dark;
    if (chosen == QLatin1String("high-contrast"))
        return ThemeKind::HighContrast;
    const DesktopSettings::Wishes &wishes = m_desktop.wishes();
    if (wishes.highContrast)
        return ThemeKind::HighContrast;
    if (wishes.dark)
        return *wishes.dark ? ThemeKind::Dark : ThemeKind::Light;
    const QVariant last = m_settings.value(lastDesktopKey);
    if (last.isValid())
        return last.toBool() ? ThemeKind::Dark : ThemeKind::Light;
    return m_paletteKind;
}

void ThemeController::apply()
{
    if (!m_style)
        return;
    m_style->setTheme(makeTheme());
    Q_EMIT themeChanged();
}

} // namespace sluice::views
