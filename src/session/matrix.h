// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/parameter.h"
#include "session/status.h"

#include <vector>

namespace sluice::session {

/// What runs on the cluster for one parameter of one environment.
struct LiveValue {
    enum class State { NotConnected, Loading, NotDeployed, Known, Failed };
    State state = State::NotConnected;
    QString text; ///< as the cluster has it; empty with Known means that the key is not set there
    bool operator==(const LiveValue &) const = default;
};

/// One value of the matrix.
struct MatrixCell {
    enum class Source { Absent, Own, Inherited, ClusterDefault };
    Source source = Source::Absent;
    QString text; ///< as typed in the file ("500m", "60s"); with unsaved edits, the edited text
    QString savedText; ///< what the file holds now; empty when it holds nothing
    QString inheritedFrom; ///< "base", with Inherited
    QString file; ///< relative to the project; where the value in effect is set
    int line = 0; ///< from 1; 0 when it is set nowhere
    bool unsaved = false;
    bool clears = false; ///< unsaved, and saving removes the key
    std::optional<base::Message> invalid; ///< why the value cannot stand
    std::optional<base::Message> readOnlyReason; ///< why it cannot be edited here
    LiveValue live;
    bool drifted = false; ///< live is Known and differs from savedText in meaning, not just in spelling
    bool operator==(const MatrixCell &) const = default;
};

/// A column: base, or an environment.
struct MatrixColumn {
    QString name; ///< "base", "dev"...
    bool base = false;
    QString overlay; ///< relative folder
    QString context;
    QString nameSpace;
    bool production = false;
    bool readOnly = false;
    Health health = Health::Unknown; ///< of the live Service; Unknown when not connected
    base::Message healthWords; ///< "Ready", "Not deployed", the failing condition's reason
    int driftedCells = 0;
    int unsavedCells = 0;
    int invalidCells = 0;
    bool operator==(const MatrixColumn &) const = default;
};

/// Parameters by environments. Rows follow domain::parameters().
struct Matrix {
    QString service; ///< the Knative Service's name
    std::vector<const domain::Parameter *> rows;
    std::vector<MatrixColumn> columns;
    std::vector<MatrixCell> cells; ///< rows.size() * columns.size(), row by row

    [[nodiscard]] const MatrixCell &cell(int row, int column) const
    {
        return cells[size_t(row) * columns.size() + size_t(column)];
    }
    [[nodiscard]] MatrixCell &cell(int row, int column)
    {
        return cells[size_t(row) * columns.size() + size_t(column)];
    }
};

} // namespace sluice::session
