// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "base/timers.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace sluice::base {

/// A child process to run: argv only, never a shell line.
struct ProcessRequest {
    QString program; ///< a path, or a name looked up in PATH
    QStringList arguments;
    QString workingDirectory;
    QMap<QString, QString> environment; ///< added to the program's own
    QByteArray input;
    int timeoutMs = 60000; ///< then it is killed and the result is TimeoutError
    qint64 maxOutputBytes = 64 * 1024 * 1024; ///< of standard output; then it is killed
    bool withChildren = false; ///< what it starts itself is killed with it
};

struct ProcessOutput {
    int exitCode = 0;
    QByteArray standardOutput;
    QByteArray standardError; ///< its end, at most 64 KiB
};

/// Runs child processes; injected so that tests run none. The child dies with the program.
/// Errors: FileError NotFound (no such program), TimeoutError, Cancelled, FileError TooLarge (too much output),
/// FileError Other (it could not be started, crashed, or was killed by somebody else).
/// A non-zero exit code is not an error here.
class ProcessRunner {
public:
    virtual ~ProcessRunner() = default;
    [[nodiscard]] virtual Task<ProcessOutput> run(ProcessRequest request, std::stop_token stop) = 0;
    /// The absolute path that \a program would run as, or an empty string.
    [[nodiscard]] virtual QString find(const QString &program) const = 0;
};

/// Real processes through QProcess. \a searchPath: folders to look programs up in (the login shell's PATH);
/// \a timers hold the time limits.
class SystemProcessRunner final : public ProcessRunner {
public:
    SystemProcessRunner(QStringList searchPath, std::shared_ptr<Timers> timers);
    [[nodiscard]] Task<ProcessOutput> run(ProcessRequest request, std::stop_token stop) override;
    [[nodiscard]] QString find(const QString &program) const override;

private:
    QStringList m_searchPath;
    std::shared_ptr<Timers> m_timers;
};

} // namespace sluice::base
