// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "session/text_diff.h"
#include "views/shell/page.h"

class QComboBox;
class QStackedWidget;

namespace sluice::models {
class FindingsModel;
class ManifestTreeModel;
} // namespace sluice::models
namespace sluice::session {
class Workspace;
struct ManifestFinding;
class ManifestsSession;
} // namespace sluice::session

namespace sluice::views {

class Card;
class DiffView;
class EmptyState;
class FileTree;
class FindingDetails;
class FindingsTable;
class SegmentedTabs;
class StatusChip;
class YamlView;

/// The project's files: source, rendered, difference to what runs. Changes only by fixes, each shown first.
class ManifestsPage final : public Page {
    Q_OBJECT
public:
    enum Tab { Source, Rendered, Difference };

    /// \a workspace outlives the page.
    explicit ManifestsPage(session::Workspace &workspace, QWidget *parent = nullptr);
    void refresh() override;
    /// { "file": path, "line": from 1, "environment": name, "tab": "source", "rendered" or "difference" }.
    void open(const QVariantMap &where) override;
    [[nodiscard]] QList<PaletteItem> paletteItems() const override;

    [[nodiscard]] YamlView *source() const { return m_source; }
    [[nodiscard]] FileTree *tree() const { return m_tree; }
    [[nodiscard]] FindingsTable *findings() const { return m_findingsTable; }
    void showTab(Tab tab);

private:
    void follow();
    void showFile(const QString &path, bool keepPlace);
    void showRendered(const QString &environment, const base::Result<QString> &text);
    void showDifference(const QString &environment,
                        const base::Result<std::vector<session::FileDiff>> &difference);
    void ask();
    void showInTab(QWidget *widget);
    void showFailure(const base::Error &error);
    void copyShown();
    void showDetails();
    void fix(const std::vector<session::ManifestFinding> &findings, const QString &title);
    void fixAll();
    [[nodiscard]] QString environment() const;

    session::Workspace &m_workspace;
    session::ManifestsSession &m_manifests;
    models::ManifestTreeModel *m_files;
    models::FindingsModel *m_findings;
    StatusChip *m_errors;
    StatusChip *m_warnings;
    QComboBox *m_environment;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FileTree *m_tree;
    SegmentedTabs *m_tabs;
    QStackedWidget *m_content;
    YamlView *m_source;
    YamlView *m_rendered;
    DiffView *m_difference;
    QWidget *m_loading;
    EmptyState *m_message;
    Bar *m_failure;
    QWidget *m_failed;
    Card *m_findingsCard;
    FindingsTable *m_findingsTable;
    FindingDetails *m_details;
    QString m_file;
};

} // namespace sluice::views
