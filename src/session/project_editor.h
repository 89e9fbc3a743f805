// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/edits.h"
#include "manifest/parameters.h"
#include "session/environment_editor.h"

#include <map>

namespace sluice::session {

/// The editor of a project folder: values come from its files, unsaved changes are kept here until they are saved.
class ProjectEditor final : public EnvironmentEditor {
    Q_OBJECT
public:
    explicit ProjectEditor(QObject *parent = nullptr);
    ~ProjectEditor() override;

    [[nodiscard]] const Matrix &matrix() const override { return m_matrix; }
    void setValue(int row, int column, const QString &text) override;
    void clearValue(int row, int column) override;
    void paste(int row, int column, const std::vector<QStringList> &cells) override;
    void promote(int row, int column) override;
    void discard(const QString &column = {}) override;
    [[nodiscard]] bool canUndo() const override { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const override { return !m_redo.empty(); }
    void undo() override;
    void redo() override;
    [[nodiscard]] std::vector<ParameterChange> changes(const QString &column = {}) const override;
    [[nodiscard]] bool hasUnsaved() const override { return !m_pending.empty(); }
    [[nodiscard]] base::Result<std::vector<FileDiff>> fileDiffs(const QString &column = {}) const override;
    [[nodiscard]] base::Result<std::vector<manifest::FileEdit>>
    fileEdits(const QString &column = {}) const override;

    /// The values of \a column that stop it from being applied: those marked invalid.
    [[nodiscard]] bool hasInvalid(const QString &column) const;
    /// The project as it will be once the changes of \a column (and of the base) are saved.
    [[nodiscard]] base::Result<manifest::Project> editedProject(const QString &column) const;
    [[nodiscard]] const manifest::Project *project() const { return m_project.get(); }

    // Fed by the workspace.

    /// Another project, or the same one read again; unsaved changes that its files now hold are dropped. Null: none.
    void setProject(std::shared_ptr<const manifest::Project> project);
    /// What runs for \a column. \a values by parameter name, with Known.
    void setLive(const QString &column, LiveValue::State state, const QMap<QString, QString> &values,
                 Health health, const base::Message &healthWords);
    void restoreDraft(const std::vector<ParameterChange> &changes);

private:
    using CellId = std::pair<QString, domain::ParameterId>; ///< column name and parameter
    using Pending = std::map<CellId, std::optional<QString>>; ///< nothing: the key is removed
    struct Live {
        LiveValue::State state = LiveValue::State::NotConnected;
        QMap<QString, QString> values;
        Health health = Health::Unknown;
        base::Message words;
    };

    void change(Pending next);
    void put(Pending &pending, int row, int column, const std::optional<QString> &value) const;
    void rebuild();
    void fillColumn(int column, const manifest::ParameterColumn &saved,
                    const manifest::ParameterColumn *edited);
    void fillLive(int column, const manifest::ParameterColumn &saved);
    void markProblems(int column, const manifest::ParameterColumn &values);
    /// False for a column whose files cannot be read as they are.
    [[nodiscard]] bool isReadable(const QString &column) const;
    [[nodiscard]] std::optional<QString> savedOwn(const QString &column, domain::ParameterId id) const;
    [[nodiscard]] std::vector<manifest::ParameterEdit> edits(const QString &column, bool onlyLegal) const;

    std::shared_ptr<const manifest::Project> m_project;
    std::optional<manifest::ParameterTable> m_saved;
    Pending m_pending;
    std::vector<Pending> m_undo;
    std::vector<Pending> m_redo;
    std::map<QString, Live> m_live;
    Matrix m_matrix;
};

} // namespace sluice::session
