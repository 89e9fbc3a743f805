// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspace.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sluice::views {

/// Asks for the name, folder and image of a new project and says at once what is wrong with them.
class NewProjectDialog final : public QDialog {
    Q_OBJECT
public:
    explicit NewProjectDialog(QWidget *parent);
    [[nodiscard]] session::NewProjectOptions options() const;

private:
    void check();
    void browse();

    QLineEdit *m_name;
    QLineEdit *m_folder;
    QLineEdit *m_image;
    QLabel *m_problem;
    QPushButton *m_create;
    QString m_parent;
    bool m_folderTyped = false;
};

} // namespace sluice::views
