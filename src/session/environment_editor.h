// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/matrix.h"

#include <QObject>
#include <vector>

namespace sluice::session {

/// An unsaved change of one value.
struct ParameterChange {
    QString column; ///< environment name, or "base"
    domain::ParameterId parameter{};
    std::optional<QString> before; ///< what the file holds; nullopt when it holds nothing
    std::optional<QString> after; ///< nullopt removes the key
    bool operator==(const ParameterChange &) const = default;
};

/// Unsaved changes of an open project with undo. Nothing is written to a file here: a plan does that. Behind the
/// Environments page; ProjectEditor implements it over a project folder. Values as typed are in matrix() at once; what they come to in
/// the files (places, inheritance, edits that cannot be written) may follow with a later matrixChanged(). GUI thread.
class EnvironmentEditor : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const Matrix &matrix() const = 0;
    /// \a text as typed; validated at once, invalid text stays in the cell with its reason. Equal to the saved text: no edit.
    virtual void setValue(int row, int column, const QString &text) = 0;
    /// Removes the key from this column's files when saved.
    virtual void clearValue(int row, int column) = 0;
    /// Several cells as one undo step, from a paste: rows of cells starting at (row, column). An empty cell clears.
    virtual void paste(int row, int column, const std::vector<QStringList> &cells) = 0;
    /// Copies the effective value into the next environment's column.
    virtual void promote(int row, int column) = 0;
    /// Drops the unsaved changes of one column, or of all with an empty name. Can be undone.
    virtual void discard(const QString &column = {}) = 0;

    [[nodiscard]] virtual bool canUndo() const = 0;
    [[nodiscard]] virtual bool canRedo() const = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;

    [[nodiscard]] virtual std::vector<ParameterChange> changes(const QString &column = {}) const = 0;
    [[nodiscard]] virtual bool hasUnsaved() const = 0;

Q_SIGNALS:
    void matrixChanged(); ///< anything in matrix()
    void unsavedChanged(); ///< changes() or the undo state
};

} // namespace sluice::session
