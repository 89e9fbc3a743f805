// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a sandbox and serves it until it is interrupted: sandbox_server KUBECONFIG [SPEED] [PORT]
#include "sandbox/http/sandbox_cluster.h"

#include <QCoreApplication>
#include <QTextStream>
#include <csignal>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    QTextStream err(stderr);
    if (arguments.size() < 2) {
        err << "usage: sandbox_server KUBECONFIG [SPEED] [PORT]\n";
        return 2;
    }
    sluice::sandbox::SandboxOptions options;
    if (arguments.size() > 2)
        options.speed = arguments[2].toDouble();
    if (arguments.size() > 3)
        options.port = arguments[3].toUShort();

    // Blocked before the sandbox's thread is made, so that the signal reaches sigwait alone.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    sluice::sandbox::SandboxCluster cluster;
    const auto endpoint = cluster.start(options);
    if (!endpoint) {
        err << sluice::base::debugText(endpoint.error()) << "\n";
        return 1;
    }
    if (const auto written = cluster.writeKubeconfig(arguments[1]); !written) {
        err << sluice::base::debugText(written.error()) << "\n";
        return 1;
    }
    err << endpoint->url << "\n";
    err.flush();
    int received = 0;
    sigwait(&signals, &received);
    cluster.stop();
    return 0;
}
