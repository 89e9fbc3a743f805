// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "base/result.h"

#include <QSqlQuery>
#include <QVariantList>
#include <memory>
#include <optional>

namespace sluice::journal {

/// The SQLite connection behind a Journal: opened by the first query, closed with the object.
class Database {
public:
    Database(QString path, std::shared_ptr<const base::Clock> clock);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs \a statement with \a values bound to its question marks. The query stands before its first row.
    [[nodiscard]] base::Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    [[nodiscard]] std::optional<base::Message> takeNotice();

private:
    enum class Health { Sound, Damaged };
    [[nodiscard]] base::Result<void> ensureOpen();
    [[nodiscard]] base::Result<void> openLocked();
    [[nodiscard]] base::Result<Health> openFile();
    [[nodiscard]] base::Result<void> setAside();
    [[nodiscard]] base::Error toError(const QSqlError &error) const;
    void close();

    QString m_path; ///< empty: in memory
    std::shared_ptr<const base::Clock> m_clock;
    QString m_connection; ///< name of the connection while it is open
    std::optional<base::Message> m_notice;
};

} // namespace sluice::journal
