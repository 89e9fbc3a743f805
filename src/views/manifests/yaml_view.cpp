// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/manifests/yaml_view.h"

#include "text/catalog.h"
#include "views/theme/theme.h"

#include <QRegularExpression>

namespace sluice::views {

namespace {

constexpr int stringIndicator = 8;
constexpr int lineMarker = 1;
constexpr int numberMargin = 0;
// Free style numbers behind those of the lexer and of Scintilla itself.
constexpr int errorStyle = 60;
constexpr int warningStyle = 61;

} // namespace

YamlView::YamlView(QWidget *parent)
    : QsciScintilla(parent)
    , m_lexer(new QsciLexerYAML(this))
{
    setLayoutDirection(Qt::LeftToRight); // files are, whatever the language of the window
    setUtf8(true);
    setReadOnly(true);
    setLexer(m_lexer);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(2);
    setMarginType(numberMargin, QsciScintilla::NumberMargin);
    setMarginWidth(1, 0);
    setMarginLineNumbers(numberMargin, true);
    setCaretLineVisible(false);
    setIndentationGuides(false);
    setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    markerDefine(QsciScintilla::Background, lineMarker);
    indicatorDefine(QsciScintilla::TextColorIndicator, stringIndicator);
    setAccessibleName(tr("Source"));
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, true);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    restyle();
}

void YamlView::setYaml(const QString &text, bool keepPlace)
{
    const int top = firstVisibleLine();
    if (text == this->text() && keepPlace)
        return;
    clearAnnotations();
    setReadOnly(false);
    setText(text);
    setReadOnly(true);
    const QString widest(std::max<qsizetype>(4, QString::number(lines()).size() + 2), QLatin1Char('0'));
    setMarginWidth(numberMargin, widest);
    markStrings();
    setFindings(m_findings);
    if (keepPlace) {
        setFirstVisibleLine(top);
    } else {
        markerDeleteAll(lineMarker);
        m_marked = 0;
        setFirstVisibleLine(0);
        setCursorPosition(0, 0);
    }
}

void YamlView::goToLine(int line)
{
    markerDeleteAll(lineMarker);
    m_marked = std::clamp(line, 1, std::max(1, lines()));
    markerAdd(m_marked - 1, lineMarker);
    setCursorPosition(m_marked - 1, 0);
    const int visible = int(SendScintilla(SCI_LINESONSCREEN));
    setFirstVisibleLine(std::max(0, int(SendScintilla(SCI_VISIBLEFROMDOCLINE, m_marked - 1)) - visible / 3));
}

void YamlView::setFindings(const std::vector<session::ManifestFinding> &findings)
{
    m_findings = findings;
    clearAnnotations();
    QMap<int, QPair<QStringList, bool>> byLine;
    for (const session::ManifestFinding &finding : findings) {
        auto &at = byLine[std::max(0, finding.line - 1)];
        at.first << text::words(finding.text);
        at.second = at.second || finding.isError;
    }
    for (auto it = byLine.cbegin(); it != byLine.cend(); ++it) {
        if (it.key() < lines())
            annotate(it.key(), it->first.join(QLatin1Char('\n')), it->second ? errorStyle : warningStyle);
    }
}

void YamlView::markStrings()
{
    // The lexer knows no quoted strings; they get their colour as an indicator.
    static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\n]|'')*'"));
    for (int line = 0; line < lines(); ++line) {
        const QString text = this->text(line);
        if (text.trimmed().startsWith(QLatin1Char('#')))
            continue;
        auto matches = quoted.globalMatch(text);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            fillIndicatorRange(line, int(match.capturedStart()), line, int(match.capturedEnd()),
                               stringIndicator);
        }
    }
}

void YamlView::restyle()
{
    const Theme &theme = themeOf(this);
    const Colours &c = theme.colours();
    m_lexer->setFont(theme.fonts().mono, -1);
    m_lexer->setPaper(c.surface, -1);
    m_lexer->setColor(c.text, -1);
    m_lexer->setDefaultColor(c.text);
    m_lexer->setDefaultPaper(c.surface);
    m_lexer->setColor(c.codeKey, QsciLexerYAML::Identifier);
    m_lexer->setColor(c.codeComment, QsciLexerYAML::Comment);
    m_lexer->setColor(c.codeKey, QsciLexerYAML::Reference);
    m_lexer->setColor(c.textDim, QsciLexerYAML::DocumentDelimiter);
    m_lexer->setColor(c.of(Status::Failed).ink, QsciLexerYAML::SyntaxErrorMarker);
    m_lexer->setPaper(c.surface, QsciLexerYAML::SyntaxErrorMarker);
    setPaper(c.surface);
    setColor(c.text);
    setMarginsBackgroundColor(c.surface);
    setMarginsForegroundColor(c.textFaint);
    setMarginsFont(theme.fonts().mono);
    setCaretForegroundColor(c.text);
    setSelectionBackgroundColor(c.accentSurface);
    setSelectionForegroundColor(c.text);
    setMarkerBackgroundColor(c.accentSurface, lineMarker);
    setIndicatorForegroundColor(c.codeString, stringIndicator);
    const auto style = [&](int number, Status status) {
        QsciStyle(number, QString(), c.of(status).ink, c.of(status).surface, theme.fonts().small).apply(this);
    };
    style(errorStyle, Status::Failed);
    style(warningStyle, Status::Warning);
    SendScintilla(SCI_SETEXTRAASCENT, theme.metrics().half / 2);
    SendScintilla(SCI_SETEXTRADESCENT, theme.metrics().half / 2);
}

void YamlView::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_lexer)
        restyle();
}

} // namespace sluice::views
