// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_models.h"

namespace sluice::models {

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const session::ManifestFinding &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Text:
            return row.text.id;
        case Where:
            return row.line > 0 ? row.file + QLatin1Char(':') + QString::number(row.line) : row.file;
        case Rule:
            return row.rule;
        default:
            return {};
        }
    case ErrorRole:
        return row.isError;
    case NoteRole:
        return row.isNote;
    case FileRole:
        return row.file;
    case LineRole:
        return row.line;
    case SortRole:
        switch (index.column()) {
        case Severity:
            return row.isError ? 0 : row.isNote ? 2 : 1;
        case Where:
            return QString(row.file + QLatin1Char(':')
                           + QString::number(row.line).rightJustified(8, QLatin1Char('0')));
        default:
            return data(index, Qt::DisplayRole);
        }
    default:
        return {};
    }
}

QString FindingsModel::keyOf(const session::ManifestFinding &row) const
{
    return row.file + QLatin1Char('\t') + QString::number(row.line) + QLatin1Char('\t') + row.rule
        + QLatin1Char('\t') + row.text.id + QLatin1Char('\t') + row.text.arguments.join(QLatin1Char('\t'));
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const session::ActivityEntry &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.what.id;
    case IdRole:
        return row.id;
    case WhenRole:
        return row.when;
    case WhoRole:
        return row.who;
    case EnvironmentRole:
        return row.environment;
    case OutcomeRole:
        return int(row.outcome);
    case DetailRole:
        return row.detail;
    default:
        return {};
    }
}

QString ActivityModel::keyOf(const session::ActivityEntry &row) const
{
    return QString::number(row.id);
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const session::Problem &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title.id;
    case KeyRole:
        return row.key;
    case SeverityRole:
        return int(row.severity);
    case PlaceRole:
        return row.place;
    case PageRole:
        return row.page;
    case CountRole:
        return row.count;
    case LastRole:
        return row.last;
    default:
        return {};
    }
}

QString ProblemModel::keyOf(const session::Problem &row) const
{
    return row.key;
}

} // namespace sluice::models
