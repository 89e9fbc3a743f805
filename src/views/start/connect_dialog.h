// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "session/cluster_provider.h"

#include <QDialog>

class QPushButton;

namespace sluice::views {

class ItemList;

/// The contexts of the kubeconfig and the sandbox, with server and user, and what to do with the chosen one.
class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Next { UseHere, OpenFolder, NewProject };
    ConnectDialog(const base::Result<std::vector<session::ClusterContext>> &contexts, bool projectOpen,
                  QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &context, sluice::views::ConnectDialog::Next next);

private:
    void choose(Next next);
    ItemList *m_list;
    QList<QPushButton *> m_acts;
};

} // namespace sluice::views
