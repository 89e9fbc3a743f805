// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/matrix_words.h"

#include "text/catalog.h"
#include "text/visible_text.h"

namespace sluice::views {

using models::MatrixModel;
using session::LiveValue;
using session::MatrixCell;

QString groupLabel(domain::ParameterGroup group)
{
    switch (group) {
    case domain::ParameterGroup::Scaling:
        return MatrixWords::tr("Scaling");
    case domain::ParameterGroup::Resources:
        return MatrixWords::tr("Resources");
    case domain::ParameterGroup::Concurrency:
        return MatrixWords::tr("Concurrency and timeouts");
    case domain::ParameterGroup::Image:
        return MatrixWords::tr("Image and environment variables");
    }
    return {};
}

QString parameterLabel(const domain::Parameter &parameter)
{
    return text::words({parameter.labelId, {}});
}

QString valueText(const domain::Parameter &parameter, const QString &text)
{
    if (text.isEmpty())
        return QStringLiteral("–");
    switch (parameter.kind) {
    case domain::ParameterKind::Duration:
    case domain::ParameterKind::Seconds:
        return text::visibleText(domain::readValue(parameter.id, text));
    default:
        return text::visibleText(text); // quantities stay as typed
    }
}

QString originText(const MatrixCell &cell)
{
    switch (cell.source) {
    case MatrixCell::Source::Inherited:
        return cell.inheritedFrom;
    case MatrixCell::Source::ClusterDefault:
        return MatrixWords::tr("cluster");
    default:
        return {};
    }
}

QString liveText(const domain::Parameter &parameter, const LiveValue &live)
{
    switch (live.state) {
    case LiveValue::State::NotConnected:
        return MatrixWords::tr("not connected");
    case LiveValue::State::Loading:
        return MatrixWords::tr("loading…");
    case LiveValue::State::NotDeployed:
        return MatrixWords::tr("not deployed");
    case LiveValue::State::Failed:
        return MatrixWords::tr("not readable");
    case LiveValue::State::Known:
        return live.text.isEmpty() ? MatrixWords::tr("not set") : valueText(parameter, live.text);
    }
    return {};
}

QString spokenCell(const domain::Parameter &parameter, const session::MatrixColumn &column,
                   const MatrixCell &cell)
{
    QStringList parts;
    const QString value = cell.text.isEmpty() ? MatrixWords::tr("not set") : valueText(parameter, cell.text);
    parts << MatrixWords::tr("%1, %2: %3").arg(parameterLabel(parameter), column.name, value);
    if (cell.source == MatrixCell::Source::Inherited)
        parts << MatrixWords::tr("inherited from %1").arg(cell.inheritedFrom);
    if (cell.source == MatrixCell::Source::ClusterDefault)
        parts << MatrixWords::tr("the cluster's default");
    if (cell.unsaved) {
        const QString was =
            cell.savedText.isEmpty() ? MatrixWords::tr("not set") : valueText(parameter, cell.savedText);
        parts << (cell.clears ? MatrixWords::tr("unsaved, removed, was %1").arg(was)
                              : MatrixWords::tr("unsaved, was %1").arg(was));
    }
    if (cell.invalid)
        parts << MatrixWords::tr("invalid: %1").arg(text::words(*cell.invalid));
    if (cell.drifted)
        parts << MatrixWords::tr("live differs: %1").arg(liveText(parameter, cell.live));
    if (cell.readOnlyReason)
        parts << MatrixWords::tr("read only: %1").arg(text::words(*cell.readOnlyReason));
    return parts.join(QStringLiteral("; "));
}

QString spokenColumn(const session::MatrixColumn &column)
{
    QStringList parts{column.base ? MatrixWords::tr("Base: what every environment inherits") : column.name};
    if (column.production)
        parts << MatrixWords::tr("production");
    if (column.readOnly)
        parts << MatrixWords::tr("read only");
    if (!column.healthWords.id.isEmpty())
        parts << text::words(column.healthWords);
    if (column.driftedCells > 0)
        parts << MatrixWords::tr("%n value(s) differ from the cluster", nullptr, column.driftedCells);
    if (column.unsavedCells > 0)
        parts << MatrixWords::tr("%n unsaved change(s)", nullptr, column.unsavedCells);
    if (column.invalidCells > 0)
        parts << MatrixWords::tr("%n invalid value(s)", nullptr, column.invalidCells);
    if (!column.context.isEmpty())
        parts << MatrixWords::tr("%1 on %2").arg(column.nameSpace, column.context);
    return parts.join(QStringLiteral("; "));
}

MatrixWords::MatrixWords(MatrixModel &model, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

QVariant MatrixWords::data(const QModelIndex &index, int role) const
{
    const bool text = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole
        || role == Qt::AccessibleDescriptionRole;
    if (!index.isValid() || !text)
        return QIdentityProxyModel::data(index, role);
    const int row = index.row();
    if (m_model.isGroup(row)) {
        const bool first = index.column() == 0;
        return first && role != Qt::ToolTipRole ? QVariant(groupLabel(m_model.group(row))) : QVariant();
    }
    const domain::Parameter &parameter = *m_model.parameterAt(row);
    if (index.column() == 0) {
        if (role == Qt::ToolTipRole)
            return QString(parameter.key + QLatin1Char('\n') + text::words({parameter.meaningId, {}}));
        return parameterLabel(parameter);
    }
    const MatrixCell &cell = *m_model.cellAt(mapToSource(index));
    const session::MatrixColumn &column = *m_model.columnAt(index.column());
    const bool live = m_model.columnKind(index.column()) == MatrixModel::ColumnKind::Live;
    if (role == Qt::DisplayRole)
        return live ? liveText(parameter, cell.live) : valueText(parameter, cell.text);
    if (live)
        return tr("%1, live in %2: %3")
            .arg(parameterLabel(parameter), column.name, liveText(parameter, cell.live));
    return spokenCell(parameter, column, cell);
}

QVariant MatrixWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return QIdentityProxyModel::headerData(section, orientation, role);
    const session::MatrixColumn *column = m_model.columnAt(section);
    const bool live = column && m_model.columnKind(section) == MatrixModel::ColumnKind::Live;
    switch (role) {
    case Qt::DisplayRole:
        if (!column)
            return tr("Parameter");
        return live ? tr("%1, live").arg(column->name) : column->base ? tr("Base") : column->name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        if (!column)
            return tr("Parameter");
        return live ? tr("What runs in %1").arg(column->name) : spokenColumn(*column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return QIdentityProxyModel::headerData(section, orientation, role);
    }
}

} // namespace sluice::views
