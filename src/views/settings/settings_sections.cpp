// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_sections.h"

#include "base/settings.h"
#include "views/facts/facts.h"
#include "views/settings/consent_book.h"
#include "views/settings/production_rules.h"
#include "views/theme/theme_controller.h"
#include "views/widgets/card.h"
#include "views/widgets/labels.h"
#include "views/widgets/states.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

QVBoxLayout *sectionLayout(QWidget *section)
{
    const Metrics &m = themeOf(section).metrics();
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, m.unit, 0);
    layout->setSpacing(m.gap);
    return layout;
}

Text *hint(const QString &text)
{
    auto *label = new Text(TextRole::Dim, text);
    label->setWordWrap(true);
    return label;
}

struct Choice {
    QString value;
    QString label;
};

QComboBox *choiceBox(const QString &name, const std::vector<Choice> &choices, const QString &current)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    for (const Choice &choice : choices)
        box->addItem(choice.label, choice.value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    return box;
}

/// A path bound to a setting, with a button to choose one.
QWidget *pathField(base::Settings &settings, const QString &key, const QString &name,
                   const QString &placeholder)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *field = new QLineEdit(settings.value(key).toString());
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(name);
    auto *browse = new QPushButton(words(QT_TRANSLATE_NOOP("Settings", "Browse…")));
    layout->addWidget(field, 1);
    layout->addWidget(browse);
    row->setFocusProxy(field);
    QObject::connect(field, &QLineEdit::editingFinished, row, [&settings, key, field] {
        const QString text = field->text().trimmed();
        if (text.isEmpty())
            settings.remove(key);
        else
            settings.setValue(key, text);
    });
    QObject::connect(browse, &QPushButton::clicked, row, [&settings, key, field, name] {
        auto *dialog = new QFileDialog(field->window(), name);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, field,
                         [&settings, key, field](const QString &file) {
                             field->setText(file);
                             settings.setValue(key, file);
                         });
        dialog->open();
    });
    return row;
}

} // namespace

QWidget *makeAppearanceSection(base::Settings &settings, ThemeController &theme)
{
    auto *section = new QWidget;
    QVBoxLayout *layout = sectionLayout(section);
    auto *card = new Card(words(QT_TRANSLATE_NOOP("Settings", "Appearance")));
    auto *form = new QFormLayout;
    const QString themeName = words(QT_TRANSLATE_NOOP("Settings", "Theme"));
    QComboBox *themes =
        choiceBox(themeName,
                  {{QStringLiteral("system"), words(QT_TRANSLATE_NOOP("Settings", "Like the desktop"))},
                   {QStringLiteral("light"), words(QT_TRANSLATE_NOOP("Settings", "Light"))},
                   {QStringLiteral("dark"), words(QT_TRANSLATE_NOOP("Settings", "Dark"))},
                   {QStringLiteral("high-contrast"), words(QT_TRANSLATE_NOOP("Settings", "High contrast"))}},
                  theme.choice());
    themes->setObjectName(QStringLiteral("themeChoice"));
    QObject::connect(themes, &QComboBox::activated, &theme,
                     [&theme, themes] { theme.setChoice(themes->currentData().toString()); });
    form->addRow(themeName, themes);

    const QString languageKey = QStringLiteral("language");
    const QString languageName = words(QT_TRANSLATE_NOOP("Settings", "Language"));
    QComboBox *languages = choiceBox(languageName,
                                     {{QString(), words(QT_TRANSLATE_NOOP("Settings", "Like the desktop"))},
                                      {QStringLiteral("en"), QStringLiteral("English")},
                                      {QStringLiteral("pt_BR"), QStringLiteral("Português (Brasil)")},
                                      {QStringLiteral("es"), QStringLiteral("Español")}},
                                     settings.value(languageKey).toString());
    form->addRow(languageName, languages);
    Text *later = hint(words(QT_TRANSLATE_NOOP("Settings", "The language changes at the next start.")));
    later->hide();
    QObject::connect(languages, &QComboBox::activated, languages, [&settings, languages, later, languageKey] {
        const QString chosen = languages->currentData().toString();
        if (chosen.isEmpty())
            settings.remove(languageKey);
        else
            settings.setValue(languageKey, chosen);
        later->show();
    });
    card->body()->addLayout(form);
    card->body()->addWidget(later);
    auto *compact = new QCheckBox(words(QT_TRANSLATE_NOOP("Settings", "Compact rows in tables")));
    compact->setObjectName(QStringLiteral("compactTables"));
    compact->setChecked(theme.compactTables());
    QObject::connect(compact, &QCheckBox::toggled, &theme, &ThemeController::setCompactTables);
    card->body()->addWidget(compact);
    layout->addWidget(card);
    layout->addStretch(1);
    return section;
}

QWidget *makeToolsSection(base::Settings &settings)
{
    auto *section = new QWidget;
    QVBoxLayout *layout = sectionLayout(section);
    auto *card = new Card(words(QT_TRANSLATE_NOOP("Settings", "Files and programs")));
    auto *form = new QFormLayout;
    const QString kubeconfig = QStringLiteral("kubeconfig");
    form->addRow(kubeconfig,
                 pathField(settings, QStringLiteral("tools/kubeconfig"), kubeconfig,
                           words(QT_TRANSLATE_NOOP("Settings", "KUBECONFIG, else ~/.kube/config"))));
    const QString kustomize = QStringLiteral("kustomize");
    form->addRow(
        kustomize,
        pathField(settings, QStringLiteral("tools/kustomize"), kustomize,
                  words(QT_TRANSLATE_NOOP("Settings", "found in PATH; kubectl from 1.28 does as well"))));
    card->body()->addLayout(form);
    card->body()->addWidget(
        hint(words(QT_TRANSLATE_NOOP("Settings",
                                     "kustomize is only asked for folders that Sluice has not written. Empty "
                                     "fields use what the shell uses."))));
    layout->addWidget(card);
    layout->addStretch(1);
    return section;
}

QWidget *makePluginsSection(base::Settings &settings)
{
    auto *section = new QWidget;
    QVBoxLayout *layout = sectionLayout(section);
    auto *card = new Card(words(QT_TRANSLATE_NOOP("Settings", "Credential plugins that may run")));
    layout->addWidget(card);
    layout->addStretch(1);
    ConsentBook book(settings);
    const std::vector<PluginConsent> entries = book.entries();
    auto *empty = hint(words(QT_TRANSLATE_NOOP("Settings",
                                               "None. When a kubeconfig names a program that supplies "
                                               "credentials, you are asked once before it runs.")));
    empty->setVisible(entries.empty());
    card->body()->addWidget(empty);
    for (const PluginConsent &consent : entries) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *facts = new QVBoxLayout;
        facts->setSpacing(0);
        facts->addWidget(new ElidedLabel(consent.command, TextRole::Strong));
        auto *second = new ElidedLabel(words(QT_TRANSLATE_NOOP("Settings", "allowed %1 · SHA-256 %2"))
                                           .arg(absoluteTime(consent.granted), consent.sha256),
                                       TextRole::SmallDim);
        second->setElideMode(Qt::ElideMiddle);
        facts->addWidget(second);
        auto *revoke = new QPushButton(words(QT_TRANSLATE_NOOP("Settings", "Revoke")));
        revoke->setAccessibleName(
            words(QT_TRANSLATE_NOOP("Settings", "Revoke the consent for %1")).arg(consent.command));
        line->addLayout(facts, 1);
        line->addWidget(revoke);
        card->body()->addWidget(row);
        QObject::connect(revoke, &QPushButton::clicked, row, [&settings, key = consent.key(), row, empty] {
            ConsentBook(settings).revoke(key);
            empty->setVisible(ConsentBook(settings).entries().empty());
            row->deleteLater();
        });
    }
    return section;
}

QWidget *makeProductionSection(base::Settings &settings)
{
    auto *section = new QWidget;
    QVBoxLayout *layout = sectionLayout(section);
    auto *card = new Card(words(QT_TRANSLATE_NOOP("Settings", "Environments marked as production")));
    auto *typeName = new QCheckBox(
        words(QT_TRANSLATE_NOOP("Settings", "Ask for the environment's name before a plan is applied")));
    typeName->setObjectName(QStringLiteral("typeName"));
    typeName->setChecked(asksForName(settings));
    QObject::connect(typeName, &QCheckBox::toggled, typeName,
                     [&settings](bool on) { setAsksForName(settings, on); });
    card->body()->addWidget(typeName);
    card->body()->addWidget(
        hint(words(QT_TRANSLATE_NOOP("Settings",
                                     "Which environments are production, or read-only, stands in the "
                                     "project's file and counts for everybody."))));
    layout->addWidget(card);
    layout->addStretch(1);
    return section;
}

} // namespace sluice::views
