// SPDX-License-Identifier: GPL-3.0-or-later
// Plays transcripts/ with the clients that other people wrote, and compares what they print with what they printed on a real
// control plane.
//   tst_clients                        on a sandbox
//   tst_clients --cluster              on the cluster of SLUICE_CLUSTER_KUBECONFIG
//   tst_clients --cluster --record     and writes what they print there into transcripts/
// Further arguments are Qt Test's: play:kn-service plays one transcript.
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/json.h"
#include "masks.h"
#include "support/control_plane.h"
#include "transcript.h"
#include "yaml/document.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::tests;
using base::Json;

namespace {

constexpr int patienceMs = 90'000; ///< a guard for what comes to rest
constexpr int sameAnswers = 5; ///< in a row: when recording, a command has come to rest then
constexpr char baseProfile[] = "1.15"; ///< which the sandbox simulates

/// The program \a name: from SLUICE_CLUSTER_KN or the like, else from PATH.
QString findClient(const QString &name)
{
    const QByteArray variable = "SLUICE_CLUSTER_" + name.toUpper().toLatin1();
    const QString given = qEnvironmentVariable(variable.constData());
    return given.isEmpty() ? CommandLine::find(name) : given;
}

/// The lines that only one of the two printed, and the exit codes where they differ.
QString difference(const TranscriptStep &recorded, const TranscriptStep &printed)
{
    QStringList lines;
    if (recorded.exitCode != printed.exitCode)
        lines.append(
            QStringLiteral("exit code %1 instead of %2").arg(printed.exitCode).arg(recorded.exitCode));
    QStringList rest = printed.output;
    for (const QString &line : recorded.output) {
        if (!rest.removeOne(line))
            lines.append(QLatin1Char('-') + line);
    }
    for (const QString &line : rest)
        lines.append(QLatin1Char('+') + line);
    return lines.isEmpty() ? QStringLiteral("the same lines in another order:\n") + printed.output.join(u'\n')
                           : lines.join(u'\n');
}

} // namespace

class TestClients : public QObject {
    Q_OBJECT
public:
    TestClients(ControlPlane::Kind kind, bool record)
        : m_kind(kind)
        , m_record(record)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void play_data();
    void play();

private:
    /// A control plane with a namespace for one transcript, and the clients for it.
    struct Stage {
        QTemporaryDir home;
        ControlPlane plane;
        QString nameSpace;
        std::map<QString, CommandLine> clients;

        explicit Stage(ControlPlane::Kind kind)
            : plane(kind)
        {
        }
        [[nodiscard]] base::Result<void> open();
        [[nodiscard]] TranscriptStep run(const TranscriptStep &step) const;
    };
    [[nodiscard]] TranscriptStep comeToRest(const Stage &stage, const TranscriptStep &step) const;

    ControlPlane::Kind m_kind;
    bool m_record;
};

base::Result<void> TestClients::Stage::open()
{
    sandbox::SandboxOptions options;
    options.speed = 5; // slow enough for kn to open a watch before what it waits for has come
    const auto opened = plane.open(home.path(), options);
    if (!opened)
        return opened;
    nameSpace = plane.ownNamespaces(QStringLiteral("demo"));
    const auto admin = plane.client(ControlPlane::Role::Admin);
    if (!admin)
        return tl::unexpected(admin.error());
    const Json object{
        {"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", nameSpace.toStdString()}}}};
    const auto made = QCoro::waitFor(admin->create(object, {}, {}));
    if (!made)
        return tl::unexpected(made.error());

    // The same names of contexts everywhere, and the namespace of its own in each.
    const auto bytes = base::readFile(plane.kubeconfig());
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto config = yaml::parseValue(*bytes, plane.kubeconfig());
    if (!config)
        return tl::unexpected(config.error());
    Json contexts = Json::array();
    for (const auto &[role, name] :
         {std::pair(ControlPlane::Role::Admin, "admin"), std::pair(ControlPlane::Role::Viewer, "viewer")}) {
        for (Json context : (*config)["contexts"]) {
            if (base::stringAt(context, "name") != plane.context(role))
                continue;
            context["name"] = name;
            context["context"]["namespace"] = nameSpace.toStdString();
            contexts.push_back(context);
        }
    }
    (*config)["contexts"] = contexts;
    (*config)["current-context"] = "admin";
    const QString kubeconfig = home.filePath(QStringLiteral("kubeconfig.json"));
    const auto written =
        base::writeFileAtomically(kubeconfig, QByteArray::fromStdString(base::dump(*config)));
    if (!written)
        return written;
    for (const char *client : {"kubectl", "kn"}) {
        const QString name = QString::fromLatin1(client);
        clients.emplace(name, CommandLine(findClient(name), kubeconfig, home.path()));
    }
    return {};
}

TranscriptStep TestClients::Stage::run(const TranscriptStep &step) const
{
    const QStringList words = step.words();
    const auto outcome = clients.at(words.first()).run(words.mid(1), step.input.join(u'\n').toUtf8() + '\n');
    TranscriptStep result = step;
    result.output = maskedLines(outcome, nameSpace);
    result.exitCode = outcome.code;
    return result;
}

TranscriptStep TestClients::comeToRest(const Stage &stage, const TranscriptStep &step) const
{
    const QDeadlineTimer deadline(patienceMs);
    TranscriptStep last = stage.run(step);
    int same = 1;
    while (!deadline.hasExpired()) {
        if (m_record ? same == sameAnswers : last.output == step.output && last.exitCode == step.exitCode)
            break;
        const TranscriptStep next = stage.run(step);
        same = next.output == last.output ? same + 1 : 1;
        last = next;
    }
    return last;
}

void TestClients::initTestCase()
{
    if (const QString reason = ControlPlane::missing(m_kind); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QVERIFY2(!m_record || m_kind == ControlPlane::Kind::Real, "only a real cluster's answers are recorded");
}

void TestClients::play_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(SLUICE_TRANSCRIPTS));
    // Another release's own folder holds what it prints otherwise.
    const QString profile = m_kind == ControlPlane::Kind::Real
        ? qEnvironmentVariable("SLUICE_CLUSTER_PROFILE", QString::fromLatin1(baseProfile))
        : QString::fromLatin1(baseProfile);
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        const QString own = folder.filePath(profile + u'/' + name);
        QTest::newRow(qPrintable(name.chopped(4))) << (QFile::exists(own) ? own : folder.filePath(name));
    }
}

void TestClients::play()
{
    QFETCH(QString, file);
    const auto bytes = base::readFile(file);
    QVERIFY(bytes);
    auto transcript = Transcript::parse(QString::fromUtf8(*bytes), file);
    QVERIFY2(transcript, transcript ? "" : qPrintable(base::debugText(transcript.error())));
    QVERIFY(!transcript->steps.empty());
    for (const TranscriptStep &step : transcript->steps) {
        const QString client = step.words().value(0);
        QVERIFY2(client == u"kubectl" || client == u"kn", qPrintable(client));
        if (findClient(client).isEmpty())
            QSKIP(
                qPrintable(QStringLiteral("%1 is not in PATH (./dev test --cluster builds it)").arg(client)));
    }

    Stage stage(m_kind);
    const auto opened = stage.open();
    QVERIFY2(opened, opened ? "" : qPrintable(base::debugText(opened.error())));
    for (TranscriptStep &step : transcript->steps) {
        const TranscriptStep got = step.comesToRest ? comeToRest(stage, step) : stage.run(step);
        if (m_record) {
            step = got;
            continue;
        }
        const bool same = got.output == step.output && got.exitCode == step.exitCode;
        QVERIFY2(same,
                 qPrintable(QStringLiteral("%1:%2: %3\n%4")
                                .arg(file)
                                .arg(step.line)
                                .arg(step.command, difference(step, got))));
    }
    if (m_record)
        QVERIFY(base::writeFileAtomically(file, transcript->text().toUtf8()));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments();
    const ControlPlane::Kind kind = ControlPlane::takeKind(arguments);
    const bool record = arguments.removeAll(QStringLiteral("--record")) > 0;
    TestClients test(kind, record);
    return QTest::qExec(&test, arguments);
}

#include "tst_clients.moc"
