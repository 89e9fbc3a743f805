// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: parsing never crashes; what is emitted reads back as the same value; an edit changes nothing else.
#include "base/json.h"
#include "yaml/edit.h"
#include "yaml/emit.h"

#include <cstdint>
#include <cstdlib>

using namespace sluice;
using base::Json;
using yaml::operator/;

namespace {

/// The path of some scalar, chosen by \a seed.
yaml::Path scalarPath(const Json &value, std::size_t seed)
{
    yaml::Path path;
    const Json *node = &value;
    while (node->is_structured() && !node->empty()) {
        auto it = node->begin();
        std::advance(it, std::ptrdiff_t(seed % node->size()));
        if (node->is_object())
            path.emplace_back(it.key());
        else
            path.emplace_back(seed % node->size());
        node = &*it;
        seed = seed / 3 + 1;
    }
    return path;
}

/// Lines that are not the same in both, which have as many; more than there are when they do not.
qsizetype differingLines(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> was = before.split('\n');
    const QList<QByteArray> is = after.split('\n');
    if (was.size() != is.size())
        return std::max(was.size(), is.size()) + 1;
    qsizetype count = 0;
    for (qsizetype i = 0; i < was.size(); ++i)
        count += was[i] != is[i] ? 1 : 0;
    return count;
}

Json withKey(Json value, const char *key, const Json &added)
{
    if (value.is_null())
        value = Json::object();
    value[key] = added;
    return value;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    yaml::Limits limits;
    limits.bytes = 64 * 1024;
    const auto documents = yaml::parse(bytes, QStringLiteral("input"), limits);
    if (!documents)
        return 0;
    for (const yaml::Document &document : *documents) {
        const auto back = yaml::parseValue(QByteArray::fromStdString(yaml::emit(document.value())),
                                           QStringLiteral("emitted"));
        if (!back || base::dump(*back) != base::dump(document.value()))
            std::abort();
        const yaml::Path path = scalarPath(document.value(), size);
        if (path.empty())
            continue;
        static_cast<void>(document.locateNearest(path));
        if (const auto edited = yaml::replaceScalar(document, path, Json("new: \"value\""))) {
            if (differingLines(bytes, edited->bytes()) > 1)
                std::abort();
        }
        static_cast<void>(yaml::remove(document, path).has_value());
        static_cast<void>(yaml::remove(document, path, path.size() - 1).has_value());
        static_cast<void>(yaml::appendItem(document, {}, Json{{"op", "add"}}).has_value());
        static_cast<void>(yaml::setValue(document, path / std::string("below"), Json("x")).has_value());
        if (const auto edited = yaml::addKey(document, {}, "added", Json::array({1, "x"}))) {
            const Json expected = withKey(document.value(), "added", Json::array({1, "x"}));
            if (base::dump(edited->value()) != base::dump(expected))
                std::abort();
        }
    }
    return 0;
}
