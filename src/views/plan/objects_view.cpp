// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/objects_view.h"

#include "text/catalog.h"
#include "text/error_text.h"
#include "text/visible_text.h"
#include "views/plan/plan_words.h"
#include "views/theme/painting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace sluice::views {

using models::PlanObjectsModel;
using Kind = PlanObjectsModel::Kind;
using Action = session::PlannedObject::Action;

PlanObjectsWords::PlanObjectsWords(PlanObjectsModel &model, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

QString PlanObjectsWords::whatText(const QModelIndex &source) const
{
    const session::PlannedObject &object = *m_model.objectAt(source);
    const QString text = source.data().toString();
    switch (Kind(source.data(PlanObjectsModel::KindRole).toInt())) {
    case Kind::Object: {
        const QString title = objectTitle(object);
        return object.refusal ? tr("%1, refused").arg(title) : title;
    }
    case Kind::Refusal:
        return text::describe(*object.refusal).title;
    case Kind::Conflict:
        return tr("%1, owned by %2").arg(text, source.data(PlanObjectsModel::OwnerRole).toString());
    case Kind::Survivor:
        return tr("%1 would stay, held by %2").arg(text, source.data(PlanObjectsModel::OwnerRole).toString());
    case Kind::Change:
        return text;
    case Kind::Warning:
        return tr("Server: %1").arg(text);
    }
    return text;
}

QString PlanObjectsWords::outcomeText(const session::PlannedObject &object) const
{
    switch (object.action) {
    case Action::Create:
        return tr("created");
    case Action::Update:
        return tr("%n change(s)", nullptr, int(object.changes.size()));
    case Action::Unchanged:
        return tr("unchanged");
    }
    return {};
}

QVariant PlanObjectsWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QModelIndex source = mapToSource(index);
    const auto kind = Kind(source.data(PlanObjectsModel::KindRole).toInt());
    const session::PlannedObject &object = *m_model.objectAt(source);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == PlanObjectsModel::What)
            return text::visibleText(whatText(source.siblingAtColumn(0)));
        if (kind == Kind::Object && index.column() == PlanObjectsModel::After)
            return object.note ? tr("%1 · %2").arg(outcomeText(object), text::words(*object.note))
                               : outcomeText(object);
        if (kind == Kind::Object && index.column() == PlanObjectsModel::Before)
            return {};
        return text::visibleText(source.data().toString());
    case Qt::ToolTipRole:
        if (kind == Kind::Refusal)
            return text::describe(*object.refusal).details.toHtmlEscaped();
        if (kind == Kind::Object && object.note)
            return text::words(*object.note).toHtmlEscaped();
        return text::visibleText(source.data().toString()).toHtmlEscaped();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant PlanObjectsWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PlanObjectsModel::What:
        return tr("Object and field");
    case PlanObjectsModel::Before:
        return tr("Now");
    default:
        return tr("After");
    }
}

namespace {

/// Fonts and colours by what a line is.
class ObjectsDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = themeOf(option->widget);
        const Colours &c = theme.colours();
        const auto kind = Kind(index.data(PlanObjectsModel::KindRole).toInt());
        QColor ink = c.text;
        if (kind == Kind::Object) {
            option->font = index.column() == 0 ? theme.fonts().strong : theme.fonts().small;
            if (index.column() > 0)
                ink = c.textDim;
        } else if (kind == Kind::Change) {
            option->font = theme.fonts().mono;
            const auto change =
                session::FieldChange::Kind(index.data(PlanObjectsModel::ChangeKindRole).toInt());
            if (index.column() == PlanObjectsModel::Before && change != session::FieldChange::Kind::Add)
                ink = c.of(Status::Failed).ink;
            if (index.column() == PlanObjectsModel::After && change != session::FieldChange::Kind::Remove)
                ink = c.of(Status::Ok).ink;
        } else {
            ink = c.of(kind == Kind::Refusal ? Status::Failed : Status::Warning).ink;
        }
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
        option->textElideMode =
            kind == Kind::Change && index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight;
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(themeOf(option.widget).metrics().compactRowHeight);
        return size;
    }
};

} // namespace

PlanObjectsView::PlanObjectsView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new PlanObjectsModel(this))
    , m_words(new PlanObjectsWords(*m_model, this))
{
    setAccessibleName(tr("Objects of the plan"));
    setModel(m_words);
    setItemDelegate(new ObjectsDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAnimated(false);
    setEditTriggers(NoEditTriggers);
    setIndentation(themeOf(this).metrics().unit * 2);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
}

void PlanObjectsView::setPlan(const session::ApplyPlan *plan)
{
    const bool first = m_model->rowCount() == 0;
    m_model->setPlan(plan);
    // What is only created has nothing in it now.
    const bool before = plan
        && std::any_of(plan->objects.begin(), plan->objects.end(),
                       [](const auto &object) { return object.action != Action::Create; });
    setColumnHidden(PlanObjectsModel::Before, !before);
    if (!first)
        return;
    for (int row = 0; row < m_words->rowCount(); ++row) {
        const QModelIndex index = m_words->index(row, 0);
        if (m_words->rowCount(index) > 0 && m_words->rowCount(index) < 40)
            expand(index);
    }
}

void PlanObjectsView::copyCurrent()
{
    QStringList texts;
    for (int column = 0; column < PlanObjectsModel::ColumnCount; ++column)
        texts << currentIndex().siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\t')).trimmed());
}

void PlanObjectsView::resizeEvent(QResizeEvent *event)
{
    // Names of fields come first: values end in … before these do, and are whole in their tool tips.
    const int most = themeOf(this).metrics().unit * 34;
    header()->setMaximumSectionSize(
        std::max(header()->minimumSectionSize(), std::max(most / 4, width() * 3 / 10)));
    QTreeView::resizeEvent(event);
}

void PlanObjectsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        copyCurrent();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void PlanObjectsView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!index.parent().isValid() && m_words->hasChildren(index)) {
        const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
        paintArrow(*painter, rect, isExpanded(index) ? Qt::DownArrow : closed,
                   themeOf(this).colours().textDim);
    }
}

} // namespace sluice::views
