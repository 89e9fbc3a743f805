// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/app_context.h"
#include "app/cli/exit_codes.h"
#include "app/cli/output.h"
#include "app/next_signal.h"
#include "app/page_list.h"
#include "app/translations.h"
#include "base/settings.h"
#include "session/environment_editor.h"
#include "session/logs_session.h"
#include "session/overview.h"
#include "session/plan_controller.h"
#include "session/workspace.h"
#include "text/catalog.h"
#include "text/error_text.h"
#include "views/shell/main_window.h"
#include "views/theme/desktop_settings.h"
#include "views/theme/theme_controller.h"

#include <QApplication>
#include <QCoroTimer>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

namespace sluice::app {

namespace {

using session::PlanController;
using State = PlanController::State;

constexpr int giveUpMs = 120000;
constexpr auto settleTime = std::chrono::milliseconds(60); ///< for a page's short motion to end
const QString production = QStringLiteral("prod");
const QString wantedScale = QStringLiteral("40");

/// The words of the tour.
class Tour {
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

/// What the tour's steps share; lives as long as the tour.
struct Stage {
    session::Workspace &workspace;
    views::MainWindow &window;
    views::ThemeController &theme;
    QDir folder;
    bool story;
    int pictures = 0;
    QString failure;
};

void say(const Stage &stage, const QString &line)
{
    if (stage.story)
        printData(line.toUtf8() + '\n');
}

QCoro::Task<void> picture(std::shared_ptr<Stage> stage, QString name)
{
    co_await QCoro::sleepFor(settleTime);
    const QString file = stage->folder.filePath(QStringLiteral("%1-%2.png").arg(name, stage->theme.choice()));
    if (stage->window.grab().save(file))
        ++stage->pictures;
    else
        stage->failure = Tour::tr("The picture %1 could not be written").arg(file);
}

bool allServe(const session::Workspace &workspace, session::Overview &overview)
{
    const std::vector<session::OverviewRow> rows = overview.rows();
    const bool settled = std::all_of(rows.begin(), rows.end(), [](const session::OverviewRow &row) {
        return row.deployed && (row.health == session::Health::Ok || row.health == session::Health::Inactive);
    });
    return !rows.empty() && settled && workspace.isOpen();
}

QCoro::Task<void> open(std::shared_ptr<Stage> stage)
{
    session::Overview &overview = stage->workspace.overview();
    stage->workspace.openSample();
    while (!allServe(stage->workspace, overview))
        co_await nextSignal(&overview, &session::Overview::changed);
    say(*stage, Tour::tr("1. The embedded cluster runs the sample project:"));
    for (const session::OverviewRow &row : overview.rows())
        say(*stage,
            QStringLiteral("   %1  %2  %3  %4")
                .arg(row.environment, -8)
                .arg(row.latestReady, row.url, text::words(row.healthWords)));
}

/// Row of the maximum scale and column of prod; -1 where there is none.
std::pair<int, int> cellOf(const session::Matrix &matrix)
{
    std::pair<int, int> place{-1, -1};
    for (size_t row = 0; row < matrix.rows.size(); ++row) {
        if (matrix.rows[row]->id == domain::ParameterId::MaxScale)
            place.first = int(row);
    }
    for (size_t column = 0; column < matrix.columns.size(); ++column) {
        if (matrix.columns[column].name == production)
            place.second = int(column);
    }
    return place;
}

void tellPlan(const Stage &stage, const session::ApplyPlan &plan)
{
    say(stage, Tour::tr("3. What will happen:"));
    for (const session::FileDiff &file : plan.files) {
        for (const session::DiffHunk &hunk : file.hunks) {
            for (const session::DiffLine &line : hunk.lines) {
                if (line.kind == session::DiffLine::Kind::Removed)
                    say(stage,
                        QStringLiteral("   %1:%2 - %3")
                            .arg(file.file)
                            .arg(line.oldLine)
                            .arg(line.text.trimmed()));
                if (line.kind == session::DiffLine::Kind::Added)
                    say(stage,
                        QStringLiteral("   %1:%2 + %3")
                            .arg(file.file)
                            .arg(line.newLine)
                            .arg(line.text.trimmed()));
            }
        }
    }
    for (const session::PlannedObject &object : plan.objects) {
        for (const session::FieldChange &change : object.changes)
            say(stage,
                QStringLiteral("   %1 %2: %3 → %4")
                    .arg(object.kind, change.path, change.before, change.after));
    }
    for (const session::PlanEffect &effect : plan.effects) {
        if (effect.createsRevision)
            say(stage,
                QStringLiteral("   ")
                    + Tour::tr("creates revision %1, which takes %2 % of the traffic")
                          .arg(effect.revision)
                          .arg(effect.percentMoved));
    }
}

QCoro::Task<void> change(std::shared_ptr<Stage> stage)
{
    session::EnvironmentEditor &editor = stage->workspace.editor();
    PlanController &planner = stage->workspace.planner();
    const auto [row, column] = cellOf(editor.matrix());
    if (row < 0 || column < 0) {
        stage->failure = Tour::tr("The sample has no maximum scale for prod");
        co_return;
    }
    const QString before = editor.matrix().cell(row, column).text;
    stage->workspace.selectEnvironment(production);
    stage->window.showPage(QStringLiteral("environments"),
                           {{QStringLiteral("environment"), production},
                            {QStringLiteral("parameter"), QStringLiteral("max-scale")}});
    editor.setValue(row, column, wantedScale);
    say(*stage, Tour::tr("2. prod's maximum scale: %1 → %2").arg(before, wantedScale));

    // The page makes the plan of what is edited by itself.
    while (planner.state() != State::Ready && planner.state() != State::Failed)
        co_await nextSignal(&planner, &PlanController::changed);
    if (planner.state() != State::Ready) {
        stage->failure = Tour::tr("The plan could not be made");
        if (planner.error())
            printError(*planner.error());
        co_return;
    }
    tellPlan(*stage, *planner.plan());
    co_await picture(stage, QStringLiteral("plan"));

    planner.confirm({});
    while (planner.state() == State::Applying)
        co_await nextSignal(&planner, &PlanController::changed);
    if (planner.state() != State::Applied) {
        stage->failure = Tour::tr("The change was not applied");
        if (planner.error())
            printError(*planner.error());
        co_return;
    }
    const session::ApplyProgress result = planner.progress();
    say(*stage, Tour::tr("4. Applied: %1 is Ready at %2").arg(result.revision, result.url));
    co_await picture(stage, QStringLiteral("applied"));
    planner.dismiss();
}

QCoro::Task<void> pages(std::shared_ptr<Stage> stage)
{
    const QString file = QStringLiteral("overlays/prod/service-scaling.yaml");
    const std::vector<std::pair<QString, QVariantMap>> places{
        {QStringLiteral("overview"), {}},
        {QStringLiteral("environments"), {}},
        {QStringLiteral("manifests"), {{QStringLiteral("file"), file}, {QStringLiteral("line"), 12}}},
        {QStringLiteral("logs"), {}},
    };
    for (const auto &[page, where] : places) {
        if (!stage->window.showPage(page, where))
            continue;
        // Lines come from the pods; a page without them would show nothing of itself.
        session::LogsSession &logs = stage->workspace.logs();
        while (page == QLatin1String("logs") && logs.lines().empty())
            co_await nextSignal(&logs, &session::LogsSession::linesAppended);
        co_await picture(stage, page);
    }
}

QCoro::Task<void> perform(std::shared_ptr<Stage> stage)
{
    stage->theme.setChoice(QStringLiteral("light"));
    co_await picture(stage, QStringLiteral("start"));
    stage->theme.setChoice(QStringLiteral("dark"));
    co_await picture(stage, QStringLiteral("start"));
    stage->theme.setChoice(QStringLiteral("light"));
    co_await open(stage);
    co_await change(stage);
    for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
        if (!stage->failure.isEmpty())
            break;
        stage->theme.setChoice(theme);
        co_await pages(stage);
    }
    QCoreApplication::quit();
}

} // namespace

int runTour(const CliOptions &options, const ProgramEnvironment &environment)
{
    installTranslations(*QCoreApplication::instance(), {});
    const QTemporaryDir work;
    if (!work.isValid()) {
        printError(base::FileError{base::FileError::Kind::Other, QDir::tempPath(), work.errorString()});
        return exit_code::trouble;
    }
    base::MemorySettings settings;
    views::DesktopSettings desktop;
    views::ThemeController theme(settings, desktop);
    theme.install();

    AppSetup setup;
    setup.environment = environment;
    setup.environment.kubeconfig = {};
    setup.sampleFolder = work.filePath(QStringLiteral("python-api-base"));
    setup.sandbox.speed = 10;
    AppContext context(std::move(setup), settings, nullptr);
    const views::ShellServices services{context.workspace(), &context.sandbox(), settings, context.clock()};
    views::MainWindow window(services, theme, pageList(context.workspace(), settings, context.clock()));
    window.resize(1280, 800);
    window.show();

    const QDir folder(options.out);
    if (!folder.mkpath(QStringLiteral("."))) {
        printError(base::FileError{base::FileError::Kind::Permission, options.out, {}});
        return exit_code::trouble;
    }
    const auto stage = std::make_shared<Stage>(
        Stage{context.workspace(), window, theme, folder, options.story, 0, QString()});
    QTimer::singleShot(giveUpMs, &window, [stage] {
        stage->failure = Tour::tr("The tour did not come to its end in time");
        QCoreApplication::exit(exit_code::timedOut);
    });
    // Nothing to wait for then: the sample is all that the tour shows.
    QObject::connect(
        &context.workspace(), &session::Workspace::openFailed, &window, [stage](const base::Error &error) {
            const text::ErrorText why = text::describe(error);
            stage->failure = QStringList{why.title, why.cause, why.details}.join(QLatin1Char('\n')).trimmed();
            QCoreApplication::exit(exit_code::trouble);
        });
    QMetaObject::invokeMethod(
        &window, [stage] { (void)perform(stage); }, Qt::QueuedConnection);
    const int code = QApplication::exec();
    if (!stage->failure.isEmpty()) {
        printWords(QStringLiteral("sluice: %1").arg(stage->failure));
        return code == exit_code::ok ? exit_code::refused : code;
    }
    say(*stage,
        Tour::tr("5. %n picture(s) in %1", nullptr, stage->pictures)
            .arg(QDir::toNativeSeparators(folder.absolutePath())));
    return exit_code::ok;
}

} // namespace sluice::app
