// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/parameter.h"

#include <QLineEdit>
#include <QPointer>

class QLabel;

namespace sluice::views {

/// The line in which a value of the matrix is typed; says what is wrong below itself while one types.
class CellEditor final : public QLineEdit {
    Q_OBJECT
public:
    CellEditor(domain::ParameterId parameter, QWidget *parent);
    ~CellEditor() override;
    /// Why what is typed cannot stand; empty when it can.
    [[nodiscard]] QString reason() const { return m_reason; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void check();
    void placeReason();

    domain::ParameterId m_parameter;
    QString m_reason;
    QPointer<QLabel> m_label; ///< child of the view's viewport, as tall as it needs
};

} // namespace sluice::views
