// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/template_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace sluice::manifest {

namespace {

/// Lists may lie in lists; the innermost value counts.
using Scopes = std::vector<const TemplateValues *>;

class Filler {
public:
    Filler(const QString &text, bool isYaml)
        : m_lines(text.split(u'\n'))
        , m_isYaml(isYaml)
    {
    }

    QString run(const TemplateValues &values)
    {
        block(0, {&values}, true);
        return m_out.join(u'\n');
    }

private:
    enum class Stop { Else, End, Text };
    struct Place {
        qsizetype line; ///< after the one that stopped
        Stop stop;
    };

    /// From \a line to the end of the block that it is in.
    Place block(qsizetype line, const Scopes &scopes, bool isWanted)
    {
        static const QString mark = QStringLiteral("#% ");
        while (line < m_lines.size()) {
            const QString text = m_lines[line].trimmed();
            if (!text.startsWith(mark)) {
                if (isWanted)
                    m_out.append(filled(m_lines[line], scopes));
                ++line;
                continue;
            }
            const QString order = text.mid(mark.size());
            if (order == u"end")
                return {line + 1, Stop::End};
            if (order == u"else")
                return {line + 1, Stop::Else};
            line = order.startsWith(u"each ") ? each(line + 1, order.mid(5), scopes, isWanted)
                                              : choice(line + 1, order.mid(3), scopes, isWanted);
        }
        return {line, Stop::Text};
    }

    qsizetype choice(qsizetype line, QString condition, const Scopes &scopes, bool isWanted)
    {
        static const QString no = QStringLiteral("not ");
        const bool isNegated = condition.startsWith(no);
        if (isNegated)
            condition.remove(0, no.size());
        const bool holds = std::any_of(scopes.begin(), scopes.end(), [&](const TemplateValues *values) {
            return values->conditions.contains(condition);
        });
        Place place = block(line, scopes, isWanted && holds != isNegated);
        if (place.stop == Stop::Else)
            place = block(place.line, scopes, isWanted && holds == isNegated);
        return place.line;
    }

    qsizetype each(qsizetype line, const QString &list, const Scopes &scopes, bool isWanted)
    {
        const std::vector<TemplateValues> *entries = nullptr;
        for (const TemplateValues *values : scopes) {
            if (const auto found = values->lists.find(list); found != values->lists.end())
                entries = &found->second;
        }
        if (!isWanted || !entries || entries->empty())
            return block(line, scopes, false).line;
        qsizetype after = line;
        for (const TemplateValues &entry : *entries) {
            Scopes inner = scopes;
            inner.push_back(&entry);
            after = block(line, inner, true).line;
        }
        return after;
    }

    [[nodiscard]] QString filled(const QString &line, const Scopes &scopes) const
    {
        static const QRegularExpression pattern(QStringLiteral("%([A-Z_]+)%"));
        QString result;
        qsizetype last = 0;
        auto matches = pattern.globalMatch(line);
        while (matches.hasNext()) {
            const auto match = matches.next();
            result += line.mid(last, match.capturedStart() - last);
            last = match.capturedEnd();
            result += value(match, line, scopes);
        }
        return result + line.mid(last);
    }

    [[nodiscard]] QString value(const QRegularExpressionMatch &match, const QString &line,
                                const Scopes &scopes) const
    {
        const QString name = match.captured(1);
        for (auto values = scopes.rbegin(); values != scopes.rend(); ++values) {
            if (const auto found = (*values)->verbatim.find(name); found != (*values)->verbatim.end())
                return found->second;
            if (const auto found = (*values)->texts.find(name); found != (*values)->texts.end())
                return m_isYaml && standsAlone(match, line) ? yamlScalar(found->second) : found->second;
        }
        return match.captured();
    }

    static bool standsAlone(const QRegularExpressionMatch &match, const QString &line)
    {
        const QStringView before = QStringView(line).left(match.capturedStart());
        return match.capturedEnd() == line.size() && (before.endsWith(u": ") || before.endsWith(u"- "))
            && !before.trimmed().startsWith(u'#');
    }

    QStringList m_lines;
    QStringList m_out;
    bool m_isYaml;
};

} // namespace

QString fillTemplate(const QString &text, const TemplateValues &values, bool isYaml)
{
    return Filler(text, isYaml).run(values);
}

QString yamlScalar(const QString &text)
{
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z/][A-Za-z0-9._/@:-]*[A-Za-z0-9]$"));
    static const QRegularExpression words(QStringLiteral("^(true|false|null|yes|no|on|off|y|n)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return safe.match(text).hasMatch() && !words.match(text).hasMatch() ? text : u'"' + text + u'"';
}

} // namespace sluice::manifest
