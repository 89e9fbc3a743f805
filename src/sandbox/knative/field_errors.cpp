// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/field_errors.h"

#include <algorithm>
#include <map>

namespace sluice::sandbox {

static std::string joined(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string all;
    for (const std::string &part : parts) {
        if (!all.empty())
            all += separator;
        all += part;
    }
    return all;
}

static std::string render(const std::vector<FieldErrors::Entry> &entries)
{
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> merged;
    for (const FieldErrors::Entry &entry : entries) {
        std::vector<std::string> &paths = merged[{entry.message, entry.details}];
        paths.insert(paths.end(), entry.paths.begin(), entry.paths.end());
    }
    std::vector<std::string> lines;
    for (auto &[words, paths] : merged) {
        std::sort(paths.begin(), paths.end());
        paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
        lines.push_back(words.first + ": " + joined(paths, ", "));
        if (!words.second.empty())
            lines.back() += "\n" + words.second;
    }
    return joined(lines, "\n");
}

void FieldErrors::missing(std::string path)
{
    add({"missing field(s)", {std::move(path)}, {}});
}

void FieldErrors::disallowed(std::string path)
{
    add({"must not set the field(s)", {std::move(path)}, {}});
}

void FieldErrors::invalidValue(const std::string &value, std::string path, std::string details)
{
    add({"invalid value: " + value, {std::move(path)}, std::move(details)});
}

void FieldErrors::invalidKey(const std::string &key, std::string path, std::string details)
{
    add({"invalid key name \"" + key + "\"", {std::move(path)}, std::move(details)});
}

void FieldErrors::outOfBounds(const std::string &value, const std::string &low, const std::string &high,
                              std::string path)
{
    add({"expected " + low + " <= " + value + " <= " + high, {std::move(path)}, {}});
}

void FieldErrors::outOfBounds(std::int64_t value, std::int64_t low, std::int64_t high, std::string path)
{
    outOfBounds(std::to_string(value), std::to_string(low), std::to_string(high), std::move(path));
}

void FieldErrors::neither(std::vector<std::string> paths)
{
    add({"expected exactly one, got neither", std::move(paths), {}});
}

void FieldErrors::both(std::vector<std::string> paths)
{
    add({"expected exactly one, got both", std::move(paths), {}});
}

void FieldErrors::generic(std::string message, std::string path)
{
    add({std::move(message), {std::move(path)}, {}});
}

std::string FieldErrors::errorText() const
{
    return render(m_errors);
}

std::vector<std::string> FieldErrors::warningLines() const
{
    std::vector<std::string> lines;
    const std::string all = render(m_warnings);
    for (size_t start = 0; start < all.size();) {
        const size_t end = std::min(all.find('\n', start), all.size());
        lines.push_back(all.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

std::string joinPath(std::string_view prefix, std::string_view part)
{
    if (prefix.empty() || part.empty())
        return std::string(prefix.empty() ? part : prefix);
    std::string path(prefix);
    if (part.front() != '[')
        path += '.';
    return path.append(part);
}

std::string indexPath(std::string_view prefix, size_t index)
{
    return std::string(prefix) + "[" + std::to_string(index) + "]";
}

} // namespace sluice::sandbox
