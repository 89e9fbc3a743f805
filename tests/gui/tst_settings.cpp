// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"
#include "views/settings/consent_book.h"
#include "views/settings/diagnostics.h"
#include "views/settings/production_rules.h"
#include "views/settings/settings_dialog.h"
#include "views/shell/commands.h"
#include "views/theme/theme_controller.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QTest>

using namespace sluice;
using namespace sluice::views;

namespace {
class NoDesktop final : public DesktopSettings { };
} // namespace

class TestSettings : public QObject {
    Q_OBJECT
    base::MemorySettings m_settings;
    NoDesktop m_desktop;
    ThemeController m_theme{m_settings, m_desktop};

private Q_SLOTS:
    void initTestCase() { m_theme.install(); }

    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        add("bearer", "Authorization: Bearer abc.def-ghi", "Authorization: Bearer [removed]");
        add("bearer alone", "sent bearer 0123456789abcdef", "sent bearer [removed]");
        add("jwt", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.sig", "got [token removed]");
        add("password", "password: hunter2 next", "password: [removed] next");
        add("json", "{\"token\":\"s3cr3t\",\"a\":1}", "{\"token\":\"[removed]\",\"a\":1}");
        add("key data", "client-key-data: LS0tLS1", "client-key-data: [removed]");
        add("host", "GET https://user:pw@k8s.acme.example:6443/apis", "GET https://[host]/apis");
        add("address", "10.0.0.7:6443 refused", "[address] refused");
        add("home", "/home/ana/src/x.yaml", "~/src/x.yaml");
        add("user", "ana applied, not banana", "user applied, not banana");
        add("pem", "a -----BEGIN KEY-----\nMII\n-----END KEY----- b", "a [PEM removed] b");
        add("plain", "Applied prod in 3 s", "Applied prod in 3 s");
    }
    void secretsAreTakenOut()
    {
        QFETCH(QString, text);
        QTEST(redacted(text, QStringLiteral("/home/ana"), QStringLiteral("ana")), "expected");
    }

    void diagnosticsHoldNoWindowStates()
    {
        base::MemorySettings settings;
        settings.setValue(QStringLiteral("window/geometry"), QByteArray("\x01\x02"));
        settings.setValue(QStringLiteral("appearance/theme"), QStringLiteral("dark"));
        const QString text =
            diagnosticsText(QStringLiteral("1.2.3"), settings, {QStringLiteral("token=abcdef")});
        QVERIFY(text.startsWith(QStringLiteral("Sluice 1.2.3\n")));
        QVERIFY(text.contains(QStringLiteral("appearance/theme: dark")));
        QVERIFY(!text.contains(QStringLiteral("geometry")));
        QVERIFY(!text.contains(QStringLiteral("abcdef")));
    }

    void consentsBelongToOneProgramFile()
    {
        ConsentBook book(m_settings);
        const PluginConsent consent{QStringLiteral("/usr/bin/aws"), QStringLiteral("aa"),
                                    QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)};
        book.allow(consent);
        QVERIFY(book.isAllowed(QStringLiteral("/usr/bin/aws#aa")));
        QVERIFY(!book.isAllowed(QStringLiteral("/usr/bin/aws#bb")));
        QCOMPARE(book.entries().size(), size_t(1));
        QCOMPARE(book.entries().front().granted, consent.granted);
    }

    void revokingWorksFromTheDialog()
    {
        ConsentBook(m_settings)
            .allow({QStringLiteral("/usr/bin/gke"), QStringLiteral("cc"), QDateTime::currentDateTimeUtc()});
        QWidget window;
        CommandSet commands(m_settings, &window);
        auto *dialog = new SettingsDialog(m_settings, m_theme, commands, &window);
        dialog->showSection(QStringLiteral("plugins"));
        dialog->show();
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->accessibleName().contains(QStringLiteral("gke")))
                button->click();
        }
        QVERIFY(!ConsentBook(m_settings).isAllowed(QStringLiteral("/usr/bin/gke#cc")));
        dialog->close();
    }

    void themeSwitchesAtOnce()
    {
        QWidget window;
        CommandSet commands(m_settings, &window);
        auto *dialog = new SettingsDialog(m_settings, m_theme, commands, &window);
        dialog->show();
        auto *themes = dialog->findChild<QComboBox *>(QStringLiteral("themeChoice"));
        themes->setFocus();
        themes->setCurrentIndex(0);
        QTest::keyClick(themes, Qt::Key_Down);
        QTest::keyClick(themes, Qt::Key_Down); // light, then dark
        QCOMPARE(m_theme.theme().kind(), ThemeKind::Dark);
        QCOMPARE(m_settings.value(QStringLiteral("appearance/theme")).toString(), QStringLiteral("dark"));
        dialog->close();
    }

    void tablesBecomeCompactAtOnce()
    {
        QWidget window;
        CommandSet commands(m_settings, &window);
        auto *dialog = new SettingsDialog(m_settings, m_theme, commands, &window);
        const int roomy = m_theme.theme().metrics().tableRowHeight;
        dialog->findChild<QCheckBox *>(QStringLiteral("compactTables"))->click();
        QCOMPARE(m_theme.theme().metrics().tableRowHeight, m_theme.theme().metrics().compactRowHeight);
        QVERIFY(m_theme.theme().metrics().tableRowHeight < roomy);
        QCOMPARE(m_theme.theme().metrics().rowHeight, roomy); // lists stay
        ThemeController next(m_settings, m_desktop); // the next start
        QVERIFY(next.compactTables());
        dialog->findChild<QCheckBox *>(QStringLiteral("compactTables"))->click();
        QCOMPARE(m_theme.theme().metrics().tableRowHeight, roomy);
        dialog->close();
    }

    void theNameOfProductionIsAskedForUnlessTurnedOff()
    {
        QWidget window;
        CommandSet commands(m_settings, &window);
        QVERIFY(asksForName(m_settings));
        auto *dialog = new SettingsDialog(m_settings, m_theme, commands, &window);
        auto *box = dialog->findChild<QCheckBox *>(QStringLiteral("typeName"));
        QVERIFY(box->isChecked());
        box->click();
        QVERIFY(!asksForName(m_settings));
        dialog->close();
    }

    void shortcutsChangeAndCollideVisibly()
    {
        QWidget window;
        CommandSet commands(m_settings, &window);
        QAction *first = commands.add(QStringLiteral("a"), QStringLiteral("General"), QStringLiteral("First"),
                                      Qt::CTRL | Qt::Key_K, [] {});
        QAction *second = commands.add(QStringLiteral("b"), QStringLiteral("General"),
                                       QStringLiteral("Second"), Qt::Key_F5, [] {});
        auto *dialog = new SettingsDialog(m_settings, m_theme, commands, &window);
        dialog->showSection(QStringLiteral("shortcuts"));
        dialog->show();
        auto *edit = dialog->findChild<QKeySequenceEdit *>(QStringLiteral("b"));
        edit->setKeySequence(Qt::CTRL | Qt::Key_K);
        Q_EMIT edit->editingFinished();
        QCOMPARE(second->shortcut(), QKeySequence(Qt::Key_F5)); // First keeps it
        edit->setKeySequence(Qt::CTRL | Qt::Key_R);
        Q_EMIT edit->editingFinished();
        QCOMPARE(second->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        QCOMPARE(first->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
        dialog->close();

        QWidget other; // the next start
        CommandSet again(m_settings, &other);
        QAction *restored = again.add(QStringLiteral("b"), QStringLiteral("General"),
                                      QStringLiteral("Second"), Qt::Key_F5, [] {});
        QCOMPARE(restored->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        again.resetShortcut(QStringLiteral("b"));
        QCOMPARE(restored->shortcut(), QKeySequence(Qt::Key_F5));
        QVERIFY(!m_settings.value(QStringLiteral("shortcuts/b")).isValid());
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
