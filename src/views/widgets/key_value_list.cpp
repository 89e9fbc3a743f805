// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/key_value_list.h"

#include "views/theme/sluice_style.h"
#include "views/theme/theme.h"
#include "views/widgets/chips.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

constexpr qsizetype lineOfPath = 24; ///< characters of a path that stand on one line

/// Lets long names without spaces break after the marks that join their parts; invisible in the text.
QString breakable(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        out += c;
        if (QStringLiteral("/.-_:@,").contains(c))
            out += QChar(0x200B);
    }
    return out;
}

void copyOnDemand(QWidget *widget, const QString &label, const QString &value)
{
    widget->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(widget, &QWidget::customContextMenuRequested, widget,
                     [widget, label, value](const QPoint &at) {
                         auto *menu = new QMenu(widget);
                         menu->setAttribute(Qt::WA_DeleteOnClose);
                         menu->addAction(KeyValueList::tr("Copy %1").arg(label), widget,
                                         [value] { QApplication::clipboard()->setText(value); });
                         menu->popup(widget->mapToGlobal(at));
                     });
}

QWidget *valueWidget(const Fact &fact)
{
    if (fact.status) {
        auto *chip = new StatusChip(*fact.status, fact.value);
        return chip;
    }
    if (fact.open) {
        auto *link = new LinkButton;
        // A long path has its file on a line of its own rather than its middle left out.
        QString shown = fact.value;
        if (const qsizetype slash = shown.lastIndexOf(QLatin1Char('/'));
            slash > 0 && shown.size() > lineOfPath)
            shown.insert(slash + 1, QLatin1Char('\n'));
        link->setText(shown);
        link->setElided(true);
        setFlush(link, true);
        link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        link->setToolTip(fact.value.toHtmlEscaped());
        link->setAccessibleName(QStringLiteral("%1: %2").arg(fact.label, fact.value));
        QObject::connect(link, &QPushButton::clicked, link, fact.open);
        return link;
    }
    const TextRole role = fact.mono ? TextRole::Mono : fact.strong ? TextRole::Strong : TextRole::Body;
    auto *text = new Text(role, breakable(fact.value));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

/// A one-pixel line in the theme's colour.
class Separator final : public QWidget {
public:
    explicit Separator(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), themeOf(this).colours().lineSoft);
    }
};

} // namespace

KeyValueList::KeyValueList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setFacts(const std::vector<Fact> &facts)
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_facts = facts;
    const Metrics &m = themeOf(this).metrics();
    m_grid->setHorizontalSpacing(m.gap);
    m_grid->setVerticalSpacing(m.half);
    m_grid->setColumnMinimumWidth(0, m.unit * 12 + m.half);
    int row = 0;
    for (const Fact &fact : facts) {
        auto *label = new Text(TextRole::Dim, fact.label);
        label->setWordWrap(true);
        label->setToolTip(fact.toolTip.toHtmlEscaped());
        QWidget *value = valueWidget(fact);
        if (!fact.toolTip.isEmpty() && !fact.open)
            value->setToolTip(fact.toolTip.toHtmlEscaped());
        if (value->accessibleName().isEmpty())
            value->setAccessibleName(
                QStringLiteral("%1: %2 %3").arg(fact.label, fact.value, fact.unit).trimmed());
        label->setBuddy(value);
        copyOnDemand(value, fact.label, fact.value);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        if (fact.unit.isEmpty()) {
            // Aligned at the side it would ask for its whole width; in a row of its own it takes what there is.
            if (fact.status || fact.open) {
                auto *line = new QHBoxLayout;
                line->addWidget(value);
                line->addStretch(1);
                m_grid->addLayout(line, row, 1, Qt::AlignTop);
            } else {
                m_grid->addWidget(value, row, 1, Qt::AlignTop);
            }
        } else {
            auto *both = new QWidget;
            auto *line = new QHBoxLayout(both);
            line->setContentsMargins(0, 0, 0, 0);
            line->setSpacing(m.half);
            line->addWidget(value);
            line->addWidget(new Text(TextRole::Body, fact.unit), 1);
            m_grid->addWidget(both, row, 1, Qt::AlignTop);
        }
        ++row;
    }
}

QString KeyValueList::plainText() const
{
    QStringList lines;
    for (const Fact &fact : m_facts)
        lines.append(QStringLiteral("%1: %2 %3").arg(fact.label, fact.value, fact.unit).trimmed());
    return lines.join(QLatin1Char('\n'));
}

InspectorView::InspectorView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    const Metrics &m = themeOf(this).metrics();
    m_layout->setContentsMargins(m.unit * 2, m.unit * 2, m.unit * 2, m.unit * 2);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
}

void InspectorView::clear()
{
    while (m_layout->count() > 1) {
        QLayoutItem *item = m_layout->takeAt(0);
        delete item->widget();
        delete item;
    }
    m_first = true;
    setAccessibleName({});
}

void InspectorView::setTitle(const QString &title, const QString &subtitle)
{
    clear();
    setAccessibleName(title);
    m_titled = true;
    addWidget(new ElidedLabel(title, TextRole::Strong));
    m_first = true;
    if (!subtitle.isEmpty())
        addWidget(new ElidedLabel(subtitle, TextRole::Dim));
    m_first = true;
    m_titled = false;
}

KeyValueList *InspectorView::addFacts(const std::vector<Fact> &facts, const QString &heading)
{
    auto *list = new KeyValueList;
    list->setFacts(facts);
    addWidget(list, heading);
    return list;
}

void InspectorView::addProse(const QString &heading, const QString &text)
{
    auto *prose = new Text(TextRole::Dim, breakable(text));
    prose->setWordWrap(true);
    prose->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addWidget(prose, heading);
}

void InspectorView::separate(const QString &heading)
{
    const int at = m_layout->count() - 1;
    const Metrics &m = themeOf(this).metrics();
    int next = at;
    const auto spacer = [&](int height) { m_layout->insertSpacing(next++, height); };
    if (m_first && heading.isEmpty()) {
        if (at > 0)
            spacer(m_titled ? m.half / 2 : m.unit);
        return;
    }
    spacer(m.gap);
    m_layout->insertWidget(next++, new Separator);
    spacer(m.gap);
    if (!heading.isEmpty())
        m_layout->insertWidget(next++, new Text(TextRole::Strong, heading));
}

void InspectorView::addWidget(QWidget *widget, const QString &heading)
{
    separate(heading);
    m_first = false;
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

} // namespace sluice::views
