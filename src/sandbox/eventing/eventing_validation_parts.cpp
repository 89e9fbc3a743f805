// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "domain/cesql.h"
#include "domain/event_filter.h"
#include "sandbox/eventing/eventing_settings.h"
#include "sandbox/eventing/eventing_validation.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <QUrl>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char attributeNames[] =
    "Attribute name must start with a letter and can only contain lowercase alphanumeric";

void validateFilter(const Json &filter, const std::string &path, FieldErrors &errors)
{
    int dialects = 0;
    for (const char *key : {"exact", "prefix", "suffix", "all", "any", "cesql"})
        dialects += isSet(field(filter, {key})) ? 1 : 0;
    dialects += field(filter, {"not"}).is_object() ? 1 : 0;
    if (dialects > 1)
        errors.add({"multiple dialects found, filters can have only one dialect set", {}, {}});
    for (const char *key : {"exact", "prefix", "suffix"})
        validateAttributeNames(field(filter, {key}), joinPath(path, key), errors);
    for (const char *key : {"all", "any"})
        validateFilters(field(filter, {key}), joinPath(path, key), errors);
    if (field(filter, {"not"}).is_object())
        validateFilter(filter["not"], joinPath(path, "not"), errors);
    const std::string expression = text(filter, {"cesql"});
    if (!expression.empty() && !domain::CeSql::parse(QString::fromStdString(expression)))
        errors.invalidValue(expression, joinPath(path, "cesql"));
}

} // namespace

bool isPeriod(std::string_view text, bool *isZero, bool *isNegative)
{
    bool zero = true;
    bool negative = false;
    const auto result = [&](bool valid) {
        if (isZero)
            *isZero = zero;
        if (isNegative)
            *isNegative = negative && !zero;
        return valid;
    };
    if (text == "0")
        return result(true);
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text.empty() || text.front() != 'P')
        return result(false);
    text.remove_prefix(1);
    std::string_view order = "YMWD";
    bool any = false;
    while (!text.empty()) {
        if (text.front() == 'T') {
            if (order == "HMS" || order.find('H') != std::string_view::npos)
                return result(false);
            order = "HMS";
            text.remove_prefix(1);
            if (text.empty())
                return result(false);
            continue;
        }
        size_t length = 0;
        bool digits = false;
        for (; length < text.size(); ++length) {
            const char c = text[length];
            if (c >= '0' && c <= '9') {
                digits = true;
                zero = zero && c == '0';
            } else if (c != '.' && c != ',' && c != '-') {
                break;
            }
        }
        if (!digits || length == text.size())
            return result(false);
        const size_t unit = order.find(text[length]);
        if (unit == std::string_view::npos)
            return result(false);
        order.remove_prefix(unit + 1);
        text.remove_prefix(length + 1);
        any = true;
    }
    return result(any);
}

void validateReference(const Json &reference, const std::string &path, const std::string &home,
                       FieldErrors &errors)
{
    for (const char *key : {"name", "apiVersion", "kind"}) {
        if (text(reference, {key}).empty())
            errors.missing(joinPath(path, key));
    }
    if (!text(reference, {"group"}).empty())
        errors.disallowed(joinPath(path, "group"));
    const std::string nameSpace = text(reference, {"namespace"});
    if (!nameSpace.empty() && !home.empty() && nameSpace != home)
        errors.add({"mismatched namespaces",
                    {joinPath(path, "namespace")},
                    "parent namespace: " + goQuoted(home) + " does not match ref: " + goQuoted(nameSpace)});
}

void validateDestination(const Json &destination, const std::string &path, const std::string &home,
                         FieldErrors &errors)
{
    const bool hasReference = field(destination, {"ref"}).is_object();
    const Json &uri = field(destination, {"uri"});
    if (!hasReference && !uri.is_string()) {
        errors.add({"expected at least one, got none", {joinPath(path, "ref"), joinPath(path, "uri")}, {}});
        return;
    }
    const QUrl url = uri.is_string() ? QUrl(QString::fromStdString(uri.get<std::string>())) : QUrl();
    if (hasReference && uri.is_string() && !url.isRelative()) {
        errors.add(
            {"Absolute URI is not allowed when Ref or [apiVersion, kind, name] is present",
             {joinPath(path, "[apiVersion, kind, name]"), joinPath(path, "ref"), joinPath(path, "uri")},
             {}});
        return;
    }
    if (!hasReference && (url.isRelative() || url.host().isEmpty())) {
        errors.invalidValue("Relative URI is not allowed when Ref and [apiVersion, kind, name] is absent",
                            joinPath(path, "uri"));
        return;
    }
    if (hasReference && !uri.is_string())
        validateReference(destination["ref"], joinPath(path, "ref"), home, errors);
    else if (const Json &certificates = field(destination, {"CACerts"}); certificates.is_string()) {
        const auto &pem = certificates.get_ref<const std::string &>();
        if (pem.find("-----BEGIN") == std::string::npos)
            errors.invalidValue("CA Cert provided is invalid", joinPath(path, "caCert"));
        else if (pem.find("-----BEGIN CERTIFICATE-----") == std::string::npos)
            errors.invalidValue("CA Cert provided is not a certificate", joinPath(path, "caCert"));
    }
}

void validateDelivery(const Json &delivery, const std::string &path, const std::string &home,
                      const EventingSettings &settings, FieldErrors &errors)
{
    if (!delivery.is_object())
        return;
    if (field(delivery, {"deadLetterSink"}).is_object())
        validateDestination(delivery["deadLetterSink"], joinPath(path, "deadLetterSink"), home, errors);
    if (const std::int64_t retry = number(delivery, {"retry"}); retry < 0)
        errors.invalidValue(std::to_string(retry), joinPath(path, "retry"));
    const auto duration = [&](const char *key, auto &&isWrong) {
        const Json &value = field(delivery, {key});
        if (!value.is_string())
            return;
        bool zero = false;
        bool negative = false;
        const auto &given = value.get_ref<const std::string &>();
        if (!isPeriod(given, &zero, &negative) || isWrong(zero, negative))
            errors.invalidValue(given, joinPath(path, key));
    };
    const auto flagged = [&](const char *key, const char *feature, auto &&isWrong) {
        if (settings.isEnabled(feature))
            duration(key, isWrong);
        else if (field(delivery, {key}).is_string())
            errors.disallowed(joinPath(path, key));
    };
    flagged("timeout", "delivery-timeout", [](bool zero, bool) { return zero; });
    const std::string policy = text(delivery, {"backoffPolicy"});
    if (delivery.contains("backoffPolicy") && policy != "linear" && policy != "exponential")
        errors.invalidValue(policy, joinPath(path, "backoffPolicy"));
    duration("backoffDelay", [](bool, bool) { return false; });
    const std::string format = text(delivery, {"format"});
    if (delivery.contains("format") && format != "binary" && format != "json")
        errors.invalidValue(format, joinPath(path, "format"));
    flagged("retryAfterMax", "delivery-retryafter", [](bool, bool negative) { return negative; });
}

void validateAttributeNames(const Json &attributes, const std::string &path, FieldErrors &errors)
{
    if (!attributes.is_object())
        return;
    for (const auto &[name, value] : attributes.items()) {
        if (!domain::isFilterAttributeName(QString::fromStdString(name)))
            errors.invalidKey(name, path + "[" + name + "]", attributeNames);
    }
}

void validateFilters(const Json &filters, const std::string &path, FieldErrors &errors)
{
    if (!filters.is_array())
        return;
    // Each finding gets the index of its own filter and of all that follow: the webhook wraps what it has found so far
    // again with every turn.
    for (const Json &filter : filters) {
        const size_t own = static_cast<size_t>(&filter - &filters.front());
        std::string prefix;
        for (size_t i = filters.size(); i-- > own;)
            prefix += "[" + std::to_string(i) + "]";
        validateFilter(filter, path + prefix, errors);
    }
}

} // namespace sluice::sandbox
