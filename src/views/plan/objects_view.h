// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/plan_objects_model.h"

#include <QIdentityProxyModel>
#include <QTreeView>

namespace sluice::views {

/// Words, colours and shapes for a PlanObjectsModel.
class PlanObjectsWords final : public QIdentityProxyModel {
    Q_OBJECT
public:
    explicit PlanObjectsWords(models::PlanObjectsModel &model, QObject *parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString outcomeText(const session::PlannedObject &object) const;
    [[nodiscard]] QString whatText(const QModelIndex &source) const;
    models::PlanObjectsModel &m_model;
};

/// The objects of a plan with their field changes; a line or an object's desired state can be copied.
class PlanObjectsView final : public QTreeView {
    Q_OBJECT
public:
    explicit PlanObjectsView(QWidget *parent = nullptr);
    void setPlan(const session::ApplyPlan *plan);
    [[nodiscard]] const models::PlanObjectsModel &objects() const { return *m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void copyCurrent();
    models::PlanObjectsModel *m_model;
    PlanObjectsWords *m_words;
};

} // namespace sluice::views
