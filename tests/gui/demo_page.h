// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/shell/page.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/card.h"
#include "views/widgets/chips.h"
#include "views/widgets/diff_view.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/labels.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sluice::tests {

/// A page with everything that a page can publish, on invented data.
class DemoPage final : public views::Page {
public:
    explicit DemoPage(const QString &title, QWidget *parent)
        : Page(title, parent)
    {
        setSubtitle(QStringLiteral("python-api-base · 3 environments"));
        auto *only = new views::LinkButton(QStringLiteral("Only differences"));
        addHeaderAction(only);
        addHeaderAction(new QPushButton(QStringLiteral("Compare…")));
        addHeaderAction(new QPushButton(QStringLiteral("Add environment")));
        m_filter = new views::FilterField;
        addHeaderAction(m_filter);
        auto *card = new views::Card;
        card->setFlush(true);
        card->body()->addWidget(table());
        body()->addWidget(card, 1);
        auto *act = new QAction(QStringLiteral("Distribute evenly"), this);
        act->setObjectName(QStringLiteral("demo.distribute"));
        act->setShortcut(Qt::CTRL | Qt::Key_E);
        connect(act, &QAction::triggered, this, [this] { ++distributed; });
        addAction(act);
    }

    void publishInspector()
    {
        auto *view = new views::InspectorView;
        view->setTitle(QStringLiteral("Maximum scale"), QStringLiteral("prod · python-api-base"));
        view->addFacts(
            {{QStringLiteral("Key"),
              QStringLiteral("autoscaling.knative.dev/max-scale"),
              {},
              true,
              false,
              {},
              {},
              {}},
             {QStringLiteral("Value"), QStringLiteral("40"), QStringLiteral("pods"), false, true, {}, {}, {}},
             {QStringLiteral("Range"),
              QStringLiteral("0 (no limit) to cluster limit 100"),
              {},
              false,
              false,
              {},
              {},
              {}},
             {QStringLiteral("Set in"),
              QStringLiteral("overlays/prod/service-scaling.yaml:14"),
              {},
              false,
              false,
              {},
              [] {},
              {}},
             {QStringLiteral("State"), {}, {}, false, false, views::Status::Drifted, {}, {}},
             {QStringLiteral("Live"), QStringLiteral("20"), {}, false, false, {}, {}, {}}});
        view->addProse(
            QStringLiteral("Meaning"),
            QStringLiteral(
                "Most pods that one revision may have. At 40 pods and target 100, one revision can hold "
                "about 2,800 requests in flight (70 % utilisation)."));
        view->addProse(
            QStringLiteral("Effect"),
            QStringLiteral(
                "Changes the revision template: python-api-base-00002 will be created and, because traffic "
                "follows the latest ready revision, receive 100 %."));
        setInspector(view);
    }

    void publishDrawer()
    {
        auto *card = new views::Card(QStringLiteral("What will happen"));
        card->setTitleSeparated(true);
        card->setFlush(true);
        auto *lines = new views::StatusChip(views::Status::Progressing, QStringLiteral("1 line in 1 file"));
        lines->setShapeVisible(false);
        auto *revision =
            new views::StatusChip(views::Status::Warning, QStringLiteral("new revision takes 100 %"));
        revision->setShapeVisible(false);
        card->addToTitle(lines);
        card->addToTitle(revision);
        auto *apply = new QPushButton(QStringLiteral("Apply to prod"));
        views::setButtonRole(apply, views::ButtonRole::Primary);
        card->addTitleAction(new views::LinkButton(QStringLiteral("Copy")));
        card->addTitleAction(new QPushButton(QStringLiteral("Discard")));
        card->addTitleAction(apply);
        auto *diff = new views::DiffView;
        using Kind = views::DiffLine::Kind;
        diff->setLines({{Kind::File, QStringLiteral("overlays/prod/service-scaling.yaml:14")},
                        {Kind::Context, QStringLiteral("    annotations:")},
                        {Kind::Context, QStringLiteral("      autoscaling.knative.dev/min-scale: \"2\"")},
                        {Kind::Removed, QStringLiteral("      autoscaling.knative.dev/max-scale: \"20\"")},
                        {Kind::Added, QStringLiteral("      autoscaling.knative.dev/max-scale: \"40\"")}});
        card->body()->addWidget(diff);
        setDrawer(card);
    }

    [[nodiscard]] views::FilterField *filterField() const override { return m_filter; }
    void refresh() override { ++refreshed; }
    void open(const QVariantMap &where) override { opened = where; }
    [[nodiscard]] QString undoText() const override { return undoName; }
    [[nodiscard]] QString redoText() const override { return redoName; }
    void undo() override { ++undone; }
    void redo() override { ++redone; }
    [[nodiscard]] QStringList unsavedWork() const override { return work; }
    [[nodiscard]] QList<views::PaletteItem> paletteItems() const override
    {
        return {{QStringLiteral("python-api-base"), QStringLiteral("Service · my-api"), {}, [this] {
                     chosen = true;
                 }}};
    }

    int distributed = 0;
    int refreshed = 0;
    int undone = 0;
    int redone = 0;
    QString undoName;
    QString redoName;
    QStringList work;
    QVariantMap opened;
    mutable bool chosen = false;

private:
    static QTableWidget *table()
    {
        const QStringList names = {QStringLiteral("Minimum scale"),      QStringLiteral("Maximum scale"),
                                   QStringLiteral("Target concurrency"), QStringLiteral("Scale-down delay"),
                                   QStringLiteral("CPU request"),        QStringLiteral("CPU limit"),
                                   QStringLiteral("Memory request"),     QStringLiteral("Memory limit")};
        auto *view = new QTableWidget(static_cast<int>(names.size()), 5);
        view->setHorizontalHeaderLabels({QStringLiteral("Parameter"), QStringLiteral("Base"),
                                         QStringLiteral("dev"), QStringLiteral("staging"),
                                         QStringLiteral("prod")});
        view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        view->verticalHeader()->hide();
        view->setFrameShape(QFrame::NoFrame);
        view->setShowGrid(false);
        for (int row = 0; row < names.size(); ++row) {
            view->setItem(row, 0, new QTableWidgetItem(names[row]));
            for (int column = 1; column < 5; ++column)
                view->setItem(row, column, new QTableWidgetItem(QString::number((row + 1) * column * 10)));
            view->setRowHeight(row, views::themeOf(view).metrics().rowHeight);
        }
        view->setCurrentCell(1, 4);
        return view;
    }

    views::FilterField *m_filter;
};

} // namespace sluice::tests
