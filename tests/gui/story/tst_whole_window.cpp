// SPDX-License-Identifier: GPL-3.0-or-later
// The assembled window walked through: every control has a name and a role, no key has two meanings, and nothing is cut
// off when the texts are 40 % longer.
#include "program.h"

#include "gui/pseudo_translator.h"
#include "views/environments/environments_page.h"
#include "views/environments/matrix_view.h"
#include "views/plan/plan_drawer.h"
#include "views/settings/about_dialog.h"
#include "views/settings/consent_book.h"
#include "views/settings/consent_dialog.h"
#include "views/settings/settings_dialog.h"
#include "views/shell/cheat_sheet.h"
#include "views/shell/commands.h"
#include "views/shell/rail.h"
#include "views/shell/unsaved_dialog.h"
#include "views/start/connect_dialog.h"
#include "views/start/new_project_dialog.h"
#include "views/theme/icons.h"
#include "views/widgets/production_band.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace sluice;
using tests::patienceMs;
using tests::Program;

namespace {

const QStringList pageIds{QStringLiteral("overview"), QStringLiteral("environments"),
                          QStringLiteral("manifests"), QStringLiteral("logs")};

QString called(const QWidget *widget)
{
    return QStringLiteral("%1 '%2' in %3")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                                    : QString());
}

/// Visible controls that can have the focus and say nothing of themselves.
QStringList silent(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->role() == QAccessible::NoRole
            || interface->text(QAccessible::Name).isEmpty())
            found << called(widget);
    }
    return found;
}

/// Visible texts that need more room than they have. What ends in … on purpose has its whole text elsewhere.
QStringList cutOff(const QWidget &window)
{
    QStringList found;
    const auto report = [&](const QWidget *widget, const QString &text, int needs, int has) {
        found << QStringLiteral("%1 \"%2\" needs %3, has %4").arg(called(widget), text).arg(needs).arg(has);
    };
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty()) {
            if (label->wordWrap() && label->heightForWidth(label->width()) > label->height())
                report(label, label->text(), label->heightForWidth(label->width()), label->height());
            else if (!label->wordWrap() && label->sizeHint().width() > label->width())
                report(label, label->text(), label->sizeHint().width(), label->width());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            const bool whole = button->width() >= button->sizeHint().width();
            const bool elsewhere = button->minimumSizeHint().width() < button->sizeHint().width()
                && !button->accessibleName().isEmpty();
            if (!button->text().isEmpty() && !whole && !elsewhere)
                report(button, button->text(), button->sizeHint().width(), button->width());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget); tabs && tabs->count() > 0) {
            const QRect last = tabs->tabRect(tabs->count() - 1).united(tabs->tabRect(0));
            if (!tabs->rect().contains(last))
                report(tabs, tabs->tabText(tabs->count() - 1), last.width(), tabs->width());
        }
    }
    return found;
}

/// Every dialog of the window, filled, by name.
std::vector<std::pair<QString, std::function<QDialog *(Program &)>>> dialogs()
{
    std::vector<std::pair<QString, std::function<QDialog *(Program &)>>> all;
    for (const char *section : {"appearance", "shortcuts", "tools", "plugins", "production"}) {
        all.emplace_back(QStringLiteral("settings, ") + QLatin1String(section), [section](Program &program) {
            auto *dialog = new views::SettingsDialog(program.settings, program.theme,
                                                     program.window.commands(), &program.window);
            dialog->showSection(QLatin1String(section));
            return dialog;
        });
    }
    all.emplace_back(QStringLiteral("about"), [](Program &program) {
        return new views::AboutDialog(
            QStringLiteral("1.2.3"), [] { return QString(); }, &program.window);
    });
    all.emplace_back(QStringLiteral("new project"),
                     [](Program &program) { return new views::NewProjectDialog(&program.window); });
    for (const bool open : {false, true}) {
        all.emplace_back(
            open ? QStringLiteral("connect the project") : QStringLiteral("connect and open"),
            [open](Program &program) {
                session::ClusterContext context;
                context.name = QStringLiteral("kubernetes-admin@production");
                context.server = QStringLiteral("https://k8s.example.com:6443");
                context.user = QStringLiteral("kubernetes-admin");
                context.insecure = true;
                session::ClusterContext sandbox;
                sandbox.name = session::sandboxContextName();
                sandbox.sandbox = true;
                return new views::ConnectDialog(std::vector{sandbox, context}, open, &program.window);
            });
    }
    all.emplace_back(QStringLiteral("consent"), [](Program &program) {
        return new views::ConsentDialog(QStringLiteral("production"), QStringLiteral("/usr/bin/aws"),
                                        {QStringLiteral("eks"), QStringLiteral("get-token")},
                                        QString(64, QLatin1Char('a')), &program.window);
    });
    all.emplace_back(QStringLiteral("unsaved"), [](Program &program) {
        return new views::UnsavedDialog({QStringLiteral("prod: Maximum scale")}, &program.window);
    });
    all.emplace_back(QStringLiteral("cheat sheet"), [](Program &program) {
        return new views::CheatSheet(program.window.commands(), &program.window);
    });
    return all;
}

/// Each dialog with what \a complaints finds in it, one line each.
QStringList complaintsOfDialogs(Program &program, QStringList (*complaints)(const QWidget &))
{
    views::ConsentBook(program.settings)
        .allow({QStringLiteral("/usr/bin/gke-gcloud-auth-plugin"), QString(64, QLatin1Char('b')),
                QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)});
    QStringList found;
    for (const auto &[name, make] : dialogs()) {
        const std::unique_ptr<QDialog> dialog(make(program));
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        if (!QTest::qWaitForWindowExposed(dialog.get()))
            found << name + QStringLiteral(" does not show");
        for (const QString &line : complaints(*dialog))
            found << name + QStringLiteral(": ") + line;
    }
    return found;
}

/// The plan of prod with a change in it, shown and ready.
bool openPlan(Program &program)
{
    const session::Matrix &matrix = program.workspace().editor().matrix();
    int row = 0;
    while (matrix.rows[size_t(row)]->id != domain::ParameterId::MaxScale)
        ++row;
    program.workspace().editor().setValue(row, program.column(QStringLiteral("prod")), QStringLiteral("40"));
    program.window.showPage(QStringLiteral("environments"),
                            {{QStringLiteral("environment"), QStringLiteral("prod")}});
    program.workspace().planner().make(QStringLiteral("prod"));
    const bool ready = QTest::qWaitFor(
        [&] { return program.workspace().planner().state() == session::PlanController::State::Ready; },
        patienceMs);
    const auto *drawer = program.window.findChild<views::PlanDrawer *>();
    return ready && drawer && drawer->isVisible();
}

} // namespace

class TestWholeWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { views::installIconFallback(); }

    void everyControlSaysWhatItIs()
    {
        Program program(tests::ControlPlane::Kind::Sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        for (const QString &page : pageIds) {
            QVERIFY(program.window.showPage(page));
            const QStringList found = silent(program.window);
            QVERIFY2(found.isEmpty(), qPrintable(page + QStringLiteral(": ") + found.join(u'\n')));
        }
        const QStringList ofDialogs = complaintsOfDialogs(program, &silent);
        QVERIFY2(ofDialogs.isEmpty(), qPrintable(ofDialogs.join(u'\n')));
        QVERIFY(openPlan(program));
        const QStringList ofPlan = silent(program.window);
        QVERIFY2(ofPlan.isEmpty(), qPrintable(ofPlan.join(u'\n')));
    }

    void noKeyHasTwoMeanings()
    {
        Program program(tests::ControlPlane::Kind::Sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        for (const QString &page : pageIds)
            QVERIFY(program.window.showPage(page));
        for (const QString &page : pageIds) {
            QVERIFY(program.window.showPage(page));
            const views::Page *current = program.window.workbench()->currentPage();
            QHash<QKeySequence, QString> keys;
            for (const views::CommandSet::Entry &entry : program.window.commands().entries()) {
                const bool shared = entry.action->parent() == &program.window.commands();
                if (!shared && !current->actions().contains(entry.action))
                    continue;
                for (const QKeySequence &key : entry.action->shortcuts()) {
                    QVERIFY2(
                        !keys.contains(key),
                        qPrintable(QStringLiteral("%1 on %2: %3 and %4")
                                       .arg(key.toString(), page, keys.value(key), entry.action->text())));
                    keys.insert(key, entry.action->text());
                }
            }
        }
    }

    void pagesAreReadyForTheKeyboard()
    {
        Program program(tests::ControlPlane::Kind::Sandbox);
        QVERIFY(program.active);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        QTest::keyClick(&program.window, Qt::Key_2, Qt::ControlModifier);
        auto *page = qobject_cast<views::EnvironmentsPage *>(program.window.workbench()->currentPage());
        QVERIFY(page);
        QCOMPARE(program.window.focusWidget(), static_cast<QWidget *>(page->matrix()));
        // Whoever walks the rail stays there.
        auto *item = program.window.workbench()->rail().findChildren<views::RailItem *>().constFirst();
        item->setFocus(Qt::TabFocusReason);
        QTest::keyClick(item, Qt::Key_Space);
        QVERIFY(program.window.workbench()->rail().isAncestorOf(program.window.focusWidget()));
    }

    void productionIsSaidOnce()
    {
        Program program(tests::ControlPlane::Kind::Sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        const auto bands = [&] {
            const auto all = program.window.findChildren<views::ProductionBand *>();
            return std::count_if(all.begin(), all.end(), [](const auto *band) { return band->isVisible(); });
        };
        program.workspace().selectEnvironment(QStringLiteral("prod"));
        QVERIFY(program.window.showPage(QStringLiteral("environments"),
                                        {{QStringLiteral("environment"), QStringLiteral("prod")}}));
        QCOMPARE(bands(), 1);
        program.workspace().planner().make(QStringLiteral("prod"));
        QTRY_COMPARE_WITH_TIMEOUT(program.workspace().planner().state(),
                                  session::PlanController::State::Ready, patienceMs);
        QCOMPARE(bands(), 1);
        QVERIFY(program.window.showPage(QStringLiteral("overview")));
        QCOMPARE(bands(), 1);
        program.workspace().selectEnvironment(QStringLiteral("dev"));
        QCOMPARE(bands(), 0);
    }

    void longTextsAreNotCutOff()
    {
        tests::PseudoTranslator longer;
        QVERIFY(QCoreApplication::installTranslator(&longer));
        Program program(tests::ControlPlane::Kind::Sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(program.allServe(), patienceMs);
        QCOMPARE(program.window.size(), QSize(1280, 800));
        QStringList found;
        for (const QString &page : pageIds) {
            QVERIFY(program.window.showPage(page));
            QVERIFY(QTest::qWaitForWindowExposed(&program.window));
            for (const QString &line : cutOff(program.window))
                found << page + QStringLiteral(": ") + line;
        }
        QVERIFY(openPlan(program));
        if (!QTest::qWaitFor(
                [&] { return cutOff(program.window).isEmpty(); })) { // once the drawer is laid out
            for (const QString &line : cutOff(program.window))
                found << QStringLiteral("plan: ") + line;
        }
        found << complaintsOfDialogs(program, &cutOff);
        QCOMPARE(program.window.size(), QSize(1280, 800)); // nothing has pushed the window wider
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_MAIN(TestWholeWindow)
#include "tst_whole_window.moc"
