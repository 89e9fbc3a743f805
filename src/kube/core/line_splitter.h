// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <optional>
#include <vector>

namespace sluice::kube {

/// Cuts a byte stream into lines. Of a line longer than the limit only the first bytes are kept.
class LineSplitter {
public:
    explicit LineSplitter(qint64 maxLineBytes)
        : m_maxLineBytes(maxLineBytes)
    {
    }
    struct Line {
        QByteArray bytes; ///< without the line end (LF or CR LF)
        bool truncated = false;
    };
    /// The lines that \a bytes completes.
    [[nodiscard]] std::vector<Line> push(const QByteArray &bytes);
    /// What is left without a line end.
    [[nodiscard]] std::optional<Line> finish();

private:
    void append(const char *data, qsizetype size);
    Line take();
    qint64 m_maxLineBytes;
    QByteArray m_partial;
    bool m_truncated = false;
};

} // namespace sluice::kube
