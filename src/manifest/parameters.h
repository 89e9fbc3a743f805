// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/parameter.h"
#include "manifest/project.h"

namespace sluice::manifest {

/// A value and the line that sets it.
struct ParameterValue {
    QString text; ///< as written, without quotes
    Origin origin;
    bool operator==(const ParameterValue &) const = default;
};

/// One cell of the matrix.
struct ParameterCell {
    std::optional<ParameterValue> own; ///< set in this column's own files
    std::optional<ParameterValue> inherited; ///< set by what the overlay builds on
    std::optional<Origin> removedAt; ///< where this column's own files take the inherited value away
    [[nodiscard]] std::optional<ParameterValue> effective() const
    {
        return own || removedAt ? own : inherited;
    }
};

/// One column: the base (empty environment) or an environment.
struct ParameterColumn {
    QString environment;
    std::map<domain::ParameterId, ParameterCell> cells;
    /// Why the column cannot be shown (the overlay does not render); cells are then empty.
    std::optional<base::Error> error;
    /// Names and values of the container's literal environment variables, in order; "<ConfigMap key>" for references.
    std::vector<std::pair<QString, QString>> environmentVariables;

    [[nodiscard]] const ParameterCell &cell(domain::ParameterId id) const;
    /// Effective values, for checkValues().
    [[nodiscard]] domain::ParameterValues values() const;
};

/// The matrix of one Knative Service.
struct ParameterTable {
    QString service; ///< its name in the base
    std::vector<ParameterColumn>
        columns; ///< the base first when there is one, then the environments in order
    [[nodiscard]] const ParameterColumn *column(const QString &environment) const;
};

/// Names of the Knative Services of the project, as its base declares them.
[[nodiscard]] QStringList serviceNames(const Project &project);

/// Reads the matrix of \a service (empty: the only or first one). An environment that does not render has its
/// error in its column. Errors: ValidationError when there is no such Service. Pure; any thread.
[[nodiscard]] base::Result<ParameterTable> parameterTable(const Project &project,
                                                          const QString &service = {});

} // namespace sluice::manifest
