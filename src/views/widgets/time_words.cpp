// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/time_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace sluice::views {

QString relativeTime(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const qint64 seconds = when.secsTo(now);
    const auto words = [](const char *text, qint64 count) {
        return QCoreApplication::translate("RelativeTime", text).arg(count);
    };
    if (seconds < 5)
        return QCoreApplication::translate("RelativeTime", "just now");
    if (seconds < 60)
        return words(QT_TRANSLATE_NOOP("RelativeTime", "%1 s ago"), seconds);
    if (seconds < 3600)
        return words(QT_TRANSLATE_NOOP("RelativeTime", "%1 min ago"), seconds / 60);
    if (seconds < 86400)
        return words(QT_TRANSLATE_NOOP("RelativeTime", "%1 h ago"), seconds / 3600);
    return words(QT_TRANSLATE_NOOP("RelativeTime", "%1 d ago"), seconds / 86400);
}

QString absoluteTime(const QDateTime &when)
{
    return when.isValid() ? QLocale().toString(when.toLocalTime(), QLocale::LongFormat) : QString();
}

} // namespace sluice::views
