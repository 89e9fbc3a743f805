// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/diff_model.h"
#include "session/apply_plan.h"

#include <memory>

namespace sluice::models {

/// The objects of a plan in the order of sending, below each its field changes, conflicts, survivors and warnings.
class PlanObjectsModel final : public DiffModel {
    Q_OBJECT
public:
    enum class Kind { Object, Refusal, Conflict, Survivor, Change, Warning };
    Q_ENUM(Kind)
    enum Column { What, Before, After, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< Kind as int
        ActionRole, ///< session::PlannedObject::Action as int, of the object or of the one above
        ChangeKindRole, ///< session::FieldChange::Kind as int
        OwnerRole, ///< field manager of a conflict or survivor
        CountRole, ///< of an object: rows below it
    };

    explicit PlanObjectsModel(QObject *parent = nullptr);
    ~PlanObjectsModel() override;

    /// Null shows nothing. The plan is copied.
    void setPlan(const session::ApplyPlan *plan);
    /// The object at \a index or above it.
    [[nodiscard]] const session::PlannedObject *objectAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    [[nodiscard]] static std::vector<std::unique_ptr<Node>> details(Node *object);

    std::vector<std::unique_ptr<Node>> m_objects;
};

} // namespace sluice::models
