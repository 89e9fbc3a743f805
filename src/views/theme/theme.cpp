// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include "views/theme/sluice_style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>
#include <cmath>

// Q_INIT_RESOURCE must stand outside of namespaces. A static library's resources are not found without it.
static void initialiseViewsResources()
{
    Q_INIT_RESOURCE(views);
}

namespace sluice::views {

namespace {

QString tokenFile(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light:
        return QStringLiteral(":/sluice/tokens/light.json");
    case ThemeKind::Dark:
        return QStringLiteral(":/sluice/tokens/dark.json");
    case ThemeKind::HighContrast:
        return QStringLiteral(":/sluice/tokens/high-contrast.json");
    }
    return {};
}

QByteArray readTokens(ThemeKind kind)
{
    initialiseViewsResources();
    QFile file(tokenFile(kind));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Fonts makeFonts(const QFont &font)
{
    const auto scaled = [&font](double factor, QFont::Weight weight) {
        QFont out = font;
        out.setPointSizeF(font.pointSizeF() * factor);
        out.setWeight(weight);
        return out;
    };
    Fonts fonts;
    fonts.body = font;
    fonts.strong = scaled(1.0, QFont::DemiBold);
    fonts.small = scaled(0.92, QFont::Normal);
    fonts.title = scaled(1.36, QFont::Bold);
    fonts.display = scaled(2.0, QFont::Bold);
    fonts.mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fonts.mono.setPointSizeF(font.pointSizeF() * 0.92);
    fonts.mono.setStyleHint(QFont::Monospace);
    return fonts;
}

/// Linear light of one channel, 0 to 1 (WCAG 2.1, relative luminance).
double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// Reads named colours from one object and remembers the first that is missing.
class TokenReader {
public:
    explicit TokenReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    QColor colour(const QString &name) { return parse(name, m_object.value(name)); }
    InkAndSurface pair(const QString &name)
    {
        return {colour(name), colour(name + QStringLiteral("Surface"))};
    }
    template <size_t count> std::array<QColor, count> list(const QString &name)
    {
        const QJsonArray array = m_object.value(name).toArray();
        std::array<QColor, count> colours;
        for (size_t i = 0; i < count; ++i)
            colours[i] = parse(name, array.at(static_cast<qsizetype>(i)));
        return colours;
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    QColor parse(const QString &name, const QJsonValue &value)
    {
        QColor colour(value.toString());
        if (!colour.isValid() && m_problem.isEmpty())
            m_problem = name;
        return colour;
    }

    QJsonObject m_object;
    QString m_problem;
};

} // namespace

std::optional<Colours> readColours(const QByteArray &json, QString *error)
{
    TokenReader read(QJsonDocument::fromJson(json).object());
    Colours c;
    c.bg = read.colour(QStringLiteral("bg"));
    c.surface = read.colour(QStringLiteral("surface"));
    c.field = read.colour(QStringLiteral("field"));
    c.hover = read.colour(QStringLiteral("hover"));
    c.line = read.colour(QStringLiteral("line"));
    c.lineSoft = read.colour(QStringLiteral("lineSoft"));
    c.control = read.colour(QStringLiteral("control"));
    c.text = read.colour(QStringLiteral("text"));
    c.textDim = read.colour(QStringLiteral("textDim"));
    c.textFaint = read.colour(QStringLiteral("textFaint"));
    c.accent = read.colour(QStringLiteral("accent"));
    c.accentSurface = read.colour(QStringLiteral("accentSurface"));
    c.onAccent = read.colour(QStringLiteral("onAccent"));
    c.focus = read.colour(QStringLiteral("focus"));
    c.production = read.pair(QStringLiteral("production"));
    c.codeKey = read.colour(QStringLiteral("codeKey"));
    c.codeString = read.colour(QStringLiteral("codeString"));
    c.codeComment = read.colour(QStringLiteral("codeComment"));
    c.status = {read.pair(QStringLiteral("ok")),      read.pair(QStringLiteral("progressing")),
                read.pair(QStringLiteral("warning")), read.pair(QStringLiteral("failed")),
                read.pair(QStringLiteral("unknown")), read.pair(QStringLiteral("inactive")),
                read.pair(QStringLiteral("drifted")), read.pair(QStringLiteral("unsaved"))};
    c.series = read.list<10>(QStringLiteral("series"));
    c.onSeries = read.colour(QStringLiteral("onSeries"));
    if (read.problem().isEmpty())
        return c;
    if (error)
        *error = read.problem();
    return std::nullopt;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Metrics Metrics::forFontHeight(int fontHeight)
{
    // The drawings the numbers above were taken from have a font 18 pixels high.
    const double scale = std::max(8, fontHeight) / 18.0;
    const auto scaled = [scale](int length) { return static_cast<int>(std::lround(length * scale)); };
    Metrics m;
    for (int Metrics::*length : {&Metrics::unit,
                                 &Metrics::half,
                                 &Metrics::gap,
                                 &Metrics::pageMargin,
                                 &Metrics::cardPadding,
                                 &Metrics::rowHeight,
                                 &Metrics::compactRowHeight,
                                 &Metrics::tableRowHeight,
                                 &Metrics::headerHeight,
                                 &Metrics::controlHeight,
                                 &Metrics::topBarHeight,
                                 &Metrics::statusStripHeight,
                                 &Metrics::railWidth,
                                 &Metrics::railCollapsedWidth,
                                 &Metrics::inspectorWidth,
                                 &Metrics::icon,
                                 &Metrics::chipHeight,
                                 &Metrics::radius,
                                 &Metrics::controlRadius,
                                 &Metrics::scrollBar}) {
        m.*length = scaled(m.*length);
    }
    m.focusLine = std::max(2, scaled(m.focusLine));
    return m;
}

Theme Theme::make(ThemeKind kind, const QFont &font, const ThemeWishes &wishes)
{
    Theme theme;
    theme.m_kind = kind;
    theme.m_reducedMotion = wishes.reducedMotion;
    QString problem;
    const std::optional<Colours> colours = readColours(readTokens(kind), &problem);
    if (!colours)
        qFatal("token %s of theme %d is missing", qUtf8Printable(problem), static_cast<int>(kind));
    theme.m_colours = *colours;
    theme.m_fonts = makeFonts(font);
    theme.m_metrics = Metrics::forFontHeight(QFontMetrics(font).height());
    if (wishes.compactTables)
        theme.m_metrics.tableRowHeight = theme.m_metrics.compactRowHeight;
    return theme;
}

QPalette Theme::palette() const
{
    const Colours &c = m_colours;
    QPalette p;
    p.setColor(QPalette::Window, c.bg);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.bg);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.of(Status::Failed).ink);
    p.setColor(QPalette::PlaceholderText, c.textFaint);
    p.setColor(QPalette::Highlight, c.accentSurface);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.lineSoft);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.control);
    p.setColor(QPalette::Shadow, c.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.textFaint);
    p.setColor(QPalette::Disabled, QPalette::Link, c.textFaint);
    return p;
}

const Theme &themeOf(const QWidget *widget)
{
    // A widget with a style sheet has a style of its own in front of the application's.
    const QStyle *style = widget ? widget->style() : nullptr;
    if (const auto *ours = qobject_cast<const SluiceStyle *>(style))
        return ours->theme();
    if (const auto *ours = qobject_cast<const SluiceStyle *>(QApplication::style()))
        return ours->theme();
    static const Theme fallback = Theme::make(ThemeKind::Light, QApplication::font());
    return fallback;
}

} // namespace sluice::views
