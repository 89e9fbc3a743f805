// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/diff_model.h"
#include "session/manifests_session.h"

#include <memory>

namespace sluice::models {

/// The files of a project as a tree, with the findings counted; a folder counts what is below it.
class ManifestTreeModel final : public DiffModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, FolderRole, ErrorsRole, WarningsRole };

    explicit ManifestTreeModel(QObject *parent = nullptr);
    ~ManifestTreeModel() override;

    /// In the order of a walk: a folder before what is in it.
    void setEntries(const std::vector<session::ManifestEntry> &entries);
    /// The index of a file or folder by its path, invalid when there is none.
    [[nodiscard]] QModelIndex find(const QString &path) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    void update(const QModelIndex &parent, Node &node, Node &wanted);

    std::unique_ptr<Node> m_root;
};

} // namespace sluice::models
