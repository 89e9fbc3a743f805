// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/plan_decisions.h"

#include "text/visible_text.h"
#include "views/facts/facts.h"
#include "views/theme/theme.h"
#include "views/widgets/labels.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QSet>
#include <QVBoxLayout>

namespace sluice::views {

using session::SurvivorChoice;

PlanDecisions::PlanDecisions(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(themeOf(this).metrics().gap);
}

void PlanDecisions::reset()
{
    m_consent = {};
}

void PlanDecisions::setPlan(const session::ApplyPlan &plan)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    if (plan.hasConflicts())
        addConflicts(plan);
    if (plan.hasSurvivors())
        addSurvivors(plan);
    if (plan.gitOps)
        addGitOps(*plan.gitOps);
    setVisible(plan.hasConflicts() || plan.hasSurvivors() || plan.gitOps);
}

QVBoxLayout *PlanDecisions::addSection(const QString &title)
{
    auto *section = new QWidget(this);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(themeOf(this).metrics().half);
    auto *heading = new Text(TextRole::Strong, title, section);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    m_layout->addWidget(section);
    return layout;
}

void PlanDecisions::addLines(QVBoxLayout *section, QStringList lines)
{
    constexpr qsizetype shown = 8;
    const qsizetype more = lines.size() - shown;
    if (more > 1) {
        lines = lines.mid(0, shown);
        lines << tr("and %n more, see Objects", nullptr, int(more));
    }
    for (const QString &line : lines) {
        auto *text = new Text(TextRole::Dim, breakable(text::visibleText(line)));
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        section->addWidget(text);
    }
}

void PlanDecisions::addConflicts(const session::ApplyPlan &plan)
{
    QStringList lines;
    QSet<QString> owners;
    for (const session::PlannedObject &object : plan.objects) {
        for (const session::FieldConflict &conflict : object.conflicts) {
            lines << tr("%1 belongs to %2").arg(conflict.path, conflict.owner);
            owners.insert(conflict.owner);
        }
    }
    const int count = int(lines.size());
    QVBoxLayout *section = addSection(
        owners.size() == 1 ? tr("%n field(s) of this plan belong to %1", nullptr, count).arg(*owners.begin())
                           : tr("%n field(s) of this plan belong to other managers", nullptr, count));
    addLines(section, lines);
    auto *force = new QCheckBox(tr("Take over these fields"));
    force->setToolTip(
        tr("Applies with force: the fields then belong to Sluice. Their manager may write them again."));
    force->setChecked(m_consent.forceConflicts);
    connect(force, &QCheckBox::toggled, this, [this](bool on) {
        m_consent.forceConflicts = on;
        Q_EMIT changed();
    });
    section->addWidget(force);
}

void PlanDecisions::addSurvivors(const session::ApplyPlan &plan)
{
    QStringList lines;
    for (const session::PlannedObject &object : plan.objects) {
        for (const session::Survivor &survivor : object.survivors)
            lines << tr("%1 = %2, held by %3").arg(survivor.path, survivor.value, survivor.owner);
    }
    QVBoxLayout *section = addSection(
        tr("%n key(s) cleared in the files would stay on the cluster", nullptr, int(lines.size())));
    addLines(section, lines);
    struct Choice {
        SurvivorChoice choice;
        QString label;
        QString meaning;
    };
    const Choice choices[] = {
        {SurvivorChoice::TakeOver, tr("Take over and remove (recommended)"),
         tr("Takes the key's managed fields over first, so that the apply itself removes it.")},
        {SurvivorChoice::RemoveByPatch,
         plan.revisionsMade(SurvivorChoice::RemoveByPatch) > 1
             ? tr("Remove by JSON patch: creates a second revision")
             : tr("Remove by JSON patch"),
         tr("Removes the key whoever holds it, by a second write after the apply.")},
        {SurvivorChoice::Keep, tr("Keep on the cluster"),
         tr("The file no longer sets the key, the cluster still does: it will show as drift.")},
    };
    for (const Choice &choice : choices) {
        auto *button = new QRadioButton(choice.label);
        button->setToolTip(choice.meaning);
        button->setAccessibleDescription(choice.meaning);
        button->setChecked(m_consent.survivors == choice.choice);
        connect(button, &QRadioButton::toggled, this, [this, value = choice.choice](bool on) {
            if (!on)
                return;
            m_consent.survivors = value;
            Q_EMIT changed();
        });
        section->addWidget(button);
    }
}

void PlanDecisions::addGitOps(const session::GitOpsOwner &owner)
{
    QVBoxLayout *section =
        addSection(owner.application.isEmpty()
                       ? tr("%1 writes these objects from git").arg(owner.tool)
                       : tr("%1 writes these objects from git (%2)").arg(owner.tool, owner.application));
    addLines(section, {tr("Commit the files as well, or it puts the old values back with its next sync.")});
    auto *apply = new QCheckBox(tr("Apply beside %1").arg(owner.tool));
    apply->setChecked(m_consent.overrideGitOps);
    connect(apply, &QCheckBox::toggled, this, [this](bool on) {
        m_consent.overrideGitOps = on;
        Q_EMIT changed();
    });
    section->addWidget(apply);
}

} // namespace sluice::views
