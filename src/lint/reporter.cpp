// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/reporter.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::lint {

Place Reporter::placeOf(const yaml::Document &document, const yaml::Path &path)
{
    const yaml::Location location = document.locateNearest(path);
    // The column is the value's, and the line is shown of its key.
    return {document.source(), location.keyLine, location.line == location.keyLine ? location.column : 0,
            yaml::toString(path)};
}

Place Reporter::placeOf(const Object &object, const yaml::Path &path) const
{
    const manifest::Source source = object.work.sourceOf(path);
    Place place{source.file, 0, 0, yaml::toString(path)};
    const manifest::FileSet::File *file = m_view.files.find(source.file);
    if (source.isInline() || !file || !file->documents || source.document >= file->documents->size()) {
        place.line = std::max(1, source.line);
        return place;
    }
    const Place found = placeOf((*file->documents)[source.document], source.path);
    place.line = found.line;
    place.column = found.column;
    return place;
}

void Reporter::add(const char *rule, const Object &object, const yaml::Path &path, base::Message message,
                   const FixMaker &fix)
{
    add(rule, placeOf(object, path), std::move(message), fix);
}

void Reporter::add(const char *rule, const Layer &layer, const yaml::Path &path, base::Message message,
                   const FixMaker &fix)
{
    add(rule, layer.document ? placeOf(*layer.document, path) : Place{layer.file, 1, 0, {}},
        std::move(message), fix);
}

void Reporter::add(const char *rule, Place place, base::Message message, const FixMaker &fix)
{
    const QString id = QString::fromLatin1(rule);
    const QString key = QStringList{id,          place.file, QString::number(place.line),
                                    place.field, message.id, message.arguments.join(QChar(0))}
                            .join(QChar(0));
    const auto [seen, isNew] = m_seen.try_emplace(key, m_findings.size());
    if (isNew) {
        Finding finding;
        finding.rule = id;
        const Rule *known = findRule(id);
        Q_ASSERT(known);
        finding.severity = known->severity;
        finding.place = std::move(place);
        finding.message = std::move(message);
        if (fix) {
            FixBuilder builder(m_view);
            base::Message what = fix(builder);
            finding.fix = builder.done(std::move(what));
        }
        m_findings.push_back(std::move(finding));
    }
    QStringList &environments = m_findings[seen->second].environments;
    if (m_stage && !m_stage->loose && !environments.contains(m_stage->environment))
        environments.append(m_stage->environment);
}

} // namespace sluice::lint
