// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start/start_page.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "text/error_text.h"
#include "views/facts/facts.h"
#include "views/shell/commands.h"
#include "views/start/start_actions.h"
#include "views/start/start_card.h"
#include "views/theme/theme.h"
#include "views/widgets/item_list.h"
#include "views/widgets/labels.h"
#include "views/widgets/scrolled.h"

#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>

namespace sluice::views {

namespace {
constexpr int recentRows = 6;

QString keyOf(const CommandSet &commands, const QString &id)
{
    const QAction *action = commands.find(id);
    return action
        ? action->shortcut().toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' '))
        : QString();
}

QString withTilde(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

} // namespace

StartPage::StartPage(session::Workspace &workspace, const base::Clock &clock, StartActions &actions,
                     CommandSet &commands, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_bar(new Bar)
    , m_recentTitle(new Text(TextRole::Strong, tr("Recent")))
    , m_recent(new ItemList(false))
    , m_columns(new QHBoxLayout)
    , m_left(new QVBoxLayout)
    , m_footer(new QWidget)
    , m_content(new QWidget)
{
    setAccessibleName(tr("Start"));
    m_try = new StartCard(
        QStringLiteral("play"), tr("Try it now"),
        tr("Start the built-in cluster with a sample project. Nothing leaves this machine."), tr("Enter"));
    auto *open = new StartCard(QStringLiteral("folder"), tr("Open a folder…"),
                               tr("Any folder with Knative manifests or kustomizations"),
                               keyOf(commands, QStringLiteral("project.open")));
    auto *create = new StartCard(QStringLiteral("plus"), tr("New project…"),
                                 tr("A Service with dev, staging and prod, ready to apply"),
                                 keyOf(commands, QStringLiteral("project.new")));
    m_connect = new StartCard(QStringLiteral("wheel"), tr("Connect to a cluster…"),
                              tr("With a context of your kubeconfig"),
                              keyOf(commands, QStringLiteral("cluster.connect")));
    m_try->setPreferred(true);
    connect(m_try, &StartCard::clicked, &actions, &StartActions::tryIt);
    connect(open, &StartCard::clicked, &actions, &StartActions::openFolder);
    connect(create, &StartCard::clicked, &actions, &StartActions::newProject);
    connect(m_connect, &StartCard::clicked, &actions, &StartActions::connectToCluster);
    connect(&m_workspace, &session::Workspace::environmentsChanged, this, [this] {
        if (m_counted && isVisible())
            countContexts(); // the settings may name another kubeconfig
    });

    auto *subtitle = new Text(
        TextRole::Dim, tr("Knative environments, traffic and events, on your cluster or without one."));
    subtitle->setWordWrap(true);
    auto *heading = new QVBoxLayout;
    heading->setSpacing(0);
    heading->addWidget(new Text(TextRole::Display, QStringLiteral("Sluice")));
    heading->addWidget(subtitle);
    m_left->addLayout(heading);
    m_left->addSpacing(themeOf(this).metrics().gap);
    m_left->addWidget(m_bar);
    for (StartCard *card : {m_try, open, create, m_connect})
        m_left->addWidget(card);
    m_bar->hide();

    m_recent->setFitRows(recentRows);
    m_recent->setAccessibleName(tr("Recent projects"));
    m_recent->viewport()->setAutoFillBackground(false);
    auto *right = new QVBoxLayout;
    right->setSpacing(themeOf(this).metrics().unit);
    right->addWidget(m_recentTitle);
    right->addWidget(m_recent);
    right->addStretch(1);
    connect(m_recent, &ItemList::rowActivated, this,
            [this](int row) { m_workspace.open(m_recent->dataAt(row).toString()); });

    m_columns->addStretch(1);
    m_columns->addLayout(m_left, 6);
    m_columns->addLayout(right, 5);
    m_columns->addStretch(1);
    auto *contentLayout = new QVBoxLayout(m_content);
    contentLayout->addStretch(1);
    contentLayout->addLayout(m_columns);
    contentLayout->addStretch(1);
    QScrollArea *scroll = scrolled(m_content);

    auto *footerLayout = new QHBoxLayout(m_footer);
    footerLayout->addWidget(new Text(TextRole::Dim, tr("No account, no telemetry.")));
    for (const QString &id :
         {QStringLiteral("help.shortcuts"), QStringLiteral("settings.open"), QStringLiteral("help.about")}) {
        QAction *action = commands.find(id);
        if (!action)
            continue;
        auto *link = new LinkButton(action->text());
        connect(link, &QPushButton::clicked, action, &QAction::trigger);
        footerLayout->addWidget(link);
    }
    footerLayout->addStretch(1);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(1); // the line above the footer
    outer->addWidget(scroll, 1);
    outer->addWidget(m_footer);

    using session::Workspace;
    connect(&m_workspace, &Workspace::recentProjectsChanged, this, &StartPage::followRecent);
    connect(m_bar, &Bar::actionTriggered, &actions, &StartActions::openFolder);
    connect(&m_workspace, &Workspace::opened, m_bar, &QWidget::hide);
    connect(&m_workspace, &Workspace::openFailed, this, [this, &actions](const base::Error &error) {
        BarText bar = barText(error);
        if (text::describe(error).actionId == QLatin1String(text::action::chooseFolder))
            bar.action = tr("Choose folder…");
        m_bar->setText(bar);
        m_bar->show();
    });
    relayout();
    followRecent();
}

void StartPage::followRecent()
{
    std::vector<ListRow> rows;
    const std::vector<session::RecentProject> recent = m_workspace.recentProjects();
    for (const session::RecentProject &project : recent) {
        ListRow row;
        row.title = project.name;
        row.trailing = QStringLiteral("%1 · %2").arg(withTilde(project.path),
                                                     ageText(project.lastOpened, m_clock.now()));
        row.strong = true;
        row.data = project.path;
        row.toolTip = project.path;
        rows.push_back(row);
    }
    m_recent->setRows(rows);
    m_recent->setVisible(!rows.empty());
    m_recentTitle->setVisible(!rows.empty());
    // Alone, the cards stand in the middle.
    m_columns->setStretch(0, rows.empty() ? 3 : 1);
    m_columns->setStretch(2, rows.empty() ? 0 : 5);
    m_columns->setStretch(3, rows.empty() ? 3 : 1);
}

void StartPage::countContexts()
{
    // Reads the kubeconfig, so it waits until the page has been painted.
    const auto contexts = m_workspace.contexts();
    if (!contexts) {
        m_connect->setDescription(
            tr("The kubeconfig cannot be read: %1").arg(text::describe(contexts.error()).title));
        return;
    }
    int real = 0;
    for (const session::ClusterContext &context : *contexts)
        real += context.sandbox ? 0 : 1;
    m_connect->setDescription(real == 0 ? tr("No kubeconfig found yet; its path is in the settings")
                                        : tr("%n context(s) found in your kubeconfig", nullptr, real));
}

void StartPage::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    m_content->layout()->setContentsMargins(m.pageMargin, m.pageMargin, m.pageMargin, m.pageMargin);
    m_left->setSpacing(m.unit + m.half / 2);
    m_columns->setSpacing(m.unit * 5);
    auto *right = static_cast<QVBoxLayout *>(m_columns->itemAt(2)->layout());
    right->setContentsMargins(0, m.unit * 7, 0, 0);
    m_recent->setMinimumWidth(m.unit * 32);
    m_footer->layout()->setContentsMargins(m.pageMargin, m.half, m.pageMargin, m.half);
    QPalette p = m_recent->palette();
    p.setColor(QPalette::Base, Qt::transparent);
    m_recent->setPalette(p);
}

void StartPage::paintEvent(QPaintEvent *)
{
    const Colours &c = themeOf(this).colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.bg);
    painter.fillRect(QRect(0, m_footer->y() - 1, width(), 1), c.line);
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_try->setFocus(Qt::OtherFocusReason);
    if (!m_counted) {
        m_counted = true;
        QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, this, &StartPage::countContexts); });
    }
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
