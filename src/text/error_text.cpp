// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"

#include "base/overloaded.h"
#include "text/catalog.h"
#include "text/fill.h"
#include "text/visible_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sluice::text {

namespace {

using base::ApiStatus;
using base::AuthError;
using base::ConflictError;
using base::DecodeError;
using base::FileError;
using base::TimeoutError;
using base::TlsError;
using base::TransportError;
using base::ValidationError;

// The switches below have no default, so that the compiler asks for a key when a kind is added.

const char *key(TransportError::Kind kind)
{
    switch (kind) {
    case TransportError::Kind::Refused:
        return "transport.refused";
    case TransportError::Kind::HostNotFound:
        return "transport.host-not-found";
    case TransportError::Kind::ConnectionLost:
        return "transport.connection-lost";
    case TransportError::Kind::Proxy:
        return "transport.proxy";
    case TransportError::Kind::Protocol:
        return "transport.protocol";
    case TransportError::Kind::Other:
        break;
    }
    return "transport.other";
}

const char *key(TlsError::Kind kind)
{
    switch (kind) {
    case TlsError::Kind::Untrusted:
        return "tls.untrusted";
    case TlsError::Kind::HostMismatch:
        return "tls.host-mismatch";
    case TlsError::Kind::Expired:
        return "tls.expired";
    case TlsError::Kind::NotYetValid:
        return "tls.not-yet-valid";
    case TlsError::Kind::ClientCertificate:
        return "tls.client-certificate";
    case TlsError::Kind::Handshake:
        break;
    }
    return "tls.handshake";
}

const char *key(AuthError::Kind kind)
{
    switch (kind) {
    case AuthError::Kind::PluginMissing:
        return "auth.plugin-missing";
    case AuthError::Kind::PluginFailed:
        return "auth.plugin-failed";
    case AuthError::Kind::PluginUnsupported:
        return "auth.plugin-unsupported";
    case AuthError::Kind::ConsentNeeded:
        return "auth.consent-needed";
    case AuthError::Kind::TokenFile:
        return "auth.token-file";
    case AuthError::Kind::Expired:
        return "auth.expired";
    case AuthError::Kind::Unauthorized:
        break;
    }
    return "auth.unauthorized";
}

const char *key(FileError::Kind kind)
{
    switch (kind) {
    case FileError::Kind::NotFound:
        return "file.not-found";
    case FileError::Kind::Permission:
        return "file.permission";
    case FileError::Kind::NoSpace:
        return "file.no-space";
    case FileError::Kind::ReadOnly:
        return "file.read-only";
    case FileError::Kind::ChangedOnDisk:
        return "file.changed-on-disk";
    case FileError::Kind::TooLarge:
        return "file.too-large";
    case FileError::Kind::NotAFile:
        return "file.not-a-file";
    case FileError::Kind::Exists:
        return "file.exists";
    case FileError::Kind::Outside:
        return "file.outside";
    case FileError::Kind::Other:
        break;
    }
    return "file.other";
}

const char *key(const ApiStatus &status)
{
    if (status.isUnauthorized())
        return "api.unauthorized";
    if (status.isForbidden())
        return "api.forbidden";
    if (status.isNotFound())
        return "api.not-found";
    if (status.isAlreadyExists())
        return "api.already-exists";
    if (status.isFieldManagerConflict())
        return "api.manager-conflict";
    if (status.isConflict())
        return "api.conflict";
    if (status.isInvalid())
        return "api.invalid";
    if (status.isGone())
        return "api.gone";
    if (status.isTooManyRequests())
        return "api.too-many-requests";
    if (status.code == 400)
        return "api.bad-request";
    if (status.code == 405 || status.code == 406 || status.code == 415)
        return "api.unsupported";
    return status.code >= 500 ? "api.server" : "api.other";
}

QString orElse(const QString &name, const char *unnamed)
{
    return name.isEmpty() ? QCoreApplication::translate("Errors", unnamed) : visibleText(name);
}

QString place(const QString &source, int line, int column)
{
    QString text = source;
    if (!source.isEmpty() && line > 0) {
        text += QStringLiteral(":%1").arg(line);
        if (column > 0)
            text += QStringLiteral(":%1").arg(column);
    }
    return text;
}

/// "Service python-api-base", from what the server's Status names.
QString objectOf(const ApiStatus &status)
{
    return QStringList{status.kind, status.name}.join(QLatin1Char(' ')).trimmed();
}

/// The server's message and its causes, each on its line.
QString saidBy(const ApiStatus &status)
{
    QStringList lines;
    if (!status.message.isEmpty())
        lines.append(status.message);
    for (const base::ApiCause &cause : status.causes) {
        // The message of a refused object repeats its causes.
        if (status.message.contains(cause.message) && status.message.contains(cause.field))
            continue;
        lines.append(cause.field.isEmpty() ? cause.message
                                           : cause.field + QStringLiteral(": ") + cause.message);
    }
    return lines.join(QLatin1Char('\n'));
}

QString ownersOf(const ConflictError &conflict)
{
    QStringList lines;
    for (const ConflictError::Owner &owner : conflict.owners)
        lines.append(owner.manager + QStringLiteral(": ") + owner.fields.join(QStringLiteral(", ")));
    return lines.join(QLatin1Char('\n'));
}

QString span(int milliseconds)
{
    const QLocale locale;
    return milliseconds < 1000
        ? QCoreApplication::translate("Errors", "%1 ms").arg(locale.toString(milliseconds))
        : QCoreApplication::translate("Errors", "%1 s").arg(locale.toString(milliseconds / 1000.0, 'g', 6));
}

/// What goes into a row's templates and beside them.
struct Parts {
    QStringList arguments;
    base::Message what{}; ///< the cause, where the error carries one
    QString said{}; ///< the words of others
};

Parts partsOf(const base::Error &error)
{
    constexpr char server[] = QT_TRANSLATE_NOOP("Errors", "the server");
    constexpr char user[] = QT_TRANSLATE_NOOP("Errors", "the current user");
    constexpr char object[] = QT_TRANSLATE_NOOP("Errors", "the object");
    constexpr char input[] = QT_TRANSLATE_NOOP("Errors", "the text");
    constexpr char value[] = QT_TRANSLATE_NOOP("Errors", "the value");
    constexpr char file[] = QT_TRANSLATE_NOOP("Errors", "the file");
    constexpr char answer[] = QT_TRANSLATE_NOOP("Errors", "the request");
    return std::visit(
        base::Overloaded{
            [&](const TransportError &e) {
                return Parts{.arguments = {orElse(e.host, server)}, .said = e.detail};
            },
            [&](const TlsError &e) { return Parts{.arguments = {orElse(e.host, server)}, .said = e.detail}; },
            [&](const AuthError &e) {
                return Parts{.arguments = {orElse(e.subject, user)}, .said = e.detail};
            },
            [&](const ApiStatus &e) {
                return Parts{.arguments = {orElse(objectOf(e), object), QString::number(e.code)},
                             .said = saidBy(e)};
            },
            [&](const DecodeError &e) {
                return Parts{.arguments = {orElse(place(e.source, e.line, e.column), input)}, .what = e.what};
            },
            [&](const ValidationError &e) {
                const QString where = place(e.source, e.line, 0);
                const QString both = e.field.isEmpty() || where.isEmpty()
                    ? e.field + where
                    : QStringLiteral("%1 (%2)").arg(e.field, where);
                return Parts{.arguments = {orElse(both, value)}, .what = e.what};
            },
            [&](const ConflictError &e) {
                return Parts{.arguments = {orElse(e.object, object)}, .what = e.what, .said = ownersOf(e)};
            },
            [&](const FileError &e) { return Parts{.arguments = {orElse(e.path, file)}, .said = e.detail}; },
            [&](const base::Cancelled &) { return Parts{}; },
            [&](const TimeoutError &e) {
                return Parts{.arguments = {orElse(e.what, answer), span(e.milliseconds)}};
            },
        },
        error.value());
}

const ErrorRow &rowOf(const base::Error &error)
{
    const QLatin1String wanted(errorKey(error));
    const auto table = errorTable();
    const auto row =
        std::ranges::find_if(table, [&](const ErrorRow &r) { return wanted == QLatin1String(r.key); });
    return row != table.end() ? *row : table.back();
}

QString translated(const char *pattern, const QStringList &arguments)
{
    return fill(QCoreApplication::translate("Errors", pattern), arguments);
}

} // namespace

const char *errorKey(const base::Error &error)
{
    return std::visit(
        base::Overloaded{
            [](const TransportError &e) { return key(e.kind); },
            [](const TlsError &e) { return key(e.kind); },
            [](const AuthError &e) { return key(e.kind); },
            [](const ApiStatus &e) { return key(e); },
            [](const DecodeError &) { return "decode"; },
            [](const ValidationError &) { return "validation"; },
            [](const ConflictError &e) { return e.owners.empty() ? "conflict.changed" : "conflict.owned"; },
            [](const FileError &e) { return key(e.kind); },
            [](const base::Cancelled &) { return "cancelled"; },
            [](const TimeoutError &) { return "timeout"; },
        },
        error.value());
}

ErrorText describe(const base::Error &error)
{
    const ErrorRow &row = rowOf(error);
    const Parts parts = partsOf(error);
    return {translated(row.title, parts.arguments),
            row.cause ? translated(row.cause, parts.arguments) : words(parts.what), visibleText(parts.said),
            translated(row.nextStep, parts.arguments), QString::fromLatin1(row.actionId)};
}

} // namespace sluice::text
