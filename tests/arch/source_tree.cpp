// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace arch {

namespace {

const char *const folders[] = {"src", "tests", "cmake", "packaging", "translations", ".ci"};
const char *const topFiles[] = {"dev", "CMakeLists.txt", "README.md"};

bool isOurs(const QString &path)
{
    static const QRegularExpression name(QStringLiteral(R"(\.(h|cpp|cmake|sh|md|txt)$|^\.ci/)"));
    return !path.startsWith(QLatin1String("tests/data/")) && !path.contains(QLatin1String("/corpus/"))
        && name.match(path).hasMatch();
}

} // namespace

QString SourceFile::belowSrc() const
{
    return path.startsWith(QLatin1String("src/")) ? path.mid(4) : QString();
}

SourceTree readTree(const QString &root)
{
    SourceTree tree;
    const QDir top(root);
    const auto add = [&](const QString &path) {
        QFile file(top.filePath(path));
        if (file.open(QIODevice::ReadOnly))
            tree.files.append({path, QString::fromUtf8(file.readAll())});
    };
    for (const char *folder : folders) {
        QDirIterator files(top.filePath(QString::fromLatin1(folder)), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = top.relativeFilePath(files.next());
            if (isOurs(path))
                add(path);
        }
    }
    for (const char *file : topFiles)
        add(QString::fromLatin1(file));
    std::ranges::sort(tree.files, {}, &SourceFile::path);
    QFile table(top.filePath(QStringLiteral("src/layers.txt")));
    if (table.open(QIODevice::ReadOnly))
        tree.table = LayerTable::parse(QString::fromUtf8(table.readAll()));
    return tree;
}

QString codeOnly(const QString &text)
{
    // A raw string, a line comment, a block comment, a string, a character; separators of digits are none.
    static const QRegularExpression blank(QStringLiteral(
        R"re(R"([A-Za-z]*)\([\s\S]*?\)\1"|//[^\n]*|/\*[\s\S]*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')re"));
    QString code = text;
    auto matches = blank.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code[i] != QLatin1Char('\n'))
                code[i] = QLatin1Char(' ');
        }
    }
    return code;
}

} // namespace arch
