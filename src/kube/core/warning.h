// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/core/request.h"

#include <QDateTime>
#include <QStringList>

namespace sluice::kube {

/// The texts of all `Warning: 299 - "text"` headers (RFC 7234), each once, in order; what does not parse is left out.
[[nodiscard]] QStringList warningsOf(const Headers &headers);

/// The server's time from the Date header (RFC 7231), UTC, or null.
[[nodiscard]] QDateTime dateOf(const Headers &headers);

} // namespace sluice::kube
