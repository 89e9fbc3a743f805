// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>
#include <memory>
#include <vector>

namespace sluice::text {

/// A language that the window can speak.
struct LanguageName {
    QString code; ///< "pt_BR", as in the settings
    QString name; ///< in the language itself: "português (Brasil)"
};

/// The language of everything that is shown: our own words and Qt's. It stays in force as long as it lives;
/// changing it sends QEvent::LanguageChange to every widget. For the main thread.
class Language {
public:
    /// Takes the first of \a wanted that there are words for; English otherwise. Codes as in QLocale
    /// ("pt_BR", "es-MX").
    explicit Language(const QStringList &wanted = {});
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    void use(const QStringList &wanted);
    /// The code of the language in force: one of available().
    [[nodiscard]] QString code() const { return m_code; }
    /// English and every translation that is built in, sorted by name.
    [[nodiscard]] static std::vector<LanguageName> available();

private:
    void install(const QString &file, const QString &folder);
    void removeAll();

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace sluice::text
