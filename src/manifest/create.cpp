// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/create.h"

#include "base/atomic_file.h"
#include "manifest/project.h"
#include "manifest/template_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

// Q_INIT_RESOURCE must stand outside of namespaces. A static library's resources are not found without it.
static void initialiseTemplates()
{
    Q_INIT_RESOURCE(templates);
}

namespace sluice::manifest {

namespace {

using base::FileError;
using base::Result;

/// A file below resources/templates.
struct Template {
    const char *file;
    const char *condition; ///< "" for all projects
};

constexpr Template projectTemplates[] = {
    {"base/kustomization.yaml", ""},
    {"base/name-references.yaml", ""},
    {"base/service.yaml", ""},
    {"base/configmap.yaml", ""},
    {"base/serviceaccount.yaml", ""},
    {"eventing/kustomization.yaml", "eventing"},
    {"eventing/name-references.yaml", "eventing"},
    {"eventing/broker.yaml", "eventing"},
    {"eventing/dead-letter-sink.yaml", "eventing"},
    {"eventing/kafka-source.yaml", "eventing"},
    {"eventing/trigger.yaml", "eventing"},
    {"istio/kustomization.yaml", "istio"},
    {"istio/authorization-policy.yaml", "istio"},
    {"istio/peer-authentication.yaml", "istio"},
    {"traffic/canary-deployment.yaml", "traffic"},
    {"traffic/blue-green.yaml", "traffic"},
    {"traffic/rollback.yaml", "traffic"},
    {"argocd/applications/knative-api.yaml", "argocd"},
    {"argocd/applications/knative-monitoring.yaml", "argocd-monitoring"},
    {"argocd/applicationsets/knative-api-set.yaml", "argocd"},
    {"monitoring/kustomization.yaml", "monitoring"},
    {"monitoring/service-monitor.yaml", "monitoring"},
    {"monitoring/prometheus-alerts-knative.yml", "monitoring"},
    {"monitoring/grafana-dashboard-knative.json", "monitoring"},
    {"README.md", "parts"},
};

constexpr Template overlayTemplates[] = {
    {"kustomization.yaml", ""},
    {"service-scaling.yaml", ""},
    {"service-resources.yaml", ""},
    {"kafka-source.yaml", "own-consumer-group"},
};

constexpr const char *adapterTemplates[] = {
    ".dockerignore",
    "Dockerfile",
    "pyproject.toml",
    "src/__init__.py",
    "src/__main__.py",
    "src/main.py",
    "src/infrastructure/__init__.py",
    "src/infrastructure/eventing/__init__.py",
    "src/infrastructure/eventing/cloud_event.py",
    "src/infrastructure/eventing/http.py",
    "tests/test_cloud_event.py",
    "tests/test_http.py",
    "tests/test_main.py",
};

/// What Knative calls the same measurement before and since 1.19 (docs: serving metrics).
struct MetricName {
    const char *name; ///< in the templates
    const char *before;
    const char *since;
};

constexpr MetricName metricNames[] = {
    {"REQUESTS", "revision_request_count", "http_server_request_duration_seconds_count"},
    {"LATENCY_BUCKET", "revision_request_latencies_bucket", "http_server_request_duration_seconds_bucket"},
    {"COLD_BUCKET", "activator_request_latencies_bucket", "http_server_request_duration_seconds_bucket"},
    {"COLD_LIMIT", "3000", "3"},
    {"LATENCY_UNIT", "ms", "s"},
    {"FAILED", "response_code_class=\"5xx\"", "http_response_status_code=~\"5..\""},
    {"FAILED_JSON", "response_code_class=\\\"5xx\\\"", "http_response_status_code=~\\\"5..\\\""},
    {"DESIRED", "autoscaler_desired_pods", "kn_revision_pods_desired"},
    {"ACTUAL", "autoscaler_actual_pods", "kn_revision_pods_count"},
    {"PANIC", "autoscaler_panic_mode", "kn_revision_panic_mode"},
    {"CONCURRENCY", "autoscaler_stable_request_concurrency", "kn_revision_concurrency_stable"},
    {"CONCURRENCY_TARGET", "autoscaler_target_concurrency_per_pod", "kn_revision_concurrency_target"},
};

constexpr int firstOpenTelemetry = 19;
/// First release that serves KafkaSource v1 beside v1beta1.
constexpr int firstKafkaSourceV1 = 16;

TemplateValues environmentValues(const NewProject &project, const NewEnvironment &environment)
{
    TemplateValues values;
    values.texts[QStringLiteral("ENV")] = environment.name;
    values.texts[QStringLiteral("NAMESPACE")] = namespaceOf(project, environment);
    values.verbatim[QStringLiteral("MIN")] = QString::number(environment.minScale);
    values.verbatim[QStringLiteral("MAX")] = QString::number(environment.maxScale);
    values.verbatim[QStringLiteral("TARGET")] = QString::number(environment.target);
    values.verbatim[QStringLiteral("DELAY")] = environment.scaleDownDelay;
    values.verbatim[QStringLiteral("CPU_REQUEST")] = environment.cpuRequest;
    values.verbatim[QStringLiteral("CPU_LIMIT")] = environment.cpuLimit;
    values.verbatim[QStringLiteral("MEMORY_REQUEST")] = environment.memoryRequest;
    values.verbatim[QStringLiteral("MEMORY_LIMIT")] = environment.memoryLimit;
    if (environment.production)
        values.conditions.insert(QStringLiteral("production"));
    if (project.eventing && environment.name != mainEnvironment(project).name)
        values.conditions.insert(QStringLiteral("own-consumer-group"));
    return values;
}

std::vector<TemplateValues> each(const char *name, const QStringList &entries)
{
    std::vector<TemplateValues> list;
    for (const QString &entry : entries) {
        TemplateValues values;
        values.texts[QLatin1String(name)] = entry;
        list.push_back(std::move(values));
    }
    return list;
}

std::set<QString> conditionsOf(const NewProject &project)
{
    std::set<QString> conditions;
    const auto add = [&](bool holds, const char *name) {
        if (holds)
            conditions.insert(QLatin1String(name));
    };
    add(project.hasParts(), "parts");
    add(project.eventing, "eventing");
    add(project.traffic, "traffic");
    add(project.argoCd, "argocd");
    add(project.monitoring, "monitoring");
    add(project.argoCd && project.monitoring, "argocd-monitoring");
    add(project.istio, "istio");
    add(project.adapter, "adapter");
    add(project.knativeRelease >= firstOpenTelemetry, "opentelemetry");
    add(project.knativeRelease >= firstKafkaSourceV1, "kafka-source-v1");
    return conditions;
}

TemplateValues projectValues(const NewProject &project)
{
    TemplateValues values;
    const NewEnvironment &principal = mainEnvironment(project);
    values.conditions = conditionsOf(project);
    values.texts[QStringLiteral("NAME")] = project.name;
    values.texts[QStringLiteral("IMAGE")] = project.image;
    values.texts[QStringLiteral("HEALTH")] = project.healthPath;
    values.texts[QStringLiteral("MAIN")] = principal.name;
    values.texts[QStringLiteral("NAMESPACE")] = namespaceOf(project, principal);
    values.texts[QStringLiteral("REPOSITORY")] = project.repository;
    values.texts[QStringLiteral("BRANCH")] = project.branch;
    values.verbatim[QStringLiteral("PORT")] = QString::number(project.port);
    values.verbatim[QStringLiteral("REPOSITORY_PATH")] =
        project.repositoryPath.isEmpty() ? QString() : project.repositoryPath + u'/';
    for (const MetricName &metric : metricNames) {
        values.verbatim[QLatin1String(metric.name)] =
            QLatin1String(project.knativeRelease >= firstOpenTelemetry ? metric.since : metric.before);
    }
    QStringList namespaces;
    QStringList idle;
    std::vector<TemplateValues> environments;
    for (const NewEnvironment &environment : project.environments) {
        environments.push_back(environmentValues(project, environment));
        namespaces.append(namespaceOf(project, environment));
        if (environment.minScale == 0)
            idle.append(namespaces.last());
    }
    if (!idle.isEmpty())
        values.conditions.insert(QStringLiteral("scales-to-zero"));
    values.verbatim[QStringLiteral("NAMESPACES")] = namespaces.join(u'|');
    values.verbatim[QStringLiteral("NAMESPACE_LIST")] = namespaces.join(u',');
    values.verbatim[QStringLiteral("IDLE_NAMESPACES")] = idle.join(u'|');
    values.lists[QStringLiteral("environment")] = std::move(environments);
    values.lists[QStringLiteral("kafka server")] = each("KAFKA_SERVER", project.kafkaServers);
    values.lists[QStringLiteral("kafka topic")] = each("KAFKA_TOPIC", project.kafkaTopics);
    return values;
}

class Writer {
public:
    explicit Writer(const NewProject &project)
        : m_project(project)
        , m_values(projectValues(project))
    {
    }

    std::vector<NewFile> run()
    {
        for (const Template &entry : projectTemplates) {
            if (holds(entry, m_values))
                add(QStringLiteral("project/") + QLatin1String(entry.file), QLatin1String(entry.file),
                    m_values);
        }
        for (const NewEnvironment &environment : m_project.environments)
            addOverlay(environment);
        if (m_project.adapter) {
            for (const char *file : adapterTemplates) {
                const QString path = QStringLiteral("adapter/") + QLatin1String(file);
                add(path, path, m_values);
            }
        }
        add(QStringLiteral("project/sluice.yaml"), QString::fromUtf16(projectFileName), m_values);
        return std::move(m_files);
    }

private:
    static bool holds(const Template &entry, const TemplateValues &values)
    {
        return *entry.condition == '\0' || values.conditions.contains(QLatin1String(entry.condition));
    }

    void addOverlay(const NewEnvironment &environment)
    {
        TemplateValues own = environmentValues(m_project, environment);
        TemplateValues values = m_values;
        values.conditions.merge(own.conditions);
        // merge() keeps what is there: the environment's own values go first.
        own.texts.merge(values.texts);
        own.verbatim.merge(values.verbatim);
        values.texts = std::move(own.texts);
        values.verbatim = std::move(own.verbatim);
        for (const Template &entry : overlayTemplates) {
            if (holds(entry, values)) {
                add(QStringLiteral("project/overlays/ENV/") + QLatin1String(entry.file),
                    QStringLiteral("overlays/%1/%2").arg(environment.name, QLatin1String(entry.file)),
                    values);
            }
        }
    }

    void add(const QString &templateFile, const QString &file, const TemplateValues &values)
    {
        QFile source(QStringLiteral(":/sluice/templates/") + templateFile);
        if (!source.open(QIODevice::ReadOnly))
            qFatal("%s is not in the program", qPrintable(source.fileName()));
        const bool isYaml = file.endsWith(u".yaml") || file.endsWith(u".yml");
        const QString text = QString::fromUtf8(source.readAll());
        m_files.push_back({file, fillTemplate(text, values, isYaml).toUtf8()});
    }

    const NewProject &m_project;
    TemplateValues m_values;
    std::vector<NewFile> m_files;
};

} // namespace

Result<std::vector<NewFile>> projectFiles(const NewProject &project)
{
    if (auto done = checkNewProject(project); !done)
        return tl::unexpected(done.error());
    [[maybe_unused]] static const bool areThere = (initialiseTemplates(), true);
    return Writer(project).run();
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
