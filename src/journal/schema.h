// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSqlDatabase>
#include <QSqlError>
#include <optional>
#include <span>

namespace sluice::journal {

/// The statements that lead from one version of the tables to the next.
using Migration = std::span<const char *const>;

/// All migrations in order; the file's version is how many of them it has seen. A published one never
/// changes.
[[nodiscard]] std::span<const Migration> migrations();

/// Marks the file as a journal of Sluice ("Slce", PRAGMA application_id).
constexpr int applicationId = 0x536c6365;

/// What stands in the file's header.
struct Header {
    int applicationId = 0;
    int version = 0;
    bool hasTables = false;
};
[[nodiscard]] std::optional<QSqlError> readHeader(QSqlDatabase &database, Header &header);

/// Runs what the file has not seen yet, each step in one transaction: a failed step leaves the version before
/// it. Answers the error, or nothing.
[[nodiscard]] std::optional<QSqlError> migrate(QSqlDatabase &database, std::span<const Migration> steps);

} // namespace sluice::journal
