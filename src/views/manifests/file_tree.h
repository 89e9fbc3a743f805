// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/manifest_tree_model.h"

#include <QTreeView>

namespace sluice::views {

/// The project's files with a count of what is wrong in each.
class FileTree final : public QTreeView {
    Q_OBJECT
public:
    explicit FileTree(models::ManifestTreeModel &model, QWidget *parent = nullptr);
    /// Opens the folders above and selects; false when there is no such file.
    bool selectFile(const QString &path);
    [[nodiscard]] QString currentFile() const; ///< empty on a folder

Q_SIGNALS:
    void fileSelected(const QString &path);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void expandNew(const QModelIndex &parent);
    models::ManifestTreeModel &m_model;
};

} // namespace sluice::views
