// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QBasicTimer>
#include <QWidget>

namespace sluice::views {

/// One step of something that takes a while.
struct ProgressStep {
    QString title;
    QString detail; ///< reason, age, object
    Status status = Status::Unknown; ///< Unknown: still to come
    bool operator==(const ProgressStep &) const = default;
};

/// Steps one below the other, each with a numbered or ticked disc. Changes are announced to assistive technology.
class ProgressSteps final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressSteps(QWidget *parent = nullptr);
    void setSteps(std::vector<ProgressStep> steps);
    [[nodiscard]] const std::vector<ProgressStep> &steps() const { return m_steps; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] int stepHeight(const ProgressStep &step, int width) const;
    std::vector<ProgressStep> m_steps;
    QBasicTimer m_spin;
    int m_angle = 0;
};

} // namespace sluice::views
