// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_environment.h"

#include <QDir>
#include <QStandardPaths>
#include <unistd.h>

namespace sluice::app {

namespace {

QString variable(const char *name)
{
    return qEnvironmentVariable(name);
}

QString either(const char *lower, const char *upper)
{
    const QString value = variable(lower);
    return value.isEmpty() ? variable(upper) : value;
}

} // namespace

ProgramEnvironment readProgramEnvironment()
{
    ProgramEnvironment environment;
    environment.kubeconfig.environmentList = variable("KUBECONFIG");
    environment.kubeconfig.homeFile = QDir::home().filePath(QStringLiteral(".kube/config"));
    environment.proxies.httpsProxy = either("https_proxy", "HTTPS_PROXY");
    environment.proxies.httpProxy = either("http_proxy", "HTTP_PROXY");
    environment.proxies.noProxy = either("no_proxy", "NO_PROXY");
    environment.searchPath = variable("PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    // A desktop starts programs with a shorter PATH than the login shell has.
    const QString home = QDir::homePath();
    for (const QString &folder : {home + QStringLiteral("/.local/bin"), home + QStringLiteral("/bin"),
                                  home + QStringLiteral("/.krew/bin"), QStringLiteral("/usr/local/bin"),
                                  QStringLiteral("/usr/bin"), QStringLiteral("/bin")}) {
        if (!environment.searchPath.contains(folder))
            environment.searchPath.append(folder);
    }
    environment.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    environment.userName = either("USER", "LOGNAME");
    environment.hasDisplay = !variable("DISPLAY").isEmpty() || !variable("WAYLAND_DISPLAY").isEmpty()
        || !variable("QT_QPA_PLATFORM").isEmpty();
    environment.terminal = ::isatty(STDIN_FILENO) == 1;
    return environment;
}

} // namespace sluice::app
