// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace sluice::views {

/// A rounded surface on the page's ground. With a title it has a first line with room for chips and buttons.
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Widgets of the first line: chips after the title, buttons at the end.
    void addToTitle(QWidget *widget);
    void addTitleAction(QWidget *widget);
    /// Where the content goes. Padded, unless setFlush() lets a table reach the border.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setFlush(bool flush);
    /// A line below the first line, as the plan has.
    void setTitleSeparated(bool separated);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void relayout();
    void ensureTitle();

    QWidget *m_edge = nullptr; ///< keeps the corners round over content that reaches them
    QVBoxLayout *m_outer = nullptr;
    QWidget *m_titleRow = nullptr;
    QHBoxLayout *m_titleLayout = nullptr;
    QHBoxLayout *m_titleStart = nullptr;
    QHBoxLayout *m_titleEnd = nullptr;
    QLabel *m_title = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_flush = false;
    bool m_separated = false;
};

} // namespace sluice::views
