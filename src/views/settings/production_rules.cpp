// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/production_rules.h"

#include "base/settings.h"

namespace sluice::views {

namespace {
const QString typeNameKey = QStringLiteral("production/type-name");
}

bool asksForName(const base::Settings &settings)
{
    return settings.value(typeNameKey, true).toBool();
}

void setAsksForName(base::Settings &settings, bool asks)
{
    settings.setValue(typeNameKey, asks);
}

} // namespace sluice::views
