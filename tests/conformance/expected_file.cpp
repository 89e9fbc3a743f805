// SPDX-License-Identifier: GPL-3.0-or-later
#include "expected_file.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/json.h"
#include "yaml/document.h"
#include "yaml/emit.h"

#include <QDir>
#include <QFile>
#include <set>

namespace sluice::tests {
using base::Json;

ExpectedFiles::ExpectedFiles(QString folder, std::string profile)
    : m_folder(std::move(folder))
    , m_profile(std::move(profile))
{
}

QString ExpectedFiles::path(const std::string &profile, const std::string &file) const
{
    return QStringLiteral("%1/%2/%3.yaml")
        .arg(m_folder, QString::fromStdString(profile), QString::fromStdString(file));
}

Json ExpectedFiles::read(const std::string &profile, const std::string &file) const
{
    const QString name = path(profile, file);
    const auto cached = m_cache.find(name.toStdString());
    if (cached != m_cache.end())
        return cached->second;
    Json value;
    QFile stored(name);
    if (stored.open(QIODevice::ReadOnly)) {
        const auto parsed = yaml::parseValue(stored.readAll(), name, {16 * 1024 * 1024, 64, 2'000'000});
        if (!parsed)
            qFatal("%s", qPrintable(debugText(parsed.error())));
        value = *parsed;
    }
    m_cache[name.toStdString()] = value;
    return value;
}

std::optional<Json> ExpectedFiles::stored(const std::string &profile, const Case &testCase) const
{
    Json value = read(profile, testCase.file);
    if (testCase.row.empty())
        return value.is_null() ? std::nullopt : std::optional(std::move(value));
    if (!value.is_object() || !value.contains(testCase.row))
        return std::nullopt;
    return value[testCase.row];
}

std::optional<Json> ExpectedFiles::transcript(const Case &testCase) const
{
    auto own = stored(m_profile, testCase);
    return own || m_profile == baseProfile ? own : stored(baseProfile, testCase);
}

void ExpectedFiles::record(const Case &testCase, const Json &transcript)
{
    m_recorded[testCase.file][testCase.row] = transcript;
}

void ExpectedFiles::write(const std::vector<Case> &cases)
{
    for (const auto &[file, rows] : m_recorded) {
        Json content = read(m_profile, file);
        std::set<std::string> known;
        for (const Case &one : cases) {
            if (one.file != file)
                continue;
            known.insert(one.row);
            const auto recorded = rows.find(one.row);
            if (recorded == rows.end())
                continue;
            const bool asBase = m_profile != baseProfile && stored(baseProfile, one) == recorded->second;
            if (one.row.empty())
                content = asBase ? Json() : recorded->second;
            else if (asBase && content.is_object())
                content.erase(one.row);
            else if (!asBase)
                content[one.row] = recorded->second;
        }
        if (content.is_object() && !known.contains("")) {
            for (auto row = content.begin(); row != content.end();)
                row = known.contains(row.key()) ? std::next(row) : content.erase(row);
        }
        const QString name = path(m_profile, file);
        if (content.is_null() || content.empty()) {
            QFile::remove(name);
            continue;
        }
        QDir().mkpath(QFileInfo(name).path());
        const auto written = base::writeFileAtomically(name, QByteArray::fromStdString(yaml::emit(content)));
        if (!written)
            qFatal("%s", qPrintable(debugText(written.error())));
    }
}

} // namespace sluice::tests
