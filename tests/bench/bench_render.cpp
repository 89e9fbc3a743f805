// SPDX-License-Identifier: GPL-3.0-or-later
// Rendering dev, staging and prod of the sample in process against three runs of `kubectl kustomize`.
#include "manifest/file_set.h"
#include "manifest/project.h"
#include "manifest/render.h"

#include <QProcess>
#include <QStandardPaths>

#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>

using namespace sluice;

namespace {

const QString sample = QStringLiteral(SLUICE_SOURCE_DIR "/resources/sample/python-api-base");

bool renderAll()
{
    const auto project = manifest::openProject(sample);
    if (!project)
        return false;
    bool ok = true;
    for (const domain::Environment &environment : project->environments()) {
        const auto render = manifest::render(*project, environment.name);
        ok = ok && render && !manifest::toYaml(*render).isEmpty();
    }
    return ok;
}

bool kubectlAll(const QString &kubectl)
{
    for (const char *environment : {"dev", "staging", "prod"}) {
        QProcess process;
        process.start(kubectl,
                      {QStringLiteral("kustomize"),
                       sample + QStringLiteral("/overlays/") + QLatin1String(environment)});
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            return false;
    }
    return true;
}

void threeEnvironments(benchmark::State &state)
{
    for (auto step : state) {
        if (!renderAll())
            state.SkipWithError("the sample does not render");
    }
}
BENCHMARK(threeEnvironments)->Unit(benchmark::kMillisecond);

void threeKubectlRuns(benchmark::State &state)
{
    const QString kubectl = QStandardPaths::findExecutable(QStringLiteral("kubectl"));
    for (auto step : state) {
        if (kubectl.isEmpty() || !kubectlAll(kubectl)) {
            state.SkipWithError("kubectl is not there");
            break;
        }
    }
}
BENCHMARK(threeKubectlRuns)->Unit(benchmark::kMillisecond)->Iterations(3);

double millisecondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    const QString kubectl = QStandardPaths::findExecutable(QStringLiteral("kubectl"));
    if (kubectl.isEmpty())
        return 0;
    const double theirs = millisecondsOf([&] { kubectlAll(kubectl); });
    const double ours = millisecondsOf([] { renderAll(); });
    std::printf("three environments: %.1f ms in process, %.1f ms with kubectl kustomize, ratio %.1f\n", ours,
                theirs, theirs / ours);
    return 0;
}
