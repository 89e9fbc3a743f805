// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/warning.h"

#include <QLocale>
#include <cstring>

namespace sluice::kube {

namespace {

/// Reads the parts of one Warning header: code, agent, quoted text and an optional quoted date, comma-separated.
class WarningReader {
public:
    explicit WarningReader(const QByteArray &text)
        : m_text(text)
    {
    }

    void readAll(QStringList &into)
    {
        while (m_at < m_text.size()) {
            skip(" \t,");
            const QByteArray code = word();
            skip(" \t");
            const QByteArray agent = word();
            skip(" \t");
            QByteArray text;
            if (code.size() != 3 || agent.isEmpty() || !quoted(text))
                return;
            skip(" \t");
            QByteArray date;
            (void)quoted(date);
            const QString words = QString::fromUtf8(text);
            if (code == "299" && !words.isEmpty() && !into.contains(words))
                into.append(words);
        }
    }

private:
    void skip(const char *set)
    {
        while (m_at < m_text.size() && std::strchr(set, m_text.at(m_at)))
            ++m_at;
    }
    QByteArray word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != ' ' && m_text.at(m_at) != '\t')
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }
    bool quoted(QByteArray &text)
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != '"')
            return false;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            const char c = m_text.at(i);
            if (c == '\\' && i + 1 < m_text.size()) {
                text += m_text.at(++i);
            } else if (c == '"') {
                m_at = i + 1;
                return true;
            } else {
                text += c;
            }
        }
        return false;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
};

} // namespace

QStringList warningsOf(const Headers &headers)
{
    QStringList warnings;
    for (const QByteArray &value : headers.values("Warning"))
        WarningReader(value).readAll(warnings);
    return warnings;
}

QDateTime dateOf(const Headers &headers)
{
    const QString text = QString::fromLatin1(headers.value("Date")).trimmed();
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? date : QDateTime();
}

} // namespace sluice::kube
