// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/plan_progress.h"

#include "text/catalog.h"
#include "views/facts/facts.h"
#include "views/plan/check_list.h"
#include "views/theme/sluice_style.h"
#include "views/theme/theme.h"
#include "views/widgets/bar.h"
#include "views/widgets/labels.h"
#include "views/widgets/progress_steps.h"
#include "views/widgets/scrolled.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QUrl>

namespace sluice::views {

using State = session::PlanController::State;
using Step = session::ApplyProgress::Step;

PlanProgress::PlanProgress(QWidget *parent)
    : QWidget(parent)
    , m_steps(new ProgressSteps)
    , m_conditions(new CheckList)
    , m_conditionsTitle(new Text(TextRole::Strong, tr("Conditions")))
    , m_result(new QWidget)
    , m_resultTitle(new Text(TextRole::Strong))
    , m_url(new LinkButton)
    , m_bar(new Bar)
{
    const Metrics &m = themeOf(this).metrics();
    auto *copy = new LinkButton(tr("Copy URL"));
    auto *logs = new LinkButton(tr("Show logs"));
    connect(m_url, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_address)); });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(logs, &QPushButton::clicked, this, &PlanProgress::logsRequested);
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(m.half);
    result->addWidget(m_resultTitle);
    auto *links = new QHBoxLayout;
    links->setSpacing(m.gap);
    m_url->setElided(true);
    setFlush(m_url, true);
    links->addWidget(m_url);
    links->addWidget(copy);
    links->addWidget(logs);
    links->addStretch(1);
    result->addLayout(links);
    connect(m_bar, &Bar::actionTriggered, this, &PlanProgress::retryRequested);

    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(m.unit);
    rightLayout->addWidget(m_bar);
    rightLayout->addWidget(m_result);
    rightLayout->addWidget(m_conditionsTitle);
    rightLayout->addWidget(m_conditions);
    rightLayout->addStretch(1);

    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(m.gap, m.gap, m.gap, m.gap);
    columns->setSpacing(m.gap * 2);
    columns->addWidget(m_steps, 2, Qt::AlignTop);
    columns->addWidget(right, 3);
    QScrollArea *area = scrolled(content, tr("Progress"));
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

void PlanProgress::setSteps(State state, const session::ApplyProgress &progress)
{
    if (progress.step != Step::Failed)
        m_reached = progress.step;
    const auto step = [&](Step which, const QString &title, const QString &detail = {}) {
        Status status = Status::Unknown;
        if (which < m_reached || m_reached == Step::Done || state == State::Applied)
            status = Status::Ok;
        else if (which == m_reached)
            status = state == State::ApplyFailed ? Status::Failed : Status::Progressing;
        return ProgressStep{title, which == m_reached ? detail : QString(), status};
    };
    const QString words = progress.words.id.isEmpty() ? QString() : text::words(progress.words);
    const QString sent = tr("%1 of %2 objects").arg(progress.objectsSent).arg(progress.objectsTotal);
    m_steps->setSteps({step(Step::Saving, tr("Save the files")),
                       step(Step::Checking, tr("Check that nothing changed")),
                       step(Step::Sending, tr("Send the objects"), sent),
                       step(Step::Waiting, tr("Wait until ready"), words)});
}

void PlanProgress::setProgress(State state, const session::ApplyProgress &progress, const base::Error *error)
{
    setSteps(state, progress);
    m_conditions->clear();
    for (const session::PlanCheck &condition : progress.conditions)
        m_conditions->add(condition.outcome, text::words(condition.text));
    m_conditionsTitle->setVisible(!progress.conditions.empty());

    m_bar->setVisible(state == State::ApplyFailed);
    if (state == State::ApplyFailed) {
        const base::Error *cause = error ? error : progress.error ? &*progress.error : nullptr;
        BarText bar = cause ? barText(*cause) : barText(Status::Failed, tr("The apply did not finish"));
        const auto failing =
            std::find_if(progress.conditions.begin(), progress.conditions.end(), [](const auto &condition) {
                return condition.outcome == session::PlanCheck::Outcome::Blocked;
            });
        if (failing != progress.conditions.end())
            bar.title = text::words(failing->text);
        if (progress.objectsSent > 0 && progress.objectsSent < progress.objectsTotal)
            bar.cause = (bar.cause + QLatin1Char(' ')
                         + tr("%1 of %2 objects were sent and stay.")
                               .arg(progress.objectsSent)
                               .arg(progress.objectsTotal))
                            .trimmed();
        bar.action = tr("Plan again");
        m_bar->setText(bar);
    }
    m_result->setVisible(state == State::Applied);
    m_resultTitle->setText(progress.revision.isEmpty() ? tr("Applied and ready")
                                                       : tr("%1 is ready and serves").arg(progress.revision));
    m_address = progress.url;
    m_url->setText(progress.url);
    m_url->setVisible(!progress.url.isEmpty());
    m_url->setAccessibleName(tr("Open %1").arg(progress.url));
}

} // namespace sluice::views
