// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"manifest.placeholder", QT_TRANSLATE_NOOP("Messages", "")},
};
}

std::span<const CatalogEntry> manifestMessages()
{
    return entries;
}

} // namespace sluice::text
