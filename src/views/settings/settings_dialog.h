// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace sluice::base {
class Settings;
}

namespace sluice::views {

class CommandSet;
class ThemeController;

/// The settings. Every change counts at once; there is nothing to confirm. Keys in the settings: "appearance/theme",
/// "appearance/compact-tables", "language" (takes effect at the next start), "shortcuts/<id>", "tools/kubeconfig" (paths
/// joined by ':'), "tools/kustomize", "consents/exec", "production/type-name".
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(base::Settings &settings, ThemeController &theme, CommandSet &commands, QWidget *parent);
    /// "appearance", "shortcuts", "tools", "plugins" or "production".
    void showSection(const QString &id);

private:
    void addSection(const QString &id, const QString &title, QWidget *section);
    QListWidget *m_sections;
    QStackedWidget *m_stack;
};

} // namespace sluice::views
