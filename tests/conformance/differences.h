// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transcript.h"

#include <QRegularExpression>

namespace sluice::tests {

/// The table "Answers" of differences.md: where the sandbox may differ from the real control plane, and why.
class AcceptedDifferences {
public:
    /// Aborts when a row has no reason or a pattern that is none.
    explicit AcceptedDifferences(const QString &path);

    /// Whether a row allows it; the row then counts as used.
    [[nodiscard]] bool accepts(const std::string &caseName, const Difference &difference);
    /// Rows whose cases were among \a cases and that allowed nothing: they are out of date.
    [[nodiscard]] QStringList unused(const QStringList &cases) const;
    [[nodiscard]] size_t size() const { return m_rows.size(); }

private:
    struct Row {
        QString text;
        QRegularExpression cases;
        QRegularExpression where;
        bool used = false;
    };
    std::vector<Row> m_rows;
};

} // namespace sluice::tests
