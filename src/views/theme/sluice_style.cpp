// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/sluice_style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QTabBar>

namespace sluice::views {

SluiceStyle::SluiceStyle(Theme theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(std::move(theme))
{
}

void SluiceStyle::setTheme(Theme theme)
{
    m_theme = std::move(theme);
    QApplication::setPalette(m_theme.palette());
    // Widgets that took colours or fonts from the theme hear of the change as a change of style.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
        widget->update();
    }
}

void SluiceStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QSlider *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void SluiceStyle::polish(QPalette &palette)
{
    palette = m_theme.palette();
}

void SluiceStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const bool drawn = drawButtonPrimitive(element, option, painter, widget)
        || drawFieldPrimitive(element, option, painter, widget)
        || drawTablePrimitive(element, option, painter, widget)
        || drawMenuPrimitive(element, option, painter, widget) || drawBarPrimitive(element, option, painter)
        || drawFramePrimitive(element, option, painter, widget);
    if (!drawn)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void SluiceStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const bool drawn = drawButtonControl(element, option, painter, widget)
        || drawFieldControl(element, option, painter, widget)
        || drawTableControl(element, option, painter, widget)
        || drawMenuControl(element, option, painter, widget) || drawBarControl(element, option, painter)
        || drawFrameControl(element, option, painter);
    if (!drawn)
        QProxyStyle::drawControl(element, option, painter, widget);
}

void SluiceStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    const bool drawn = drawButtonComplex(control, option, painter, widget)
        || drawFieldComplex(control, option, painter, widget)
        || drawBarComplex(control, option, painter, widget);
    if (!drawn)
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int SluiceStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme.colours().lineSoft.rgba());
    case SH_Widget_Animate:
        return m_theme.motion() > 0 ? 1 : 0;
    case SH_Widget_Animation_Duration:
        return m_theme.motion();
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace sluice::views
