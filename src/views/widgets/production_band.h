// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QHBoxLayout;

namespace sluice::views {

/// The band that a production environment carries wherever something would change it: its colour and the word.
class ProductionBand final : public QWidget {
    Q_OBJECT
public:
    explicit ProductionBand(QWidget *parent = nullptr);
    /// \a environment and \a cluster as the person named them; hidden while \a environment is empty.
    void setEnvironment(const QString &environment, const QString &cluster = {});
    /// What stands at the end of the band: the place to confirm a change of production.
    void addAtEnd(QWidget *widget);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString words() const;
    void relayout();

    QHBoxLayout *m_end;
    QString m_environment;
    QString m_cluster;
};

} // namespace sluice::views
