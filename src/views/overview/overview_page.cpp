// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/overview_page.h"

#include "models/overview_model.h"
#include "session/workspace.h"
#include "text/visible_text.h"
#include "views/facts/facts.h"
#include "views/overview/overview_cards.h"
#include "views/overview/overview_table.h"
#include "views/shell/freshness_bars.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/labels.h"
#include "views/widgets/states.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace sluice::views {

using models::OverviewModel;
using session::OverviewRow;

namespace {

constexpr int ageRefreshMs = 10000;
constexpr int activityLines = 5;
constexpr size_t failureBars = 3;

} // namespace

OverviewPage::OverviewPage(session::Workspace &workspace, const base::Clock &clock, QWidget *parent)
    : Page(tr("Overview"), parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_model(new OverviewModel(this))
    , m_words(new OverviewWords(*m_model, clock, this))
    , m_grouping(new QComboBox)
    , m_filter(new FilterField)
    , m_stack(new QStackedWidget)
    , m_content(new QWidget)
    , m_loading(new SkeletonView)
    , m_empty(new EmptyState)
    , m_tableCard(new Card)
    , m_table(new OverviewTable(*m_model, *m_words))
    , m_failures(new QWidget)
    , m_waiting(new WaitingCard)
    , m_activity(new ActivityCard)
{
    const Metrics &m = themeOf(this).metrics();
    m_grouping->addItem(tr("Group by environment"), int(OverviewModel::Grouping::Environment));
    m_grouping->addItem(tr("Group by Service"), int(OverviewModel::Grouping::Service));
    m_grouping->addItem(tr("No groups"), int(OverviewModel::Grouping::None));
    m_grouping->setAccessibleName(tr("Grouping"));
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter Services"));
    addHeaderAction(m_grouping);
    addHeaderAction(m_filter);

    m_tableCard->setFlush(true);
    m_tableCard->body()->addWidget(m_table);
    auto *failures = new QVBoxLayout(m_failures);
    failures->setContentsMargins(0, 0, 0, 0);
    failures->setSpacing(m.unit);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(m.gap);
    cards->addWidget(m_waiting, 1);
    cards->addWidget(m_activity, 1);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(m.gap);
    content->addWidget(m_tableCard);
    content->addWidget(m_failures);
    content->addLayout(cards);
    content->addStretch(1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
    setFocusProxy(m_table);

    connect(m_grouping, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setGrouping(OverviewModel::Grouping(m_grouping->currentData().toInt())); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_words->setFilter(text);
        showSubtitle();
    });
    connect(m_table, &OverviewTable::opened, this,
            [this](const QString &environment, const QString &service) {
                m_workspace.selectEnvironment(environment);
                Q_EMIT pageRequested(
                    QStringLiteral("environments"),
                    {{QStringLiteral("environment"), environment}, {QStringLiteral("service"), service}});
            });
    connect(m_table, &OverviewTable::heightChanged, this, &OverviewPage::fitTable);
    connect(m_waiting, &WaitingCard::environmentRequested, this,
            [this](const QString &environment, bool plan) {
                Q_EMIT pageRequested(
                    QStringLiteral("environments"),
                    {{QStringLiteral("environment"), environment}, {QStringLiteral("plan"), plan}});
            });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_workspace.openSample(); });
    connect(&workspace, &session::Workspace::activityChanged, this, &OverviewPage::follow);
    connect(&workspace, &session::Workspace::opened, this, &OverviewPage::follow);
    connect(&workspace, &session::Workspace::closed, this, &OverviewPage::follow);
    new FreshnessBars(*this, workspace, clock);
    makeActions();
    m_model->setOverview(&workspace.overview());
    connect(&workspace.overview(), &session::Overview::changed, this, &OverviewPage::follow);
    follow();
}

void OverviewPage::makeActions()
{
    const auto add = [this](const char *name, const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_table->addAction(action);
    };
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    add("overview.open", tr("Open in Environments"), {},
        [this] { go(QStringLiteral("environments"), m_table->currentRow()); });
    add("overview.plan", tr("What applying would do"), {}, [this] {
        go(QStringLiteral("environments"), m_table->currentRow(), {{QStringLiteral("plan"), true}});
    });
    add("overview.logs", tr("Show logs"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
        [this] { go(QStringLiteral("logs"), m_table->currentRow()); });
    add("overview.copy-url", tr("Copy the URL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), [this] {
        if (const OverviewRow *row = m_table->currentRow(); row && !row->url.isEmpty())
            QGuiApplication::clipboard()->setText(row->url);
    });
}

void OverviewPage::go(const QString &page, const OverviewRow *row, const QVariantMap &more)
{
    if (!row)
        return;
    QVariantMap where = more;
    where.insert(QStringLiteral("environment"), row->environment);
    where.insert(QStringLiteral("service"), row->service);
    m_workspace.selectEnvironment(row->environment);
    Q_EMIT pageRequested(page, where);
}

void OverviewPage::follow()
{
    const std::vector<OverviewRow> &rows = m_model->services();
    const bool loading = m_workspace.isOpen() && !m_workspace.environments().empty();
    if (!rows.empty())
        m_stack->setCurrentWidget(m_content);
    else
        m_stack->setCurrentWidget(loading ? m_loading : m_empty);
    if (!m_workspace.isOpen())
        m_empty->setContent(QStringLiteral("rail-overview"), tr("No project is open"),
                            tr("Every Service of a project stands here, environment by environment."),
                            tr("Start the sandbox with a sample"));
    else
        m_empty->setContent(
            QStringLiteral("rail-overview"), tr("No Services in this project"),
            tr("The folder has no environment with a Knative Service. Manifests shows what was found."));
    followFailures();
    m_waiting->setRows(rows);
    m_activity->setEntries(m_workspace.activity(activityLines), m_clock.now());
    showSubtitle();
    fitTable();
}

void OverviewPage::showSubtitle()
{
    const int all = int(m_model->services().size());
    if (all == 0)
        return setSubtitle({});
    QSet<QString> services;
    QSet<QString> environments;
    for (const OverviewRow &row : m_model->services()) {
        services.insert(row.service);
        environments.insert(row.environment);
    }
    const int shown = m_words->serviceCount();
    setSubtitle(shown < all ? tr("%1 of %n row(s)", nullptr, all).arg(shown)
                            : tr("%1 in %2", "Services in environments")
                                  .arg(tr("%n Service(s)", nullptr, int(services.size())),
                                       tr("%n environment(s)", nullptr, int(environments.size()))));
}

void OverviewPage::followFailures()
{
    // A bar for each failing Service, the first ones; the table shows all.
    std::vector<const OverviewRow *> failing;
    QStringList keys;
    for (const OverviewRow &row : m_model->services()) {
        if (row.health != session::Health::Failed || !row.deployed || failing.size() >= failureBars)
            continue;
        failing.push_back(&row);
        keys << row.environment + QLatin1Char('/') + row.service + QLatin1Char('/') + row.latestCreated
                + row.failure;
    }
    if (keys == m_failureKeys)
        return;
    m_failureKeys = keys;
    const auto old = m_failures->findChildren<Bar *>(QString(), Qt::FindDirectChildrenOnly);
    for (Bar *bar : old) {
        bar->hide();
        bar->deleteLater();
    }
    for (const OverviewRow *row : failing) {
        const QString created = shortRevision(row->latestCreated, row->service);
        const QString serving = shortRevision(row->latestReady, row->service);
        const bool serves = !row->latestReady.isEmpty() && row->latestReady != row->latestCreated;
        const QString title = serves ? tr("%1 in %2 is serving %3: %4 cannot start")
                                           .arg(row->service, row->environment, serving, created)
                                     : tr("%1 in %2 does not serve").arg(row->service, row->environment);
        const QString stays = serves ? tr("Traffic stays on %1, which is ready.").arg(serving) : QString();
        auto *bar = new Bar(m_failures);
        bar->setText(barText(Status::Failed, title, text::visibleText(row->failure), stays, tr("Show logs")));
        const OverviewRow copy = *row;
        connect(bar, &Bar::actionTriggered, this, [this, copy] { go(QStringLiteral("logs"), &copy); });
        connect(bar->addButton(tr("Open in Environments")), &QPushButton::clicked, this,
                [this, copy] { go(QStringLiteral("environments"), &copy); });
        m_failures->layout()->addWidget(bar);
    }
    m_failures->setVisible(!failing.empty());
}

void OverviewPage::fitTable()
{
    // As tall as its rows, as long as the cards below keep their place; then it scrolls.
    const Metrics &m = themeOf(this).metrics();
    const int room = height() - m.rowHeight * 10;
    const int wanted = std::clamp(m_table->contentHeight(), m.rowHeight * 4, std::max(m.rowHeight * 6, room));
    m_table->setFixedHeight(wanted);
}

void OverviewPage::refresh()
{
    m_workspace.refresh();
}

void OverviewPage::open(const QVariantMap &where)
{
    m_table->selectService(where.value(QStringLiteral("environment")).toString(),
                           where.value(QStringLiteral("service")).toString());
    m_table->setFocus();
}

void OverviewPage::entered()
{
    m_ages.start(ageRefreshMs, Qt::CoarseTimer, this);
}

void OverviewPage::left()
{
    m_ages.stop();
}

void OverviewPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_ages.timerId())
        return Page::timerEvent(event);
    m_table->viewport()->update(); // "14 min ago" grows older
    m_activity->setEntries(m_workspace.activity(activityLines), m_clock.now());
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitTable();
}

QList<PaletteItem> OverviewPage::paletteItems() const
{
    QList<PaletteItem> items;
    for (const OverviewRow &row : m_model->services()) {
        items.append({row.service,
                      tr("Service · %1 · %2").arg(row.environment, row.nameSpace),
                      {},
                      [table = m_table, environment = row.environment, service = row.service] {
                          table->selectService(environment, service);
                      }});
    }
    return items;
}

} // namespace sluice::views
