// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/settings.h"

#include <QSettings>

namespace sluice::app {

/// The user's preferences in the desktop's usual place.
class SettingsFile final : public base::Settings {
public:
    SettingsFile();
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback) const override;
    void setValue(const QString &key, const QVariant &value) override;
    void remove(const QString &key) override;
    [[nodiscard]] QStringList keys(const QString &prefix) const override;

private:
    QSettings m_settings;
};

} // namespace sluice::app
