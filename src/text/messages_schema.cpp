// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"schema.placeholder", QT_TRANSLATE_NOOP("Messages", "")},
};
}

std::span<const CatalogEntry> schemaMessages()
{
    return entries;
}

} // namespace sluice::text
