// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/manifests/manifests_page.h"

#include "models/list_models.h"
#include "models/manifest_tree_model.h"
#include "session/manifests_session.h"
#include "session/workspace.h"
#include "text/catalog.h"
#include "views/facts/facts.h"
#include "views/manifests/file_tree.h"
#include "views/manifests/finding_details.h"
#include "views/manifests/findings_table.h"
#include "views/manifests/fix_dialog.h"
#include "views/manifests/yaml_view.h"
#include "views/plan/plan_words.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/chips.h"
#include "views/widgets/labels.h"
#include "views/widgets/segmented_tabs.h"
#include "views/widgets/states.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

QSplitter *splitter(Qt::Orientation orientation, QWidget *first, QWidget *second, int handle)
{
    auto *made = new QSplitter(orientation);
    made->addWidget(first);
    made->addWidget(second);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(handle);
    made->setStretchFactor(0, orientation == Qt::Horizontal ? 0 : 1);
    made->setStretchFactor(1, orientation == Qt::Horizontal ? 1 : 0);
    return made;
}

} // namespace

ManifestsPage::ManifestsPage(session::Workspace &workspace, QWidget *parent)
    : Page(tr("Manifests"), parent)
    , m_workspace(workspace)
    , m_manifests(workspace.manifests())
    , m_files(new models::ManifestTreeModel(this))
    , m_findings(new models::FindingsModel(this))
    , m_errors(new StatusChip)
    , m_warnings(new StatusChip)
    , m_environment(new QComboBox)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_tree(new FileTree(*m_files))
    , m_tabs(new SegmentedTabs)
    , m_content(new QStackedWidget)
    , m_source(new YamlView)
    , m_rendered(new YamlView)
    , m_difference(new DiffView)
    , m_loading(new SkeletonView(SkeletonView::Shape::Text))
    , m_message(new EmptyState)
    , m_failure(new Bar)
    , m_failed(new QWidget)
    , m_findingsCard(new Card)
    , m_findingsTable(new FindingsTable(*m_findings))
    , m_details(new FindingDetails)
{
    const Metrics &m = themeOf(this).metrics();
    addToHeader(m_errors);
    addToHeader(m_warnings);
    m_environment->setAccessibleName(tr("Environment to render and compare"));
    m_environment->setToolTip(m_environment->accessibleName());
    m_environment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addHeaderAction(m_environment);

    auto *treeCard = new Card;
    treeCard->body()->addWidget(m_tree);
    m_tabs->addTab(tr("Source"));
    m_tabs->addTab(tr("Rendered"));
    m_tabs->addTab(tr("Difference to live"));
    m_tabs->setAccessibleName(tr("What is shown of the manifests"));
    m_rendered->setAccessibleName(tr("Rendered manifests"));
    m_difference->setAccessibleName(tr("Difference to live"));
    m_difference->setFrameShape(QFrame::NoFrame);
    auto *copy = new LinkButton(tr("Copy all"));
    connect(copy, &QPushButton::clicked, this, &ManifestsPage::copyShown);
    auto *tabRow = new QWidget;
    auto *tabLayout = new QHBoxLayout(tabRow);
    tabLayout->setContentsMargins(m.unit, m.half, m.gap, 0);
    tabLayout->addWidget(m_tabs);
    tabLayout->addStretch(1);
    tabLayout->addWidget(copy);
    auto *failed = new QVBoxLayout(m_failed);
    failed->addWidget(m_failure);
    failed->addStretch(1);
    for (QWidget *page :
         {static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_rendered),
          static_cast<QWidget *>(m_difference), m_loading, static_cast<QWidget *>(m_message), m_failed})
        m_content->addWidget(page);
    auto *contentCard = new Card;
    contentCard->setFlush(true);
    contentCard->body()->setSpacing(m.half);
    contentCard->body()->addWidget(tabRow);
    contentCard->body()->addWidget(m_content, 1);
    m_findingsCard->setFlush(true);
    m_findingsCard->body()->addWidget(m_findingsTable, 1);
    m_findingsCard->body()->addWidget(m_details);

    QSplitter *upper = splitter(Qt::Horizontal, treeCard, contentCard, m.gap);
    upper->setSizes({m.unit * 32, m.unit * 100});
    QSplitter *all = splitter(Qt::Vertical, upper, m_findingsCard, m.gap);
    all->setSizes({m.rowHeight * 15, m.headerHeight + m.rowHeight * 4});
    m_stack->addWidget(all);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
    setFocusProxy(m_tree);

    connect(m_tree, &FileTree::fileSelected, this, [this](const QString &path) {
        showFile(path, false);
        showTab(Source);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &ManifestsPage::ask);
    connect(m_environment, &QComboBox::currentTextChanged, this, [this](const QString &name) {
        if (!name.isEmpty())
            m_workspace.selectEnvironment(name);
        ask();
    });
    connect(m_findingsTable, &FindingsTable::placeRequested, this, [this](const QString &file, int line) {
        open({{QStringLiteral("file"), file}, {QStringLiteral("line"), line}});
    });
    connect(m_findingsTable, &FindingsTable::currentFindingChanged, this, &ManifestsPage::showDetails);
    const auto fixCurrent = [this] {
        const int row = m_findingsTable->currentFinding();
        if (row >= 0 && row < m_findings->rowCount())
            fix({m_findings->at(row)}, text::words(m_findings->at(row).text));
    };
    connect(m_findingsTable, &FindingsTable::fixRequested, this, fixCurrent);
    connect(m_details, &FindingDetails::fixRequested, this, fixCurrent);
    connect(m_details, &FindingDetails::fixAllRequested, this, &ManifestsPage::fixAll);
    connect(m_failure, &Bar::actionTriggered, this, &ManifestsPage::ask);
    connect(&m_manifests, &session::ManifestsSession::projectChanged, this, &ManifestsPage::follow);
    connect(&m_manifests, &session::ManifestsSession::rendered, this, &ManifestsPage::showRendered);
    connect(&m_manifests, &session::ManifestsSession::compared, this, &ManifestsPage::showDifference);
    connect(&workspace, &session::Workspace::opened, this, &ManifestsPage::follow);
    connect(&workspace, &session::Workspace::closed, this, &ManifestsPage::follow);
    follow();
}

QString ManifestsPage::environment() const
{
    return m_environment->currentText();
}

void ManifestsPage::follow()
{
    const std::vector<session::ManifestEntry> entries = m_manifests.entries();
    const std::vector<session::ManifestFinding> findings = m_manifests.findings();
    m_files->setEntries(entries);
    m_findings->setRows(findings);
    m_findingsCard->setVisible(!findings.empty());
    const int errors =
        int(std::count_if(findings.begin(), findings.end(), [](const auto &f) { return f.isError; }));
    const int notes =
        int(std::count_if(findings.begin(), findings.end(), [](const auto &f) { return f.isNote; }));
    const int warnings = int(findings.size()) - errors - notes;
    showDetails();
    m_errors->setVisible(errors > 0);
    m_errors->setStatus(Status::Failed, tr("%n error(s)", nullptr, errors));
    m_warnings->setVisible(warnings > 0);
    m_warnings->setStatus(Status::Warning, tr("%n warning(s)", nullptr, warnings));
    setSubtitle(m_workspace.isOpen() ? QFileInfo(m_workspace.projectPath()).fileName() : QString());

    const QStringList environments = m_manifests.environments();
    const QString wanted =
        environments.contains(environment()) ? environment() : m_workspace.selectedEnvironment();
    {
        const QSignalBlocker quiet(m_environment);
        m_environment->clear();
        m_environment->addItems(environments);
        m_environment->setCurrentText(wanted);
        m_environment->setVisible(!environments.isEmpty());
    }
    const auto isFile = [](const session::ManifestEntry &entry) { return !entry.folder; };
    const auto first = std::find_if(entries.begin(), entries.end(), isFile);
    m_stack->setCurrentIndex(first == entries.end() ? 1 : 0);
    if (first == entries.end()) {
        m_empty->setContent(QStringLiteral("rail-manifests"),
                            m_workspace.isOpen() ? tr("No manifests in this folder")
                                                 : tr("No project is open"),
                            tr("The YAML files of the project stand here, each with what is wrong in it."));
        m_file.clear();
        return;
    }
    const bool kept = std::any_of(entries.begin(), entries.end(),
                                  [this](const auto &entry) { return entry.path == m_file; });
    if (kept)
        showFile(m_file, true);
    else
        m_tree->selectFile(first->path);
    ask();
}

void ManifestsPage::showFile(const QString &path, bool keepPlace)
{
    m_file = path;
    const base::Result<QString> text = m_manifests.source(path);
    if (!text) {
        m_source->setYaml({});
        showBar(QStringLiteral("source"), barText(text.error()));
        return;
    }
    hideBar(QStringLiteral("source"));
    m_source->setYaml(*text, keepPlace);
    m_source->setAccessibleName(tr("Source of %1").arg(path));
    std::vector<session::ManifestFinding> here;
    for (const session::ManifestFinding &finding : m_manifests.findings()) {
        if (finding.file == path)
            here.push_back(finding);
    }
    m_source->setFindings(here);
}

void ManifestsPage::showTab(Tab tab)
{
    if (m_tabs->currentIndex() == tab)
        return ask();
    m_tabs->setCurrentIndex(tab);
}

void ManifestsPage::ask()
{
    switch (Tab(m_tabs->currentIndex())) {
    case Source:
        showInTab(m_source);
        break;
    case Rendered:
        if (m_content->currentWidget() != m_rendered)
            showInTab(m_loading);
        m_manifests.render(environment());
        break;
    case Difference:
        if (m_content->currentWidget() != m_difference)
            showInTab(m_loading);
        m_manifests.compare(environment());
        break;
    }
}

void ManifestsPage::showInTab(QWidget *widget)
{
    m_content->setCurrentWidget(widget);
}

void ManifestsPage::showFailure(const base::Error &error)
{
    BarText text = barText(error);
    text.action = tr("Try again");
    m_failure->setText(text);
    showInTab(m_failed);
}

void ManifestsPage::showRendered(const QString &name, const base::Result<QString> &text)
{
    if (name != environment() || m_tabs->currentIndex() != Rendered)
        return;
    if (!text)
        return showFailure(text.error());
    m_rendered->setYaml(*text, m_content->currentWidget() == m_rendered);
    showInTab(m_rendered);
}

void ManifestsPage::showDifference(const QString &name,
                                   const base::Result<std::vector<session::FileDiff>> &difference)
{
    if (name != environment() || m_tabs->currentIndex() != Difference)
        return;
    if (!difference)
        return showFailure(difference.error());
    std::vector<session::FileDiff> changed;
    std::copy_if(difference->begin(), difference->end(), std::back_inserter(changed),
                 [](const session::FileDiff &file) { return !file.hunks.empty(); });
    if (changed.empty()) {
        m_message->setContent(QStringLiteral("check"), tr("No difference"),
                              tr("What runs in %1 is what the files render.").arg(name));
        return showInTab(m_message);
    }
    m_difference->setLines(diffLines(changed));
    showInTab(m_difference);
}

void ManifestsPage::showDetails()
{
    const std::vector<session::ManifestFinding> all = m_manifests.findings();
    const int fixable =
        int(std::count_if(all.begin(), all.end(), [](const auto &f) { return !f.fix.id.isEmpty(); }));
    const int row = m_findingsTable->currentFinding();
    const bool there = row >= 0 && row < m_findings->rowCount();
    m_details->setFinding(there ? &m_findings->at(row) : nullptr, fixable);
}

void ManifestsPage::fix(const std::vector<session::ManifestFinding> &findings, const QString &title)
{
    if (findings.size() == 1 && findings.front().fix.id.isEmpty())
        return;
    base::Result<session::FixPreview> preview = m_manifests.previewFix(findings);
    if (!preview) {
        showBar(QStringLiteral("fix"), barText(preview.error()));
        return;
    }
    hideBar(QStringLiteral("fix"));
    auto *dialog = new FixDialog(m_manifests, std::move(*preview), title, this);
    dialog->open();
}

void ManifestsPage::fixAll()
{
    std::vector<session::ManifestFinding> fixable;
    for (const session::ManifestFinding &finding : m_manifests.findings()) {
        if (!finding.fix.id.isEmpty())
            fixable.push_back(finding);
    }
    fix(fixable,
        tr("Fixes of %n finding(s), as far as they do not touch the same lines", nullptr,
           int(fixable.size())));
}

void ManifestsPage::copyShown()
{
    QString text;
    if (m_content->currentWidget() == m_difference)
        text = m_difference->toPlainText();
    else if (m_content->currentWidget() == m_rendered)
        text = m_rendered->text();
    else if (m_content->currentWidget() == m_source)
        text = m_source->text();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ManifestsPage::refresh()
{
    m_workspace.refresh();
}

void ManifestsPage::open(const QVariantMap &where)
{
    if (const QString name = where.value(QStringLiteral("environment")).toString(); !name.isEmpty())
        m_environment->setCurrentText(name);
    const QString tab = where.value(QStringLiteral("tab")).toString();
    if (tab == QLatin1String("rendered"))
        return showTab(Rendered);
    if (tab == QLatin1String("difference"))
        return showTab(Difference);
    const QString file = where.value(QStringLiteral("file")).toString();
    if (file.isEmpty())
        return;
    if (!m_tree->selectFile(file)) {
        showBar(QStringLiteral("missing"),
                barText(Status::Warning, tr("%1 is not in this project").arg(file), {},
                        tr("It may have been moved or removed since.")));
        return;
    }
    hideBar(QStringLiteral("missing"));
    showTab(Source);
    if (const int line = where.value(QStringLiteral("line")).toInt(); line > 0)
        m_source->goToLine(line);
    m_source->setFocus();
}

QList<PaletteItem> ManifestsPage::paletteItems() const
{
    QList<PaletteItem> items;
    for (const session::ManifestEntry &entry : m_manifests.entries()) {
        if (!entry.folder)
            items.append(
                {entry.path, tr("file"), {}, [tree = m_tree, path = entry.path] { tree->selectFile(path); }});
    }
    return items;
}

} // namespace sluice::views
