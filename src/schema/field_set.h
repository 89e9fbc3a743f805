// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sluice::schema {

/// A set of field paths, as managedFields' fieldsV1 keeps it. A path element is written as there: "f:name",
/// "k:{"name":"x"}", "v:value" or "i:0".
class FieldSet {
public:
    using Path = std::vector<std::string>;

    /// Whether the path of this node itself is in the set.
    bool self = false;
    std::map<std::string, FieldSet> children;

    [[nodiscard]] bool isEmpty() const;
    void insert(const Path &path);
    [[nodiscard]] bool contains(const Path &path) const;
    [[nodiscard]] const FieldSet *child(const std::string &element) const;

    [[nodiscard]] FieldSet unionWith(const FieldSet &other) const;
    [[nodiscard]] FieldSet intersection(const FieldSet &other) const;
    [[nodiscard]] FieldSet difference(const FieldSet &other) const;
    /// Also takes away everything below the paths of \a other.
    [[nodiscard]] FieldSet recursiveDifference(const FieldSet &other) const;
    /// Every path of the set, in order.
    void forEach(const std::function<void(const Path &)> &visit) const;
    bool operator==(const FieldSet &) const = default;

    [[nodiscard]] base::Json toJson() const;
    /// Nothing when it is no fieldsV1.
    [[nodiscard]] static std::optional<FieldSet> fromJson(const base::Json &fieldsV1);

private:
    void prune();
    void visitFrom(Path &at, const std::function<void(const Path &)> &visit) const;
};

/// ".spec.template.spec.containers[name="x"].image", as conflicts name fields.
[[nodiscard]] std::string pathText(const FieldSet::Path &path);

} // namespace sluice::schema
