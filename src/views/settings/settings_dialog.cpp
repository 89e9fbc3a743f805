// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_dialog.h"

#include "views/settings/settings_sections.h"
#include "views/theme/theme.h"
#include "views/widgets/scrolled.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::views {

SettingsDialog::SettingsDialog(base::Settings &settings, ThemeController &theme, CommandSet &commands,
                               QWidget *parent)
    : QDialog(parent)
    , m_sections(new QListWidget)
    , m_stack(new QStackedWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    const Metrics &m = themeOf(this).metrics();
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFrameShape(QFrame::NoFrame);
    QPalette ground = m_sections->palette();
    ground.setColor(QPalette::Base, Qt::transparent);
    m_sections->setPalette(ground);
    addSection(QStringLiteral("appearance"), tr("Appearance"), makeAppearanceSection(settings, theme));
    addSection(QStringLiteral("shortcuts"), tr("Shortcuts"), makeShortcutsSection(commands));
    addSection(QStringLiteral("tools"), tr("Paths"), makeToolsSection(settings));
    addSection(QStringLiteral("plugins"), tr("Credential plugins"), makePluginsSection(settings));
    addSection(QStringLiteral("production"), tr("Production"), makeProductionSection(settings));
    m_sections->setFixedWidth(std::max(m.railWidth, m_sections->sizeHintForColumn(0) + m.unit * 3));
    connect(m_sections, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(m.gap);
    columns->addWidget(m_sections);
    columns->addWidget(m_stack, 1);
    auto *outer = new QVBoxLayout(this);
    outer->addLayout(columns, 1);
    outer->addWidget(buttons);
    resize(m.unit * 100, m.unit * 64);
}

void SettingsDialog::addSection(const QString &id, const QString &title, QWidget *section)
{
    auto *item = new QListWidgetItem(title);
    item->setData(Qt::UserRole, id);
    m_sections->addItem(item);
    section->setAccessibleName(title);
    m_stack->addWidget(scrolled(section));
}

void SettingsDialog::showSection(const QString &id)
{
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->data(Qt::UserRole) == id)
            m_sections->setCurrentRow(row);
    }
}

} // namespace sluice::views
