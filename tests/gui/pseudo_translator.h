// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTranslator>

namespace sluice::tests {

/// Makes every translatable text 40 % longer and accented, so that a text that was not translatable and a place that is too
/// narrow both show. Place markers and mnemonics stay.
class PseudoTranslator final : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        static const QString plain = QStringLiteral("aeiouyAEIOUcn");
        static const QString accented = QStringLiteral("áéíöüýÁÉÍÖÜçñ");
        const QString text = QString::fromUtf8(source);
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (c == QLatin1Char('%') && i + 1 < text.size()) {
                out += c;
                out += text[++i];
                continue;
            }
            const qsizetype at = plain.indexOf(c);
            out += at >= 0 ? accented[at] : c;
        }
        return out + QString(text.size() * 2 / 5, QLatin1Char('~'));
    }
};

} // namespace sluice::tests
