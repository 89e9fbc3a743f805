// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/quantity.h"

#include <array>
#include <limits>

namespace sluice::domain {

namespace {

__extension__ using Wide = __int128;
constexpr Wide nanoPerUnit = 1'000'000'000;

/// What a suffix multiplies with, as numerator over denominator.
struct Scale {
    Wide multiply = 1;
    Wide divide = 1;
};

Wide power(Wide base, int exponent)
{
    Wide result = 1;
    for (int i = 0; i < exponent; ++i)
        result *= base;
    return result;
}

std::optional<Scale> scaleOf(QStringView suffix)
{
    struct Row {
        QLatin1String suffix;
        int exponent;
        int base;
    };
    static constexpr std::array<Row, 16> rows{{
        {QLatin1String("n"), -9, 10},
        {QLatin1String("u"), -6, 10},
        {QLatin1String("m"), -3, 10},
        {QLatin1String(""), 0, 10},
        {QLatin1String("k"), 3, 10},
        {QLatin1String("M"), 6, 10},
        {QLatin1String("G"), 9, 10},
        {QLatin1String("T"), 12, 10},
        {QLatin1String("P"), 15, 10},
        {QLatin1String("E"), 18, 10},
        {QLatin1String("Ki"), 1, 1024},
        {QLatin1String("Mi"), 2, 1024},
        {QLatin1String("Gi"), 3, 1024},
        {QLatin1String("Ti"), 4, 1024},
        {QLatin1String("Pi"), 5, 1024},
        {QLatin1String("Ei"), 6, 1024},
    }};
    for (const Row &row : rows) {
        if (suffix == row.suffix) {
            return row.exponent < 0 ? Scale{1, power(row.base, -row.exponent)}
                                    : Scale{power(row.base, row.exponent), 1};
        }
    }
    if (suffix.size() < 2 || (suffix[0] != u'e' && suffix[0] != u'E'))
        return std::nullopt;
    bool ok = false;
    const int exponent = suffix.mid(1).toInt(&ok);
    const bool digits = suffix.back().isDigit();
    if (!ok || !digits || exponent < -18 || exponent > 18)
        return std::nullopt;
    return exponent < 0 ? Scale{1, power(10, -exponent)} : Scale{power(10, exponent), 1};
}

QString trimmedNumber(double value)
{
    QString text = QString::number(value, 'f', 3);
    while (text.contains(QLatin1Char('.'))
           && (text.endsWith(QLatin1Char('0')) || text.endsWith(QLatin1Char('.')))) {
        const bool point = text.endsWith(QLatin1Char('.'));
        text.chop(1);
        if (point)
            break;
    }
    return text;
}

} // namespace

std::optional<Quantity> Quantity::parse(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    // At most 18 digits on each side of the point: beyond that nothing fits the API server's 63 bits either.
    Wide mantissa = 0;
    Wide fractionScale = 1;
    int whole = 0;
    int fraction = 0;
    bool point = false;
    bool rounded = false;
    qsizetype i = 0;
    for (; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            break;
        if (point && ++fraction > 18) {
            rounded = rounded || c != u'0';
            continue;
        }
        if (!point && (whole > 0 || c != u'0') && ++whole > 19)
            return std::nullopt;
        if (point && whole > 12 && fraction > 9) {
            rounded = rounded || c != u'0';
            continue;
        }
        mantissa = mantissa * 10 + (c - u'0');
        if (point)
            fractionScale *= 10;
    }
    const bool anyDigit = i > (point ? 1 : 0);
    const auto scale = scaleOf(text.mid(i));
    if (!anyDigit || !scale)
        return std::nullopt;

    // value * 1e9 = mantissa * multiply * 1e9 / (fractionScale * divide), checked for overflow step by step.
    constexpr Wide limit = Wide(std::numeric_limits<qint64>::max()) * nanoPerUnit;
    const auto times = [](Wide a, Wide b) -> std::optional<Wide> {
        if (a != 0 && b > (limit * 1'000'000'000) / a)
            return std::nullopt;
        return a * b;
    };
    auto scaled = times(mantissa, scale->multiply);
    if (!scaled)
        return std::nullopt;
    // Take the whole part out first, so that the rest times 1e9 cannot overflow.
    const Wide divisor = fractionScale * scale->divide;
    const Wide units = *scaled / divisor;
    const Wide rest = *scaled % divisor;
    if (units > std::numeric_limits<qint64>::max())
        return std::nullopt;
    Wide nano = 0;
    if (rest != 0) {
        if (divisor <= power(10, 27)) {
            nano = (rest * nanoPerUnit + divisor - 1) / divisor;
        } else {
            const Wide step = divisor / nanoPerUnit;
            nano = (rest + step - 1) / step;
        }
    }
    if (rounded)
        nano += nano == 0 ? 1 : 0;
    Quantity result;
    result.m_whole = qint64(units) + qint64(nano / nanoPerUnit);
    result.m_nano = qint64(nano % nanoPerUnit);
    if (negative) {
        result.m_whole = -result.m_whole;
        result.m_nano = -result.m_nano;
    }
    return result;
}

double Quantity::toDouble() const
{
    return double(m_whole) + double(m_nano) / 1e9;
}

qint64 Quantity::ceil() const
{
    return m_nano > 0 && m_whole < std::numeric_limits<qint64>::max() ? m_whole + 1 : m_whole;
}

qint64 Quantity::milli() const
{
    const Wide milli =
        Wide(m_whole) * 1000 + (m_nano > 0 ? (Wide(m_nano) + 999'999) / 1'000'000 : Wide(m_nano) / 1'000'000);
    constexpr Wide most = std::numeric_limits<qint64>::max();
    return qint64(std::clamp(milli, -most, most));
}

QString readCpu(const Quantity &quantity)
{
    return trimmedNumber(quantity.toDouble());
}

QString readMemory(const Quantity &quantity)
{
    static constexpr std::array<const char16_t *, 7> units{u"B",   u"KiB", u"MiB", u"GiB",
                                                           u"TiB", u"PiB", u"EiB"};
    double value = quantity.toDouble();
    std::size_t unit = 0;
    while (unit + 1 < units.size() && (value >= 1024 || value <= -1024)) {
        value /= 1024;
        ++unit;
    }
    return trimmedNumber(value) + QLatin1Char(' ') + QString::fromUtf16(units[unit]);
}

} // namespace sluice::domain
