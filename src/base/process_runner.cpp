// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process_runner.h"

#include <QCoroProcess>
#include <QCoroSignal>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <csignal>
#include <sys/prctl.h>

namespace sluice::base {

SystemProcessRunner::SystemProcessRunner(QStringList searchPath)
    : m_searchPath(std::move(searchPath))
{
}

QString SystemProcessRunner::find(const QString &program) const
{
    if (program.contains(QLatin1Char('/')))
        return QFileInfo(program).isExecutable() ? program : QString();
    return QStandardPaths::findExecutable(program, m_searchPath);
}

Task<ProcessOutput> SystemProcessRunner::run(ProcessRequest request, std::stop_token stop)
{
    const QString program = find(request.program);
    if (program.isEmpty())
        co_return fail(FileError{FileError::Kind::NotFound, request.program, {}});
    if (stop.stop_requested())
        co_return fail(Cancelled{});

    auto process = std::make_shared<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = request.environment.cbegin(); it != request.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(request.workingDirectory);
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    ProcessOutput output;
    bool tooMuch = false;
    QObject::connect(process.get(), &QProcess::readyReadStandardOutput, process.get(),
                     [&, raw = process.get()] {
                         output.standardOutput += raw->readAllStandardOutput();
                         if (output.standardOutput.size() > request.maxOutputBytes) {
                             tooMuch = true;
                             raw->kill();
                         }
                     });
    process->start(program, request.arguments);
    const bool started = co_await qCoro(process.get()).waitForStarted(request.timeoutMs);
    if (!started)
        co_return fail(FileError{FileError::Kind::NotFound, program, process->errorString()});
    process->write(request.input);
    process->closeWriteChannel();

    bool cancelled = false;
    const std::stop_callback onStop(stop, [&cancelled, raw = process.get()] {
        cancelled = true;
        raw->kill();
    });
    bool finished = process->state() == QProcess::NotRunning;
    if (!finished)
        finished = co_await qCoro(process.get()).waitForFinished(request.timeoutMs);
    if (cancelled)
        co_return fail(Cancelled{});
    if (!finished && process->state() != QProcess::NotRunning) {
        process->kill();
        process->waitForFinished(1000);
        co_return fail(TimeoutError{request.program, request.timeoutMs});
    }
    output.standardOutput += process->readAllStandardOutput();
    output.standardError = process->readAllStandardError();
    if (tooMuch)
        co_return fail(
            FileError{FileError::Kind::TooLarge, request.program, QString::number(request.maxOutputBytes)});
    if (process->exitStatus() == QProcess::CrashExit)
        co_return fail(FileError{FileError::Kind::Other, request.program, process->errorString()});
    output.exitCode = process->exitCode();
    co_return output;
}

} // namespace sluice::base
