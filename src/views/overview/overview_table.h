// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/overview/overview_words.h"

#include <QTreeView>

namespace sluice::views {

/// The overview's rows: chips, split bars and numbers, in groups that fold.
class OverviewTable final : public QTreeView {
    Q_OBJECT
public:
    OverviewTable(models::OverviewModel &model, OverviewWords &words, QWidget *parent = nullptr);

    [[nodiscard]] const session::OverviewRow *currentRow() const;
    void selectService(const QString &environment, const QString &service);
    /// The height that shows every row.
    [[nodiscard]] int contentHeight() const;

Q_SIGNALS:
    /// Enter or a double click on a Service.
    void opened(const QString &environment, const QString &service);
    void heightChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

private:
    void arrange();
    void arrangeColumns();
    void openIndex(const QModelIndex &index);

    models::OverviewModel &m_model;
    OverviewWords &m_words;
};

} // namespace sluice::views
