// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_scenes.h"

namespace sluice::test {

using domain::ParameterId;
using session::Health;
using Freshness = session::FreshnessInfo::State;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

session::OverviewRow service(const char *environment, const char *nameSpace, const char *name, Health health,
                             int revision, int pods, int most, int minutesAgo, const char *by)
{
    session::OverviewRow row;
    row.environment = str(environment);
    row.nameSpace = str(nameSpace);
    row.context = str("sandbox");
    row.service = str(name);
    row.deployed = true;
    row.production = row.environment == QLatin1String("prod");
    row.health = health;
    row.latestReady = QStringLiteral("%1-%2").arg(row.service).arg(revision, 5, 10, QLatin1Char('0'));
    row.latestCreated = row.latestReady;
    row.traffic = {{row.latestReady, {}, 100, true}};
    row.podsActual = pods;
    row.podsDesired = pods;
    row.maxScale = most;
    row.url = QStringLiteral("http://%1.%2.sandbox.local").arg(row.service, row.nameSpace);
    row.lastRelease = sampleNow().addSecs(-60 * minutesAgo);
    row.lastReleaseBy = str(by);
    row.freshness.state = Freshness::Live;
    return row;
}

session::EnvironmentInfo environment(const char *name, const char *nameSpace)
{
    session::EnvironmentInfo info;
    info.name = str(name);
    info.nameSpace = str(nameSpace);
    info.context = str("sandbox");
    info.production = info.name == QLatin1String("prod");
    info.freshness.state = Freshness::Live;
    return info;
}

session::ActivityEntry activity(qint64 id, const char *what, int minutesAgo)
{
    session::ActivityEntry entry;
    entry.id = id;
    entry.when = sampleNow().addSecs(-60 * minutesAgo);
    entry.what = said(what);
    entry.outcome = Health::Ok;
    return entry;
}

const char patchText[] = R"(apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: python-api-base
spec:
  template:
    metadata:
      annotations:
        # two pods always answer, so that a release never starts cold
        autoscaling.knative.dev/min-scale: "2"
        autoscaling.knative.dev/max-scale: "20"   # was 10 until the autumn sale
        autoscaling.knative.dev/scale-down-delay: "60s"
    spec:
      containers:
        - name: user-container
          resources:
            limits: {cpu: 2000m, memory: 2Gi}
)";

session::FileDiff maxScaleDiff()
{
    const QString before = str(patchText);
    QString after = before;
    after.replace(str("max-scale: \"20\""), str("max-scale: \"40\""));
    return session::diffLines(str("overlays/prod/service-scaling.yaml"), before, after, 2);
}

session::PlannedObject object(const char *kind, const char *name, session::PlannedObject::Action action)
{
    session::PlannedObject planned;
    planned.kind = str(kind);
    planned.apiVersion = planned.kind == QLatin1String("Service") ? str("serving.knative.dev/v1") : str("v1");
    planned.nameSpace = str("my-api");
    planned.name = str(name);
    planned.action = action;
    planned.dryRun = true;
    return planned;
}

} // namespace

QDateTime sampleNow()
{
    return QDateTime(QDate(2026, 3, 1), QTime(14, 32, 7), Qt::UTC);
}

base::Message said(const char *id, const QStringList &arguments)
{
    return {str(id), arguments};
}

void fillSample(FakeWorkspace &workspace)
{
    workspace.setEnvironments({environment("dev", "my-api-dev"), environment("staging", "my-api-staging"),
                               environment("prod", "my-api")});
    FakeEditor &editor = workspace.editorFake;
    editor.setHealth(str("dev"), Health::Ok, said("Ready"));
    editor.setHealth(str("staging"), Health::Ok, said("Ready"));
    editor.setHealth(str("prod"), Health::Ok, said("Ready"));
    for (const char *name : {"dev", "staging", "prod"}) {
        for (const domain::Parameter &parameter : domain::parameters())
            editor.setLive(str(name), parameter.id, editor.cell(str(name), parameter.id).text);
    }
    editor.setLive(str("prod"), ParameterId::ScaleDownDelay, str("0s"));
    editor.setLive(str("prod"), ParameterId::MemoryLimit, str("1Gi"));

    session::OverviewRow api = service("prod", "my-api", "python-api-base", Health::Ok, 6, 7, 40, 14, "ana");
    api.traffic = {{str("python-api-base-00006"), {}, 90, false},
                   {str("python-api-base-00007"), {}, 10, true}};
    api.drifted = 2;
    session::OverviewRow payments =
        service("prod", "my-api", "payments", Health::Failed, 10, 2, 10, 120, "ben");
    payments.latestCreated = str("payments-00011");
    payments.healthWords = said("Failed");
    payments.failure = str("Revision \"payments-00011\" failed with message: Unable to fetch image "
                           "\"ghcr.io/acme/payments:1.9.0\": 404 Not Found.");
    session::OverviewRow moving =
        service("staging", "my-api-staging", "payments", Health::Progressing, 14, 1, 5, 0, "");
    moving.unsaved = 1;
    session::OverviewRow absent = service("dev", "my-api-dev", "payments", Health::Unknown, 0, -1, -1, 0, "");
    absent.deployed = false;
    absent.traffic.clear();
    absent.latestReady.clear();
    absent.lastRelease = {};
    workspace.overviewFake.setRows(
        {api, payments, service("prod", "my-api", "dlq-handler", Health::Ok, 2, 0, 3, 3 * 1440, ""),
         service("staging", "my-api-staging", "python-api-base", Health::Ok, 9, 1, 5, 22, "ci"), moving,
         service("dev", "my-api-dev", "python-api-base", Health::Ok, 21, 0, 3, 1, ""), absent});
    workspace.setActivity({activity(3, "Applied dev: python-api-base-00021 is ready", 1),
                           activity(2, "ana moved 10 % to 00007 in prod", 14),
                           activity(1, "ci applied staging, 1 new revision", 22)});

    const QStringList files{str("base/configmap.yaml"),
                            str("base/kustomization.yaml"),
                            str("base/service.yaml"),
                            str("base/serviceaccount.yaml"),
                            str("overlays/dev/kustomization.yaml"),
                            str("overlays/dev/service-scaling.yaml"),
                            str("overlays/prod/kustomization.yaml"),
                            str("overlays/prod/service-scaling.yaml"),
                            str("overlays/staging/kustomization.yaml"),
                            str("overlays/staging/service-scaling.yaml"),
                            str("sluice.yaml")};
    std::vector<session::ManifestEntry> entries;
    QMap<QString, QString> sources;
    QString folder;
    for (const QString &file : files) {
        const QString above = file.section(QLatin1Char('/'), 0, -2);
        if (above != folder && !above.isEmpty())
            entries.push_back({above, true, int(above.count(QLatin1Char('/'))), 0, 0});
        folder = above;
        const bool bad = file == QLatin1String("overlays/prod/service-scaling.yaml");
        entries.push_back({file, false, int(file.count(QLatin1Char('/'))), bad ? 1 : 0, bad ? 0 : 0});
        sources.insert(file, str(patchText));
    }
    workspace.manifestsFake.setProject(
        entries,
        {{true, str("overlays/prod/service-scaling.yaml"), 14,
          said("This patch replaces containers: image, env and probes are lost in prod."),
          str("containers-replaced")},
         {false, str("overlays/dev/kustomization.yaml"), 3,
          said("commonLabels changes selectors; labels does not."), str("common-labels")}},
        {str("dev"), str("staging"), str("prod")}, sources);
    workspace.manifestsFake.renderedText = str(patchText);
    workspace.manifestsFake.difference = std::vector<session::FileDiff>{maxScaleDiff()};

    workspace.logsFake.setFreshness({Freshness::Live, sampleNow(), {}});
    workspace.logsFake.setOptions({str("python-api-base-00006"), str("python-api-base-00007")},
                                  {str("python-api-base-00007-deployment-5d9c-x2x7k"),
                                   str("python-api-base-00007-deployment-5d9c-kk2lp")});
}

void fillCrowd(FakeWorkspace &workspace, int services)
{
    std::vector<session::OverviewRow> rows;
    const QString longName(QStringLiteral("service-with-a-name-that-is-as-long-as-kubernetes-allows-it-%1"));
    const char *environments[] = {"prod", "staging", "dev"};
    for (int i = 0; i < services; ++i) {
        session::OverviewRow row =
            service(environments[i % 3], "my-api", "x", i == 7 ? Health::Failed : Health::Ok, i % 300 + 1,
                    i % 9, 40, i, "ci");
        row.service = longName.arg(i, 4, 10, QLatin1Char('0')).right(63);
        row.latestReady = row.service + row.latestReady.right(6);
        row.latestCreated = row.latestReady;
        row.traffic.front().revision = row.latestReady;
        if (i == 7)
            row.failure = str("Container failed with: exit code 1");
        rows.push_back(row);
    }
    workspace.overviewFake.setRows(rows);
}

session::ApplyPlan samplePlan()
{
    session::ApplyPlan plan;
    plan.environment = str("prod");
    plan.context = str("sandbox");
    plan.nameSpace = str("my-api");
    plan.production = true;
    plan.files = {maxScaleDiff()};
    session::PlannedObject api = object("Service", "python-api-base", session::PlannedObject::Action::Update);
    api.changes = {{session::FieldChange::Kind::Replace,
                    str("spec.template.metadata.annotations[autoscaling.knative.dev/max-scale]"), str("20"),
                    str("40")}};
    plan.objects = {object("ServiceAccount", "python-api-base", session::PlannedObject::Action::Unchanged),
                    object("ConfigMap", "python-api-base-config", session::PlannedObject::Action::Unchanged),
                    api};
    plan.effects = {{str("python-api-base"), true, str("python-api-base-00002"), true, 100,
                     str("python-api-base-00001")}};
    using Outcome = session::PlanCheck::Outcome;
    plan.checks = {{Outcome::Passed, said("Server dry-run accepted")},
                   {Outcome::Passed, said("You may update Services in my-api")},
                   {Outcome::Passed, said("No other field manager owns this field")}};
    plan.kubectlEquivalent = str("kubectl kustomize overlays/prod | kubectl apply --server-side "
                                 "--field-manager=sluice --context sandbox -n my-api -f -");
    return plan;
}

session::ApplyPlan troubledPlan()
{
    session::ApplyPlan plan = samplePlan();
    session::PlannedObject &api = plan.objects.back();
    api.conflicts = {{str("spec.template.metadata.annotations[autoscaling.knative.dev/max-scale]"),
                      str("kubectl-edit"),
                      str("conflict with \"kubectl-edit\" using serving.knative.dev/v1")}};
    api.survivors = {{str("spec.template.metadata.annotations[autoscaling.knative.dev/scale-down-delay]"),
                      str("/spec"), str("60s"), str("kubectl-create")}};
    api.warnings = {str("Kubernetes default value is insecure, Knative may default this to secure in a "
                        "future release: spec.template.spec.containers[0].securityContext.runAsNonRoot")};
    plan.gitOps = session::GitOpsOwner{str("Argo CD"), str("python-api-base")};
    plan.checks[2] = {session::PlanCheck::Outcome::Warning, said("1 field belongs to kubectl-edit")};
    return plan;
}

base::Error refusal()
{
    base::ApiStatus status;
    status.code = 400;
    status.reason = str("BadRequest");
    status.kind = str("Service");
    status.name = str("python-api-base");
    status.message = str(
        "admission webhook \"validation.webhook.serving.knative.dev\" denied the request: validation failed: "
        "expected 0 <= 30 <= 1000: autoscaling.knative.dev/max-scale=20 is less than "
        "autoscaling.knative.dev/min-scale=30");
    return status;
}

session::ApplyPlan refusedPlan()
{
    session::ApplyPlan plan = samplePlan();
    plan.createsNamespace = true;
    session::PlannedObject nameSpace = object("Namespace", "my-api", session::PlannedObject::Action::Create);
    nameSpace.nameSpace.clear();
    plan.objects.insert(plan.objects.begin(), nameSpace);
    for (session::PlannedObject &at : plan.objects)
        at.action = session::PlannedObject::Action::Create;
    plan.objects.back().dryRun = false;
    plan.objects.back().refusal = refusal();
    plan.effects.front().routedNow.clear();
    plan.checks = {{session::PlanCheck::Outcome::Warning,
                    said("Namespace my-api does not exist and will be created first")},
                   {session::PlanCheck::Outcome::Blocked, said("The server refuses 1 object")}};
    return plan;
}

session::ApplyProgress waitingProgress()
{
    session::ApplyProgress progress;
    progress.step = session::ApplyProgress::Step::Waiting;
    progress.objectsSent = 3;
    progress.objectsTotal = 3;
    progress.words = said("python-api-base-00002 is deploying");
    progress.revision = str("python-api-base-00002");
    progress.url = str("http://python-api-base.my-api.sandbox.local");
    using Outcome = session::PlanCheck::Outcome;
    progress.conditions = {{Outcome::Passed, said("ConfigurationsReady")},
                           {Outcome::Unknown, said("RoutesReady: waiting for the revision")},
                           {Outcome::Unknown, said("Ready")}};
    return progress;
}

} // namespace sluice::test
