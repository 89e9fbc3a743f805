// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace sluice::tests {

/// Takes out of a case's answers what no two runs share, and keeps what it refers to: a uid becomes "<uid of KIND NAME>"
/// where some answer says whose it is, a generated name its prefix with "<id>".
class Mask {
public:
    /// \a names: what the server calls its users and groups, and what to call them.
    Mask(std::string nameSpace, std::vector<std::pair<std::string, std::string>> names);

    /// Learns whose uids and which names were generated; to be called with every answer before the first masked().
    void learn(const base::Json &answer);
    [[nodiscard]] base::Json masked(const base::Json &value, const std::string &key = {}) const;
    [[nodiscard]] std::string masked(std::string text) const;

private:
    void learnObject(const base::Json &object, const std::string &kind);

    std::string m_namespace;
    std::vector<std::pair<std::string, std::string>> m_names;
    std::vector<std::pair<std::string, std::string>> m_uids; ///< uid, kind and raw name
    std::vector<std::pair<std::string, std::string>> m_generated; ///< name, prefix with "<id>"; longest first
    std::vector<std::string> m_hashes; ///< of pod templates
};

/// Go prints values into messages after "(-old +new)", in ways that vary between its own runs: cut there.
[[nodiscard]] base::Json withoutGoValues(base::Json value);

/// One place where two transcripts differ.
struct Difference {
    std::string where; ///< "create/body/metadata/name"
    std::string expected; ///< JSON, or "nothing"
    std::string got;

    [[nodiscard]] std::string text() const { return where + ": expected " + expected + ", got " + got; }
};
[[nodiscard]] std::vector<Difference> differences(const base::Json &expected, const base::Json &got);

} // namespace sluice::tests
