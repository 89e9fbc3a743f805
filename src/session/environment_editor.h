// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/matrix.h"
#include "session/text_diff.h"

#include <QObject>
#include <memory>

namespace sluice::manifest {
class Project;
struct FileEdit;
}

namespace sluice::session {

/// An unsaved change of one value.
struct ParameterChange {
    QString column; ///< environment name, or "base"
    domain::ParameterId parameter {};
    std::optional<QString> before; ///< what the file holds; nullopt when it holds nothing
    std::optional<QString> after; ///< nullopt removes the key
    bool operator==(const ParameterChange &) const = default;
};

/// Unsaved changes of an open project with undo, kept as a draft in the journal. Nothing is written to a file here:
/// a plan does that. GUI thread.
class EnvironmentEditor : public QObject {
    Q_OBJECT
public:
    explicit EnvironmentEditor(QObject *parent = nullptr);
    ~EnvironmentEditor() override;

    [[nodiscard]] const Matrix &matrix() const;
    /// \a text as typed; validated at once, invalid text stays in the cell with its reason. Equal to the saved text: no edit.
    void setValue(int row, int column, const QString &text);
    /// Removes the key from this column's files when saved.
    void clearValue(int row, int column);
    /// Several cells as one undo step, from a paste: rows of cells starting at (row, column).
    void paste(int row, int column, const std::vector<QStringList> &cells);
    /// Copies the effective value into the next environment's column.
    void promote(int row, int column);
    /// Drops the unsaved changes of one column, or of all with an empty name. Can be undone.
    void discard(const QString &column = {});

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();

    [[nodiscard]] std::vector<ParameterChange> changes(const QString &column = {}) const;
    [[nodiscard]] bool hasUnsaved() const;
    /// What saving would change in the files, for the plan drawer; an error names the cell that cannot be written.
    [[nodiscard]] base::Result<std::vector<FileDiff>> fileDiffs(const QString &column = {}) const;
    [[nodiscard]] base::Result<std::vector<manifest::FileEdit>> fileEdits(const QString &column = {}) const;

    // Fed by the workspace.
    void setProject(std::shared_ptr<const manifest::Project> project);
    void setLive(const QString &column, LiveValue::State state, const std::vector<QString> &valueByRow,
                 Health health, const base::Message &healthWords);
    void restoreDraft(const std::vector<ParameterChange> &changes);

Q_SIGNALS:
    void matrixChanged(); ///< anything in matrix()
    void unsavedChanged(); ///< changes() or the undo state

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::session
