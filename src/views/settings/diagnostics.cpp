// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/diagnostics.h"

#include "base/settings.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSysInfo>

namespace sluice::views {

namespace {

struct Rule {
    const char *pattern;
    const char *replacement;
};

// In this order: the wide patterns first, so that no half of a secret is left over.
constexpr Rule rules[] = {
    {"-----BEGIN [^-]+-----[\\s\\S]*?-----END [^-]+-----", "[PEM removed]"},
    {"eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", "[token removed]"},
    {"(?i)(authorization\\s*[:=]\\s*)(bearer|basic)\\s+\\S+", "\\1\\2 [removed]"},
    {"(?i)(bearer\\s+)[A-Za-z0-9._~+/=-]{8,}", "\\1[removed]"},
    {"(?i)((?:token|password|passwd|secret|client-key-data|client-certificate-data|certificate-authority-"
     "data|api[-_]?key)"
     "[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"',;]+",
     "\\1[removed]"},
    {"([a-z][a-z0-9+.-]*://)[^\\s/\"'<>]+", "\\1[host]"},
    {"\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b(:\\d+)?", "[address]"},
};

} // namespace

QString redacted(const QString &text, const QString &home, const QString &user)
{
    QString out = text;
    for (const Rule &rule : rules)
        out.replace(QRegularExpression(QString::fromLatin1(rule.pattern)),
                    QString::fromLatin1(rule.replacement));
    if (home.size() > 1)
        out.replace(home, QStringLiteral("~"));
    if (!user.isEmpty()) {
        out.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(user))),
                    QStringLiteral("user"));
    }
    return out;
}

QString diagnosticsText(const QString &version, const base::Settings &settings, const QStringList &log)
{
    QStringList lines = {
        QStringLiteral("Sluice %1").arg(version),
        QStringLiteral("Qt %1 (built with %2), platform %3")
            .arg(QLibraryInfo::version().toString(), QStringLiteral(QT_VERSION_STR),
                 QGuiApplication::platformName()),
        QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
        QStringLiteral("locale %1").arg(QLocale().name()),
        QString(),
        QStringLiteral("Settings"),
    };
    QStringList keys = settings.keys({});
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        // Window states are long and say nothing; consents name programs, which their count replaces.
        const QVariant value = settings.value(key);
        if (value.metaType() == QMetaType::fromType<QByteArray>())
            continue;
        if (value.metaType() == QMetaType::fromType<QVariantMap>())
            lines.append(QStringLiteral("%1: %2 entries").arg(key).arg(value.toMap().size()));
        else
            lines.append(QStringLiteral("%1: %2").arg(key, value.toString()));
    }
    lines << QString() << QStringLiteral("Messages") << log;
    const QString home = QDir::homePath();
    return redacted(lines.join(QLatin1Char('\n')), home,
                    home == QLatin1String("/root") ? QString() : QDir(home).dirName())
        + QLatin1Char('\n');
}

} // namespace sluice::views
