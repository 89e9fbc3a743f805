// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/status.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::ApiStatus;
using base::Json;

namespace {
constexpr qsizetype maxPlainMessage = 2048;
}

bool isFailureStatus(const Json &object)
{
    return base::stringAt(object, "kind") == QLatin1String("Status")
        && base::stringAt(object, "status") == QLatin1String("Failure");
}

ApiStatus statusFromJson(const Json &status, int httpCode)
{
    ApiStatus result;
    result.code = int(base::intAt(status, "code", httpCode));
    result.reason = base::stringAt(status, "reason");
    result.message = base::stringAt(status, "message");
    result.name = base::stringAt(status, "details.name");
    result.kind = base::stringAt(status, "details.kind");
    if (const Json *causes = base::at(status, "details.causes"); causes && causes->is_array()) {
        for (const Json &cause : *causes) {
            result.causes.push_back({base::stringAt(cause, "reason"), base::stringAt(cause, "message"),
                                     base::stringAt(cause, "field")});
        }
    }
    if (const qint64 seconds = base::intAt(status, "details.retryAfterSeconds"); seconds > 0)
        result.retryAfterSeconds = int(std::min<qint64>(seconds, 24 * 3600));
    return result;
}

ApiStatus statusFromResponse(int httpCode, const Headers &headers, const QByteArray &body)
{
    ApiStatus result;
    const base::Result<Json> json = base::parseJson({body.constData(), size_t(body.size())}, {});
    if (json && base::stringAt(*json, "kind") == QLatin1String("Status")) {
        result = statusFromJson(*json, httpCode);
    } else {
        result.code = httpCode;
        result.message = QString::fromUtf8(body.left(maxPlainMessage)).trimmed();
    }
    bool ok = false;
    const int seconds = headers.value("Retry-After").trimmed().toInt(&ok);
    if (ok && seconds >= 0)
        result.retryAfterSeconds = seconds;
    return result;
}

} // namespace sluice::kube
