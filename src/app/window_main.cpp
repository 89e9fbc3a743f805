// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_main.h"

#include "app/app_context.h"
#include "app/cli/exit_codes.h"
#include "app/cli/output.h"
#include "app/consent_store.h"
#include "app/next_signal.h"
#include "app/page_list.h"
#include "app/settings_file.h"
#include "app/tour.h"
#include "app/translations.h"
#include "base/settings.h"
#include "views/settings/about_dialog.h"
#include "views/settings/consent_dialog.h"
#include "views/settings/diagnostics.h"
#include "views/settings/settings_dialog.h"
#include "views/shell/main_window.h"
#include "views/theme/icons.h"
#include "views/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <functional>

namespace sluice::app {

namespace {

/// Asks once, in a dialog over the window that is in front.
base::Task<bool> askInDialog(kube::ExecConsentRequest request, std::stop_token)
{
    // Kept until the answer is read; its parent's end is the program's end.
    auto *dialog =
        new views::ConsentDialog(request.context, request.command, request.arguments,
                                 QString::fromLatin1(request.sha256), QApplication::activeWindow());
    dialog->open();
    co_await nextSignal(dialog, &QDialog::finished);
    const bool allowed = dialog->result() == QDialog::Accepted;
    dialog->deleteLater();
    co_return allowed;
}

/// \a changed is called once it is closed, when the settings may be others.
void openSettings(base::Settings &settings, views::ThemeController &theme, QWidget *parent,
                  views::CommandSet &commands, const QString &section, const std::function<void()> &changed)
{
    auto *dialog = new views::SettingsDialog(settings, theme, commands, parent);
    QObject::connect(dialog, &QDialog::finished, dialog, changed);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!section.isEmpty())
        dialog->showSection(section);
    dialog->open();
}

void openAbout(const base::Settings &settings, QWidget *parent)
{
    const QString version = QCoreApplication::applicationVersion();
    auto *dialog = new views::AboutDialog(
        version, [&settings, version] { return views::diagnosticsText(version, settings, {}); }, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

int runWindow(int argc, char *argv[], const CliOptions &options)
{
    const ProgramEnvironment environment = readProgramEnvironment();
    const bool tour = options.verb == CliOptions::Verb::Tour;
    if (tour) {
        // Pictures need no display, and must not depend on the one that is there.
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!environment.hasDisplay) {
        printWords(QCoreApplication::translate("Cli",
                                               "sluice: there is no display to open a window on. 'sluice "
                                               "tour --story --out DIR' does the main job without "
                                               "one; 'sluice --help' lists the other verbs."));
        return exit_code::trouble;
    }

    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("dev.sluice.Sluice"));
    views::installIconFallback();
    if (tour)
        return runTour(options, environment);

    SettingsFile settings;
    installTranslations(application, settings.value(QStringLiteral("language"), {}).toString());
    views::PortalSettings desktop;
    views::ThemeController theme(settings, desktop);
    theme.install();

    AppSetup setup;
    setup.environment = environment;
    setup.kubeconfig = options.kubeconfig;
    setup.journalPath = QDir(environment.dataFolder).filePath(QStringLiteral("journal.sqlite"));
    const auto consent =
        std::make_shared<ConsentStore>(&settings, std::make_shared<base::SystemClock>(), askInDialog);
    AppContext context(std::move(setup), settings, consent);

    const views::ShellServices services{context.workspace(), &context.sandbox(), settings, context.clock()};
    views::MainWindow window(services, theme, pageList(context.workspace(), settings, context.clock()));
    window.setSettingsOpener([&settings, &theme, &context](QWidget *parent, views::CommandSet &commands,
                                                           const QString &section) {
        openSettings(settings, theme, parent, commands, section, [&context] { context.settingsChanged(); });
    });
    window.setAboutOpener([&settings](QWidget *parent) { openAbout(settings, parent); });
    window.show();

    // After the first paint: opening reads files and connects.
    QMetaObject::invokeMethod(
        &window,
        [&context, &options] {
            session::Workspace &workspace = context.workspace();
            if (options.path.isEmpty()) {
                if (options.demo)
                    workspace.openSample();
                return;
            }
            if (options.demo) {
                QObject::connect(
                    &workspace, &session::Workspace::opened, &workspace,
                    [&workspace] { workspace.connectTo(session::sandboxContextName()); },
                    Qt::SingleShotConnection);
            }
            workspace.open(QDir(options.path).absolutePath());
        },
        Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace sluice::app
