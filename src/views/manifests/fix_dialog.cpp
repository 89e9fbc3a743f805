// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/manifests/fix_dialog.h"

#include "views/facts/facts.h"
#include "views/plan/plan_words.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/bar.h"
#include "views/widgets/diff_view.h"
#include "views/widgets/labels.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::views {

FixDialog::FixDialog(session::ManifestsSession &manifests, session::FixPreview preview, const QString &title,
                     QWidget *parent)
    : QDialog(parent)
    , m_manifests(manifests)
    , m_preview(std::move(preview))
    , m_failure(new Bar)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Fix the files?"));
    const Metrics &m = themeOf(this).metrics();
    auto *what = new Text(TextRole::Strong, title);
    what->setWordWrap(true);
    auto *changes = new DiffView;
    changes->setLines(diffLines(m_preview.files));
    changes->setAccessibleName(tr("What changes in the files"));
    m_failure->hide();

    auto *buttons = new QDialogButtonBox;
    QPushButton *leave = buttons->addButton(tr("Leave as it is"), QDialogButtonBox::RejectRole);
    QPushButton *change = buttons->addButton(tr("Change %n file(s)", nullptr, int(m_preview.files.size())),
                                             QDialogButtonBox::AcceptRole);
    setButtonRole(leave, ButtonRole::Secondary);
    setButtonRole(change, ButtonRole::Primary);
    change->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &FixDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(changes, 1);
    layout->addWidget(m_failure);
    layout->addWidget(buttons);
    resize(m.unit * 96, m.rowHeight * 16);
    change->setFocus();
}

void FixDialog::accept()
{
    const base::Result<void> done = m_manifests.applyFix(m_preview);
    if (done)
        return QDialog::accept();
    m_failure->setText(barText(done.error()));
    m_failure->show();
}

} // namespace sluice::views
