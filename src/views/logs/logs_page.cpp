// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/logs/logs_page.h"

#include "base/atomic_file.h"
#include "models/log_model.h"
#include "session/workspace.h"
#include "text/error_text.h"
#include "views/facts/facts.h"
#include "views/logs/log_view.h"
#include "views/shell/freshness_bars.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/chips.h"
#include "views/widgets/labels.h"
#include "views/widgets/states.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::views {

using Freshness = session::FreshnessInfo::State;

LogsPage::LogsPage(session::Workspace &workspace, const base::Clock &clock, QWidget *parent)
    : Page(tr("Logs"), parent)
    , m_workspace(workspace)
    , m_logs(workspace.logs())
    , m_clock(clock)
    , m_model(new models::LogModel(this))
    , m_environment(new QComboBox)
    , m_revision(new QComboBox)
    , m_pod(new QComboBox)
    , m_container(new QComboBox)
    , m_previous(new QCheckBox(tr("Previous")))
    , m_follow(new QCheckBox(tr("Follow")))
    , m_wrap(new QCheckBox(tr("Wrap")))
    , m_search(new FilterField)
    , m_matches(new Text(TextRole::Dim))
    , m_freshness(new FreshnessChip)
    , m_stack(new QStackedWidget)
    , m_view(new LogView(*m_model))
    , m_loading(new SkeletonView(SkeletonView::Shape::Text))
    , m_empty(new EmptyState)
{
    m_model->setSession(&m_logs);
    makeHeader();
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(makeToolRow());
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    card->body()->addWidget(m_stack, 1);
    body()->addWidget(card, 1);
    setFocusProxy(m_view);
    makeActions();

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_view->setSearch(text);
        showMatches();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { search(false); });
    connect(m_view, &LogView::followingChanged, m_follow, &QCheckBox::setChecked);
    connect(m_follow, &QCheckBox::clicked, m_view, &LogView::setFollowing);
    connect(m_wrap, &QCheckBox::toggled, m_view, &LogView::setWrap);
    connect(&m_logs, &session::LogsSession::scopeOptionsChanged, this, &LogsPage::followOptions);
    connect(&m_logs, &session::LogsSession::freshnessChanged, this, &LogsPage::followState);
    connect(&m_logs, &session::LogsSession::restarted, this, &LogsPage::followState);
    connect(&m_logs, &session::LogsSession::linesAppended, this, [this] {
        followState();
        showMatches();
    });
    connect(&workspace, &session::Workspace::environmentsChanged, this, &LogsPage::followOptions);
    connect(&workspace, &session::Workspace::closed, &m_logs, &session::LogsSession::stop);
    followOptions();
    followState();
}

void LogsPage::makeHeader()
{
    addToHeader(m_freshness);
    const auto choice = [this](QComboBox *box, const QString &name) {
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        connect(box, &QComboBox::activated, this, &LogsPage::startFromChoices);
        addHeaderAction(box);
    };
    choice(m_environment, tr("Environment"));
    choice(m_revision, tr("Revision"));
    choice(m_pod, tr("Pod"));
    choice(m_container, tr("Container"));
    m_previous->setToolTip(tr("The container's run before its last restart"));
    connect(m_previous, &QCheckBox::clicked, this, &LogsPage::startFromChoices);
}

QWidget *LogsPage::makeToolRow()
{
    const Metrics &m = themeOf(this).metrics();
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(m.gap, m.unit, m.gap, m.unit);
    layout->setSpacing(m.unit);
    m_search->setPlaceholderText(tr("Search the log…"));
    m_search->setAccessibleName(tr("Search the log"));
    auto *previous = new LinkButton(tr("Previous match"));
    auto *next = new LinkButton(tr("Next match"));
    connect(previous, &QPushButton::clicked, this, [this] { search(true); });
    connect(next, &QPushButton::clicked, this, [this] { search(false); });
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keeps the newest line in sight; scrolling up stops it"));
    auto *copy = new LinkButton(tr("Copy all"));
    auto *save = new LinkButton(tr("Save…"));
    connect(copy, &QPushButton::clicked, this, [this] {
        m_view->flush();
        QGuiApplication::clipboard()->setText(m_view->toPlainText());
    });
    connect(save, &QPushButton::clicked, this, &LogsPage::save);
    layout->addWidget(m_search);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_matches);
    layout->addStretch(1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_follow),
          static_cast<QWidget *>(m_wrap), static_cast<QWidget *>(copy), static_cast<QWidget *>(save)})
        layout->addWidget(widget);
    return row;
}

void LogsPage::makeActions()
{
    const auto add = [this](const char *name, const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    add("logs.search", tr("Search the log"), QKeySequence::Find, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    add("logs.next", tr("Next match"), QKeySequence(Qt::Key_F3), [this] { search(false); });
    add("logs.previous", tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { search(true); });
    add("logs.follow", tr("Follow the newest line"), QKeySequence(Qt::CTRL | Qt::Key_End),
        [this] { m_view->setFollowing(true); });
    add("logs.wrap", tr("Wrap long lines"), QKeySequence(Qt::ALT | Qt::Key_Z), [this] { m_wrap->toggle(); });
    add("logs.save", tr("Save the log…"), QKeySequence::Save, [this] { save(); });
}

void LogsPage::fill(QComboBox *box, const QString &all, const QStringList &values, const QString &wanted)
{
    const QSignalBlocker quiet(box);
    box->clear();
    if (!all.isEmpty())
        box->addItem(all, QString());
    for (const QString &value : values)
        box->addItem(value, value);
    if (!wanted.isEmpty() && !values.contains(wanted))
        box->addItem(wanted, wanted); // a pod that is gone stays chosen while its lines are shown
    box->setCurrentIndex(std::max(0, box->findData(wanted)));
}

void LogsPage::followOptions()
{
    const session::LogScope &scope = m_logs.scope();
    QStringList environments;
    for (const session::EnvironmentInfo &environment : m_workspace.environments())
        environments << environment.name;
    const QString wanted =
        scope.environment.isEmpty() ? m_workspace.selectedEnvironment() : scope.environment;
    fill(m_environment, {}, environments, wanted);
    fill(m_revision, tr("All revisions"), m_logs.revisions(), scope.revision);
    fill(m_pod, tr("All pods"), m_logs.pods(), scope.pod);
    QStringList containers = m_logs.containers();
    if (!containers.contains(scope.container))
        containers.prepend(scope.container);
    fill(m_container, {}, containers, scope.container);
    m_previous->setChecked(scope.previous);
    setSubtitle(scope.service.isEmpty() ? m_workspace.selectedService() : scope.service);
}

void LogsPage::startFromChoices()
{
    session::LogScope scope;
    scope.environment = m_environment->currentText();
    scope.service = m_logs.scope().service.isEmpty() ? m_workspace.selectedService() : m_logs.scope().service;
    const bool same = scope.environment == m_logs.scope().environment;
    scope.revision = same ? m_revision->currentData().toString() : QString();
    const bool sameRevision = same && scope.revision == m_logs.scope().revision;
    scope.pod = sameRevision ? m_pod->currentData().toString() : QString();
    scope.container = m_container->currentData().toString();
    scope.previous = m_previous->isChecked();
    scope.follow = !scope.previous;
    start(scope);
}

void LogsPage::start(const session::LogScope &scope)
{
    m_view->setFollowing(true);
    m_logs.start(scope);
    followOptions();
    followState();
}

void LogsPage::followState()
{
    const session::FreshnessInfo freshness = m_logs.freshness();
    switch (freshness.state) {
    case Freshness::NotConnected:
        m_freshness->setOffline();
        break;
    case Freshness::Connecting:
        m_freshness->setConnecting();
        break;
    case Freshness::Live:
        m_freshness->setLive();
        break;
    case Freshness::Stale:
        m_freshness->setStale(freshness.since, m_clock.now());
        break;
    case Freshness::Failed:
        m_freshness->setFailed(freshness.error ? text::describe(*freshness.error).title : QString());
        break;
    }
    showFreshness(*this, QStringLiteral("freshness"), tr("Logs"), freshness, m_clock.now());
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
    } else if (freshness.state == Freshness::Connecting) {
        m_stack->setCurrentWidget(m_loading);
    } else {
        m_empty->setContent(
            QStringLiteral("rail-logs"), tr("No log lines"),
            m_logs.pods().isEmpty()
                ? tr("No pod runs: a Service that is scaled to zero starts one with its next request. Lines "
                     "appear here then.")
                : tr("The container has not written anything yet. Lines appear here as they are written."));
        m_stack->setCurrentWidget(m_empty);
    }
}

void LogsPage::showMatches()
{
    m_matches->setText(m_search->text().isEmpty() ? QString()
                                                  : tr("%n line(s)", nullptr, m_view->matchCount()));
}

void LogsPage::search(bool backward)
{
    m_view->flush();
    m_view->find(backward);
}

base::Result<void> LogsPage::saveTo(const QString &path)
{
    m_view->flush();
    return base::writeFileAtomically(path, (m_view->toPlainText() + QLatin1Char('\n')).toUtf8());
}

void LogsPage::save()
{
    const session::LogScope &scope = m_logs.scope();
    const QString proposed = QStringLiteral("%1-%2.log").arg(scope.service, scope.environment);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log"), proposed,
                                                      tr("Logs (*.log *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    const base::Result<void> saved = saveTo(path);
    if (saved)
        hideBar(QStringLiteral("save"));
    else
        showBar(QStringLiteral("save"), barText(saved.error()));
}

void LogsPage::refresh()
{
    start(m_logs.scope());
}

void LogsPage::open(const QVariantMap &where)
{
    session::LogScope scope;
    scope.environment =
        where.value(QStringLiteral("environment"), m_workspace.selectedEnvironment()).toString();
    scope.service = where.value(QStringLiteral("service"), m_workspace.selectedService()).toString();
    scope.revision = where.value(QStringLiteral("revision")).toString();
    scope.pod = where.value(QStringLiteral("pod")).toString();
    scope.container = where.value(QStringLiteral("container"), scope.container).toString();
    scope.previous = where.value(QStringLiteral("previous")).toBool();
    start(scope);
    m_view->setFocus();
}

void LogsPage::entered()
{
    if (m_logs.scope().environment.isEmpty() && m_workspace.isOpen())
        open({});
}

} // namespace sluice::views
