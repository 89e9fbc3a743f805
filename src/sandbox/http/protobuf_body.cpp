// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/protobuf_body.h"

#include "base/json.h"
#include "sandbox/store/virtual_clock.h"

#include <QByteArray>
#include <QDateTime>
#include <array>
#include <span>

namespace sluice::sandbox {
namespace {

using base::Json;

constexpr int depthLimit = 16;

enum class Type {
    String,
    Int, ///< a pointer in Go: written only when it is set
    Count, ///< no pointer: always written, and zero means that it is not set
    Bool, ///< a pointer
    Flag, ///< no pointer
    Time,
    Message,
    IntOrString,
    StringMap,
    BytesMap,
    QuantityMap,
};

/// One field of a message, numbered as in the generated.proto files of k8s.io/api and k8s.io/apimachinery.
struct Field {
    unsigned number;
    const char *name; ///< in JSON
    Type type;
    std::span<const Field> message = {};
    bool repeated = false;
};

constexpr bool many = true;

constexpr std::array ownerReference = {
    Field{1, "kind", Type::String},     Field{3, "name", Type::String},
    Field{4, "uid", Type::String},      Field{5, "apiVersion", Type::String},
    Field{6, "controller", Type::Bool}, Field{7, "blockOwnerDeletion", Type::Bool},
};
constexpr std::array objectMeta = {
    Field{1, "name", Type::String},
    Field{2, "generateName", Type::String},
    Field{3, "namespace", Type::String},
    Field{4, "selfLink", Type::String},
    Field{5, "uid", Type::String},
    Field{6, "resourceVersion", Type::String},
    Field{7, "generation", Type::Count},
    Field{8, "creationTimestamp", Type::Time},
    Field{9, "deletionTimestamp", Type::Time},
    Field{10, "deletionGracePeriodSeconds", Type::Int},
    Field{11, "labels", Type::StringMap},
    Field{12, "annotations", Type::StringMap},
    Field{13, "ownerReferences", Type::Message, ownerReference, many},
    Field{14, "finalizers", Type::String, {}, many},
};

constexpr std::array namespaceSpec = {Field{1, "finalizers", Type::String, {}, many}};
constexpr std::array namespaceStatus = {Field{1, "phase", Type::String}};
constexpr std::array nameSpace = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "spec", Type::Message, namespaceSpec},
    Field{3, "status", Type::Message, namespaceStatus},
};

constexpr std::array configMap = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "data", Type::StringMap},
    Field{3, "binaryData", Type::BytesMap},
    Field{4, "immutable", Type::Bool},
};

constexpr std::array secret = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "data", Type::BytesMap},
    Field{3, "type", Type::String},
    Field{4, "stringData", Type::StringMap},
    Field{5, "immutable", Type::Bool},
};

constexpr std::array localObjectReference = {Field{1, "name", Type::String}};
constexpr std::array objectReference = {
    Field{1, "kind", Type::String},       Field{2, "namespace", Type::String},
    Field{3, "name", Type::String},       Field{4, "uid", Type::String},
    Field{5, "apiVersion", Type::String}, Field{6, "resourceVersion", Type::String},
    Field{7, "fieldPath", Type::String},
};
constexpr std::array serviceAccount = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "secrets", Type::Message, objectReference, many},
    Field{3, "imagePullSecrets", Type::Message, localObjectReference, many},
    Field{4, "automountServiceAccountToken", Type::Bool},
};

constexpr std::array containerPort = {
    Field{1, "name", Type::String},       Field{2, "hostPort", Type::Count},
    Field{3, "containerPort", Type::Int}, Field{4, "protocol", Type::String},
    Field{5, "hostIP", Type::String},
};
constexpr std::array environmentVariable = {Field{1, "name", Type::String}, Field{2, "value", Type::String}};
constexpr std::array resources = {Field{1, "limits", Type::QuantityMap},
                                  Field{2, "requests", Type::QuantityMap}};
constexpr std::array container = {
    Field{1, "name", Type::String},
    Field{2, "image", Type::String},
    Field{3, "command", Type::String, {}, many},
    Field{4, "args", Type::String, {}, many},
    Field{5, "workingDir", Type::String},
    Field{6, "ports", Type::Message, containerPort, many},
    Field{7, "env", Type::Message, environmentVariable, many},
    Field{8, "resources", Type::Message, resources},
    Field{13, "terminationMessagePath", Type::String},
    Field{14, "imagePullPolicy", Type::String},
    Field{16, "stdin", Type::Flag},
    Field{17, "stdinOnce", Type::Flag},
    Field{18, "tty", Type::Flag},
    Field{20, "terminationMessagePolicy", Type::String},
};
constexpr std::array podSpec = {
    Field{2, "containers", Type::Message, container, many},
    Field{3, "restartPolicy", Type::String},
    Field{4, "terminationGracePeriodSeconds", Type::Int},
    Field{5, "activeDeadlineSeconds", Type::Int},
    Field{6, "dnsPolicy", Type::String},
    Field{7, "nodeSelector", Type::StringMap},
    Field{8, "serviceAccountName", Type::String},
    Field{9, "serviceAccount", Type::String},
    Field{10, "nodeName", Type::String},
    Field{11, "hostNetwork", Type::Flag},
    Field{12, "hostPID", Type::Flag},
    Field{13, "hostIPC", Type::Flag},
    Field{15, "imagePullSecrets", Type::Message, localObjectReference, many},
    Field{16, "hostname", Type::String},
    Field{17, "subdomain", Type::String},
    Field{19, "schedulerName", Type::String},
    Field{24, "priorityClassName", Type::String},
};
constexpr std::array podTemplate = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "spec", Type::Message, podSpec},
};
constexpr std::array requirement = {
    Field{1, "key", Type::String},
    Field{2, "operator", Type::String},
    Field{3, "values", Type::String, {}, many},
};
constexpr std::array labelSelector = {
    Field{1, "matchLabels", Type::StringMap},
    Field{2, "matchExpressions", Type::Message, requirement, many},
};
constexpr std::array rollingUpdate = {
    Field{1, "maxUnavailable", Type::IntOrString},
    Field{2, "maxSurge", Type::IntOrString},
};
constexpr std::array strategy = {
    Field{1, "type", Type::String},
    Field{2, "rollingUpdate", Type::Message, rollingUpdate},
};
constexpr std::array deploymentSpec = {
    Field{1, "replicas", Type::Int},
    Field{2, "selector", Type::Message, labelSelector},
    Field{3, "template", Type::Message, podTemplate},
    Field{4, "strategy", Type::Message, strategy},
    Field{5, "minReadySeconds", Type::Count},
    Field{6, "revisionHistoryLimit", Type::Int},
    Field{7, "paused", Type::Flag},
    Field{9, "progressDeadlineSeconds", Type::Int},
};
constexpr std::array deploymentStatus = {
    Field{1, "observedGeneration", Type::Count},  Field{2, "replicas", Type::Count},
    Field{3, "updatedReplicas", Type::Count},     Field{4, "availableReplicas", Type::Count},
    Field{5, "unavailableReplicas", Type::Count}, Field{7, "readyReplicas", Type::Count},
};
constexpr std::array deployment = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "spec", Type::Message, deploymentSpec},
    Field{3, "status", Type::Message, deploymentStatus},
};

constexpr std::array resourceAttributes = {
    Field{1, "namespace", Type::String}, Field{2, "verb", Type::String},
    Field{3, "group", Type::String},     Field{4, "version", Type::String},
    Field{5, "resource", Type::String},  Field{6, "subresource", Type::String},
    Field{7, "name", Type::String},
};
constexpr std::array nonResourceAttributes = {Field{1, "path", Type::String}, Field{2, "verb", Type::String}};
constexpr std::array accessReviewSpec = {
    Field{1, "resourceAttributes", Type::Message, resourceAttributes},
    Field{2, "nonResourceAttributes", Type::Message, nonResourceAttributes},
};
constexpr std::array accessReviewStatus = {
    Field{1, "allowed", Type::Flag},
    Field{2, "reason", Type::String},
    Field{3, "evaluationError", Type::String},
    Field{4, "denied", Type::Flag},
};
constexpr std::array accessReview = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "spec", Type::Message, accessReviewSpec},
    Field{3, "status", Type::Message, accessReviewStatus},
};
constexpr std::array rulesReviewSpec = {Field{1, "namespace", Type::String}};
constexpr std::array rulesReviewStatus = {
    Field{3, "incomplete", Type::Flag},
    Field{4, "evaluationError", Type::String},
};
constexpr std::array rulesReview = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "spec", Type::Message, rulesReviewSpec},
    Field{3, "status", Type::Message, rulesReviewStatus},
};
constexpr std::array userInfo = {
    Field{1, "username", Type::String},
    Field{2, "uid", Type::String},
    Field{3, "groups", Type::String, {}, many},
};
constexpr std::array subjectReviewStatus = {Field{1, "userInfo", Type::Message, userInfo}};
constexpr std::array subjectReview = {
    Field{1, "metadata", Type::Message, objectMeta},
    Field{2, "status", Type::Message, subjectReviewStatus},
};

constexpr std::array preconditions = {Field{1, "uid", Type::String},
                                      Field{2, "resourceVersion", Type::String}};
constexpr std::array deleteOptions = {
    Field{1, "gracePeriodSeconds", Type::Int},  Field{2, "preconditions", Type::Message, preconditions},
    Field{3, "orphanDependents", Type::Bool},   Field{4, "propagationPolicy", Type::String},
    Field{5, "dryRun", Type::String, {}, many},
};

std::span<const Field> messageOf(const std::string &apiVersion, const std::string &kind)
{
    struct Known {
        const char *apiVersion; ///< null: any
        const char *kind;
        std::span<const Field> message;
    };
    static const Known table[] = {
        {"v1", "Namespace", nameSpace},
        {"v1", "ConfigMap", configMap},
        {"v1", "Secret", secret},
        {"v1", "ServiceAccount", serviceAccount},
        {"apps/v1", "Deployment", deployment},
        {"authorization.k8s.io/v1", "SelfSubjectAccessReview", accessReview},
        {"authorization.k8s.io/v1", "SelfSubjectRulesReview", rulesReview},
        {"authentication.k8s.io/v1", "SelfSubjectReview", subjectReview},
        {nullptr, "DeleteOptions", deleteOptions},
    };
    for (const Known &known : table) {
        if (kind == known.kind && (!known.apiVersion || apiVersion == known.apiVersion))
            return known.message;
    }
    return {};
}

/// Reads the wire format (protobuf.dev, "Encoding"): keys of number and wire type, varints, length-delimited bytes.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }

    std::optional<std::uint64_t> varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        return std::nullopt;
    }

    std::optional<std::string_view> delimited()
    {
        const auto size = varint();
        if (!size || *size > m_bytes.size())
            return std::nullopt;
        const std::string_view value = m_bytes.substr(0, *size);
        m_bytes.remove_prefix(*size);
        return value;
    }

private:
    std::string_view m_bytes;
};

constexpr unsigned wireVarint = 0;
constexpr unsigned wireDelimited = 2;

/// A message with fields of varints and bytes only, by number: enough for map entries, times and wrappers.
struct Loose {
    std::map<unsigned, std::uint64_t> numbers;
    std::map<unsigned, std::string_view> texts;
};

std::optional<Loose> readLoose(std::string_view bytes)
{
    Loose loose;
    Reader reader(bytes);
    while (!reader.atEnd()) {
        const auto key = reader.varint();
        if (!key)
            return std::nullopt;
        const auto number = unsigned(*key >> 3);
        if ((*key & 7) == wireVarint) {
            const auto value = reader.varint();
            if (!value)
                return std::nullopt;
            loose.numbers[number] = *value;
        } else if ((*key & 7) == wireDelimited) {
            const auto value = reader.delimited();
            if (!value)
                return std::nullopt;
            loose.texts[number] = *value;
        } else {
            return std::nullopt;
        }
    }
    return loose;
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

std::string_view textAt(const Loose &loose, unsigned number)
{
    const auto found = loose.texts.find(number);
    return found == loose.texts.end() ? std::string_view() : found->second;
}

std::int64_t numberAt(const Loose &loose, unsigned number)
{
    const auto found = loose.numbers.find(number);
    return found == loose.numbers.end() ? 0 : std::int64_t(found->second);
}

std::optional<Json> decodeMessage(std::string_view bytes, std::span<const Field> fields, int depth);

/// The value of a length-delimited field other than a map; null is a value (a zero time).
std::optional<Json> decodeDelimited(std::string_view bytes, const Field &field, int depth)
{
    switch (field.type) {
    case Type::String:
        return Json(std::string(bytes));
    case Type::Message:
        return decodeMessage(bytes, field.message, depth + 1);
    case Type::Time: { // Timestamp{seconds = 1, nanos = 2}; the zero time is an empty message
        const auto loose = readLoose(bytes);
        if (!loose)
            return std::nullopt;
        if (loose->numbers.empty())
            return Json(nullptr);
        return Json(rfc3339(QDateTime::fromSecsSinceEpoch(numberAt(*loose, 1), Qt::UTC)));
    }
    case Type::IntOrString: { // {type = 1, intVal = 2, strVal = 3}
        const auto loose = readLoose(bytes);
        if (!loose)
            return std::nullopt;
        return numberAt(*loose, 1) == 1 ? Json(textAt(*loose, 3)) : Json(std::int32_t(numberAt(*loose, 2)));
    }
    case Type::Int:
    case Type::Count:
    case Type::Bool:
    case Type::Flag:
    case Type::StringMap:
    case Type::BytesMap:
    case Type::QuantityMap:
        break;
    }
    return std::nullopt;
}

/// Adds a map entry: a message {key = 1, value = 2}.
bool decodeEntry(std::string_view bytes, const Field &field, Json &map)
{
    const auto entry = readLoose(bytes);
    if (!entry)
        return false;
    const std::string_view value = textAt(*entry, 2);
    Json &target = map[std::string(textAt(*entry, 1))];
    if (field.type == Type::BytesMap) {
        target = base64(value);
    } else if (field.type == Type::QuantityMap) { // Quantity{string = 1}
        const auto quantity = readLoose(value);
        if (!quantity)
            return false;
        target = textAt(*quantity, 1);
    } else {
        target = value;
    }
    return true;
}

bool isMap(Type type)
{
    return type == Type::StringMap || type == Type::BytesMap || type == Type::QuantityMap;
}

/// Sets a number or a bool; false when the field is neither.
bool decodeVarint(std::uint64_t value, const Field &field, Json &object)
{
    switch (field.type) {
    case Type::Count:
    case Type::Int:
        if (value != 0 || field.type == Type::Int)
            object[field.name] = std::int64_t(value);
        return true;
    case Type::Flag:
    case Type::Bool:
        if (value != 0 || field.type == Type::Bool)
            object[field.name] = value != 0;
        return true;
    default:
        return false;
    }
}

/// Go leaves a string that was not set empty and omits it in JSON; likewise the zero time.
bool isUnset(const Json &value)
{
    return value.is_null() || (value.is_string() && value.get_ref<const std::string &>().empty());
}

std::optional<Json> decodeMessage(std::string_view bytes, std::span<const Field> fields, int depth)
{
    if (depth > depthLimit)
        return std::nullopt;
    Json object = Json::object();
    Reader reader(bytes);
    while (!reader.atEnd()) {
        const auto key = reader.varint();
        if (!key)
            return std::nullopt;
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field &known) { return known.number == *key >> 3; });
        if (field == fields.end())
            return std::nullopt;
        if ((*key & 7) == wireVarint) {
            const auto value = reader.varint();
            if (!value || !decodeVarint(*value, *field, object))
                return std::nullopt;
            continue;
        }
        const auto content = (*key & 7) == wireDelimited ? reader.delimited() : std::nullopt;
        if (!content)
            return std::nullopt;
        if (isMap(field->type)) {
            if (!decodeEntry(*content, *field, object[field->name]))
                return std::nullopt;
            continue;
        }
        auto value = decodeDelimited(*content, *field, depth);
        if (!value)
            return std::nullopt;
        if (field->repeated)
            object[field->name].push_back(std::move(*value));
        else if (!isUnset(*value))
            object[field->name] = std::move(*value);
    }
    return object;
}

} // namespace

std::optional<Json> decodeProtobuf(std::string_view bytes)
{
    constexpr std::string_view magic("k8s\0", 4);
    if (!bytes.starts_with(magic))
        return std::nullopt;
    // runtime.Unknown{typeMeta = 1 {apiVersion = 1, kind = 2}, raw = 2, contentEncoding = 3, contentType = 4}
    const auto unknown = readLoose(bytes.substr(magic.size()));
    const auto type = unknown ? readLoose(textAt(*unknown, 1)) : std::nullopt;
    if (!type)
        return std::nullopt;
    const std::string apiVersion(textAt(*type, 1));
    const std::string kind(textAt(*type, 2));
    const auto message = messageOf(apiVersion, kind);
    if (message.empty())
        return std::nullopt;
    auto object = decodeMessage(textAt(*unknown, 2), message, 0);
    if (object) {
        (*object)["apiVersion"] = apiVersion;
        (*object)["kind"] = kind;
    }
    return object;
}

} // namespace sluice::sandbox
