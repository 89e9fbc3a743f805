// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/core/request.h"

#include <QNetworkRequest>

namespace sluice::kube {

/// Puts \a headers into \a request, several of one name as several fields. Control characters are taken out of
/// values, so that none can start a field of its own.
void setHeaders(QNetworkRequest &request, const Headers &headers);

} // namespace sluice::kube
