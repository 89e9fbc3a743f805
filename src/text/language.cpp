// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

namespace sluice::text {

namespace {

const QString folder = QStringLiteral(":/i18n");

/// The codes that are built in ("en", "es", "pt_BR").
QStringList builtIn()
{
    QStringList codes;
    for (const QString &file : QDir(folder).entryList({QStringLiteral("sluice_*.qm")}))
        codes.append(file.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('_'), 1));
    return codes;
}

/// The built-in code that serves \a wanted: the same language and country, else the same language.
QString bestFor(const QString &wanted)
{
    const QLocale locale(wanted);
    const QStringList codes = builtIn();
    if (codes.contains(locale.name()))
        return locale.name();
    for (const QString &code : codes) {
        if (QLocale(code).language() == locale.language())
            return code;
    }
    return {};
}

} // namespace

Language::Language(const QStringList &wanted)
{
    use(wanted);
}

Language::~Language()
{
    removeAll();
}

void Language::use(const QStringList &wanted)
{
    QString best;
    for (const QString &code : wanted) {
        best = bestFor(code);
        if (!best.isEmpty())
            break;
    }
    removeAll();
    m_code = best.isEmpty() ? QStringLiteral("en") : best;
    // English has a file too: it holds the plural forms.
    install(QStringLiteral("qtbase_") + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("sluice_") + m_code, folder);
}

std::vector<LanguageName> Language::available()
{
    struct {
        const char *source;
        const char *comment;
    } constexpr own = QT_TRANSLATE_NOOP3("Language", "English", "the name of your language, in itself");
    std::vector<LanguageName> names = {{QStringLiteral("en"), QString::fromLatin1(own.source)}};
    for (const QString &code : builtIn()) {
        QTranslator words;
        if (code != QLatin1String("en") && words.load(QStringLiteral("sluice_") + code, folder)) {
            const QString name = words.translate("Language", own.source, own.comment);
            names.push_back({code, name.isEmpty() ? code : name});
        }
    }
    std::ranges::sort(names, {}, &LanguageName::name);
    return names;
}

void Language::install(const QString &file, const QString &from)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, from))
        return; // English of Qt needs none, and Qt's own files are a package that may be missing
    if (QCoreApplication::installTranslator(translator.get()))
        m_translators.push_back(std::move(translator));
}

void Language::removeAll()
{
    // The last one installed is asked first, so it goes first.
    for (auto it = m_translators.rbegin(); it != m_translators.rend(); ++it)
        QCoreApplication::removeTranslator(it->get());
    m_translators.clear();
}

} // namespace sluice::text
