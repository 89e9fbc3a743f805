// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"kube.not-an-object",
     QT_TRANSLATE_NOOP("Messages", "The answer holds no object where one is expected.")},
    {"kube.no-name", QT_TRANSLATE_NOOP("Messages", "The object has no name.")},
    {"kube.not-a-list", QT_TRANSLATE_NOOP("Messages", "The answer is not a list: %1")},
    {"kube.watch-type", QT_TRANSLATE_NOOP("Messages", "The watch sent an event of the unknown type “%1”.")},
    {"kube.other-kind", QT_TRANSLATE_NOOP("Messages", "This should be of kind %1 but is “%2”.")},
    {"kube.no-kind", QT_TRANSLATE_NOOP("Messages", "The object does not say its apiVersion and kind: %1")},
    {"kube.name-needed", QT_TRANSLATE_NOOP("Messages", "The %1 has no name. Add metadata.name.")},
    {"kube.namespace-needed",
     QT_TRANSLATE_NOOP("Messages", "%1 needs a namespace. Name one in the object or choose one.")},
    {"kube.server-url",
     QT_TRANSLATE_NOOP("Messages",
                       "The server address “%1” is not an http or https URL. Correct it in the kubeconfig.")},
    {"kube.proxy-url",
     QT_TRANSLATE_NOOP("Messages",
                       "The proxy “%1” is not an http or socks5 URL. Correct it in the kubeconfig.")},
    {"kube.proxy-https",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The proxy “%1” would be spoken to over TLS, which is not supported. Use its http:// or "
         "socks5:// address; the connection to the cluster through it is encrypted anyway.")},
    {"kube.config-no-map",
     QT_TRANSLATE_NOOP("Messages", "The kubeconfig is not a map of clusters, users and contexts.")},
    {"kube.config-text",
     QT_TRANSLATE_NOOP("Messages", "%1 in the kubeconfig must be text; put quotes around it.")},
    {"kube.config-bool", QT_TRANSLATE_NOOP("Messages", "%1 in the kubeconfig must be true or false.")},
    {"kube.config-list", QT_TRANSLATE_NOOP("Messages", "%1 in the kubeconfig must be a list.")},
    {"kube.config-map", QT_TRANSLATE_NOOP("Messages", "%1 in the kubeconfig must be a map.")},
    {"kube.config-base64",
     QT_TRANSLATE_NOOP("Messages", "%1 in the kubeconfig is not valid base64. Copy the whole value again.")},
    {"kube.not-pem",
     QT_TRANSLATE_NOOP("Messages", "%1 holds no PEM text. It should begin with “-----BEGIN”.")},
    {"kube.ca-and-insecure",
     QT_TRANSLATE_NOOP("Messages",
                       "The cluster names a certificate authority and also turns verification off. Remove "
                       "one of the two.")},
    {"kube.exec-command",
     QT_TRANSLATE_NOOP("Messages",
                       "The credential plugin of this user has no command. Add it in the kubeconfig.")},
    {"kube.interactive-mode",
     QT_TRANSLATE_NOOP("Messages",
                       "The credential plugin must say interactiveMode: Never, IfAvailable or Always.")},
    {"kube.certificate-pair",
     QT_TRANSLATE_NOOP("Messages",
                       "The user has a client certificate or a client key but not both. Add the other one.")},
    {"kube.token-and-password",
     QT_TRANSLATE_NOOP("Messages",
                       "The user has a token and also a user name with password. Remove one of the two.")},
    {"kube.no-context",
     QT_TRANSLATE_NOOP("Messages",
                       "No context is chosen. Name one, or set current-context in the kubeconfig.")},
    {"kube.unknown-context",
     QT_TRANSLATE_NOOP("Messages", "There is no context “%1”. The kubeconfig has: %2")},
    {"kube.unknown-cluster",
     QT_TRANSLATE_NOOP("Messages",
                       "The context names the cluster “%1”, which the kubeconfig does not have.")},
    {"kube.unknown-user",
     QT_TRANSLATE_NOOP("Messages", "The context names the user “%1”, which the kubeconfig does not have.")},
    {"kube.as-needed",
     QT_TRANSLATE_NOOP("Messages",
                       "Groups or a user ID to act as are given without the user name to act as. Add it.")},
};
}

std::span<const CatalogEntry> kubeMessages()
{
    return entries;
}

} // namespace sluice::text
