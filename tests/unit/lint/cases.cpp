// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "manifest/file_set.h"

#include <QStringList>

using namespace sluice;

Files plainTree()
{
    return withFiles({}, R"(
=== base/kustomization.yaml
resources:
- service.yaml
=== base/service.yaml
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: hello
spec:
  template:
    metadata:
      annotations:
        autoscaling.knative.dev/max-scale: "5"
    spec:
      containers:
      - name: user-container
        image: ghcr.io/acme/hello:1.2.0
        ports:
        - containerPort: 8080
        env:
        - name: LOG_LEVEL
          value: info
=== overlays/dev/kustomization.yaml
resources:
- ../../base
namespace: shop-dev
)");
}

Files withFiles(Files files, const char *text)
{
    QString path;
    QByteArray bytes;
    const auto put = [&] {
        if (path.isEmpty())
            return;
        if (bytes.isEmpty())
            files.erase(path);
        else
            files[path] = bytes;
    };
    QByteArray rest(text);
    if (rest.startsWith('\n'))
        rest.remove(0, 1);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n') + 1;
        const QByteArray line = end > 0 ? rest.left(end) : rest;
        rest.remove(0, line.size());
        if (line.startsWith("=== ")) {
            put();
            path = QString::fromUtf8(line.mid(4).trimmed());
            bytes.clear();
        } else {
            bytes += line;
        }
    }
    put();
    return files;
}

manifest::Project projectOf(const Files &files)
{
    auto project = manifest::readProject(QStringLiteral("/project"), manifest::FileSet::make(files));
    if (!project)
        qFatal("%s", qPrintable(base::debugText(project.error())));
    return *project;
}

/// A Service "hello" with these annotations on its template.
#define SERVICE(annotations)                                                                                 \
    "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "        \
    "hello\nspec:\n  template:\n    metadata:\n      annotations:\n" annotations                             \
    "    spec:\n      containers:\n      - name: user-container\n        image: ghcr.io/acme/hello:1.2.0\n"
/// One with this split.
#define TRAFFIC(targets)                                                                                     \
    "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "        \
    "hello\nspec:\n  template:\n    spec:\n      containers:\n      - image: ghcr.io/acme/hello:1.2.0\n"     \
    "  traffic:\n" targets
/// One with this container.
#define CONTAINER(fields)                                                                                    \
    "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "        \
    "hello\nspec:\n  template:\n    spec:\n      containers:\n      - name: user-container\n" fields
#define DEV(lines) "\n=== overlays/dev/kustomization.yaml\nresources:\n- ../../base\n" lines
#define EVENTING(documents)                                                                                  \
    "\n=== base/kustomization.yaml\nresources:\n- service.yaml\n- eventing.yaml\n=== "                       \
    "base/eventing.yaml\n" documents
#define BROKER(more)                                                                                         \
    "apiVersion: eventing.knative.dev/v1\nkind: Broker\nmetadata:\n  name: default\nspec:\n" more
#define SINK                                                                                                 \
    "  delivery:\n    deadLetterSink:\n      ref:\n        apiVersion: serving.knative.dev/v1\n"             \
    "        kind: Service\n        name: hello\n"
#define TRIGGER(broker, subscriber)                                                                          \
    "---\napiVersion: eventing.knative.dev/v1\nkind: Trigger\nmetadata:\n  name: orders\nspec:\n  "          \
    "broker: " broker                                                                                        \
    "\n  subscriber:\n    ref:\n      apiVersion: serving.knative.dev/v1\n      kind: Service\n"             \
    "      name: " subscriber "\n"
#define APPLICATION(name, more)                                                                              \
    "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: " name                          \
    "\nspec:\n  project: default\n  source:\n    repoURL: https://example.com/shop.git\n"                    \
    "    path: deploy/overlays/dev\n  destination:\n    server: https://kubernetes.default.svc\n"            \
    "    namespace: shop-dev\n" more

const std::vector<LintCase> &lintCases()
{
    static const std::vector<LintCase> cases = {
        {"traffic-sum", "",
         TRAFFIC(
             "  - latestRevision: true\n    percent: 80\n  - revisionName: hello-00001\n    percent: 10\n"),
         "base/service.yaml:10 spec.traffic",
         TRAFFIC("  - latestRevision: true\n    percent: 90\n  - revisionName: hello-00001\n    percent: "
                 "10\n    tag: old\n  - revisionName: hello-00002\n    tag: none\n")},
        {"traffic-sum", "no percents", TRAFFIC("  - latestRevision: true\n"),
         "base/service.yaml:10 spec.traffic", TRAFFIC("  - latestRevision: true\n    percent: 100\n")},
        {"traffic-tag", "", TRAFFIC("  - latestRevision: true\n    percent: 100\n    tag: Green_1\n"),
         "base/service.yaml:13 spec.traffic[0].tag",
         TRAFFIC("  - latestRevision: true\n    percent: 100\n    tag: green-1\n")},
        {"traffic-tag", "twice",
         TRAFFIC("  - latestRevision: true\n    percent: 100\n    tag: blue\n  - revisionName: hello-00001\n "
                 "   tag: blue\n"),
         "base/service.yaml:15 spec.traffic[1].tag",
         TRAFFIC("  - latestRevision: true\n    percent: 100\n    tag: blue\n  - revisionName: hello-00001\n "
                 "   tag: green\n")},
        {"host-label", "",
         TRAFFIC("  - latestRevision: true\n    percent: 100\n    tag: "
                 "a234567890123456789012345678901234567890123456789012345678\n"),
         "base/service.yaml:13 spec.traffic[0].tag",
         TRAFFIC("  - latestRevision: true\n    percent: 100\n    tag: "
                 "a23456789012345678901234567890123456789012345678901234567\n")},
        {"traffic-target", "latest and name",
         TRAFFIC("  - latestRevision: true\n    revisionName: hello-00001\n    percent: 100\n"),
         "base/service.yaml:11 spec.traffic[0].latestRevision",
         TRAFFIC("  - latestRevision: false\n    revisionName: hello-00001\n    percent: 100\n")},
        {"traffic-target", "no name", TRAFFIC("  - latestRevision: false\n    percent: 100\n"),
         "base/service.yaml:11 spec.traffic[0].latestRevision", TRAFFIC("  - percent: 100\n")},
        {"traffic-target", "configuration", TRAFFIC("  - configurationName: hello\n    percent: 100\n"),
         "base/service.yaml:11 spec.traffic[0].configurationName", TRAFFIC("  - percent: 100\n")},
        {"traffic-target", "url", TRAFFIC("  - latestRevision: true\n    percent: 100\n    url: http://x\n"),
         "base/service.yaml:13 spec.traffic[0].url", TRAFFIC("  - latestRevision: true\n    percent: 100\n")},
        {"traffic-target", "percent",
         TRAFFIC(
             "  - latestRevision: true\n    percent: 120\n  - revisionName: hello-00001\n    percent: -20\n"),
         "base/service.yaml:12 spec.traffic[0].percent",
         TRAFFIC("  - percent: 100\n  - tag: t\n    percent: 0\n"), false},
        {"traffic-revision", "prefix",
         TRAFFIC("  - revisionName: hello-00001\n    percent: 100\n")
             DEV("namespace: shop-dev\nnamePrefix: dev-\n"),
         "base/service.yaml:11 spec.traffic[0].revisionName",
         TRAFFIC("  - revisionName: dev-hello-00001\n    percent: 100\n")
             DEV("namespace: shop-dev\nnamePrefix: dev-\n")},
        {"revision-unknown", "", TRAFFIC("  - revisionName: hello-v1\n    percent: 100\n"),
         "base/service.yaml:11 spec.traffic[0].revisionName",
         TRAFFIC("  - revisionName: hello-00001\n    percent: 100\n"), false},
        {"revision-name", "",
         "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "
         "hello\nspec:\n"
         "  template:\n    metadata:\n      name: v1\n    spec:\n      containers:\n      - image: a/b:1\n",
         "base/service.yaml:8 spec.template.metadata.name",
         "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "
         "hello\nspec:\n"
         "  template:\n    metadata:\n      name: hello-v1\n    spec:\n      containers:\n      - image: "
         "a/b:1\n"},
        {"annotation-alias", "", SERVICE("        autoscaling.knative.dev/minScale: \"1\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/minScale]",
         SERVICE("        autoscaling.knative.dev/min-scale: \"1\"\n")},
        {"annotation-alias", "both",
         SERVICE("        autoscaling.knative.dev/minScale: \"1\"\n        "
                 "autoscaling.knative.dev/min-scale: \"2\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/minScale]",
         SERVICE("        example.com/minScale: \"1\"\n")},
        {"annotation-alias", "in a patch",
         DEV("patches:\n- path: scaling.yaml\n") "=== overlays/dev/scaling.yaml\napiVersion: "
                                                 "serving.knative.dev/v1\n"
                                                 "kind: Service\nmetadata:\n  name: hello\nspec:\n  "
                                                 "template:\n    metadata:\n      annotations:\n"
                                                 "        # few\n        "
                                                 "\"autoscaling.knative.dev/minScale\": \"1\" # at least\n",
         "overlays/dev/scaling.yaml:10 spec.template.metadata.annotations[autoscaling.knative.dev/minScale]",
         SERVICE("        autoscaling.knative.dev/window: 60s\n")},
        {"annotation-alias", "by operation",
         DEV("patches:\n- path: scaling.yaml\n  target: {kind: Service}\n") "=== overlays/dev/scaling.yaml\n"
                                                                            "- op: add\n  path: "
                                                                            "/spec/template/metadata/"
                                                                            "annotations/"
                                                                            "autoscaling.knative.dev~"
                                                                            "1minScale\n  value: \"1\"\n",
         "overlays/dev/scaling.yaml:3 spec.template.metadata.annotations[autoscaling.knative.dev/minScale]",
         DEV("patches:\n- path: scaling.yaml\n  target: {kind: Service}\n") "=== overlays/dev/scaling.yaml\n"
                                                                            "- op: add\n  path: "
                                                                            "/spec/template/metadata/"
                                                                            "annotations/"
                                                                            "autoscaling.knative.dev~1min-"
                                                                            "scale\n  value: \"1\"\n"},
        {"annotation-place", "",
         "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "
         "hello\n"
         "  annotations:\n    autoscaling.knative.dev/min-scale: \"1\"\nspec:\n  template:\n    spec:\n"
         "      containers:\n      - image: a/b:1\n",
         "base/service.yaml:6 metadata.annotations[autoscaling.knative.dev/min-scale]",
         SERVICE("        autoscaling.knative.dev/min-scale: \"1\"\n")},
        {"annotation-place", "of the Service", SERVICE("        serving.knative.dev/rollout-duration: 60s\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[serving.knative.dev/rollout-duration]",
         "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "
         "hello\n"
         "  annotations:\n    serving.knative.dev/rollout-duration: 60s\nspec:\n  template:\n    spec:\n"
         "      containers:\n      - image: a/b:1\n"},
        {"annotation-place", "a label", SERVICE("        networking.knative.dev/visibility: cluster-local\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[networking.knative.dev/visibility]",
         SERVICE("        example.com/visibility: cluster-local\n")},
        {"annotation-unknown", "", SERVICE("        autoscaling.knative.dev/min-scal: \"1\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/min-scal]",
         SERVICE("        autoscaling.knative.dev/min-scale: \"1\"\n        example.com/min-scal: \"1\"\n")},
        {"annotation-unknown", "wrong group", SERVICE("        autoscalling.knative.dev/min-scale: \"1\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscalling.knative.dev/min-scale]",
         SERVICE("        sidecar.istio.io/inject: \"true\"\n")},
        {"annotation-unknown", "gone", SERVICE("        features.knative.dev/podspec-dryrun: enabled\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[features.knative.dev/podspec-dryrun]",
         SERVICE("        features.knative.dev/queueproxy-podinfo: enabled\n"), true, 20},
        {"annotation-value", "range", SERVICE("        autoscaling.knative.dev/window: 2s\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/window]",
         SERVICE("        autoscaling.knative.dev/window: 6s\n        "
                 "autoscaling.knative.dev/target-burst-capacity: \"-1\"\n")},
        {"annotation-value", "unit", SERVICE("        autoscaling.knative.dev/scale-down-delay: \"90\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/scale-down-delay]",
         SERVICE("        autoscaling.knative.dev/scale-down-delay: 90s\n")},
        {"annotation-value", "metric", SERVICE("        autoscaling.knative.dev/metric: RPS\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/metric]",
         SERVICE("        autoscaling.knative.dev/metric: cpu\n        autoscaling.knative.dev/class: "
                 "hpa.autoscaling.knative.dev\n")},
        {"annotation-value", "whole", SERVICE("        autoscaling.knative.dev/max-scale: \"1.5\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/max-scale]",
         SERVICE("        autoscaling.knative.dev/target: \"1.5\"\n"), false},
        {"scale-bounds", "",
         SERVICE("        autoscaling.knative.dev/min-scale: \"6\"\n        "
                 "autoscaling.knative.dev/max-scale: \"5\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/min-scale]",
         SERVICE("        autoscaling.knative.dev/min-scale: \"6\"\n        "
                 "autoscaling.knative.dev/max-scale: \"0\"\n")},
        {"scale-bounds", "activation",
         SERVICE("        autoscaling.knative.dev/min-scale: \"3\"\n        "
                 "autoscaling.knative.dev/activation-scale: \"2\"\n"),
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/min-scale]",
         SERVICE("        autoscaling.knative.dev/min-scale: \"2\"\n        "
                 "autoscaling.knative.dev/activation-scale: \"2\"\n")},
        {"scale-target", "",
         SERVICE("        autoscaling.knative.dev/target: \"200\"\n") "      containerConcurrency: 100\n",
         "base/service.yaml:9 spec.template.metadata.annotations[autoscaling.knative.dev/target]",
         SERVICE("        autoscaling.knative.dev/target: \"200\"\n        autoscaling.knative.dev/metric: "
                 "rps\n") "      containerConcurrency: 100\n"},
        {"image-latest", "", CONTAINER("        image: ghcr.io/acme/hello\n"),
         "base/service.yaml:10 spec.template.spec.containers[0].image",
         CONTAINER("        image: "
                   "localhost:5000/"
                   "hello@sha256:0123456789012345678901234567890123456789012345678901234567890123\n"),
         false},
        {"image-latest", "by kustomize",
         DEV("images:\n- name: ghcr.io/acme/hello\n  newTag: latest\n") "=== "
                                                                        "overlays/prod/"
                                                                        "kustomization.yaml\nresources:\n- "
                                                                        "../../base\n",
         "overlays/dev/kustomization.yaml:4 spec.template.spec.containers[0].image",
         DEV("images:\n- name: ghcr.io/acme/hello\n  newTag: \"2\"\n")},
        {"resource-bounds", "",
         CONTAINER("        image: a/b:1\n        resources:\n          requests:\n            cpu: 1500m\n"
                   "          limits:\n            cpu: \"1\"\n"),
         "base/service.yaml:13 spec.template.spec.containers[0].resources.requests.cpu",
         CONTAINER("        image: a/b:1\n        resources:\n          requests:\n            cpu: 1000m\n"
                   "          limits:\n            cpu: \"1\"\n")},
        {"probe-cold-start", "delay",
         CONTAINER("        image: a/b:1\n        readinessProbe:\n          initialDelaySeconds: 30\n"
                   "          httpGet:\n            path: /\n"),
         "base/service.yaml:12 spec.template.spec.containers[0].readinessProbe.initialDelaySeconds",
         CONTAINER("        image: a/b:1\n        readinessProbe:\n          initialDelaySeconds: 3\n"
                   "          httpGet:\n            path: /\n")},
        {"probe-cold-start", "always on",
         CONTAINER("        image: a/b:1\n        readinessProbe:\n          periodSeconds: 20\n"
                   "          httpGet:\n            path: /\n"),
         "base/service.yaml:12 spec.template.spec.containers[0].readinessProbe.periodSeconds",
         "\n=== base/service.yaml\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: "
         "hello\nspec:\n"
         "  template:\n    metadata:\n      annotations:\n        autoscaling.knative.dev/min-scale: \"1\"\n "
         "   spec:\n"
         "      containers:\n      - image: a/b:1\n        readinessProbe:\n          periodSeconds: 20\n"},
        {"field-unknown", "", CONTAINER("        image: a/b:1\n        enviroment: []\n"),
         "base/service.yaml:11 spec.template.spec.containers[0].enviroment",
         CONTAINER("        image: a/b:1\n        workingDir: /x\n"), false},
        {"field-unknown", "meant", CONTAINER("        image: a/b:1\n        workingDirr: /x\n"),
         "base/service.yaml:11 spec.template.spec.containers[0].workingDirr",
         CONTAINER("        image: a/b:1\n        workingDir: /x\n")},
        {"field-invalid", "number as text",
         CONTAINER("        image: a/b:1\n        env:\n        - name: A\n          value: 1.10\n"),
         "base/service.yaml:13 spec.template.spec.containers[0].env[0].value",
         CONTAINER("        image: a/b:1\n        env:\n        - name: A\n          value: \"1.10\"\n")},
        {"field-invalid", "required",
         EVENTING("apiVersion: eventing.knative.dev/v1\nkind: Trigger\nmetadata:\n  name: t\nspec:\n  "
                  "broker: {}\n"),
         "base/eventing.yaml:6 spec.broker", EVENTING(BROKER(SINK) TRIGGER("default", "hello")), false},
        {"labels-selector", "", DEV("commonLabels:\n  team: shop\n"),
         "overlays/dev/kustomization.yaml:3 commonLabels", DEV("labels:\n- pairs:\n    team: shop\n")},
        {"labels-selector", "labels", DEV("labels:\n- pairs:\n    team: shop\n  includeSelectors: true\n"),
         "overlays/dev/kustomization.yaml:6 labels[0].includeSelectors",
         DEV("labels:\n- pairs:\n    team: shop\n  includeSelectors: false\n")},
        {"labels-template", "", DEV("labels:\n- pairs:\n    team: shop\n  includeTemplates: true\n"),
         "overlays/dev/kustomization.yaml:6 labels[0].includeTemplates",
         DEV("labels:\n- pairs:\n    team: shop\n  includeTemplates: true\n  fields:\n  - group: "
             "serving.knative.dev\n"
             "    kind: Service\n    path: spec/template/metadata/labels\n    create: true\n")},
        {"merge-list", "",
         DEV("patches:\n- path: env.yaml\n") "=== overlays/dev/env.yaml\napiVersion: serving.knative.dev/v1\n"
                                             "kind: Service\nmetadata:\n  name: hello\nspec:\n  template:\n  "
                                             "  spec:\n      timeoutSeconds: 60\n"
                                             "      containers:\n      - name: user-container\n        "
                                             "env:\n        - name: LOG_LEVEL\n"
                                             "          value: debug\n        - name: MORE\n          value: "
                                             "\"1\"\n",
         "overlays/dev/env.yaml:9 spec.template.spec.containers",
         DEV("patches:\n- path: env.yaml\n  target: {kind: Service}\n") "=== overlays/dev/env.yaml\n- op: "
                                                                        "replace\n"
                                                                        "  path: "
                                                                        "/spec/template/spec/containers/0/"
                                                                        "env/0/value\n  value: debug\n"},
        {"merge-list", "nothing else",
         DEV("patchesStrategicMerge:\n- env.yaml\n") "=== overlays/dev/env.yaml\napiVersion: "
                                                     "serving.knative.dev/v1\n"
                                                     "kind: Service\nmetadata:\n  name: hello\nspec:\n  "
                                                     "template:\n    spec:\n"
                                                     "      containers:\n      - name: user-container\n      "
                                                     "  resources:\n          limits:\n            cpu: "
                                                     "\"1\"\n",
         "overlays/dev/env.yaml:8 spec.template.spec.containers",
         DEV("patches:\n- path: env.yaml\n") "=== overlays/dev/env.yaml\napiVersion: serving.knative.dev/v1\n"
                                             "kind: Service\nmetadata:\n  name: hello\nspec:\n  template:\n  "
                                             "  spec:\n      timeoutSeconds: 60\n"},
        {"merge-list", "written in the kustomization",
         DEV("patches:\n- patch: |-\n    apiVersion: serving.knative.dev/v1\n    kind: Service\n    "
             "metadata:\n"
             "      name: hello\n    spec:\n      template:\n        spec:\n          containers:\n"
             "          - image: ghcr.io/acme/hello:2\n"),
         "overlays/dev/kustomization.yaml:4 patches[0]",
         DEV("patches:\n- patch: |-\n    apiVersion: serving.knative.dev/v1\n    kind: Service\n    "
             "metadata:\n"
             "      name: hello\n    spec:\n      template:\n        spec:\n          timeoutSeconds: 9\n")},
        {"patch-target", "",
         "\n=== base/kustomization.yaml\nresources:\n- service.yaml\n- core.yaml\n=== "
         "base/core.yaml\napiVersion: v1\n"
         "kind: Service\nmetadata:\n  name: db\nspec:\n  ports:\n  - port: 80\n  template: {}\n" DEV(
             "patches:\n- path: p.yaml\n  target:\n    kind: Service\n") "=== overlays/dev/p.yaml\n- op: "
                                                                         "add\n  path: /spec/template/spec\n "
                                                                         " value: {}\n",
         "overlays/dev/kustomization.yaml:5 patches[0].target",
         DEV("patches:\n- path: p.yaml\n  target:\n    kind: Service\n") "=== overlays/dev/p.yaml\n- op: "
                                                                         "add\n  path: "
                                                                         "/spec/template/spec/"
                                                                         "timeoutSeconds\n  value: 60\n"},
        {"reference-renamed", "ConfigMap",
         CONTAINER("        image: a/b:1\n        envFrom:\n        - configMapRef:\n            name: "
                   "settings\n") "=== base/kustomization.yaml\nresources:\n- service.yaml\n- "
                                 "settings.yaml\n=== base/settings.yaml\n"
                                 "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n" DEV(
                                     "namePrefix: dev-\n"),
         "base/service.yaml:13 spec.template.spec.containers[0].envFrom[0].configMapRef.name",
         CONTAINER("        image: a/b:1\n        envFrom:\n        - configMapRef:\n            name: "
                   "settings\n") "=== base/kustomization.yaml\nresources:\n- service.yaml\n- "
                                 "settings.yaml\n=== base/settings.yaml\n"
                                 "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n"},
        {"reference-renamed", "Trigger",
         EVENTING(BROKER(SINK) TRIGGER("default", "hello")) DEV("nameSuffix: -dev\n"),
         "base/eventing.yaml:18 spec.broker", EVENTING(BROKER(SINK) TRIGGER("default", "hello"))},
        {"reference-missing", "", EVENTING(BROKER(SINK) TRIGGER("other", "hello")),
         "base/eventing.yaml:18 spec.broker", EVENTING(BROKER(SINK) TRIGGER("default", "hello")), false},
        {"reference-missing", "meant", EVENTING(BROKER(SINK) TRIGGER("default", "helo")),
         "base/eventing.yaml:23 spec.subscriber.ref.name",
         EVENTING(BROKER(SINK) TRIGGER("default", "hello"))},
        {"reference-missing", "optional",
         CONTAINER(
             "        image: a/b:1\n        envFrom:\n        - configMapRef:\n            name: settings\n"),
         "base/service.yaml:13 spec.template.spec.containers[0].envFrom[0].configMapRef.name",
         CONTAINER(
             "        image: a/b:1\n        envFrom:\n        - configMapRef:\n            name: settings\n"
             "            optional: true\n        - secretRef:\n            name: made-elsewhere\n"),
         false},
        {"reference-namespace", "",
         EVENTING(BROKER(SINK) TRIGGER("default", "hello") "      namespace: shop\n"),
         "base/eventing.yaml:24 spec.subscriber.ref.namespace",
         EVENTING(BROKER(SINK) TRIGGER("default", "hello") "      namespace: shop-dev\n")},
        {"namespace-mixed", "",
         DEV("") EVENTING(
             "apiVersion: eventing.knative.dev/v1\nkind: Broker\nmetadata:\n  name: b\n  namespace: shop\n"),
         "base/service.yaml:3 metadata.namespace",
         DEV("namespace: x\n") EVENTING(
             "apiVersion: eventing.knative.dev/v1\nkind: Broker\nmetadata:\n  name: b\n  namespace: shop\n")},
        {"dead-letter", "", EVENTING(BROKER("  config: {}\n") TRIGGER("default", "hello")),
         "base/eventing.yaml:5 spec", EVENTING(BROKER(SINK) TRIGGER("default", "hello")), false},
        {"dead-letter", "of the others", EVENTING(BROKER(SINK) TRIGGER("elsewhere", "hello")),
         "base/eventing.yaml:17 spec", EVENTING(BROKER("  config: {}\n") TRIGGER("default", "hello") SINK)},
        {"dead-letter", "replaced",
         EVENTING(BROKER(SINK) TRIGGER("default", "hello") "  delivery:\n    retry: 3\n"),
         "base/eventing.yaml:24 spec.delivery", EVENTING(BROKER(SINK) TRIGGER("default", "hello"))},
        {"api-version-removed", "",
         EVENTING("apiVersion: eventing.knative.dev/v1beta1\nkind: Broker\nmetadata:\n  name: b\n"),
         "base/eventing.yaml:1 apiVersion",
         EVENTING("apiVersion: eventing.knative.dev/v1\nkind: Broker\nmetadata:\n  name: b\n")},
        {"api-version", "",
         EVENTING("apiVersion: sources.knative.dev/v1beta1\nkind: KafkaSource\nmetadata:\n  name: k\nspec:\n"
                  "  bootstrapServers: [b:9092]\n  topics: [t]\n" SINK),
         "base/eventing.yaml:1 apiVersion",
         EVENTING("apiVersion: sources.knative.dev/v1\nkind: KafkaSource\nmetadata:\n  name: k\nspec:\n"
                  "  bootstrapServers: [b:9092]\n  topics: [t]\n" SINK),
         true, 16},
        {"argo-owners", "", "\n=== argo/apps.yaml\n" APPLICATION("one", "") "---\n" APPLICATION("two", ""),
         "argo/apps.yaml:17 metadata.name", "\n=== argo/apps.yaml\n" APPLICATION("one", ""), false},
        {"argo-self-heal", "",
         "\n=== argo/apps.yaml\n" APPLICATION("one", "  syncPolicy:\n    automated:\n      selfHeal: true\n"),
         "argo/apps.yaml:15 spec.syncPolicy.automated.selfHeal",
         "\n=== argo/apps.yaml\n" APPLICATION("one", "  syncPolicy:\n    automated:\n      prune: true\n")},
        {"metric-unknown", "in no release",
         EVENTING("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: r\nspec:\n "
                  " groups:\n"
                  "  - name: g\n    rules:\n    - alert: A\n      expr: |\n        sum by (revision_name)\n"
                  "        (autoscaler_panic_mode_count{namespace_name=\"x\"}) > 0\n"),
         "base/eventing.yaml:10 spec.groups[0].rules[0].expr",
         EVENTING("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: r\nspec:\n "
                  " groups:\n"
                  "  - name: g\n    rules:\n    - alert: A\n      expr: sum by (revision_name) "
                  "(rate(revision_request_count[1m]))\n")},
        {"metric-unknown", "of another release",
         EVENTING("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: r\nspec:\n "
                  " groups:\n"
                  "  - name: g\n    rules:\n    - alert: A\n      expr: autoscaler_desired_pods > 10\n"),
         "base/eventing.yaml:10 spec.groups[0].rules[0].expr",
         EVENTING("apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: r\nspec:\n "
                  " groups:\n"
                  "  - name: g\n    rules:\n    - alert: A\n      expr: kn_revision_pods_desired > 10\n"),
         true, 19},
        {"unused-file", "",
         "\n=== base/more.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\n",
         "base/more.yaml:1 ", "\n=== base/values.yaml\nreplicas: 3\n", false},
        {"unused-layer", "",
         "\n=== old/kustomization.yaml\nresources:\n- cm.yaml\n=== old/cm.yaml\napiVersion: v1\nkind: "
         "ConfigMap\n"
         "metadata:\n  name: cm\n",
         "old/kustomization.yaml:1 ",
         DEV("components:\n- ../../part\n") "=== part/kustomization.yaml\n"
                                            "kind: Component\napiVersion: "
                                            "kustomize.config.k8s.io/v1alpha1\nnamespace: x\n",
         false},
        {"renders", "", DEV("patches:\n- path: missing.yaml\n"), "overlays/dev/kustomization.yaml:4 patches",
         DEV(""), false},
        {"not-rendered", "", DEV("configMapGenerator:\n- name: x\n  literals: [a=b]\n"),
         "overlays/dev/kustomization.yaml:1 ", DEV(""), false},
        {"unreadable", "", "\n=== base/broken.yaml\na: [1\n", "base/broken.yaml:2 ",
         "\n=== base/fine.yaml\na: [1]\n", false},
        {"silence", "unknown rule", DEV("# sluice-lint: ignore no-such-rule because\nnamespace: x\n"),
         "overlays/dev/kustomization.yaml:3 ",
         DEV("# sluice-lint: ignore image-latest because\nnamespace: x\n"), false},
        {"silence", "no reason", DEV("namespace: x # sluice-lint: ignore image-latest\n"),
         "overlays/dev/kustomization.yaml:3 ",
         DEV("namespace: x # sluice-lint: ignore image-latest so it is\n"), false},
    };
    return cases;
}
