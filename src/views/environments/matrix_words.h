// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/matrix_model.h"

#include <QIdentityProxyModel>

namespace sluice::views {

[[nodiscard]] QString groupLabel(domain::ParameterGroup group);
[[nodiscard]] QString parameterLabel(const domain::Parameter &parameter);
/// The value in effect as it is read: "100", "60 s", "–" when nothing is set.
[[nodiscard]] QString valueText(const domain::Parameter &parameter, const QString &text);
/// Where a value comes from, dim beside it: "base", "cluster"; empty for a value of its own.
[[nodiscard]] QString originText(const session::MatrixCell &cell);
/// What runs on the cluster: "20", "not set", "not deployed", "not connected".
[[nodiscard]] QString liveText(const domain::Parameter &parameter, const session::LiveValue &live);
/// Everything about a cell in one sentence, for people who hear it.
[[nodiscard]] QString spokenCell(const domain::Parameter &parameter, const session::MatrixColumn &column,
                                 const session::MatrixCell &cell);
/// Name, health and counts of a column, for tool tip and accessibility.
[[nodiscard]] QString spokenColumn(const session::MatrixColumn &column);

/// Puts words on a MatrixModel: display texts, tool tips and accessible texts.
class MatrixWords final : public QIdentityProxyModel {
    Q_OBJECT
public:
    explicit MatrixWords(models::MatrixModel &model, QObject *parent = nullptr);

    [[nodiscard]] models::MatrixModel &matrix() const { return m_model; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    models::MatrixModel &m_model;
};

} // namespace sluice::views
