// SPDX-License-Identifier: GPL-3.0-or-later
// Our validation against a validator that is not ours: both must say the same of every object.
#include "base/json.h"
#include "schema/catalog.h"
#include "schema/json_schema.h"
#include "schema/validation.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace sluice;
using base::Json;

namespace {

Json recorded(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/recordings/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    return *base::parseJson(file.readAll().toStdString(), name);
}

/// Ours does not judge formats, and valijson 1.0 throws where a format meets another type.
void dropFormats(Json &schema)
{
    if (schema.is_object() && schema.contains("format") && schema["format"].is_string())
        schema.erase("format");
    if (schema.is_structured()) {
        for (Json &child : schema)
            dropFormats(child);
    }
}

class Validator {
public:
    explicit Validator(const schema::KindSchema &kind)
    {
        Json text = schema::jsonSchema(kind);
        dropFormats(text);
        const valijson::adapters::NlohmannJsonAdapter adapter(text);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(adapter, m_schema);
    }
    [[nodiscard]] bool accepts(const Json &object, std::string *why = nullptr)
    {
        valijson::Validator validator;
        valijson::ValidationResults results;
        const valijson::adapters::NlohmannJsonAdapter target(object);
        const bool accepted = validator.validate(m_schema, target, &results);
        valijson::ValidationResults::Error error;
        while (why && results.popError(error)) {
            for (const std::string &step : error.context)
                *why += step;
            *why += ": " + error.description + '\n';
        }
        return accepted;
    }

private:
    valijson::Schema m_schema;
};

/// What ours finds and JSON Schema can say.
std::string ourIssues(const schema::KindSchema &kind, const Json &object)
{
    std::string text;
    for (const schema::Issue &issue : schema::validateFields(kind, object)) {
        if (issue.kind != schema::Issue::Kind::Duplicate)
            text += issue.field + ": " + issue.message + '\n';
    }
    return text;
}

/// Empty when both say the same.
std::string disagreement(const schema::KindSchema &kind, Validator &validator, const Json &object)
{
    const std::string ours = ourIssues(kind, object);
    std::string theirs;
    if (validator.accepts(object, &theirs) == ours.empty())
        return {};
    return "ours:\n" + ours + "valijson:\n" + theirs + base::dump(object);
}

/// \a object with each of its values in turn replaced by one of another type, and each mapping in turn with an unknown field.
std::vector<Json> spoilt(const Json &object)
{
    std::vector<Json> result;
    const Json flat = object.flatten();
    std::set<std::string> places;
    for (const auto &[pointer, value] : flat.items()) {
        for (std::string at = pointer; !at.empty(); at.resize(at.rfind('/')))
            places.insert(at);
    }
    for (const std::string &place : places) {
        const Json::json_pointer pointer(place);
        for (const Json &other : {Json("text"), Json(7), Json(-1), Json(70000), Json(true), Json(nullptr),
                                  Json::array(), Json::object(), Json::array({1})}) {
            if (object[pointer].type() == other.type() && !other.is_number())
                continue;
            Json changed = object;
            changed[pointer] = other;
            result.push_back(std::move(changed));
        }
        if (object[pointer].is_object()) {
            Json changed = object;
            changed[pointer]["unheardOf"] = 1;
            result.push_back(std::move(changed));
        }
        Json shorter = object;
        const Json::json_pointer above = pointer.parent_pointer();
        if (shorter[above].is_object()) {
            shorter[above].erase(pointer.back());
            result.push_back(std::move(shorter));
        }
    }
    return result;
}

void objectsIn(const Json &value, std::vector<Json> &found)
{
    if (value.is_object() && value.contains("apiVersion") && value.contains("kind")
        && !value.contains("items"))
        found.push_back(value);
    else if (value.is_structured()) {
        for (const Json &child : value)
            objectsIn(child, found);
    }
}

} // namespace

class TestJsonSchema : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindMakesASchema()
    {
        for (const schema::KindSchema &kind : schema::kinds()) {
            Validator validator(kind);
            const Json smallest{{"apiVersion", kind.apiVersion()}, {"kind", kind.kind}};
            const std::string why = disagreement(kind, validator, smallest);
            QVERIFY2(why.empty(), why.c_str());
            QVERIFY(!validator.accepts(Json("text")));
        }
    }

    // The 89 Services that a real webhook judged, as they are and spoilt in every place.
    void theJudgedServices()
    {
        const schema::KindSchema *kind = schema::find("serving.knative.dev/v1", "Service");
        QVERIFY(kind);
        Validator validator(*kind);
        const Json cases = recorded(QStringLiteral("validation.json"));
        QCOMPARE(cases.size(), size_t(89));
        int compared = 0;
        int refused = 0;
        for (const auto &[name, entry] : cases.items()) {
            std::vector<Json> objects = spoilt(entry["object"]);
            objects.push_back(entry["object"]);
            for (const Json &object : objects) {
                const std::string why = disagreement(*kind, validator, object);
                QVERIFY2(why.empty(), (name + '\n' + why).c_str());
                ++compared;
                refused += ourIssues(*kind, object).empty() ? 0 : 1;
            }
            // A field that the real server did not know is one that we do not know.
            const std::string warning =
                entry["warning"].is_string() ? entry["warning"].get<std::string>() : "";
            QCOMPARE(!schema::unknownFields(*kind, entry["object"]).empty(),
                     warning.find("unknown field") != std::string::npos);
        }
        // Both verdicts occur often, so that agreement says something.
        QVERIFY(refused > 1000 && compared - refused > 300);
    }

    // What a real cluster stored is valid, whoever judges.
    void theRecordedObjects_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir steps(QStringLiteral(SLUICE_TEST_DATA "/recordings/steps"));
        const QStringList folders = steps.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!folders.isEmpty());
        for (const QString &folder : folders)
            QTest::newRow(qPrintable(folder)) << folder;
    }
    void theRecordedObjects()
    {
        QFETCH(QString, folder);
        const QString path = QStringLiteral("steps/") + folder;
        const QDir files(QStringLiteral(SLUICE_TEST_DATA "/recordings/") + path);
        std::vector<Json> objects;
        const QStringList names = files.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names)
            objectsIn(recorded(path + u'/' + name), objects);
        std::map<const schema::KindSchema *, std::unique_ptr<Validator>> validators;
        int compared = 0;
        for (const Json &object : objects) {
            const schema::KindSchema *kind =
                schema::find(base::textAt(object, "apiVersion"), base::textAt(object, "kind"));
            if (!kind)
                continue;
            auto &validator = validators[kind];
            if (!validator)
                validator = std::make_unique<Validator>(*kind);
            const std::string why = disagreement(*kind, *validator, object);
            QVERIFY2(why.empty(), why.c_str());
            ++compared;
        }
        QVERIFY(compared > 0);
    }
};

QTEST_APPLESS_MAIN(TestJsonSchema)
#include "tst_json_schema.moc"
