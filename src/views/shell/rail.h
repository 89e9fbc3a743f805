// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace sluice::views {

/// One page in the rail: icon, word and a count of problems.
class RailItem final : public QAbstractButton {
    Q_OBJECT
public:
    RailItem(const QString &icon, const QString &text, QWidget *parent = nullptr);
    void setBadge(int count, Status status);
    void setCollapsed(bool collapsed);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void announce();
    int m_badge = 0;
    Status m_badgeStatus = Status::Failed;
    bool m_collapsed = false;
};

/// The list of pages at the side. Only pages that exist are in it. Collapses to icons; arrows move along it.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    void addPage(const QString &id, const QString &icon, const QString &title);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count, Status status);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(const QString &id);
    void settingsRequested();
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void relayout();
    QVBoxLayout *m_layout;
    QList<QPair<QString, RailItem *>> m_items;
    RailItem *m_settings;
    RailItem *m_toggle;
    bool m_collapsed = false;
};

} // namespace sluice::views
