// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QScrollArea>
#include <QWidget>

namespace sluice::views {

/// The pane at the end of the window: shows what the current page publishes about what is selected. The widget goes back to
/// its page when another takes its place.
class InspectorPane final : public QScrollArea {
    Q_OBJECT
public:
    explicit InspectorPane(QWidget *parent = nullptr);
    /// Null hides the pane.
    void borrow(QWidget *widget, QWidget *owner);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void giveBack();
    void restyle();
    QPointer<QWidget> m_owner;
};

/// The place below the page for a plan or a difference.
class DrawerSlot final : public QWidget {
    Q_OBJECT
public:
    explicit DrawerSlot(QWidget *parent = nullptr);
    void borrow(QWidget *widget, QWidget *owner);

protected:
    void changeEvent(QEvent *event) override;

private:
    void relayout();
    QPointer<QWidget> m_widget;
    QPointer<QWidget> m_owner;
};

} // namespace sluice::views
