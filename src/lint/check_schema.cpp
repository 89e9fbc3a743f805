// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "lint/checks.h"
#include "lint/lookup.h"
#include "schema/catalog.h"
#include "schema/validation.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using base::Message;
using schema::Issue;

namespace {

/// The dotted path of field names that \a path walks, as schema::nodeAt() takes it.
std::string dotted(const yaml::Path &path)
{
    std::string result;
    for (const yaml::Step &step : path) {
        if (const auto *key = std::get_if<std::string>(&step))
            result += (result.empty() ? "" : ".") + *key;
    }
    return result;
}

/// What stands in the file, before YAML makes a number of it: 1.10 is not 1.1.
QString writtenText(const View &view, const manifest::Source &source)
{
    const manifest::FileSet::File *file = view.files.find(source.file);
    if (source.isInline() || !file || !file->documents || source.document >= file->documents->size())
        return {};
    const auto place = (*file->documents)[source.document].locate(source.path);
    return place ? QString::fromUtf8(file->bytes.mid(place->begin, place->end - place->begin)) : QString();
}

class SchemaCheck {
public:
    SchemaCheck(const View &view, const Stage &stage, const Object &object, const schema::KindSchema &kind,
                Reporter &out)
        : m_view(view)
        , m_stage(stage)
        , m_object(object)
        , m_kind(kind)
        , m_out(out)
    {
    }

    void run()
    {
        for (const Issue &issue : schema::unknownFields(m_kind, m_object.json()))
            unknown(issue);
        for (const Issue &issue : schema::structuralIssues(m_kind, m_object.json()))
            invalid(issue);
    }

private:
    void unknown(const Issue &issue)
    {
        const yaml::Path path = pathOf(m_object.json(), issue.field);
        const QString field = QString::fromStdString(std::get<std::string>(path.back()));
        // The kustomization that injects it is told instead.
        if (m_object.isKnativeService() && issue.field == "spec.selector" && injectsSelectors())
            return;
        QStringList names;
        const yaml::Path parent(path.begin(), path.end() - 1);
        const schema::Node *node =
            parent.empty() ? m_kind.root.get() : schema::nodeAt(m_kind, dotted(parent));
        while (node && node->element && node->shape != schema::Shape::Object)
            node = node->element.get(); // of the list or map that the last step goes into
        if (node) {
            const Json *beside = m_object.at(parent);
            for (const schema::Field &known : node->fields) {
                if (!beside || !beside->contains(known.name))
                    names.append(QString::fromStdString(known.name));
            }
        }
        const QString meant = nearest(field, names);
        if (meant.isEmpty()) {
            m_out.add("field-unknown", m_object, path,
                      Message{QStringLiteral("lint.field-unknown"),
                              {QString::fromStdString(issue.field), m_object.id.kind}});
            return;
        }
        m_out.add("field-unknown", m_object, path,
                  Message{QStringLiteral("lint.field-unknown.meant"),
                          {QString::fromStdString(issue.field), m_object.id.kind, meant}},
                  [this, path, meant](FixBuilder &builder) {
                      builder.rename(m_object.work.sourceOf(path), meant.toStdString());
                      return Message{QStringLiteral("lint.fix.rename"), {meant}};
                  });
    }

    [[nodiscard]] bool injectsSelectors() const
    {
        return std::any_of(m_stage.layers.begin(), m_stage.layers.end(), [](const Layer *layer) {
            const Json *labels = base::find(layer->value(), {"labels"});
            return layer->value().contains("commonLabels")
                || (labels && labels->is_array()
                    && std::any_of(labels->begin(), labels->end(), [](const Json &entry) {
                           const Json *selectors = base::find(entry, {"includeSelectors"});
                           return selectors && *selectors == true;
                       }));
        });
    }

    void invalid(const Issue &issue)
    {
        const yaml::Path path = pathOf(m_object.json(), issue.field);
        const QString field = QString::fromStdString(issue.field);
        switch (issue.kind) {
        case Issue::Kind::Required:
            // A file that is applied by hand may be a patch.
            if (m_stage.loose)
                return;
            m_out.add("field-invalid", m_object, path,
                      Message{QStringLiteral("lint.field-invalid.required"), {field, m_object.id.kind}});
            return;
        case Issue::Kind::WrongType:
            wrongType(issue, path);
            return;
        case Issue::Kind::UnknownField:
        case Issue::Kind::Immutable:
            return;
        case Issue::Kind::NotSupported:
        case Issue::Kind::OutOfRange:
        case Issue::Kind::Duplicate:
            break;
        }
        m_out.add(
            "field-invalid", m_object, path,
            Message{QStringLiteral("lint.field-invalid"), {field, QString::fromStdString(issue.message)}});
    }

    void wrongType(const Issue &issue, const yaml::Path &path)
    {
        static const QRegularExpression pattern(QStringLiteral("must be of type (\\w+)"));
        const QString type = pattern.match(QString::fromStdString(issue.message)).captured(1);
        const Json *value = m_object.at(path);
        const Json better = value ? converted(*value, type, path) : Json();
        Reporter::FixMaker fix;
        if (!better.is_null()) {
            fix = [this, path, better](FixBuilder &builder) {
                builder.set(m_object.work.sourceOf(path), better);
                return better.is_string() ? Message{QStringLiteral("lint.fix.quote"), {}}
                                          : Message{QStringLiteral("lint.fix.unquote"), {}};
            };
        }
        m_out.add(
            "field-invalid", m_object, path,
            Message{QStringLiteral("lint.field-invalid.type"), {QString::fromStdString(issue.field), type}},
            fix);
    }

    /// \a value as \a type where it says the same; null where it cannot be told.
    [[nodiscard]] Json converted(const Json &value, const QString &type, const yaml::Path &path) const
    {
        if (type == u"string" && (value.is_number() || value.is_boolean())) {
            const QString written = writtenText(m_view, m_object.work.sourceOf(path));
            return (written.isEmpty() ? scalarText(value) : written).toStdString();
        }
        if (!value.is_string())
            return {};
        const QString text = QString::fromStdString(value.get<std::string>());
        bool isNumber = false;
        if (const qint64 number = text.toLongLong(&isNumber); isNumber && type == u"integer")
            return number;
        if (type == u"boolean" && (text == u"true" || text == u"false"))
            return text == u"true";
        return {};
    }

    const View &m_view;
    const Stage &m_stage;
    const Object &m_object;
    const schema::KindSchema &m_kind;
    Reporter &m_out;
};

} // namespace

void checkSchema(const View &view, const Stage &stage, Reporter &out)
{
    for (const Object &object : stage.objects) {
        const schema::KindSchema *kind =
            schema::find(base::textAt(object.json(), "apiVersion"), object.id.kind.toStdString());
        if (kind)
            SchemaCheck(view, stage, object, *kind, out).run();
    }
}

} // namespace sluice::lint
