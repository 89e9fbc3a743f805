// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <sys/mount.h>

using namespace sluice::base;

namespace {

FileError::Kind kindOf(const Result<void> &result)
{
    const auto *error = result ? nullptr : result.error().get_if<FileError>();
    if (!error)
        qFatal("%s", result ? "it was written" : qPrintable(debugText(result.error())));
    return error->kind;
}

QByteArray contentOf(const QString &path)
{
    return readFile(path).value_or(QByteArray("unreadable"));
}

/// A file system of its own on \a path for as long as it lives.
class Mount {
public:
    Mount(const QString &path, unsigned long flags, const char *options)
        : m_path(path.toLocal8Bit())
        , m_mounted(::mount("none", m_path.constData(), "tmpfs", flags, options) == 0)
    {
    }
    ~Mount()
    {
        if (m_mounted)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;
    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount("none", m_path.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray m_path;
    bool m_mounted;
};

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void systemErrors_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<FileError::Kind>("kind");
        using Kind = FileError::Kind;
        QTest::newRow("ENOSPC") << ENOSPC << Kind::NoSpace;
        QTest::newRow("EDQUOT") << EDQUOT << Kind::NoSpace;
        QTest::newRow("EROFS") << EROFS << Kind::ReadOnly;
        QTest::newRow("EACCES") << EACCES << Kind::Permission;
        QTest::newRow("ENOENT") << ENOENT << Kind::NotFound;
        QTest::newRow("EIO") << EIO << Kind::Other;
    }
    void systemErrors()
    {
        QFETCH(int, number);
        QTEST(fileErrorFromErrno(QStringLiteral("x"), number).kind, "kind");
    }

    /// QSaveFile alone would replace the file by a truncated one here.
    void fullDisk()
    {
        QTemporaryDir dir;
        const Mount small(dir.path(), 0, "size=64k");
        if (!small.isMounted())
            QSKIP("only the superuser can mount a small disk; tst_manifest_edits fills a file up instead");
        const QString path = dir.filePath(QStringLiteral("a.yaml"));
        QVERIFY(writeFileAtomically(path, "before\n"));
        QCOMPARE(kindOf(writeFileAtomically(path, QByteArray(256 * 1024, 'x'))), FileError::Kind::NoSpace);
        QCOMPARE(kindOf(writeFileAtomically(path, QByteArray(61 * 1024, 'x'))), FileError::Kind::NoSpace);
        QCOMPARE(contentOf(path), QByteArray("before\n"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("a.yaml")});
        QVERIFY(writeFileAtomically(path, "after\n"));
        QCOMPARE(contentOf(path), QByteArray("after\n"));
    }

    void readOnlyDisk()
    {
        QTemporaryDir dir;
        const Mount disk(dir.path(), 0, "size=64k");
        if (!disk.isMounted())
            QSKIP("only the superuser can mount a read-only disk; tst_manifest_edits locks a folder instead");
        const QString path = dir.filePath(QStringLiteral("a.yaml"));
        QVERIFY(writeFileAtomically(path, "before\n"));
        QVERIFY(disk.makeReadOnly());
        QCOMPARE(kindOf(writeFileAtomically(path, "after\n")), FileError::Kind::ReadOnly);
        QCOMPARE(kindOf(writeFileAtomically(dir.filePath(QStringLiteral("new.yaml")), "x")),
                 FileError::Kind::ReadOnly);
        QCOMPARE(contentOf(path), QByteArray("before\n"));
    }

    void changedOnDisk()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.yaml"));
        QVERIFY(writeFileAtomically(path, "theirs\n"));
        QCOMPARE(kindOf(replaceFileIfUnchanged(path, "ours\n", "x\n")), FileError::Kind::ChangedOnDisk);
        QCOMPARE(kindOf(replaceFileIfUnchanged(path, {}, "x\n")), FileError::Kind::ChangedOnDisk);
        QCOMPARE(contentOf(path), QByteArray("theirs\n"));
        QVERIFY(replaceFileIfUnchanged(path, "theirs\n", "x\n"));
        QCOMPARE(contentOf(path), QByteArray("x\n"));
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
