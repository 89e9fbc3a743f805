// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/manifests_session.h"

#include "views/manifests/qscintilla.h"

namespace sluice::views {

/// YAML to read: highlighted by the theme, line numbers, folding, findings below their lines. Never edits.
class YamlView final : public QsciScintilla {
    Q_OBJECT
public:
    explicit YamlView(QWidget *parent = nullptr);

    /// Keeps the place that is read when the same file comes again.
    void setYaml(const QString &text, bool keepPlace = false);
    /// Marks and shows a line, counted from 1.
    void goToLine(int line);
    [[nodiscard]] int markedLine() const { return m_marked; }
    void setFindings(const std::vector<session::ManifestFinding> &findings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void markStrings();

    QsciLexerYAML *m_lexer;
    std::vector<session::ManifestFinding> m_findings;
    int m_marked = 0;
};

} // namespace sluice::views
