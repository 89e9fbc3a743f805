// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/config/kubeconfig.h"

namespace sluice::kube {

/// The proxy that the environment names for \a server, or an empty URL: the rules of Go's net/http (golang.org/x/net
/// http/httpproxy), which kubectl follows. Never one for localhost and loopback addresses. Pure.
[[nodiscard]] QUrl proxyFor(const QUrl &server, const ProxyEnvironment &environment);

/// A proxy as written in a kubeconfig or variable; a missing scheme means http. Invalid when it is none.
[[nodiscard]] QUrl parseProxy(const QString &text);

} // namespace sluice::kube
