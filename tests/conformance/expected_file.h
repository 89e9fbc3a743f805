// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "case_file.h"

#include <map>
#include <optional>

namespace sluice::tests {

/// What real clusters answered: expected/PROFILE/FILE.yaml holds one transcript, or one per row. A profile beside the
/// base one keeps only the transcripts that differ from the base profile's.
class ExpectedFiles {
public:
    static constexpr const char *baseProfile = "1.15";

    ExpectedFiles(QString folder, std::string profile);

    /// The transcript of \a testCase on the profile; nothing when none was recorded.
    [[nodiscard]] std::optional<base::Json> transcript(const Case &testCase) const;
    /// Keeps it until write().
    void record(const Case &testCase, const base::Json &transcript);
    /// Writes what was recorded and leaves out rows that are not among \a cases any more.
    void write(const std::vector<Case> &cases);

private:
    [[nodiscard]] QString path(const std::string &profile, const std::string &file) const;
    [[nodiscard]] base::Json read(const std::string &profile, const std::string &file) const;
    [[nodiscard]] std::optional<base::Json> stored(const std::string &profile, const Case &testCase) const;

    QString m_folder;
    std::string m_profile;
    mutable std::map<std::string, base::Json> m_cache; ///< by path
    std::map<std::string, std::map<std::string, base::Json>> m_recorded; ///< by file, then row
};

} // namespace sluice::tests
