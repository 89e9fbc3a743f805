// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
class QWidget;

namespace sluice::base {
class Settings;
}

namespace sluice::views {

class CommandSet;
class ThemeController;

// The sections of the settings; each writes what it changes at once.
[[nodiscard]] QWidget *makeAppearanceSection(base::Settings &settings, ThemeController &theme);
[[nodiscard]] QWidget *makeShortcutsSection(CommandSet &commands);
[[nodiscard]] QWidget *makeToolsSection(base::Settings &settings);
[[nodiscard]] QWidget *makePluginsSection(base::Settings &settings);
[[nodiscard]] QWidget *makeProductionSection(base::Settings &settings);

} // namespace sluice::views
