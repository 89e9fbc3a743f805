// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every widget in every state. `gallery` opens a window; `gallery --out DIR` writes pictures and ends.
#include "base/clock.h"
#include "base/settings.h"
#include "gui/demo_page.h"
#include "gui/fake_workspace.h"
#include "gui/pseudo_translator.h"
#include "views/facts/facts.h"
#include "views/settings/about_dialog.h"
#include "views/settings/consent_book.h"
#include "views/settings/consent_dialog.h"
#include "views/settings/settings_dialog.h"
#include "views/shell/cheat_sheet.h"
#include "views/shell/command_palette.h"
#include "views/shell/commands.h"
#include "views/shell/main_window.h"
#include "views/shell/popover.h"
#include "views/shell/status_strip.h"
#include "views/shell/unsaved_dialog.h"
#include "views/start/connect_dialog.h"
#include "views/start/new_project_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/theme_controller.h"
#include "views/widgets/production_band.h"
#include "views/widgets/progress_steps.h"
#include "views/widgets/segmented_tabs.h"
#include "views/widgets/split_bar.h"
#include "views/widgets/states.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>
#include <QTreeWidget>
#include <QtWidgets>

using namespace sluice;
using namespace sluice::views;

namespace {

class NoDesktop final : public DesktopSettings { };

QWidget *row(std::initializer_list<QWidget *> widgets)
{
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return holder;
}

QPushButton *button(const QString &text, ButtonRole role, bool enabled = true)
{
    auto *made = new QPushButton(text);
    setButtonRole(made, role);
    made->setEnabled(enabled);
    return made;
}

Card *buttonsCard()
{
    auto *card = new Card(QStringLiteral("Buttons and fields"));
    card->body()->addWidget(row({button(QStringLiteral("Apply to prod"), ButtonRole::Primary),
                                 button(QStringLiteral("Discard"), ButtonRole::Secondary),
                                 button(QStringLiteral("Reject…"), ButtonRole::Danger),
                                 new LinkButton(QStringLiteral("Copy as kubectl")),
                                 button(QStringLiteral("Quiet"), ButtonRole::Quiet)}));
    auto *checkedButton = button(QStringLiteral("25"), ButtonRole::Secondary);
    checkedButton->setCheckable(true);
    checkedButton->setChecked(true);
    auto *menuButton = button(QStringLiteral("Copy"), ButtonRole::Secondary);
    menuButton->setMenu(new QMenu(menuButton));
    card->body()->addWidget(
        row({button(QStringLiteral("Apply to prod"), ButtonRole::Primary, false),
             button(QStringLiteral("Discard"), ButtonRole::Secondary, false), checkedButton, menuButton}));
    auto *field = new QLineEdit(QStringLiteral("500m"));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("registry/name:tag"));
    auto *off = new QLineEdit(QStringLiteral("read-only"));
    off->setEnabled(false);
    card->body()->addWidget(row({field, empty, off}));
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Environment"), QStringLiteral("Namespace")});
    auto *spin = new QSpinBox;
    spin->setValue(25);
    spin->setSuffix(QStringLiteral(" %"));
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(75);
    slider->setMinimumWidth(160);
    auto *filter = new FilterField;
    card->body()->addWidget(row({combo, spin, slider, filter}));
    auto *check = new QCheckBox(QStringLiteral("Only differences"));
    check->setChecked(true);
    auto *radio = new QRadioButton(QStringLiteral("Remove by patch"));
    radio->setChecked(true);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    progress->setFixedHeight(8);
    card->body()->addWidget(
        row({check, new QCheckBox(QStringLiteral("Follow")), radio, new QRadioButton(QStringLiteral("Keep")),
             progress, new KeyCap(QStringLiteral("Ctrl K"))}));
    return card;
}

Card *chipsCard()
{
    auto *card = new Card(QStringLiteral("Status"));
    QList<QWidget *> chips;
    auto *first = new QWidget;
    auto *layout = new QHBoxLayout(first);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < statusCount; ++i)
        layout->addWidget(new StatusChip(static_cast<Status>(i), {}));
    layout->addStretch(1);
    card->body()->addWidget(first);
    auto *live = new FreshnessChip;
    live->setLive(400);
    auto *connecting = new FreshnessChip;
    connecting->setConnecting();
    auto *stale = new FreshnessChip;
    stale->setStale(QDateTime::currentDateTimeUtc().addSecs(-42), QDateTime::currentDateTimeUtc());
    auto *failed = new FreshnessChip;
    failed->setFailed(QStringLiteral("refused"));
    card->body()->addWidget(row({live, connecting, stale, failed, new FreshnessChip}));
    auto *split = new SplitBar;
    split->setParts({{75, QStringLiteral("00006 · 75 %"), 0}, {25, QStringLiteral("00007 · 25 %"), 1}});
    auto *ten = new SplitBar;
    std::vector<SplitPart> parts;
    for (int i = 0; i < 10; ++i)
        parts.push_back({10, QStringLiteral("%1").arg(i + 1), i});
    ten->setParts(parts);
    auto *small = new SplitBar;
    small->setLabelsVisible(false);
    small->setParts({{90, {}, 0}, {10, {}, 1}});
    small->setMaximumWidth(96);
    card->body()->addWidget(split);
    card->body()->addWidget(ten);
    card->body()->addWidget(small);
    auto *band = new ProductionBand;
    band->setEnvironment(QStringLiteral("prod"), QStringLiteral("acme-eu"));
    card->body()->addWidget(band);
    return card;
}

QWidget *tablesCard()
{
    auto *card = new Card;
    card->setFlush(true);
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({QStringLiteral("Service"), QStringLiteral("Serving"), QStringLiteral("Pods")});
    tree->setFrameShape(QFrame::NoFrame);
    tree->setSortingEnabled(true);
    auto *prod = new QTreeWidgetItem(tree, {QStringLiteral("prod")});
    for (const QString &name :
         {QStringLiteral("python-api-base"), QStringLiteral("payments"),
          QStringLiteral("a-service-with-a-name-of-sixty-three-characters-which-is-the-lim")})
        new QTreeWidgetItem(prod, {name, QStringLiteral("00006"), QStringLiteral("7 / 40")});
    tree->expandAll();
    tree->setCurrentItem(prod->child(1));
    tree->setMinimumHeight(170);
    card->body()->addWidget(tree);
    return card;
}

QWidget *widgetsPage()
{
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    columns->setContentsMargins(20, 20, 20, 20);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    left->addWidget(buttonsCard());
    left->addWidget(chipsCard());
    auto *tabs = new SegmentedTabs;
    for (const QString &name :
         {QStringLiteral("Split"), QStringLiteral("Canary"), QStringLiteral("Blue-green")})
        tabs->addTab(name);
    left->addWidget(tabs);
    left->addWidget(tablesCard());
    left->addStretch(1);
    auto *bar = new Bar;
    bar->setText(
        {Status::Failed, QStringLiteral("payments is serving 00010: 00011 cannot start"),
         QStringLiteral(
             "Image ghcr.io/acme/payments:1.9.0 was not found. Traffic stays on 00010, which is Ready."),
         QStringLiteral("Set another image or roll back."), QStringLiteral("Explain"),
         QStringLiteral("MANIFEST_UNKNOWN"), false});
    bar->addButton(QStringLiteral("Roll back…"));
    right->addWidget(bar);
    auto *error = new Bar;
    error->setText(barText(base::TransportError{base::TransportError::Kind::Refused,
                                                QStringLiteral("k8s.acme.example:6443"),
                                                QStringLiteral("Connection refused")}));
    right->addWidget(error);
    auto *info = new Bar;
    info->setText({Status::Unknown, QStringLiteral("The draft of yesterday is back"), {}, {}, {}, {}, true});
    right->addWidget(info);
    auto *steps = new ProgressSteps;
    steps->setSteps(
        {{QStringLiteral("Saved"), QStringLiteral("1 file"), Status::Ok},
         {QStringLiteral("Sent"), QStringLiteral("4 of 4 objects"), Status::Ok},
         {QStringLiteral("Waiting for Ready"), QStringLiteral("python-api-base-00002 is deploying"),
          Status::Progressing},
         {QStringLiteral("Failed"), QStringLiteral("ContainerMissing: no such image"), Status::Failed},
         {QStringLiteral("Traffic"), QStringLiteral("100 % to 00002"), Status::Unknown}});
    auto *stepsCard = new Card(QStringLiteral("Apply"));
    stepsCard->body()->addWidget(steps);
    right->addWidget(stepsCard);
    auto *skeleton = new SkeletonView;
    skeleton->setRows(3);
    right->addWidget(skeleton);
    auto *empty = new EmptyState;
    empty->setContent(QStringLiteral("rail-overview"), QStringLiteral("No Services yet"),
                      QStringLiteral("What is deployed from this project stands here."),
                      QStringLiteral("Plan the first apply"));
    right->addWidget(empty, 1);
    return page;
}

class Album {
public:
    explicit Album(const QString &folder)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
    }
    void take(QWidget *widget, const QString &name)
    {
        if (!QTest::qWaitForWindowExposed(widget->window()))
            qWarning("%s was not shown", qUtf8Printable(name));
        widget->grab().save(QDir(m_folder).filePath(name + QStringLiteral(".png")));
    }

private:
    QString m_folder;
};

struct Stage {
    base::MemorySettings settings;
    base::SystemClock clock;
    NoDesktop desktop;
    tests::FakeWorkspace workspace;
    tests::FakeSandbox sandbox;
    ThemeController theme{settings, desktop};

    std::unique_ptr<MainWindow> window(bool decorated)
    {
        std::vector<PageInfo> pages;
        const std::pair<const char *, const char *> known[] = {
            {"overview", QT_TRANSLATE_NOOP("Gallery", "Overview")},
            {"environments", QT_TRANSLATE_NOOP("Gallery", "Environments")},
            {"manifests", QT_TRANSLATE_NOOP("Gallery", "Manifests")},
            {"logs", QT_TRANSLATE_NOOP("Gallery", "Logs")}};
        for (const auto &[id, title] : known) {
            const QString name = QCoreApplication::translate("Gallery", title);
            pages.push_back({QString::fromLatin1(id), name, QStringLiteral("rail-") + QString::fromLatin1(id),
                             [name, decorated](QWidget *parent) {
                                 auto *page = new tests::DemoPage(name, parent);
                                 if (decorated) {
                                     page->publishInspector();
                                     page->publishDrawer();
                                 }
                                 return page;
                             }});
        }
        return std::make_unique<MainWindow>(ShellServices{workspace, &sandbox, settings, clock}, theme,
                                            std::move(pages));
    }
};

void pictures(Stage &stage, Album &album, const QString &suffix, QSize size)
{
    const auto named = [&](const char *name) { return QString::fromLatin1(name) + suffix; };
    {
        std::unique_ptr<QWidget> widgets(widgetsPage());
        widgets->resize(size);
        widgets->show();
        album.take(widgets.get(), named("widgets"));
    }
    stage.workspace.open_ = true;
    auto window = stage.window(true);
    window->resize(size);
    window->show();
    window->showPage(QStringLiteral("environments"));
    album.take(window.get(), named("shell"));
    window->commandPalette().open();
    album.take(window.get(), named("palette"));
    window->commandPalette().close();
    const auto dialog = [&](QDialog *made, const char *name) {
        made->show();
        album.take(made, named(name));
        made->close();
    };
    stage.settings.setValue(QStringLiteral("x"), 1);
    auto *settings = new SettingsDialog(stage.settings, stage.theme, window->commands(), window.get());
    settings->show();
    album.take(settings, named("settings"));
    settings->showSection(QStringLiteral("shortcuts"));
    album.take(settings, named("settings-shortcuts"));
    settings->showSection(QStringLiteral("plugins"));
    album.take(settings, named("settings-plugins"));
    settings->close();
    dialog(new CheatSheet(window->commands(), window.get()), "cheatsheet");
    dialog(new AboutDialog(
               QStringLiteral("0.1.0"), [] { return QString(); }, window.get()),
           "about");
    dialog(new NewProjectDialog(window.get()), "new-project");
    dialog(new ConnectDialog(stage.workspace.contexts(), false, window.get()), "connect");
    dialog(new ConsentDialog(QStringLiteral("acme-staging"), QStringLiteral("/usr/bin/aws"),
                             {QStringLiteral("eks"), QStringLiteral("get-token")},
                             QString(64, QLatin1Char('a')), window.get()),
           "consent");
    dialog(new UnsavedDialog(
               {QStringLiteral("prod: Maximum scale 20 → 40"), QStringLiteral("dev: CPU request 50m → 100m")},
               window.get()),
           "unsaved");
    window->workbench()->strip().showProblems();
    if (QWidget *popup = QApplication::activePopupWidget()) {
        album.take(popup, named("problems"));
        popup->close();
    }
    stage.workspace.jobList = {{1, {QStringLiteral("Applying prod"), {}}, 2, 5, true}};
    Q_EMIT stage.workspace.jobsChanged();
    album.take(&window->workbench()->strip(), named("strip-job"));
    stage.workspace.jobList.clear();
    window.reset();
    stage.workspace.open_ = false;
    auto start = stage.window(false);
    start->resize(size);
    start->show();
    album.take(start.get(), named("start"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    installIconFallback();
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("Write pictures to <folder>."),
                                 QStringLiteral("folder"));
    const QCommandLineOption themeName(QStringLiteral("theme"),
                                       QStringLiteral("light, dark or high-contrast."),
                                       QStringLiteral("name"), QStringLiteral("light"));
    const QCommandLineOption pseudo(QStringLiteral("pseudo"), QStringLiteral("Longer, accented texts."));
    const QCommandLineOption large(QStringLiteral("large"), QStringLiteral("1920x1080 instead of 1280x800."));
    const QCommandLineOption longNames(QStringLiteral("long"), QStringLiteral("Names of 63 characters."));
    parser.addOptions({out, themeName, pseudo, large, longNames});
    parser.process(app);
    tests::PseudoTranslator translator;
    if (parser.isSet(pseudo))
        QCoreApplication::installTranslator(&translator);

    Stage stage;
    tests::fillLikeTheDrawings(stage.workspace, stage.clock.now());
    ConsentBook(stage.settings)
        .allow({QStringLiteral("/usr/local/bin/aws-iam-authenticator"), QString(64, QLatin1Char('b')),
                QDateTime::currentDateTimeUtc()});
    if (parser.isSet(longNames)) {
        const QString name(63, QLatin1Char('w'));
        stage.workspace.name = name;
        for (auto &environment : stage.workspace.list) {
            environment.nameSpace = name;
            environment.context = name;
        }
        stage.workspace.entries.front().what.id = name + name;
    }
    stage.settings.setValue(QStringLiteral("appearance/theme"), parser.value(themeName));
    stage.theme.install();
    const QSize size = parser.isSet(large) ? QSize(1920, 1080) : QSize(1280, 800);
    if (!parser.isSet(out)) {
        std::unique_ptr<QWidget> widgets(widgetsPage());
        widgets->resize(size);
        widgets->show();
        auto window = stage.window(true);
        window->show();
        return QApplication::exec();
    }
    Album album(parser.value(out));
    QString suffix = QLatin1Char('-') + parser.value(themeName);
    for (const QCommandLineOption *option : {&pseudo, &large, &longNames}) {
        if (parser.isSet(*option))
            suffix += QLatin1Char('-') + option->names().constFirst();
    }
    if (QApplication::isRightToLeft())
        suffix += QStringLiteral("-reverse");
    pictures(stage, album, suffix, size);
    return 0;
}
