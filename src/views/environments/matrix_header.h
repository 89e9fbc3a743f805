// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matrix_model.h"

#include <QHeaderView>

namespace sluice::views {

/// The environments' names with how they are: ready, drifted, unsaved; production marked by its colour and word.
class MatrixHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit MatrixHeader(models::MatrixModel &model, QWidget *parent = nullptr);
    /// The width that \a section needs to show everything.
    [[nodiscard]] int wantedWidth(int section) const;
    /// The width for the name and the shape of its state; the words of the state are in the tool tip.
    [[nodiscard]] int leastWidth(int section) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] int widthFor(int section, bool words) const;
    models::MatrixModel &m_model;
};

} // namespace sluice::views
