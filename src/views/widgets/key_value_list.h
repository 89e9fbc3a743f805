// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QWidget>
#include <functional>
#include <optional>

class QGridLayout;
class QVBoxLayout;

namespace sluice::views {

/// One line of facts. A value is plain text; it may be a link, monospaced or carry a status.
struct Fact {
    QString label;
    QString value;
    QString unit; ///< dim, after the value
    bool mono = false;
    bool strong = false;
    std::optional<Status> status; ///< shows the value as a chip
    std::function<void()> open; ///< shows the value as a link
    QString toolTip; ///< for example the real key
};

/// Facts in two columns: dim labels and selectable values that wrap. Every value can be copied from its context menu.
class KeyValueList final : public QWidget {
    Q_OBJECT
public:
    explicit KeyValueList(QWidget *parent = nullptr);
    void setFacts(const std::vector<Fact> &facts);
    /// All lines as "label: value", for the clipboard.
    [[nodiscard]] QString plainText() const;

private:
    std::vector<Fact> m_facts;
    QGridLayout *m_grid;
};

/// What the inspector shows: a title, a subtitle and sections of facts or prose with lines between.
class InspectorView final : public QWidget {
    Q_OBJECT
public:
    explicit InspectorView(QWidget *parent = nullptr);
    void clear();
    void setTitle(const QString &title, const QString &subtitle = {});
    KeyValueList *addFacts(const std::vector<Fact> &facts, const QString &heading = {});
    void addProse(const QString &heading, const QString &text);
    /// Takes \a widget, for buttons, conditions and the like.
    void addWidget(QWidget *widget, const QString &heading = {});

private:
    void separate(const QString &heading);
    QVBoxLayout *m_layout;
    bool m_first = true; ///< nothing but the title stands there yet
    bool m_titled = false; ///< the title is being put in
};

} // namespace sluice::views
