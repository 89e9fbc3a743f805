// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/request.h"

#include <QUrl>

namespace sluice::kube {

namespace {

bool sameName(const QByteArray &a, const QByteArray &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QString segment(const QString &text)
{
    // A name of dots alone would be normalised away by whoever reads the URL.
    if (text == QLatin1String(".") || text == QLatin1String(".."))
        return QString(text).replace(QLatin1Char('.'), QLatin1String("%2E"));
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

void Headers::set(const QByteArray &name, QByteArray value)
{
    std::erase_if(m_fields, [&](const auto &field) { return sameName(field.first, name); });
    m_fields.emplace_back(name, std::move(value));
}

QByteArray Headers::value(const QByteArray &name) const
{
    for (const auto &[key, value] : m_fields) {
        if (sameName(key, name))
            return value;
    }
    return {};
}

std::vector<QByteArray> Headers::values(const QByteArray &name) const
{
    std::vector<QByteArray> found;
    for (const auto &[key, value] : m_fields) {
        if (sameName(key, name))
            found.push_back(value);
    }
    return found;
}

QString Request::queryValue(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QByteArray Request::target() const
{
    QByteArray text = path.toLatin1();
    char separator = '?';
    for (const auto &[key, value] : query) {
        text += separator;
        text += QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return text;
}

namespace requests {

namespace {

const QByteArray json = QByteArrayLiteral("application/json");

void accept(Request &request)
{
    request.headers.set("Accept", json);
}

void setBody(Request &request, QByteArray body, const QByteArray &contentType)
{
    request.body = std::move(body);
    request.headers.set("Content-Type", contentType);
}

void addUnlessEmpty(Request &request, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        request.addQuery(name, value);
}

QString subresourceName(Subresource subresource)
{
    switch (subresource) {
    case Subresource::Status:
        return QStringLiteral("status");
    case Subresource::Scale:
        return QStringLiteral("scale");
    case Subresource::None:
        break;
    }
    return {};
}

void addWriteQuery(Request &request, const WriteOptions &options)
{
    addUnlessEmpty(request, QStringLiteral("fieldManager"), options.fieldManager);
    if (options.dryRun)
        request.addQuery(QStringLiteral("dryRun"), QStringLiteral("All"));
    switch (options.fieldValidation) {
    case FieldValidation::ServerDefault:
        break;
    case FieldValidation::Ignore:
        request.addQuery(QStringLiteral("fieldValidation"), QStringLiteral("Ignore"));
        break;
    case FieldValidation::Warn:
        request.addQuery(QStringLiteral("fieldValidation"), QStringLiteral("Warn"));
        break;
    case FieldValidation::Strict:
        request.addQuery(QStringLiteral("fieldValidation"), QStringLiteral("Strict"));
        break;
    }
}

Request write(const QByteArray &method, const ApiResource &resource, const QString &nameSpace,
              const QString &name, QByteArray body, const QByteArray &contentType,
              const WriteOptions &options)
{
    Request request;
    request.method = method;
    request.path = resourcePath(resource, nameSpace, name, subresourceName(options.subresource));
    accept(request);
    setBody(request, std::move(body), contentType);
    addWriteQuery(request, options);
    return request;
}

QByteArray deleteBody(const DeleteOptions &options)
{
    // Written out: the members are few and fixed, and need no JSON tree.
    QByteArray body = R"({"apiVersion":"v1","kind":"DeleteOptions")";
    switch (options.propagation) {
    case Propagation::ServerDefault:
        break;
    case Propagation::Background:
        body += R"(,"propagationPolicy":"Background")";
        break;
    case Propagation::Foreground:
        body += R"(,"propagationPolicy":"Foreground")";
        break;
    case Propagation::Orphan:
        body += R"(,"propagationPolicy":"Orphan")";
        break;
    }
    if (options.gracePeriodSeconds)
        body += R"(,"gracePeriodSeconds":)" + QByteArray::number(*options.gracePeriodSeconds);
    if (options.dryRun)
        body += R"(,"dryRun":["All"])";
    // uid and resourceVersion come from a server and hold no character that JSON escapes; others are dropped.
    const auto plain = [](QString text) {
        text.removeIf(
            [](QChar c) { return c.unicode() < 0x20 || c.unicode() > 0x7e || c == u'"' || c == u'\\'; });
        return text.toLatin1();
    };
    QByteArrayList preconditions;
    if (!options.preconditionUid.isEmpty())
        preconditions.append("\"uid\":\"" + plain(options.preconditionUid) + '"');
    if (!options.preconditionResourceVersion.isEmpty())
        preconditions.append("\"resourceVersion\":\"" + plain(options.preconditionResourceVersion) + '"');
    if (!preconditions.isEmpty())
        body += R"(,"preconditions":{)" + preconditions.join(',') + '}';
    return body + '}';
}

} // namespace

QString resourcePath(const ApiResource &resource, const QString &nameSpace, const QString &name,
                     const QString &subresource)
{
    QString path = resource.gvr.group.isEmpty() ? QStringLiteral("/api/") + segment(resource.gvr.version)
                                                : QStringLiteral("/apis/") + segment(resource.gvr.group)
            + QLatin1Char('/') + segment(resource.gvr.version);
    if (resource.namespaced && !nameSpace.isEmpty())
        path += QStringLiteral("/namespaces/") + segment(nameSpace);
    path += QLatin1Char('/') + segment(resource.gvr.resource);
    if (!name.isEmpty())
        path += QLatin1Char('/') + segment(name);
    if (!subresource.isEmpty())
        path += QLatin1Char('/') + segment(subresource);
    return path;
}

Request get(const ApiResource &resource, const QString &nameSpace, const QString &name)
{
    Request request;
    request.path = resourcePath(resource, nameSpace, name);
    accept(request);
    return request;
}

Request list(const ApiResource &resource, const QString &nameSpace, const ListOptions &options)
{
    Request request;
    request.path = resourcePath(resource, nameSpace);
    accept(request);
    addUnlessEmpty(request, QStringLiteral("labelSelector"), options.labelSelector);
    addUnlessEmpty(request, QStringLiteral("fieldSelector"), options.fieldSelector);
    if (options.limit > 0)
        request.addQuery(QStringLiteral("limit"), QString::number(options.limit));
    if (!options.continueToken.isEmpty()) {
        // The token holds the version; naming one beside it is an error.
        request.addQuery(QStringLiteral("continue"), options.continueToken);
        return request;
    }
    addUnlessEmpty(request, QStringLiteral("resourceVersion"), options.resourceVersion);
    if (!options.resourceVersion.isEmpty())
        addUnlessEmpty(request, QStringLiteral("resourceVersionMatch"), options.resourceVersionMatch);
    return request;
}

Request watch(const ApiResource &resource, const QString &nameSpace, const WatchOptions &options)
{
    Request request;
    request.path = resourcePath(resource, nameSpace);
    accept(request);
    request.addQuery(QStringLiteral("watch"), QStringLiteral("1"));
    addUnlessEmpty(request, QStringLiteral("resourceVersion"), options.resourceVersion);
    if (options.bookmarks)
        request.addQuery(QStringLiteral("allowWatchBookmarks"), QStringLiteral("true"));
    if (options.timeoutSeconds > 0)
        request.addQuery(QStringLiteral("timeoutSeconds"), QString::number(options.timeoutSeconds));
    addUnlessEmpty(request, QStringLiteral("labelSelector"), options.labelSelector);
    addUnlessEmpty(request, QStringLiteral("fieldSelector"), options.fieldSelector);
    return request;
}

Request create(const ApiResource &resource, const QString &nameSpace, QByteArray body,
               const WriteOptions &options)
{
    return write("POST", resource, nameSpace, {}, std::move(body), json, options);
}

Request update(const ApiResource &resource, const QString &nameSpace, const QString &name, QByteArray body,
               const WriteOptions &options)
{
    return write("PUT", resource, nameSpace, name, std::move(body), json, options);
}

Request apply(const ApiResource &resource, const QString &nameSpace, const QString &name, QByteArray body,
              const WriteOptions &options)
{
    Request request =
        write("PATCH", resource, nameSpace, name, std::move(body), "application/apply-patch+yaml", options);
    request.addQuery(QStringLiteral("force"),
                     options.force ? QStringLiteral("true") : QStringLiteral("false"));
    return request;
}

Request patch(const ApiResource &resource, const QString &nameSpace, const QString &name, PatchType type,
              QByteArray body, const WriteOptions &options)
{
    QByteArray contentType;
    switch (type) {
    case PatchType::Json:
        contentType = "application/json-patch+json";
        break;
    case PatchType::Merge:
        contentType = "application/merge-patch+json";
        break;
    case PatchType::Strategic:
        contentType = "application/strategic-merge-patch+json";
        break;
    }
    return write("PATCH", resource, nameSpace, name, std::move(body), contentType, options);
}

Request remove(const ApiResource &resource, const QString &nameSpace, const QString &name,
               const DeleteOptions &options)
{
    Request request;
    request.method = "DELETE";
    request.path = resourcePath(resource, nameSpace, name);
    accept(request);
    setBody(request, deleteBody(options), json);
    return request;
}

Request podLogs(const QString &nameSpace, const QString &pod, const LogOptions &options, bool follow)
{
    ApiResource pods;
    pods.gvr = {{}, QStringLiteral("v1"), QStringLiteral("pods")};
    Request request;
    request.path = resourcePath(pods, nameSpace, pod, QStringLiteral("log"));
    request.headers.set("Accept", "text/plain, application/json, */*");
    addUnlessEmpty(request, QStringLiteral("container"), options.container);
    const auto flag = [&](const QString &name, bool on) {
        if (on)
            request.addQuery(name, QStringLiteral("true"));
    };
    flag(QStringLiteral("follow"), follow);
    flag(QStringLiteral("previous"), options.previous);
    flag(QStringLiteral("timestamps"), options.timestamps);
    if (options.tailLines)
        request.addQuery(QStringLiteral("tailLines"), QString::number(*options.tailLines));
    if (options.sinceSeconds)
        request.addQuery(QStringLiteral("sinceSeconds"), QString::number(*options.sinceSeconds));
    if (options.limitBytes)
        request.addQuery(QStringLiteral("limitBytes"), QString::number(*options.limitBytes));
    if (follow)
        request.timeoutMs = 0; // a quiet container sends nothing, not even a header, until it says something
    return request;
}

} // namespace requests

} // namespace sluice::kube
