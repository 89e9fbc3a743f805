// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overview_model.h"

namespace sluice::models {

using session::OverviewRow;

namespace {

QString keyOf(const OverviewRow &row)
{
    return row.environment + QLatin1Char('/') + row.service;
}

} // namespace

/// The root, a group or a Service. A Service's parent is the root where there are no groups.
struct OverviewModel::Node {
    QString key;
    Node *parent = nullptr;
    OverviewRow row; ///< of a group: its first Service
    bool group = false;
    std::vector<std::unique_ptr<Node>> children;
};

OverviewModel::OverviewModel(QObject *parent)
    : DiffModel(parent)
    , m_root(std::make_unique<Node>())
{
}

OverviewModel::~OverviewModel() = default;

void OverviewModel::setOverview(session::Overview *overview)
{
    if (m_overview)
        m_overview->disconnect(this);
    m_overview = overview;
    if (!overview)
        return setRows({});
    connect(overview, &session::Overview::changed, this, [this] { setRows(m_overview->rows()); });
    setRows(overview->rows());
}

void OverviewModel::setRows(const std::vector<OverviewRow> &rows)
{
    m_source = rows;
    rebuild();
}

void OverviewModel::setGrouping(Grouping grouping)
{
    if (m_grouping == grouping)
        return;
    // Groups of another kind share no row with the old ones.
    beginResetModel();
    m_grouping = grouping;
    m_root->children.clear();
    endResetModel();
    rebuild();
}

void OverviewModel::rebuild()
{
    // Rows in groups, each in the order of the session.
    QStringList groupKeys;
    std::vector<std::vector<const OverviewRow *>> groups;
    QHash<QString, int> groupIndex;
    for (const OverviewRow &row : m_source) {
        QString key;
        if (m_grouping == Grouping::Environment)
            key = row.environment;
        else if (m_grouping == Grouping::Service)
            key = row.service;
        auto found = groupIndex.find(key);
        if (found == groupIndex.end()) {
            found = groupIndex.insert(key, int(groups.size()));
            groups.emplace_back();
            groupKeys.append(key);
        }
        groups[size_t(*found)].push_back(&row);
    }

    const auto key = [](const std::unique_ptr<Node> &node) { return node->key; };
    const auto serviceKeys = [](const std::vector<const OverviewRow *> &rows) {
        QStringList keys;
        for (const OverviewRow *row : rows)
            keys.append(keyOf(*row));
        return uniqueKeys(std::move(keys));
    };
    const auto makeService = [](Node *parent, const QString &name, const OverviewRow &row) {
        auto node = std::make_unique<Node>();
        node->key = name;
        node->parent = parent;
        node->row = row;
        return node;
    };
    const auto refreshService = [](std::unique_ptr<Node> &node, const OverviewRow &row) {
        if (node->row == row)
            return false;
        node->row = row;
        return true;
    };
    const auto updateServices = [&](const QModelIndex &parent, Node *node,
                                    const std::vector<const OverviewRow *> &rows) {
        const QStringList keys = serviceKeys(rows);
        updateRows(
            parent, node->children, keys, key,
            [&](int i) { return makeService(node, keys[i], *rows[size_t(i)]); },
            [&](std::unique_ptr<Node> &child, int i) { return refreshService(child, *rows[size_t(i)]); });
    };

    if (m_grouping == Grouping::None) {
        updateServices({}, m_root.get(),
                       groups.empty() ? std::vector<const OverviewRow *>{} : groups.front());
        return;
    }
    updateRows(
        {}, m_root->children, groupKeys, key,
        [&](int i) {
            auto group = makeService(m_root.get(), groupKeys[i], *groups[size_t(i)].front());
            group->group = true;
            const QStringList keys = serviceKeys(groups[size_t(i)]);
            for (int at = 0; at < keys.size(); ++at)
                group->children.push_back(makeService(group.get(), keys[at], *groups[size_t(i)][size_t(at)]));
            return group;
        },
        [&](std::unique_ptr<Node> &group, int i) {
            return refreshService(group, *groups[size_t(i)].front());
        });
    for (int i = 0; i < groupKeys.size(); ++i)
        updateServices(index(i, 0), m_root->children[size_t(i)].get(), groups[size_t(i)]);
}

const OverviewRow *OverviewModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? &static_cast<const Node *>(index.internalPointer())->row : nullptr;
}

bool OverviewModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && static_cast<const Node *>(index.internalPointer())->group;
}

QModelIndex OverviewModel::find(const QString &environment, const QString &service) const
{
    const auto search = [&](const Node &in, const QModelIndex &parent) -> QModelIndex {
        for (size_t i = 0; i < in.children.size(); ++i) {
            const Node &node = *in.children[i];
            if (!node.group && node.row.environment == environment && node.row.service == service)
                return index(int(i), 0, parent);
        }
        return {};
    };
    if (m_grouping == Grouping::None)
        return search(*m_root, {});
    for (size_t i = 0; i < m_root->children.size(); ++i) {
        const QModelIndex found = search(*m_root->children[i], index(int(i), 0));
        if (found.isValid())
            return found;
    }
    return {};
}

QModelIndex OverviewModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *in = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    return createIndex(row, column, in->children[size_t(row)].get());
}

QModelIndex OverviewModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node *up = static_cast<const Node *>(index.internalPointer())->parent;
    if (up == m_root.get())
        return {};
    for (size_t i = 0; i < m_root->children.size(); ++i) {
        if (m_root->children[i].get() == up)
            return createIndex(int(i), 0, up);
    }
    return {};
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_root->children.size());
    return parent.column() == 0 ? int(static_cast<const Node *>(parent.internalPointer())->children.size())
                                : 0;
}

int OverviewModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant OverviewModel::sortValue(const OverviewRow &row, int column) const
{
    switch (column) {
    case Name:
        return m_grouping == Grouping::Service ? row.environment : row.service;
    case State: {
        // Worst first.
        constexpr int rank[] = {4, 1, 2, 0, 3, 5}; // Ok, Progressing, Warning, Failed, Unknown, Inactive
        return row.deployed ? rank[int(row.health)] : 6;
    }
    case Serving:
        return row.latestReady;
    case Split: {
        int largest = 0;
        for (const session::TrafficShare &share : row.traffic)
            largest = std::max(largest, share.percent);
        return largest;
    }
    case Pods:
        return row.podsActual;
    case Files:
        return row.drifted * 1000 + row.unsaved;
    case LastRelease:
        return row.lastRelease;
    default:
        return {};
    }
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *static_cast<const Node *>(index.internalPointer());
    switch (role) {
    case Qt::DisplayRole:
        if (node.group)
            return index.column() == Name ? node.key : QVariant();
        switch (index.column()) {
        case Name:
            return m_grouping == Grouping::Service ? node.row.environment : node.row.service;
        case Serving:
            return node.row.latestReady;
        case Pods:
            return node.row.podsActual;
        case LastRelease:
            return node.row.lastRelease;
        default:
            return {};
        }
    case GroupRole:
        return node.group;
    case SortRole:
        // Groups keep the order of the project whatever column sorts their rows.
        return node.group ? QVariant(index.row()) : sortValue(node.row, index.column());
    case FilterRole: {
        QStringList texts{node.row.service, node.row.environment, node.row.nameSpace,
                          node.row.context, node.row.latestReady, node.row.latestCreated};
        for (const session::TrafficShare &share : node.row.traffic)
            texts << share.revision << share.tag;
        return node.group ? QStringList() : texts;
    }
    case CountRole:
        return node.group ? int(node.children.size()) : 0;
    default:
        return {};
    }
}

} // namespace sluice::models
