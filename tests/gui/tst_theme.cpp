// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"
#include "support/patience.h"
#include "views/theme/icons.h"
#include "views/theme/painting.h"
#include "views/theme/sluice_style.h"
#include "views/theme/theme_controller.h"

#include <QApplication>
#include <QDBusVariant>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace sluice;
using namespace sluice::views;

namespace {

constexpr double textContrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double shapeContrast = 3.0; // WCAG 2.1, 1.4.11

class FakeDesktop final : public DesktopSettings {
public:
    void wish(const Wishes &wishes) { setWishes(wishes); }
};

struct Lab {
    double l, a, b;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// CIE L*a*b* (D65) of \a colour seen through \a m, in linear light.
Lab seen(const QColor &colour, const double (&m)[3][3])
{
    const double in[3] = {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    double c[3];
    for (int i = 0; i < 3; ++i)
        c[i] = std::clamp(m[i][0] * in[0] + m[i][1] * in[1] + m[i][2] * in[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// Machado, Oliveira, Fernandes 2009, severity 1.0: normal sight, protanopia, deuteranopia, tritanopia.
constexpr double eyes[4][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
        QTest::newRow("high contrast") << int(ThemeKind::HighContrast);
    }
    void textIsReadable_data() { kinds_data(); }
    void textIsReadable()
    {
        QFETCH(int, kind);
        const Colours c = Theme::make(static_cast<ThemeKind>(kind), QFont()).colours();
        struct Pair {
            QString name;
            QColor ink, ground;
        };
        std::vector<Pair> pairs = {{QStringLiteral("on accent"), c.onAccent, c.accent},
                                   {QStringLiteral("production"), c.production.ink, c.production.surface}};
        for (const QColor &ground : {c.bg, c.surface, c.field, c.hover, c.accentSurface}) {
            pairs.push_back({QStringLiteral("text"), c.text, ground});
            pairs.push_back({QStringLiteral("dim"), c.textDim, ground});
        }
        for (const QColor &ground : {c.bg, c.surface, c.field}) {
            for (const QColor &ink : {c.textFaint, c.accent, c.codeKey, c.codeString, c.codeComment})
                pairs.push_back({QStringLiteral("faint, accent, code"), ink, ground});
        }
        pairs.push_back({QStringLiteral("accent, selected"), c.accent, c.accentSurface});
        for (int i = 0; i < statusCount; ++i) {
            const InkAndSurface &status = c.of(static_cast<Status>(i));
            pairs.push_back({statusWord(static_cast<Status>(i)), status.ink, status.surface});
            pairs.push_back({statusWord(static_cast<Status>(i)), status.ink, c.surface});
        }
        for (const QColor &series : c.series)
            pairs.push_back({QStringLiteral("on series"), c.onSeries, series});
        for (const QColor &ground : {c.of(Status::Failed).surface, c.of(Status::Ok).surface})
            pairs.push_back({QStringLiteral("difference"), c.text, ground});
        for (const Pair &pair : pairs) {
            const double ratio = contrastRatio(pair.ink, pair.ground);
            QVERIFY2(ratio >= textContrast,
                     qPrintable(QStringLiteral("%1: %2 on %3 is %4")
                                    .arg(pair.name, pair.ink.name(), pair.ground.name())
                                    .arg(ratio)));
        }
        for (const QColor &series : c.series)
            QVERIFY2(contrastRatio(series, c.surface) >= shapeContrast, qPrintable(series.name()));
        QVERIFY(contrastRatio(c.focus, c.surface) >= shapeContrast);
        QVERIFY(contrastRatio(c.focus, c.bg) >= shapeContrast);
    }

    void seriesAreDistinctToEveryEye_data() { kinds_data(); }
    void seriesAreDistinctToEveryEye()
    {
        QFETCH(int, kind);
        const Colours c = Theme::make(static_cast<ThemeKind>(kind), QFont()).colours();
        for (const auto &eye : eyes) {
            for (size_t i = 0; i < c.series.size(); ++i) {
                for (size_t k = 0; k < i; ++k) {
                    const Lab a = seen(c.series[i], eye);
                    const Lab b = seen(c.series[k], eye);
                    const double distance = std::hypot(a.l - b.l, a.a - b.a, a.b - b.b);
                    QVERIFY2(distance >= 12,
                             qPrintable(QStringLiteral("%1 and %2: %3")
                                            .arg(c.series[i].name(), c.series[k].name())
                                            .arg(distance)));
                }
            }
        }
    }

    void aMissingTokenIsNamed()
    {
        QString problem;
        QVERIFY(!readColours("{\"bg\":\"#ffffff\",\"surface\":\"nonsense\"}", &problem));
        QCOMPARE(problem, QStringLiteral("surface"));
        QVERIFY(!readColours("not json", &problem));
        QCOMPARE(problem, QStringLiteral("bg"));
    }

    void lengthsFollowTheFont()
    {
        const Metrics normal = Metrics::forFontHeight(18);
        const Metrics doubled = Metrics::forFontHeight(36);
        QCOMPARE(normal.unit, 8);
        QCOMPARE(doubled.unit, 16);
        QCOMPARE(doubled.rowHeight, 2 * normal.rowHeight);
        QCOMPARE(doubled.line, 1);
    }

    void shapesDifferWithoutColour()
    {
        QList<QImage> pictures;
        for (int i = 0; i < statusCount; ++i) {
            QImage picture(24, 24, QImage::Format_ARGB32);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            paintStatusShape(painter, QRectF(2, 2, 20, 20), static_cast<Status>(i), Qt::black);
            painter.end();
            for (const QImage &other : std::as_const(pictures))
                QVERIFY2(other != picture, qPrintable(statusWord(static_cast<Status>(i))));
            pictures.append(picture);
        }
    }

    void followsSettingsThenDesktopThenPalette()
    {
        base::MemorySettings settings;
        FakeDesktop desktop;
        ThemeController controller(settings, desktop);
        controller.install();
        QCOMPARE(controller.theme().kind(), ThemeKind::Light); // offscreen's palette is light
        QSignalSpy changed(&controller, &ThemeController::themeChanged);

        desktop.wish({.dark = true, .highContrast = false, .reducedMotion = true});
        QCOMPARE(controller.theme().kind(), ThemeKind::Dark);
        QCOMPARE(controller.theme().motion(), 0);
        desktop.wish({.dark = true, .highContrast = true, .reducedMotion = false});
        QCOMPARE(controller.theme().kind(), ThemeKind::HighContrast);
        controller.setChoice(QStringLiteral("light"));
        QCOMPARE(controller.theme().kind(), ThemeKind::Light);
        QVERIFY(controller.theme().motion() > 0);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(settings.value(QStringLiteral("appearance/theme")).toString(), QStringLiteral("light"));

        // At the next start the desktop's last answer counts until it answers again.
        settings.remove(QStringLiteral("appearance/theme"));
        FakeDesktop silent;
        ThemeController next(settings, silent);
        next.install();
        QCOMPARE(next.theme().kind(), ThemeKind::Dark);
    }

    void switchesLive()
    {
        base::MemorySettings settings;
        FakeDesktop desktop;
        ThemeController controller(settings, desktop);
        controller.setChoice(QStringLiteral("light"));
        controller.install();
        QLabel label(QStringLiteral("x"));
        label.show();
        const QColor before = label.palette().color(QPalette::WindowText);
        const QImage icon = ownIcon(QStringLiteral("search")).pixmap(16, 16).toImage();
        controller.setChoice(QStringLiteral("dark"));
        QTRY_VERIFY(label.palette().color(QPalette::WindowText) != before); // Qt posts a change of palette
        QVERIFY(themeOf(&label).isDark());
        QVERIFY(ownIcon(QStringLiteral("search")).pixmap(16, 16).toImage() != icon);
    }

    void readsThePortal_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("contrast");
        QTest::addColumn<bool>("still");
        const QString appearance = QStringLiteral("org.freedesktop.appearance");
        const QString scheme = QStringLiteral("color-scheme");
        QTest::newRow("dark") << appearance << scheme << QVariant(1u) << true << false << false;
        QTest::newRow("light") << appearance << scheme << QVariant(2u) << false << false << false;
        QTest::newRow("no wish") << appearance << scheme << QVariant(0u) << false << false << false;
        QTest::newRow("nested variant")
            << appearance << scheme
            << QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusVariant(1u)))) << true << false
            << false;
        QTest::newRow("contrast") << appearance << QStringLiteral("contrast") << QVariant(1u) << false << true
                                  << false;
        QTest::newRow("gnome still") << QStringLiteral("org.gnome.desktop.interface")
                                     << QStringLiteral("enable-animations") << QVariant(false) << false
                                     << false << true;
        QTest::newRow("kde still") << QStringLiteral("org.kde.kdeglobals.KDE")
                                   << QStringLiteral("AnimationDurationFactor")
                                   << QVariant(QStringLiteral("0")) << false << false << true;
        QTest::newRow("unknown key") << appearance << QStringLiteral("accent-color") << QVariant(1u) << false
                                     << false << false;
    }
    void readsThePortal()
    {
        QFETCH(QString, group);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        PortalSettings portal;
        portal.take(group, key, value);
        QTEST(portal.wishes().dark.value_or(false), "dark");
        QTEST(portal.wishes().highContrast, "contrast");
        QTEST(portal.wishes().reducedMotion, "still");
    }

    void everyIconOfOursDraws()
    {
        for (const char *name : {"rail-overview", "rail-environments",
                                 "rail-traffic",  "rail-eventing",
                                 "rail-metrics",  "rail-manifests",
                                 "rail-logs",     "rail-explain",
                                 "rail-delivery", "rail-learn",
                                 "rail-settings", "rail-collapse",
                                 "rail-expand",   "play",
                                 "pause",         "folder",
                                 "plus",          "wheel",
                                 "close",         "search",
                                 "copy",          "check"}) {
            const QImage picture = ownIcon(QString::fromLatin1(name)).pixmap(16, 16).toImage();
            bool ink = false;
            for (int y = 0; y < picture.height() && !ink; ++y) {
                for (int x = 0; x < picture.width() && !ink; ++x)
                    ink = qAlpha(picture.pixel(x, y)) > 0;
            }
            QVERIFY2(ink, name);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
