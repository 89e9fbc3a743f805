// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/rules.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace arch {

namespace {

struct Include {
    QString name;
    bool quoted = false;
    int line = 0;
};

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression pattern(QStringLiteral(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re"));
    static const QRegularExpression newerQt(QStringLiteral(R"re(^\s*#\s*if\s+QT_VERSION\s*>=)re"));
    static const QRegularExpression over(QStringLiteral(R"re(^\s*#\s*(else|elif|endif))re"));
    QList<Include> includes;
    bool skipping = false; // headers of a later Qt are not here to be looked up
    const QStringList lines = file.text.split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i) {
        skipping = newerQt.match(lines[i]).hasMatch() || (skipping && !over.match(lines[i]).hasMatch());
        if (skipping)
            continue;
        const auto match = pattern.match(lines[i]);
        if (match.hasMatch())
            includes.append({match.captured(2), match.captured(1) == QLatin1String("\""), i + 1});
    }
    return includes;
}

QString at(const SourceFile &file, int line)
{
    return QStringLiteral("%1:%2: ").arg(file.path).arg(line);
}

/// Every place where \a pattern matches the code of the files that \a wanted picks.
template <typename Wanted>
QStringList findAll(const SourceTree &tree, Wanted wanted, const QRegularExpression &pattern,
                    const QString &why)
{
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        if (!wanted(file))
            continue;
        const QString code = codeOnly(file.text);
        auto matches = pattern.globalMatch(code);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto line = code.left(match.capturedStart()).count(QLatin1Char('\n')) + 1;
            findings.append(at(file, int(line)) + match.captured().trimmed() + QStringLiteral(": ") + why);
        }
    }
    return findings;
}

bool isSource(const SourceFile &file)
{
    return !file.belowSrc().isEmpty() && file.isCpp();
}

bool isIn(const SourceFile &file, const char *folder)
{
    return file.path.startsWith(QLatin1String(folder));
}

// --- the include table
// ------------------------------------------------------------------------------------------------

/// Which module of Qt ships \a header, by the folders that Qt's headers lie in; empty when none does.
QString qtModuleOf(const QString &header)
{
    static QMap<QString, QString> known;
    const auto found = known.constFind(header);
    if (found != known.cend())
        return *found;
    const QDir headers(QStringLiteral(SLUICE_QT_HEADERS));
    QString module;
    if (header.contains(QLatin1Char('/'))) {
        module = headers.exists(header) ? header.section(QLatin1Char('/'), 0, 0) : QString();
    } else {
        for (const QString &folder : headers.entryList({QStringLiteral("Qt*")}, QDir::Dirs)) {
            if (headers.exists(folder + QLatin1Char('/') + header)) {
                module = folder;
                break;
            }
        }
    }
    known.insert(header, module);
    return module;
}

/// The library of the table that \a header belongs to; "-" for one that every folder may include.
QString libraryOf(const QString &header)
{
    struct Pattern {
        QRegularExpression header;
        QString library;
    };
    const auto pattern = [](const char *like, const char *library) {
        return Pattern{QRegularExpression(QLatin1String("^(?:") + QLatin1String(like) + QLatin1String(")")),
                       QString::fromLatin1(library)};
    };
    static const Pattern patterns[] = {
        pattern("tl/|nlohmann/", "-"),
        pattern("yaml-cpp/", "yaml-cpp"),
        pattern("yaml\\.h$", "libyaml"),
        pattern("simdjson", "simdjson"),
        pattern("valijson/", "valijson"),
        pattern("boost/", "boost"),
        pattern("openssl/", "openssl"),
        pattern("Qsci/", "QScintilla"),
        pattern("git2", "libgit2"),
        pattern("qt6keychain/", "QtKeychain"),
        pattern("(?:QCoro/)?(?:QCoroNetwork|QCoroLocalSocket|QCoroAbstractSocket|QCoroTcp)", "QtNetwork"),
        pattern("QCoro|qcoro", "-"),
        pattern("(?:sys|netinet|arpa)/[a-z0-9_]+\\.h$", "-"),
        pattern("(?:unistd|fcntl|signal|errno|poll|pwd|termios|spawn|dirent|cxxabi)\\.h$", "-"),
        pattern("[a-z_0-9]+$", "-"), // the standard library
    };
    for (const Pattern &candidate : patterns) {
        if (candidate.header.match(header).hasMatch())
            return candidate.library;
    }
    const QString module = qtModuleOf(header);
    return module == QLatin1String("QtCore") ? QStringLiteral("-") : module;
}

QString wrongInclude(const SourceTree &tree, const QString &folder, const Include &include)
{
    const Layer &layer = tree.table.layers()[folder];
    if (!include.quoted) {
        const QString library = libraryOf(include.name);
        if (library.isEmpty())
            return QStringLiteral("<%1> is of no known library").arg(include.name);
        if (library != QLatin1String("-") && !layer.libraries.contains(library))
            return QStringLiteral("<%1>: the table does not give %2 to %3")
                .arg(include.name, library, folder);
        return {};
    }
    if (include.name.endsWith(QLatin1String(".moc")))
        return {};
    if (include.name.startsWith(QLatin1String("ui_")))
        return layer.libraries.contains(QStringLiteral("QtWidgets"))
            ? QString()
            : QStringLiteral("a form outside the views");
    const QString target = tree.table.folderOf(include.name);
    if (target.isEmpty())
        return QStringLiteral("\"%1\" is not written from src/").arg(include.name);
    if (target != folder && !layer.folders.contains(target))
        return QStringLiteral("\"%1\": the table does not give %2 to %3").arg(include.name, target, folder);
    return {};
}

QStringList includesFollowTheTable(const SourceTree &tree)
{
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        if (!isSource(file))
            continue;
        const QString folder = tree.table.folderOf(file.belowSrc());
        if (folder.isEmpty()) {
            findings.append(at(file, 1) + QStringLiteral("its folder has no row in src/layers.txt"));
            continue;
        }
        for (const Include &include : includesOf(file)) {
            const QString wrong = wrongInclude(tree, folder, include);
            if (!wrong.isEmpty())
                findings.append(at(file, include.line) + wrong);
        }
    }
    return findings;
}

QStringList tableIsSound(const SourceTree &tree)
{
    QStringList findings = tree.table.problems();
    const auto &layers = tree.table.layers();
    for (auto it = layers.cbegin(); it != layers.cend(); ++it) {
        const bool sandbox = it.key().startsWith(QLatin1String("sandbox/"));
        for (const QString &folder : it->folders) {
            const bool client = folder.startsWith(QLatin1String("kube/"))
                || folder == QLatin1String("session") || folder == QLatin1String("models")
                || folder == QLatin1String("views");
            if (folder.startsWith(QLatin1String("sandbox/")) && !sandbox && it.key() != QLatin1String("app"))
                findings.append(QStringLiteral("src/layers.txt: only app may include the sandbox, not ")
                                + it.key());
            if (sandbox && client)
                findings.append(QStringLiteral("src/layers.txt: the sandbox includes no client: %1, %2")
                                    .arg(it.key(), folder));
            if (layers.value(folder).folders.contains(it.key()))
                findings.append(
                    QStringLiteral("src/layers.txt: %1 and %2 include each other").arg(it.key(), folder));
        }
    }
    return findings;
}

// --- headers
// ----------------------------------------------------------------------------------------------------------

/// A header that only sources of its own folder include: what stands in it costs nobody else.
bool isPrivate(const SourceTree &tree, const SourceFile &header)
{
    const QString name = header.belowSrc();
    const QString folder = header.path.left(header.path.lastIndexOf(QLatin1Char('/')) + 1);
    return std::ranges::none_of(tree.files, [&](const SourceFile &file) {
        const bool sourceBeside = !file.isHeader() && file.path.startsWith(folder);
        return !sourceBeside && std::ranges::any_of(includesOf(file), [&](const Include &include) {
            return include.name == name;
        });
    });
}

QStringList headersStayCheap(const SourceTree &tree)
{
    static const QRegularExpression heavy(QStringLiteral("^(nlohmann/json\\.hpp|simdjson|boost/beast)"));
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        if (!isSource(file) || !file.isHeader())
            continue;
        for (const Include &include : includesOf(file)) {
            if (heavy.match(include.name).hasMatch() && !isPrivate(tree, file))
                findings.append(at(file, include.line) + include.name
                                + QStringLiteral(" in a header that others include"));
        }
    }
    return findings;
}

QStringList beastStaysInThreeFiles(const SourceTree &tree)
{
    QStringList files;
    for (const SourceFile &file : tree.files) {
        if (!isSource(file))
            continue;
        for (const Include &include : includesOf(file)) {
            if (include.name.startsWith(QLatin1String("boost/beast")) && !files.contains(file.path))
                files.append(file.path);
        }
    }
    return files.size() > 3
        ? QStringList(QStringLiteral("Beast in more than three files: ") + files.join(QLatin1Char(' ')))
        : QStringList();
}

QStringList headersAreGuarded(const SourceTree &tree)
{
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        if (file.isHeader() && !file.text.contains(QLatin1String("\n#pragma once\n")))
            findings.append(at(file, 2) + QStringLiteral("no #pragma once"));
    }
    return findings;
}

QStringList headersOpenNoNamespace(const SourceTree &tree)
{
    static const QRegularExpression opening(QStringLiteral("\\busing\\s+namespace\\s+[\\w:]+"));
    return findAll(
        tree, [](const SourceFile &file) { return isSource(file) && file.isHeader(); }, opening,
        QStringLiteral("in a header"));
}

QStringList jsonArraysAreCalledSo(const SourceTree &tree)
{
    // A JSON value in braces alone is an array of one to g++ and the value itself to clang++.
    static const QRegularExpression ambiguous(QStringLiteral(
        R"re((\[\s+\]\s*=|\bJson\s+\w+\s*=|\bJson\s+\w+|\bJson)\s*\{\s*[A-Za-z_][\w:]*(\([^{};()]*\))?\s*\}\s*[;,)])re"));
    return findAll(
        tree, [](const SourceFile &file) { return file.isCpp(); }, ambiguous,
        QStringLiteral("compilers differ on it, write Json::array({…})"));
}

QStringList pageHeadersAreShort(const SourceTree &tree)
{
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        const auto lines = file.text.count(QLatin1Char('\n'));
        if (isIn(file, "src/views/") && file.path.endsWith(QLatin1String("_page.h")) && lines > 90)
            findings.append(at(file, int(lines))
                            + QStringLiteral("a header of a page has about 80 lines, at most 90"));
    }
    return findings;
}

QStringList qObjectStandsAlone(const SourceTree &tree)
{
    // AUTOMOC looks for the macro at the start of a line and passes over a class written otherwise.
    static const QRegularExpression shared(
        QStringLiteral("(?:^.*\\S.*\\bQ_OBJECT\\b.*$)|(?:^\\s*Q_OBJECT\\b[ \\t]*[^\\s].*$)"),
        QRegularExpression::MultilineOption);
    return findAll(
        tree, [](const SourceFile &file) { return file.isCpp(); }, shared,
        QStringLiteral("Q_OBJECT needs its own line"));
}

// --- who does what
// ----------------------------------------------------------------------------------------------------

QStringList onlyAppReadsTheEnvironment(const SourceTree &tree)
{
    static const QRegularExpression reading(
        QStringLiteral("\\b(qgetenv|qputenv|qunsetenv|qEnvironmentVariable\\w*|getenv|secure_getenv|setenv|"
                       "QSettings\\b(?=[^;]*[({])|"
                       "systemEnvironment)\\b"));
    return findAll(
        tree,
        [](const SourceFile &file) {
            // The runner gives children the program's own environment and looks nothing up in it.
            return isSource(file) && !isIn(file, "src/app/")
                && file.path != QLatin1String("src/base/process_runner.cpp");
        },
        reading, QStringLiteral("only app reads the environment and settings files"));
}

QStringList domainKnowsNoJson(const SourceTree &tree)
{
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        if (!isIn(file, "src/domain/"))
            continue;
        for (const Include &include : includesOf(file)) {
            if (include.name.contains(QLatin1String("json"), Qt::CaseInsensitive))
                findings.append(at(file, include.line) + include.name
                                + QStringLiteral(": domain knows no JSON"));
        }
    }
    return findings;
}

QStringList contextIsNotHandedOn(const SourceTree &tree)
{
    static const QRegularExpression parameter(
        QStringLiteral("[(,]\\s*(?:const\\s+)?(?:app::)?AppContext\\s*[&*]"));
    return findAll(tree, isSource, parameter, QStringLiteral("no function takes AppContext itself"));
}

// --- every file
// -------------------------------------------------------------------------------------------------------

QStringList filesNameTheirLicence(const SourceTree &tree)
{
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        if (file.path.endsWith(QLatin1String(".md"))
            || (file.path.endsWith(QLatin1String(".txt"))
                && !file.path.endsWith(QLatin1String("CMakeLists.txt"))))
            continue;
        const QString top = file.text.section(QLatin1Char('\n'), 0, 1);
        if (!top.contains(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")))
            findings.append(at(file, 1) + QStringLiteral("no SPDX line"));
    }
    return findings;
}

QStringList noPlaceOfOneMachine(const SourceTree &tree)
{
    static const QRegularExpression place(
        QStringLiteral("/(?:home|Users|root|work)/\\w+|\\bfile:///(?:home|tmp)\\b"));
    // Names that stand for nobody's machine, in examples.
    static const QRegularExpression example(QStringLiteral("^/home/(?:ana|user|dev|x)$"));
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        const QStringList lines = file.text.split(QLatin1Char('\n'));
        for (int i = 0; i < lines.size(); ++i) {
            const auto match = place.match(lines[i]);
            if (match.hasMatch() && !example.match(match.captured()).hasMatch() && !isIn(file, "tests/arch/"))
                findings.append(at(file, i + 1) + match.captured()
                                + QStringLiteral(" is a place on one machine"));
        }
    }
    return findings;
}

QStringList nothingIsLeftOpen(const SourceTree &tree)
{
    static const QRegularExpression mark(QStringLiteral("\\b(TODO|FIXME|XXX|HACK)\\b"));
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        const QStringList lines = file.text.split(QLatin1Char('\n'));
        for (int i = 0; i < lines.size(); ++i) {
            const auto match = mark.match(lines[i]);
            if (match.hasMatch() && !isIn(file, "tests/arch/"))
                findings.append(at(file, i + 1) + match.captured()
                                + QStringLiteral(": finish it or write it down as an issue"));
        }
    }
    return findings;
}

QStringList foldersExplainThemselves(const SourceTree &tree)
{
    QSet<QString> present;
    QSet<QString> explained;
    QStringList findings;
    for (const SourceFile &file : tree.files) {
        const QString folder = tree.table.folderOf(file.belowSrc());
        if (folder.isEmpty())
            continue;
        present.insert(folder);
        if (file.path != QStringLiteral("src/%1/README.md").arg(folder))
            continue;
        explained.insert(folder);
        if (file.text.count(QLatin1Char('\n')) > 60)
            findings.append(at(file, 61) + QStringLiteral("a README of a folder has at most a screen"));
    }
    for (const QString &folder : present - explained)
        findings.append(QStringLiteral("src/%1/README.md: missing").arg(folder));
    findings.sort();
    return findings;
}

constexpr Rule allRules[] = {
    {"includes follow the table", includesFollowTheTable},
    {"the table is sound", tableIsSound},
    {"headers stay cheap", headersStayCheap},
    {"Beast stays in three files", beastStaysInThreeFiles},
    {"headers are guarded", headersAreGuarded},
    {"headers open no namespace", headersOpenNoNamespace},
    {"JSON arrays are called so", jsonArraysAreCalledSo},
    {"page headers are short", pageHeadersAreShort},
    {"Q_OBJECT stands alone", qObjectStandsAlone},
    {"only app reads the environment", onlyAppReadsTheEnvironment},
    {"domain knows no JSON", domainKnowsNoJson},
    {"AppContext is not handed on", contextIsNotHandedOn},
    {"files name their licence", filesNameTheirLicence},
    {"no place of one machine", noPlaceOfOneMachine},
    {"nothing is left open", nothingIsLeftOpen},
    {"folders explain themselves", foldersExplainThemselves},
};

} // namespace

std::span<const Rule> rules()
{
    return allRules;
}

} // namespace arch
