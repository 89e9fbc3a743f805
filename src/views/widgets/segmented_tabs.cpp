// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/segmented_tabs.h"

namespace sluice::views {

SegmentedTabs::SegmentedTabs(QWidget *parent)
    : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
}

QSize SegmentedTabs::minimumSizeHint() const
{
    return {0, QTabBar::minimumSizeHint().height()};
}

} // namespace sluice::views
