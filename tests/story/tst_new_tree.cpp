// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/json.h"
#include "manifest/create.h"
#include "manifest/file_set.h"
#include "manifest/render.h"
#include "support/control_plane.h"
#include "yaml/document.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using base::Json;
using tests::ControlPlane;

/// Everything that `sluice new` can write, put to a control plane: the embedded one, and a real one with all kinds' own
/// validation and webhooks.
class TestNewTree : public QObject {
    Q_OBJECT
public:
    explicit TestNewTree(ControlPlane::Kind kind)
        : m_plane(kind)
        , m_missing(ControlPlane::missing(kind))
    {
    }

private:
    QTemporaryDir m_home;
    ControlPlane m_plane;
    QString m_missing;
    std::optional<kube::ApiClient> m_client;
    manifest::NewProject m_wanted;
    std::map<QString, QByteArray> m_files;
    std::optional<manifest::Project> m_project;

    void makeNamespace(const QString &name)
    {
        const Json object = {
            {"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", name.toStdString()}}}};
        const auto made = QCoro::waitFor(m_client->apply(object, {}, {}));
        QVERIFY2(made, made ? "" : qPrintable(base::debugText(made.error())));
    }

    void tryOut(const Json &object)
    {
        const QString name = base::stringAt(object, "kind") + u' ' + base::stringAt(object, "metadata.name");
        const auto answer = QCoro::waitFor(m_client->apply(object, dryRun(), {}));
        QVERIFY2(answer, answer ? "" : qPrintable(name + u": "_qs + base::debugText(answer.error())));
        for (const QString &warning : answer->warnings) {
            // Said of every container that leaves the security context to the cluster.
            QVERIFY2(warning.startsWith(u"Kubernetes default value is insecure"),
                     qPrintable(name + u": "_qs + warning));
        }
    }

    /// A control plane that has just been started may not serve every kind yet.
    [[nodiscard]] bool isServed(const Json &object)
    {
        return QCoro::waitFor(m_client->resource(kube::refOf(object).gvk, {})).has_value();
    }

    static kube::WriteOptions dryRun()
    {
        kube::WriteOptions options;
        options.dryRun = true;
        options.fieldValidation = kube::FieldValidation::Strict;
        return options;
    }

    std::vector<Json> objectsIn(QStringView folder) const
    {
        std::vector<Json> objects;
        for (const auto &[path, bytes] : m_files) {
            if (!path.startsWith(folder) || path.endsWith(u"kustomization.yaml")
                || path.endsWith(u"name-references.yaml"))
                continue;
            const auto documents = yaml::parse(bytes, path);
            if (!documents)
                qFatal("%s", qPrintable(base::debugText(documents.error())));
            for (const yaml::Document &document : *documents)
                objects.push_back(document.value());
        }
        return objects;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_missing.isEmpty())
            QSKIP(qPrintable(m_missing));
        const auto opened = m_plane.open(m_home.path(), {});
        QVERIFY2(opened, opened ? "" : qPrintable(base::debugText(opened.error())));
        auto client = m_plane.client(ControlPlane::Role::Admin);
        QVERIFY2(client, client ? "" : qPrintable(base::debugText(client.error())));
        m_client = *client;
        m_wanted.addAllParts();
        m_wanted.namespaceName = m_plane.ownNamespaces(m_wanted.namespaceName);
        const auto files = manifest::projectFiles(m_wanted);
        QVERIFY(files);
        for (const manifest::NewFile &file : *files) {
            if (file.file.endsWith(u".yaml") || file.file.endsWith(u".yml"))
                m_files[file.file] = file.bytes;
        }
        const auto project =
            manifest::readProject(QStringLiteral("/project"), manifest::FileSet::make(m_files));
        QVERIFY(project);
        m_project = *project;
        for (const manifest::NewEnvironment &environment : m_wanted.environments)
            makeNamespace(manifest::namespaceOf(m_wanted, environment));
        makeNamespace(QStringLiteral("argocd"));
        makeNamespace(QStringLiteral("monitoring"));
        for (const QStringView folder : {u"argocd/", u"monitoring/", u"eventing/", u"istio/"}) {
            for (const Json &object : objectsIn(folder))
                QTRY_VERIFY_WITH_TIMEOUT(isServed(object), 60000);
        }
    }

    void environments_data()
    {
        QTest::addColumn<QString>("environment");
        for (const manifest::NewEnvironment &environment : m_wanted.environments)
            QTest::newRow(qPrintable(environment.name)) << environment.name;
    }
    void environments()
    {
        QFETCH(QString, environment);
        const auto render = manifest::render(*m_project, environment);
        QVERIFY(render && !render->external);
        QCOMPARE(int(render->objects.size()), 10);
        for (const manifest::RenderedObject &object : render->objects)
            tryOut(*object.object);
    }

    void argoCd()
    {
        const std::vector<Json> objects = objectsIn(u"argocd/");
        QCOMPARE(int(objects.size()), 3);
        for (const Json &object : objects)
            tryOut(object);
    }

    void monitoring()
    {
        const std::vector<Json> objects = objectsIn(u"monitoring/");
        QCOMPARE(int(objects.size()), 3);
        for (Json object : objects) {
            object["metadata"]["namespace"] = "monitoring"; // as its kustomization says
            tryOut(object);
        }
    }

    /// They are patches of a Service that is there.
    void traffic()
    {
        const auto render = manifest::render(*m_project, QStringLiteral("prod"));
        QVERIFY(render);
        const QString name = m_wanted.name;
        for (const manifest::RenderedObject &object : render->objects) {
            if (base::stringAt(*object.object, "metadata.name") == name
                && base::textAt(*object.object, "apiVersion") == "serving.knative.dev/v1") {
                const auto made = QCoro::waitFor(m_client->apply(*object.object, {}, {}));
                QVERIFY2(made, made ? "" : qPrintable(base::debugText(made.error())));
            }
        }
        const kube::ObjectRef service{
            {QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")},
            m_wanted.namespaceName,
            name};
        const std::vector<Json> splits = objectsIn(u"traffic/");
        QCOMPARE(int(splits.size()), 3);
        for (const Json &split : splits) {
            const auto answer =
                QCoro::waitFor(m_client->patch(service, kube::PatchType::Merge, split, dryRun(), {}));
            QVERIFY2(answer, answer ? "" : qPrintable(base::debugText(answer.error())));
            const Json &spec = (*answer->object)["spec"];
            QCOMPARE(spec["traffic"].size(), split["spec"]["traffic"].size());
            QVERIFY(spec["template"]["spec"]["containers"][0].contains("image"));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const ControlPlane::Kind kind = ControlPlane::takeKind(arguments);
    TestNewTree test(kind);
    return QTest::qExec(&test, arguments);
}

#include "tst_new_tree.moc"
