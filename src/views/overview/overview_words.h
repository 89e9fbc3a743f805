// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "models/overview_model.h"
#include "views/theme/status.h"

#include <QSortFilterProxyModel>

namespace sluice::views {

/// A state as the overview shows it.
struct StateWord {
    Status status = Status::Unknown;
    QString text;
};
[[nodiscard]] StateWord stateOf(const session::OverviewRow &row);
/// "00006 +1": the revision with the largest share, and how many more take traffic.
[[nodiscard]] QString servingText(const session::OverviewRow &row);
/// "7 / 40": pods and the most there may be.
[[nodiscard]] QString podsText(const session::OverviewRow &row);
/// "in step", "2 drifted", "1 unsaved".
[[nodiscard]] StateWord filesOf(const session::OverviewRow &row);
/// "00006 90 %, 00007 10 %".
[[nodiscard]] QString splitText(const session::OverviewRow &row);
[[nodiscard]] QString releaseText(const session::OverviewRow &row, const QDateTime &now);

/// Sorts within groups, filters and puts words on an OverviewModel.
class OverviewWords final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    /// Both outlive this.
    OverviewWords(models::OverviewModel &model, const base::Clock &clock, QObject *parent = nullptr);
    /// Every word has to occur somewhere in a row.
    void setFilter(const QString &text);
    [[nodiscard]] int serviceCount() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    models::OverviewModel &m_model;
    const base::Clock &m_clock;
    QStringList m_words;
};

} // namespace sluice::views
