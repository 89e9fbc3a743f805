// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/config/kubeconfig.h"

#include <QString>
#include <QStringList>

namespace sluice::app {

/// What the program learns from the process environment; the only place where it is read.
struct ProgramEnvironment {
    kube::KubeconfigPlaces kubeconfig;
    kube::ProxyEnvironment proxies;
    QStringList searchPath; ///< folders to look programs up in: PATH, then the login shell's usual ones
    QString dataFolder; ///< journal and copies of the sample
    QString userName; ///< of the desktop session
    bool hasDisplay = false;
    bool terminal = false; ///< standard input is one
};

[[nodiscard]] ProgramEnvironment readProgramEnvironment();

} // namespace sluice::app
