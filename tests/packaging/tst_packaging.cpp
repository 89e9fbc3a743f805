// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ran {
    int exitCode = -1;
    QByteArray output; ///< both channels
};

Ran run(const QString &program, const QStringList &arguments, const QMap<QString, QString> &variables = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120000);
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAll()};
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString source(const char *path)
{
    return QStringLiteral(SLUICE_SOURCE_DIR "/") + QString::fromLatin1(path);
}

const QString appId = QStringLiteral("dev.sluice.Sluice");

} // namespace

class TestPackaging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_root.isValid());
        const Ran installed = run(QStringLiteral(SLUICE_CMAKE),
                                  {QStringLiteral("--install"), QStringLiteral(SLUICE_BINARY_DIR),
                                   QStringLiteral("--prefix"), QStringLiteral("/usr")},
                                  {{QStringLiteral("DESTDIR"), m_root.path()}});
        QVERIFY2(installed.exitCode == 0, installed.output.constData());
    }

    void filesAreWhereTheSystemLooks_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"applications/dev.sluice.Sluice.desktop", "metainfo/dev.sluice.Sluice.metainfo.xml",
              "icons/hicolor/scalable/apps/dev.sluice.Sluice.svg",
              "icons/hicolor/symbolic/apps/dev.sluice.Sluice-symbolic.svg", "man/man1/sluice.1",
              "bash-completion/completions/sluice", "zsh/site-functions/_sluice",
              "fish/vendor_completions.d/sluice.fish"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void filesAreWhereTheSystemLooks()
    {
        QFETCH(QString, path);
        const QFileInfo file(m_root.filePath(QStringLiteral("usr/share/") + path));
        QVERIFY(file.isFile());
        QVERIFY(file.size() > 100);
        QVERIFY(file.permissions().testFlag(QFileDevice::ReadOther));
    }

    void licenceAndChangesComeAlong()
    {
        QStringList names;
        QDirIterator files(m_root.filePath(QStringLiteral("usr/share/doc")), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            names.append(QFileInfo(files.next()).fileName());
        names.sort();
        QCOMPARE(names, QStringList({QStringLiteral("CHANGELOG.md"), QStringLiteral("LICENSE")}));
    }

    void kubectlFindsThePlugin()
    {
        if (!SLUICE_HAS_PROGRAM)
            QSKIP("the program is not part of this build");
        const QString bin = m_root.filePath(QStringLiteral("usr/bin/"));
        QVERIFY(QFileInfo(bin + QStringLiteral("sluice")).isExecutable());
        const QFileInfo link(bin + QStringLiteral("kubectl-sluice"));
        QVERIFY(link.isSymLink());
        QCOMPARE(QFile::symLinkTarget(link.filePath()), bin + QStringLiteral("sluice"));
        const Ran version = run(link.filePath(), {QStringLiteral("--version")});
        QCOMPARE(version.exitCode, 0);
        QVERIFY2(version.output.contains(SLUICE_VERSION), version.output.constData());
    }

    void desktopEntryIsValid()
    {
        const QString validator = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
        const QString entry = m_root.filePath(QStringLiteral("usr/share/applications/%1.desktop").arg(appId));
        const QByteArray text = readAll(entry);
        QVERIFY(text.contains(QByteArray("\nIcon=") + appId.toLatin1() + '\n'));
        QVERIFY(text.contains("\nExec=sluice %f\n"));
        for (const char *key : {"GenericName", "Comment", "Keywords"}) {
            for (const char *language : {"es", "pt_BR"})
                QVERIFY2(text.contains(QByteArray("\n") + key + '[' + language + "]="), key);
        }
        if (validator.isEmpty())
            QSKIP("desktop-file-validate is not installed");
        const Ran validated = run(validator, {entry});
        QVERIFY2(validated.exitCode == 0 && validated.output.isEmpty(), validated.output.constData());
    }

    void metainfoIsValid()
    {
        const QString file = m_root.filePath(QStringLiteral("usr/share/metainfo/%1.metainfo.xml").arg(appId));
        QVERIFY(readAll(file).contains(QByteArray("<release version=\"") + SLUICE_VERSION + '"'));
        const QString validator = QStandardPaths::findExecutable(QStringLiteral("appstreamcli"));
        if (validator.isEmpty())
            QSKIP("appstreamcli is not installed");
        const Ran validated = run(validator, {QStringLiteral("validate"), QStringLiteral("--no-net"), file});
        QVERIFY2(validated.exitCode == 0, validated.output.constData());
    }

    void manPageIsWellFormed()
    {
        const QString page = m_root.filePath(QStringLiteral("usr/share/man/man1/sluice.1"));
        for (const char *section : {"NAME", "SYNOPSIS", "\"EXIT STATUS\"", "EXAMPLES"})
            QVERIFY2(readAll(page).contains(QByteArray("\n.SH ") + QByteArray(section).replace('"', "")),
                     section);
        const QString man = QStandardPaths::findExecutable(QStringLiteral("groff"));
        if (man.isEmpty())
            QSKIP("groff is not installed");
        const Ran warnings = run(man,
                                 {QStringLiteral("-man"), QStringLiteral("-ww"), QStringLiteral("-z"),
                                  QStringLiteral("-Tutf8"), page});
        QVERIFY2(warnings.exitCode == 0 && warnings.output.isEmpty(), warnings.output.constData());
    }

    void shellsReadTheCompletions_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("path");
        QTest::newRow("bash") << QStringLiteral("bash")
                              << QStringLiteral("bash-completion/completions/sluice");
        QTest::newRow("zsh") << QStringLiteral("zsh") << QStringLiteral("zsh/site-functions/_sluice");
        QTest::newRow("fish") << QStringLiteral("fish")
                              << QStringLiteral("fish/vendor_completions.d/sluice.fish");
    }

    void shellsReadTheCompletions()
    {
        QFETCH(QString, shell);
        QFETCH(QString, path);
        const QString program = QStandardPaths::findExecutable(shell);
        if (program.isEmpty())
            QSKIP(qPrintable(shell + QStringLiteral(" is not installed")));
        const Ran parsed =
            run(program, {QStringLiteral("-n"), m_root.filePath(QStringLiteral("usr/share/") + path)});
        QVERIFY2(parsed.exitCode == 0 && parsed.output.isEmpty(), parsed.output.constData());
    }

    void completionsNameEveryCommand()
    {
        static const QRegularExpression synopsis(QStringLiteral("\n\\.B sluice ([a-z]+)"));
        QStringList commands;
        auto matches = synopsis.globalMatch(QString::fromUtf8(readAll(source("packaging/sluice.1"))));
        while (matches.hasNext())
            commands.append(matches.next().captured(1));
        QVERIFY(commands.size() >= 6);
        for (const char *file : {"sluice.bash", "_sluice", "sluice.fish"}) {
            const QByteArray text = readAll(source("packaging/completions/") + QString::fromLatin1(file));
            for (const QString &command : commands)
                QVERIFY2(text.contains(command.toLatin1()), qPrintable(command));
        }
    }

    /// Every flag that a command's own help lists is in the man page and in the completions of each shell.
    void everyFlagIsDocumented()
    {
        if (!SLUICE_HAS_PROGRAM)
            QSKIP("the program is not part of this build");
        static const QRegularExpression flag(QStringLiteral("(?<![\\w-])--([a-z][a-z-]*)"));
        const QString man =
            QString::fromUtf8(readAll(source("packaging/sluice.1"))).remove(QLatin1Char('\\'));
        const QString fish = QString::fromUtf8(readAll(source("packaging/completions/sluice.fish")));
        const QString bash = QString::fromUtf8(readAll(source("packaging/completions/sluice.bash")));
        const QString zsh = QString::fromUtf8(readAll(source("packaging/completions/_sluice")));
        QSet<QString> flags;
        for (const char *verb : {"new", "render", "lint", "diff", "apply", "sandbox", "tour"}) {
            const Ran help = run(m_root.filePath(QStringLiteral("usr/bin/sluice")),
                                 {QString::fromLatin1(verb), QStringLiteral("--help")},
                                 {{QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")}});
            QCOMPARE(help.exitCode, 0);
            auto matches = flag.globalMatch(QString::fromUtf8(help.output));
            while (matches.hasNext())
                flags.insert(matches.next().captured(1));
        }
        QVERIFY(flags.size() > 10);
        for (const QString &name : std::as_const(flags)) {
            const QString option = QStringLiteral("--") + name;
            QVERIFY2(man.contains(option), qPrintable(option));
            if (name == QLatin1String("help") || name == QLatin1String("version"))
                continue;
            QVERIFY2(bash.contains(option), qPrintable(option));
            QVERIFY2(zsh.contains(option), qPrintable(option));
            QVERIFY2(fish.contains(QStringLiteral(" -l ") + name + QLatin1Char(' ')), qPrintable(option));
        }
    }

    void bashCompletes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        QTest::newRow("commands") << QStringLiteral("sluice re") << QStringLiteral("render");
        QTest::newRow("flags") << QStringLiteral("sluice apply shop --wa") << QStringLiteral("--wait");
        QTest::newRow("environments")
            << QStringLiteral("sluice apply shop --env st") << QStringLiteral("staging");
        QTest::newRow("no flag of another command") << QStringLiteral("sluice render shop --wa") << QString();
    }

    void bashCompletes()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        const QString bash = QStandardPaths::findExecutable(QStringLiteral("bash"));
        if (bash.isEmpty())
            QSKIP("bash is not installed");
        QTemporaryDir folder;
        for (const char *overlay : {"dev", "staging", "prod"})
            QVERIFY(
                QDir(folder.path()).mkpath(QStringLiteral("shop/overlays/") + QString::fromLatin1(overlay)));
        const QString script =
            QStringLiteral("cd '%1'; source '%2'; COMP_WORDS=(%3); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                           " _sluice; printf '%s' \"${COMPREPLY[*]}\"")
                .arg(folder.path(),
                     m_root.filePath(QStringLiteral("usr/share/bash-completion/completions/sluice")), line);
        const Ran completed = run(bash, {QStringLiteral("--norc"), QStringLiteral("-c"), script});
        QCOMPARE(QString::fromUtf8(completed.output), expected);
    }

    void iconIsDrawnAtEverySize_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 22, 32, 48, 64, 128, 256, 512})
            QTest::addRow("%d", size) << size;
    }

    void iconIsDrawnAtEverySize()
    {
        QFETCH(int, size);
        for (const char *name :
             {"scalable/apps/dev.sluice.Sluice.svg", "symbolic/apps/dev.sluice.Sluice-symbolic.svg"}) {
            QSvgRenderer renderer(
                m_root.filePath(QStringLiteral("usr/share/icons/hicolor/") + QString::fromLatin1(name)));
            QVERIFY(renderer.isValid());
            QCOMPARE(renderer.viewBoxF().width(), renderer.viewBoxF().height());
            QImage image(size, size, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            renderer.render(&painter);
            painter.end();
            int inked = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x)
                    inked += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
            }
            QVERIFY2(inked > size * size / 4 && inked < size * size, name);
            QVERIFY(image.pixelColor(0, 0).alpha() < 128); // a corner stays free
        }
    }

    void debianPackagesAreReadable()
    {
        static const QRegularExpression row(
            QStringLiteral("^(build|run|test|check): [a-z0-9+.-]+( [a-z0-9+.-]+)*$"));
        int rows = 0;
        const QString text = QString::fromUtf8(readAll(source("packaging/debian-packages.txt")));
        for (const QString &line : text.split(QLatin1Char('\n'))) {
            if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
                continue;
            ++rows;
            QVERIFY2(row.match(line).hasMatch(), qPrintable(line));
        }
        QVERIFY(rows >= 4);
    }

private:
    QTemporaryDir m_root;
};

QTEST_MAIN(TestPackaging)
#include "tst_packaging.moc"
