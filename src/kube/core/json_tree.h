// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/json.h"
#include "kube/core/decode.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

// Private to this folder's decoders: heavy headers.
namespace sluice::kube {

/// Reads JSON with simdjson's DOM: the text is checked as a whole before anything of it is used, and the fastest code
/// for this processor is chosen at run time (the on-demand interface has neither).
class JsonText {
public:
    /// Errors: Decode. The text must stay alive with this object's elements.
    [[nodiscard]] base::Result<simdjson::dom::element> parse(std::string_view text, const QString &source);

private:
    simdjson::dom::parser m_parser;
};

/// The tree of \a object without metadata.managedFields. Errors: Decode json.too-deep, json.too-large (counted in
/// bytes of keys and values, without managedFields).
[[nodiscard]] base::Result<base::Json> buildObject(const simdjson::dom::object &object, const QString &source,
                                                   const DecodeLimits &limits);
/// apiVersion, kind and metadata as far as they can be read, of an object that is refused as a whole.
[[nodiscard]] base::Json buildHeader(const simdjson::dom::object &object, const DecodeLimits &limits);

} // namespace sluice::kube
