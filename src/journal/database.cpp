// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include "journal/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace sluice::journal {

namespace {

constexpr int busyTimeoutMs = 3000; // how long another process may hold the file
constexpr int openLockTimeoutMs = 5000;

// SQLite's primary result codes; https://sqlite.org/rescode.html
enum ResultCode {
    Perm = 3,
    Busy = 5,
    ReadOnly = 8,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

bool meansDamage(const QSqlError &error)
{
    return primaryCode(error) == Corrupt || primaryCode(error) == NotADatabase;
}

base::FileError::Kind kindOf(const QSqlError &error)
{
    using Kind = base::FileError::Kind;
    switch (primaryCode(error)) {
    case Full:
        return Kind::NoSpace;
    case ReadOnly:
        return Kind::ReadOnly;
    case Perm:
    case CantOpen:
        return Kind::Permission;
    default:
        return Kind::Other;
    }
}

/// An empty file that only its owner reads; SQLite gives its side files the same mode.
base::Result<void> createPrivately(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return {};
    if (!QDir().mkpath(info.absolutePath())) {
        return base::fail(base::FileError{base::FileError::Kind::Permission, info.absolutePath(), {}});
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return base::fail(base::FileError{base::FileError::Kind::Permission, path, file.errorString()});
    return {};
}

} // namespace

Database::Database(QString path, std::shared_ptr<const base::Clock> clock)
    : m_path(std::move(path))
    , m_clock(std::move(clock))
{
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

base::Error Database::toError(const QSqlError &error) const
{
    return base::FileError{kindOf(error), m_path, error.text()};
}

std::optional<base::Message> Database::takeNotice()
{
    return std::exchange(m_notice, std::nullopt);
}

base::Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values)
{
    if (const auto opened = ensureOpen(); !opened)
        return base::fail(opened.error());
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return base::fail(toError(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return base::fail(toError(query.lastError()));
    return query;
}

base::Result<void> Database::ensureOpen()
{
    if (!m_connection.isEmpty())
        return {};
    auto opened = openLocked();
    if (!opened)
        close();
    return opened;
}

/// One process at a time opens: setting a file aside and migrating must not meet another opening.
base::Result<void> Database::openLocked()
{
    std::optional<QLockFile> lock;
    if (!m_path.isEmpty()) {
        if (auto created = createPrivately(m_path); !created)
            return created;
        lock.emplace(m_path + QStringLiteral(".lock"));
        if (!lock->tryLock(openLockTimeoutMs)) {
            const bool refused = lock->error() == QLockFile::PermissionError;
            return base::fail(base::FileError{
                refused ? base::FileError::Kind::Permission : base::FileError::Kind::Other, m_path,
                refused ? QString() : QStringLiteral("another process is opening it")});
        }
    }
    auto health = openFile();
    if (health && *health == Health::Damaged) {
        close();
        if (auto moved = setAside(); !moved)
            return moved;
        if (auto created = createPrivately(m_path); !created)
            return created;
        health = openFile();
    }
    if (!health)
        return base::fail(health.error());
    return {};
}

base::Result<Database::Health> Database::openFile()
{
    m_connection = QStringLiteral("sluice-journal-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_path.isEmpty() ? QStringLiteral(":memory:") : m_path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    const auto trouble = [this](const QSqlError &error) -> base::Result<Health> {
        if (meansDamage(error))
            return Health::Damaged;
        return base::fail(toError(error));
    };
    if (!database.open())
        return trouble(database.lastError());

    Header header;
    if (const auto error = readHeader(database, header))
        return trouble(*error);
    if (header.hasTables && header.applicationId != applicationId)
        return base::fail(base::DecodeError{m_path, 0, 0, {QStringLiteral("journal.not-ours"), {}}});
    const int known = int(migrations().size());
    if (header.version > known) {
        return base::fail(base::DecodeError{
            m_path,
            0,
            0,
            {QStringLiteral("journal.newer"), {QString::number(header.version), QString::number(known)}}});
    }

    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next())
        return trouble(query.lastError());
    if (query.value(0).toString() != QLatin1String("ok"))
        return Health::Damaged;
    query.finish();
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL"}) {
        if (!query.exec(QString::fromLatin1(pragma)))
            return trouble(query.lastError());
        query.finish();
    }
    if (const auto error = migrate(database, migrations()))
        return trouble(*error);
    return Health::Sound;
}

/// Moves the damaged file and what SQLite keeps beside it away, under a name that says when.
base::Result<void> Database::setAside()
{
    const QString stamp = m_clock->now().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString aside = m_path + QStringLiteral(".damaged-") + stamp;
    for (int attempt = 2; QFileInfo::exists(aside); ++attempt)
        aside = m_path + QStringLiteral(".damaged-%1-%2").arg(stamp).arg(attempt);
    QFile file(m_path);
    if (!file.rename(aside))
        return base::fail(base::FileError{base::FileError::Kind::Permission, m_path, file.errorString()});
    for (const char *suffix : {"-wal", "-shm"}) {
        const QString tail = QString::fromLatin1(suffix);
        QFile::rename(m_path + tail, aside + tail);
    }
    m_notice = base::Message{QStringLiteral("journal.set-aside"), {aside}};
    return {};
}

} // namespace sluice::journal
