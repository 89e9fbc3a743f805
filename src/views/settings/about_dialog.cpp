// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/about_dialog.h"

#include "base/atomic_file.h"
#include "views/facts/facts.h"
#include "views/theme/theme.h"
#include "views/widgets/bar.h"
#include "views/widgets/card.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

struct Part {
    const char *name;
    const char *licence;
};
/// What is linked, with the licence it is used under.
constexpr Part parts[] = {
    {"QScintilla", "GPL-3.0"},   {"QCoro", "MIT"},
    {"tl::expected", "CC0-1.0"}, {"nlohmann/json", "MIT"},
    {"simdjson", "Apache-2.0"},  {"valijson", "BSD-2-Clause"},
    {"yaml-cpp", "MIT"},         {"libyaml", "MIT"},
    {"Boost.Beast", "BSL-1.0"},  {"OpenSSL", "Apache-2.0"},
    {"SQLite", "public domain"}, {"Breeze icons", "LGPL-3.0"},
};

} // namespace

AboutDialog::AboutDialog(const QString &version, std::function<QString()> diagnostics, QWidget *parent)
    : QDialog(parent)
    , m_diagnostics(std::move(diagnostics))
    , m_version(version)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Sluice"));
    const Metrics &m = themeOf(this).metrics();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new Text(TextRole::Title, QStringLiteral("Sluice %1").arg(version)));
    auto *text = new Text(
        TextRole::Dim,
        tr("Free software under the GNU General Public License, version 3 or later. Without any warranty."));
    text->setWordWrap(true);
    layout->addWidget(text);
    auto *licences = new Card(tr("Made with"));
    const auto fact = [](const QString &name, const QString &licence) {
        return Fact{name, licence, {}, false, false, {}, {}, {}};
    };
    std::vector<Fact> facts{fact(QStringLiteral("Qt %1, with Charts").arg(QString::fromLatin1(qVersion())),
                                 QStringLiteral("GPL-3.0 / LGPL-3.0"))};
    for (const Part &part : parts)
        facts.push_back(fact(QString::fromUtf8(part.name), QString::fromUtf8(part.licence)));
    auto *list = new KeyValueList;
    list->setFacts(facts);
    licences->body()->addWidget(list);
    layout->addWidget(licences, 1);
    auto *redaction = new Text(
        TextRole::Dim,
        tr("The diagnostics hold versions, settings and recent messages. Tokens, host names, user names and "
           "paths in your home folder are taken out; read them before you send them."));
    redaction->setWordWrap(true);
    layout->addWidget(redaction);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("Copy diagnostics"), QDialogButtonBox::ActionRole);
    QPushButton *save = buttons->addButton(tr("Save diagnostics…"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_diagnostics()); });
    connect(save, &QPushButton::clicked, this, &AboutDialog::saveDiagnostics);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    layout->addWidget(buttons);
    resize(m.unit * 72, m.unit * 70);
}

void AboutDialog::saveDiagnostics()
{
    auto *dialog = new QFileDialog(this, tr("Save diagnostics"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("sluice-diagnostics.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto written = base::writeFileAtomically(file, m_diagnostics().toUtf8());
        if (written)
            return;
        auto *bar = new Bar;
        bar->setText(barText(written.error()));
        static_cast<QVBoxLayout *>(layout())->insertWidget(0, bar);
    });
    dialog->open();
}

} // namespace sluice::views
