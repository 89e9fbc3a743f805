// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

namespace sluice::base {

/// A text by its id with the values to put in. src/text holds the English and its translations.
struct Message {
    QString id;
    QStringList arguments;
    bool operator==(const Message &) const = default;
};

/// The network did not carry the request or its answer.
struct TransportError {
    enum class Kind { Refused, HostNotFound, ConnectionLost, Proxy, Protocol, Other };
    Kind kind = Kind::Other;
    QString host; ///< host:port
    QString detail; ///< what the network layer said
    bool operator==(const TransportError &) const = default;
};

/// TLS could not be established with the server.
struct TlsError {
    enum class Kind { Untrusted, HostMismatch, Expired, NotYetValid, ClientCertificate, Handshake };
    Kind kind = Kind::Handshake;
    QString host;
    QString detail;
    bool operator==(const TlsError &) const = default;
};

/// Credentials are missing, refused or could not be obtained.
struct AuthError {
    enum class Kind {
        Unauthorized,
        PluginMissing,
        PluginFailed,
        PluginUnsupported,
        ConsentNeeded,
        TokenFile,
        Expired
    };
    Kind kind = Kind::Unauthorized;
    QString subject; ///< user entry, plugin command or token file
    QString detail; ///< what the plugin or the server said; never a credential
    bool operator==(const AuthError &) const = default;
};

/// One entry of a Kubernetes Status' details.causes.
struct ApiCause {
    QString reason;
    QString message;
    QString field;
    bool operator==(const ApiCause &) const = default;
};

/// A Kubernetes Status with status "Failure", as the server sent it.
struct ApiStatus {
    int code = 0; ///< HTTP status
    QString reason; ///< "NotFound", "Conflict"...; empty when the body was not a Status
    QString message; ///< as sent, untranslated
    QString name; ///< details.name
    QString kind; ///< details.kind
    std::vector<ApiCause> causes;
    std::optional<int> retryAfterSeconds; ///< from Retry-After or details

    [[nodiscard]] bool isNotFound() const { return code == 404; }
    [[nodiscard]] bool isForbidden() const { return code == 403; }
    [[nodiscard]] bool isUnauthorized() const { return code == 401; }
    [[nodiscard]] bool isInvalid() const { return code == 422; }
    [[nodiscard]] bool isGone() const { return code == 410; }
    [[nodiscard]] bool isTooManyRequests() const { return code == 429; }
    [[nodiscard]] bool isAlreadyExists() const
    {
        return code == 409 && reason == QLatin1String("AlreadyExists");
    }
    [[nodiscard]] bool isConflict() const { return code == 409 && !isAlreadyExists(); }
    /// True for a server-side apply conflict, whose causes name the other field managers.
    [[nodiscard]] bool isFieldManagerConflict() const;
    bool operator==(const ApiStatus &) const = default;
};

/// A text that is not what its format promises. line and column count from 1; 0 when unknown.
struct DecodeError {
    QString source; ///< file, URL or what was being decoded
    int line = 0;
    int column = 0;
    Message what;
    bool operator==(const DecodeError &) const = default;
};

/// A value that is not acceptable, found by us before anything was sent.
struct ValidationError {
    QString source; ///< file; may be empty
    int line = 0; ///< from 1; 0 when unknown
    QString field; ///< "spec.template.spec.containers[0].image", or a flag or setting
    Message what;
    bool operator==(const ValidationError &) const = default;
};

/// Somebody else holds what was to be written.
struct ConflictError {
    struct Owner {
        QString manager;
        QStringList fields;
        bool operator==(const Owner &) const = default;
    };
    QString object; ///< "Service my-api/python-api-base"
    std::vector<Owner> owners; ///< empty when only the version had moved
    Message what;
    bool operator==(const ConflictError &) const = default;
};

/// A file or folder could not be read or written.
struct FileError {
    enum class Kind {
        NotFound,
        Permission,
        NoSpace,
        ReadOnly,
        ChangedOnDisk,
        TooLarge,
        NotAFile,
        Exists,
        Outside,
        Other
    };
    Kind kind = Kind::Other;
    QString path;
    QString detail; ///< what the system said
    bool operator==(const FileError &) const = default;
};

struct Cancelled {
    bool operator==(const Cancelled &) const = default;
};

struct TimeoutError {
    QString what; ///< what was waited for
    int milliseconds = 0;
    bool operator==(const TimeoutError &) const = default;
};

/// Why something did not work. Closed: src/text has a row for each alternative and kind.
class Error {
public:
    using Value = std::variant<TransportError, TlsError, AuthError, ApiStatus, DecodeError, ValidationError,
                               ConflictError, FileError, Cancelled, TimeoutError>;

    template <typename T>
        requires std::is_constructible_v<Value, T> && (!std::is_same_v<std::decay_t<T>, Error>)
    Error(T value) // NOLINT(google-explicit-constructor): alternatives convert
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] const Value &value() const { return m_value; }
    template <typename T> [[nodiscard]] const T *get_if() const { return std::get_if<T>(&m_value); }
    template <typename T> [[nodiscard]] bool is() const { return std::holds_alternative<T>(m_value); }
    [[nodiscard]] const ApiStatus *api() const { return std::get_if<ApiStatus>(&m_value); }
    [[nodiscard]] bool isCancelled() const { return is<Cancelled>(); }
    bool operator==(const Error &) const = default;

private:
    Value m_value;
};

/// One untranslated line for logs and test output; people get src/text's words.
[[nodiscard]] QString debugText(const Error &error);

} // namespace sluice::base
