// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "case_file.h"
#include "target.h"
#include "transcript.h"

#include <map>
#include <optional>

namespace sluice::tests {

/// Plays one case on one server and writes down what was answered.
class CaseRunner {
public:
    CaseRunner(Target &target, const Case &testCase);

    /// The masked transcript: an object with one entry per compared step, "01 NAME". Nothing when a step could not be
    /// played; problem() then says which and why. Runs the cleanup in any case.
    [[nodiscard]] std::optional<base::Json> run();
    [[nodiscard]] const std::string &problem() const { return m_problem; }

private:
    struct Recorded {
        std::string key; ///< in the transcript; empty: not compared
        base::Json answer;
        base::Json compare;
        base::Json ignore;
    };
    [[nodiscard]] bool fail(const std::string &why);
    [[nodiscard]] bool play(const base::Json &steps);
    [[nodiscard]] bool playStep(const base::Json &step);
    [[nodiscard]] bool playRequest(const base::Json &step);
    [[nodiscard]] bool playWait(const base::Json &step);
    [[nodiscard]] bool waitVirtually(const base::Json &step, const std::string &path);
    [[nodiscard]] bool waitReally(const base::Json &step, const std::string &path);
    [[nodiscard]] bool settle(const std::string &collection, const std::string &version);
    [[nodiscard]] bool openWatch(const base::Json &step);
    [[nodiscard]] bool collect(const base::Json &step, const std::string &name);
    [[nodiscard]] bool keep(const base::Json &step, const std::string &name, base::Json answer);
    [[nodiscard]] Request request(const base::Json &step, const std::string &line) const;
    [[nodiscard]] base::Json transcript() const;

    Target &m_target;
    const Case &m_case;
    std::string m_problem;
    std::string m_namespace;
    base::Json m_variables;
    std::vector<Recorded> m_recorded;
    std::map<std::string, WatchStream> m_watches;
    int m_step = 0;
};

} // namespace sluice::tests
