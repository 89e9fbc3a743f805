// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process_runner.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <coroutine>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace sluice::base {

namespace {

constexpr qsizetype maxErrorBytes = 64 * 1024;

/// Suspends until the process has ended, or could not be started at all.
class Ended {
public:
    explicit Ended(QProcess *process)
        : m_process(process)
    {
    }
    bool await_ready() const { return m_process->state() == QProcess::NotRunning; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_handle = handle;
        QObject::connect(m_process, &QProcess::finished, m_process, [this] { resume(); });
        QObject::connect(m_process, &QProcess::errorOccurred, m_process,
                         [this](QProcess::ProcessError error) {
                             if (error == QProcess::FailedToStart)
                                 resume();
                         });
    }
    void await_resume() const { }

private:
    void resume()
    {
        if (const std::coroutine_handle<> handle = std::exchange(m_handle, {}))
            handle.resume();
    }
    QProcess *m_process;
    std::coroutine_handle<> m_handle;
};

std::shared_ptr<QProcess> makeProcess(const ProcessRequest &request)
{
    // Its last signal ends the coroutine that holds it.
    std::shared_ptr<QProcess> process(new QProcess, [](QProcess *raw) {
        raw->disconnect();
        raw->deleteLater();
    });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = request.environment.cbegin(); it != request.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(request.workingDirectory);
    process->setChildProcessModifier([withChildren = request.withChildren] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (withChildren)
            ::setpgid(0, 0);
    });
    return process;
}

void kill(QProcess &process, bool withChildren)
{
    const auto id = pid_t(process.processId());
    if (withChildren && id > 0)
        ::kill(-id, SIGKILL);
    process.kill();
}

} // namespace

SystemProcessRunner::SystemProcessRunner(QStringList searchPath, std::shared_ptr<Timers> timers)
    : m_searchPath(std::move(searchPath))
    , m_timers(std::move(timers))
{
}

QString SystemProcessRunner::find(const QString &program) const
{
    if (program.contains(QLatin1Char('/'))) {
        const QFileInfo info(program);
        return info.isFile() && info.isExecutable() ? program : QString();
    }
    return QStandardPaths::findExecutable(program, m_searchPath);
}

Task<ProcessOutput> SystemProcessRunner::run(ProcessRequest request, std::stop_token stop)
{
    const QString program = find(request.program);
    if (program.isEmpty())
        co_return fail(FileError{FileError::Kind::NotFound, request.program, {}});
    if (stop.stop_requested())
        co_return fail(Cancelled{});

    const std::shared_ptr<Timers> timers = m_timers; // the runner may go before the process
    const std::shared_ptr<QProcess> process = makeProcess(request);
    QProcess *raw = process.get();
    ProcessOutput output;
    std::optional<Error> stopped; ///< why it was killed by us
    const auto stopFor = [&](Error why) {
        if (!stopped)
            stopped = std::move(why);
        kill(*raw, request.withChildren);
    };
    const auto takeOutput = [&] {
        output.standardOutput += raw->readAllStandardOutput();
        if (output.standardOutput.size() > request.maxOutputBytes) {
            output.standardOutput.clear();
            stopFor(FileError{FileError::Kind::TooLarge, request.program,
                              QString::number(request.maxOutputBytes)});
        }
    };
    const auto takeErrors = [&] {
        output.standardError = (output.standardError + raw->readAllStandardError()).right(maxErrorBytes);
    };
    QObject::connect(raw, &QProcess::readyReadStandardOutput, raw, takeOutput);
    QObject::connect(raw, &QProcess::readyReadStandardError, raw, takeErrors);
    raw->start(program, request.arguments);
    if (raw->state() != QProcess::NotRunning) {
        raw->write(request.input);
        raw->closeWriteChannel();
    }
    const Timers::Handle limit = timers->after(request.timeoutMs, [&] {
        stopFor(TimeoutError{request.program, request.timeoutMs});
    });
    {
        const std::stop_callback onStop(stop, [&] { stopFor(Cancelled{}); });
        Ended ended(raw);
        co_await std::move(ended); // QCoro hands on by value; nothing points to it before it suspends
    }
    if (stopped)
        co_return fail(*stopped);
    if (raw->error() == QProcess::FailedToStart || raw->exitStatus() == QProcess::CrashExit)
        co_return fail(FileError{FileError::Kind::Other, request.program, raw->errorString()});
    takeOutput();
    takeErrors();
    if (stopped)
        co_return fail(*stopped);
    output.exitCode = raw->exitCode();
    co_return output;
}

} // namespace sluice::base
