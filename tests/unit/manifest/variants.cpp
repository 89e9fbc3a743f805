// SPDX-License-Identifier: GPL-3.0-or-later
#include "variants.h"

#include "manifest/create.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace sluice;

namespace {

using Files = std::map<QString, QByteArray>;

Files filesOf(const manifest::NewProject &project)
{
    Files files;
    if (const auto made = manifest::projectFiles(project)) {
        for (const manifest::NewFile &file : *made)
            files[file.file] = file.bytes;
    }
    return files;
}

void replace(Files &files, const QString &path, const char *from, const char *to)
{
    QByteArray &bytes = files[path];
    if (!bytes.contains(from))
        qFatal("variant: %s has no %s", qPrintable(path), from);
    bytes.replace(from, to);
}

void append(Files &files, const QString &path, const char *text)
{
    files[path] += text;
}

const QString overlay(const char *environment)
{
    return QStringLiteral("overlays/%1/kustomization.yaml").arg(QLatin1String(environment));
}

void everyOverlay(Files &files, const char *text)
{
    for (const char *environment : {"dev", "staging", "prod"})
        append(files, overlay(environment), text);
}

} // namespace

Files sampleFiles()
{
    return filesOf({});
}

bool writeFiles(const QString &folder, const Files &files)
{
    for (const auto &[path, bytes] : files) {
        const QString full = QDir(folder).filePath(path);
        QFile file(full);
        if (!QDir().mkpath(QFileInfo(full).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

std::vector<Variant> projectVariants()
{
    std::vector<Variant> all;
    const auto add = [&](const char *name, Files files) {
        all.push_back({QLatin1String(name), std::move(files)});
    };
    const QString service = u"base/service.yaml"_qs;
    const QString base = u"base/kustomization.yaml"_qs;
    const QString scaling = u"overlays/prod/service-scaling.yaml"_qs;
    const QString resources = u"overlays/prod/service-resources.yaml"_qs;

    add("sample", sampleFiles());
    {
        manifest::NewProject project;
        project.name = u"shop"_qs;
        project.image = u"registry.example.com:5000/team/shop@sha256:"_qs + QString(64, u'a');
        project.namespaceName = u"0123"_qs;
        project.port = 8080;
        project.healthPath = u"/"_qs;
        add("other-names", filesOf(project));
    }
    {
        Files files = sampleFiles();
        append(files, overlay("dev"), "namePrefix: dev-\n");
        append(files, overlay("staging"), "nameSuffix: -st\n");
        append(files, overlay("prod"), "namePrefix: p-\nnameSuffix: -x\n");
        add("prefix-suffix", files);
    }
    {
        Files files = sampleFiles();
        append(files, overlay("dev"),
               "images:\n- name: ghcr.io/example/python-api-base\n  digest: "
               "sha256:0123456789012345678901234567890123456789012345678901234567890123\n");
        append(
            files, overlay("staging"),
            "images:\n- name: ghcr.io/example/python-api-base\n  newName: registry.example.com:5000/api\n");
        append(files, overlay("prod"),
               "images:\n- name: other\n  newTag: \"9\"\n- name: ghcr.io/example/python-api-base\n  newName: "
               "api\n  newTag: 2.0.1\n");
        add("images", files);
    }
    {
        Files files = sampleFiles();
        everyOverlay(files, "commonAnnotations:\n  example.com/owner: team-a\n  note: \"yes\"\n");
        append(files, u"base/configmap.yaml"_qs,
               "---\n# nothing here\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: empty\n  "
               "annotations: {}\n");
        add("common-annotations", files);
    }
    {
        Files files = sampleFiles();
        everyOverlay(files,
                     "labels:\n- pairs:\n    tier: web\n  includeTemplates: true\n- pairs:\n    "
                     "example.com/team: a\n  fields:\n  - group: serving.knative.dev\n    kind: Service\n    "
                     "path: spec/template/metadata/labels\n    create: true\n");
        add("template-labels", files);
    }
    {
        Files files = sampleFiles();
        replace(files, scaling, "target: \"100\"", "target: null");
        append(files, scaling,
               "    spec:\n      timeoutSeconds: null\n      containerConcurrency: 50\n      more:\n        "
               "a: null\n        b: {c: null}\n");
        add("nulls", files);
    }
    {
        Files files = sampleFiles();
        append(files, scaling,
               "    spec:\n      containers:\n      - name: user-container\n        env: null\n        "
               "image: replaced:1\n        resources: {requests: {}, limits: {}}\n");
        add("containers-replaced", files);
    }
    {
        Files files = sampleFiles();
        append(files, overlay("prod"),
               "- patch: |-\n    apiVersion: serving.knative.dev/v1\n    kind: Service\n    metadata:\n      "
               "name: python-api-base\n    spec:\n      template:\n        metadata:\n          "
               "annotations:\n            autoscaling.knative.dev/window: 90s\n"
               "- target: {kind: ConfigMap}\n  patch: |-\n    - op: replace\n      path: /data/APP_NAME\n    "
               "  value: inline\n    - op: add\n      path: /data/a~1b\n      value: \"1\"\n");
        add("inline-patches", files);
    }
    {
        Files files = sampleFiles();
        files[overlay("dev")] =
            "resources:\n- ../../base\nnamespace: old\npatchesStrategicMerge:\n- "
            "service-scaling.yaml\npatchesJson6902:\n- path: service-resources.yaml\n  target:\n    group: "
            "serving.knative.dev\n    version: v1\n    kind: Service\n    name: python-api-base\n";
        add("older-fields", files);
    }
    {
        Files files = sampleFiles();
        append(files, base, "- trigger-references.yaml\n");
        files[u"base/trigger-references.yaml"_qs] =
            "nameReference:\n- kind: Broker\n  group: eventing.knative.dev\n  fieldSpecs:\n  - kind: "
            "Trigger\n    group: eventing.knative.dev\n    path: spec/broker\n- kind: Service\n  group: "
            "serving.knative.dev\n  fieldSpecs:\n  - kind: Trigger\n    path: spec/subscriber/ref/name\n";
        replace(files, base, "- service.yaml\n", "- eventing.yaml\n- service.yaml\n");
        files[u"base/eventing.yaml"_qs] =
            "apiVersion: eventing.knative.dev/v1\nkind: Trigger\nmetadata:\n  name: orders\nspec:\n  broker: "
            "main\n  filter:\n    attributes:\n      type: com.example.order\n  subscriber:\n    ref:\n      "
            "apiVersion: serving.knative.dev/v1\n      kind: Service\n      name: "
            "python-api-base\n---\napiVersion: eventing.knative.dev/v1\nkind: Broker\nmetadata:\n  name: "
            "main\nspec: {}\n";
        append(files, overlay("dev"), "namePrefix: dev-\n");
        add("eventing", files);
    }
    {
        Files files = sampleFiles();
        for (auto &[path, bytes] : files)
            bytes.replace("\n", "\r\n");
        add("crlf", files);
    }
    {
        Files files = sampleFiles();
        files[u"base/config/kustomization.yaml"_qs] = "resources: [more]\nnamePrefix: inner-\n";
        files[u"base/config/more/kustomization.yaml"_qs] = "resources:\n- a.yaml\nnameSuffix: -deep\n";
        files[u"base/config/more/a.yaml"_qs] =
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: deep\ndata: {k: v}\n";
        replace(files, base, "- service.yaml\n", "- config\n- service.yaml\n");
        append(files, service, "");
        replace(
            files, service, "            name: python-api-base-config\n",
            "            name: python-api-base-config\n        - configMapRef:\n            name: deep\n");
        add("nested-bases", files);
    }
    {
        Files files = sampleFiles();
        QByteArray second = files[service];
        second.replace("  name: python-api-base\nspec", "  name: worker\nspec");
        files[u"base/worker.yaml"_qs] = second;
        replace(files, base, "- service.yaml\n", "- worker.yaml\n- service.yaml\n");
        replace(files, overlay("prod"), "    name: python-api-base\n", "    name: .*o.*\n");
        add("two-services", files);
    }
    {
        Files files = sampleFiles();
        files[u"base/namespace.yaml"_qs] =
            "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: placeholder\n  labels:\n    a: b\n";
        append(files, base, "");
        replace(files, base, "- service.yaml\n", "- service.yaml\n- namespace.yaml\n");
        append(files, overlay("dev"), "namePrefix: x-\n");
        add("namespace-object", files);
    }
    {
        Files files = sampleFiles();
        append(
            files, resources,
            "- op: remove\n  path: /spec/template/spec/containers/0/env/0\n- op: replace\n  path: "
            "/spec/template/spec/containers/0/env/0/value\n  value: debug\n- op: add\n  path: "
            "/spec/template/spec/containers/0/env/-\n  value: {name: LAST, value: \"1\"}\n- op: add\n  path: "
            "/spec/template/spec/containers/0/env/0\n  value:\n    name: FIRST\n    value: \"0\"\n- op: "
            "add\n  path: /metadata/annotations\n  value:\n    a.b/c: d\n- op: add\n  path: "
            "/metadata/annotations/e~1f~0g\n  value: h\n- op: test\n  path: /metadata/annotations/a.b~1c\n  "
            "value: d\n- op: replace\n  path: /spec/template/spec/containers/0/ports\n  value: []\n");
        add("operations", files);
    }
    {
        Files files = sampleFiles();
        append(files, u"base/configmap.yaml"_qs,
               "  multi: |\n    one\n      two\n\n  kept: |+\n    x\n\n  folded: >-\n    a b\n    c\n  "
               "quoted: 'it''s'\n  escaped: \"\\t\\u00e9\\n\"\n  octal: \"0777\"\n  sexagesimal: \"1:30\"\n  "
               "word: \"on\"\n  date: \"2026-01-01\"\n  long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "
               "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb cccccccccccccccccc ddddddddddddd\n  é: ü\n  "
               "trailing: \"x \"\n  hash: \"a #b\"\n  colon: \"a: b\"\n");
        append(files, scaling,
               "  odd:\n    a: 0x1F\n    b: 1_000\n    c: 1e3\n    d: 0o17\n    e: 08\n    f: yes\n    g: "
               "~\n    h: 2026-01-01\n    i: 1.50\n    j: -0.0\n    l: .5\n    m: 1e-7\n    n: "
               "100000000000000000000000\n    o: 1:30\n    p: =\n    q: [1, 'a', ~, {}]\n");
        add("scalars", files);
    }
    {
        Files files = sampleFiles();
        append(files, u"base/configmap.yaml"_qs,
               "---\napiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: anchored\nspec:\n  a: &a\n  "
               "  x: 1\n    y: [p, q]\n  b: *a\n  c:\n    <<: *a\n    x: 2\n  d: &s text\n  e: [*s, *s]\n");
        add("anchors", files);
    }
    {
        Files files = sampleFiles();
        everyOverlay(files, "sortOptions:\n  order: fifo\n");
        add("fifo", files);
    }
    {
        Files files = sampleFiles();
        files[u"base/secret.yaml"_qs] = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: token\ntype: "
                                        "Opaque\nstringData:\n  key: \"123\"\n";
        replace(files, base, "- service.yaml\n", "- secret.yaml\n- service.yaml\n");
        replace(files, service, "        envFrom:\n",
                "        - name: TOKEN\n          valueFrom:\n            secretKeyRef:\n              name: "
                "token\n              key: key\n        - name: NAME\n          valueFrom:\n            "
                "configMapKeyRef:\n              name: python-api-base-config\n              key: APP_NAME\n "
                "       envFrom:\n        - secretRef:\n            name: token\n");
        append(files, overlay("dev"), "namePrefix: dev-\n");
        append(files, overlay("prod"), "nameSuffix: -v2\n");
        add("secret-references", files);
    }
    {
        Files files = sampleFiles();
        files[u"base/thing.json"_qs] =
            "{\"apiVersion\": \"example.com/v1\", \"kind\": \"Thing\", \"metadata\": {\"name\": \"json\"},\n "
            "\"spec\": {\"list\": [1, 2.5, \"x\", null, {\"a\": []}], \"empty\": {}}}\n";
        replace(files, base, "- service.yaml\n", "- thing.json\n- service.yaml\n");
        add("json-file", files);
    }
    {
        Files files = sampleFiles();
        files[u"overlays/prod-eu/kustomization.yaml"_qs] =
            "resources:\n- ../prod\nnamespace: my-api-eu\nnameSuffix: -eu\npatches:\n- path: more.yaml\n";
        files[u"overlays/prod-eu/more.yaml"_qs] =
            "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: python-api-base\n  "
            "namespace: my-api\nspec:\n  template:\n    metadata:\n      annotations:\n        "
            "autoscaling.knative.dev/max-scale: \"7\"\n";
        files.erase(u"sluice.yaml"_qs);
        add("overlay-of-overlay", files);
    }
    {
        Files files = sampleFiles();
        files[scaling] =
            "{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: python-api-base}, spec: "
            "{template: {metadata: {annotations: {autoscaling.knative.dev/min-scale: '2', "
            "autoscaling.knative.dev/max-scale: '20'}}}}}\n";
        files[resources] =
            R"([{"op": "test", "path": "/spec/template/spec/containers/0/name", "value": "user-container"}, {"op": "add", "path": "/spec/template/spec/containers/0/resources/limits/cpu", "value": 2}])";
        add("flow-style", files);
    }
    {
        Files files = sampleFiles();
        append(files, u"base/configmap.yaml"_qs,
               "---\napiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: empties\n  labels:\n  "
               "annotations:\nspec:\n  a:\n  b: {}\n  c: []\n  d: \"\"\n  e: [[], {}]\nstatus:\n");
        replace(files, scaling, "spec:\n  template:\n", "spec:\n  empty: {}\n  none: []\n  template:\n");
        add("empties", files);
    }
    {
        Files files = sampleFiles();
        for (const char *kind : {"Zebra", "Alpha", "Middle"})
            append(files, u"base/configmap.yaml"_qs,
                   (QByteArray("---\napiVersion: example.com/v1\nkind: ") + kind
                    + "\nmetadata:\n  name: b\n---\napiVersion: example.com/v1\nkind: " + kind
                    + "\nmetadata:\n  name: a\n---\napiVersion: another.org/v2\nkind: " + kind
                    + "\nmetadata:\n  name: c\n")
                       .constData());
        add("order", files);
    }
    return all;
}
