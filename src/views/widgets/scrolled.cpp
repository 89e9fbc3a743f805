// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/scrolled.h"

#include <QScrollArea>

namespace sluice::views {

QScrollArea *scrolled(QWidget *content, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setAccessibleName(name);
    if (name.isEmpty())
        area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace sluice::views
