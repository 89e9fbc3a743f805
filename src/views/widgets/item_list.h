// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QIcon>
#include <QListWidget>
#include <QStyledItemDelegate>
#include <optional>

namespace sluice::views {

/// One row of an ItemList.
struct ListRow {
    QString title;
    QString detail; ///< dim, below the title or after it
    QString trailing; ///< at the end: an age, a count, a key
    QIcon icon;
    std::optional<Status> status; ///< its shape before the title
    bool strong = false;
    QVariant data; ///< the caller's
    QString toolTip;
};

/// A plain list of rows with a title, a detail and something at the end: problems, activity, recent projects, the
/// palette's results. Enter or a click activates.
class ItemList final : public QListWidget {
    Q_OBJECT
public:
    /// \a twoLines puts the detail below the title.
    explicit ItemList(bool twoLines, QWidget *parent = nullptr);
    void setRows(const std::vector<ListRow> &rows);
    [[nodiscard]] QVariant dataAt(int row) const;
    /// Asks for exactly the height of its rows, up to \a maxRows.
    void setFitRows(int maxRows);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int m_fitRows = 0;
};

} // namespace sluice::views
