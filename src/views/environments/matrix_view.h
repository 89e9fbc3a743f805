// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matrix_model.h"

#include <QSet>
#include <QTableView>

namespace sluice::views {

class MatrixDelegate;
class MatrixHeader;
class MatrixWords;

/// The matrix on screen: groups that fold, cells edited in place, ranges copied and pasted. Which rows and columns are
/// seen follows folding, "only differences", a comparison of two columns and the live columns.
class MatrixView final : public QTableView {
    Q_OBJECT
public:
    explicit MatrixView(models::MatrixModel &model, QWidget *parent = nullptr);

    void setOnlyDifferences(bool only);
    [[nodiscard]] bool onlyDifferences() const { return m_onlyDifferences; }
    void setLiveShown(bool shown);
    [[nodiscard]] bool liveShown() const { return m_live; }
    /// Shows two matrix columns alone and marks where they differ; -1 ends it.
    void compare(int matrixColumnA, int matrixColumnB);
    [[nodiscard]] bool isComparing() const { return m_comparedA >= 0; }
    /// How many parameters differ between the compared columns.
    [[nodiscard]] int comparedDifferences() const;

    void setFolded(domain::ParameterGroup group, bool folded);
    [[nodiscard]] bool isFolded(domain::ParameterGroup group) const { return m_folded.contains(int(group)); }
    /// Makes the value of a parameter in a matrix column current.
    void select(domain::ParameterId parameter, int matrixColumn);

    void copyRange();
    void pasteRange();
    void clearRange();
    void promote();

Q_SIGNALS:
    void groupToggled(); ///< somebody folded or unfolded a group
    void cellChanged(const QModelIndex &current); ///< of the MatrixModel; invalid for a group
    void headerMenuRequested(int matrixColumn, const QPoint &globalPos);
    void cellMenuRequested(const QPoint &globalPos);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void arrange();
    void arrangeColumns();
    void shareEvenly(std::vector<int> columns, int minimum);
    [[nodiscard]] int namesWidth() const; ///< of the first column, without anything to spare
    void toggleGroup(int row);
    [[nodiscard]] std::vector<QModelIndex> selectedValues() const;

    models::MatrixModel &m_model;
    MatrixWords *m_words;
    MatrixDelegate *m_delegate;
    MatrixHeader *m_header;
    QSet<int> m_folded;
    bool m_onlyDifferences = false;
    bool m_live = false;
    int m_comparedA = -1;
    int m_comparedB = -1;
};

} // namespace sluice::views
