// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <span>

namespace sluice::text {

/// One row of the message table: the id that code below uses and its English template (%1, %2... are the
/// arguments of the Message). Written as {"yaml.duplicate-key", QT_TRANSLATE_NOOP("Messages", "…")}. A text
/// that depends on a count is written with QT_TRANSLATE_N_NOOP and "%n", which is argument 1 as a number.
struct CatalogEntry {
    const char *id;
    const char *english;
};

// One list for each folder that makes messages; src/text/messages_<folder>.cpp.
std::span<const CatalogEntry> baseMessages();
std::span<const CatalogEntry> yamlMessages();
std::span<const CatalogEntry> schemaMessages();
std::span<const CatalogEntry> domainMessages();
std::span<const CatalogEntry> manifestMessages();
std::span<const CatalogEntry> kubeMessages();
std::span<const CatalogEntry> journalMessages();
std::span<const CatalogEntry> sessionMessages();
std::span<const CatalogEntry> sandboxMessages();

/// All lists above, in that order.
[[nodiscard]] std::span<const std::span<const CatalogEntry>> catalog();

/// The translated words of \a message, its arguments made visible (see visibleText); the id itself when no
/// list has it (a test finds those).
[[nodiscard]] QString words(const base::Message &message);

} // namespace sluice::text
