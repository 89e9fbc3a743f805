// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace sluice::views {

/// Asks once whether a kubeconfig's credential plugin may run: shows the program, its arguments and hash. accepted()
/// means yes.
class ConsentDialog final : public QDialog {
    Q_OBJECT
public:
    ConsentDialog(const QString &context, const QString &command, const QStringList &arguments,
                  const QString &sha256, QWidget *parent);
};

} // namespace sluice::views
