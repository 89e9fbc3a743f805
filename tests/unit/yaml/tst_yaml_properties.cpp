// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "yaml/edit.h"

#include <QTest>

#include <rapidcheck.h>

using namespace sluice;
using base::Json;
using yaml::operator/;

namespace {

/// Where a scalar was written, which says how an edit may show.
enum class Place {
    Entry, ///< on a line of its own: "key: value", "- value"
    Sharing, ///< behind a dash, with the entries of its mapping below: "- key: value"
    Flow, ///< within [] or {} on one line
    Block, ///< "|" or ">" over several lines
    Guarded, ///< anchored or an alias: other values hang on it
};

struct Scalar {
    std::size_t document = 0;
    yaml::Path path;
    Place place = Place::Entry;
};

/// A text with comments, mixed quoting, indentation, line ends and collections of its own, and what was written where.
struct Written {
    QByteArray text;
    std::vector<Scalar> scalars;
    std::size_t document = 0;
    int step = 2;
    QByteArray lineBreak;
    int anchors = 0; ///< in this document
};

bool oneIn(int n)
{
    return *rc::gen::inRange(0, n) == 0;
}

QByteArray scalarText()
{
    return *rc::gen::element<QByteArray>("1", "\"2\"", "'it''s'", "plain", "\"a # b\"", "true", "~", "500m",
                                         "1.5", "\"\\u00e9\"", "caf\xC3\xA9", "two words", "''", "2026-01-01",
                                         "http://x/y", "\xF0\x9F\x9A\x80 go", "\"tab\\t\"", "0x1F", "yes");
}

QByteArray comment()
{
    return *rc::gen::element<QByteArray>("", "", "", " # note", "   # a: b");
}

/// Keys differ within a mapping by their number; \a name is the key as it is read.
QByteArray keyText(int number, std::string &name)
{
    const QByteArray plain = *rc::gen::element<QByteArray>("a", "key", "x.y/z", "long-key-name", "\xC3\xBC")
        + QByteArray::number(number);
    name = plain.toStdString();
    return oneIn(6) ? '"' + plain + '"' : oneIn(6) ? '\'' + plain + '\'' : plain;
}

void writeMapping(Written &out, const yaml::Path &at, int column, int depth, bool behindDash = false);

/// "[a, 'b']" or "{x: 1, y: [2]}".
QByteArray flowText(Written &out, const yaml::Path &at, int depth)
{
    const int count = *rc::gen::inRange(1, 4);
    const bool mapping = oneIn(2);
    QByteArray text(mapping ? "{" : "[");
    for (int i = 0; i < count; ++i) {
        const yaml::Path path = mapping ? at / ('f' + std::to_string(i)) : at / std::size_t(i);
        text += (i ? ", " : "") + (mapping ? "f" + QByteArray::number(i) + ": " : QByteArray());
        if (depth > 0 && oneIn(4)) {
            text += flowText(out, path, depth - 1);
            continue;
        }
        text +=
            *rc::gen::element<QByteArray>("1", "\"2, 3\"", "'it''s'", "plain", "true", "500m", "caf\xC3\xA9");
        out.scalars.push_back({out.document, path, Place::Flow});
    }
    return text + (mapping ? "}" : "]");
}

void writeBlockScalar(Written &out, const yaml::Path &path, int column)
{
    out.text += *rc::gen::element<QByteArray>("|", ">", "|-", "|+") + out.lineBreak;
    const int lines = *rc::gen::inRange(1, 4);
    for (int i = 0; i < lines; ++i)
        out.text += QByteArray(column + out.step, ' ') + "text: # " + QByteArray::number(i) + out.lineBreak;
    out.scalars.push_back({out.document, path, Place::Block});
}

void writeList(Written &out, const yaml::Path &path, int column, int depth)
{
    const int items = *rc::gen::inRange(1, 4);
    for (int k = 0; k < items; ++k) {
        const yaml::Path item = path / std::size_t(k);
        out.text += QByteArray(column, ' ') + "- ";
        if (depth > 0 && oneIn(3)) {
            writeMapping(out, item, column + 2, depth - 1, true);
        } else if (oneIn(5)) {
            out.text += flowText(out, item, 1) + comment() + out.lineBreak;
        } else {
            out.text += scalarText() + comment() + out.lineBreak;
            out.scalars.push_back({out.document, item, Place::Entry});
        }
    }
}

void writeMapping(Written &out, const yaml::Path &at, int column, int depth, bool behindDash)
{
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
        std::string name;
        const QByteArray key = keyText(i, name);
        const bool shares = behindDash && i == 0;
        const QByteArray indent(shares ? 0 : column, ' ');
        if (!shares && oneIn(4))
            out.text += indent + "# above " + key + out.lineBreak;
        if (!shares && oneIn(6))
            out.text += out.lineBreak;
        const yaml::Path path = at / name;
        out.text += indent + key + ':';
        const int kind = depth > 0 ? *rc::gen::inRange(0, 10) : *rc::gen::inRange(5, 10);
        if (kind < 3) {
            out.text += comment() + out.lineBreak;
            writeMapping(out, path, column + out.step, depth - 1);
        } else if (kind < 5) {
            out.text += out.lineBreak;
            writeList(out, path, column + (oneIn(2) ? out.step : 0), depth - 1);
        } else if (kind == 5) {
            out.text += ' ' + flowText(out, path, 2) + comment() + out.lineBreak;
        } else if (kind == 6 && !shares) {
            out.text += ' ';
            writeBlockScalar(out, path, column);
        } else if (kind == 7 && oneIn(2)) {
            const bool alias = out.anchors > 0 && oneIn(2);
            out.text += alias ? " *anchor" + QByteArray::number(out.anchors - 1)
                              : " &anchor" + QByteArray::number(out.anchors++) + ' ' + scalarText();
            out.text += comment() + out.lineBreak;
            out.scalars.push_back({out.document, path, Place::Guarded});
        } else {
            out.text += ' ' + scalarText() + comment() + out.lineBreak;
            out.scalars.push_back({out.document, path, shares ? Place::Sharing : Place::Entry});
        }
    }
}

Written writeText()
{
    Written out;
    out.lineBreak = *rc::gen::element<QByteArray>("\n", "\r\n");
    out.step = *rc::gen::inRange(1, 5);
    const int documents = oneIn(3) ? *rc::gen::inRange(2, 4) : 1;
    for (int i = 0; i < documents; ++i) {
        out.document = std::size_t(i);
        out.anchors = 0;
        if (i > 0 || oneIn(4))
            out.text += "---" + comment() + out.lineBreak;
        writeMapping(out, {}, 0, 3);
        out.text += "held: &held x" + out.lineBreak + "alias: *held" + out.lineBreak;
        for (const char *key : {"held", "alias"})
            out.scalars.push_back({out.document, yaml::keys({key}), Place::Guarded});
        out.text += "last: 1" + out.lineBreak; // so that no removal leaves the document empty
    }
    if (oneIn(4))
        out.text.chop(out.lineBreak.size());
    return out;
}

/// One of the scalars that were written at one of \a places.
Scalar pick(const Written &written, std::initializer_list<Place> places)
{
    std::vector<Scalar> fitting;
    for (const Scalar &scalar : written.scalars) {
        if (std::find(places.begin(), places.end(), scalar.place) != places.end())
            fitting.push_back(scalar);
    }
    RC_PRE(!fitting.empty());
    return *rc::gen::elementOf(fitting);
}

/// Lines without their breaks; the breaks are compared as bytes.
QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

/// What is left of two sequences once their common beginning and end are taken away: (of the first, of the second).
template <typename Sequence>
std::pair<qsizetype, qsizetype> differing(const Sequence &before, const Sequence &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {before.size() - head - tail, after.size() - head - tail};
}

using Documents = std::vector<yaml::Document>;

Documents parsed(const QByteArray &text)
{
    auto documents = yaml::parse(text, u"f"_qs);
    RC_ASSERT(documents.has_value());
    for (const yaml::Document &document : *documents)
        RC_ASSERT(!document.readOnlyReason());
    return *documents;
}

/// The documents beside \a edited say what they said.
void othersUntouched(const Documents &before, const yaml::Document &edited)
{
    const Documents after = parsed(edited.bytes());
    RC_ASSERT(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (i != edited.index())
            RC_ASSERT(base::dump(after[i].value()) == base::dump(before[i].value()));
    }
}

/// What a counterexample shows: the text, the place in it, and why it was refused if it was.
void tell(const Written &written, const Scalar &scalar, const base::Result<yaml::Document> &result)
{
    const auto *error = result ? nullptr : result.error().get_if<base::ValidationError>();
    RC_LOG() << written.text.toStdString() << "\nat " << yaml::toString(scalar.path).toStdString()
             << " of document " << scalar.document << ": "
             << (error ? error->what.id.toStdString() : std::string("edited")) << '\n'
             << (result ? result->bytes().toStdString() : std::string());
}

bool refusedBecause(const base::Result<yaml::Document> &result, std::initializer_list<const char *> reasons)
{
    if (result)
        return false;
    const auto *error = result.error().get_if<base::ValidationError>();
    return error && error->line > 0 && std::any_of(reasons.begin(), reasons.end(), [&](const char *reason) {
               return error->what.id == QLatin1String(reason);
           });
}

/// rapidcheck's verdict as a Qt test result.
template <typename Property> void check(const char *name, Property property)
{
    QVERIFY2(rc::check(name, property), "see the counterexample above");
}

Json newValue()
{
    return *rc::gen::element<Json>(Json("x"), Json("40"), Json("a: b # c"), Json("yes"), Json(7), Json(true),
                                   Json(nullptr), Json(""), Json("it's"), Json("\xC3\xA9\n\t"), Json("- x"),
                                   Json("1_0"));
}

} // namespace

/// Over generated texts: replacing changes one line, adding and removing only the key's own lines, and every other byte stays.
class TestYamlProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void replacingChangesOneLine();
    void addingInsertsLines();
    void removingTakesLines();
    void whatOthersHangOnIsRefused();
};

void TestYamlProperties::replacingChangesOneLine()
{
    check("replacing changes one line", [] {
        const Written written = writeText();
        const Documents documents = parsed(written.text);
        const Scalar scalar = pick(written, {Place::Entry, Place::Sharing, Place::Flow});
        const Json value = newValue();
        const yaml::Document &document = documents.at(scalar.document);
        const auto edited = yaml::replaceScalar(document, scalar.path, value);
        tell(written, scalar, edited);
        RC_ASSERT(edited.has_value());
        const auto [was, is] = differing(linesOf(written.text), linesOf(edited->bytes()));
        RC_ASSERT(was == is);
        RC_ASSERT(was <= 1);
        Json expected = document.value();
        expected[Json::json_pointer(yaml::toPointer(scalar.path))] = value;
        RC_ASSERT(base::dump(edited->value()) == base::dump(expected));
        othersUntouched(documents, *edited);
    });
}

void TestYamlProperties::addingInsertsLines()
{
    check("adding inserts lines", [] {
        const Written written = writeText();
        const Documents documents = parsed(written.text);
        const Scalar scalar = pick(written, {Place::Entry, Place::Sharing, Place::Flow, Place::Block});
        const yaml::Document &document = documents.at(scalar.document);
        yaml::Path mapping = scalar.path;
        do
            mapping.pop_back();
        while (!document.value().at(Json::json_pointer(yaml::toPointer(mapping))).is_object());
        const Json value = newValue();
        const auto edited = yaml::addKey(document, mapping, "new/key", value);
        tell(written, scalar, edited);
        RC_ASSERT(edited.has_value());
        const auto [was, is] = differing(linesOf(written.text), linesOf(edited->bytes()));
        const bool flow = was == 1 && is == 1; // "{a: 1}" grows on its line
        RC_ASSERT((flow ? scalar.place == Place::Flow : was == 0));
        RC_ASSERT(differing(written.text, edited->bytes()).first == 0);
        Json expected = document.value();
        expected[Json::json_pointer(yaml::toPointer(mapping))]["new/key"] = value;
        RC_ASSERT(base::dump(edited->value()) == base::dump(expected));
        othersUntouched(documents, *edited);
        // And taking it away again gives back every byte.
        const auto back = yaml::remove(*edited, mapping / std::string("new/key"));
        RC_ASSERT(back.has_value());
        RC_ASSERT(back->bytes() == written.text);
    });
}

void TestYamlProperties::removingTakesLines()
{
    check("removing takes lines", [] {
        const Written written = writeText();
        const Documents documents = parsed(written.text);
        const Scalar scalar = pick(written, {Place::Entry, Place::Sharing, Place::Flow, Place::Block});
        const auto edited = yaml::remove(documents.at(scalar.document), scalar.path);
        tell(written, scalar, edited);
        const bool inList = std::any_of(scalar.path.begin(), scalar.path.end(), [](const yaml::Step &step) {
            return std::holds_alternative<std::size_t>(step);
        });
        if (refusedBecause(edited, {"yaml.edit-shared-line", "yaml.edit-comment-between"})) {
            // Only where an entry shares its line with a dash, or a comment stands between that belongs to either.
            RC_ASSERT(inList);
            return;
        }
        RC_ASSERT(edited.has_value());
        RC_ASSERT(differing(written.text, edited->bytes()).second == 0);
        const auto [was, is] = differing(linesOf(written.text), linesOf(edited->bytes()));
        // The line stays where it holds more: the rest of a flow collection, or a dash and the entry that follows.
        RC_ASSERT(is <= (scalar.place == Place::Flow || inList ? 1 : 0));
        RC_ASSERT(was > 0);
        othersUntouched(documents, *edited);
    });
}

void TestYamlProperties::whatOthersHangOnIsRefused()
{
    check("what others hang on is refused", [] {
        const Written written = writeText();
        const Documents documents = parsed(written.text);
        const Scalar scalar = pick(written, {Place::Guarded});
        const auto edited = yaml::replaceScalar(documents.at(scalar.document), scalar.path, newValue());
        tell(written, scalar, edited);
        RC_ASSERT(refusedBecause(edited, {"yaml.edit-alias"}));
    });
}

QTEST_APPLESS_MAIN(TestYamlProperties)
#include "tst_yaml_properties.moc"
