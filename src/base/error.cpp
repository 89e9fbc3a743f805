// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include "base/overloaded.h"

namespace sluice::base {

bool ApiStatus::isFieldManagerConflict() const
{
    if (code != 409)
        return false;
    for (const ApiCause &cause : causes) {
        if (cause.reason == QLatin1String("FieldManagerConflict"))
            return true;
    }
    return false;
}

namespace {

QString place(const QString &source, int line, int column)
{
    QString text = source;
    if (line > 0)
        text += QStringLiteral(":%1").arg(line);
    if (column > 0)
        text += QStringLiteral(":%1").arg(column);
    return text;
}

QString words(const Message &message)
{
    if (message.arguments.isEmpty())
        return message.id;
    return message.id + QStringLiteral(" [") + message.arguments.join(QStringLiteral(", "))
        + QLatin1Char(']');
}

} // namespace

QString debugText(const Error &error)
{
    return std::visit(
        Overloaded{
            [](const TransportError &e) { return QStringLiteral("transport %1: %2").arg(e.host, e.detail); },
            [](const TlsError &e) { return QStringLiteral("tls %1: %2").arg(e.host, e.detail); },
            [](const AuthError &e) { return QStringLiteral("auth %1: %2").arg(e.subject, e.detail); },
            [](const ApiStatus &e) {
                return QStringLiteral("api %1 %2: %3").arg(e.code).arg(e.reason, e.message);
            },
            [](const DecodeError &e) {
                return QStringLiteral("decode %1: %2").arg(place(e.source, e.line, e.column), words(e.what));
            },
            [](const ValidationError &e) {
                return QStringLiteral("invalid %1 %2: %3")
                    .arg(place(e.source, e.line, 0), e.field, words(e.what));
            },
            [](const ConflictError &e) {
                return QStringLiteral("conflict %1: %2").arg(e.object, words(e.what));
            },
            [](const FileError &e) {
                return QStringLiteral("file %1: kind %2 %3").arg(e.path).arg(int(e.kind)).arg(e.detail);
            },
            [](const Cancelled &) { return QStringLiteral("cancelled"); },
            [](const TimeoutError &e) {
                return QStringLiteral("timeout %1: %2 ms").arg(e.what).arg(e.milliseconds);
            },
        },
        error.value());
}

} // namespace sluice::base
