// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/shell/page.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;

namespace sluice::views {

class ItemList;
class Text;

/// Ctrl+K: all actions and objects in one list, narrowed while typing. Stands over the window it belongs to; arrows and
/// Enter work from the field, Esc gives the focus back to where it was.
class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    using Source = std::function<QList<PaletteItem>()>;
    /// \a source is asked at each opening.
    CommandPalette(Source source, QWidget *window);

    void open();
    void close();
    /// The texts of the rows shown, best first.
    [[nodiscard]] QStringList shownTexts() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &query);
    void run(int row);
    void place();

    Source m_source;
    QList<PaletteItem> m_items;
    QList<int> m_shown; // indexes into m_items
    QLineEdit *m_field;
    ItemList *m_list;
    Text *m_nothing;
    QPointer<QWidget> m_before;
};

} // namespace sluice::views
