// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/reporter.h"

namespace sluice::lint {

// What one file of rules looks at: the objects of an environment, or the project's files. Each adds what it finds.

void checkTraffic(const View &view, const Stage &stage, Reporter &out);
void checkScaling(const View &view, const Stage &stage, Reporter &out);
void checkContainers(const View &view, const Stage &stage, Reporter &out);
void checkSchema(const View &view, const Stage &stage, Reporter &out);
void checkReferences(const View &view, const Stage &stage, Reporter &out);
void checkDelivery(const View &view, const Stage &stage, Reporter &out);

void checkLabels(const View &view, Reporter &out);
void checkMerges(const View &view, Reporter &out);
void checkPatchTargets(const View &view, Reporter &out);
void checkVersions(const View &view, Reporter &out);
void checkArgo(const View &view, Reporter &out);
void checkMetrics(const View &view, Reporter &out);
void checkUse(const View &view, Reporter &out);

} // namespace sluice::lint
