// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPlainTextEdit>

namespace sluice::views {

/// One line of a unified difference.
struct DiffLine {
    enum class Kind { File, Context, Removed, Added, Gap };
    Kind kind = Kind::Context;
    QString text; ///< without the leading sign
    bool operator==(const DiffLine &) const = default;
};

/// A unified difference, read-only. Added and removed lines carry their sign besides the colour; what is copied or read
/// by a screen reader has the signs too.
class DiffView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    void setLines(std::vector<DiffLine> lines);
    [[nodiscard]] const std::vector<DiffLine> &lines() const { return m_lines; }
    /// Lines of a text difference between \a before and \a after, with \a context lines around each change.
    [[nodiscard]] static std::vector<DiffLine> difference(const QString &file, const QString &before,
                                                          const QString &after, int context = 3);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    std::vector<DiffLine> m_lines;
};

} // namespace sluice::views
