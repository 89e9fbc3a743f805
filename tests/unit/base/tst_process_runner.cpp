// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process_runner.h"
#include "support/patience.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace sluice;
using namespace sluice::base;

namespace {

const QStringList searchPath{QStringLiteral("/usr/bin"), QStringLiteral("/bin")};

ProcessRequest call(const QString &program, const QStringList &arguments = {})
{
    ProcessRequest request;
    request.program = program;
    request.arguments = arguments;
    return request;
}

/// A shell that says its process id in \a file and then waits; \a body runs in front.
ProcessRequest waiting(const QString &file, const QString &body = {})
{
    return call(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 body + QStringLiteral("echo $$ > \"$1.new\"; mv \"$1.new\" \"$1\"; sleep 600"),
                 QStringLiteral("sh"), file});
}

qint64 idIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

/// True while the process runs; one that only waits to be collected does not.
bool runs(qint64 id)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(id));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

/// A run in progress.
struct Pending {
    std::optional<Result<ProcessOutput>> result;
};
std::shared_ptr<Pending> begin(ProcessRunner &runner, ProcessRequest request, std::stop_token stop = {})
{
    auto pending = std::make_shared<Pending>();
    runner.run(std::move(request), std::move(stop)).then([pending](Result<ProcessOutput> result) {
        pending->result = std::move(result);
    });
    return pending;
}

FileError::Kind fileKind(const Result<ProcessOutput> &result)
{
    const auto *error = result ? nullptr : result.error().get_if<FileError>();
    if (!error)
        qFatal("%s", result ? "it succeeded" : qPrintable(debugText(result.error())));
    return error->kind;
}

} // namespace

/// Real child processes; only the time limit is the test's.
class TestProcessRunner : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::shared_ptr<ManualClock> m_clock =
        std::make_shared<ManualClock>(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    std::shared_ptr<ManualTimers> m_timers = std::make_shared<ManualTimers>(m_clock);
    SystemProcessRunner m_runner{searchPath, m_timers};

    Result<ProcessOutput> run(ProcessRequest request)
    {
        return QCoro::waitFor(m_runner.run(std::move(request), {}));
    }
    QString executable(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

private Q_SLOTS:
    void argumentsAreNoShellLine()
    {
        const auto output =
            run(call(QStringLiteral("printf"),
                     {QStringLiteral("%s|"), QStringLiteral("$HOME; ls"), QStringLiteral("a b"), QString()}));
        QVERIFY2(output, output ? "" : qPrintable(debugText(output.error())));
        QCOMPARE(output->standardOutput, QByteArray("$HOME; ls|a b||"));
        QCOMPARE(output->exitCode, 0);
    }

    void inputFolderAndEnvironment()
    {
        ProcessRequest request =
            call(QStringLiteral("sh"),
                 {QStringLiteral("-c"),
                  QStringLiteral("cat; pwd -P; printf %s \"$SLUICE_TEST_VALUE\"; echo oops >&2; exit 3")});
        request.input = "from stdin\n";
        request.workingDirectory = m_dir.path();
        request.environment.insert(QStringLiteral("SLUICE_TEST_VALUE"), QStringLiteral("ação"));
        const auto output = run(request);
        QVERIFY(output);
        QCOMPARE(QString::fromUtf8(output->standardOutput),
                 QStringLiteral("from stdin\n%1\nação").arg(QFileInfo(m_dir.path()).canonicalFilePath()));
        QCOMPARE(output->standardError, QByteArray("oops\n"));
        QCOMPARE(output->exitCode, 3);
    }

    void noSuchProgram()
    {
        QCOMPARE(fileKind(run(call(QStringLiteral("sluice-no-such-program")))), FileError::Kind::NotFound);
        QCOMPARE(fileKind(run(call(m_dir.filePath(QStringLiteral("nothing"))))), FileError::Kind::NotFound);
        QCOMPARE(fileKind(run(call(m_dir.path()))), FileError::Kind::NotFound); // a folder
    }

    void aProgramThatCannotStart()
    {
        const QString program = executable(QStringLiteral("broken"), "#!/no/such/interpreter\n");
        // It says so at once, not when the time is over, which never comes here.
        const auto output = run(call(program));
        QCOMPARE(fileKind(output), FileError::Kind::Other);
        QVERIFY(!output.error().get_if<FileError>()->detail.isEmpty());
    }

    void killedBySomebodyElse()
    {
        QCOMPARE(
            fileKind(run(call(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("kill -9 $$")}))),
            FileError::Kind::Other);
    }

    void aHangingProgramIsKilledInTime()
    {
        const QString file = m_dir.filePath(QStringLiteral("hanging"));
        ProcessRequest request = waiting(file);
        request.timeoutMs = 60000;
        const auto pending = begin(m_runner, request);
        QTRY_VERIFY(idIn(file) > 0);
        m_timers->advance(59999);
        QVERIFY(runs(idIn(file)));
        QVERIFY(!pending->result);
        m_timers->advance(1);
        QTRY_VERIFY(pending->result);
        QVERIFY(!*pending->result);
        QCOMPARE(pending->result->error(), Error(TimeoutError{QStringLiteral("sh"), 60000}));
        QVERIFY(!runs(idIn(file)));
        QCOMPARE(m_timers->nextDueIn(), -1);
    }

    void cancelled()
    {
        const QString file = m_dir.filePath(QStringLiteral("cancelled"));
        std::stop_source stop;
        const auto pending = begin(m_runner, waiting(file), stop.get_token());
        QTRY_VERIFY(idIn(file) > 0);
        stop.request_stop();
        QTRY_VERIFY(pending->result);
        QVERIFY(pending->result->error().isCancelled());
        QVERIFY(!runs(idIn(file)));
        const auto late = begin(m_runner, waiting(m_dir.filePath(QStringLiteral("late"))), stop.get_token());
        QVERIFY(late->result && late->result->error().isCancelled());
    }

    void itsOwnChildrenGoWithIt()
    {
        const QString file = m_dir.filePath(QStringLiteral("parent"));
        const QString child = m_dir.filePath(QStringLiteral("child"));
        ProcessRequest request = waiting(file, QStringLiteral("sleep 600 & echo $! > '%1'; ").arg(child));
        request.withChildren = true;
        std::stop_source stop;
        const auto pending = begin(m_runner, request, stop.get_token());
        QTRY_VERIFY(idIn(file) > 0);
        QVERIFY(runs(idIn(child)));
        stop.request_stop();
        QTRY_VERIFY(pending->result);
        QTRY_VERIFY(!runs(idIn(child)));
    }

    void tooMuchOutput()
    {
        ProcessRequest request = call(QStringLiteral("yes"));
        request.maxOutputBytes = 1024 * 1024;
        const auto output = run(request);
        QCOMPARE(fileKind(output), FileError::Kind::TooLarge);
        QCOMPARE(output.error().get_if<FileError>()->detail, QStringLiteral("1048576"));
    }

    void ofErrorsTheEndIsKept()
    {
        const auto output = run(
            call(QStringLiteral("sh"),
                 {QStringLiteral("-c"), QStringLiteral("yes line | head -c 1000000 >&2; echo the end >&2")}));
        QVERIFY(output);
        QCOMPARE(output->standardError.size(), qsizetype(64 * 1024));
        QVERIFY(output->standardError.endsWith("the end\n"));
    }

    void diesWithTheProgram()
    {
        const QString file = m_dir.filePath(QStringLiteral("orphan"));
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), file});
        QTRY_VERIFY(idIn(file) > 0);
        const qint64 child = idIn(file);
        QVERIFY(runs(child));
        program.kill();
        QVERIFY(program.waitForFinished());
        QTRY_VERIFY(!runs(child));
    }
};

/// With --hold FILE: a program that has a child until it is killed.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--hold") {
        SystemProcessRunner runner(searchPath, std::make_shared<SystemTimers>());
        const auto pending = begin(runner, waiting(QString::fromLocal8Bit(argv[2])));
        return QCoreApplication::exec();
    }
    TestProcessRunner test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_process_runner.moc"
