// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "kube/config/kubeconfig.h"
#include "yaml/document.h"

#include <QDir>
#include <QFileInfo>
#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::Json;
using base::Result;

namespace {

const Json &nothing()
{
    static const Json null;
    return null;
}

/// Reads members of known types out of one file and remembers the first that has another type, as client-go
/// refuses the file then.
class Reader {
public:
    explicit Reader(const QString &file)
        : m_file(file)
        , m_folder(QFileInfo(file).absolutePath())
    {
    }

    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

    /// \a place is what the error names: "users[ana]".
    QString text(const Json &from, const char *key, const QString &place)
    {
        const Json &value = member(from, key);
        if (value.is_null())
            return {};
        if (!value.is_string()) {
            mismatch(place, key, QStringLiteral("kube.config-text"));
            return {};
        }
        return QString::fromStdString(value.get_ref<const std::string &>());
    }
    bool truth(const Json &from, const char *key, const QString &place)
    {
        const Json &value = member(from, key);
        if (value.is_null())
            return false;
        if (!value.is_boolean()) {
            mismatch(place, key, QStringLiteral("kube.config-bool"));
            return false;
        }
        return value.get<bool>();
    }
    QByteArray base64(const Json &from, const char *key, const QString &place)
    {
        QByteArray encoded = text(from, key, place).toLatin1();
        encoded.removeIf([](char c) { return c == '\n' || c == '\r'; });
        if (encoded.isEmpty())
            return {};
        const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) {
            mismatch(place, key, QStringLiteral("kube.config-base64"));
            return {};
        }
        return *decoded;
    }
    /// Absolute; relative ones start at the folder of this file.
    QString path(const Json &from, const char *key, const QString &place)
    {
        const QString value = text(from, key, place);
        return value.isEmpty() ? value : absolute(value);
    }
    [[nodiscard]] QString absolute(const QString &path) const
    {
        return QDir::cleanPath(QDir(m_folder).absoluteFilePath(path));
    }
    const Json &list(const Json &from, const char *key, const QString &place)
    {
        const Json &value = member(from, key);
        if (value.is_null() || value.is_array())
            return value;
        mismatch(place, key, QStringLiteral("kube.config-list"));
        return nothing();
    }
    const Json &map(const Json &from, const char *key, const QString &place)
    {
        const Json &value = member(from, key);
        if (value.is_null() || value.is_object())
            return value;
        mismatch(place, key, QStringLiteral("kube.config-map"));
        return nothing();
    }
    QStringList texts(const Json &from, const char *key, const QString &place)
    {
        QStringList result;
        for (const Json &value : list(from, key, place)) {
            if (value.is_string())
                result.append(QString::fromStdString(value.get_ref<const std::string &>()));
            else
                mismatch(place, key, QStringLiteral("kube.config-text"));
        }
        return result;
    }
    void mismatch(const QString &place, const char *key, const QString &id)
    {
        if (m_error)
            return;
        const QString field =
            place.isEmpty() ? QString::fromLatin1(key) : place + QLatin1Char('.') + QLatin1String(key);
        m_error = base::DecodeError{m_file, 0, 0, {id, {field}}};
    }

private:
    static const Json &member(const Json &from, const char *key)
    {
        const Json *value = base::find(from, {key});
        return value ? *value : nothing();
    }

    QString m_file;
    QString m_folder;
    std::optional<base::Error> m_error;
};

KubeCluster readCluster(Reader &reader, const Json &from, const QString &place)
{
    KubeCluster cluster;
    cluster.server = reader.text(from, "server", place);
    cluster.tlsServerName = reader.text(from, "tls-server-name", place);
    cluster.insecureSkipTlsVerify = reader.truth(from, "insecure-skip-tls-verify", place);
    cluster.certificateAuthority = reader.path(from, "certificate-authority", place);
    cluster.certificateAuthorityData = reader.base64(from, "certificate-authority-data", place);
    cluster.proxyUrl = reader.text(from, "proxy-url", place);
    cluster.disableCompression = reader.truth(from, "disable-compression", place);
    for (const Json &extension : reader.list(from, "extensions", place)) {
        if (base::stringAt(extension, "name") != QLatin1String("client.authentication.k8s.io/exec"))
            continue;
        if (const Json *config = base::find(extension, {"extension"}))
            cluster.execExtensionJson = QByteArray::fromStdString(base::dump(*config));
    }
    return cluster;
}

ExecPlugin readExec(Reader &reader, const Json &from, const QString &place)
{
    ExecPlugin exec;
    exec.apiVersion = reader.text(from, "apiVersion", place);
    exec.command = reader.text(from, "command", place);
    if (exec.command.contains(QLatin1Char('/')))
        exec.command = reader.absolute(exec.command);
    exec.arguments = reader.texts(from, "args", place);
    for (const Json &entry : reader.list(from, "env", place)) {
        exec.environment.emplace_back(reader.text(entry, "name", place + QStringLiteral(".env")),
                                      reader.text(entry, "value", place + QStringLiteral(".env")));
    }
    exec.installHint = reader.text(from, "installHint", place);
    exec.provideClusterInfo = reader.truth(from, "provideClusterInfo", place);
    return exec;
}

KubeUser readUser(Reader &reader, const Json &from, const QString &place)
{
    KubeUser user;
    user.clientCertificate = reader.path(from, "client-certificate", place);
    user.clientCertificateData = reader.base64(from, "client-certificate-data", place);
    user.clientKey = reader.path(from, "client-key", place);
    user.clientKeyData = reader.base64(from, "client-key-data", place);
    user.token = reader.text(from, "token", place).toUtf8();
    user.tokenFile = reader.path(from, "tokenFile", place);
    user.username = reader.text(from, "username", place);
    user.password = reader.text(from, "password", place);
    user.impersonate.user = reader.text(from, "as", place);
    user.impersonate.uid = reader.text(from, "as-uid", place);
    user.impersonate.groups = reader.texts(from, "as-groups", place);
    const Json &extra = reader.map(from, "as-user-extra", place);
    if (extra.is_object()) {
        for (const auto &[key, values] : extra.items())
            user.impersonate.extra.insert(QString::fromStdString(key),
                                          reader.texts(extra, key.c_str(), place));
    }
    if (const Json &exec = reader.map(from, "exec", place); exec.is_object()) {
        const QString execPlace = place + QStringLiteral(".exec");
        user.exec = readExec(reader, exec, execPlace);
        user.execInteractiveMode = reader.text(exec, "interactiveMode", execPlace);
    }
    if (const Json &provider = reader.map(from, "auth-provider", place); provider.is_object())
        user.authProvider = reader.text(provider, "name", place + QStringLiteral(".auth-provider"));
    return user;
}

KubeContext readContext(Reader &reader, const Json &from, const QString &place)
{
    return {reader.text(from, "cluster", place), reader.text(from, "user", place),
            reader.text(from, "namespace", place)};
}

/// The entries of a list of {name, <member>: {...}}. Of two with one name in one file the last counts (client-go
/// turns the list into a map).
template <typename T, typename Read>
std::vector<KubeEntry<T>> readEntries(Reader &reader, const Json &root, const char *listName,
                                      const char *memberName, const QString &file, Read read)
{
    std::vector<KubeEntry<T>> entries;
    for (const Json &entry : reader.list(root, listName, {})) {
        const QString name = reader.text(entry, "name", QString::fromLatin1(listName));
        const QString place = QStringLiteral("%1[%2]").arg(QLatin1String(listName), name);
        const Json &member = reader.map(entry, memberName, place);
        KubeEntry<T> parsed{name, file, read(reader, member, place)};
        const auto same =
            std::ranges::find_if(entries, [&](const KubeEntry<T> &e) { return e.name == name; });
        if (same != entries.end())
            *same = std::move(parsed);
        else
            entries.push_back(std::move(parsed));
    }
    return entries;
}

} // namespace

Result<Kubeconfig> parseKubeconfig(const QByteArray &bytes, const QString &file)
{
    const Result<Json> root = yaml::parseValue(bytes, file);
    if (!root)
        return tl::unexpected(root.error());
    Kubeconfig config;
    config.files = {file};
    if (root->is_null())
        return config;
    if (!root->is_object())
        return base::fail(base::DecodeError{file, 1, 1, {QStringLiteral("kube.config-no-map"), {}}});
    Reader reader(file);
    const QString kind = reader.text(*root, "kind", {});
    if (!kind.isEmpty() && kind != QLatin1String("Config"))
        return base::fail(base::DecodeError{
            file, 0, 0, {QStringLiteral("kube.other-kind"), {QStringLiteral("Config"), kind}}});
    config.clusters = readEntries<KubeCluster>(reader, *root, "clusters", "cluster", file, readCluster);
    config.users = readEntries<KubeUser>(reader, *root, "users", "user", file, readUser);
    config.contexts = readEntries<KubeContext>(reader, *root, "contexts", "context", file, readContext);
    config.currentContext = reader.text(*root, "current-context", {});
    if (reader.error())
        return tl::unexpected(*reader.error());
    return config;
}

} // namespace sluice::kube
