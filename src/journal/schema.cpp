// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/schema.h"

#include <QSqlQuery>
#include <QVariant>

namespace sluice::journal {

namespace {

constexpr const char *firstTables[] = {
    "CREATE TABLE activity ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " at INTEGER NOT NULL," // milliseconds since 1970, UTC
    " who TEXT NOT NULL,"
    " environment TEXT NOT NULL,"
    " context TEXT NOT NULL,"
    " namespace TEXT NOT NULL,"
    " message TEXT NOT NULL,"
    " arguments TEXT NOT NULL," // JSON array of strings
    " outcome TEXT NOT NULL,"
    " evidence BLOB NOT NULL)",
    "CREATE INDEX activity_environment ON activity (environment, id)",
    "CREATE TABLE draft ("
    " project TEXT PRIMARY KEY,"
    " saved INTEGER NOT NULL,"
    " content BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE run ("
    " id TEXT PRIMARY KEY,"
    " kind TEXT NOT NULL,"
    " saved INTEGER NOT NULL,"
    " content BLOB NOT NULL) WITHOUT ROWID",
};

constexpr Migration allMigrations[] = {firstTables};

std::optional<QSqlError> execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return query.lastError();
    return std::nullopt;
}

std::optional<QSqlError> readNumber(QSqlDatabase &database, const QString &statement, int &number)
{
    QSqlQuery query(database);
    if (!query.exec(statement) || !query.next())
        return query.lastError();
    number = query.value(0).toInt();
    return std::nullopt;
}

std::optional<QSqlError> runStep(QSqlDatabase &database, Migration step, int version)
{
    for (const char *statement : step) {
        if (auto error = execute(database, QString::fromLatin1(statement)))
            return error;
    }
    if (auto error = execute(database, QStringLiteral("PRAGMA application_id = %1").arg(applicationId)))
        return error;
    return execute(database, QStringLiteral("PRAGMA user_version = %1").arg(version));
}

} // namespace

std::span<const Migration> migrations()
{
    return allMigrations;
}

std::optional<QSqlError> readHeader(QSqlDatabase &database, Header &header)
{
    int tables = 0;
    if (auto error = readNumber(database, QStringLiteral("PRAGMA application_id"), header.applicationId))
        return error;
    if (auto error = readNumber(database, QStringLiteral("PRAGMA user_version"), header.version))
        return error;
    if (auto error = readNumber(database, QStringLiteral("SELECT count(*) FROM sqlite_schema"), tables))
        return error;
    header.hasTables = tables > 0;
    return std::nullopt;
}

std::optional<QSqlError> migrate(QSqlDatabase &database, std::span<const Migration> steps)
{
    Header header;
    if (auto error = readHeader(database, header))
        return error;
    for (std::size_t step = std::size_t(header.version); step < steps.size(); ++step) {
        if (auto error = execute(database, QStringLiteral("BEGIN IMMEDIATE")))
            return error;
        auto error = runStep(database, steps[step], int(step) + 1);
        if (!error)
            error = execute(database, QStringLiteral("COMMIT"));
        if (error) {
            (void)execute(database, QStringLiteral("ROLLBACK"));
            return error;
        }
    }
    return std::nullopt;
}

} // namespace sluice::journal
