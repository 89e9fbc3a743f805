// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace sluice::views {

/// Grey bars where content will be, for the first load. Breathes unless the desktop wants no motion.
class SkeletonView final : public QWidget {
    Q_OBJECT
public:
    enum class Shape { Table, Text };
    explicit SkeletonView(Shape shape = Shape::Table, QWidget *parent = nullptr);
    /// Rows to draw; by default as many as fit.
    void setRows(int rows);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    Shape m_shape;
    int m_rows = 0;
    int m_phase = 0;
    QBasicTimer m_timer;
};

/// An empty place: what belongs here and the first act.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// \a icon: a name for ownIcon(); an empty \a action shows no button.
    void setContent(const QString &icon, const QString &title, const QString &text,
                    const QString &action = {});
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace sluice::views
