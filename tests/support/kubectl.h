// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace sluice::tests {

/// The path of a kubectl of 1.28 or later, whose kustomize is the one that is compared with; empty without one.
inline QString recentKubectl()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("kubectl"));
    if (program.isEmpty())
        return {};
    QProcess process;
    process.start(program, {QStringLiteral("version"), QStringLiteral("--client")});
    process.waitForFinished(30000);
    const auto match = QRegularExpression(QStringLiteral("v1\\.(\\d+)"))
                           .match(QString::fromUtf8(process.readAllStandardOutput()));
    return match.hasMatch() && match.captured(1).toInt() >= 28 ? program : QString();
}

} // namespace sluice::tests
