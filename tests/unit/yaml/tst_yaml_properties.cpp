// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "yaml/edit.h"

#include <QTest>

#include <rapidcheck.h>

using namespace sluice;
using base::Json;
using yaml::operator/;

namespace {

/// A text with comments, mixed quoting, indentation and line ends of its own, and the paths of its scalars.
struct Written {
    QByteArray text;
    std::vector<yaml::Path> scalars;
};

QByteArray scalarText()
{
    return *rc::gen::element<QByteArray>("1", "\"2\"", "'it''s'", "plain", "\"a # b\"", "true", "~", "500m",
                                         "1.5", "\"\\u00e9\"", "caf\xC3\xA9", "two words", "''", "2026-01-01",
                                         "http://x/y");
}

QByteArray comment()
{
    return *rc::gen::element<QByteArray>("", "", "", " # note", "   # a: b");
}

void writeMapping(Written &out, const yaml::Path &at, int column, int step, int depth,
                  const QByteArray &lineBreak)
{
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
        const QByteArray key = *rc::gen::element<QByteArray>("a", "key", "x.y/z", "long-key-name", "\xC3\xBC")
            + QByteArray::number(i);
        const QByteArray indent(column, ' ');
        if (*rc::gen::inRange(0, 4) == 0)
            out.text += indent + "# above " + key + lineBreak;
        if (*rc::gen::inRange(0, 6) == 0)
            out.text += lineBreak;
        const yaml::Path path = at / key.toStdString();
        const int kind = depth > 0 ? *rc::gen::inRange(0, 5) : 0;
        if (kind == 1 || kind == 2) {
            out.text += indent + key + ':' + comment() + lineBreak;
            writeMapping(out, path, column + step, step, depth - 1, lineBreak);
        } else if (kind == 3) {
            out.text += indent + key + ':' + lineBreak;
            const int items = *rc::gen::inRange(1, 4);
            for (int k = 0; k < items; ++k) {
                out.text += indent + "- " + scalarText() + comment() + lineBreak;
                out.scalars.push_back(path / std::size_t(k));
            }
        } else {
            out.text += indent + key + ": " + scalarText() + comment() + lineBreak;
            out.scalars.push_back(path);
        }
    }
}

Written writeDocument()
{
    Written out;
    const QByteArray lineBreak = *rc::gen::element<QByteArray>("\n", "\r\n");
    writeMapping(out, {}, 0, *rc::gen::inRange(1, 5), 3, lineBreak);
    out.text += "last: 1" + lineBreak; // so that no removal leaves the document empty
    return out;
}

QList<QByteArray> linesOf(const QByteArray &text)
{
    return text.split('\n');
}

/// True when \a longer is \a shorter with some consecutive lines put in.
bool isInsertion(const QList<QByteArray> &shorter, const QList<QByteArray> &longer)
{
    qsizetype head = 0;
    while (head < shorter.size() && shorter[head] == longer[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter.size() - head
           && shorter[shorter.size() - 1 - tail] == longer[longer.size() - 1 - tail])
        ++tail;
    return head + tail == shorter.size();
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

/// Over generated texts: replacing changes one line, adding and removing only the key's own lines.
class TestYamlProperties : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void replacingChangesOneLine();
    void addingInsertsLines();
    void removingTakesLines();
};

void TestYamlProperties::replacingChangesOneLine()
{
    check("replacing changes one line", [] {
        const Written written = writeDocument();
        RC_PRE(!written.scalars.empty());
        const auto documents = yaml::parse(written.text, u"f"_qs);
        RC_ASSERT(documents.has_value());
        const yaml::Path path = *rc::gen::elementOf(written.scalars);
        const auto edited = yaml::replaceScalar(documents->front(), path, newValue());
        RC_ASSERT(edited.has_value());
        const auto before = linesOf(written.text);
        const auto after = linesOf(edited->bytes());
        RC_ASSERT(before.size() == after.size());
        int changed = 0;
        for (qsizetype i = 0; i < before.size(); ++i)
            changed += before[i] != after[i] ? 1 : 0;
        RC_ASSERT(changed <= 1);
    });
}

void TestYamlProperties::addingInsertsLines()
{
    check("adding inserts lines", [] {
        const Written written = writeDocument();
        const auto documents = yaml::parse(written.text, u"f"_qs);
        RC_ASSERT(documents.has_value());
        RC_PRE(!written.scalars.empty());
        yaml::Path mapping = *rc::gen::elementOf(written.scalars);
        while (!mapping.empty()
               && !documents->front()
                       .value()
                       .at(nlohmann::json::json_pointer(yaml::toPointer(mapping)))
                       .is_object())
            mapping.pop_back();
        const auto edited = yaml::addKey(documents->front(), mapping, "new/key", newValue());
        RC_ASSERT(edited.has_value());
        RC_ASSERT(isInsertion(linesOf(written.text), linesOf(edited->bytes())));
        // And taking it away again gives back every byte.
        const auto back = yaml::remove(*edited, mapping / std::string("new/key"));
        RC_ASSERT(back.has_value());
        RC_ASSERT(back->bytes() == written.text);
    });
}

void TestYamlProperties::removingTakesLines()
{
    check("removing takes lines", [] {
        const Written written = writeDocument();
        RC_PRE(!written.scalars.empty());
        const auto documents = yaml::parse(written.text, u"f"_qs);
        RC_ASSERT(documents.has_value());
        const yaml::Path path = *rc::gen::elementOf(written.scalars);
        const auto edited = yaml::remove(documents->front(), path);
        RC_ASSERT(edited.has_value());
        RC_ASSERT(isInsertion(linesOf(edited->bytes()), linesOf(written.text)));
    });
}

QTEST_APPLESS_MAIN(TestYamlProperties)
#include "tst_yaml_properties.moc"
