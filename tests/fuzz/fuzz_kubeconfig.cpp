// SPDX-License-Identifier: GPL-3.0-or-later
// A kubeconfig that somebody was sent: parsed, merged with itself, and each context resolved (files it names do not exist).
#include "kube/config/exec_credential.h"
#include "kube/config/kubeconfig.h"

#include <cstdlib>

using namespace sluice::kube;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    ExecPlugin plugin;
    plugin.apiVersion = QStringLiteral("client.authentication.k8s.io/v1");
    (void)parseExecCredential(bytes, plugin);

    const auto config = parseKubeconfig(bytes, QStringLiteral("/nonexistent/fuzz/config"));
    if (!config)
        return 0;
    const Kubeconfig merged = merge(*config, *config);
    if (merged.contexts.size() != config->contexts.size() || merged.users.size() != config->users.size())
        std::abort(); // the first file wins whole entries
    for (const KubeEntry<KubeContext> &context : config->contexts) {
        ConnectionOverrides overrides;
        overrides.context = context.name;
        overrides.proxies = {QStringLiteral("proxy:3128"), QStringLiteral("proxy:3128"),
                             QStringLiteral("10.0.0.0/8,.example.com")};
        const auto connection = resolveConnection(*config, overrides);
        if (connection && (connection->server.host().isEmpty() || connection->nameSpace.isEmpty()))
            std::abort();
    }
    return 0;
}
