// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_file.h"

namespace sluice::app {

SettingsFile::SettingsFile()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("sluice"),
                 QStringLiteral("sluice"))
{
}

QVariant SettingsFile::value(const QString &key, const QVariant &fallback) const
{
    return m_settings.value(key, fallback);
}

void SettingsFile::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
}

void SettingsFile::remove(const QString &key)
{
    m_settings.remove(key);
}

QStringList SettingsFile::keys(const QString &prefix) const
{
    QStringList found;
    const QStringList all = m_settings.allKeys();
    for (const QString &key : all) {
        if (key.startsWith(prefix))
            found.append(key);
    }
    return found;
}

} // namespace sluice::app
