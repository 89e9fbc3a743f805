// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/desktop_settings.h"
#include "views/theme/theme.h"

#include <QObject>
#include <QPointer>

namespace sluice::base {
class Settings;
}

namespace sluice::views {

class SluiceStyle;

/// Chooses the theme: what the settings say ("appearance/theme": system, light, dark, high-contrast), else what the
/// desktop says, else what its palette looks like. Installs the SluiceStyle and switches it live.
class ThemeController final : public QObject {
    Q_OBJECT
public:
    /// \a desktop outlives the controller.
    ThemeController(base::Settings &settings, DesktopSettings &desktop, QObject *parent = nullptr);

    /// Puts the style on the application. The desktop is asked without waiting; until it answers, its last answer counts.
    void install();

    /// "system", "light", "dark" or "high-contrast".
    [[nodiscard]] QString choice() const;
    void setChoice(const QString &choice);
    /// Whether tables have compact rows ("appearance/compact-tables").
    [[nodiscard]] bool compactTables() const;
    void setCompactTables(bool compact);
    [[nodiscard]] const Theme &theme() const;

Q_SIGNALS:
    void themeChanged();

private:
    [[nodiscard]] ThemeKind wanted() const;
    [[nodiscard]] Theme makeTheme() const;
    void apply();

    base::Settings &m_settings;
    DesktopSettings &m_desktop;
    QPointer<SluiceStyle> m_style; // owned by QApplication
    ThemeKind m_paletteKind = ThemeKind::Light;
};

} // namespace sluice::views
