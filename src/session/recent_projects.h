// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/settings.h"
#include "session/workspace.h"

namespace sluice::session {

/// The projects that were open before, kept in the settings, newest first. \a settings outlives it.
class RecentProjects {
public:
    explicit RecentProjects(base::Settings &settings)
        : m_settings(settings)
    {
    }
    /// Those whose folder is still there.
    [[nodiscard]] std::vector<RecentProject> list() const;
    /// Puts \a project first; the oldest of too many is forgotten.
    void remember(const RecentProject &project);

private:
    base::Settings &m_settings;
};

} // namespace sluice::session
