// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/cell_inspector.h"

#include "text/catalog.h"
#include "views/environments/matrix_words.h"
#include "views/widgets/key_value_list.h"

namespace sluice::views {

namespace {

QString unitText(const QString &unit, const QString &value)
{
    const int count = value.toInt();
    if (unit == QLatin1String("pods"))
        return CellInspector::tr("pod(s)", nullptr, count);
    if (unit == QLatin1String("requests"))
        return CellInspector::tr("request(s)", nullptr, count);
    return {}; // "cores" and "bytes" are in the quantity's own letters, seconds in the value's reading
}

QString rangeText(const domain::Parameter &parameter)
{
    if (parameter.minimum.isEmpty() && parameter.maximum.isEmpty())
        return {};
    if (parameter.maximum.isEmpty())
        return CellInspector::tr("%1 or more").arg(valueText(parameter, parameter.minimum));
    if (parameter.minimum.isEmpty())
        return CellInspector::tr("up to %1").arg(valueText(parameter, parameter.maximum));
    return CellInspector::tr("%1 to %2")
        .arg(valueText(parameter, parameter.minimum), valueText(parameter, parameter.maximum));
}

/// The plain reading of a quantity where it says more than what is typed: "512 MiB" for "512Mi".
QString reading(const domain::Parameter &parameter, const QString &text)
{
    if (parameter.kind != domain::ParameterKind::Cpu && parameter.kind != domain::ParameterKind::Memory)
        return {};
    const QString read = domain::readValue(parameter.id, text);
    return read == text ? QString() : read;
}

Fact fact(const QString &label, const QString &value)
{
    Fact made;
    made.label = label;
    made.value = value;
    return made;
}

QString effectText(const session::MatrixColumn &column)
{
    if (column.base)
        return CellInspector::tr("Every environment that does not set its own value follows. Each gets a new "
                                 "revision with its next apply.");
    return CellInspector::tr("Changes the revision template: applying makes a new revision. The plan below "
                             "says which traffic moves to it.");
}

} // namespace

CellInspector::CellInspector(models::MatrixModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("About the selected value"));
    showNothing();
}

/// The old content may be the sender of what made it change, so it goes later.
void CellInspector::replace()
{
    if (QWidget *old = takeWidget())
        old->deleteLater();
    m_view = new InspectorView;
}

void CellInspector::showNothing()
{
    replace();
    m_view->setTitle(tr("No value selected"));
    m_view->addProse({},
                     tr("Select a value to see what it means, where it is set and what changing it does."));
    setWidget(m_view);
}

void CellInspector::showParameter(const domain::Parameter &parameter)
{
    std::vector<Fact> facts{fact(tr("Key"), parameter.key)};
    facts.front().mono = true;
    if (const QString range = rangeText(parameter); !range.isEmpty())
        facts.push_back(fact(tr("Range"), range));
    if (!parameter.clusterDefault.isEmpty())
        facts.push_back(fact(tr("Cluster default"), valueText(parameter, parameter.clusterDefault)));
    m_view->addFacts(facts);
    m_view->addProse(tr("Meaning"), text::words({parameter.meaningId, {}}));
}

void CellInspector::showCell(const QModelIndex &index)
{
    const domain::Parameter *parameter = index.isValid() ? m_model.parameterAt(index.row()) : nullptr;
    if (!parameter)
        return showNothing();
    const int scrolled = verticalScrollBar()->value();
    replace();
    const session::MatrixCell *cell = m_model.cellAt(index);
    if (!cell) {
        m_view->setTitle(parameterLabel(*parameter));
        showParameter(*parameter);
        setWidget(m_view);
        return;
    }
    const session::MatrixColumn &column = *m_model.columnAt(index.column());
    m_view->setTitle(parameterLabel(*parameter),
                     tr("%1 · %2").arg(column.base ? tr("Base") : column.name, m_model.matrix().service));

    std::vector<Fact> facts{fact(tr("Key"), parameter->key)};
    facts.front().mono = true;
    // The files of the column cannot be read, and the place is that of the fault.
    const bool broken =
        cell->readOnlyReason && cell->source == session::MatrixCell::Source::Absent && cell->line > 0;
    Fact value = fact(tr("Value"), broken ? tr("not known") : valueText(*parameter, cell->text));
    value.unit = unitText(parameter->unit, cell->text);
    value.strong = cell->source == session::MatrixCell::Source::Own;
    if (const QString read = reading(*parameter, cell->text); !read.isEmpty())
        value.unit = read;
    facts.push_back(value);
    if (cell->invalid)
        facts.push_back(fact(tr("Problem"), text::words(*cell->invalid)));
    if (cell->unsaved)
        facts.push_back(
            fact(tr("In the file"),
                 cell->savedText.isEmpty() ? tr("not set") : valueText(*parameter, cell->savedText)));
    if (const QString range = rangeText(*parameter); !range.isEmpty())
        facts.push_back(fact(tr("Range"), range));
    if (!parameter->clusterDefault.isEmpty())
        facts.push_back(fact(tr("Cluster default"), valueText(*parameter, parameter->clusterDefault)));
    if (!cell->file.isEmpty()) {
        const QString place =
            cell->line > 0 ? cell->file + QLatin1Char(':') + QString::number(cell->line) : cell->file;
        const QString file = cell->file;
        const int line = cell->line;
        const bool inherited = cell->source == session::MatrixCell::Source::Inherited;
        Fact set = fact(broken ? tr("At") : inherited ? tr("Inherited from") : tr("Set in"), place);
        set.open = [this, file, line] { Q_EMIT fileRequested(file, line); };
        facts.push_back(set);
    } else if (cell->source == session::MatrixCell::Source::ClusterDefault) {
        facts.push_back(fact(tr("Set in"), tr("nowhere: the cluster decides")));
    }
    if (!column.base) {
        Fact live = fact(tr("Live"), liveText(*parameter, cell->live));
        if (cell->drifted)
            live.status = Status::Drifted;
        facts.push_back(live);
    }
    if (cell->readOnlyReason)
        facts.push_back(fact(broken ? tr("Problem") : tr("Read only"), text::words(*cell->readOnlyReason)));
    m_view->addFacts(facts);
    m_view->addProse(tr("Meaning"), text::words({parameter->meaningId, {}}));
    if (!cell->readOnlyReason)
        m_view->addProse(tr("Effect"), effectText(column));
    setWidget(m_view);
    verticalScrollBar()->setValue(scrolled);
}

} // namespace sluice::views
