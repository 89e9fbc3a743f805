// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPushButton>

namespace sluice::views {

/// A big choice of the start page: icon, title, a sentence, its key.
class StartCard final : public QPushButton {
    Q_OBJECT
public:
    StartCard(const QString &icon, const QString &title, const QString &text, const QString &key,
              QWidget *parent = nullptr);
    void setDescription(const QString &text);
    /// The choice that Enter takes.
    void setPreferred(bool preferred);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect textRect(int width, int height) const;
    QString m_description;
    QString m_key;
    bool m_preferred = false;
};

} // namespace sluice::views
