// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/json.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

// Private to this folder's decoders: heavy headers.
namespace sluice::kube {

/// Why a tree could not be built.
enum class TreeProblem { None, Syntax, TooDeep, NotAnObject };

struct TreeResult {
    base::Json tree;
    TreeProblem problem = TreeProblem::None;
    simdjson::error_code code = simdjson::SUCCESS;
};

/// Builds the tree of \a object without metadata.managedFields.
[[nodiscard]] TreeResult buildObject(simdjson::ondemand::object object, int maxDepth);
/// Only its apiVersion, kind and metadata, for an object that is refused as a whole.
[[nodiscard]] base::Json buildHeader(simdjson::ondemand::object object, int maxDepth);
[[nodiscard]] base::DecodeError treeError(const TreeResult &result, const QString &source, int maxDepth);
[[nodiscard]] base::DecodeError syntaxError(simdjson::error_code code, const QString &source);

} // namespace sluice::kube
