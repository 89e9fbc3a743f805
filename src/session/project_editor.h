// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/environment_editor.h"

#include <memory>

namespace sluice::manifest {
class Project;
}

namespace sluice::session {

/// The editor of a project folder: values come from its files, unsaved changes are kept as a draft in the journal.
class ProjectEditor final : public EnvironmentEditor {
    Q_OBJECT
public:
    explicit ProjectEditor(QObject *parent = nullptr);
    ~ProjectEditor() override;

    [[nodiscard]] const Matrix &matrix() const override;
    void setValue(int row, int column, const QString &text) override;
    void clearValue(int row, int column) override;
    void paste(int row, int column, const std::vector<QStringList> &cells) override;
    void promote(int row, int column) override;
    void discard(const QString &column = {}) override;
    [[nodiscard]] bool canUndo() const override;
    [[nodiscard]] bool canRedo() const override;
    void undo() override;
    void redo() override;
    [[nodiscard]] std::vector<ParameterChange> changes(const QString &column = {}) const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] base::Result<std::vector<FileDiff>> fileDiffs(const QString &column = {}) const override;
    [[nodiscard]] base::Result<std::vector<manifest::FileEdit>> fileEdits(const QString &column = {}) const override;

    // Fed by the workspace.
    void setProject(std::shared_ptr<const manifest::Project> project);
    void setLive(const QString &column, LiveValue::State state, const std::vector<QString> &valueByRow,
                 Health health, const base::Message &healthWords);
    void restoreDraft(const std::vector<ParameterChange> &changes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::session
