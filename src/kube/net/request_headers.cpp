// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/request_headers.h"

#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
#include <QHttpHeaders>
#endif

namespace sluice::kube {

namespace {
QByteArray clean(QByteArray text)
{
    text.removeIf([](char c) { return uchar(c) < 0x20 || c == 0x7f; });
    return text;
}
} // namespace

void setHeaders(QNetworkRequest &request, const Headers &headers)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    QHttpHeaders fields;
    for (const auto &[name, value] : headers.fields())
        fields.append(clean(name), clean(value));
    request.setHeaders(std::move(fields));
#else
    // Before 6.7 a request holds one value a name and writes it as it is; further fields of the name travel in it.
    QList<QByteArray> done;
    for (const auto &[name, value] : headers.fields()) {
        const QByteArray key = clean(name);
        if (done.contains(key.toLower()))
            continue;
        done.append(key.toLower());
        QByteArray joined;
        for (const QByteArray &one : headers.values(name))
            joined += (joined.isEmpty() ? QByteArray() : QByteArray("\r\n" + key + ": ")) + clean(one);
        request.setRawHeader(key, joined);
    }
#endif
}

} // namespace sluice::kube
