// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::schema {

/// What a value is in JSON.
enum class Shape {
    Object, ///< named fields
    Map, ///< any keys, values of one type
    List,
    String,
    Integer,
    Number,
    Boolean,
    IntOrString,
    Quantity, ///< "200m", "512Mi" or a number
    Any, ///< not described further; unknown fields are kept
};

/// How server-side apply sees a list.
enum class ListType {
    Atomic, ///< one value; whoever sets an entry owns the whole list
    Set, ///< each entry is owned by itself
    Map, ///< entries are told apart by their keys
};

struct Field;

/// The type of a value: one node of a kind's field table.
struct Node {
    Shape shape = Shape::Any;
    std::string typeName; ///< "PodSpec"; empty for scalars, lists and maps
    std::string description; ///< of the type, own words
    std::string format; ///< "int32", "int64", "date-time", "byte" or empty
    std::vector<Field> fields; ///< Object
    std::shared_ptr<const Node> element; ///< List and Map
    ListType listType = ListType::Atomic;
    std::vector<std::string> listKeys; ///< ListType::Map
    bool atomic = false; ///< Object or Map that server-side apply sees as one value
    bool preserveUnknown = false; ///< fields beyond the table are kept
    std::vector<std::string> enumValues;
    std::optional<double> minimum;
    std::optional<double> maximum;

    /// The field of that name, or nullptr.
    [[nodiscard]] const Field *field(std::string_view name) const;
};

struct Field {
    std::string name;
    std::string description; ///< own words
    std::shared_ptr<const Node> node;
    bool required = false;
    bool immutable = false; ///< an update may not change it
    std::string defaultJson; ///< filled in by the API server; JSON text, empty for none
    bool patchMerge = false; ///< strategic merge patch merges the list instead of replacing it
    std::string patchMergeKey; ///< and tells entries apart by this field; empty for lists of scalars
    bool patchRetainKeys = false;
    std::string since; ///< first release of the component that knows it; empty: all that Sluice supports
    std::string until; ///< last release that knows it
};

/// A kind: group, version, kind and the table of its fields.
struct KindSchema {
    std::string group;
    std::string version;
    std::string kind;
    bool custom = false; ///< defined by a CRD: no strategic merge patch, structural validation
    std::string description;
    std::shared_ptr<const Node> root; ///< an Object with apiVersion, kind and metadata

    [[nodiscard]] std::string apiVersion() const { return group.empty() ? version : group + '/' + version; }
};

} // namespace sluice::schema
