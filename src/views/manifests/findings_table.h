// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/list_models.h"

#include <QTreeView>

namespace sluice::views {

/// What is wrong in the files; Enter goes there, Alt+Enter asks for the fix.
class FindingsTable final : public QTreeView {
    Q_OBJECT
public:
    explicit FindingsTable(models::FindingsModel &model, QWidget *parent = nullptr);

    /// Row of the model that is current; -1 when none is.
    [[nodiscard]] int currentFinding() const;

Q_SIGNALS:
    void placeRequested(const QString &file, int line);
    void fixRequested(int row); ///< of the model
    void currentFindingChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void go(const QModelIndex &index);
};

} // namespace sluice::views
