// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace sluice::views {

/// What a message bar says. Plain text: nothing from a cluster is read as markup.
struct BarText {
    Status status = Status::Failed;
    QString title; ///< what happened
    QString cause; ///< why, as far as it is known
    QString nextStep; ///< what to do
    QString action; ///< label of the button that does it; empty for none
    QString details; ///< longer text behind "Details"; empty for none
    bool dismissible = false; ///< bars stay until solved, unless they only inform
    bool operator==(const BarText &) const = default;
};

/// The message of a page: stays until it is solved. Its text can be selected and copied.
class Bar final : public QFrame {
    Q_OBJECT
public:
    explicit Bar(QWidget *parent = nullptr);

    void setText(const BarText &text);
    [[nodiscard]] const BarText &text() const { return m_text; }
    /// A button beside the main one.
    QPushButton *addButton(const QString &label);

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void relayout();

    BarText m_text;
    QLabel *m_title;
    QLabel *m_body;
    QHBoxLayout *m_buttons;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
    QPlainTextEdit *m_details;
};

} // namespace sluice::views
