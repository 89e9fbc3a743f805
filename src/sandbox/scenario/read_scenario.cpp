// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/scenario/scenario.h"
#include "yaml/document.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

using base::Json;
using base::Result;
using yaml::operator/;
using yaml::Path;

constexpr std::array<std::pair<const char *, ImageFault>, 7> faultNames{
    {{"none", ImageFault::None},
     {"not-found", ImageFault::NotFound},
     {"unauthorized", ImageFault::Unauthorized},
     {"pull-fails", ImageFault::PullFails},
     {"crash", ImageFault::Crashes},
     {"never-ready", ImageFault::NeverReady},
     {"unschedulable", ImageFault::Unschedulable}}};

constexpr double maxLoad = 1'000'000; ///< requests a second, or in flight

/// Reads the one document of a scenario; the first mistake ends it.
class Reader {
public:
    explicit Reader(const yaml::Document &document)
        : m_document(document)
    {
    }

    Result<Scenario> run()
    {
        const Json &top = m_document.value();
        if (!top.is_object())
            return bad({}, QStringLiteral("scenario.not-mapping"));
        for (const auto &[key, value] : top.items()) {
            const Path path = yaml::keys({key});
            Result<void> done;
            if (key == "seed")
                done = seed(path, value);
            else if (key == "faults")
                done =
                    list(path, value, [this](const Path &at, const Json &entry) { return fault(at, entry); });
            else if (key == "loads")
                done =
                    list(path, value, [this](const Path &at, const Json &entry) { return load(at, entry); });
            else
                done = unknown(path, key);
            if (!done)
                return tl::unexpected(done.error());
        }
        return std::move(m_scenario);
    }

private:
    template <typename Read> Result<void> list(const Path &path, const Json &value, Read read)
    {
        if (!value.is_array())
            return bad(path, QStringLiteral("scenario.expected-list"));
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (!value[i].is_object())
                return bad(path / i, QStringLiteral("scenario.expected-mapping"));
            if (auto done = read(path / i, value[i]); !done)
                return done;
        }
        return {};
    }

    /// A whole number, 0 or more.
    static bool isCount(const Json &value)
    {
        return value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
    }

    Result<void> seed(const Path &path, const Json &value)
    {
        if (!isCount(value))
            return bad(path, QStringLiteral("scenario.seed"));
        m_scenario.seed = value.get<std::uint64_t>();
        return {};
    }

    Result<void> fault(const Path &path, const Json &entry)
    {
        Scenario::Fault fault;
        bool named = false;
        for (const auto &[key, value] : entry.items()) {
            const Path at = path / key;
            Result<void> done;
            if (key == "at")
                done = time(at, value, fault.at);
            else if (key == "image")
                done = text(at, value, fault.pattern);
            else if (key == "fault")
                done = faultNamed(at, value, fault.fault, named);
            else
                done = unknown(at, key);
            if (!done)
                return done;
        }
        if (fault.pattern.empty())
            return missing(path, "image");
        if (!named)
            return missing(path, "fault");
        m_scenario.faults.push_back(std::move(fault));
        return {};
    }

    Result<void> load(const Path &path, const Json &entry)
    {
        Scenario::Load load;
        for (const auto &[key, value] : entry.items()) {
            const Path at = path / key;
            Result<void> done;
            if (key == "at")
                done = time(at, value, load.at);
            else if (key == "namespace")
                done = text(at, value, load.nameSpace);
            else if (key == "revision")
                done = text(at, value, load.revision);
            else if (key == "rps")
                done = amount(at, value, load.perSecond);
            else if (key == "concurrency")
                done = amount(at, value, load.concurrency);
            else
                done = unknown(at, key);
            if (!done)
                return done;
        }
        if (load.nameSpace.empty())
            return missing(path, "namespace");
        if (load.revision.empty())
            return missing(path, "revision");
        m_scenario.loads.push_back(std::move(load));
        return {};
    }

    Result<void> time(const Path &path, const Json &value, qint64 &out)
    {
        if (!isCount(value) || value.get<std::uint64_t>() > std::uint64_t(maxTime))
            return bad(path, QStringLiteral("scenario.time"));
        out = value.get<qint64>();
        return {};
    }

    Result<void> amount(const Path &path, const Json &value, double &out)
    {
        if (!value.is_number() || !std::isfinite(value.get<double>()) || value.get<double>() < 0
            || value.get<double>() > maxLoad)
            return bad(path, QStringLiteral("scenario.amount"), {QString::number(qint64(maxLoad))});
        out = value.get<double>();
        return {};
    }

    Result<void> text(const Path &path, const Json &value, std::string &out)
    {
        if (!value.is_string() || value.get_ref<const std::string &>().empty())
            return bad(path, QStringLiteral("scenario.expected-text"));
        out = value.get<std::string>();
        return {};
    }

    Result<void> faultNamed(const Path &path, const Json &value, ImageFault &out, bool &named)
    {
        const auto found = std::find_if(faultNames.begin(), faultNames.end(),
                                        [&](const auto &row) { return value == row.first; });
        if (found == faultNames.end()) {
            QStringList names;
            for (const auto &[name, fault] : faultNames)
                names.append(QString::fromLatin1(name));
            return bad(path, QStringLiteral("scenario.unknown-fault"), {names.join(QStringLiteral(", "))});
        }
        out = found->second;
        named = true;
        return {};
    }

    Result<void> unknown(const Path &path, const std::string &key)
    {
        return bad(path, QStringLiteral("scenario.unknown-field"), {QString::fromStdString(key)});
    }
    Result<void> missing(const Path &path, const char *key)
    {
        return bad(path, QStringLiteral("scenario.missing"), {QString::fromLatin1(key)});
    }
    tl::unexpected<base::Error> bad(const Path &path, const QString &id,
                                    const QStringList &arguments = {}) const
    {
        return base::fail(base::ValidationError{m_document.source(),
                                                m_document.locateNearest(path).keyLine,
                                                yaml::toString(path),
                                                {id, arguments}});
    }

    static constexpr qint64 maxTime = qint64(365) * 24 * 3600 * 1000; ///< a year, in ms

    const yaml::Document &m_document;
    Scenario m_scenario;
};

} // namespace

Result<Scenario> parseScenario(const QByteArray &text, const QString &source)
{
    const auto documents = yaml::parse(text, source);
    if (!documents)
        return tl::unexpected(documents.error());
    if (documents->size() != 1)
        return base::fail(base::ValidationError{source,
                                                documents->empty() ? 1 : (*documents)[1].firstLine(),
                                                {},
                                                {QStringLiteral("scenario.one-document"), {}}});
    return Reader(documents->front()).run();
}

} // namespace sluice::sandbox
