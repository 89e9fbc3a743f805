// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"json.too-large", QT_TRANSLATE_NOOP("Messages", "The text has %1 bytes; at most %2 are read.")},
    {"json.too-deep", QT_TRANSLATE_NOOP("Messages", "The text is nested deeper than %1 levels.")},
    {"json.syntax", QT_TRANSLATE_NOOP("Messages", "This is not JSON: %1")},
};
}

std::span<const CatalogEntry> baseMessages()
{
    return entries;
}

} // namespace sluice::text
