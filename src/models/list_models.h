// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/diff_model.h"
#include "session/manifests_session.h"
#include "session/status.h"

// Plain lists of the session as models: facts by role, rows by difference.
namespace sluice::models {

/// What is wrong in the project's files.
class FindingsModel final : public DiffListModel<session::ManifestFinding> {
    Q_OBJECT
public:
    enum Column { Severity, Text, Where, Rule, ColumnCount };
    enum Role { ErrorRole = Qt::UserRole, NoteRole, FileRole, LineRole, SortRole };

    using DiffListModel::DiffListModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const session::ManifestFinding &row) const override;
};

/// The journal, newest first as the session gives it.
class ActivityModel final : public DiffListModel<session::ActivityEntry> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, WhenRole, WhoRole, EnvironmentRole, OutcomeRole, DetailRole };

    using DiffListModel::DiffListModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const session::ActivityEntry &row) const override;
};

/// The Problems list; the same problem again raises its count.
class ProblemModel final : public DiffListModel<session::Problem> {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole, SeverityRole, PlaceRole, PageRole, CountRole, LastRole };

    using DiffListModel::DiffListModel;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const session::Problem &row) const override;
};

} // namespace sluice::models
