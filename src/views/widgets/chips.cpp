// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/chips.h"

#include "views/theme/painting.h"
#include "views/widgets/labels.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace sluice::views {

StatusChip::StatusChip(QWidget *parent)
    : StatusChip(Status::Unknown, {}, parent)
{
}

StatusChip::StatusChip(Status status, const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setStatus(status, text);
}

void StatusChip::setStatus(Status status, const QString &text)
{
    if (m_status == status && m_text == text && !accessibleName().isEmpty())
        return;
    m_status = status;
    m_text = text;
    announce();
    updateGeometry();
    update();
    Q_EMIT changed();
}

void StatusChip::setShapeVisible(bool visible)
{
    m_shape = visible;
    updateGeometry();
    update();
}

QString StatusChip::text() const
{
    return m_text.isEmpty() ? statusWord(m_status) : m_text;
}

void StatusChip::announce()
{
    setAccessibleName(text());
    setAccessibleDescription(m_text.isEmpty() ? QString() : statusWord(m_status));
}

QSize StatusChip::sizeHint() const
{
    return chipSize(themeOf(this), text(), m_shape);
}

QSize StatusChip::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), themeOf(this).metrics().unit * 8), whole.height()};
}

bool StatusChip::event(QEvent *event)
{
    return tellElided(this, event, width() < sizeHint().width() ? text() : QString())
        || QWidget::event(event);
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), themeOf(this), m_status, text(), m_shape, layoutDirection());
}

void StatusChip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) {
        announce();
        updateGeometry();
        update();
    }
}

FreshnessChip::FreshnessChip(QWidget *parent)
    : StatusChip(Status::Inactive, {}, parent)
{
    setOffline();
}

void FreshnessChip::setLive(qint64 latencyMs)
{
    if (latencyMs < 0) {
        setStatus(Status::Ok, tr("live"));
        setToolTip(tr("Changes arrive as they happen."));
        return;
    }
    const QString seconds = QLocale().toString(static_cast<double>(latencyMs) / 1000.0, 'f', 1);
    setStatus(Status::Ok, tr("live · %1 s").arg(seconds));
    setToolTip(tr("Changes arrive as they happen; the last word from the server took %1 ms.").arg(latencyMs));
}

void FreshnessChip::setConnecting()
{
    setStatus(Status::Progressing, tr("connecting"));
    setToolTip({});
}

void FreshnessChip::setStale(const QDateTime &since, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, since.secsTo(now));
    QString age;
    if (seconds < 120)
        age = tr("%1 s old").arg(seconds);
    else if (seconds < 7200)
        age = tr("%1 min old").arg(seconds / 60);
    else
        age = tr("%1 h old").arg(seconds / 3600);
    setStatus(Status::Warning, age);
    setToolTip(tr("What is shown was read at %1. Trying again.")
                   .arg(QLocale().toString(since.toLocalTime(), QLocale::LongFormat)));
}

void FreshnessChip::setFailed(const QString &reason)
{
    setStatus(Status::Failed, tr("not connected"));
    setToolTip(reason.toHtmlEscaped());
}

void FreshnessChip::setOffline()
{
    setStatus(Status::Inactive, tr("no cluster"));
    setToolTip({});
}

} // namespace sluice::views
