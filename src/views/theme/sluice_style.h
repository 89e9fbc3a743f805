// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/theme.h"

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionMenuItem;

namespace sluice::views {

/// What a push button is in its place: at most one Primary in a card, Link where a border would be noise.
enum class ButtonRole { Secondary, Primary, Link, Danger, Quiet };

void setButtonRole(QAbstractButton *button, ButtonRole role);
/// A link without padding, for places where it stands like text.
void setFlush(QAbstractButton *link, bool flush);
[[nodiscard]] ButtonRole buttonRole(const QWidget *button);

/// Draws every stock widget by the tokens of a Theme, over Fusion, without an application-wide style sheet.
class SluiceStyle final : public QProxyStyle {
    Q_OBJECT
public:
    explicit SluiceStyle(Theme theme);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Takes the new theme, sets the application's palette and font and repaints every window.
    void setTheme(Theme theme);

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *data) const override;

private:
    // One group of a file each (style_buttons.cpp and so on); true when the element was theirs and is drawn.
    bool drawButtonPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const;
    bool drawButtonControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const;
    bool drawButtonComplex(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                           const QWidget *widget) const;
    bool drawFieldPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const;
    bool drawFieldControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const;
    bool drawFieldComplex(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                          const QWidget *widget) const;
    bool drawTablePrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const;
    bool drawTableControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const;
    bool drawMenuPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const;
    bool drawMenuControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                         const QWidget *widget) const;
    bool drawBarPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const;
    bool drawBarControl(ControlElement element, const QStyleOption *option, QPainter *painter) const;
    bool drawBarComplex(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                        const QWidget *widget) const;
    bool drawFramePrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const;
    bool drawFrameControl(ControlElement element, const QStyleOption *option, QPainter *painter) const;
    void drawMenuItem(const QStyleOptionMenuItem &item, QPainter *painter, const QWidget *widget) const;

    Theme m_theme;
};

} // namespace sluice::views
