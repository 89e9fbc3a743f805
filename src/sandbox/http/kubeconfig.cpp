// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/kubeconfig.h"

#include "sandbox/http/cluster_types.h"

namespace sluice::sandbox {

QByteArray kubeconfigFor(const Endpoint &endpoint)
{
    struct Entry {
        QByteArray context;
        QByteArray user;
        QByteArray token;
    };
    const Entry entries[] = {
        {"sandbox", "sandbox-admin", endpoint.token.toUtf8()},
        {"sandbox-developer", "dev", endpoint.developerToken.toUtf8()},
        {"sandbox-viewer", "viewer", endpoint.viewerToken.toUtf8()},
    };
    // All values are base64, a URL or fixed words; only a token could be read as something else than a string.
    QByteArray text = "apiVersion: v1\nkind: Config\nclusters:\n- name: sandbox\n  cluster:\n    server: "
        + endpoint.url.toUtf8() + "\n    certificate-authority-data: " + endpoint.caPem.toBase64()
        + "\ncontexts:\n";
    for (const Entry &entry : entries) {
        text += "- name: " + entry.context + "\n  context:\n    cluster: sandbox\n    user: " + entry.user
            + "\n    namespace: default\n";
    }
    text += "current-context: sandbox\nusers:\n";
    for (const Entry &entry : entries)
        text += "- name: " + entry.user + "\n  user:\n    token: \"" + entry.token + "\"\n";
    text += "preferences: {}\n";
    return text;
}

} // namespace sluice::sandbox
