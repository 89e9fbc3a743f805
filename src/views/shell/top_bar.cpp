// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/top_bar.h"

#include "base/clock.h"
#include "session/sandbox_control.h"
#include "session/workspace.h"
#include "text/error_text.h"
#include "views/facts/facts.h"
#include "views/shell/clock_control.h"
#include "views/shell/commands.h"
#include "views/shell/selector_button.h"
#include "views/theme/theme.h"
#include "views/widgets/chips.h"

#include <QDir>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QTimerEvent>

namespace sluice::views {

namespace {

constexpr int ageTickMs = 1000;

const session::EnvironmentInfo *environmentNamed(const std::vector<session::EnvironmentInfo> &environments,
                                                 const QString &name)
{
    for (const session::EnvironmentInfo &environment : environments) {
        if (environment.name == name)
            return &environment;
    }
    return nullptr;
}

/// Menus show text as it is: an ampersand in a name is no mnemonic.
QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

TopBar::TopBar(session::Workspace &workspace, session::SandboxControl *sandbox, const base::Clock &clock,
               CommandSet &commands, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_commands(commands)
    , m_project(new SelectorButton({}, [this](QMenu *menu) { fillProjects(menu); }))
    , m_cluster(new SelectorButton(tr("cluster"), [this](QMenu *menu) { fillClusters(menu); }))
    , m_namespace(new SelectorButton(tr("namespace"), [this](QMenu *menu) { fillNamespaces(menu); }))
    , m_freshness(new FreshnessChip)
    , m_search(new SearchButton)
{
    setAccessibleName(tr("Project and cluster"));
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_project);
    row->addWidget(m_cluster);
    row->addWidget(m_namespace);
    row->addWidget(m_freshness);
    row->addStretch(1);
    row->addWidget(m_search);
    if (sandbox)
        row->addWidget(new ClockControl(*sandbox, this));
    m_project->setObjectName(QStringLiteral("projectSelector"));
    m_cluster->setObjectName(QStringLiteral("clusterSelector"));
    m_namespace->setObjectName(QStringLiteral("namespaceSelector"));

    const auto showKey = [this] {
        QString key =
            m_commands.find(QStringLiteral("palette.open"))->shortcut().toString(QKeySequence::NativeText);
        m_search->setKeyHint(key.replace(QLatin1Char('+'), QLatin1Char(' ')));
    };
    showKey();
    connect(&m_commands, &CommandSet::shortcutsChanged, this, showKey);
    connect(m_search, &SearchButton::clicked, this,
            [this] { m_commands.find(QStringLiteral("palette.open"))->trigger(); });
    connect(&m_workspace, &session::Workspace::opened, this, &TopBar::follow);
    connect(&m_workspace, &session::Workspace::environmentsChanged, this, &TopBar::follow);
    connect(&m_workspace, &session::Workspace::selectionChanged, this, &TopBar::follow);
    relayout();
    follow();
}

void TopBar::follow()
{
    m_project->setValue(m_workspace.projectName(), true);
    const std::vector<session::EnvironmentInfo> environments = m_workspace.environments();
    const session::EnvironmentInfo *selected =
        environmentNamed(environments, m_workspace.selectedEnvironment());
    m_cluster->setVisible(selected);
    m_namespace->setVisible(selected);
    m_freshness->setVisible(selected);
    m_tick.stop();
    if (!selected)
        return;
    m_cluster->setValue(selected->context.isEmpty() ? tr("none") : contextLabel(selected->context));
    m_namespace->setValue(selected->nameSpace);
    m_namespace->setToolTip(tr("Environment %1").arg(selected->name).toHtmlEscaped());
    const session::FreshnessInfo &freshness = selected->freshness;
    switch (freshness.state) {
    case session::FreshnessInfo::State::NotConnected:
        m_freshness->setOffline();
        break;
    case session::FreshnessInfo::State::Connecting:
        m_freshness->setConnecting();
        break;
    case session::FreshnessInfo::State::Live:
        m_freshness->setLive();
        break;
    case session::FreshnessInfo::State::Stale:
        m_freshness->setStale(freshness.since, m_clock.now());
        m_tick.start(ageTickMs, this);
        break;
    case session::FreshnessInfo::State::Failed:
        m_freshness->setFailed(freshness.error ? text::describe(*freshness.error).title : QString());
        break;
    }
}

void TopBar::fillProjects(QMenu *menu)
{
    const QString current = m_workspace.projectPath();
    const std::vector<session::RecentProject> recent = m_workspace.recentProjects();
    for (const session::RecentProject &project : recent) {
        QAction *action = menu->addAction(literal(project.name), this,
                                          [this, path = project.path] { m_workspace.open(path); });
        action->setToolTip(QDir::toNativeSeparators(project.path).toHtmlEscaped());
        action->setCheckable(true);
        action->setChecked(project.path == current);
    }
    if (!recent.empty())
        menu->addSeparator();
    for (const QString &id :
         {QStringLiteral("project.open"), QStringLiteral("project.new"), QStringLiteral("project.close")}) {
        if (QAction *action = m_commands.find(id))
            menu->addAction(action);
    }
}

void TopBar::fillClusters(QMenu *menu)
{
    const auto contexts = m_workspace.contexts();
    if (!contexts) {
        QAction *action = menu->addAction(text::describe(contexts.error()).title);
        action->setEnabled(false);
        return;
    }
    const std::vector<session::EnvironmentInfo> environments = m_workspace.environments();
    const session::EnvironmentInfo *selected =
        environmentNamed(environments, m_workspace.selectedEnvironment());
    for (const session::ClusterContext &context : *contexts) {
        QString label = literal(contextLabel(context.name));
        if (context.insecure)
            label = tr("%1 (certificate not checked)").arg(label);
        QAction *action =
            menu->addAction(label, this, [this, name = context.name] { m_workspace.connectTo(name); });
        action->setCheckable(true);
        action->setChecked(selected && selected->context == context.name);
        action->setToolTip((context.server.isEmpty() ? tr("The cluster inside this program") : context.server)
                               .toHtmlEscaped());
    }
}

void TopBar::fillNamespaces(QMenu *menu)
{
    const std::vector<session::EnvironmentInfo> environments = m_workspace.environments();
    for (const session::EnvironmentInfo &environment : environments) {
        QString label = QStringLiteral("%1\t%2").arg(
            literal(environment.nameSpace),
            environment.production ? tr("%1 · production").arg(environment.name) : environment.name);
        QAction *action = menu->addAction(
            label, this, [this, name = environment.name] { m_workspace.selectEnvironment(name); });
        action->setCheckable(true);
        action->setChecked(environment.name == m_workspace.selectedEnvironment());
    }
}

void TopBar::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    setFixedHeight(m.topBarHeight);
    layout()->setContentsMargins(m.gap, 0, m.gap, 1);
    layout()->setSpacing(m.unit);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Colours &c = themeOf(this).colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
}

void TopBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId())
        follow();
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
