// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matrix_model.h"

#include <QScrollArea>

namespace sluice::views {

class InspectorView;

/// What there is to know about one value of the matrix.
class CellInspector final : public QScrollArea {
    Q_OBJECT
public:
    explicit CellInspector(models::MatrixModel &model, QWidget *parent = nullptr);
    /// An index of the MatrixModel; a group or an invalid one shows how to begin.
    void showCell(const QModelIndex &index);

Q_SIGNALS:
    void fileRequested(const QString &file, int line);

private:
    void replace();
    void showNothing();
    void showParameter(const domain::Parameter &parameter);

    models::MatrixModel &m_model;
    InspectorView *m_view = nullptr;
};

} // namespace sluice::views
