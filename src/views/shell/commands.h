// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

namespace sluice::base {
class Settings;
}

namespace sluice::views {

/// Everything that the window can do, by id, with shortcuts that a person may change ("shortcuts/<id>" in the settings).
class CommandSet final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QAction *action = nullptr;
        QString id;
        QString group; ///< "General", "Pages", or the title of the page it belongs to
        QKeySequence standard; ///< the shortcut without a change
    };

    /// \a window gets every action, so that its shortcut works everywhere in it.
    CommandSet(base::Settings &settings, QWidget *window);

    QAction *add(const QString &id, const QString &group, const QString &text, const QKeySequence &shortcut,
                 std::function<void()> run);
    /// Takes a page's actions in; those with an objectName can have their shortcut changed. Taken out with the page.
    void adopt(QWidget *page, const QString &group);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] QAction *find(const QString &id) const;
    /// An empty \a shortcut removes it; equal to the standard one forgets the change.
    void setShortcut(const QString &id, const QKeySequence &shortcut);
    void resetShortcut(const QString &id);
    /// The text of another command that has \a shortcut; empty when it is free.
    [[nodiscard]] QString takenBy(const QKeySequence &shortcut, const QString &exceptId) const;

Q_SIGNALS:
    void shortcutsChanged();

private:
    void put(Entry entry);

    base::Settings &m_settings;
    QWidget *m_window;
    std::vector<Entry> m_entries;
};

} // namespace sluice::views
