// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "kube/core/connection.h"
#include "kube/core/credentials.h"

#include <QDateTime>

namespace sluice::kube {

/// What a credential plugin answered.
struct ExecCredential {
    Credential credential;
    QDateTime expires; ///< UTC; null: until the program ends
};

/// The value of KUBERNETES_EXEC_INFO for \a plugin. Pure.
[[nodiscard]] QByteArray execInfo(const ExecPlugin &plugin);

/// Reads a plugin's output. Errors: Auth PluginUnsupported (another version), PluginFailed (anything else); they
/// never hold what it printed, which may be a credential. Pure.
[[nodiscard]] base::Result<ExecCredential> parseExecCredential(const QByteArray &output,
                                                               const ExecPlugin &plugin);

} // namespace sluice::kube
