// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shared_text.h"

#include <array>
#include <string>

namespace sluice::base {

namespace {

constexpr size_t places = 4096;
constexpr size_t longest = 64; ///< bytes; longer texts (messages, digests) hardly ever return

struct Place {
    std::string utf8;
    QString text;
};

} // namespace

QString sharedText(std::string_view utf8)
{
    if (utf8.empty() || utf8.size() > longest)
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    // Each text has one place; whoever comes to a place that is taken moves in.
    thread_local std::array<Place, places> recent;
    Place &place = recent[std::hash<std::string_view>{}(utf8) % places];
    if (place.utf8 != utf8) {
        place.utf8 = utf8;
        place.text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    return place.text;
}

} // namespace sluice::base
