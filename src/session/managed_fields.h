// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

namespace sluice::session {

/// Who holds a field according to metadata.managedFields.
struct FieldOwner {
    QString manager;
    QString operation; ///< "Apply" or "Update"
    int index = 0; ///< of the entry in managedFields
};

/// The owners of the field at \a keys (map keys from the root; a list counts as a whole). A manager owns it when its set names
/// the field, or names an ancestor as a leaf. Source: the FieldsV1 form of Kubernetes' managed fields.
[[nodiscard]] std::vector<FieldOwner> fieldOwners(const base::Json &object,
                                                  const std::vector<std::string> &keys);

/// metadata.managedFields of \a object with the fields at each of \a paths taken from every other manager and given to
/// \a manager's Apply entry (made with \a apiVersion when there is none). What becomes empty is removed.
[[nodiscard]] base::Json withFieldsTakenOver(const base::Json &object,
                                             const std::vector<std::vector<std::string>> &paths,
                                             const QString &manager, const QString &apiVersion);

} // namespace sluice::session
