// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/eventing/cron.h"
#include "sandbox/eventing/eventing_settings.h"
#include "sandbox/eventing/eventing_validation.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <QByteArray>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace sluice::sandbox {

using base::Json;

namespace {

/// Where reading stopped, or nothing when the text is JSON.
std::optional<size_t> stopsAt(const std::string &text)
{
    struct Listener : nlohmann::json_sax<Json> {
        bool null() override { return true; }
        bool boolean(bool) override { return true; }
        bool number_integer(number_integer_t) override { return true; }
        bool number_unsigned(number_unsigned_t) override { return true; }
        bool number_float(number_float_t, const string_t &) override { return true; }
        bool string(string_t &) override { return true; }
        bool binary(binary_t &) override { return true; }
        bool start_object(std::size_t) override { return true; }
        bool key(string_t &) override { return true; }
        bool end_object() override { return true; }
        bool start_array(std::size_t) override { return true; }
        bool end_array() override { return true; }
        bool parse_error(std::size_t position, const std::string &,
                         const nlohmann::detail::exception &) override
        {
            at = position;
            return false;
        }
        std::size_t at = 0;
    } listener;
    if (Json::sax_parse(text, &listener))
        return std::nullopt;
    return listener.at;
}

/// What Go says when it is to read \a text into a map; empty when it can.
std::string mapComplaint(const std::string &text)
{
    if (const auto at = stopsAt(text)) {
        if (*at > text.size() || text.empty())
            return "unexpected end of JSON input";
        return std::string("invalid character '") + text[*at == 0 ? 0 : *at - 1]
            + "' looking for beginning of value";
    }
    const Json value = *base::parseJson(text, QStringLiteral("data"));
    if (value.is_object() || value.is_null())
        return {};
    const char *what = value.is_array() ? "array"
        : value.is_string()             ? "string"
        : value.is_boolean()            ? "bool"
                                        : "number";
    return "json: cannot unmarshal " + std::string(what) + " into Go value of type map[string]interface {}";
}

void validateOverrides(const Json &spec, FieldErrors &errors)
{
    const Json &extensions = field(spec, {"ceOverrides", "extensions"});
    if (!extensions.is_object())
        return;
    for (const auto &[name, value] : extensions.items()) {
        const bool alphanumeric = std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
        if (name.empty())
            errors.invalidKey(name, "spec.ceOverrides.extensions", "keys MUST NOT be empty");
        else if (!alphanumeric)
            errors.invalidKey(name, "spec.ceOverrides.extensions", "keys are expected to be alphanumeric");
    }
}

void validatePing(const Json &spec, const EventingSettings &settings, FieldErrors &errors)
{
    const std::string schedule = text(spec, {"schedule"});
    if (schedule.find("@every") != std::string::npos)
        errors.invalidValue("unsupported descriptor @every", "spec.schedule");
    if (const std::string why = cronComplaint(schedule, text(spec, {"timezone"})); !why.empty())
        errors.invalidValue(why,
                            why.starts_with("provided bad location") ? "spec.timezone" : "spec.schedule");
    const std::string data = text(spec, {"data"});
    const std::string encoded = text(spec, {"dataBase64"});
    const bool json = text(spec, {"contentType"}) == "application/json";
    const auto checkSize = [&](const std::string &what, const char *key) {
        const std::int64_t limit = settings.pingDataLimit();
        if (limit > -1 && std::ssize(what) > limit)
            errors.invalidValue("the " + std::string(key) + " length of " + std::to_string(what.size())
                                    + " bytes exceeds limit set at " + std::to_string(limit) + ".",
                                joinPath("spec", key));
    };
    const auto checkJson = [&](const std::string &what, const char *key) {
        if (const std::string why = json ? mapComplaint(what) : std::string(); !why.empty())
            errors.invalidValue(why, joinPath("spec", key));
    };
    if (!data.empty() && !encoded.empty()) {
        errors.both({"spec.data", "spec.dataBase64"});
    } else if (!encoded.empty()) {
        checkSize(encoded, "dataBase64");
        const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(encoded),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) {
            const size_t wrong = encoded.find_first_not_of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");
            errors.invalidValue("illegal base64 data at input byte "
                                    + std::to_string(wrong == std::string::npos ? encoded.size() : wrong),
                                "spec.dataBase64");
        } else {
            checkJson(decoded.decoded.toStdString(), "dataBase64");
        }
    } else if (!data.empty()) {
        checkSize(data, "data");
        checkJson(data, "data");
    }
}

bool isGroupVersion(const std::string &apiVersion)
{
    return std::count(apiVersion.begin(), apiVersion.end(), '/') <= 1;
}

void validateApiServer(const Json &spec, const EventingSettings &settings, FieldErrors &errors)
{
    const std::string mode = text(spec, {"mode"});
    if (mode != "Reference" && mode != "Resource")
        errors.invalidValue(mode, "spec.mode");
    const Json &resources = field(spec, {"resources"});
    if (!isSet(resources))
        errors.missing("spec.resources");
    const auto checkKind = [&errors](const Json &kind, const std::string &path) {
        const std::string apiVersion = text(kind, {"apiVersion"});
        const std::string name = text(kind, {"kind"});
        if (!isGroupVersion(apiVersion))
            errors.invalidValue(apiVersion, joinPath(path, "apiVersion"));
        if (name.find_first_not_of(" \t\n\r") == std::string::npos)
            errors.missing(joinPath(path, "kind"));
    };
    for (size_t i = 0; resources.is_array() && i < resources.size(); ++i)
        checkKind(resources[i], indexPath("spec.resources", i));
    if (field(spec, {"owner"}).is_object())
        checkKind(spec["owner"], "spec.owner");
    const Json &filters = field(spec, {"filters"});
    if (settings.isEnabled("new-apiserversource-filters"))
        validateFilters(filters, "spec.filters", errors);
    else if (isSet(filters))
        errors.add({"Filters is not empty but the NewAPIServerFilters feature is disabled.", {}, {}});
}

void validateContainer(const Json &spec, FieldErrors &errors)
{
    const Json &containers = field(spec, {"template", "spec", "containers"});
    if (!isSet(containers))
        errors.missing("spec.containers");
    for (size_t i = 0; containers.is_array() && i < containers.size(); ++i) {
        for (const char *key : {"name", "image"}) {
            if (text(containers[i], {key}).empty())
                errors.missing(joinPath(indexPath("spec.containers", i), key));
        }
    }
}

void validateSubject(const Json &object, FieldErrors &errors)
{
    const Json &subject = field(object, {"spec", "subject"});
    const std::string path = "spec.subject";
    if (const std::string version = text(subject, {"apiVersion"}); version.empty())
        errors.missing(joinPath(path, "apiVersion"));
    else if (const std::string why = qualifiedNameComplaint(version); !why.empty())
        errors.invalidValue(why, joinPath(path, "apiVersion"));
    if (text(subject, {"kind"}).empty())
        errors.missing(joinPath(path, "kind"));
    const std::string home = text(subject, {"namespace"});
    if (home.empty())
        errors.missing(joinPath(path, "namespace"));
    const std::string name = text(subject, {"name"});
    const bool selector = field(subject, {"selector"}).is_object();
    if (selector && !name.empty())
        errors.both({joinPath(path, "selector"), joinPath(path, "name")});
    else if (!selector && name.empty())
        errors.neither({joinPath(path, "selector"), joinPath(path, "name")});
    else if (!selector && !isDns1123Label(name))
        errors.invalidValue(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
            "must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex "
            "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
            joinPath(path, "name"));
    if (!home.empty() && home != namespaceOf(object))
        errors.invalidValue(home, joinPath(path, "namespace"));
}

void validateKafka(const Json &spec, FieldErrors &errors)
{
    for (const char *key : {"topics", "bootstrapServers"}) {
        if (!isSet(field(spec, {key})))
            errors.missing(joinPath("spec", key));
    }
    const std::string offset = text(spec, {"initialOffset"});
    if (offset != "latest" && offset != "earliest")
        errors.invalidValue(offset, "spec.initialOffset");
}

} // namespace

void validateSource(const std::string &kind, const Json &object, const EventingSettings &settings,
                    FieldErrors &errors)
{
    const Json &spec = field(object, {"spec"});
    validateDestination(field(spec, {"sink"}), "spec.sink", {}, errors);
    validateOverrides(spec, errors);
    if (kind == "PingSource")
        validatePing(spec, settings, errors);
    else if (kind == "ApiServerSource")
        validateApiServer(spec, settings, errors);
    else if (kind == "ContainerSource")
        validateContainer(spec, errors);
    else if (kind == "SinkBinding")
        validateSubject(object, errors);
    else if (kind == "KafkaSource")
        validateKafka(spec, errors);
}

} // namespace sluice::sandbox
