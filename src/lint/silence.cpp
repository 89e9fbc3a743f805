// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/silence.h"

#include <QRegularExpression>

namespace sluice::lint {

std::vector<Silence> silencesIn(const QByteArray &bytes)
{
    std::vector<Silence> found;
    if (!bytes.contains("sluice-lint:"))
        return found;
    static const QRegularExpression pattern(
        QStringLiteral(R"re((?:^|\s)#\s*sluice-lint:\s*(ignore|ignore-file)\s+([a-z0-9,-]+)[ \t]*(.*)$)re"));
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = pattern.match(lines[i].trimmed());
        if (!match.hasMatch())
            continue;
        Silence silence;
        silence.line = int(i) + 1;
        silence.rules = match.captured(2).split(u',', Qt::SkipEmptyParts);
        silence.reason = match.captured(3).trimmed();
        if (match.captured(1) == u"ignore") {
            qsizetype target = i;
            if (lines[i].trimmed().startsWith(u'#')) {
                while (target < lines.size()
                       && (lines[target].trimmed().startsWith(u'#') || lines[target].trimmed().isEmpty()))
                    ++target;
            }
            silence.target = int(target) + 1;
        }
        found.push_back(std::move(silence));
    }
    return found;
}

} // namespace sluice::lint
