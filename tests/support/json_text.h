// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"

#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

namespace sluice::tests {

/// The value of a JSON text in a test; the test fails on a mistake in it.
inline base::Json json(std::string_view text)
{
    const auto value = base::parseJson(text, QStringLiteral("test"));
    if (!value) {
        QTest::qFail(qPrintable(debugText(value.error())), __FILE__, __LINE__);
        return {};
    }
    return *value;
}

/// A file below tests/data.
inline base::Json dataFile(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail(qPrintable(name), __FILE__, __LINE__);
        return {};
    }
    const auto value = base::parseJson(file.readAll().toStdString(), name, {64 * 1024 * 1024, 128});
    if (!value) {
        QTest::qFail(qPrintable(debugText(value.error())), __FILE__, __LINE__);
        return {};
    }
    return *value;
}

} // namespace sluice::tests

#define COMPARE_JSON(actual, expected)                                                                       \
    do {                                                                                                     \
        const sluice::base::Json actualJson = (actual);                                                      \
        const sluice::base::Json expectedJson = (expected);                                                  \
        if (actualJson != expectedJson) {                                                                    \
            const std::string difference =                                                                   \
                sluice::base::dump(sluice::base::Json::diff(expectedJson, actualJson), 1);                   \
            QFAIL(("expected -> actual: " + difference).c_str());                                            \
        }                                                                                                    \
    } while (false)
