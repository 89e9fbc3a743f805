// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/app_context.h"
#include "app/page_list.h"
#include "base/settings.h"
#include "kube/client/api_client.h"
#include "manifest/create.h"
#include "session/environment_editor.h"
#include "session/overview.h"
#include "session/sample_seed.h"
#include "support/control_plane.h"
#include "support/patience.h"
#include "views/shell/main_window.h"
#include "views/theme/theme_controller.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

namespace sluice::tests {

/// A window with all that is behind it and a sample of its own: on a fast embedded cluster, or on a real control plane. What it
/// puts there goes with it.
struct Program {
    QTemporaryDir folder;
    ControlPlane plane;
    QString nameSpace =
        plane.ownNamespaces(QStringLiteral("my-api")); ///< of prod; the others add -dev and -staging
    base::MemorySettings settings;
    views::DesktopSettings desktop;
    views::ThemeController theme{settings, desktop};
    app::AppContext context{setup(), settings, nullptr};
    views::ShellServices services{context.workspace(), &context.sandbox(), settings, context.clock()};
    bool active = false; ///< has the keyboard
    views::MainWindow window{services, theme, app::pageList(context.workspace(), settings, context.clock())};

    explicit Program(ControlPlane::Kind kind)
        : plane(kind)
    {
        theme.install();
        window.resize(1280, 800);
        window.show();
        active = QTest::qWaitForWindowActive(&window);
        if (plane.isReal())
            openOnRealCluster();
        else
            context.workspace().openSample();
    }

    app::AppSetup setup() const
    {
        app::AppSetup result;
        result.sampleFolder = folder.filePath(QStringLiteral("python-api-base"));
        result.sandbox.speed = 60;
        if (plane.isReal())
            result.kubeconfig = ControlPlane::realKubeconfig();
        return result;
    }
    /// What openSample() does for the sandbox: the sample in a folder of its own, connected and deployed.
    void openOnRealCluster()
    {
        QVERIFY(plane.open(folder.path(), {}));
        manifest::NewProject sample;
        sample.namespaceName = nameSpace;
        const QString root = setup().sampleFolder;
        QVERIFY(manifest::createProject(root, sample));
        workspace().open(root);
        QTRY_VERIFY(workspace().isOpen());
        workspace().connectTo(plane.context(ControlPlane::Role::Admin));
        const auto project = manifest::openProject(root);
        QVERIFY(project);
        session::RenderTools tools;
        tools.kustomizeProgram = [] { return QString(); };
        for (const domain::Environment &environment : project->environments()) {
            QTRY_VERIFY_WITH_TIMEOUT(workspace().clientFor(environment.name), patienceMs);
            const auto client = workspace().clientFor(environment.name);
            const auto seeded =
                QCoro::waitFor(session::seedCluster(*client, *project, environment, tools, {}));
            QVERIFY2(seeded, seeded ? "" : qPrintable(base::debugText(seeded.error())));
        }
    }
    session::ProjectWorkspace &workspace() { return context.workspace(); }

    /// The row of an environment's Service.
    session::OverviewRow row(const QString &environment)
    {
        for (const session::OverviewRow &entry : workspace().overview().rows()) {
            if (entry.environment == environment)
                return entry;
        }
        return {};
    }
    bool allServe()
    {
        const auto rows = workspace().overview().rows();
        return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const session::OverviewRow &entry) {
            return entry.deployed
                && (entry.health == session::Health::Ok || entry.health == session::Health::Inactive);
        });
    }
    int column(const QString &name)
    {
        const auto &columns = workspace().editor().matrix().columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == name)
                return int(i);
        }
        return -1;
    }
    const session::MatrixCell &cell(domain::ParameterId id, const QString &name)
    {
        const session::Matrix &matrix = workspace().editor().matrix();
        int row = 0;
        while (matrix.rows[size_t(row)]->id != id)
            ++row;
        return matrix.cell(row, column(name));
    }
    QString file(const QString &name)
    {
        QFile f(workspace().projectPath() + QLatin1Char('/') + name);
        return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
    }
};

} // namespace sluice::tests
