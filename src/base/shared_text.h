// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string_view>

namespace sluice::base {

/// The text of \a utf8. Short texts that this thread has read lately share their memory: in thousands of objects of a
/// cluster the same names, conditions and owners return all the time. Invalid UTF-8 is replaced. Any thread.
[[nodiscard]] QString sharedText(std::string_view utf8);

} // namespace sluice::base
