// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace sluice::views {

/// Lists what is not saved before the window closes. accepted() means: close.
class UnsavedDialog final : public QDialog {
    Q_OBJECT
public:
    UnsavedDialog(const QStringList &work, QWidget *parent);
};

} // namespace sluice::views
