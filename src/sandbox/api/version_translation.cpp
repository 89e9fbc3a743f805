// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/version_translation.h"

#include "base/json.h"

#include <QRegularExpression>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr base::JsonLimits limits{64 * 1024 * 1024, 128};

void rename(Json &value, const ServedVersion &version)
{
    if (!value.is_object())
        return;
    const std::string kind = base::textAt(value, "kind");
    if ((kind == version.kind || kind == version.kind + std::string("List"))
        && base::textAt(value, "apiVersion") == version.storedApiVersion())
        value["apiVersion"] = version.servedApiVersion();
    for (const char *list : {"items", "rows"}) {
        if (!value.contains(list) || !value[list].is_array())
            continue;
        for (Json &entry : value[list])
            rename(entry, version);
    }
    if (value.contains("object")) // of a watch's event or of a table's row
        rename(value["object"], version);
}

std::string renamed(std::string_view text, const ServedVersion &version)
{
    auto value = base::parseJson(text, QStringLiteral("answer"), limits);
    if (!value)
        return std::string(text);
    rename(*value, version);
    return base::dump(*value) + '\n';
}

/// A watch whose events name the other version.
class RenamedStream final : public ResponseStream {
public:
    RenamedStream(std::unique_ptr<ResponseStream> stored, const ServedVersion &version)
        : m_stored(std::move(stored))
        , m_version(version)
    {
    }
    void start(Sink sink, Done done) override
    {
        m_stored->start(
            [this, sink = std::move(sink)](std::string_view lines) {
                std::string text;
                for (size_t from = 0; from < lines.size();) {
                    const size_t end = std::min(lines.find('\n', from), lines.size() - 1) + 1;
                    text += renamed(lines.substr(from, end - from), m_version);
                    from = end;
                }
                sink(text);
            },
            std::move(done));
    }
    void heartbeat() override { m_stored->heartbeat(); }
    std::optional<int> timeoutSeconds() const override { return m_stored->timeoutSeconds(); }

private:
    std::unique_ptr<ResponseStream> m_stored;
    const ServedVersion &m_version;
};

} // namespace

const ServedVersion *servedVersionOf(const RequestInfo &info)
{
    if (!info.isResource)
        return nullptr;
    const auto versions = servedVersions();
    const auto found = std::find_if(versions.begin(), versions.end(), [&info](const ServedVersion &one) {
        return info.group == one.group && info.resource == one.plural && info.version == one.served;
    });
    return found == versions.end() ? nullptr : &*found;
}

HttpRequest forStoredVersion(const HttpRequest &request, const ServedVersion &version)
{
    HttpRequest result = request;
    const std::string prefix = "/apis/" + version.servedApiVersion() + '/';
    if (result.target.starts_with(prefix))
        result.target.replace(0, prefix.size(), "/apis/" + version.storedApiVersion() + '/');
    // In place, in JSON as in YAML: what is wrong with the body is for others to find.
    const QRegularExpression named(
        QStringLiteral("(apiVersion[\"']?\\s*:\\s*[\"']?)")
        + QRegularExpression::escape(QString::fromStdString(version.servedApiVersion()))
        + QStringLiteral("(?![\\w./-])"));
    QString text = QString::fromLatin1(QByteArray::fromStdString(result.body)); // byte by byte
    text.replace(named, QStringLiteral("\\1") + QString::fromStdString(version.storedApiVersion()));
    result.body = text.toLatin1().toStdString();
    return result;
}

void answerInServedVersion(HttpResponse &response, const ServedVersion &version)
{
    if (response.stream)
        response.stream = std::make_unique<RenamedStream>(std::move(response.stream), version);
    else if (headerValue(response.headers, "Content-Type").starts_with("application/json"))
        response.body = renamed(response.body, version);
}

} // namespace sluice::sandbox
