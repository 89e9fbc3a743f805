// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks.h"

#include <QRegularExpression>
#include <array>

namespace sluice::tests {

namespace {

struct Mask {
    QRegularExpression pattern;
    QString replacement;
};

const auto &masks()
{
    const auto mask = [](const char *pattern, const char *replacement) {
        return Mask{QRegularExpression(QString::fromLatin1(pattern)), QString::fromLatin1(replacement)};
    };
    static const std::array all{
        mask("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID"),
        mask("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}(\\.\\d+)?Z", "TIME"),
        mask("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} [+-]\\d{4}", "TIME"),
        mask("((?:resourceVersion|Resource Version): +)\"?\\d+\"?", "\\1VERSION"),
        mask("https://127\\.0\\.0\\.1:\\d+", "https://SERVER"),
        mask("\\b10\\.\\d+\\.\\d+\\.\\d+\\b", "IP"),
        mask("-deployment-[a-z0-9]{6,10}(-[a-z0-9]{5})\\b", "-deployment-HASH-ID"),
        mask("-deployment-[a-z0-9]{6,10}\\b", "-deployment-HASH"),
        mask("\\bsandbox-admin\\b", "admin"),
        // kn cuts the line off, where depends on how long the names are.
        mask("^(Annotations: +\\S+/)creator=.*, .*$", "\\1creator=…"),
        mask(" \\(x\\d+ over [^)]*\\)", ""),
        // Newer releases of kubectl say where it was.
        mask("^(.* deleted) from \\S+ namespace$", "\\1"),
        mask("(?<=^|[\\s(])((\\d+[smhdy])+|<invalid>|<unknown>)(?=[\\s)]|$)", "AGE"),
        mask("(?<=\\S) +(?=AGE\\b)", "  "),
        mask("(?<=\\S) {2,}", "  "),
        mask("[ \\t]+$", ""),
    };
    return all;
}

QStringList masked(const QString &text, const QString &nameSpace)
{
    // kn's progress, and the collisions of real controllers, which come and go.
    static const QRegularExpression passing(
        QStringLiteral("^ *\\d+\\.\\d+s |^ *Warning +\\S+ .*the object has been modified"));
    static const QRegularExpression amount(QStringLiteral("^ *CPU: ")); // "50m"
    QStringList result;
    for (QString line : text.split(u'\n')) {
        if (passing.match(line).hasMatch())
            continue;
        line.replace(nameSpace, QStringLiteral("demo"));
        const bool isAmount = amount.match(line).hasMatch();
        for (const Mask &mask : masks()) {
            if (!isAmount || mask.replacement != u"AGE")
                line.replace(mask.pattern, mask.replacement);
        }
        result.append(line);
    }
    while (!result.isEmpty() && result.last().isEmpty())
        result.removeLast();
    return result;
}

} // namespace

QStringList maskedLines(const CommandLine::Outcome &outcome, const QString &nameSpace)
{
    QStringList result = masked(outcome.out, nameSpace);
    for (const QString &line : masked(outcome.err, nameSpace))
        result.append(QStringLiteral("! ") + line);
    return result;
}

} // namespace sluice::tests
