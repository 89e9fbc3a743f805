// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matrix_model.h"

#include <QStyledItemDelegate>

namespace sluice::views {

class Theme;

/// Paints the cells of the matrix and edits them in place, telling what is wrong while one types.
class MatrixDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit MatrixDelegate(models::MatrixModel &model, QObject *parent = nullptr);

    /// Whether a group is folded; the view tells.
    std::function<bool(int row)> isFolded;
    /// The matrix columns that are compared, or -1: cells that differ stand out.
    void setCompared(int a, int b);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, int row) const;
    void paintValue(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme,
                    const QModelIndex &index) const;

    models::MatrixModel &m_model;
    int m_comparedA = -1;
    int m_comparedB = -1;
};

} // namespace sluice::views
