// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPushButton>
#include <functional>

namespace sluice::views {

/// "cluster Sandbox ▾": a dim label, a value and a menu that is filled when it opens.
class SelectorButton final : public QPushButton {
    Q_OBJECT
public:
    /// \a fill gets the emptied menu.
    SelectorButton(const QString &label, std::function<void(QMenu *)> fill, QWidget *parent = nullptr);
    void setValue(const QString &value, bool strong = false);
    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_label;
    QString m_value;
    bool m_strong = false;
};

/// Looks like a field, opens the palette.
class SearchButton final : public QPushButton {
    Q_OBJECT
public:
    explicit SearchButton(QWidget *parent = nullptr);
    void setKeyHint(const QString &hint);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

} // namespace sluice::views
