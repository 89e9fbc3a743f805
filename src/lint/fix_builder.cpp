// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/fix_builder.h"

#include "base/json.h"
#include "yaml/edit.h"

#include <QRegularExpression>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using manifest::Source;
using yaml::operator/;

namespace {

/// The operation of a JSON patch that \a path of its document is the value of, with nothing below it.
std::optional<std::size_t> operationAt(const yaml::Document &document, const yaml::Path &path)
{
    if (!document.value().is_array() || path.size() != 2 || !std::holds_alternative<std::size_t>(path[0])
        || path[1] != yaml::Step(std::string("value")))
        return std::nullopt;
    return std::get<std::size_t>(path[0]);
}

/// Offsets at which lines start, with the end of the text as the last.
std::vector<qsizetype> lineStarts(const QByteArray &bytes)
{
    std::vector<qsizetype> starts{0};
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n')
            starts.push_back(i + 1);
    }
    if (starts.back() != bytes.size())
        starts.push_back(bytes.size());
    return starts;
}

QByteArray applied(const QByteArray &bytes, const std::vector<TextEdit> &edits)
{
    QByteArray result = bytes;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        result.replace(edit->begin, edit->end - edit->begin, edit->text);
    return result;
}

} // namespace

std::string escapedStep(const std::string &key)
{
    std::string result;
    for (const char c : key) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

std::vector<TextEdit> textEdits(const QString &file, const QByteArray &before, const QByteArray &after)
{
    using Kind = TextEdit::Kind;
    if (before.isNull())
        return {{Kind::Create, file, 0, 0, after}};
    if (after.isNull())
        return {{Kind::Remove, file, 0, before.size(), {}}};
    std::vector<TextEdit> edits;
    const std::vector<qsizetype> old = lineStarts(before);
    const std::vector<qsizetype> now = lineStarts(after);
    const auto offset = [](const std::vector<qsizetype> &starts, int line) {
        return starts[std::min(std::size_t(std::max(0, line)), starts.size() - 1)];
    };
    for (const manifest::Hunk &hunk : manifest::hunks(before, after)) {
        // The number of an empty side is that of the line before.
        const int oldFirst = hunk.removed.isEmpty() ? hunk.oldLine : hunk.oldLine - 1;
        const int newFirst = hunk.added.isEmpty() ? hunk.newLine : hunk.newLine - 1;
        const qsizetype from = offset(now, newFirst);
        edits.push_back({Kind::Change, file, offset(old, oldFirst),
                         offset(old, oldFirst + int(hunk.removed.size())),
                         after.mid(from, offset(now, newFirst + int(hunk.added.size())) - from)});
    }
    if (applied(before, edits) == after)
        return edits;
    // Line ends differ where lines do not: one span from the first to the last difference.
    const auto head =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin();
    qsizetype tail = 0;
    while (tail < std::min(before.size(), after.size()) - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {{Kind::Change, file, head, before.size() - tail, after.mid(head, after.size() - tail - head)}};
}

QByteArray FixBuilder::bytes(const QString &file) const
{
    const auto changed = m_changed.find(file);
    return changed != m_changed.end() ? changed->second : m_view.project.bytes(file);
}

void FixBuilder::edit(const QString &file, std::size_t document, const Edit &edit)
{
    if (m_refused)
        return;
    m_refused = true;
    const QByteArray text = bytes(file);
    if (text.isNull())
        return;
    const auto documents = yaml::parse(text, file);
    if (!documents || document >= documents->size())
        return;
    const auto edited = edit((*documents)[document]);
    if (!edited)
        return;
    m_changed[file] = edited->bytes();
    m_refused = false;
}

void FixBuilder::set(const Source &source, const Json &value)
{
    if (source.isInline())
        return refuse();
    edit(source.file, source.document, [&](const yaml::Document &document) -> base::Result<yaml::Document> {
        const Json *old = manifest::valueAt(document.value(), source.path);
        if (old && old->is_structured()) {
            // Whole collections are taken out and put in anew.
            auto without = yaml::remove(document, source.path, source.path.size() - 1);
            return without ? yaml::setValue(*without, source.path, value) : without;
        }
        return yaml::setValue(document, source.path, value);
    });
}

void FixBuilder::remove(const Source &source)
{
    if (source.isInline())
        return refuse();
    edit(source.file, source.document, [&](const yaml::Document &document) -> base::Result<yaml::Document> {
        if (const auto operation = operationAt(document, source.path)) {
            // kustomize refuses a patch without operations.
            if (document.value().size() < 2)
                return tl::unexpected(base::Error(base::Cancelled{}));
            return yaml::remove(document, yaml::Path{*operation});
        }
        return yaml::remove(document, source.path);
    });
}

void FixBuilder::rename(const Source &source, const std::string &key)
{
    if (source.isInline() || source.path.empty())
        return refuse();
    edit(source.file, source.document, [&](const yaml::Document &document) -> base::Result<yaml::Document> {
        const auto refused = [] { return tl::unexpected(base::Error(base::Cancelled{})); };
        if (const auto operation = operationAt(document, source.path)) {
            std::string pointer = base::textAt(document.value()[*operation], "path");
            const std::size_t slash = pointer.rfind('/');
            if (slash == std::string::npos)
                return refused();
            pointer = pointer.substr(0, slash + 1) + escapedStep(key);
            return yaml::replaceScalar(document, yaml::Path{*operation, std::string("path")}, pointer);
        }
        const auto *old = std::get_if<std::string>(&source.path.back());
        const auto place = document.locate(source.path);
        const Json *value = manifest::valueAt(document.value(), source.path);
        if (!old || !place || !value)
            return refused();
        const yaml::Path parent(source.path.begin(), source.path.end() - 1);
        const Json *mapping = manifest::valueAt(document.value(), parent);
        if (!mapping || mapping->contains(key))
            return refused();
        // The key stands somewhere on its line; the text must read as meant afterwards, else it was another one.
        const QByteArray &text = document.bytes();
        qsizetype begin = 0;
        for (int line = 1; line < place->keyLine; ++line)
            begin = text.indexOf('\n', begin) + 1;
        const qsizetype lineEnd = text.indexOf('\n', begin);
        const QByteArray wanted = QByteArray::fromStdString(*old);
        qsizetype at = begin;
        while ((at = text.indexOf(wanted, at)) >= 0 && (lineEnd < 0 || at < lineEnd)) {
            QByteArray edited = text;
            edited.replace(at, wanted.size(), QByteArray::fromStdString(key));
            const auto documents = yaml::parse(edited, document.source());
            const yaml::Path renamed = parent / key;
            if (documents && document.index() < documents->size()) {
                const yaml::Document &result = (*documents)[document.index()];
                const Json *now = manifest::valueAt(result.value(), renamed);
                if (now && *now == *value && !manifest::valueAt(result.value(), source.path))
                    return result;
            }
            at += wanted.size();
        }
        return refused();
    });
}

void FixBuilder::replaceWord(const Source &source, const QString &word, const QString &better)
{
    if (source.isInline())
        return refuse();
    edit(source.file, source.document, [&](const yaml::Document &document) -> base::Result<yaml::Document> {
        const auto refused = [] { return tl::unexpected(base::Error(base::Cancelled{})); };
        const auto place = document.locate(source.path);
        const Json *value = manifest::valueAt(document.value(), source.path);
        if (!place || !value || !value->is_string())
            return refused();
        const QRegularExpression pattern(
            QStringLiteral("(?<![\\w:])%1(?![\\w:])").arg(QRegularExpression::escape(word)));
        const auto replaced = [&](const QByteArray &text) {
            return QString::fromUtf8(text).replace(pattern, better).toUtf8();
        };
        QByteArray edited = document.bytes();
        edited.replace(place->begin, place->end - place->begin,
                       replaced(edited.mid(place->begin, place->end - place->begin)));
        Json expected = document.value();
        expected[Json::json_pointer(yaml::toPointer(source.path))] =
            replaced(QByteArray::fromStdString(value->get<std::string>())).toStdString();
        const auto documents = yaml::parse(edited, document.source());
        if (!documents || document.index() >= documents->size()
            || (*documents)[document.index()].value() != expected)
            return refused();
        return (*documents)[document.index()];
    });
}

void FixBuilder::append(const Source &list, const Json &value)
{
    if (list.isInline())
        return refuse();
    edit(list.file, list.document,
         [&](const yaml::Document &document) { return yaml::appendItem(document, list.path, value); });
}

void FixBuilder::appendTo(const QString &file, const std::string &key, const Json &value)
{
    edit(file, 0, [&](const yaml::Document &document) {
        const Json *list = base::find(document.value(), {key});
        return list && list->is_array() && !list->empty()
            ? yaml::appendItem(document, yaml::keys({key}), value)
            : yaml::setValue(document, yaml::keys({key}), Json::array({value}));
    });
}

void FixBuilder::create(const QString &file, const QByteArray &bytes)
{
    if (!this->bytes(file).isNull())
        return refuse();
    m_changed[file] = bytes;
}

void FixBuilder::removeFile(const QString &file)
{
    m_changed[file] = QByteArray();
}

std::optional<Fix> FixBuilder::done(base::Message what) const
{
    if (m_refused)
        return std::nullopt;
    Fix fix;
    fix.what = std::move(what);
    for (const auto &[file, after] : m_changed) {
        const QByteArray before = m_view.project.bytes(file);
        if (before == after && before.isNull() == after.isNull())
            continue;
        std::vector<TextEdit> edits = textEdits(file, before, after);
        std::move(edits.begin(), edits.end(), std::back_inserter(fix.edits));
    }
    return fix.edits.empty() ? std::nullopt : std::optional(fix);
}

} // namespace sluice::lint
