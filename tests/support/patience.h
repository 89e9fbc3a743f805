// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTest>

namespace sluice::tests {

/// Milliseconds after which a test calls something hung. Nothing is measured by it: an instrumented program on a busy machine
/// may take most of them.
inline constexpr int patienceMs = 300000;

} // namespace sluice::tests

// Qt Test gives up after five seconds.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), sluice::tests::patienceMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected)                                                                       \
    QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), sluice::tests::patienceMs)
