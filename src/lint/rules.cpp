// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/rules.h"

#include <algorithm>
#include <array>

namespace sluice::lint {

namespace {

using S = Severity;

constexpr std::array table{
    Rule{"annotation-alias", S::Warning},
    Rule{"annotation-place", S::Error},
    Rule{"annotation-unknown", S::Warning},
    Rule{"annotation-value", S::Error},
    Rule{"api-version", S::Warning},
    Rule{"api-version-removed", S::Error},
    Rule{"argo-owners", S::Error},
    Rule{"argo-self-heal", S::Warning},
    Rule{"dead-letter", S::Warning},
    Rule{"field-invalid", S::Error},
    Rule{"field-unknown", S::Error},
    Rule{"host-label", S::Error},
    Rule{"image-latest", S::Warning},
    Rule{"labels-selector", S::Error},
    Rule{"labels-template", S::Warning},
    Rule{"merge-list", S::Error},
    Rule{"metric-unknown", S::Warning},
    Rule{"namespace-mixed", S::Warning},
    Rule{"not-rendered", S::Note},
    Rule{"patch-target", S::Warning},
    Rule{"probe-cold-start", S::Warning},
    Rule{"reference-missing", S::Warning},
    Rule{"reference-namespace", S::Error},
    Rule{"reference-renamed", S::Error},
    Rule{"renders", S::Error},
    Rule{"resource-bounds", S::Error},
    Rule{"revision-name", S::Error},
    Rule{"revision-unknown", S::Note},
    Rule{"scale-bounds", S::Error},
    Rule{"scale-target", S::Warning},
    Rule{"silence", S::Warning},
    Rule{"traffic-revision", S::Error},
    Rule{"traffic-sum", S::Error},
    Rule{"traffic-tag", S::Error},
    Rule{"traffic-target", S::Error},
    Rule{"unreadable", S::Error},
    Rule{"unused-file", S::Note},
    Rule{"unused-layer", S::Note},
};

} // namespace

std::span<const Rule> rules()
{
    return table;
}

const Rule *findRule(const QString &id)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Rule &rule) { return id == QLatin1String(rule.id); });
    return found == table.end() ? nullptr : &*found;
}

base::Message whyOf(const QString &rule)
{
    return {QStringLiteral("lint.") + rule + QStringLiteral(".why"), {}};
}

} // namespace sluice::lint
