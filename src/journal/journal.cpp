// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "journal/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sluice::journal {

namespace {

struct OutcomeName {
    Outcome outcome;
    QLatin1String name; ///< as stored
};
constexpr OutcomeName outcomeNames[] = {
    {Outcome::Running, QLatin1String("running")},
    {Outcome::Succeeded, QLatin1String("succeeded")},
    {Outcome::Failed, QLatin1String("failed")},
    {Outcome::Cancelled, QLatin1String("cancelled")},
};

QString nameOf(Outcome outcome)
{
    for (const OutcomeName &entry : outcomeNames) {
        if (entry.outcome == outcome)
            return entry.name;
    }
    return {};
}

Outcome outcomeOf(const QString &name)
{
    for (const OutcomeName &entry : outcomeNames) {
        if (entry.name == name)
            return entry.outcome;
    }
    return Outcome::Failed;
}

/// NULL would break the tables' NOT NULL: an empty value is stored as an empty one.
QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QByteArray bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

QDateTime fromMs(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

QString argumentsText(const QStringList &arguments)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(arguments)).toJson(QJsonDocument::Compact));
}

QStringList argumentsOf(const QString &text)
{
    QStringList arguments;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array)
        arguments.append(value.toString());
    return arguments;
}

base::Result<void> withoutRows(const base::Result<QSqlQuery> &query)
{
    if (!query)
        return base::fail(query.error());
    return {};
}

} // namespace

std::unique_ptr<Journal> Journal::open(const QString &path)
{
    return open(path, std::make_shared<base::SystemClock>());
}

std::unique_ptr<Journal> Journal::open(const QString &path, std::shared_ptr<const base::Clock> clock)
{
    return std::unique_ptr<Journal>(new Journal(std::make_unique<Database>(path, std::move(clock))));
}

Journal::Journal(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Journal::~Journal() = default;

std::optional<base::Message> Journal::takeNotice()
{
    return m_database->takeNotice();
}

base::Result<qint64> Journal::append(const Activity &activity)
{
    const auto query = m_database->run(
        QStringLiteral("INSERT INTO activity (at, who, environment, context, namespace, message, arguments,"
                       " outcome, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {activity.at.toMSecsSinceEpoch(), text(activity.who), text(activity.environment),
         text(activity.context), text(activity.namespaceName), text(activity.what.id),
         argumentsText(activity.what.arguments), nameOf(activity.outcome), bytes(activity.evidence)});
    if (!query)
        return base::fail(query.error());
    return query->lastInsertId().toLongLong();
}

base::Result<void> Journal::finish(qint64 id, Outcome outcome, const QByteArray &evidence)
{
    return withoutRows(
        m_database->run(QStringLiteral("UPDATE activity SET outcome = ?, evidence = ? WHERE id = ?"),
                        {nameOf(outcome), bytes(evidence), id}));
}

base::Result<std::vector<Activity>> Journal::recent(int limit, const ActivityFilter &filter)
{
    QStringList conditions;
    QVariantList values;
    const auto require = [&](const char *condition, const QVariant &value) {
        conditions.append(QString::fromLatin1(condition));
        values.append(value);
    };
    if (!filter.environment.isEmpty())
        require("environment = ?", filter.environment);
    if (!filter.context.isEmpty())
        require("context = ?", filter.context);
    if (!filter.namespaceName.isEmpty())
        require("namespace = ?", filter.namespaceName);
    if (filter.outcome)
        require("outcome = ?", nameOf(*filter.outcome));
    if (filter.since.isValid())
        require("at >= ?", filter.since.toMSecsSinceEpoch());
    if (filter.beforeId > 0)
        require("id < ?", filter.beforeId);

    QString statement =
        QStringLiteral("SELECT id, at, who, environment, context, namespace, message, arguments,"
                       " outcome, evidence FROM activity");
    if (!conditions.isEmpty())
        statement += QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    statement += QStringLiteral(" ORDER BY id DESC LIMIT ?");
    values.append(std::max(limit, 0));

    auto query = m_database->run(statement, values);
    if (!query)
        return base::fail(query.error());
    std::vector<Activity> entries;
    while (query->next()) {
        entries.push_back({query->value(0).toLongLong(),
                           fromMs(query->value(1)),
                           query->value(2).toString(),
                           query->value(3).toString(),
                           query->value(4).toString(),
                           query->value(5).toString(),
                           {query->value(6).toString(), argumentsOf(query->value(7).toString())},
                           outcomeOf(query->value(8).toString()),
                           query->value(9).toByteArray()});
    }
    return entries;
}

base::Result<void> Journal::saveDraft(const Draft &draft)
{
    return withoutRows(m_database->run(
        QStringLiteral(
            "INSERT INTO draft (project, saved, content) VALUES (?, ?, ?)"
            " ON CONFLICT (project) DO UPDATE SET saved = excluded.saved, content = excluded.content"),
        {text(draft.projectId), draft.savedAt.toMSecsSinceEpoch(), bytes(draft.content)}));
}

base::Result<std::optional<Draft>> Journal::loadDraft(const QString &projectId)
{
    auto query = m_database->run(QStringLiteral("SELECT saved, content FROM draft WHERE project = ?"),
                                 {text(projectId)});
    if (!query)
        return base::fail(query.error());
    if (!query->next())
        return std::optional<Draft>();
    return Draft{projectId, fromMs(query->value(0)), query->value(1).toByteArray()};
}

base::Result<void> Journal::dropDraft(const QString &projectId)
{
    return withoutRows(
        m_database->run(QStringLiteral("DELETE FROM draft WHERE project = ?"), {text(projectId)}));
}

base::Result<void> Journal::saveRun(const RunState &run)
{
    return withoutRows(m_database->run(
        QStringLiteral("INSERT INTO run (id, kind, saved, content) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, saved = excluded.saved,"
                       " content = excluded.content"),
        {text(run.id), text(run.kind), run.savedAt.toMSecsSinceEpoch(), bytes(run.content)}));
}

base::Result<std::vector<RunState>> Journal::runs()
{
    auto query =
        m_database->run(QStringLiteral("SELECT id, kind, saved, content FROM run ORDER BY saved, id"));
    if (!query)
        return base::fail(query.error());
    std::vector<RunState> found;
    while (query->next()) {
        found.push_back({query->value(0).toString(), query->value(1).toString(), fromMs(query->value(2)),
                         query->value(3).toByteArray()});
    }
    return found;
}

base::Result<void> Journal::dropRun(const QString &id)
{
    return withoutRows(m_database->run(QStringLiteral("DELETE FROM run WHERE id = ?"), {text(id)}));
}

} // namespace sluice::journal
