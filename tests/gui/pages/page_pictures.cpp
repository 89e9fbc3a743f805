// SPDX-License-Identifier: GPL-3.0-or-later
// Pages in their states as pictures, for looking at: page_pictures OUT_DIR [part of a name].
#include "sample_scenes.h"

#include "base/clock.h"
#include "base/settings.h"
#include "views/environments/environments_page.h"
#include "views/environments/matrix_view.h"
#include "views/logs/log_view.h"
#include "views/logs/logs_page.h"
#include "views/manifests/manifests_page.h"
#include "views/overview/overview_page.h"
#include "views/overview/overview_table.h"
#include "views/theme/icons.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QTest>

using namespace sluice;
using namespace sluice::test;
using domain::ParameterId;
using PlanState = session::PlanController::State;

namespace {

struct Scene {
    QString name;
    std::function<views::Page *(FakeWorkspace &, base::Settings &, const base::Clock &)> make;
    std::function<void(FakeWorkspace &, views::Page &)> act;
};

/// A page between the inspector and the drawer, as the window places them.
class Stage final : public QWidget {
public:
    explicit Stage(views::Page *page)
    {
        auto *columns = new QHBoxLayout(this);
        columns->setContentsMargins(0, 0, 0, 0);
        columns->setSpacing(0);
        auto *middle = new QVBoxLayout;
        middle->setSpacing(0);
        columns->addLayout(middle, 1);
        middle->addWidget(page, 1);
        const views::Metrics &m = views::themeOf(this).metrics();
        if (QWidget *drawer = page->drawer()) {
            auto *frame = new QWidget;
            auto *layout = new QVBoxLayout(frame);
            layout->setContentsMargins(m.pageMargin, 0, m.pageMargin, m.unit * 2);
            layout->addWidget(drawer);
            frame->setFixedHeight(m.rowHeight * 8);
            middle->addWidget(frame);
            drawer->show();
        }
        if (QWidget *inspector = page->inspector()) {
            inspector->setFixedWidth(m.inspectorWidth);
            columns->addWidget(inspector);
            inspector->show();
        }
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), views::themeOf(this).colours().bg);
    }
};

std::vector<Scene> scenes()
{
    const auto environments = [](FakeWorkspace &workspace, base::Settings &settings,
                                 const base::Clock &clock) -> views::Page * {
        auto *page = new views::EnvironmentsPage(workspace, settings, clock);
        page->setPlanDelay(3600000); // the scenes make their own plans
        return page;
    };
    const auto overview = [](FakeWorkspace &workspace, base::Settings &,
                             const base::Clock &clock) -> views::Page * {
        return new views::OverviewPage(workspace, clock);
    };
    const auto manifests = [](FakeWorkspace &workspace, base::Settings &,
                              const base::Clock &) -> views::Page * {
        return new views::ManifestsPage(workspace);
    };
    const auto logs = [](FakeWorkspace &workspace, base::Settings &,
                         const base::Clock &clock) -> views::Page * {
        return new views::LogsPage(workspace, clock);
    };
    const auto str = [](const char *text) { return QString::fromUtf8(text); };
    const auto select = [str](views::Page &page, ParameterId id) {
        page.open({{str("environment"), str("prod")}, {str("parameter"), domain::parameter(id).name}});
    };
    const auto edit = [select](FakeWorkspace &workspace, views::Page &page, const session::ApplyPlan &plan) {
        workspace.plannerFake.nextPlan = plan;
        select(page, ParameterId::MaxScale);
        FakeEditor &editor = workspace.editorFake;
        editor.setValue(editor.row(ParameterId::MaxScale), editor.column(QStringLiteral("prod")),
                        QStringLiteral("40"));
        workspace.plannerFake.make(QStringLiteral("prod"));
    };
    return {
        {str("environments"), environments,
         [=](FakeWorkspace &w, views::Page &p) { edit(w, p, samplePlan()); }},
        {str("environments-plain"), environments,
         [=](FakeWorkspace &, views::Page &p) { select(p, ParameterId::Target); }},
        {str("environments-live"), environments,
         [=](FakeWorkspace &, views::Page &p) {
             select(p, ParameterId::MemoryLimit);
             static_cast<views::EnvironmentsPage &>(p).matrix()->setLiveShown(true);
         }},
        {str("environments-invalid"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             select(p, ParameterId::MinScale);
             w.editorFake.setValue(w.editorFake.row(ParameterId::MinScale), w.editorFake.column(str("prod")),
                                   str("30"));
         }},
        {str("environments-folded"), environments,
         [=](FakeWorkspace &, views::Page &p) {
             auto *view = static_cast<views::EnvironmentsPage &>(p).matrix();
             view->setFolded(domain::ParameterGroup::Concurrency, true);
             view->setFolded(domain::ParameterGroup::Image, true);
             view->compare(2, 3);
         }},
        {str("environments-crowd"), environments,
         [=](FakeWorkspace &w, views::Page &) {
             QStringList names;
             for (int i = 0; i < 12; ++i)
                 names << QStringLiteral("environment-with-a-rather-long-name-%1").arg(i);
             w.editorFake.setEnvironments(names);
         }},
        {str("environments-empty"), environments, [](FakeWorkspace &w, views::Page &) { w.shut(); }},
        {str("environments-stale"), environments,
         [=](FakeWorkspace &w, views::Page &) {
             auto list = w.environments();
             list[2].freshness = {session::FreshnessInfo::State::Stale, sampleNow().addSecs(-42),
                                  base::Error(base::TransportError{
                                      base::TransportError::Kind::Refused, str("127.0.0.1:6443"), {}})};
             w.setEnvironments(list);
         }},
        {str("plan-troubled"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             edit(w, p, troubledPlan());
             w.plannerFake.remake();
         }},
        {str("plan-refused"), environments,
         [=](FakeWorkspace &w, views::Page &p) { edit(w, p, refusedPlan()); }},
        {str("plan-making"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             w.plannerFake.outcome = PlanState::Making;
             edit(w, p, samplePlan());
         }},
        {str("plan-failed"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             w.plannerFake.outcome = PlanState::Failed;
             w.plannerFake.nextError = base::Error(base::TransportError{
                 base::TransportError::Kind::Refused, str("127.0.0.1:6443"), str("Connection refused")});
             edit(w, p, samplePlan());
         }},
        {str("plan-applying"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             edit(w, p, samplePlan());
             w.plannerFake.show(PlanState::Applying, waitingProgress());
         }},
        {str("plan-applied"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             edit(w, p, samplePlan());
             session::ApplyProgress done = waitingProgress();
             done.step = session::ApplyProgress::Step::Done;
             for (auto &condition : done.conditions)
                 condition.outcome = session::PlanCheck::Outcome::Passed;
             w.plannerFake.show(PlanState::Applied, done);
         }},
        {str("plan-apply-failed"), environments,
         [=](FakeWorkspace &w, views::Page &p) {
             edit(w, p, samplePlan());
             session::ApplyProgress failed = waitingProgress();
             w.plannerFake.show(PlanState::Applying, failed);
             failed.step = session::ApplyProgress::Step::Failed;
             failed.conditions[0] = {session::PlanCheck::Outcome::Blocked,
                                     said("ConfigurationsReady: Revision \"python-api-base-00002\" failed: "
                                          "Unable to fetch image")};
             w.plannerFake.show(
                 PlanState::ApplyFailed, failed,
                 base::Error(base::TimeoutError{str("python-api-base to become ready"), 600000}));
         }},
        {str("overview"), overview,
         [=](FakeWorkspace &, views::Page &p) {
             p.open({{str("environment"), str("prod")}, {str("service"), str("python-api-base")}});
         }},
        {str("overview-crowd"), overview, [](FakeWorkspace &w, views::Page &) { fillCrowd(w); }},
        {str("overview-empty"), overview, [](FakeWorkspace &w, views::Page &) { w.shut(); }},
        {str("overview-loading"), overview,
         [](FakeWorkspace &w, views::Page &) { w.overviewFake.setRows({}); }},
        {str("manifests"), manifests,
         [=](FakeWorkspace &, views::Page &p) {
             p.open({{str("file"), str("overlays/prod/service-scaling.yaml")}, {str("line"), 11}});
         }},
        {str("manifests-difference"), manifests,
         [=](FakeWorkspace &, views::Page &p) {
             p.open({{str("tab"), str("difference")}});
         }},
        {str("manifests-empty"), manifests, [](FakeWorkspace &w, views::Page &) { w.shut(); }},
        {str("logs"), logs,
         [=](FakeWorkspace &w, views::Page &p) {
             p.open({{str("environment"), str("prod")}});
             w.logsFake.append(
                 {str("INFO  uvicorn running on http://0.0.0.0:8080"), str("INFO  GET /health 200 in 2 ms")},
                 w.logsFake.pods()[0]);
             for (int i = 0; i < 60; ++i)
                 w.logsFake.append(
                     {QStringLiteral("INFO  GET /orders/%1 200 in %2 ms").arg(1000 + i * 7).arg(12 + i % 9)},
                     w.logsFake.pods()[i % 2]);
             w.logsFake.append({str("ERROR upstream payments answered 503, retrying \xE2\x80\xAE in 200 ms")},
                               w.logsFake.pods()[1]);
             p.filterField()->setText(str("orders/1"));
             static_cast<views::LogsPage &>(p).view()->flush();
         }},
        {str("logs-empty"), logs,
         [=](FakeWorkspace &w, views::Page &p) {
             w.logsFake.setOptions({}, {});
             p.open({});
         }},
    };
}

void picture(const Scene &scene, const QDir &out, views::SluiceStyle &style, views::ThemeKind kind,
             const QSize &window)
{
    style.setTheme(views::Theme::make(kind, QApplication::font()));
    FakeWorkspace workspace;
    fillSample(workspace);
    const base::ManualClock clock(sampleNow());
    base::MemorySettings settings;
    views::Page *page = scene.make(workspace, settings, clock);
    scene.act(workspace, *page);
    Stage stage(page);
    const views::Metrics &m = style.theme().metrics();
    stage.resize(window.width() - m.railWidth, window.height() - m.topBarHeight - m.statusStripHeight);
    stage.show();
    page->entered();
    if (page->focusWidget())
        page->focusWidget()->setFocus();
    if (!QTest::qWaitForWindowExposed(&stage))
        qWarning("%s was not shown", qUtf8Printable(scene.name));
    const QString theme = kind == views::ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    stage.grab().save(
        out.filePath(QStringLiteral("%1-%2-%3.png").arg(scene.name, theme).arg(window.width())));
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    views::installIconFallback();
    QFont font = QApplication::font();
    font.setFamily(QStringLiteral("Noto Sans"));
    font.setPointSizeF(9.75);
    QApplication::setFont(font);
    auto *style = new views::SluiceStyle(views::Theme::make(views::ThemeKind::Light, font));
    QApplication::setStyle(style);
    const QStringList arguments = QApplication::arguments();
    const QDir out(arguments.value(1, QStringLiteral(".")));
    for (const Scene &scene : scenes()) {
        if (!scene.name.contains(arguments.value(2)))
            continue;
        for (const views::ThemeKind kind : {views::ThemeKind::Light, views::ThemeKind::Dark}) {
            for (const QSize &window : {QSize(1280, 800), QSize(1920, 1080)})
                picture(scene, out, *style, kind, window);
        }
    }
    return 0;
}
