// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/overview_words.h"

#include "text/catalog.h"
#include "text/visible_text.h"
#include "views/facts/facts.h"

namespace sluice::views {

using models::OverviewModel;
using session::OverviewRow;
using Freshness = session::FreshnessInfo::State;

StateWord stateOf(const OverviewRow &row)
{
    const bool unknown =
        row.freshness.state == Freshness::NotConnected || row.freshness.state == Freshness::Connecting;
    if (unknown && !row.deployed)
        return {Status::Unknown,
                row.freshness.state == Freshness::Connecting ? OverviewWords::tr("Connecting…")
                                                             : OverviewWords::tr("Not connected")};
    if (!row.deployed && row.freshness.state == Freshness::Failed)
        return {Status::Unknown, OverviewWords::tr("Not known")};
    if (!row.deployed)
        return {Status::Unknown, OverviewWords::tr("Not deployed")};
    if (row.health == session::Health::Ok && row.podsActual == 0)
        return {Status::Inactive, OverviewWords::tr("Scaled to zero")};
    const Status status = statusOf(row.health);
    return {status, row.healthWords.id.isEmpty() ? statusWord(status) : text::words(row.healthWords)};
}

QString servingText(const OverviewRow &row)
{
    const session::TrafficShare *largest = nullptr;
    int others = 0;
    for (const session::TrafficShare &share : row.traffic) {
        if (share.percent <= 0)
            continue;
        ++others;
        if (!largest || share.percent > largest->percent)
            largest = &share;
    }
    const QString revision = largest && !largest->revision.isEmpty() ? largest->revision : row.latestReady;
    if (revision.isEmpty())
        return QStringLiteral("–");
    const QString name = shortRevision(revision, row.service);
    return others > 1 ? QStringLiteral("%1 +%2").arg(name).arg(others - 1) : name;
}

QString podsText(const OverviewRow &row)
{
    if (row.podsActual < 0)
        return QStringLiteral("–");
    const QString actual = row.podsDesired >= 0 && row.podsDesired != row.podsActual
        ? QStringLiteral("%1→%2").arg(row.podsActual).arg(row.podsDesired)
        : QString::number(row.podsActual);
    if (row.maxScale < 0)
        return actual;
    return QStringLiteral("%1 / %2").arg(
        actual, row.maxScale == 0 ? QStringLiteral("∞") : QString::number(row.maxScale));
}

StateWord filesOf(const OverviewRow &row)
{
    if (row.unsaved > 0)
        return {Status::Unsaved, OverviewWords::tr("%n unsaved", nullptr, row.unsaved)};
    if (row.drifted > 0)
        return {Status::Drifted, OverviewWords::tr("%n drifted", nullptr, row.drifted)};
    return {Status::Ok, row.deployed ? OverviewWords::tr("in step") : QStringLiteral("–")};
}

QString splitText(const OverviewRow &row)
{
    QStringList parts;
    for (const session::TrafficShare &share : row.traffic) {
        const QString name = share.revision.isEmpty() ? OverviewWords::tr("latest")
                                                      : shortRevision(share.revision, row.service);
        parts << OverviewWords::tr("%1 %2 %", "revision, percent").arg(name).arg(share.percent);
    }
    return parts.join(QStringLiteral(", "));
}

QString releaseText(const OverviewRow &row, const QDateTime &now)
{
    const QString age = ageText(row.lastRelease, now);
    if (age.isEmpty())
        return QStringLiteral("–");
    return row.lastReleaseBy.isEmpty() ? age
                                       : OverviewWords::tr("%1, %2", "who, when").arg(row.lastReleaseBy, age);
}

OverviewWords::OverviewWords(OverviewModel &model, const base::Clock &clock, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_clock(clock)
{
    setSourceModel(&model);
    setSortRole(OverviewModel::SortRole);
    setRecursiveFilteringEnabled(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void OverviewWords::setFilter(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

int OverviewWords::serviceCount() const
{
    if (m_model.grouping() == OverviewModel::Grouping::None)
        return rowCount();
    int count = 0;
    for (int group = 0; group < rowCount(); ++group)
        count += rowCount(index(group, 0));
    return count;
}

bool OverviewWords::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex index = m_model.index(row, 0, parent);
    if (m_model.isGroup(index))
        return false; // shown when a row below it is
    QStringList texts = index.data(OverviewModel::FilterRole).toStringList();
    texts << stateOf(*m_model.rowAt(index)).text << filesOf(*m_model.rowAt(index)).text;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return std::any_of(texts.begin(), texts.end(),
                           [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

bool OverviewWords::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_model.isGroup(left)) // whatever the direction, environments stay in the project's order
        return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
    return QSortFilterProxyModel::lessThan(left, right);
}

QVariant OverviewWords::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    const OverviewRow *row = m_model.rowAt(source);
    if (!row)
        return {};
    const bool group = m_model.isGroup(source);
    if (role == Qt::TextAlignmentRole && index.column() == OverviewModel::Pods)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && !group) {
        if (index.column() == OverviewModel::LastRelease)
            return absoluteTime(row->lastRelease);
        if (index.column() == OverviewModel::Split)
            return splitText(*row);
        return row->failure.isEmpty() ? QVariant()
                                      : QVariant(text::visibleText(row->failure).toHtmlEscaped());
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return QSortFilterProxyModel::data(index, role);
    if (group) {
        if (index.column() != OverviewModel::Name)
            return {};
        const QString key = source.data().toString();
        return m_model.grouping() == OverviewModel::Grouping::Environment && role == Qt::AccessibleTextRole
            ? tr("%1, %2 on %3").arg(key, row->nameSpace, row->context)
            : key;
    }
    switch (index.column()) {
    case OverviewModel::Name:
        return source.data();
    case OverviewModel::State:
        return stateOf(*row).text;
    case OverviewModel::Serving:
        return servingText(*row);
    case OverviewModel::Split:
        return splitText(*row);
    case OverviewModel::Pods:
        return podsText(*row);
    case OverviewModel::Files:
        return filesOf(*row).text;
    case OverviewModel::LastRelease:
        return releaseText(*row, m_clock.now());
    default:
        return {};
    }
}

QVariant OverviewWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == OverviewModel::Pods ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == OverviewModel::Pods)
        return tr("Pods that run, and the most that may run");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OverviewModel::Name:
        return m_model.grouping() == OverviewModel::Grouping::Service ? tr("Environment") : tr("Service");
    case OverviewModel::State:
        return tr("State");
    case OverviewModel::Serving:
        return tr("Serving");
    case OverviewModel::Split:
        return tr("Split");
    case OverviewModel::Pods:
        return tr("Pods");
    case OverviewModel::Files:
        return tr("Files");
    case OverviewModel::LastRelease:
        return tr("Last release");
    default:
        return {};
    }
}

} // namespace sluice::views
