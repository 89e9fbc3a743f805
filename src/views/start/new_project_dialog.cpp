// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start/new_project_dialog.h"

#include "views/theme/sluice_style.h"
#include "views/widgets/labels.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

/// A DNS-1035 label, at most 63 characters: what Kubernetes demands of a Service's name
/// (k8s.io/apimachinery, pkg/util/validation).
bool isServiceName(const QString &name)
{
    static const QRegularExpression label(QStringLiteral("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"));
    return label.match(name).hasMatch();
}

} // namespace

NewProjectDialog::NewProjectDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(QStringLiteral("my-service")))
    , m_folder(new QLineEdit)
    , m_image(new QLineEdit)
    , m_problem(new Text(TextRole::Body))
    , m_parent(QStandardPaths::writableLocation(QStandardPaths::HomeLocation))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New project"));
    auto *intro = new Text(
        TextRole::Dim,
        tr("Writes a folder with a Knative Service, a base and overlays for dev, staging and prod."));
    intro->setWordWrap(true);
    auto *folderRow = new QWidget;
    auto *folderLayout = new QHBoxLayout(folderRow);
    folderLayout->setContentsMargins(0, 0, 0, 0);
    auto *browseButton = new QPushButton(tr("Browse…"));
    folderLayout->addWidget(m_folder, 1);
    folderLayout->addWidget(browseButton);
    folderRow->setFocusProxy(m_folder);
    m_image->setPlaceholderText(tr("registry/name:tag; can be set later"));
    m_name->setAccessibleName(tr("Service name"));
    m_folder->setAccessibleName(tr("Folder"));
    m_image->setAccessibleName(tr("Image"));
    m_problem->setWordWrap(true);

    auto *form = new QFormLayout;
    form->addRow(tr("Service name"), m_name);
    form->addRow(tr("Folder"), folderRow);
    form->addRow(tr("Image"), m_image);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_create = buttons->addButton(tr("Create the project"), QDialogButtonBox::AcceptRole);
    setButtonRole(m_create, ButtonRole::Primary);
    m_create->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browseButton, &QPushButton::clicked, this, &NewProjectDialog::browse);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_folderTyped = true; });
    connect(m_folder, &QLineEdit::textChanged, this, &NewProjectDialog::check);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(themeOf(this).metrics().unit * 64);
    m_name->selectAll();
    check();
}

session::NewProjectOptions NewProjectDialog::options() const
{
    return {QDir::fromNativeSeparators(m_folder->text().trimmed()), m_name->text().trimmed(),
            m_image->text().trimmed()};
}

void NewProjectDialog::check()
{
    const QString name = m_name->text().trimmed();
    if (!m_folderTyped) {
        const QSignalBlocker quiet(m_folder);
        m_folder->setText(QDir::toNativeSeparators(QDir(m_parent).filePath(name)));
    }
    QString problem;
    const QDir folder(m_folder->text().trimmed());
    if (!isServiceName(name)) {
        problem = tr("A Service's name has lower-case letters, digits and hyphens, starts with a letter, "
                     "ends with a letter or "
                     "digit and has at most 63 characters.");
    } else if (!folder.isAbsolute()) {
        problem = tr("Give the whole path of the folder.");
    } else if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        problem = tr("This folder has files already. Choose one that is empty or does not exist.");
    }
    QPalette p = m_problem->palette();
    p.setColor(QPalette::WindowText, themeOf(this).colours().of(Status::Failed).ink);
    m_problem->setPalette(p);
    m_problem->setText(problem);
    m_create->setEnabled(problem.isEmpty());
}

void NewProjectDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Where the project's folder goes"), m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_parent = folder;
        m_folderTyped = false;
        check();
    });
    dialog->open();
}

} // namespace sluice::views
