// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/store/watch_log.h"

#include <QDateTime>
#include <string>
#include <vector>

namespace sluice::sandbox {

/// How much of each object a table's rows carry (?includeObject=).
enum class RowObject { None, Metadata, Object };

struct TableOptions {
    QDateTime now; ///< ages count up to here
    RowObject rowObject = RowObject::Metadata;
    bool withColumns = true;
};

/// A meta.k8s.io/v1 Table of \a objects with the columns that the API server prints for the type.
[[nodiscard]] base::Json tableOf(const ResourceType &type, const std::vector<ObjectPtr> &objects,
                                 const TableOptions &options);

/// "7s", "3m12s", "2h", "5d4h": k8s.io/apimachinery duration.HumanDuration.
[[nodiscard]] std::string humanDuration(qint64 seconds);

} // namespace sluice::sandbox
