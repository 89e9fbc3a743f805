// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_codes.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/program_environment.h"
#include "app/translations.h"
#include "app/window_main.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("sluice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
}

QString programName(const char *called)
{
    const QString name = QFileInfo(QString::fromLocal8Bit(called)).fileName();
    return name == QLatin1String("kubectl-sluice") ? QStringLiteral("kubectl sluice")
                                                   : QStringLiteral("sluice");
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace sluice::app;
    nameApplication();
    // A display is needed only for the window: the arguments decide which kind of application it becomes.
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    using Verb = CliOptions::Verb;
    const CliAnswer first = parseArguments(arguments, programName(argv[0]));
    const bool window =
        first.options && (first.options->verb == Verb::Window || first.options->verb == Verb::Tour);
    if (window)
        return runWindow(argc, argv, *first.options);

    QCoreApplication app(argc, argv);
    installTranslations(app, {});
    const CliAnswer answer = parseArguments(arguments, programName(argv[0]));
    if (!answer.options) {
        if (answer.isError)
            printWords(answer.text.trimmed());
        else
            printData(answer.text.toUtf8());
        return answer.isError ? exit_code::trouble : exit_code::ok;
    }
    return runVerb(*answer.options, readProgramEnvironment());
}
