// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/exchange.h"

#include "base/json.h"

#include <QByteArrayView>

namespace sluice::sandbox {

std::string_view WireRequest::header(std::string_view name) const
{
    for (const auto &[key, value] : headers) {
        if (QByteArrayView(key).compare(QByteArrayView(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

WireResponse statusResponse(int code, std::string_view reason, std::string_view message)
{
    const base::Json status{{"kind", "Status"},    {"apiVersion", "v1"}, {"metadata", base::Json::object()},
                            {"status", "Failure"}, {"message", message}, {"reason", reason},
                            {"code", code}};
    return {code, {{"Content-Type", "application/json"}}, base::dump(status) + "\n", nullptr, std::nullopt};
}

} // namespace sluice::sandbox
