// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "yaml/document.h"

#include <QByteArray>
#include <cstdint>
#include <string>
#include <vector>

namespace sluice::yaml {

/// How a scalar or collection is written.
enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

/// One event of the parsers, with its place in bytes of the text. Lines and columns count from 0, columns in
/// code points.
struct Event {
    enum class Kind : std::uint8_t {
        DocumentStart,
        DocumentEnd,
        Scalar,
        Alias,
        SequenceStart,
        SequenceEnd,
        MappingStart,
        MappingEnd
    };
    Kind kind = Kind::Scalar;
    Style style = Style::Plain;
    bool plainImplicit = false; ///< a scalar without tag that is not quoted
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t endLine = 0;
    std::uint32_t anchor =
        0; ///< ordinal of the anchor set here or meant by the alias, from 1 in each document; 0 none
    std::string tag;
    std::string text;
};

/// The events of libyaml. Refuses what Limits forbid before it nests or grows. Errors: DecodeError.
[[nodiscard]] base::Result<std::vector<Event>> readEvents(const QByteArray &bytes, const QString &source,
                                                          const Limits &limits);

/// Whether yaml-cpp sees the same events in \a bytes; otherwise why not.
[[nodiscard]] std::optional<base::Message> differenceToYamlCpp(const QByteArray &bytes,
                                                               const std::vector<Event> &events);

} // namespace sluice::yaml
