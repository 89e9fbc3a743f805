// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/list_models.h"

#include <QTreeView>

namespace sluice::views {

/// What is wrong in the files; Enter goes there.
class FindingsTable final : public QTreeView {
    Q_OBJECT
public:
    explicit FindingsTable(models::FindingsModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void placeRequested(const QString &file, int line);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void go(const QModelIndex &index);
};

} // namespace sluice::views
