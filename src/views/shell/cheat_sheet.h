// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace sluice::views {

class CommandSet;

/// F1: every shortcut, by group.
class CheatSheet final : public QDialog {
    Q_OBJECT
public:
    CheatSheet(const CommandSet &commands, QWidget *parent);

Q_SIGNALS:
    /// "Change shortcuts…" was chosen.
    void changeRequested();
};

} // namespace sluice::views
