// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/config/exec_credential.h"

#include "base/json.h"
#include "kube/core/object_meta.h"

#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::AuthError;
using base::fail;
using base::Json;
using base::Result;

QByteArray execInfo(const ExecPlugin &plugin)
{
    Json info = Json::object();
    info["apiVersion"] = plugin.apiVersion.toStdString();
    info["kind"] = "ExecCredential";
    info["spec"]["interactive"] = false;
    const QByteArray &cluster = plugin.clusterInfoJson;
    if (!cluster.isEmpty()) {
        if (Result<Json> parsed = base::parseJson({cluster.constData(), size_t(cluster.size())}, {}))
            info["spec"]["cluster"] = std::move(*parsed);
    }
    return QByteArray::fromStdString(base::dump(info));
}

Result<ExecCredential> parseExecCredential(const QByteArray &output, const ExecPlugin &plugin)
{
    const auto failed = [&](const QString &detail) {
        return fail(AuthError{AuthError::Kind::PluginFailed, plugin.command, detail});
    };
    const Result<Json> json = base::parseJson({output.constData(), size_t(output.size())}, plugin.command);
    if (!json || !json->is_object())
        return failed(QStringLiteral("ExecCredential: JSON?"));
    const QString kind = base::stringAt(*json, "kind");
    if (kind != QLatin1String("ExecCredential"))
        return failed(QStringLiteral("kind \"%1\"").arg(kind.left(64)));
    const QString version = base::stringAt(*json, "apiVersion");
    if (version != plugin.apiVersion)
        return fail(AuthError{AuthError::Kind::PluginUnsupported, plugin.command, version.left(64)});
    const QString token = base::stringAt(*json, "status.token");
    const QString certificate = base::stringAt(*json, "status.clientCertificateData");
    const QString key = base::stringAt(*json, "status.clientKeyData");
    if (certificate.isEmpty() != key.isEmpty())
        return failed(QStringLiteral("status.clientCertificateData + status.clientKeyData"));
    if (token.isEmpty() && certificate.isEmpty())
        return failed(QStringLiteral("status.token"));
    ExecCredential result;
    if (!token.isEmpty())
        result.credential.authorization = "Bearer " + token.toUtf8();
    if (!certificate.isEmpty())
        result.credential.certificate = ClientCertificate{certificate.toUtf8(), key.toUtf8()};
    const QString expires = base::stringAt(*json, "status.expirationTimestamp");
    if (!expires.isEmpty()) {
        result.expires = parseTime(expires);
        if (result.expires.isNull())
            return failed(QStringLiteral("status.expirationTimestamp"));
    }
    return result;
}

} // namespace sluice::kube
