// SPDX-License-Identifier: GPL-3.0-or-later
// Plays every case of cases/ and compares the answers with those that a real control plane gave (expected/).
//   tst_conformance                      the sandbox
//   tst_conformance --cluster            the cluster of SLUICE_CLUSTER_KUBECONFIG, a SLUICE_CLUSTER_PROFILE
//   tst_conformance --cluster --record   writes its answers to expected/
//   tst_conformance --into=FOLDER        writes the answers there instead of comparing them, to look at
// Further arguments are Qt Test's: run:serving/validation/port-0 plays one case.
#include "case_runner.h"
#include "differences.h"
#include "expected_file.h"

#include <QCoreApplication>
#include <QTest>

using namespace sluice;
using namespace sluice::tests;
using base::Json;

Q_DECLARE_METATYPE(const Case *)

namespace {

struct Options {
    bool cluster = false;
    bool record = false;
    QString into; ///< folder for transcripts; empty: they are compared
};

QString folder(const char *name)
{
    return QStringLiteral(SLUICE_CONFORMANCE "/") + QString::fromLatin1(name);
}

std::string profileOf(const Options &options)
{
    const QByteArray named = qgetenv("SLUICE_CLUSTER_PROFILE");
    return options.cluster && !named.isEmpty() ? named.toStdString() : ExpectedFiles::baseProfile;
}

} // namespace

class TestConformance : public QObject {
    Q_OBJECT
public:
    explicit TestConformance(Options options)
        : m_options(options)
        , m_profile(profileOf(options))
        , m_cases(readCases(folder("cases")))
        , m_expected(options.into.isEmpty() ? folder("expected") : options.into, m_profile)
        , m_accepted(folder("differences.md"))
    {
        std::erase_if(m_cases, [this](const Case &one) { return !one.isFor(m_profile); });
    }

private Q_SLOTS:
    void initTestCase();
    void run_data();
    void run();
    void cleanupTestCase();

private:
    const Options m_options;
    const std::string m_profile;
    std::vector<Case> m_cases;
    ExpectedFiles m_expected;
    AcceptedDifferences m_accepted;
    std::unique_ptr<Target> m_target;
    QStringList m_ran;
    int m_agreeing = 0;
    int m_withAccepted = 0;
    int m_recorded = 0;
};

void TestConformance::initTestCase()
{
    QVERIFY2(!m_options.record || m_options.cluster, "only a real cluster's answers are recorded");
    if (!m_options.cluster) {
        m_target = makeSandboxTarget(m_cases);
        QVERIFY(m_target);
        return;
    }
    const QString kubeconfig = qEnvironmentVariable("SLUICE_CLUSTER_KUBECONFIG");
    if (kubeconfig.isEmpty())
        QSKIP("no real control plane: SLUICE_CLUSTER_KUBECONFIG is not set (./dev cluster up)");
    QString problem;
    m_target = makeClusterTarget(kubeconfig, problem);
    QVERIFY2(m_target, qPrintable(problem));
}

void TestConformance::run_data()
{
    QTest::addColumn<const Case *>("testCase");
    for (const Case &one : m_cases)
        QTest::newRow(one.name().c_str()) << &one;
}

void TestConformance::run()
{
    QFETCH(const Case *, testCase);
    m_ran.append(QString::fromStdString(testCase->name()));
    CaseRunner runner(*m_target, *testCase);
    const auto got = runner.run();
    QVERIFY2(got, runner.problem().c_str());
    if (!m_options.into.isEmpty()) {
        m_expected.record(*testCase, *got);
        ++m_recorded;
        return;
    }
    const auto expected = m_expected.transcript(*testCase);
    QVERIFY2(expected, "no real cluster's answer is on record; see README.md");
    bool accepted = false;
    QStringList lines;
    for (const Difference &difference : differences(*expected, *got)) {
        // The list is the sandbox's; the real control plane has to answer as it once did.
        if (!m_options.cluster && m_accepted.accepts(testCase->name(), difference))
            accepted = true;
        else
            lines.append(QString::fromStdString(difference.text()));
    }
    QVERIFY2(lines.isEmpty(), qPrintable(QLatin1Char('\n') + lines.join(QLatin1Char('\n'))));
    ++(accepted ? m_withAccepted : m_agreeing);
}

void TestConformance::cleanupTestCase()
{
    if (!m_target)
        return;
    if (!m_options.into.isEmpty())
        m_expected.write(m_cases);
    const QStringList unused = m_options.cluster ? QStringList() : m_accepted.unused(m_ran);
    qInfo("%s, profile %s: %d cases, %d agreeing, %d with accepted differences, %d failed, %d recorded",
          m_options.cluster ? "real control plane" : "sandbox", m_profile.c_str(), int(m_ran.size()),
          m_agreeing, m_withAccepted, int(m_ran.size()) - m_agreeing - m_withAccepted - m_recorded,
          m_recorded);
    QVERIFY2(unused.isEmpty(),
             qPrintable(QStringLiteral("differences.md: no longer so:\n") + unused.join(QLatin1Char('\n'))));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments();
    Options options;
    options.cluster = arguments.removeAll(QStringLiteral("--cluster")) > 0;
    options.record = arguments.removeAll(QStringLiteral("--record")) > 0;
    if (options.record)
        options.into = folder("expected");
    const QString into = QStringLiteral("--into=");
    const QStringList written = arguments.filter(QRegularExpression(u'^' + into));
    if (!written.isEmpty()) {
        options.into = written.last().mid(into.size());
        arguments.removeAll(written.last());
    }
    TestConformance test(options);
    return QTest::qExec(&test, arguments);
}

#include "tst_conformance.moc"
