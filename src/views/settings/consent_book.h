// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>
#include <vector>

namespace sluice::base {
class Settings;
}

namespace sluice::views {

/// A credential plugin that a person allowed to run. A changed program has another hash and is asked about again.
struct PluginConsent {
    QString command; ///< absolute path
    QString sha256; ///< of the program file, lower-case hex
    QDateTime granted; ///< UTC
    [[nodiscard]] QString key() const { return command + QLatin1Char('#') + sha256; }
};

/// Consents given to credential plugins, kept in the settings under "consents/exec".
class ConsentBook {
public:
    explicit ConsentBook(base::Settings &settings)
        : m_settings(settings)
    {
    }
    [[nodiscard]] std::vector<PluginConsent> entries() const;
    /// \a key: command and hash joined by '#'.
    [[nodiscard]] bool isAllowed(const QString &key) const;
    void allow(const PluginConsent &consent);
    void revoke(const QString &key);

private:
    base::Settings &m_settings;
};

} // namespace sluice::views
