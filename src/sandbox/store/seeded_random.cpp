// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/seeded_random.h"

#include <array>
#include <cstdio>

namespace sluice::sandbox {

SeededRandom::SeededRandom(std::uint64_t seed)
    : m_state(seed)
{
}

std::uint64_t SeededRandom::next()
{
    // SplitMix64 (Steele, Lea, Flood 2014): one word of state, the same numbers everywhere.
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::uint32_t SeededRandom::below(std::uint32_t bound)
{
    return bound <= 1 ? 0 : static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
}

double SeededRandom::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::string SeededRandom::uuid()
{
    const std::uint64_t a = next();
    const std::uint64_t b = next();
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(a >> 32),
                  static_cast<unsigned>((a >> 16) & 0xffff), static_cast<unsigned>((a & 0x0fff) | 0x4000),
                  static_cast<unsigned>(((b >> 48) & 0x3fff) | 0x8000),
                  static_cast<unsigned long long>(b & 0xffffffffffffULL));
    return text.data();
}

std::string SeededRandom::suffix(int length)
{
    static constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::string text;
    for (int i = 0; i < length; ++i)
        text += letters[below(static_cast<std::uint32_t>(letters.size()))];
    return text;
}

} // namespace sluice::sandbox
