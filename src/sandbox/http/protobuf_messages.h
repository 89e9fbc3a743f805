// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>

// The messages that clients send in binary form, as tables.
namespace sluice::sandbox::protobuf {

/// How a field is written, and what its zero means.
enum class Type : std::uint8_t {
    String,
    Int, ///< a pointer in Go: written only when it is set
    Count, ///< no pointer: always written, and zero means that it is not set
    Bool, ///< a pointer
    Flag, ///< no pointer
    Time,
    Message,
    IntOrString,
    StringMap,
    BytesMap,
    QuantityMap,
};

/// One field of a message, numbered as in the generated.proto files of k8s.io/api and k8s.io/apimachinery.
struct Field {
    unsigned number;
    const char *name; ///< in JSON
    Type type;
    std::span<const Field> message = {};
    bool repeated = false;
};

/// The fields of a kind's message; empty for one that is not known.
[[nodiscard]] std::span<const Field> messageOf(const std::string &apiVersion, const std::string &kind);

} // namespace sluice::sandbox::protobuf
