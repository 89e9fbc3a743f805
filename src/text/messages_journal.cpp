// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"journal.set-aside",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The activity journal was damaged and a new one has been started. The old file is kept as %1.")},
    {"journal.newer",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The activity journal has format %1, written by a newer Sluice; this one reads up to format %2. "
         "Update Sluice, or move the file away.")},
    {"journal.not-ours",
     QT_TRANSLATE_NOOP("Messages",
                       "This database belongs to another program and was left untouched. Choose another file "
                       "for the journal.")},
};
}

std::span<const CatalogEntry> journalMessages()
{
    return entries;
}

} // namespace sluice::text
