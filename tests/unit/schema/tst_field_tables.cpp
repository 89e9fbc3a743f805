// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/catalog.h"
#include "schema/explain.h"
#include "schema/open_api.h"
#include "schema/table_parser.h"
#include "schema/validation.h"
#include "support/json_text.h"

#include <QDirIterator>

using namespace sluice;
using base::Json;
using tests::json;

namespace {

QStringList texts(const std::vector<schema::Issue> &issues)
{
    QStringList result;
    for (const schema::Issue &issue : issues)
        result += QString::fromStdString(issue.field + " | " + issue.message);
    return result;
}

const schema::KindSchema &service()
{
    return *schema::find("serving.knative.dev", "v1", "Service");
}

} // namespace

class TestFieldTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesHaveNoMistakes()
    {
        QVERIFY(schema::kinds().size() >= 22);
        for (const schema::KindSchema &kind : schema::kinds()) {
            QVERIFY2(!kind.description.empty(), kind.kind.c_str());
            for (const schema::Field &field : kind.root->fields)
                QVERIFY2(!field.description.empty(), (kind.kind + '.' + field.name).c_str());
        }
    }

    void parserNamesMistakes()
    {
        schema::TableParser parser;
        parser.read(
            "stray string | outside\n#kind - v1 Thing builtin | A thing.\nspec Nowhere | Unknown type.\n"
            "size int32 strange | Unknown flag.\n");
        const auto built = parser.build();
        QCOMPARE(built.size(), size_t(1));
        QCOMPARE(parser.errors().size(), size_t(4)); // ObjectMeta is unknown here as well
    }

    void recordedObjectsAreKnown_data()
    {
        QTest::addColumn<QString>("file");
        QDirIterator it(QStringLiteral(SLUICE_TEST_DATA "/recordings/steps"), {QStringLiteral("*.json")},
                        QDir::Files, QDirIterator::Subdirectories);
        const QString base = QStringLiteral(SLUICE_TEST_DATA "/");
        while (it.hasNext()) {
            const QString file = it.next().mid(base.size());
            QTest::newRow(qPrintable(file)) << file;
        }
    }
    void recordedObjectsAreKnown()
    {
        QFETCH(QString, file);
        const Json list = tests::dataFile(file);
        const std::string listKind = base::textAt(list, "kind");
        const std::string kindName = listKind.substr(0, listKind.size() - 4);
        const schema::KindSchema *kind = schema::find(base::textAt(list, "apiVersion"), kindName);
        QVERIFY2(kind, listKind.c_str());
        for (const Json &item : list["items"]) {
            QCOMPARE(texts(schema::validateFields(*kind, item)), QStringList());
            Json filled = item;
            schema::applyDefaults(*kind, filled);
            schema::prune(*kind, filled);
            const bool typed = !kind->custom; // the server had filled in all defaults before it answered
            if (typed && kindName != "Event")
                COMPARE_JSON(filled, item);
        }
    }

    void crdTablesMatchTheServers()
    {
        const Json recorded =
            tests::dataFile(QStringLiteral("recordings/discovery/openapi-v3-serving-v1.json"));
        const Json ours = schema::openApiSchemas("serving.knative.dev", "v1");
        QStringList differences;
        const std::function<void(const Json &, const Json &, const std::string &)> compare =
            [&](const Json &theirs, const Json &mine, const std::string &path) {
                for (const char *key :
                     {"type", "required", "x-kubernetes-list-type", "x-kubernetes-list-map-keys",
                      "x-kubernetes-map-type", "format", "default"}) {
                    if (theirs.value(key, Json()) != mine.value(key, Json()))
                        differences +=
                            QString::fromStdString(path + ' ' + key + ": " + theirs.value(key, Json()).dump()
                                                   + " / " + mine.value(key, Json()).dump());
                }
                const Json properties = theirs.value("properties", Json::object());
                const Json myProperties = mine.value("properties", Json::object());
                for (const auto &[name, property] : properties.items()) {
                    if (!myProperties.contains(name))
                        differences += QString::fromStdString(path + '.' + name + " missing");
                    else
                        compare(property, myProperties[name], path + '.' + name);
                }
                for (const auto &[name, property] : myProperties.items()) {
                    if (!properties.contains(name)
                        && !theirs.value("x-kubernetes-preserve-unknown-fields", false))
                        differences += QString::fromStdString(path + '.' + name + " ours alone");
                }
                if (theirs.contains("items"))
                    compare(theirs["items"], mine.value("items", Json::object()), path + "[]");
            };
        for (const char *kind : {"Service", "Configuration", "Revision", "Route"}) {
            const std::string name = std::string("dev.knative.serving.v1.") + kind;
            const Json &theirs = recorded["components"]["schemas"][name]["properties"];
            for (const char *part : {"spec", "status"})
                compare(theirs[part], ours[name]["properties"][part], std::string(kind) + '.' + part);
        }
        QCOMPARE(differences.join(QLatin1Char(10)), QString());
    }

    void openApiReferencesResolve()
    {
        for (const schema::KindSchema &kind : schema::kinds()) {
            const Json schemas = schema::openApiSchemas(kind.group, kind.version);
            const std::function<void(const Json &)> check = [&](const Json &value) {
                if (value.is_object() && value.contains("$ref")) {
                    const std::string target = value["$ref"].get<std::string>().substr(21);
                    QVERIFY2(schemas.contains(target), target.c_str());
                }
                if (value.is_structured()) {
                    for (const Json &child : value)
                        check(child);
                }
            };
            check(schemas);
        }
    }

    void issues_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("unknown in a container")
            << QStringLiteral(R"({"spec":{"template":{"spec":{"containers":[{"image":"a","imagex":"b"}]}}}})")
            << QStringList{QStringLiteral("spec.template.spec.containers[0].imagex | unknown field "
                                          "\"spec.template.spec.containers[0].imagex\"")};
        QTest::newRow("required") << QStringLiteral(R"({"spec":{"template":{"spec":{}}}})")
                                  << QStringList{
                                         QStringLiteral("spec.template.spec.containers | Required value")};
        QTest::newRow("type")
            << QStringLiteral(R"({"spec":{"traffic":[{"percent":"many"}]}})")
            << QStringList{QStringLiteral(
                   "spec.traffic[0].percent | Invalid value: \"string\": spec.traffic[0].percent in body "
                   "must be of type integer: \"string\"")};
        QTest::newRow("range")
            << QStringLiteral(R"({"spec":{"template":{"spec":{"containerConcurrency":-1,"containers":[]}}}})")
            << QStringList{QStringLiteral(
                   "spec.template.spec.containerConcurrency | Invalid value: -1: "
                   "spec.template.spec.containerConcurrency in body should be greater than or equal to 0")};
        QTest::newRow("duplicate port") << QStringLiteral(
            R"({"spec":{"template":{"spec":{"containers":[{"ports":[{"containerPort":1},{"containerPort":1}]}]}}}})")
                                        << QStringList{QStringLiteral(
                                               "spec.template.spec.containers[0].ports[1] | Duplicate value: "
                                               "{\"containerPort\":1,\"protocol\":\"TCP\"}")};
        QTest::newRow("template metadata keeps anything")
            << QStringLiteral(R"({"spec":{"template":{"metadata":{"anything":1},"spec":{"containers":[]}}}})")
            << QStringList();
    }
    void issues()
    {
        QFETCH(QString, object);
        QFETCH(QStringList, expected);
        QCOMPARE(texts(schema::validateFields(service(), json(object.toStdString()))), expected);
    }

    void enumsAndDefaultsOfAPod()
    {
        const schema::KindSchema &pod = *schema::find("v1", "Pod");
        Json object = json(
            R"({"spec":{"restartPolicy":"Never","containers":[{"name":"a","livenessProbe":{"httpGet":{"port":1}}}]}})");
        schema::applyDefaults(pod, object);
        QCOMPARE(base::textAt(object, "spec.restartPolicy"), std::string("Never"));
        QCOMPARE(base::textAt(object, "spec.dnsPolicy"), std::string("ClusterFirst"));
        COMPARE_JSON(object["spec"]["containers"][0]["livenessProbe"]["periodSeconds"], Json(10));
        COMPARE_JSON(object["spec"]["containers"][0]["livenessProbe"]["httpGet"]["scheme"], Json("HTTP"));
        object["spec"]["restartPolicy"] = "Sometimes";
        QCOMPARE(texts(schema::structuralIssues(pod, object)),
                 QStringList{QStringLiteral(
                     "spec.restartPolicy | Unsupported value: \"Sometimes\": supported values: "
                     "\"Always\", \"OnFailure\", \"Never\"")});
    }

    void immutableSelector()
    {
        const schema::KindSchema &deployment = *schema::find("apps/v1", "Deployment");
        const Json before = json(R"({"spec":{"selector":{"matchLabels":{"a":"b"}},"replicas":1}})");
        const Json scaled = json(R"({"spec":{"selector":{"matchLabels":{"a":"b"}},"replicas":2}})");
        const Json moved = json(R"({"spec":{"selector":{"matchLabels":{"a":"c"}},"replicas":1}})");
        QVERIFY(schema::immutableIssues(deployment, before, scaled).empty());
        const auto issues = schema::immutableIssues(deployment, before, moved);
        QCOMPARE(issues.size(), size_t(1));
        QCOMPARE(issues[0].field, std::string("spec.selector"));
    }

    void explains()
    {
        const auto containers = schema::explain(service(), "spec.template.spec.containers");
        QVERIFY(containers);
        QCOMPARE(containers->self.type, std::string("[]Object"));
        QVERIFY(containers->self.required);
        QVERIFY(std::any_of(containers->fields.begin(), containers->fields.end(), [](const auto &field) {
            return field.name == "image" && field.type == "string";
        }));
        QVERIFY(!schema::explain(service(), "spec.nothing"));
        QCOMPARE(schema::explain(service(), "")->self.name, std::string("Service"));
    }
};

QTEST_APPLESS_MAIN(TestFieldTables)
#include "tst_field_tables.moc"
