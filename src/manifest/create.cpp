// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/create.h"

#include "base/atomic_file.h"
#include "manifest/project.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <array>

namespace sluice::manifest {

namespace {

using base::FileError;
using base::Result;
using base::ValidationError;

/// The seed's autoscaling and resource values of one environment.
struct EnvironmentValues {
    QString name;
    QString namespaceSuffix;
    QString minScale;
    QString maxScale;
    QString target;
    QString scaleDownDelay;
    QString cpuRequest;
    QString cpuLimit;
    QString memoryRequest;
    QString memoryLimit;
    bool production;
};

const std::array<EnvironmentValues, 3> &seedEnvironments()
{
    static const std::array<EnvironmentValues, 3> rows{{
        {QStringLiteral("dev"), QStringLiteral("-dev"), QStringLiteral("0"), QStringLiteral("3"),
         QStringLiteral("50"), QStringLiteral("15s"), QStringLiteral("50m"), QStringLiteral("500m"),
         QStringLiteral("128Mi"), QStringLiteral("512Mi"), false},
        {QStringLiteral("staging"), QStringLiteral("-staging"), QStringLiteral("1"), QStringLiteral("5"),
         QStringLiteral("80"), QStringLiteral("30s"), QStringLiteral("100m"), QStringLiteral("750m"),
         QStringLiteral("256Mi"), QStringLiteral("768Mi"), false},
        {QStringLiteral("prod"), QString(), QStringLiteral("2"), QStringLiteral("20"), QStringLiteral("100"),
         QStringLiteral("60s"), QStringLiteral("200m"), QStringLiteral("2000m"), QStringLiteral("512Mi"),
         QStringLiteral("2Gi"), true},
    }};
    return rows;
}

constexpr auto baseKustomization =
    u"apiVersion: kustomize.config.k8s.io/v1beta1\n"
    "kind: Kustomization\n"
    "resources:\n"
    "- service.yaml\n"
    "- configmap.yaml\n"
    "- serviceaccount.yaml\n"
    "# Labels without selectors: a selector has no place in a Knative Service.\n"
    "labels:\n"
    "- pairs:\n"
    "    app.kubernetes.io/name: %NAME%\n"
    "    app.kubernetes.io/part-of: %NAMESPACE%\n"
    "# Tells kustomize which fields of a Knative Service hold names of other objects.\n"
    "configurations:\n"
    "- name-references.yaml\n";

constexpr auto baseNameReferences =
    u"nameReference:\n"
    "- kind: ConfigMap\n"
    "  version: v1\n"
    "  fieldSpecs:\n"
    "  - group: serving.knative.dev\n"
    "    kind: Service\n"
    "    path: spec/template/spec/containers/env/valueFrom/configMapKeyRef/name\n"
    "  - group: serving.knative.dev\n"
    "    kind: Service\n"
    "    path: spec/template/spec/containers/envFrom/configMapRef/name\n"
    "  - group: serving.knative.dev\n"
    "    kind: Service\n"
    "    path: spec/template/spec/volumes/configMap/name\n"
    "- kind: Secret\n"
    "  version: v1\n"
    "  fieldSpecs:\n"
    "  - group: serving.knative.dev\n"
    "    kind: Service\n"
    "    path: spec/template/spec/containers/envFrom/secretRef/name\n"
    "- kind: ServiceAccount\n"
    "  version: v1\n"
    "  fieldSpecs:\n"
    "  - group: serving.knative.dev\n"
    "    kind: Service\n"
    "    path: spec/template/spec/serviceAccountName\n";

constexpr auto baseService = u"apiVersion: serving.knative.dev/v1\n"
                             "kind: Service\n"
                             "metadata:\n"
                             "  name: %NAME%\n"
                             "spec:\n"
                             "  template:\n"
                             "    metadata:\n"
                             "      annotations:\n"
                             "        autoscaling.knative.dev/target: \"100\"\n"
                             "    spec:\n"
                             "      serviceAccountName: %NAME%\n"
                             "      timeoutSeconds: 300\n"
                             "      containers:\n"
                             "      - name: user-container\n"
                             "        image: %IMAGE%\n"
                             "        ports:\n"
                             "        - containerPort: %PORT%\n"
                             "        env:\n"
                             "        - name: PYTHONUNBUFFERED\n"
                             "          value: \"1\"\n"
                             "        - name: LOG_LEVEL\n"
                             "          value: info\n"
                             "        envFrom:\n"
                             "        - configMapRef:\n"
                             "            name: %NAME%-config\n"
                             "        resources:\n"
                             "          requests:\n"
                             "            cpu: 100m\n"
                             "            memory: 256Mi\n"
                             "          limits:\n"
                             "            cpu: 1000m\n"
                             "            memory: 512Mi\n"
                             "        readinessProbe:\n"
                             "          httpGet:\n"
                             "            path: %HEALTH%\n"
                             "          initialDelaySeconds: 1\n"
                             "          periodSeconds: 5\n"
                             "        livenessProbe:\n"
                             "          httpGet:\n"
                             "            path: %HEALTH%\n"
                             "          initialDelaySeconds: 5\n"
                             "          periodSeconds: 10\n"
                             "  traffic:\n"
                             "  - latestRevision: true\n"
                             "    percent: 100\n";

constexpr auto baseConfigMap = u"apiVersion: v1\n"
                               "kind: ConfigMap\n"
                               "metadata:\n"
                               "  name: %NAME%-config\n"
                               "data:\n"
                               "  APP_NAME: %NAME%\n"
                               "  APP_PORT: \"%PORT%\"\n";

constexpr auto baseServiceAccount = u"apiVersion: v1\n"
                                    "kind: ServiceAccount\n"
                                    "metadata:\n"
                                    "  name: %NAME%\n";

constexpr auto overlayKustomization = u"apiVersion: kustomize.config.k8s.io/v1beta1\n"
                                      "kind: Kustomization\n"
                                      "namespace: %NAMESPACE%\n"
                                      "resources:\n"
                                      "- ../../base\n"
                                      "patches:\n"
                                      "- path: service-scaling.yaml\n"
                                      "- path: service-resources.yaml\n"
                                      "  target:\n"
                                      "    group: serving.knative.dev\n"
                                      "    version: v1\n"
                                      "    kind: Service\n"
                                      "    name: %NAME%\n";

constexpr auto overlayScaling = u"# Merged into base/service.yaml. Mappings only: kustomize replaces the "
                                u"lists of a Knative Service whole,\n"
                                "# so what is inside containers is in service-resources.yaml.\n"
                                "apiVersion: serving.knative.dev/v1\n"
                                "kind: Service\n"
                                "metadata:\n"
                                "  name: %NAME%\n"
                                "spec:\n"
                                "  template:\n"
                                "    metadata:\n"
                                "      annotations:\n"
                                "        autoscaling.knative.dev/min-scale: \"%MIN%\"\n"
                                "        autoscaling.knative.dev/max-scale: \"%MAX%\"\n"
                                "        autoscaling.knative.dev/target: \"%TARGET%\"\n"
                                "        autoscaling.knative.dev/scale-down-delay: \"%DELAY%\"\n";

constexpr auto overlayResources =
    u"# The first operation makes sure that the others reach the right container.\n"
    "- op: test\n"
    "  path: /spec/template/spec/containers/0/name\n"
    "  value: user-container\n"
    "- op: add\n"
    "  path: /spec/template/spec/containers/0/resources/requests/cpu\n"
    "  value: %CPU_REQUEST%\n"
    "- op: add\n"
    "  path: /spec/template/spec/containers/0/resources/limits/cpu\n"
    "  value: %CPU_LIMIT%\n"
    "- op: add\n"
    "  path: /spec/template/spec/containers/0/resources/requests/memory\n"
    "  value: %MEMORY_REQUEST%\n"
    "- op: add\n"
    "  path: /spec/template/spec/containers/0/resources/limits/memory\n"
    "  value: %MEMORY_LIMIT%\n";

/// A plain scalar in YAML whatever the text: quoted unless it is made of letters that need none.
QString scalar(const QString &text)
{
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z/][A-Za-z0-9._/@:-]*[A-Za-z0-9]$"));
    static const QRegularExpression words(QStringLiteral("^(true|false|null|yes|no|on|off|y|n)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return safe.match(text).hasMatch() && !words.match(text).hasMatch() ? text : u'"' + text + u'"';
}

Result<void> check(const NewProject &project)
{
    const auto bad = [](const QString &field, const QString &id, const QString &value) {
        return base::fail(ValidationError{{}, 0, field, {id, {value}}});
    };
    static const QRegularExpression dns1035(QStringLiteral("^[a-z]([-a-z0-9]*[a-z0-9])?$"));
    static const QRegularExpression dns1123(QStringLiteral("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"));
    static const QRegularExpression image(
        QStringLiteral("^[a-z0-9]+([._-]+[a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*"
                       "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$"));
    static const QRegularExpression path(QStringLiteral("^/[A-Za-z0-9._~/-]*$"));
    // A Service's name is a label value and the start of its revisions' names: 63 characters in all.
    if (project.name.size() > 57 || !dns1035.match(project.name).hasMatch())
        return bad(QStringLiteral("name"), QStringLiteral("manifest.bad-name"), project.name);
    if (project.namespaceName.size() > 55 || !dns1123.match(project.namespaceName).hasMatch())
        return bad(QStringLiteral("namespace"), QStringLiteral("manifest.bad-namespace"),
                   project.namespaceName);
    if (!image.match(project.image).hasMatch())
        return bad(QStringLiteral("image"), QStringLiteral("manifest.bad-image"), project.image);
    if (project.port < 1 || project.port > 65535)
        return bad(QStringLiteral("port"), QStringLiteral("manifest.bad-port"),
                   QString::number(project.port));
    if (!path.match(project.healthPath).hasMatch())
        return bad(QStringLiteral("health-path"), QStringLiteral("manifest.bad-health-path"),
                   project.healthPath);
    return {};
}

} // namespace

Result<std::vector<NewFile>> projectFiles(const NewProject &project)
{
    if (auto done = check(project); !done)
        return tl::unexpected(done.error());
    std::vector<NewFile> files;
    const auto add = [&](const QString &path, QString text, const QString &namespaceName) {
        text.replace(u"%NAME%-config"_qs, scalar(project.name + QStringLiteral("-config")));
        text.replace(u"%NAME%"_qs, scalar(project.name));
        text.replace(u"%IMAGE%"_qs, scalar(project.image));
        text.replace(u"%PORT%"_qs, QString::number(project.port));
        text.replace(u"%HEALTH%"_qs, scalar(project.healthPath));
        text.replace(u"%NAMESPACE%"_qs, scalar(namespaceName));
        files.push_back({path, text.toUtf8()});
    };
    const auto text = [](const char16_t *literal) { return QString::fromUtf16(literal); };
    add(QStringLiteral("base/kustomization.yaml"), text(baseKustomization), project.namespaceName);
    add(QStringLiteral("base/name-references.yaml"), text(baseNameReferences), project.namespaceName);
    add(QStringLiteral("base/service.yaml"), text(baseService), project.namespaceName);
    add(QStringLiteral("base/configmap.yaml"), text(baseConfigMap), project.namespaceName);
    add(QStringLiteral("base/serviceaccount.yaml"), text(baseServiceAccount), project.namespaceName);

    QString projectText =
        QStringLiteral("# The environments of this project: an overlay, the namespace it goes to, and the "
                       "kubeconfig context that\n"
                       "# it may be applied to (none named: it has to be given each time).\n"
                       "version: 1\n"
                       "name: %1\n"
                       "environments:\n")
            .arg(scalar(project.name));
    for (const EnvironmentValues &values : seedEnvironments()) {
        const QString folder = QStringLiteral("overlays/") + values.name + u'/';
        const QString namespaceName = project.namespaceName + values.namespaceSuffix;
        add(folder + QStringLiteral("kustomization.yaml"), text(overlayKustomization), namespaceName);
        QString scaling = text(overlayScaling);
        scaling.replace(u"%MIN%"_qs, values.minScale).replace(u"%MAX%"_qs, values.maxScale);
        scaling.replace(u"%TARGET%"_qs, values.target).replace(u"%DELAY%"_qs, values.scaleDownDelay);
        add(folder + QStringLiteral("service-scaling.yaml"), scaling, namespaceName);
        QString resources = text(overlayResources);
        resources.replace(u"%CPU_REQUEST%"_qs, values.cpuRequest).replace(u"%CPU_LIMIT%"_qs, values.cpuLimit);
        resources.replace(u"%MEMORY_REQUEST%"_qs, values.memoryRequest)
            .replace(u"%MEMORY_LIMIT%"_qs, values.memoryLimit);
        add(folder + QStringLiteral("service-resources.yaml"), resources, namespaceName);
        projectText += QStringLiteral("- name: %1\n  overlay: overlays/%1\n  namespace: %2\n")
                           .arg(values.name, scalar(namespaceName));
        if (values.production)
            projectText += QStringLiteral("  production: true\n");
    }
    files.push_back({QString::fromUtf16(projectFileName), projectText.toUtf8()});
    return files;
}

Result<QStringList> createProject(const QString &folder, const NewProject &project)
{
    const auto files = projectFiles(project);
    if (!files)
        return tl::unexpected(files.error());
    const QDir root(folder);
    for (const NewFile &file : *files) {
        const QString path = root.filePath(file.file);
        if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
            return base::fail(FileError{FileError::Kind::Exists, path, {}});
    }
    QStringList written;
    for (const NewFile &file : *files) {
        const QString path = root.filePath(file.file);
        auto done = QDir().mkpath(QFileInfo(path).path())
            ? base::replaceFileIfUnchanged(path, {}, file.bytes)
            : Result<void>(base::fail(base::fileErrorFromErrno(QFileInfo(path).path(), errno)));
        if (!done) {
            // Nothing of a half-made project stays.
            for (const QString &made : std::as_const(written))
                QFile::remove(made);
            return tl::unexpected(done.error());
        }
        written.append(path);
    }
    return written;
}

} // namespace sluice::manifest
