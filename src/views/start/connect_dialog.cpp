// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start/connect_dialog.h"

#include "views/facts/facts.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/item_list.h"
#include "views/widgets/labels.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::views {

ConnectDialog::ConnectDialog(const base::Result<std::vector<session::ClusterContext>> &contexts,
                             bool projectOpen, QWidget *parent)
    : QDialog(parent)
    , m_list(new ItemList(true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connect to a cluster"));
    const Metrics &m = themeOf(this).metrics();
    auto *layout = new QVBoxLayout(this);
    auto *text = new Text(
        TextRole::Dim,
        projectOpen
            ? tr("Every environment of this project will use the context, on this machine only.")
            : tr("A context is used together with a folder of manifests. Choose one, then the folder."));
    text->setWordWrap(true);
    layout->addWidget(text);
    std::vector<ListRow> rows;
    int current = 0;
    if (contexts) {
        for (const session::ClusterContext &context : *contexts) {
            ListRow row;
            row.title = context.sandbox ? tr("Sandbox") : context.name;
            row.detail = context.sandbox ? tr("The cluster inside this program")
                                         : QStringLiteral("%1 · %2").arg(context.server, context.user);
            row.trailing = context.insecure ? tr("certificate not checked")
                : context.current           ? tr("current")
                                            : QString();
            row.status = context.insecure ? Status::Warning : Status::Ok;
            row.strong = context.current;
            row.data = context.name;
            if (context.current)
                current = static_cast<int>(rows.size());
            rows.push_back(row);
        }
    } else {
        auto *bar = new Bar;
        bar->setText(barText(contexts.error()));
        layout->addWidget(bar);
    }
    m_list->setRows(rows);
    m_list->setAccessibleName(tr("Contexts"));
    if (!rows.empty())
        m_list->setCurrentRow(current);
    layout->addWidget(m_list, 1);
    if (contexts && rows.empty()) {
        auto *none = new Text(
            TextRole::Body, tr("No kubeconfig was found. Set its path in the settings, or use the sandbox."));
        none->setWordWrap(true);
        layout->addWidget(none);
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    const auto add = [&](const QString &label, Next next, bool primary) {
        QPushButton *button = buttons->addButton(label, QDialogButtonBox::ActionRole);
        setButtonRole(button, primary ? ButtonRole::Primary : ButtonRole::Secondary);
        button->setDefault(primary);
        button->setEnabled(!rows.empty());
        connect(button, &QPushButton::clicked, this, [this, next] { choose(next); });
        m_acts.append(button);
    };
    if (projectOpen) {
        add(tr("Use this context"), Next::UseHere, true);
    } else {
        add(tr("New project…"), Next::NewProject, false);
        add(tr("Open a folder…"), Next::OpenFolder, true);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemDoubleClicked, this,
            [this, projectOpen] { choose(projectOpen ? Next::UseHere : Next::OpenFolder); });
    layout->addWidget(buttons);
    resize(m.unit * 64, m.unit * 48);
}

void ConnectDialog::choose(Next next)
{
    const QString context = m_list->dataAt(m_list->currentRow()).toString();
    accept();
    Q_EMIT chosen(context, next);
}

} // namespace sluice::views
