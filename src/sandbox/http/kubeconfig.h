// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace sluice::sandbox {

struct Endpoint;

/// The kubeconfig of a sandbox: contexts "sandbox" (current), "sandbox-developer" and "sandbox-viewer", the
/// authority inline, tokens as users' credentials. Source: the Config type of client-go's clientcmd/api/v1.
[[nodiscard]] QByteArray kubeconfigFor(const Endpoint &endpoint);

} // namespace sluice::sandbox
