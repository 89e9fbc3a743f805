// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/visible_text.h"

#include <QChar>

namespace sluice::text {

namespace {

bool isHidden(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return false;
    if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
        return true;
    if (c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069))
        return true; // bidirectional controls: Unicode Standard Annex 9, section 2
    if (c == 0x00ad || c == 0x200b || (c >= 0x2060 && c <= 0x2064) || c == 0x2028 || c == 0x2029
        || c == 0xfeff)
        return true;
    if (c >= 0xe0000 && c <= 0xe007f)
        return true; // tag characters
    return c >= 0xd800 && c <= 0xdfff; // half of a pair
}

void appendCodePoint(QString &out, char32_t c)
{
    out += QStringLiteral("[U+%1]").arg(quint32(c), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString visibleText(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        if (isHidden(c))
            appendCodePoint(out, c);
        else
            out += QStringView(text).mid(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return out;
}

} // namespace sluice::text
