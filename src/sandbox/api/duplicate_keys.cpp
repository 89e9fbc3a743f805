// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/duplicate_keys.h"

#include "base/json.h"

#include <nlohmann/json.hpp>
#include <set>

namespace sluice::sandbox {

namespace {

/// Follows the parser's events and remembers which keys each open object has had.
class DuplicateFinder final : public nlohmann::json_sax<base::Json> {
public:
    std::vector<std::string> found;

    bool null() override { return scalar(); }
    bool boolean(bool) override { return scalar(); }
    bool number_integer(number_integer_t) override { return scalar(); }
    bool number_unsigned(number_unsigned_t) override { return scalar(); }
    bool number_float(number_float_t, const string_t &) override { return scalar(); }
    bool string(string_t &) override { return scalar(); }
    bool binary(binary_t &) override { return scalar(); }
    bool start_object(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override
    {
        Level &level = m_levels.back();
        level.key = name;
        if (!level.keys.insert(name).second) {
            const std::string here = path();
            if (std::find(found.begin(), found.end(), here) == found.end())
                found.push_back(here);
        }
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        return false;
    }

private:
    struct Level {
        bool array = false;
        int index = 0;
        std::string key;
        std::set<std::string> keys;
    };
    bool scalar()
    {
        if (!m_levels.empty() && m_levels.back().array)
            ++m_levels.back().index;
        return true;
    }
    bool open(bool array)
    {
        m_levels.push_back({array, 0, {}, {}});
        return true;
    }
    bool close()
    {
        m_levels.pop_back();
        return scalar();
    }
    [[nodiscard]] std::string path() const
    {
        std::string text;
        for (const Level &level : m_levels) {
            if (level.array)
                text += '[' + std::to_string(level.index) + ']';
            else
                text += (text.empty() ? "" : ".") + level.key;
        }
        return text;
    }
    std::vector<Level> m_levels;
};

} // namespace

std::vector<std::string> duplicateKeys(std::string_view json)
{
    DuplicateFinder finder;
    base::Json::sax_parse(json, &finder);
    return finder.found;
}

} // namespace sluice::sandbox
