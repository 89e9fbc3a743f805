// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/json.h"
#include "manifest/create.h"
#include "support/command_line.h"
#include "support/control_plane.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using tests::CommandLine;
using tests::ControlPlane;
using Outcome = CommandLine::Outcome;

/// From 20 to 40 with the program's own verbs; the same on the embedded cluster and on a real control plane.
class TestCommandLineStory : public QObject {
    Q_OBJECT
public:
    explicit TestCommandLineStory(ControlPlane::Kind kind)
        : m_plane(kind)
        , m_missing(ControlPlane::missing(kind))
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_missing.isEmpty())
            QSKIP(qPrintable(m_missing));
        sandbox::SandboxOptions options;
        options.speed = 60;
        const auto opened = m_plane.open(m_home.path(), options);
        QVERIFY2(opened, opened ? "" : qPrintable(base::debugText(opened.error())));
        m_sluice = std::make_unique<CommandLine>(QStringLiteral(SLUICE_PROGRAM), m_plane.kubeconfig(),
                                                 m_home.path());
        manifest::NewProject project;
        project.namespaceName = m_plane.ownNamespaces(project.namespaceName);
        m_nameSpace = project.namespaceName;
        QVERIFY(manifest::createProject(m_home.filePath(QStringLiteral("shop")), project));
    }

    void refusesWithoutConsent()
    {
        const Outcome refused = apply({});
        COMPARE_CODE(refused, 3);
        VERIFY_CONTAINS(refused.err, QStringLiteral("add --create-namespace to create it"));
    }

    void firstApply()
    {
        const Outcome applied = apply({QStringLiteral("--create-namespace"), QStringLiteral("--wait")});
        COMPARE_CODE(applied, 0);
        QCOMPARE(applied.out, url() + QLatin1Char('\n'));
        const Outcome same = sluice(QStringLiteral("diff"), {});
        COMPARE_CODE(same, 0);
        QCOMPARE(same.out, QString());
    }

    void fromTwentyToForty()
    {
        QFile file(m_home.filePath(QStringLiteral("shop/overlays/prod/service-scaling.yaml")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count("\"20\""), 1);
        QVERIFY(file.seek(0));
        file.write(QByteArray(text).replace("\"20\"", "\"40\""));
        file.close();

        const Outcome different = sluice(QStringLiteral("diff"), {});
        COMPARE_CODE(different, 1);
        QStringList lines;
        for (const QString &line : different.out.split(QLatin1Char('\n'))) {
            if ((line.startsWith(u'+') && !line.startsWith(u"+++"))
                || (line.startsWith(u'-') && !line.startsWith(u"---")))
                lines.append(line.at(0) + line.mid(1).trimmed());
        }
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("-autoscaling.knative.dev/max-scale: \"20\""),
                              QStringLiteral("+autoscaling.knative.dev/max-scale: \"40\"")}));

        const Outcome applied =
            apply({QStringLiteral("--wait"), QStringLiteral("-o"), QStringLiteral("json")});
        COMPARE_CODE(applied, 0);
        const base::Json evidence = base::Json::parse(applied.out.toStdString(), nullptr, false);
        QVERIFY2(evidence.is_object(), qPrintable(applied.out));
        QVERIFY2(base::dump(evidence).find("python-api-base-00002") != std::string::npos,
                 qPrintable(applied.out));
        COMPARE_CODE(sluice(QStringLiteral("diff"), {}), 0);
    }

    void aViewerMayNot()
    {
        const Outcome refused = m_sluice->run(
            {QStringLiteral("apply"), QStringLiteral("shop"), QStringLiteral("--env"), QStringLiteral("prod"),
             QStringLiteral("--context"), m_plane.context(ControlPlane::Role::Viewer)});
        QVERIFY2(refused.code > 0, qPrintable(refused.out + refused.err));
        VERIFY_CONTAINS(refused.err, m_nameSpace);
    }

private:
    Outcome sluice(const QString &verb, const QStringList &flags) const
    {
        return m_sluice->run(QStringList{verb, QStringLiteral("shop"), QStringLiteral("--env"),
                                         QStringLiteral("prod"), QStringLiteral("--context"),
                                         m_plane.context(ControlPlane::Role::Admin)}
                             + flags);
    }
    Outcome apply(const QStringList &flags) const { return sluice(QStringLiteral("apply"), flags); }
    QString url() const { return QStringLiteral("http://python-api-base.%1.example.com").arg(m_nameSpace); }

    QTemporaryDir m_home;
    ControlPlane m_plane;
    QString m_missing;
    QString m_nameSpace;
    std::unique_ptr<CommandLine> m_sluice;
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments();
    TestCommandLineStory test(ControlPlane::takeKind(arguments));
    return QTest::qExec(&test, arguments);
}

#include "tst_command_line_story.moc"
