// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/manifest_tree_model.h"

namespace sluice::models {

struct ManifestTreeModel::Node {
    QString name; ///< the last part of the path
    QString path;
    bool folder = true;
    int errors = 0;
    int warnings = 0;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    Node *child(const QString &wantedName)
    {
        for (const std::unique_ptr<Node> &at : children) {
            if (at->name == wantedName)
                return at.get();
        }
        return nullptr;
    }
    /// Adds up what is below folders that carry no counts of their own.
    void count()
    {
        int below[2] = {0, 0};
        for (const std::unique_ptr<Node> &at : children) {
            at->count();
            below[0] += at->errors;
            below[1] += at->warnings;
        }
        errors = std::max(errors, below[0]);
        warnings = std::max(warnings, below[1]);
    }
};

ManifestTreeModel::ManifestTreeModel(QObject *parent)
    : DiffModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ManifestTreeModel::~ManifestTreeModel() = default;

void ManifestTreeModel::setEntries(const std::vector<session::ManifestEntry> &entries)
{
    Node wanted;
    for (const session::ManifestEntry &entry : entries) {
        Node *at = &wanted;
        const QStringList parts = entry.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        for (int depth = 0; depth < parts.size(); ++depth) {
            Node *next = at->child(parts[depth]);
            if (!next) {
                at->children.push_back(std::make_unique<Node>());
                next = at->children.back().get();
                next->name = parts[depth];
                next->path = parts.mid(0, depth + 1).join(QLatin1Char('/'));
                next->parent = at;
            }
            at = next;
        }
        at->folder = entry.folder;
        at->errors = entry.errors;
        at->warnings = entry.warnings;
    }
    wanted.count();
    update({}, *m_root, wanted);
}

void ManifestTreeModel::update(const QModelIndex &parent, Node &node, Node &wanted)
{
    QStringList keys;
    for (const std::unique_ptr<Node> &child : wanted.children)
        keys.append(child->name);
    // Children of rows that are here already are brought up to date below; new rows take theirs along.
    std::vector<Node *> sources;
    for (const std::unique_ptr<Node> &child : wanted.children)
        sources.push_back(node.child(child->name) ? child.get() : nullptr);
    updateRows(
        parent, node.children, keys, [](const std::unique_ptr<Node> &row) { return row->name; },
        [&](int i) {
            std::unique_ptr<Node> fresh = std::move(wanted.children[size_t(i)]);
            fresh->parent = &node;
            return fresh;
        },
        [&](std::unique_ptr<Node> &row, int i) {
            const Node *source = sources[size_t(i)];
            if (!source
                || (row->folder == source->folder && row->errors == source->errors
                    && row->warnings == source->warnings))
                return false;
            row->folder = source->folder;
            row->errors = source->errors;
            row->warnings = source->warnings;
            return true;
        });
    for (size_t i = 0; i < sources.size(); ++i) {
        if (sources[i])
            update(index(int(i), 0, parent), *node.children[i], *sources[i]);
    }
}

QModelIndex ManifestTreeModel::find(const QString &path) const
{
    QModelIndex at;
    Node *node = m_root.get();
    const QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        Node *next = node->child(part);
        if (!next)
            return {};
        for (size_t row = 0; row < node->children.size(); ++row) {
            if (node->children[row].get() == next)
                at = index(int(row), 0, at);
        }
        node = next;
    }
    return at;
}

QModelIndex ManifestTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *in = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    return createIndex(row, column, in->children[size_t(row)].get());
}

QModelIndex ManifestTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *up = static_cast<const Node *>(index.internalPointer())->parent;
    if (!up || up == m_root.get())
        return {};
    const std::vector<std::unique_ptr<Node>> &siblings = up->parent->children;
    for (size_t row = 0; row < siblings.size(); ++row) {
        if (siblings[row].get() == up)
            return createIndex(int(row), 0, up);
    }
    return {};
}

int ManifestTreeModel::rowCount(const QModelIndex &parent) const
{
    const Node *in = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    return parent.column() > 0 ? 0 : int(in->children.size());
}

int ManifestTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ManifestTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *static_cast<const Node *>(index.internalPointer());
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case PathRole:
        return node.path;
    case FolderRole:
        return node.folder;
    case ErrorsRole:
        return node.errors;
    case WarningsRole:
        return node.warnings;
    default:
        return {};
    }
}

} // namespace sluice::models
