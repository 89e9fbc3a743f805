// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/commands.h"

#include "base/settings.h"

#include <QWidget>
#include <algorithm>

namespace sluice::views {

namespace {
QString settingKey(const QString &id)
{
    return QStringLiteral("shortcuts/") + id;
}
} // namespace

CommandSet::CommandSet(base::Settings &settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
{
}

QAction *CommandSet::add(const QString &id, const QString &group, const QString &text,
                         const QKeySequence &shortcut, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_window->addAction(action);
    action->setShortcut(shortcut);
    put({action, id, group, shortcut});
    return action;
}

void CommandSet::adopt(QWidget *page, const QString &group)
{
    const QList<QAction *> actions = page->actions();
    for (QAction *action : actions) {
        put({action, action->objectName(), group, action->shortcut()});
        connect(action, &QObject::destroyed, this, [this](QObject *gone) {
            std::erase_if(m_entries, [gone](const Entry &entry) { return entry.action == gone; });
        });
    }
}

void CommandSet::put(Entry entry)
{
    if (!entry.id.isEmpty()) {
        const QVariant changed = m_settings.value(settingKey(entry.id));
        if (changed.isValid())
            entry.action->setShortcut(QKeySequence(changed.toString(), QKeySequence::PortableText));
    }
    m_entries.push_back(std::move(entry));
}

QAction *CommandSet::find(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : found->action;
}

void CommandSet::setShortcut(const QString &id, const QKeySequence &shortcut)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    if (id.isEmpty() || found == m_entries.end())
        return;
    found->action->setShortcut(shortcut);
    if (shortcut == found->standard)
        m_settings.remove(settingKey(id));
    else
        m_settings.setValue(settingKey(id), shortcut.toString(QKeySequence::PortableText));
    Q_EMIT shortcutsChanged();
}

void CommandSet::resetShortcut(const QString &id)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    if (found != m_entries.end())
        setShortcut(id, QKeySequence(found->standard));
}

QString CommandSet::takenBy(const QKeySequence &shortcut, const QString &exceptId) const
{
    if (shortcut.isEmpty())
        return {};
    for (const Entry &entry : m_entries) {
        if (entry.id != exceptId && entry.action->shortcuts().contains(shortcut))
            return entry.action->text();
    }
    return {};
}

} // namespace sluice::views
