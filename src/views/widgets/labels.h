// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace sluice::views {

/// The rank of a text; chooses font and colour from the theme and follows it.
enum class TextRole { Body, Dim, Faint, Strong, Small, SmallDim, Title, Display, Mono };

/// For event(): answers the wish for a tool tip with the whole \a text of a widget that shows a part of it; none where
/// it is empty. False where the event is another or the widget has a tool tip of its own.
bool tellElided(QWidget *widget, QEvent *event, const QString &text);

/// A label that follows the theme. Plain text always.
class Text final : public QLabel {
    Q_OBJECT
public:
    explicit Text(TextRole role = TextRole::Body, const QString &text = {}, QWidget *parent = nullptr);
    void setRole(TextRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    TextRole m_role;
    bool m_restyling = false;
};

/// One line that ends in … where it does not fit; then the whole text is its tool tip. Never asks for the text's width.
class ElidedLabel final : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TextRole role = TextRole::Body, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setRole(TextRole role);
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QFont roleFont() const;

    QString m_text;
    TextRole m_role;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// A button that looks like a link and stands in running lines.
class LinkButton final : public QPushButton {
    Q_OBJECT
public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);
    /// May become narrower than its text, which then ends in the middle with ….
    void setElided(bool elided);
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    bool m_elided = false;
};

/// The filter of a page: "/" goes there, Esc empties it and then leaves it.
class FilterField final : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget *parent = nullptr);
    /// The key drawn at its end as a hint ("/").
    void setKeyHint(const QString &hint);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

/// A key as a small outlined box: "Ctrl K".
class KeyCap final : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString &text = {}, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace sluice::views
