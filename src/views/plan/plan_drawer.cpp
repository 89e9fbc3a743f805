// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/plan_drawer.h"

#include "session/environment_editor.h"
#include "views/facts/facts.h"
#include "views/plan/plan_progress.h"
#include "views/plan/plan_review.h"
#include "views/plan/plan_words.h"
#include "views/settings/production_rules.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/card.h"
#include "views/widgets/chips.h"
#include "views/widgets/labels.h"
#include "views/widgets/production_band.h"
#include "views/widgets/states.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::views {

using State = session::PlanController::State;

PlanDrawer::PlanDrawer(session::PlanController &planner, session::EnvironmentEditor &editor,
                       const base::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_planner(planner)
    , m_editor(editor)
    , m_settings(settings)
    , m_confirmAction(new QAction(this))
    , m_card(new Card(tr("What will happen")))
    , m_band(new ProductionBand)
    , m_nameHint(new Text(TextRole::Body))
    , m_name(new QLineEdit)
    , m_filesChip(new StatusChip)
    , m_effectChip(new StatusChip)
    , m_stateChip(new StatusChip)
    , m_copy(new QPushButton(tr("Copy")))
    , m_discard(new QPushButton)
    , m_stop(new QPushButton(tr("Stop")))
    , m_confirm(new QPushButton)
    , m_stack(new QStackedWidget)
    , m_making(new SkeletonView(SkeletonView::Shape::Text))
    , m_review(new PlanReview)
    , m_progress(new PlanProgress)
    , m_failure(new Bar)
    , m_failed(new QWidget)
{
    setAccessibleName(tr("What will happen"));
    m_card->setTitleSeparated(true);
    m_card->setFlush(true);
    for (StatusChip *chip : {m_filesChip, m_effectChip, m_stateChip})
        m_card->addToTitle(chip);
    m_filesChip->setShapeVisible(false);
    m_effectChip->setShapeVisible(false);
    setButtonRole(m_copy, ButtonRole::Link);
    setButtonRole(m_confirm, ButtonRole::Primary);
    m_copy->setMenu(new QMenu(m_copy));
    connect(m_copy->menu(), &QMenu::aboutToShow, this, &PlanDrawer::fillCopyMenu);
    for (QPushButton *button : {m_copy, m_discard, m_stop, m_confirm})
        m_card->addTitleAction(button);

    auto *failed = new QVBoxLayout(m_failed);
    failed->addWidget(m_failure);
    failed->addStretch(1);
    for (QWidget *page :
         {m_making, static_cast<QWidget *>(m_review), static_cast<QWidget *>(m_progress), m_failed})
        m_stack->addWidget(page);
    m_name->setObjectName(QStringLiteral("environmentName"));
    m_band->addAtEnd(m_nameHint);
    m_band->addAtEnd(m_name);
    m_card->body()->addWidget(m_band);
    m_card->body()->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);

    m_confirmAction->setObjectName(QStringLiteral("plan.confirm"));
    m_confirmAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_confirmAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_confirmAction);
    connect(m_confirmAction, &QAction::triggered, this, &PlanDrawer::confirm);
    connect(m_confirm, &QPushButton::clicked, m_confirmAction, &QAction::trigger);
    connect(m_discard, &QPushButton::clicked, this, &PlanDrawer::close);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_planner.cancel(); });
    connect(m_review, &PlanReview::consentChanged, this, &PlanDrawer::updateConfirm);
    connect(m_name, &QLineEdit::textChanged, this, &PlanDrawer::updateConfirm);
    connect(m_name, &QLineEdit::returnPressed, m_confirmAction, &QAction::trigger);
    connect(m_failure, &Bar::actionTriggered, this, [this] { m_planner.make(m_planner.environment()); });
    connect(m_progress, &PlanProgress::retryRequested, this,
            [this] { m_planner.make(m_planner.environment()); });
    connect(m_progress, &PlanProgress::logsRequested, this,
            [this] { Q_EMIT logsRequested(m_planner.environment()); });
    connect(&planner, &session::PlanController::changed, this, &PlanDrawer::follow);
    connect(&editor, &session::EnvironmentEditor::unsavedChanged, this, &PlanDrawer::showButtons);
    follow();
}

QSize PlanDrawer::sizeHint() const
{
    const Metrics &m = themeOf(this).metrics();
    return {m.unit * 90, m.rowHeight * 7};
}

void PlanDrawer::follow()
{
    if (m_environment != m_planner.environment()) {
        m_environment = m_planner.environment();
        m_review->resetDecisions();
    }
    followProduction();
    switch (m_planner.state()) {
    case State::Idle:
    case State::Making:
        m_stack->setCurrentWidget(m_making);
        break;
    case State::Ready:
        showReady();
        break;
    case State::Failed:
        if (m_planner.error()) {
            BarText bar = barText(*m_planner.error());
            bar.action = tr("Plan again");
            m_failure->setText(bar);
        }
        m_stack->setCurrentWidget(m_failed);
        break;
    case State::Applying:
    case State::Applied:
    case State::ApplyFailed:
        m_progress->setProgress(m_planner.state(), m_planner.progress(), m_planner.error());
        m_stack->setCurrentWidget(m_progress);
        break;
    }
    showChips();
    showButtons();
    updateConfirm();
}

bool PlanDrawer::showsProduction() const
{
    return productionColumn();
}

const session::MatrixColumn *PlanDrawer::productionColumn() const
{
    // From the project rather than the plan, so that the band stands still while plans are made and made again.
    if (m_planner.state() == State::Idle)
        return nullptr;
    for (const session::MatrixColumn &column : m_editor.matrix().columns) {
        if (column.name == m_planner.environment() && column.production)
            return &column;
    }
    return nullptr;
}

void PlanDrawer::followProduction()
{
    const session::MatrixColumn *production = productionColumn();
    const session::ApplyPlan *plan = m_planner.plan();
    m_band->setEnvironment(production ? production->name : QString(),
                           production ? contextLabel(plan ? plan->context : production->context) : QString());
    const bool asks = production && m_planner.state() == State::Ready && plan && !plan->changesNothing()
        && asksForName(m_settings);
    m_nameHint->setVisible(asks);
    m_name->setVisible(asks);
    if (!asks)
        m_name->clear();
    if (!asks)
        return;
    // Typed for what was read: another plan is another question.
    if (const QString words = planText(*plan); words != m_namedPlan) {
        m_namedPlan = words;
        m_name->clear();
    }
    m_nameHint->setText(tr("Type %1 to confirm").arg(m_environment));
    m_name->setAccessibleName(m_nameHint->text());
    m_name->setPlaceholderText(m_environment);
    m_name->setFixedWidth(
        std::min(themeOf(this).metrics().unit * 30,
                 m_name->fontMetrics().horizontalAdvance(m_environment) + themeOf(this).metrics().unit * 6));
}

bool PlanDrawer::waitsForName() const
{
    return !m_name->isHidden() && m_name->text().trimmed() != m_environment;
}

void PlanDrawer::showReady()
{
    m_review->setPlan(*m_planner.plan(), m_planner.wasRemade());
    m_stack->setCurrentWidget(m_review);
}

void PlanDrawer::showChips()
{
    const session::ApplyPlan *plan = m_planner.plan();
    const bool ready = m_planner.state() == State::Ready && plan;
    const auto chip = [](StatusChip *at, Status status, const QString &text) {
        at->setVisible(!text.isEmpty());
        if (!text.isEmpty())
            at->setStatus(status, text);
    };
    chip(m_filesChip, Status::Progressing, ready ? filesChip(*plan) : QString());
    chip(m_effectChip, ready && plan->createsRevisions() ? Status::Warning : Status::Ok,
         ready ? effectChip(*plan) : QString());
    switch (m_planner.state()) {
    case State::Making:
        chip(m_stateChip, Status::Progressing, tr("asking the cluster about %1…").arg(m_environment));
        break;
    case State::Applying:
        chip(m_stateChip, Status::Progressing, tr("applying to %1").arg(m_environment));
        break;
    case State::Applied:
        chip(m_stateChip, Status::Ok, tr("applied to %1").arg(m_environment));
        break;
    case State::ApplyFailed:
    case State::Failed:
        chip(m_stateChip, Status::Failed,
             m_planner.state() == State::Failed ? tr("no plan for %1").arg(m_environment)
                                                : tr("not ready in %1").arg(m_environment));
        break;
    default:
        chip(m_stateChip, Status::Unknown, {});
        break;
    }
}

void PlanDrawer::showButtons()
{
    const State state = m_planner.state();
    const bool working = state == State::Making || state == State::Applying;
    const bool discards =
        !m_editor.changes(m_environment).empty() && state != State::Applied && state != State::ApplyFailed;
    m_stop->setVisible(working);
    m_copy->setVisible(state == State::Ready);
    m_discard->setVisible(state != State::Applying);
    m_discard->setText(discards ? tr("Discard") : tr("Close"));
    m_discard->setToolTip(
        discards ? tr("Drops the unsaved changes of %1; undo brings them back").arg(m_environment)
                 : QString());
    m_confirm->setVisible(state == State::Ready);
}

void PlanDrawer::updateConfirm()
{
    const session::ApplyPlan *plan = m_planner.plan();
    const bool ready = m_planner.state() == State::Ready && plan;
    QString open = ready ? openDecision(*plan, m_review->consent()) : QString();
    // What only lacks the name can be asked for by its key: that leads to the field.
    const bool decided = ready && open.isEmpty() && !plan->changesNothing();
    if (decided && waitsForName())
        open = tr("Production: type the environment's name first.");
    const QString label = ready ? actLabel(*plan) : tr("Apply");
    const bool enabled = ready && open.isEmpty() && !plan->changesNothing();
    m_confirm->setText(label);
    m_confirm->setEnabled(enabled);
    m_confirm->setToolTip(enabled ? m_confirmAction->shortcut().toString(QKeySequence::NativeText) : open);
    m_confirm->setAccessibleDescription(open);
    m_confirmAction->setText(label);
    m_confirmAction->setEnabled(decided);
}

void PlanDrawer::fillCopyMenu()
{
    QMenu *menu = m_copy->menu();
    menu->clear();
    const session::ApplyPlan *plan = m_planner.plan();
    if (!plan)
        return;
    const auto copy = [menu](const QString &label, const QString &text) {
        QAction *action =
            menu->addAction(label, menu, [text] { QGuiApplication::clipboard()->setText(text); });
        action->setEnabled(!text.isEmpty());
    };
    QString difference;
    for (const session::FileDiff &file : plan->files)
        difference += session::unifiedText(file);
    copy(tr("Copy the kubectl command"), plan->kubectlEquivalent);
    copy(tr("Copy the file difference"), difference);
    copy(tr("Copy the whole plan"), planText(*plan));
}

void PlanDrawer::confirm()
{
    if (!m_confirmAction->isEnabled() || m_planner.state() != State::Ready)
        return;
    if (waitsForName())
        m_name->setFocus(Qt::ShortcutFocusReason);
    else
        m_planner.confirm(m_review->consent());
}

void PlanDrawer::close()
{
    const State state = m_planner.state();
    const QString environment = m_environment;
    m_planner.dismiss();
    const bool planned = state == State::Ready || state == State::Failed || state == State::Making;
    if (planned && !m_editor.changes(environment).empty())
        m_editor.discard(environment);
    Q_EMIT closeRequested();
}

} // namespace sluice::views
