// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/status.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <array>
#include <optional>

class QWidget;

namespace sluice::views {

enum class ThemeKind { Light, Dark, HighContrast };

/// Text on its tinted ground.
struct InkAndSurface {
    QColor ink;
    QColor surface;
};

/// The tokens of one theme; resources/tokens/<theme>.json holds the values and a test holds their contrast.
struct Colours {
    QColor bg; ///< behind pages
    QColor surface; ///< cards, bars, panes
    QColor field; ///< ground of text fields
    QColor hover; ///< below a control that the pointer is on
    QColor line; ///< borders
    QColor lineSoft; ///< between the rows of a table
    QColor control; ///< borders of controls where nothing else shows their extent
    QColor text;
    QColor textDim; ///< second in rank: labels, captions
    QColor textFaint; ///< hints, placeholders, inherited values
    QColor accent;
    QColor accentSurface; ///< selected row, active rail item
    QColor onAccent;
    QColor focus;
    InkAndSurface production; ///< what a production environment carries
    QColor codeKey;
    QColor codeString;
    QColor codeComment;
    std::array<InkAndSurface, statusCount> status;
    std::array<QColor, 10> series; ///< for charts and splits; distinct for colour-blind eyes
    QColor onSeries; ///< text inside a series' area

    [[nodiscard]] const InkAndSurface &of(Status value) const { return status[static_cast<size_t>(value)]; }
    /// The colour of the n-th series; starts again after ten.
    [[nodiscard]] const QColor &seriesAt(int index) const
    {
        return series[static_cast<size_t>(index) % series.size()];
    }
};

/// Lengths in device-independent pixels, all derived from the height of the application's font.
struct Metrics {
    int unit = 8; ///< the grid
    int half = 4;
    int gap = 12; ///< between the cards of a page
    int pageMargin = 20;
    int cardPadding = 14;
    int rowHeight = 32; ///< lists and items outside of tables
    int compactRowHeight = 26; ///< dense places: trees of files, popups
    int tableRowHeight = 32; ///< rows of tables: one of the two above, as the settings say
    int headerHeight = 33;
    int controlHeight = 30;
    int topBarHeight = 44;
    int statusStripHeight = 28;
    int railWidth = 176;
    int railCollapsedWidth = 48;
    int inspectorWidth = 304;
    int icon = 16;
    int chipHeight = 20;
    int radius = 8; ///< cards
    int controlRadius = 6;
    int scrollBar = 10;
    int line = 1;
    int focusLine = 2;

    /// \a fontHeight is QFontMetrics::height() of the application's font.
    [[nodiscard]] static Metrics forFontHeight(int fontHeight);
};

/// The sizes of text: one step for titles, one for captions.
struct Fonts {
    QFont body;
    QFont strong; ///< body, semi-bold
    QFont small; ///< chips, captions, status strip
    QFont title; ///< page titles
    QFont display; ///< the name on the start page, big numbers
    QFont mono;
};

/// What the desktop and the settings ask of a theme besides its kind.
struct ThemeWishes {
    bool reducedMotion = false; ///< no animations
    bool compactTables = false; ///< tables take the compact row height
};

/// Everything about looks, as one value. Widgets read it with themeOf(this) while painting and in changeEvent().
class Theme {
public:
    /// The tokens of \a kind and the measures of \a font.
    [[nodiscard]] static Theme make(ThemeKind kind, const QFont &font, const ThemeWishes &wishes = {});

    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] bool isDark() const { return m_kind == ThemeKind::Dark; }
    [[nodiscard]] const Colours &colours() const { return m_colours; }
    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }
    [[nodiscard]] const Fonts &fonts() const { return m_fonts; }
    /// Milliseconds of a transition: under 150, 0 when the desktop wants no motion.
    [[nodiscard]] int motion() const { return m_reducedMotion ? 0 : 120; }
    [[nodiscard]] QPalette palette() const;

private:
    ThemeKind m_kind = ThemeKind::Light;
    bool m_reducedMotion = false;
    Colours m_colours;
    Metrics m_metrics;
    Fonts m_fonts;
};

/// The theme that \a widget is drawn with: the one of the application's SluiceStyle, or the light one without it.
[[nodiscard]] const Theme &themeOf(const QWidget *widget);

/// Reads tokens; the error names the token that is missing or malformed. For Theme::make and the tests.
[[nodiscard]] std::optional<Colours> readColours(const QByteArray &json, QString *error);
/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace sluice::views
