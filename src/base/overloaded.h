// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice::base {
/// Joins lambdas into one visitor for std::visit.
template <typename... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <typename... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;
} // namespace sluice::base
