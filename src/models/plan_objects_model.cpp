// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan_objects_model.h"

namespace sluice::models {

using session::PlannedObject;

/// An object, or one line below it.
struct PlanObjectsModel::Node {
    QString key;
    Kind kind = Kind::Object;
    Node *parent = nullptr;
    PlannedObject object; ///< of an Object
    QString what;
    QString before;
    QString after;
    QString owner;
    int changeKind = -1;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] bool sameLine(const Node &other) const
    {
        return what == other.what && before == other.before && after == other.after && owner == other.owner
            && changeKind == other.changeKind;
    }
};

namespace {

QString keyOf(const PlannedObject &object)
{
    return QStringList{object.apiVersion, object.kind, object.nameSpace, object.name}.join(QLatin1Char('/'));
}

QString titleOf(const PlannedObject &object)
{
    const QString name =
        object.nameSpace.isEmpty() ? object.name : object.nameSpace + QLatin1Char('/') + object.name;
    return object.kind + QLatin1Char(' ') + name;
}

} // namespace

PlanObjectsModel::PlanObjectsModel(QObject *parent)
    : DiffModel(parent)
{
}

PlanObjectsModel::~PlanObjectsModel() = default;

std::vector<std::unique_ptr<PlanObjectsModel::Node>> PlanObjectsModel::details(Node *object)
{
    std::vector<std::unique_ptr<Node>> lines;
    const auto add = [&](Kind kind, const QString &what, const QString &before, const QString &after,
                         const QString &owner, int changeKind) {
        auto line = std::make_unique<Node>();
        line->kind = kind;
        line->parent = object;
        line->what = what;
        line->before = before;
        line->after = after;
        line->owner = owner;
        line->changeKind = changeKind;
        line->key = QString::number(int(kind)) + QLatin1Char('/') + what;
        lines.push_back(std::move(line));
    };
    const PlannedObject &from = object->object;
    if (from.refusal)
        add(Kind::Refusal, {}, {}, {}, {}, -1);
    for (const session::FieldConflict &conflict : from.conflicts)
        add(Kind::Conflict, conflict.path, {}, conflict.message, conflict.owner, -1);
    for (const session::Survivor &survivor : from.survivors)
        add(Kind::Survivor, survivor.path, survivor.value, {}, survivor.owner, -1);
    for (const session::FieldChange &change : from.changes)
        add(Kind::Change, change.path, change.before, change.after, {}, int(change.kind));
    for (const QString &warning : from.warnings)
        add(Kind::Warning, warning, {}, {}, {}, -1);
    QStringList keys;
    for (const std::unique_ptr<Node> &line : lines)
        keys.append(line->key);
    keys = uniqueKeys(std::move(keys));
    for (size_t i = 0; i < lines.size(); ++i)
        lines[i]->key = keys[qsizetype(i)];
    return lines;
}

void PlanObjectsModel::setPlan(const session::ApplyPlan *plan)
{
    const std::vector<PlannedObject> objects = plan ? plan->objects : std::vector<PlannedObject>();
    QStringList keys;
    for (const PlannedObject &object : objects)
        keys.append(keyOf(object));
    keys = uniqueKeys(std::move(keys));

    std::vector<bool> fresh(objects.size(), false);
    updateRows(
        {}, m_objects, keys, [](const std::unique_ptr<Node> &node) { return node->key; },
        [&](int i) {
            auto node = std::make_unique<Node>();
            node->key = keys[i];
            node->object = objects[size_t(i)];
            node->what = titleOf(node->object);
            node->children = details(node.get());
            fresh[size_t(i)] = true;
            return node;
        },
        [&](std::unique_ptr<Node> &node, int i) {
            const bool changed = node->object != objects[size_t(i)];
            node->object = objects[size_t(i)];
            return changed;
        });
    for (size_t i = 0; i < m_objects.size(); ++i) {
        if (fresh[i])
            continue;
        Node *object = m_objects[i].get();
        std::vector<std::unique_ptr<Node>> wanted = details(object);
        QStringList lineKeys;
        for (const std::unique_ptr<Node> &line : wanted)
            lineKeys.append(line->key);
        std::vector<bool> taken(wanted.size(), false);
        updateRows(
            index(int(i), 0), object->children, lineKeys,
            [](const std::unique_ptr<Node> &node) { return node->key; },
            [&](int at) {
                taken[size_t(at)] = true;
                return std::move(wanted[size_t(at)]);
            },
            [&](std::unique_ptr<Node> &line, int at) {
                if (taken[size_t(at)] || line->sameLine(*wanted[size_t(at)]))
                    return false;
                // The node stays where indexes point to; only its content is new.
                *line = std::move(*wanted[size_t(at)]);
                return true;
            });
    }
}

const PlannedObject *PlanObjectsModel::objectAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const Node *node = static_cast<const Node *>(index.internalPointer());
    return node->parent ? &node->parent->object : &node->object;
}

QModelIndex PlanObjectsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<std::unique_ptr<Node>> &in =
        parent.isValid() ? static_cast<const Node *>(parent.internalPointer())->children : m_objects;
    return createIndex(row, column, in[size_t(row)].get());
}

QModelIndex PlanObjectsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *up = static_cast<const Node *>(index.internalPointer())->parent;
    for (size_t row = 0; up && row < m_objects.size(); ++row) {
        if (m_objects[row].get() == up)
            return createIndex(int(row), 0, up);
    }
    return {};
}

int PlanObjectsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_objects.size());
    return parent.column() == 0 ? int(static_cast<const Node *>(parent.internalPointer())->children.size())
                                : 0;
}

int PlanObjectsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanObjectsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *static_cast<const Node *>(index.internalPointer());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What ? node.what : index.column() == Before ? node.before : node.after;
    case KindRole:
        return int(node.kind);
    case ActionRole:
        return int((node.parent ? node.parent->object : node.object).action);
    case ChangeKindRole:
        return node.changeKind;
    case OwnerRole:
        return node.owner;
    case CountRole:
        return int(node.children.size());
    default:
        return {};
    }
}

} // namespace sluice::models
