// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/service.h"

namespace sluice::domain {

int percentFollowingLatest(const Service &service)
{
    if (service.traffic.empty())
        return 100;
    int percent = 0;
    for (const TrafficTarget &target : service.traffic) {
        if (target.latestRevision)
            percent += target.percent;
    }
    return percent;
}

} // namespace sluice::domain
