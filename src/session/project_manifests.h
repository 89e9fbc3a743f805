// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/finding.h"
#include "manifest/project.h"
#include "session/manifests_session.h"
#include "session/rendering.h"

#include <functional>
#include <stop_token>

namespace sluice::session {

class LiveEnvironment;

/// Texts of the open project.
class ProjectManifests final : public ManifestsSession {
    Q_OBJECT
public:
    using Lookup = std::function<LiveEnvironment *(const QString &environment)>;
    ProjectManifests(RenderTools tools, Lookup lookup, QObject *parent = nullptr);
    ~ProjectManifests() override;
    /// \a findings: what is wrong in it; \a fixes: of the finding at the same index. Null: none is open.
    void setProject(std::shared_ptr<const manifest::Project> project, std::vector<ManifestFinding> findings,
                    std::vector<std::optional<lint::Fix>> fixes);

    [[nodiscard]] std::vector<ManifestEntry> entries() const override;
    [[nodiscard]] std::vector<ManifestFinding> findings() const override { return m_findings; }
    [[nodiscard]] QStringList environments() const override;
    [[nodiscard]] base::Result<QString> source(const QString &path) const override;
    void render(const QString &environment) override;
    void compare(const QString &environment) override;
    [[nodiscard]] base::Result<FixPreview>
    previewFix(const std::vector<ManifestFinding> &findings) const override;
    [[nodiscard]] base::Result<void> applyFix(const FixPreview &preview) override;

private:
    std::shared_ptr<const manifest::Project> m_project;
    std::vector<ManifestFinding> m_findings;
    std::vector<std::optional<lint::Fix>> m_fixes; ///< of the finding at the same index
    RenderTools m_tools;
    Lookup m_lookup;
    std::stop_source m_renderStop;
    std::stop_source m_compareStop;
};

} // namespace sluice::session
