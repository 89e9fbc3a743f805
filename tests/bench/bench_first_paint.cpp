// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of main() to the first painted window: Sluice's against a bare QMainWindow, and against one that shows a
// line of text and so has to set up fonts as well, alternating in one run.
#include "app/app_context.h"
#include "app/page_list.h"
#include "base/settings.h"
#include "views/shell/main_window.h"
#include "views/theme/icons.h"
#include "views/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QMainWindow>
#include <QProcess>
#include <cstdio>

using namespace sluice;

namespace {

constexpr int rounds = 15;

/// Prints the microseconds until the window's first paint is done, and ends the process.
class FirstPaint final : public QObject {
public:
    FirstPaint(QWidget *window, const QElapsedTimer &since)
        : m_since(since)
    {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_seen)
            return false;
        m_seen = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                std::printf("%lld\n", static_cast<long long>(m_since.nsecsElapsed() / 1000));
                std::fflush(stdout);
                std::_Exit(0);
            },
            Qt::QueuedConnection);
        return false;
    }

private:
    const QElapsedTimer &m_since;
    bool m_seen = false;
};

int plainWindow(int argc, char *argv[], const QElapsedTimer &since, const char *text)
{
    QApplication application(argc, argv);
    QMainWindow window;
    if (text)
        window.setCentralWidget(new QLabel(QString::fromLatin1(text)));
    window.resize(1280, 800);
    const FirstPaint watch(&window, since);
    window.show();
    return QApplication::exec();
}

int sluiceWindow(int argc, char *argv[], const QElapsedTimer &since)
{
    QApplication application(argc, argv);
    views::installIconFallback();
    base::MemorySettings settings;
    views::PortalSettings desktop;
    views::ThemeController theme(settings, desktop);
    theme.install();
    app::AppContext context({}, settings, nullptr);
    const views::ShellServices services{context.workspace(), &context.sandbox(), settings, context.clock()};
    views::MainWindow window(services, theme, app::pageList(context.workspace(), settings, context.clock()));
    window.resize(1280, 800);
    const FirstPaint watch(&window, since);
    window.show();
    return QApplication::exec();
}

/// Milliseconds of one run, or a negative number.
double runOnce(const QString &program, const QString &which)
{
    QProcess child;
    child.start(program, {which});
    if (!child.waitForFinished(60000) || child.exitCode() != 0)
        return -1;
    return child.readAllStandardOutput().trimmed().toDouble() / 1000.0;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer since;
    since.start();
    const QByteArray which = argc > 1 ? argv[1] : "";
    if (which == "bare")
        return plainWindow(argc, argv, since, nullptr);
    if (which == "text")
        return plainWindow(argc, argv, since, "One line of text");
    if (which == "sluice")
        return sluiceWindow(argc, argv, since);

    const QCoreApplication application(argc, argv);
    std::vector<double> bare;
    std::vector<double> text;
    std::vector<double> ours;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(runOnce(QCoreApplication::applicationFilePath(), QStringLiteral("bare")));
        text.push_back(runOnce(QCoreApplication::applicationFilePath(), QStringLiteral("text")));
        ours.push_back(runOnce(QCoreApplication::applicationFilePath(), QStringLiteral("sluice")));
        if (bare.back() < 0 || text.back() < 0 || ours.back() < 0) {
            std::fprintf(stderr, "a window was not painted\n");
            return 1;
        }
    }
    std::printf("first painted window, median of %d: bare QMainWindow %.1f ms, Sluice %.1f ms, ratio %.2f "
                "(budget 2.5)\n",
                rounds, median(bare), median(ours), median(ours) / median(bare));
    std::printf("with one line of text %.1f ms, ratio %.2f\n", median(text), median(ours) / median(text));
    return 0;
}
