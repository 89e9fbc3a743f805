// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/unsaved_dialog.h"

#include "views/theme/sluice_style.h"
#include "views/widgets/item_list.h"
#include "views/widgets/labels.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::views {

namespace {
constexpr int visibleRows = 8;
}

UnsavedDialog::UnsavedDialog(const QStringList &work, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Close with unsaved work?"));
    auto *title =
        new Text(TextRole::Strong, tr("%n change(s) are not saved", nullptr, static_cast<int>(work.size())));
    auto *text = new Text(
        TextRole::Dim,
        tr("They are kept as a draft and come back when this project is opened again on this machine."));
    text->setWordWrap(true);
    auto *list = new ItemList(false);
    std::vector<ListRow> rows;
    for (const QString &line : work)
        rows.push_back({line, {}, {}, {}, Status::Unsaved, false, {}, line});
    list->setRows(rows);
    list->setFitRows(visibleRows);
    list->setAccessibleName(tr("Unsaved work"));

    auto *buttons = new QDialogButtonBox;
    QPushButton *stay = buttons->addButton(tr("Keep editing"), QDialogButtonBox::RejectRole);
    QPushButton *leave = buttons->addButton(tr("Close and keep the draft"), QDialogButtonBox::AcceptRole);
    setButtonRole(leave, ButtonRole::Primary);
    stay->setDefault(true);
    setButtonRole(stay, ButtonRole::Secondary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(list);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(themeOf(this).metrics().unit * 56);
    stay->setFocus();
}

} // namespace sluice::views
