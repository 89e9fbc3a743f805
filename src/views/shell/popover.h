// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/widgets/item_list.h"

#include <QFrame>

namespace sluice::views {

class Text;

/// A titled list that opens above a button and goes away with Esc or a click elsewhere. Rows can be copied.
class Popover final : public QFrame {
    Q_OBJECT
public:
    explicit Popover(const QString &title, QWidget *parent);
    void setRows(const std::vector<ListRow> &rows, const QString &emptyText);
    [[nodiscard]] ItemList *list() const { return m_list; }
    void openAbove(const QWidget *anchor);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copyCurrent();
    ItemList *m_list;
    Text *m_empty;
};

} // namespace sluice::views
