// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace sluice::manifest {

/// An environment of a new project: an overlay with its namespace, scaling and resources.
struct NewEnvironment {
    QString name; ///< of its folder below overlays; a DNS-1123 label
    QString namespaceName; ///< empty: the project's, followed by "-name" unless it is production
    bool production = false;
    int minScale = 1; ///< pods
    int maxScale = 5; ///< pods; 0: no limit
    int target = 80; ///< concurrent requests a pod
    QString scaleDownDelay = QStringLiteral("30s"); ///< a Go duration, whole seconds up to 1h
    QString cpuRequest = QStringLiteral("100m"); ///< these are quantities
    QString cpuLimit = QStringLiteral("750m");
    QString memoryRequest = QStringLiteral("256Mi");
    QString memoryLimit = QStringLiteral("768Mi");
};

/// dev, staging and prod.
[[nodiscard]] std::vector<NewEnvironment> standardEnvironments();
/// The standard one of that name, else one like staging; "production" and "live" are like prod.
[[nodiscard]] NewEnvironment newEnvironment(const QString &name);

/// What a new project is made of; the defaults make the sample project. The parts beside base and overlays are made on request.
struct NewProject {
    QString name =
        QStringLiteral("python-api-base"); ///< of the Knative Service; DNS-1035, at most longestName()
    QString image = QStringLiteral("ghcr.io/example/python-api-base:1.0.0");
    QString namespaceName = QStringLiteral("my-api"); ///< of prod; the others add -dev and -staging
    int port = 8000; ///< that the container listens on
    QString healthPath = QStringLiteral("/health"); ///< of the probes
    std::vector<NewEnvironment> environments = standardEnvironments();
    int knativeRelease = 15; ///< minor of Knative 1.x; from 19 on metrics have other names

    bool eventing = false; ///< Kafka source, Broker, Triggers, dead-letter sink
    QStringList kafkaServers{QStringLiteral("kafka-bootstrap.kafka.svc:9092")}; ///< host:port
    QStringList kafkaTopics{QStringLiteral("orders")};
    bool traffic = false; ///< splits for a canary, blue-green, a rollback
    bool argoCd = false; ///< an ApplicationSet, and the Application that keeps it
    QString repository = QStringLiteral("https://git.example.com/team/deployments.git"); ///< Git URL
    QString repositoryPath = QStringLiteral("deployments/knative"); ///< of the project there; may be empty
    QString branch = QStringLiteral("main");
    bool monitoring = false; ///< ServiceMonitors, alerts, dashboard
    bool istio = false; ///< mutual TLS and authorization
    bool adapter = false; ///< the program: FastAPI, CloudEvents

    void addAllParts();
    [[nodiscard]] bool hasParts() const;
    /// Longest name of the Service with which all other names and hosts that are made of it keep within 63 characters.
    [[nodiscard]] int longestName() const;
};

/// Where \a environment of \a project goes.
[[nodiscard]] QString namespaceOf(const NewProject &project, const NewEnvironment &environment);
/// The production environment, or the last one: what stands where there can be only one.
[[nodiscard]] const NewEnvironment &mainEnvironment(const NewProject &project);
/// Errors: ValidationError whose field is the command line's name of the option.
[[nodiscard]] base::Result<void> checkNewProject(const NewProject &project);

} // namespace sluice::manifest
