// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/manifests/finding_details.h"

#include "text/catalog.h"
#include "views/theme/theme.h"
#include "views/widgets/labels.h"

#include <QHBoxLayout>

namespace sluice::views {

FindingDetails::FindingDetails(QWidget *parent)
    : QWidget(parent)
    , m_why(new Text(TextRole::Dim))
    , m_fix(new LinkButton)
    , m_fixAll(new LinkButton)
{
    const Metrics &m = themeOf(this).metrics();
    m_why->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(m.gap, m.half, m.gap, m.half);
    layout->setSpacing(m.gap);
    layout->addWidget(m_why, 1);
    layout->addWidget(m_fix);
    layout->addWidget(m_fixAll);
    connect(m_fix, &QPushButton::clicked, this, &FindingDetails::fixRequested);
    connect(m_fixAll, &QPushButton::clicked, this, &FindingDetails::fixAllRequested);
    setFinding(nullptr, 0);
}

void FindingDetails::setFinding(const session::ManifestFinding *finding, int fixable)
{
    m_why->setText(finding && !finding->why.id.isEmpty() ? text::words(finding->why) : QString());
    const bool hasFix = finding && !finding->fix.id.isEmpty();
    m_fix->setVisible(hasFix);
    if (hasFix) {
        //: The argument is what the fix does, for example "Set name to x"; the dots say that it is shown first.
        m_fix->setText(tr("%1…").arg(text::words(finding->fix)));
        m_fix->setToolTip(tr("Look at the change and make it (Alt+Enter)"));
    }
    m_fixAll->setVisible(fixable > 1);
    m_fixAll->setText(tr("Fix all %n…", nullptr, fixable));
    setVisible(finding || fixable > 1);
}

} // namespace sluice::views
