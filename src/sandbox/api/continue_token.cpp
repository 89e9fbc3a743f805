// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/continue_token.h"

#include "base/json.h"

#include <QByteArray>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

namespace {

/// A byte as Go's %q prints it in an error about JSON.
std::string quotedByte(unsigned char c)
{
    if (c == '\'')
        return R"('\'')";
    if (c == '"')
        return R"('"')";
    if (c >= 0x20 && c < 0x7f)
        return std::string("'") + static_cast<char>(c) + '\'';
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = c < 0x80 ? "'\\x" : "'\\u00";
    text += digits[c >> 4];
    text += digits[c & 15];
    return text + '\'';
}

Failure wrong(const std::string &why)
{
    return badRequest("invalid continue token: " + why);
}

} // namespace

std::string ContinueToken::encoded() const
{
    const std::string start = base::dump(base::Json(nameSpace + '/' + name + '\0'));
    const std::string text =
        R"({"v":"meta.k8s.io/v1","rv":)" + std::to_string(version) + R"(,"start":)" + start + '}';
    return QByteArray::fromStdString(text)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

Outcome<ContinueToken> ContinueToken::decode(const std::string &text)
{
    const auto bytes = QByteArray::fromBase64Encoding(QByteArray::fromStdString(text),
                                                      QByteArray::Base64UrlEncoding
                                                          | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return tl::unexpected(wrong("continue key is not valid: illegal base64 data"));
    const std::string json = bytes.decoded.toStdString();
    const auto value = base::parseJson(json, QStringLiteral("continue"));
    if (!value || !value->is_object()) {
        const unsigned char first = json.empty() ? 0 : static_cast<unsigned char>(json.front());
        return tl::unexpected(wrong(json.empty() ? "continue key is not valid: unexpected end of JSON input"
                                                 : "continue key is not valid: invalid character "
                                            + quotedByte(first) + " looking for beginning of value"));
    }
    if (base::textAt(*value, "v") != "meta.k8s.io/v1")
        return tl::unexpected(
            wrong("continue key is not valid: server does not recognize this encoded version \""
                  + base::textAt(*value, "v") + '"'));
    ContinueToken token;
    const qint64 version = base::intAt(*value, "rv", -1);
    std::string start = base::textAt(*value, "start");
    const size_t slash = start.find('/');
    if (version < 0 || slash == std::string::npos)
        return tl::unexpected(wrong("continue key is not valid: start key is missing"));
    while (!start.empty() && start.back() == '\0')
        start.pop_back();
    token.version = static_cast<std::uint64_t>(version);
    token.nameSpace = start.substr(0, slash);
    token.name = start.substr(slash + 1);
    return token;
}

} // namespace sluice::sandbox
