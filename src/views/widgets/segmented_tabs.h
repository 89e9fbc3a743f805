// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTabBar>

namespace sluice::views {

/// Tabs inside a page: words on a line, the current one underlined in the accent colour.
class SegmentedTabs final : public QTabBar {
    Q_OBJECT
public:
    explicit SegmentedTabs(QWidget *parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace sluice::views
