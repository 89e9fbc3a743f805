// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/protobuf_messages.h"

#include <array>

namespace sluice::sandbox::protobuf {

namespace {

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

} // namespace

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

} // namespace sluice::sandbox::protobuf
