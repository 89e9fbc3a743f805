// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/edits.h"
#include "manifest/parameters.h"
#include "session/environment_editor.h"
#include "session/on_pool.h"

#include <map>

namespace sluice::session {

/// The editor of a project folder: values come from its files, unsaved changes are kept here until they are saved. The matrix is
/// made from both at once; a preview of the edited files follows from a worker and corrects it.
class ProjectEditor final : public EnvironmentEditor {
    Q_OBJECT
public:
    /// Edits are worked out on \a pool; in place where it is null.
    explicit ProjectEditor(std::shared_ptr<base::WorkerPool> pool = {}, QObject *parent = nullptr);
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

    /// Whether values of \a column stop it from being applied: those marked invalid.
    [[nodiscard]] bool hasInvalid(const QString &column) const;
    /// The unsaved changes that count for \a column: its own and those of what it is built on; of all with an empty name.
    [[nodiscard]] std::vector<manifest::ParameterEdit> edits(const QString &column = {}) const;
    [[nodiscard]] const manifest::Project *project() const { return m_project.get(); }

    // Fed by the workspace.

    /// Another project with its values, or the same one read again; unsaved changes that its files now hold are dropped. Null: none.
    void setProject(std::shared_ptr<const manifest::Project> project,
                    std::optional<manifest::ParameterTable> saved);
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

    /// What the legal edits come to in the files.
    struct Preview {
        std::vector<manifest::ParameterEdit> edits;
        std::optional<manifest::ParameterTable> values;
        std::optional<base::Error> refusal; ///< why they cannot be written
    };
    static Preview previewOf(const manifest::Project &project, std::vector<manifest::ParameterEdit> edits);

    void change(Pending next);
    void put(Pending &pending, int row, int column, const std::optional<QString> &value) const;
    void pendingChanged();
    void askForPreview();
    void rebuild();
    void addColumn(const manifest::ParameterColumn &saved);
    void fillColumn(int column, const manifest::ParameterColumn &saved,
                    const manifest::ParameterColumn *edited);
    [[nodiscard]] manifest::ParameterCell expected(const QString &column, domain::ParameterId id,
                                                   const manifest::ParameterCell &saved) const;
    void fillLive(int column, const manifest::ParameterColumn &saved);
    void markProblems(int column);
    void countCells(int column);
    /// False for a column whose files cannot be read as they are.
    [[nodiscard]] bool isReadable(const QString &column) const;
    [[nodiscard]] std::optional<QString> savedOwn(const QString &column, domain::ParameterId id) const;
    [[nodiscard]] std::vector<manifest::ParameterEdit> legalEdits() const;

    std::shared_ptr<const manifest::Project> m_project;
    std::optional<manifest::ParameterTable> m_saved;
    Pending m_pending;
    std::vector<Pending> m_undo;
    std::vector<Pending> m_redo;
    std::map<QString, Live> m_live;
    Matrix m_matrix;
    std::optional<Preview>
        m_preview; ///< of exactly the legal edits there are now; nothing while it is worked out
    LatestWork<Preview> m_previewing;
};

} // namespace sluice::session
