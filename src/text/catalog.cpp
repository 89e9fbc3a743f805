// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QCoreApplication>

namespace sluice::text {

QString words(const base::Message &message)
{
    using List = std::span<const CatalogEntry> (*)();
    constexpr List lists[] = {baseMessages, yamlMessages, schemaMessages, domainMessages,
                              manifestMessages, kubeMessages, journalMessages, sessionMessages};
    for (const List list : lists) {
        for (const CatalogEntry &entry : list()) {
            if (message.id != QLatin1String(entry.id))
                continue;
            // The highest place marker first, so that an argument's own "%1" is never replaced.
            QString text = QCoreApplication::translate("Messages", entry.english);
            QString out;
            for (qsizetype i = 0; i < text.size(); ++i) {
                if (text[i] == QLatin1Char('%') && i + 1 < text.size() && text[i + 1].isDigit()) {
                    const int index = text[i + 1].digitValue() - 1;
                    if (index >= 0 && index < message.arguments.size())
                        out += message.arguments[index];
                    ++i;
                } else {
                    out += text[i];
                }
            }
            return out;
        }
    }
    return message.id;
}

} // namespace sluice::text
