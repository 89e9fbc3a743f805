// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include "text/fill.h"
#include "text/messages_lint.h"
#include "text/visible_text.h"

#include <QCoreApplication>
#include <array>

namespace sluice::text {

namespace {

const CatalogEntry *find(const QString &id)
{
    for (const std::span<const CatalogEntry> list : catalog()) {
        for (const CatalogEntry &entry : list) {
            if (id == QLatin1String(entry.id))
                return &entry;
        }
    }
    return nullptr;
}

} // namespace

std::span<const std::span<const CatalogEntry>> catalog()
{
    static const std::array lists = {
        baseMessages(), yamlMessages(), schemaMessages(),  domainMessages(),  manifestMessages(),
        lintMessages(), kubeMessages(), journalMessages(), sessionMessages(), sandboxMessages()};
    return lists;
}

QString words(const base::Message &message)
{
    const CatalogEntry *entry = find(message.id);
    if (!entry)
        return message.id;
    QStringList arguments;
    for (const QString &argument : message.arguments)
        arguments.append(visibleText(argument));
    // translate() leaves "%n" alone for -1, which is what a text without a count needs.
    const bool counts = QByteArrayView(entry->english).contains("%n");
    const int n = counts ? arguments.value(0).toInt() : -1;
    return fill(QCoreApplication::translate("Messages", entry->english, nullptr, n), arguments);
}

} // namespace sluice::text
