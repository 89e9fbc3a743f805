// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/status_strip.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "text/catalog.h"
#include "text/error_text.h"
#include "views/facts/facts.h"
#include "views/shell/popover.h"
#include "views/theme/icons.h"
#include "views/theme/painting.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QTimerEvent>
#include <QToolButton>

namespace sluice::views {

namespace {

constexpr int ageTickMs = 10'000;
constexpr int activityRows = 50;

Status severityStatus(session::Problem::Severity severity)
{
    switch (severity) {
    case session::Problem::Severity::Error:
        return Status::Failed;
    case session::Problem::Severity::Warning:
        return Status::Warning;
    case session::Problem::Severity::Info:
        return Status::Unknown;
    }
    return Status::Unknown;
}

/// A quiet button of the strip: small words, with a status shape when there is one.
class StripButton final : public QPushButton {
public:
    using QPushButton::QPushButton;
    void setLook(const QString &text, std::optional<Status> status)
    {
        setText(text);
        m_status = status;
        setAccessibleName(text);
        updateGeometry();
        QWidget::update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        const QFontMetrics metrics(theme.fonts().small);
        const Metrics &m = theme.metrics();
        const int shape = m_status ? m.unit + m.half + 2 : 0;
        return {metrics.horizontalAdvance(text()) + shape + m.half * 2 + 1, m.statusStripHeight - 3};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {themeOf(this).metrics().unit * 6, sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        const Metrics &m = theme.metrics();
        QPainter painter(this);
        if (underMouse())
            paintPanel(painter, rect(), theme.colours().hover, {}, m.half);
        const QColor ink = m_status ? theme.colours().of(*m_status).ink : theme.colours().textDim;
        QRect inner = rect().adjusted(m.half, 0, -m.half, 0);
        if (m_status) {
            const int side = m.unit + 1;
            const QRect box(inner.left(), (height() - side) / 2, side, side);
            paintStatusShape(painter, QStyle::visualRect(layoutDirection(), rect(), box), *m_status, ink);
            inner.adjust(side + m.half, 0, 0, 0);
        }
        painter.setFont(theme.fonts().small);
        painter.setPen(ink);
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), inner),
            static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintFocus(painter, rect(), theme, m.half);
    }

private:
    std::optional<Status> m_status;
};

} // namespace

StatusStrip::StatusStrip(session::Workspace &workspace, const base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_problems(new StripButton)
    , m_activity(new StripButton)
    , m_job(new ElidedLabel({}, TextRole::SmallDim))
    , m_progress(new QProgressBar)
    , m_stop(new QToolButton)
    , m_identity(new ElidedLabel({}, TextRole::SmallDim))
    , m_versions(new ElidedLabel({}, TextRole::SmallDim))
{
    setAccessibleName(tr("Status"));
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_problems);
    row->addWidget(m_activity);
    row->addStretch(1);
    row->addWidget(m_job);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addStretch(1);
    row->addWidget(m_identity);
    row->addWidget(m_versions);
    m_problems->setObjectName(QStringLiteral("problemsButton"));
    m_activity->setObjectName(QStringLiteral("activityButton"));
    m_progress->setTextVisible(false);
    m_stop->setIcon(ownIcon(QStringLiteral("close")));
    m_stop->setAutoRaise(true);
    m_stop->setToolTip(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop"));
    m_identity->setToolTip(tr("Who the cluster says you are"));
    connect(m_problems, &QPushButton::clicked, this, &StatusStrip::showProblems);
    connect(m_activity, &QPushButton::clicked, this, &StatusStrip::showActivity);
    connect(m_stop, &QToolButton::clicked, this, [this] { m_workspace.stopJob(m_jobId); });
    using session::Workspace;
    connect(&m_workspace, &Workspace::problemsChanged, this, &StatusStrip::followProblems);
    connect(&m_workspace, &Workspace::activityChanged, this, &StatusStrip::followActivity);
    connect(&m_workspace, &Workspace::jobsChanged, this, &StatusStrip::followJobs);
    connect(&m_workspace, &Workspace::environmentsChanged, this, &StatusStrip::followEnvironment);
    connect(&m_workspace, &Workspace::selectionChanged, this, &StatusStrip::followEnvironment);
    m_tick.start(ageTickMs, this);
    relayout();
    followProblems();
    followActivity();
    followJobs();
    followEnvironment();
}

void StatusStrip::followProblems()
{
    int errors = 0;
    int others = 0;
    const std::vector<session::Problem> problems = m_workspace.problems();
    for (const session::Problem &problem : problems)
        ++(problem.severity == session::Problem::Severity::Error ? errors : others);
    auto *button = static_cast<StripButton *>(m_problems);
    if (errors + others == 0)
        button->setLook(tr("No problems"), std::nullopt);
    else
        button->setLook(tr("%n problem(s)", nullptr, errors + others),
                        errors > 0 ? Status::Failed : Status::Warning);
}

void StatusStrip::followActivity()
{
    const std::vector<session::ActivityEntry> entries = m_workspace.activity(1);
    auto *button = static_cast<StripButton *>(m_activity);
    if (entries.empty()) {
        button->setLook(tr("Activity"), std::nullopt);
        return;
    }
    const session::ActivityEntry &entry = entries.front();
    button->setLook(tr("Activity: %1 · %2").arg(text::words(entry.what), ageText(entry.when, m_clock.now())),
                    std::nullopt);
}

void StatusStrip::followJobs()
{
    const std::vector<session::Job> jobs = m_workspace.jobs();
    const bool any = !jobs.empty();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_job), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_stop)})
        widget->setVisible(any);
    if (!any)
        return;
    const session::Job &job = jobs.front();
    m_jobId = job.id;
    QString words = text::words(job.what);
    if (job.total > 0)
        words = tr("%1 · %2 of %3").arg(words).arg(job.done).arg(job.total);
    if (jobs.size() > 1)
        words = tr("%1 (and %n more)", nullptr, static_cast<int>(jobs.size()) - 1).arg(words);
    m_job->setText(words);
    m_progress->setRange(0, job.total);
    m_progress->setValue(job.done);
    m_progress->setAccessibleName(words);
    m_stop->setEnabled(job.canStop);
}

void StatusStrip::followEnvironment()
{
    const std::vector<session::EnvironmentInfo> environments = m_workspace.environments();
    QString identity;
    QString versions;
    for (const session::EnvironmentInfo &environment : environments) {
        if (environment.name != m_workspace.selectedEnvironment())
            continue;
        if (!environment.identity.isEmpty())
            identity = QStringLiteral("%1@%2").arg(environment.identity, environment.context);
        versions = environment.serverVersions;
    }
    m_identity->setText(identity);
    m_versions->setText(versions);
}

void StatusStrip::showProblems()
{
    auto *popover = new Popover(tr("Problems"), this);
    std::vector<ListRow> rows;
    const std::vector<session::Problem> problems = m_workspace.problems();
    for (const session::Problem &problem : problems) {
        ListRow row;
        row.title = text::words(problem.title);
        row.detail = problem.error ? text::describe(*problem.error).cause : QString();
        if (!problem.place.isEmpty())
            row.detail = row.detail.isEmpty() ? problem.place
                                              : QStringLiteral("%1 · %2").arg(problem.place, row.detail);
        row.trailing = ageText(problem.last, m_clock.now());
        if (problem.count > 1)
            row.trailing = tr("%1 times · %2").arg(problem.count).arg(row.trailing);
        row.status = severityStatus(problem.severity);
        row.data = QStringList{problem.page, problem.place};
        row.toolTip = row.detail;
        rows.push_back(row);
    }
    popover->setRows(
        rows,
        tr("Nothing needs you. Errors and warnings of files and clusters stand here until they are solved."));
    connect(popover->list(), &ItemList::rowActivated, this, [this, popover](int index) {
        const QStringList target = popover->list()->dataAt(index).toStringList();
        popover->close();
        if (target.size() == 2 && !target[0].isEmpty())
            Q_EMIT problemChosen(target[0], target[1]);
    });
    popover->openAbove(m_problems);
}

void StatusStrip::showActivity()
{
    auto *popover = new Popover(tr("Activity"), this);
    std::vector<ListRow> rows;
    const std::vector<session::ActivityEntry> entries = m_workspace.activity(activityRows);
    for (const session::ActivityEntry &entry : entries) {
        ListRow row;
        row.title = text::words(entry.what);
        QStringList facts = {entry.who, entry.environment};
        facts.removeAll(QString());
        row.detail = facts.join(QStringLiteral(" · "));
        row.trailing = ageText(entry.when, m_clock.now());
        row.status = statusOf(entry.outcome);
        row.toolTip = absoluteTime(entry.when);
        rows.push_back(row);
    }
    popover->setRows(rows,
                     tr("Nothing was done yet. What is applied, saved or rolled back is written down here."));
    popover->openAbove(m_activity);
}

void StatusStrip::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    setFixedHeight(m.statusStripHeight);
    layout()->setContentsMargins(m.unit + 2, 1, m.cardPadding, 0);
    layout()->setSpacing(m.unit);
    m_activity->setMaximumWidth(m.unit * 60); // identity and versions keep their place
    m_progress->setFixedSize(m.unit * 12, m.unit);
    m_stop->setFixedSize(m.unit * 3, m.unit * 3 - 2);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Colours &c = themeOf(this).colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
}

void StatusStrip::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId())
        followActivity();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
