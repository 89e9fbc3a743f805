// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// What a Knative webhook finds wrong with an object, in the words and the order in which it says it
/// (knative.dev/pkg apis/field_error.go): findings with the same text are merged, their paths sorted, and the
/// lines are sorted by text.
class FieldErrors {
public:
    struct Entry {
        std::string message;
        std::vector<std::string> paths;
        std::string details;
    };

    void add(Entry entry) { m_errors.push_back(std::move(entry)); }
    void warn(Entry entry) { m_warnings.push_back(std::move(entry)); }
    void missing(std::string path);
    void disallowed(std::string path);
    void invalidValue(const std::string &value, std::string path, std::string details = {});
    void invalidKey(const std::string &key, std::string path, std::string details);
    void outOfBounds(const std::string &value, const std::string &low, const std::string &high,
                     std::string path);
    void outOfBounds(std::int64_t value, std::int64_t low, std::int64_t high, std::string path);
    void neither(std::vector<std::string> paths);
    void both(std::vector<std::string> paths);
    void generic(std::string message, std::string path);

    [[nodiscard]] bool hasErrors() const { return !m_errors.empty(); }
    /// All errors as one text of several lines.
    [[nodiscard]] std::string errorText() const;
    /// The warnings, one per line of text, as they go into Warning headers.
    [[nodiscard]] std::vector<std::string> warningLines() const;

private:
    std::vector<Entry> m_errors;
    std::vector<Entry> m_warnings;
};

/// "a" and "b" to "a.b", "a" and "[0]" to "a[0]"; an empty part adds nothing.
[[nodiscard]] std::string joinPath(std::string_view prefix, std::string_view part);
[[nodiscard]] std::string indexPath(std::string_view prefix, size_t index);

} // namespace sluice::sandbox
