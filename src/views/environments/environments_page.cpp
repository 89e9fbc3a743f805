// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/environments_page.h"

#include "base/settings.h"
#include "models/matrix_model.h"
#include "session/plan_controller.h"
#include "session/workspace.h"
#include "text/catalog.h"
#include "views/environments/cell_inspector.h"
#include "views/environments/matrix_view.h"
#include "views/environments/matrix_words.h"
#include "views/facts/facts.h"
#include "views/plan/plan_drawer.h"
#include "views/shell/freshness_bars.h"
#include "views/widgets/card.h"
#include "views/widgets/states.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::views {

using PlanState = session::PlanController::State;

namespace {

constexpr int planDelayMs = 350;
const QString foldedKey = QStringLiteral("environments/folded-groups");

/// How the settings call the groups.
constexpr std::pair<domain::ParameterGroup, const char *> groupNames[] = {
    {domain::ParameterGroup::Scaling, "scaling"},
    {domain::ParameterGroup::Resources, "resources"},
    {domain::ParameterGroup::Concurrency, "concurrency"},
    {domain::ParameterGroup::Image, "image"},
};

void restoreFolding(MatrixView &view, const base::Settings &settings)
{
    // What is changed least is folded until somebody opens it.
    const QStringList folded =
        settings.value(foldedKey, QStringList{QStringLiteral("concurrency"), QStringLiteral("image")})
            .toStringList();
    for (const auto &[group, name] : groupNames)
        view.setFolded(group, folded.contains(QLatin1String(name)));
}

void rememberFolding(const MatrixView &view, base::Settings &settings)
{
    QStringList folded;
    for (const auto &[group, name] : groupNames) {
        if (view.isFolded(group))
            folded << QLatin1String(name);
    }
    settings.setValue(foldedKey, folded);
}

} // namespace

EnvironmentsPage::EnvironmentsPage(session::Workspace &workspace, base::Settings &settings,
                                   const base::Clock &clock, QWidget *parent)
    : Page(tr("Environments"), parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_model(new models::MatrixModel(this))
    , m_stack(new QStackedWidget)
    , m_view(new MatrixView(*m_model))
    , m_card(new Card)
    , m_empty(new EmptyState)
    , m_inspector(new CellInspector(*m_model))
{
    m_planTimer.setSingleShot(true);
    m_planTimer.setInterval(planDelayMs);
    m_card->setFlush(true);
    m_card->body()->addWidget(m_view);
    m_stack->addWidget(m_card);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
    setFocusProxy(m_view);
    setInspector(m_inspector);
    makeActions();
    restoreFolding(*m_view, m_settings);

    session::EnvironmentEditor &editor = workspace.editor();
    m_model->setEditor(&editor);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EnvironmentsPage::followMatrix);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        showCell(m_shown);
        followComparison();
    });
    connect(m_view, &MatrixView::groupToggled, this, [this] { rememberFolding(*m_view, m_settings); });
    connect(m_view, &MatrixView::cellChanged, this, &EnvironmentsPage::showCell);
    connect(m_view, &MatrixView::headerMenuRequested, this, &EnvironmentsPage::showHeaderMenu);
    connect(m_view, &MatrixView::cellMenuRequested, this, &EnvironmentsPage::showCellMenu);
    connect(m_inspector, &CellInspector::fileRequested, this, [this](const QString &file, int line) {
        Q_EMIT pageRequested(QStringLiteral("manifests"),
                             {{QStringLiteral("file"), file}, {QStringLiteral("line"), line}});
    });
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("manifests"), {}); });
    connect(&editor, &session::EnvironmentEditor::unsavedChanged, this, &EnvironmentsPage::followEdits);
    connect(&workspace.planner(), &session::PlanController::changed, this, &EnvironmentsPage::followPlan);
    new FreshnessBars(*this, workspace, clock);
    connect(&workspace, &session::Workspace::opened, this, &EnvironmentsPage::followMatrix);
    connect(&workspace, &session::Workspace::closed, this, &EnvironmentsPage::followMatrix);
    connect(&m_planTimer, &QTimer::timeout, this, [this] {
        // An apply that has begun meanwhile is not stopped by an edit; the edit stays for the next plan.
        const QString environment = editedEnvironment();
        if (!environment.isEmpty() && m_workspace.planner().state() != PlanState::Applying)
            m_workspace.planner().make(environment);
    });
    followMatrix();
    followPlan();
}

void EnvironmentsPage::followMatrix()
{
    const session::Matrix &matrix = m_model->matrix();
    const bool shown = m_workspace.isOpen() && !matrix.rows.empty() && !matrix.columns.empty();
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_card) : m_empty);
    if (!m_workspace.isOpen())
        m_empty->setContent(QStringLiteral("rail-environments"), tr("No project is open"),
                            tr("Open a folder with Knative manifests, or start the sandbox with a sample."));
    else
        m_empty->setContent(
            QStringLiteral("rail-environments"), tr("No environments in this folder"),
            tr("An environment is an overlay with a cluster context and a namespace, kept in sluice.yaml. "
               "Manifests shows what was found in the files."),
            tr("Go to Manifests"));
    const auto environments =
        std::count_if(matrix.columns.begin(), matrix.columns.end(), [](const auto &c) { return !c.base; });
    setSubtitle(shown ? tr("%1 · %2").arg(matrix.service, tr("%n environment(s)", nullptr, int(environments)))
                      : QString());
    followComparison();
    showCell({});
}

void EnvironmentsPage::followEdits()
{
    Q_EMIT workChanged();
    const PlanState state = m_workspace.planner().state();
    if (state == PlanState::Applying)
        return;
    int invalid = 0;
    QString reason;
    for (const session::MatrixCell &cell : m_model->editor()->matrix().cells) {
        if (cell.invalid && ++invalid == 1)
            reason = text::words(*cell.invalid);
    }
    if (invalid > 0) {
        showBar(QStringLiteral("invalid"),
                barText(Status::Failed, tr("%n value(s) cannot stand", nullptr, invalid), reason,
                        tr("Correct it to see what applying would do, or undo.")));
    } else {
        hideBar(QStringLiteral("invalid"));
    }
    const bool planned =
        state == PlanState::Making || state == PlanState::Ready || state == PlanState::Failed;
    if (invalid > 0 || editedEnvironment().isEmpty()) {
        m_planTimer.stop();
        if (planned)
            m_workspace.planner().dismiss(); // what it says is no longer what would be sent
        return;
    }
    m_planTimer.start();
}

QString EnvironmentsPage::editedEnvironment() const
{
    const session::Matrix &matrix = m_model->editor()->matrix();
    const auto edited = [](const session::MatrixColumn &column) {
        return column.unsavedCells > 0 && !column.readOnly;
    };
    // The column being edited, else the one whose plan is open, else the first with edits.
    if (const session::MatrixColumn *here = m_model->columnAt(m_shown.column());
        here && edited(*here) && !here->base)
        return here->name;
    QString first;
    bool base = false;
    for (const session::MatrixColumn &column : matrix.columns) {
        base = base || (column.base && edited(column));
        if (column.base || !edited(column))
            continue;
        if (column.name == m_workspace.planner().environment())
            return column.name;
        if (first.isEmpty())
            first = column.name;
    }
    if (!first.isEmpty() || !base)
        return first;
    // Base changes every environment; the selected one is planned first.
    return m_workspace.selectedEnvironment();
}

void EnvironmentsPage::planFor(const QString &environment)
{
    m_planTimer.stop();
    m_workspace.planner().make(environment);
}

PlanDrawer *EnvironmentsPage::drawerWidget()
{
    if (!m_drawer) {
        m_drawer = new PlanDrawer(m_workspace.planner(), m_workspace.editor(), m_settings, this);
        addAction(m_drawer->confirmAction());
        connect(m_drawer, &PlanDrawer::logsRequested, this, [this](const QString &environment) {
            Q_EMIT pageRequested(QStringLiteral("logs"),
                                 {{QStringLiteral("environment"), environment},
                                  {QStringLiteral("service"), m_workspace.selectedService()}});
        });
    }
    return m_drawer;
}

void EnvironmentsPage::followPlan()
{
    const bool open = m_workspace.planner().state() != PlanState::Idle;
    if (open || drawer())
        setDrawer(open ? drawerWidget()
                       : nullptr); // again for the same one: it may be another environment's plan
}

void EnvironmentsPage::showCell(const QModelIndex &index)
{
    m_shown = index;
    m_inspector->showCell(index);
    const session::MatrixCell *cell = m_model->cellAt(index);
    const bool value = cell && m_model->columnKind(index.column()) == models::MatrixModel::ColumnKind::Value;
    m_clear->setEnabled(value && !cell->readOnlyReason);
    m_promote->setEnabled(value && !cell->text.isEmpty()
                          && m_model->matrixColumn(index.column()) + 1
                              < int(m_model->matrix().columns.size()));
    m_goToFile->setEnabled(cell && !cell->file.isEmpty());
    const session::MatrixColumn *column = m_model->columnAt(index.column());
    if (column && !column->base && column->name != m_workspace.selectedEnvironment())
        m_workspace.selectEnvironment(column->name);
}

bool EnvironmentsPage::showsProduction() const
{
    return drawer() && m_drawer->showsProduction();
}

void EnvironmentsPage::compare(int a, int b)
{
    const bool before = m_view->isComparing();
    const auto &columns = m_model->matrix().columns;
    m_compared = a < 0 ? QStringList() : QStringList{columns[size_t(a)].name, columns[size_t(b)].name};
    m_view->compare(a, b);
    // A comparison is of what differs; the switch shows the rest as well, and stands as before afterwards.
    if (!before && a >= 0) {
        m_differencesBefore = m_onlyDifferences->isChecked();
        m_onlyDifferences->setChecked(true);
    } else if (before && a < 0) {
        m_onlyDifferences->setChecked(m_differencesBefore);
    }
    followComparison();
}

void EnvironmentsPage::followComparison()
{
    const QString id = QStringLiteral("compare");
    if (m_compared.isEmpty()) {
        hideBar(id);
        return;
    }
    // The project may have other columns by now.
    const auto &columns = m_model->matrix().columns;
    const auto at = [&](const QString &name) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const auto &column) { return column.name == name; });
        return found == columns.end() ? -1 : int(found - columns.begin());
    };
    const int a = at(m_compared[0]);
    const int b = at(m_compared[1]);
    if (a < 0 || b < 0) {
        compare(-1, -1);
        return;
    }
    m_view->compare(a, b);
    const int differ = m_view->comparedDifferences();
    const BarText text =
        barText(Status::Unknown, tr("Comparing %1 with %2").arg(m_compared[0], m_compared[1]),
                differ == 0 ? tr("All parameters have the same values.")
                            : tr("%n parameter(s) differ.", nullptr, differ),
                {}, tr("Show all environments"));
    Bar *bar = showBar(id, text);
    bar->disconnect(this);
    connect(bar, &Bar::actionTriggered, this, [this] { compare(-1, -1); });
}

void EnvironmentsPage::refresh()
{
    m_workspace.refresh();
}

void EnvironmentsPage::open(const QVariantMap &where)
{
    const QString environment = where.value(QStringLiteral("environment")).toString();
    const domain::Parameter *parameter =
        domain::findParameter(where.value(QStringLiteral("parameter")).toString());
    const auto &columns = m_model->matrix().columns;
    for (int column = 0; column < int(columns.size()); ++column) {
        if (columns[size_t(column)].name == environment && !m_model->matrix().rows.empty())
            m_view->select(parameter ? parameter->id : m_model->matrix().rows.front()->id, column);
    }
    m_view->setFocus();
    if (where.value(QStringLiteral("plan")).toBool() && !environment.isEmpty())
        planFor(environment);
}

QString EnvironmentsPage::undoText() const
{
    return m_model->editor()->canUndo() ? tr("Undo the last edit of a value") : QString();
}

QString EnvironmentsPage::redoText() const
{
    return m_model->editor()->canRedo() ? tr("Redo the edit of a value") : QString();
}

void EnvironmentsPage::undo()
{
    m_model->editor()->undo();
}

void EnvironmentsPage::redo()
{
    m_model->editor()->redo();
}

QStringList EnvironmentsPage::unsavedWork() const
{
    QStringList lines;
    for (const session::MatrixColumn &column : m_model->matrix().columns) {
        if (column.unsavedCells > 0)
            lines << tr("%1: %n unsaved change(s)", nullptr, column.unsavedCells).arg(column.name);
    }
    return lines;
}

QList<PaletteItem> EnvironmentsPage::paletteItems() const
{
    QList<PaletteItem> items;
    const QString environment = m_workspace.selectedEnvironment();
    const auto &columns = m_model->matrix().columns;
    const auto column =
        std::find_if(columns.begin(), columns.end(), [&](const auto &at) { return at.name == environment; });
    for (const domain::Parameter *parameter : m_model->matrix().rows) {
        if (column != columns.end())
            items.append({parameterLabel(*parameter),
                          tr("parameter · %1").arg(environment),
                          {},
                          [view = m_view, id = parameter->id, at = int(column - columns.begin())] {
                              view->select(id, at);
                          }});
    }
    return items;
}

} // namespace sluice::views
