// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"yaml.utf16",
     QT_TRANSLATE_NOOP("Messages", "This file is not UTF-8 (it looks like UTF-16). Save it as UTF-8.")},
    {"yaml.invalid-utf8",
     QT_TRANSLATE_NOOP("Messages", "There is a byte here that is not UTF-8. Save the file as UTF-8.")},
    {"yaml.bare-cr",
     QT_TRANSLATE_NOOP("Messages",
                       "There is a carriage return without a line feed here. Use LF or CRLF line ends.")},
    {"yaml.too-large", QT_TRANSLATE_NOOP("Messages", "The file has %1 bytes; at most %2 are read.")},
    {"yaml.too-deep", QT_TRANSLATE_NOOP("Messages", "This is nested deeper than %1 levels.")},
    {"yaml.memory", QT_TRANSLATE_NOOP("Messages", "There was not enough memory to read the file.")},
    {"yaml.syntax", QT_TRANSLATE_NOOP("Messages", "This is not YAML: %1.")},
    {"yaml.unknown-alias", QT_TRANSLATE_NOOP("Messages", "There is no anchor &%1 before this alias.")},
    {"yaml.alias-loop",
     QT_TRANSLATE_NOOP("Messages", "This alias stands for something that contains it. Remove it.")},
    {"yaml.alias-bomb",
     QT_TRANSLATE_NOOP(
         "Messages",
         "The aliases of this file stand for more than %1 values. Write them out or remove some.")},
    {"yaml.duplicate-key", QT_TRANSLATE_NOOP("Messages", "The key %1 is here twice. Remove one of them.")},
    {"yaml.key-not-scalar", QT_TRANSLATE_NOOP("Messages", "A list or mapping cannot be a key. Use a text.")},
    {"yaml.key-not-string",
     QT_TRANSLATE_NOOP("Messages",
                       "The key %1 reads as a number, a date, true, false or null. Put it in quotes.")},
    {"yaml.bad-merge",
     QT_TRANSLATE_NOOP("Messages", "A merge key (<<) needs a mapping or a list of mappings.")},
    {"yaml.no-json-number",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 is no number that Kubernetes can read. Put it in quotes if it is a text.")},
    {"yaml.bad-tag", QT_TRANSLATE_NOOP("Messages", "%1 is not of the type %2.")},
    {"yaml.one-document",
     QT_TRANSLATE_NOOP("Messages", "A single document is expected, and here starts another. Remove it.")},
    {"yaml.parsers-refuse",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Read only: near line %1 this YAML is read in different ways by different programs (%2).")},
    {"yaml.parsers-differ",
     QT_TRANSLATE_NOOP("Messages",
                       "Read only: near line %1 this YAML is read in different ways by different programs. "
                       "Write it more plainly.")},
    {"yaml.edit-no-such-value", QT_TRANSLATE_NOOP("Messages", "There is no such value in the file.")},
    {"yaml.edit-not-scalar",
     QT_TRANSLATE_NOOP("Messages", "This is a list or a mapping. Edit it in the file itself.")},
    {"yaml.edit-not-mapping",
     QT_TRANSLATE_NOOP("Messages",
                       "This is not a mapping, so no key can be added. Edit it in the file itself.")},
    {"yaml.edit-not-list",
     QT_TRANSLATE_NOOP("Messages",
                       "This is not a list, so no item can be added. Edit it in the file itself.")},
    {"yaml.edit-key-exists", QT_TRANSLATE_NOOP("Messages", "The key %1 is there already.")},
    {"yaml.edit-alias",
     QT_TRANSLATE_NOOP("Messages",
                       "An anchor or alias (& or *) is involved, so the change would show in other places "
                       "too. Edit it in the file itself.")},
    {"yaml.edit-merge-key",
     QT_TRANSLATE_NOOP("Messages",
                       "A merge key (<<) is involved, so the value is written in another place. Edit it in "
                       "the file itself.")},
    {"yaml.edit-tag",
     QT_TRANSLATE_NOOP("Messages", "The value has an explicit type tag. Edit it in the file itself.")},
    {"yaml.edit-block-scalar",
     QT_TRANSLATE_NOOP("Messages", "The value is a text of several lines. Edit it in the file itself.")},
    {"yaml.edit-flow-lines",
     QT_TRANSLATE_NOOP("Messages",
                       "The value is in braces or brackets over several lines. Edit it in the file itself.")},
    {"yaml.edit-complex-key",
     QT_TRANSLATE_NOOP("Messages", "The key is written with a question mark. Edit it in the file itself.")},
    {"yaml.edit-shared-line",
     QT_TRANSLATE_NOOP("Messages", "Something else is on the same line. Edit it in the file itself.")},
    {"yaml.edit-comment-between",
     QT_TRANSLATE_NOOP("Messages",
                       "A comment stands where the entry would be cut. Edit it in the file itself.")},
    {"yaml.edit-unsafe",
     QT_TRANSLATE_NOOP("Messages",
                       "The change would have altered something else in the file, so nothing was changed. "
                       "Edit it in the file itself.")},
    {"yaml.edit-document",
     QT_TRANSLATE_NOOP("Messages", "The document itself cannot be removed. Remove the file.")},
};
}

std::span<const CatalogEntry> yamlMessages()
{
    return entries;
}

} // namespace sluice::text
