// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/painting.h"

#include <QWidget>

namespace sluice::views {

/// A traffic split as one bar. Its accessible description lists every part.
class SplitBar final : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget *parent = nullptr);
    void setParts(std::vector<SplitPart> parts);
    [[nodiscard]] const std::vector<SplitPart> &parts() const { return m_parts; }
    /// Small bars of tables have no labels.
    void setLabelsVisible(bool visible);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    std::vector<SplitPart> m_parts;
    bool m_labels = true;
};

} // namespace sluice::views
