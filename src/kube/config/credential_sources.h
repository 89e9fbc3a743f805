// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/process_runner.h"
#include "kube/core/connection.h"
#include "kube/core/credentials.h"

#include <memory>

namespace sluice::kube {

/// A command that a kubeconfig wants to run.
struct ExecConsentRequest {
    QString command; ///< absolute path
    QByteArray sha256; ///< of the program file, lower-case hex
    QStringList arguments;
    QString context; ///< the context that needs it
    /// The key a decision is kept under: path and hash, so that a changed program is asked about again.
    [[nodiscard]] QString key() const { return command + QLatin1Char('#') + QString::fromLatin1(sha256); }
};

/// Decides whether a command may run. The window asks the user once; the command line has its own rule.
class ConsentSource {
public:
    virtual ~ConsentSource() = default;
    [[nodiscard]] virtual base::Task<bool> allow(ExecConsentRequest request, std::stop_token stop) = 0;
};

/// What credential sources need from outside.
struct CredentialTools {
    std::shared_ptr<base::ProcessRunner> runner;
    std::shared_ptr<const base::Clock> clock;
    std::shared_ptr<ConsentSource> consent;
};

/// The source for what the connection's user entry says; never null.
/// A token file is read again after a minute and after a refusal. A plugin runs when there is no credential yet, when
/// it has expired, and after a refusal; one run serves all who wait. Plugins never get a terminal: interactiveMode
/// Always is refused.
[[nodiscard]] std::shared_ptr<CredentialSource> makeCredentialSource(const Connection &connection,
                                                                     CredentialTools tools);

} // namespace sluice::kube
