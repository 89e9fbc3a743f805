// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace sluice::views {

/// The band that a production environment carries wherever something would change it: its colour and the word.
class ProductionBand final : public QWidget {
    Q_OBJECT
public:
    explicit ProductionBand(QWidget *parent = nullptr);
    /// \a environment and \a cluster as the person named them; hidden while \a environment is empty.
    void setEnvironment(const QString &environment, const QString &cluster = {});
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString words() const;
    QString m_environment;
    QString m_cluster;
};

} // namespace sluice::views
