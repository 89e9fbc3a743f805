// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "arch/source_tree.h"

#include <span>

namespace arch {

/// One rule of the sources. check answers what breaks it, each as "path:line: why".
struct Rule {
    const char *name;
    QStringList (*check)(const SourceTree &tree);
};

[[nodiscard]] std::span<const Rule> rules();

} // namespace arch
