// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/path.h"

namespace sluice::yaml {

QString toString(const Path &path)
{
    QString text;
    for (const Step &step : path) {
        if (const auto *index = std::get_if<std::size_t>(&step)) {
            text += QStringLiteral("[%1]").arg(*index);
            continue;
        }
        const QString key = QString::fromStdString(std::get<std::string>(step));
        if (key.contains(QLatin1Char('.')) || key.contains(QLatin1Char('['))) {
            text += QLatin1Char('[') + key + QLatin1Char(']');
        } else {
            if (!text.isEmpty())
                text += QLatin1Char('.');
            text += key;
        }
    }
    return text;
}

std::string toPointer(const Path &path)
{
    std::string text;
    for (const Step &step : path) {
        text += '/';
        if (const auto *index = std::get_if<std::size_t>(&step)) {
            text += std::to_string(*index);
            continue;
        }
        for (const char c : std::get<std::string>(step)) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
    }
    return text;
}

Path keys(std::initializer_list<std::string_view> names)
{
    Path path;
    path.reserve(names.size());
    for (const std::string_view name : names)
        path.emplace_back(std::string(name));
    return path;
}

Path operator/(Path path, Step step)
{
    path.push_back(std::move(step));
    return path;
}

} // namespace sluice::yaml
