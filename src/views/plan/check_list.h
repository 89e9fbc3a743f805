// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"

#include <QWidget>

class QVBoxLayout;

namespace sluice::views {

/// Checks one below the other: a mark and what it says. What did not pass stands out in its colour.
class CheckList final : public QWidget {
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);
    void clear();
    void add(session::PlanCheck::Outcome outcome, const QString &text);
    [[nodiscard]] QStringList texts() const { return m_texts; }

private:
    QVBoxLayout *m_layout;
    QStringList m_texts;
};

} // namespace sluice::views
