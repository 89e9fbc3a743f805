// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

namespace sluice::sandbox {

/// Numbers, uids and name suffixes that repeat for the same seed on every platform.
class SeededRandom {
public:
    explicit SeededRandom(std::uint64_t seed);
    [[nodiscard]] std::uint64_t next();
    /// From 0 to \a bound - 1; \a bound is at least 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    /// From 0 (inclusive) to 1 (exclusive).
    [[nodiscard]] double unit();
    /// A version 4 UUID in lower case.
    [[nodiscard]] std::string uuid();
    /// Letters and digits that cannot spell words, as Kubernetes' generated names end.
    [[nodiscard]] std::string suffix(int length = 5);

private:
    std::uint64_t m_state;
};

} // namespace sluice::sandbox
