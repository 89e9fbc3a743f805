// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duration.h"

#include <array>
#include <limits>

namespace sluice::domain {

namespace {

__extension__ using Wide = __int128;

struct Unit {
    QStringView name;
    qint64 nanoseconds;
};

constexpr qint64 microsecond = 1'000;
constexpr qint64 millisecond = 1'000'000;
constexpr qint64 second = 1'000'000'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

std::optional<qint64> unitOf(QStringView name)
{
    static constexpr std::array<Unit, 8> units{{
        {u"ns", 1},
        {u"us", microsecond},
        {u"\u00B5s", microsecond},
        {u"\u03BCs", microsecond},
        {u"ms", millisecond},
        {u"s", second},
        {u"m", minute},
        {u"h", hour},
    }};
    for (const Unit &unit : units) {
        if (unit.name == name)
            return unit.nanoseconds;
    }
    return std::nullopt;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// value / unit with at most nine digits behind the point and no zeros at the end.
QString decimal(quint64 value, quint64 unit)
{
    QString text = QString::number(value / unit);
    quint64 rest = value % unit;
    if (rest == 0)
        return text;
    text += QLatin1Char('.');
    while (rest != 0) {
        rest *= 10;
        text += QString::number(rest / unit);
        rest %= unit;
    }
    return text;
}

} // namespace

std::optional<Nanoseconds> parseGoDuration(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    if (text == u"0")
        return Nanoseconds::zero();
    if (text.isEmpty())
        return std::nullopt;
    constexpr Wide limit = std::numeric_limits<qint64>::max();
    Wide total = 0;
    qsizetype i = 0;
    while (i < text.size()) {
        Wide whole = 0;
        Wide fraction = 0;
        Wide scale = 1;
        qsizetype digits = 0;
        for (; i < text.size() && isDigit(text[i]); ++i, ++digits) {
            whole = whole * 10 + text[i].digitValue();
            if (whole > limit)
                return std::nullopt;
        }
        if (i < text.size() && text[i] == u'.') {
            ++i;
            for (; i < text.size() && isDigit(text[i]); ++i, ++digits) {
                if (scale >= Wide(1'000'000'000'000'000'000))
                    continue;
                fraction = fraction * 10 + text[i].digitValue();
                scale *= 10;
            }
        }
        if (digits == 0)
            return std::nullopt;
        const qsizetype from = i;
        while (i < text.size() && !isDigit(text[i]) && text[i] != u'.')
            ++i;
        const auto unit = unitOf(text.mid(from, i - from));
        if (!unit)
            return std::nullopt;
        total += whole * *unit + fraction * *unit / scale;
        if (total > limit)
            return std::nullopt;
    }
    return Nanoseconds(negative ? -qint64(total) : qint64(total));
}

QString formatGoDuration(Nanoseconds duration)
{
    const qint64 count = duration.count();
    if (count == 0)
        return QStringLiteral("0s");
    const quint64 value = count < 0 ? ~quint64(count) + 1 : quint64(count);
    QString text;
    if (value < quint64(second)) {
        if (value < quint64(microsecond))
            text = QString::number(value) + QStringLiteral("ns");
        else if (value < quint64(millisecond))
            text = decimal(value, quint64(microsecond)) + QStringLiteral("\u00B5s");
        else
            text = decimal(value, quint64(millisecond)) + QStringLiteral("ms");
    } else {
        const quint64 hours = value / quint64(hour);
        const quint64 minutes = value % quint64(hour) / quint64(minute);
        if (hours > 0)
            text += QString::number(hours) + QLatin1Char('h');
        if (hours > 0 || minutes > 0)
            text += QString::number(minutes) + QLatin1Char('m');
        text += decimal(value % quint64(minute), quint64(second)) + QLatin1Char('s');
    }
    return count < 0 ? QLatin1Char('-') + text : text;
}

QString readDuration(Nanoseconds duration)
{
    const qint64 count = duration.count();
    if (count < 0)
        return QStringLiteral("\u2212")
            + readDuration(Nanoseconds(
                count == std::numeric_limits<qint64>::min() ? std::numeric_limits<qint64>::max() : -count));
    const quint64 value = quint64(count);
    if (value == 0)
        return QStringLiteral("0 s");
    if (value < quint64(millisecond))
        return decimal(value, quint64(microsecond)) + QStringLiteral(" \u00B5s");
    if (value < quint64(second))
        return decimal(value, quint64(millisecond)) + QStringLiteral(" ms");
    // 60 s and 90 s are how Knative's own settings are written; minutes start where they read better.
    if (value < 2 * quint64(minute))
        return decimal(value, quint64(second)) + QStringLiteral(" s");
    const quint64 big = value >= quint64(hour) ? quint64(hour) : quint64(minute);
    const quint64 small = big == quint64(hour) ? quint64(minute) : quint64(second);
    QString text =
        QString::number(value / big) + (big == quint64(hour) ? QStringLiteral(" h") : QStringLiteral(" min"));
    const quint64 rest = value % big / small;
    if (rest > 0)
        text += QLatin1Char(' ') + QString::number(rest)
            + (small == quint64(minute) ? QStringLiteral(" min") : QStringLiteral(" s"));
    return text;
}

} // namespace sluice::domain
