// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"sandbox.running",
     QT_TRANSLATE_NOOP("Messages", "The embedded cluster runs already. Stop it before it is started anew.")},
    {"sandbox.not-running",
     QT_TRANSLATE_NOOP("Messages",
                       "The embedded cluster does not run, so it has no kubeconfig. Start it first.")},
    {"sandbox.speed",
     QT_TRANSLATE_NOOP("Messages",
                       "Time in the embedded cluster can run %1 to %2 times as fast as real time.")},
    {"sandbox.bookmarks", QT_TRANSLATE_NOOP("Messages", "Bookmarks need at least a second between them.")},
    {"scenario.not-mapping",
     QT_TRANSLATE_NOOP("Messages", "A scenario must be a mapping with seed, faults and loads.")},
    {"scenario.one-document", QT_TRANSLATE_NOOP("Messages", "A scenario file holds exactly one document.")},
    {"scenario.unknown-field",
     QT_TRANSLATE_NOOP("Messages", "A scenario has no field %1 here. Remove it or correct its name.")},
    {"scenario.missing", QT_TRANSLATE_NOOP("Messages", "%1 is missing. Add it.")},
    {"scenario.expected-list", QT_TRANSLATE_NOOP("Messages", "This must be a list.")},
    {"scenario.expected-mapping", QT_TRANSLATE_NOOP("Messages", "Each entry must be a mapping.")},
    {"scenario.expected-text", QT_TRANSLATE_NOOP("Messages", "This must be a text, and not an empty one.")},
    {"scenario.seed", QT_TRANSLATE_NOOP("Messages", "The seed must be a whole number, 0 or more.")},
    {"scenario.time",
     QT_TRANSLATE_NOOP("Messages", "This must be a time in milliseconds, from 0 to those of a year.")},
    {"scenario.amount", QT_TRANSLATE_NOOP("Messages", "This must be a number from 0 to %1.")},
    {"scenario.unknown-fault", QT_TRANSLATE_NOOP("Messages", "There is no such fault. Use one of %1.")},
};
}

std::span<const CatalogEntry> sandboxMessages()
{
    return entries;
}

} // namespace sluice::text
