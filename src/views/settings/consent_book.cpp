// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/consent_book.h"

#include "base/settings.h"

#include <QVariantMap>

namespace sluice::views {

namespace {
const QString bookKey = QStringLiteral("consents/exec");
const QString commandKey = QStringLiteral("command");
const QString hashKey = QStringLiteral("sha256");
const QString grantedKey = QStringLiteral("granted");
} // namespace

std::vector<PluginConsent> ConsentBook::entries() const
{
    std::vector<PluginConsent> entries;
    const QVariantMap book = m_settings.value(bookKey).toMap();
    for (const QVariant &value : book) {
        const QVariantMap map = value.toMap();
        entries.push_back({map.value(commandKey).toString(), map.value(hashKey).toString(),
                           QDateTime::fromString(map.value(grantedKey).toString(), Qt::ISODate)});
    }
    return entries;
}

bool ConsentBook::isAllowed(const QString &key) const
{
    return m_settings.value(bookKey).toMap().contains(key);
}

void ConsentBook::allow(const PluginConsent &consent)
{
    QVariantMap book = m_settings.value(bookKey).toMap();
    book.insert(consent.key(),
                QVariantMap{{commandKey, consent.command},
                            {hashKey, consent.sha256},
                            {grantedKey, consent.granted.toUTC().toString(Qt::ISODate)}});
    m_settings.setValue(bookKey, book);
}

void ConsentBook::revoke(const QString &key)
{
    QVariantMap book = m_settings.value(bookKey).toMap();
    book.remove(key);
    m_settings.setValue(bookKey, book);
}

} // namespace sluice::views
