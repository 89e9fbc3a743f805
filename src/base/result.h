// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <tl/expected.hpp>

namespace sluice::base {

/// A value or the reason why there is none. The error travels upward unchanged.
template <typename T> using Result = tl::expected<T, Error>;

/// `return fail(FileError{...});` from any function that returns a Result.
template <typename E> [[nodiscard]] tl::unexpected<Error> fail(E error)
{
    return tl::unexpected<Error>(Error(std::move(error)));
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace sluice::base
