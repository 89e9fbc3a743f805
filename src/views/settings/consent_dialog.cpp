// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/consent_dialog.h"

#include "views/theme/sluice_style.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/labels.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::views {

ConsentDialog::ConsentDialog(const QString &context, const QString &command, const QStringList &arguments,
                             const QString &sha256, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Run a credential plugin?"));
    auto *title =
        new Text(TextRole::Strong, tr("The context %1 gets its credentials from a program").arg(context));
    auto *text = new Text(
        TextRole::Dim,
        tr("It runs with your rights on this machine. You are asked again when the program changes, and can "
           "take the permission back in the settings."));
    title->setWordWrap(true);
    text->setWordWrap(true);
    auto *facts = new KeyValueList;
    facts->setFacts({{tr("Program"), command, {}, true, false, {}, {}, {}},
                     {tr("Arguments"),
                      arguments.isEmpty() ? QStringLiteral("–") : arguments.join(QLatin1Char(' ')),
                      {},
                      true,
                      false,
                      {},
                      {},
                      {}},
                     {QStringLiteral("SHA-256"), sha256, {}, true, false, {}, {}, {}}});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *allow = buttons->addButton(tr("Allow this program"), QDialogButtonBox::AcceptRole);
    setButtonRole(allow, ButtonRole::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(facts);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(themeOf(this).metrics().unit * 60);
    // Its texts wrap: the height that they ask for is that of the width they get.
    const int width = std::max(minimumWidth(), layout->totalMinimumSize().width());
    resize(width, layout->totalHeightForWidth(width));
    // Nothing is allowed by an Enter that was meant for something else.
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    setButtonRole(buttons->button(QDialogButtonBox::Cancel), ButtonRole::Secondary);
}

} // namespace sluice::views
