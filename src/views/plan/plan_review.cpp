// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/plan_review.h"

#include "text/catalog.h"
#include "text/error_text.h"
#include "text/visible_text.h"
#include "views/facts/facts.h"
#include "views/plan/check_list.h"
#include "views/plan/objects_view.h"
#include "views/plan/plan_decisions.h"
#include "views/plan/plan_words.h"
#include "views/theme/theme.h"
#include "views/widgets/diff_view.h"
#include "views/widgets/labels.h"
#include "views/widgets/scrolled.h"
#include "views/widgets/segmented_tabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sluice::views {

using Outcome = session::PlanCheck::Outcome;

PlanReview::PlanReview(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_tabs(new SegmentedTabs)
    , m_left(new QStackedWidget)
    , m_files(new DiffView)
    , m_objects(new PlanObjectsView)
    , m_notices(new CheckList)
    , m_checks(new CheckList)
    , m_decisions(new PlanDecisions)
    , m_commandSection(new QWidget)
    , m_command(new Text(TextRole::Mono))
{
    const Metrics &m = themeOf(this).metrics();
    m_tabs->addTab(tr("Files"));
    m_tabs->addTab(tr("Objects"));
    m_tabs->setAccessibleName(tr("What changes"));
    m_left->addWidget(m_files);
    m_left->addWidget(m_objects);
    m_files->setAccessibleName(tr("Difference in the files"));
    m_files->setFrameShape(QFrame::NoFrame);
    connect(m_tabs, &QTabBar::currentChanged, m_left, &QStackedWidget::setCurrentIndex);

    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_tabs);
    leftLayout->addWidget(m_left, 1);

    m_command->setWordWrap(true);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = new LinkButton(tr("Copy command"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_kubectl); });
    auto *commandLayout = new QVBoxLayout(m_commandSection);
    commandLayout->setContentsMargins(0, 0, 0, 0);
    commandLayout->setSpacing(m.half);
    auto *commandTitle = new QHBoxLayout;
    commandTitle->addWidget(new Text(TextRole::Strong, tr("The same with kubectl")));
    commandTitle->addStretch(1);
    commandTitle->addWidget(copy);
    commandLayout->addLayout(commandTitle);
    commandLayout->addWidget(m_command);

    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(m.gap, m.gap, m.gap, m.gap);
    rightLayout->setSpacing(m.gap);
    rightLayout->addWidget(m_notices);
    rightLayout->addWidget(m_decisions); // before the checks: they keep the act from being done
    rightLayout->addWidget(m_checks);
    rightLayout->addWidget(m_commandSection);
    rightLayout->addStretch(1);
    connect(m_decisions, &PlanDecisions::changed, this, &PlanReview::consentChanged);

    m_splitter->addWidget(left);
    QScrollArea *checks = scrolled(right, tr("Checks and decisions"));
    checks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->addWidget(checks);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({1000, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

const session::ApplyConsent &PlanReview::consent() const
{
    return m_decisions->consent();
}

void PlanReview::resetDecisions()
{
    m_decisions->reset();
}

void PlanReview::fillChecks(const session::ApplyPlan &plan, bool remade)
{
    m_notices->clear();
    m_checks->clear();
    if (remade)
        m_notices->add(
            Outcome::Warning,
            tr("The cluster changed since the last plan, so it was made again. Read it once more."));
    for (const session::PlannedObject &object : plan.objects) {
        if (!object.refusal)
            continue;
        const text::ErrorText words = text::describe(*object.refusal);
        m_notices->add(Outcome::Blocked, tr("%1: %2").arg(objectTitle(object), words.title));
        if (!words.details.isEmpty())
            m_notices->add(Outcome::Blocked, words.details); // the server's own words
        if (!words.nextStep.isEmpty())
            m_notices->add(Outcome::Unknown, words.nextStep);
    }
    for (const session::PlanCheck &check : plan.checks)
        m_checks->add(check.outcome, text::words(check.text));
    if (!plan.changesNothing() || plan.createsRevisions())
        m_checks->add(Outcome::Passed, effectSentence(plan));
    for (const session::PlannedObject &object : plan.objects) {
        for (const QString &warning : object.warnings)
            m_checks->add(Outcome::Warning, tr("The server warns: %1").arg(text::visibleText(warning)));
    }
    m_notices->setVisible(!m_notices->texts().isEmpty());
}

void PlanReview::setPlan(const session::ApplyPlan &plan, bool remade)
{
    const bool another = m_environment != plan.environment;
    m_environment = plan.environment;
    m_files->setLines(diffLines(plan.files));
    m_objects->setPlan(&plan);
    m_tabs->setTabText(0, tr("Files (%1)").arg(plan.files.size()));
    m_tabs->setTabText(1, tr("Objects (%1)").arg(plan.objects.size()));
    m_tabs->setTabEnabled(0, !plan.files.empty());
    if (plan.files.empty())
        m_tabs->setCurrentIndex(1);
    else if (another)
        m_tabs->setCurrentIndex(0);
    fillChecks(plan, remade);
    m_decisions->setPlan(plan);
    m_kubectl = plan.kubectlEquivalent;
    m_command->setText(breakable(m_kubectl));
    m_commandSection->setVisible(!plan.kubectlEquivalent.isEmpty());
}

} // namespace sluice::views
