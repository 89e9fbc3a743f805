// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sluice::yaml {

/// One step into a value: the key of a mapping or the index (from 0) in a sequence.
using Step = std::variant<std::string, std::size_t>;

/// The way from the top of a document to a value in it. Empty means the whole document.
using Path = std::vector<Step>;

/// "spec.template.metadata.annotations[autoscaling.knative.dev/min-scale]", "spec.containers[0].image".
[[nodiscard]] QString toString(const Path &path);

/// The RFC 6901 pointer of \a path: "/spec/containers/0/image".
[[nodiscard]] std::string toPointer(const Path &path);

/// Path of mapping keys only.
[[nodiscard]] Path keys(std::initializer_list<std::string_view> names);

/// \a path with one more step.
[[nodiscard]] Path operator/(Path path, Step step);

} // namespace sluice::yaml
