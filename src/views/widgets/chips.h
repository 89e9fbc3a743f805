// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QDateTime>
#include <QWidget>

namespace sluice::views {

/// A status as a small rounded label: colour, shape and word. Announced as "<word>" or the given text, which is its tool
/// tip where it does not fit.
class StatusChip : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text NOTIFY changed)
public:
    explicit StatusChip(QWidget *parent = nullptr);
    StatusChip(Status status, const QString &text, QWidget *parent = nullptr);

    /// An empty \a text shows the status' own word.
    void setStatus(Status status, const QString &text = {});
    void setShapeVisible(bool visible);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void announce();

    Status m_status = Status::Unknown;
    QString m_text;
    bool m_shape = true;
};

/// How fresh what is shown is: "live · 0.4 s", "42 s old", "offline".
class FreshnessChip final : public StatusChip {
    Q_OBJECT
public:
    explicit FreshnessChip(QWidget *parent = nullptr);
    /// \a latencyMs: the age of the last word from the server; negative when it is not known.
    void setLive(qint64 latencyMs = -1);
    void setConnecting();
    /// Content of \a since is still shown.
    void setStale(const QDateTime &since, const QDateTime &now);
    void setFailed(const QString &reason);
    void setOffline();
};

} // namespace sluice::views
