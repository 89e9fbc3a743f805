// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_line.h"

#include <QProcessEnvironment>
#include <QStandardPaths>

namespace sluice::tests {
namespace {
constexpr int guardMs = 120'000;
}

CommandLine::CommandLine(QString program, QString kubeconfig, QString home)
    : m_program(std::move(program))
    , m_kubeconfig(std::move(kubeconfig))
    , m_home(std::move(home))
{
}

QString CommandLine::find(const QString &name)
{
    return QStandardPaths::findExecutable(name);
}

std::unique_ptr<QProcess> CommandLine::made(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KUBECONFIG"), m_kubeconfig);
    environment.insert(QStringLiteral("HOME"), m_home); // discovery is cached there
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    for (const char *proxy : {"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"})
        environment.remove(QString::fromLatin1(proxy));
    for (auto it = m_variables.cbegin(); it != m_variables.cend(); ++it)
        environment.insert(it.key(), it.value());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_home);
    process->setProgram(m_program);
    process->setArguments(arguments);
    return process;
}

CommandLine::Outcome CommandLine::run(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = made(arguments);
    process->start();
    process->write(input);
    process->closeWriteChannel();
    Outcome outcome;
    if (process->waitForFinished(guardMs) && process->exitStatus() == QProcess::NormalExit)
        outcome.code = process->exitCode();
    else
        process->kill();
    outcome.out = QString::fromUtf8(process->readAllStandardOutput());
    outcome.err = QString::fromUtf8(process->readAllStandardError());
    return outcome;
}

std::unique_ptr<QProcess> CommandLine::start(const QStringList &arguments) const
{
    auto process = made(arguments);
    process->start();
    return process;
}

bool CommandLine::waitForLines(QProcess &process, const QString &text, int count, QString &seen)
{
    const auto enough = [&] {
        seen += QString::fromUtf8(process.readAllStandardOutput());
        const QStringList lines = seen.left(seen.lastIndexOf(u'\n') + 1).split(u'\n');
        return lines.filter(text).size() >= count;
    };
    while (!enough()) {
        if (!process.waitForReadyRead(guardMs))
            return enough();
    }
    return true;
}

} // namespace sluice::tests
