// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/overloaded.h"
#include "kube/runtime/watch_step.h"

#include <QTest>

using namespace sluice;
using namespace sluice::kube;

namespace {

/// The shortest watch and its grace: only then a quiet stream without bookmarks counts as dead.
constexpr int wholeWatchMs = 330'000;

QString textOf(const WatcherStep &step)
{
    QString text = std::visit(
        base::Overloaded{
            [](const ListNextPage &a) {
                return QStringLiteral("list %1%2")
                    .arg(a.limit)
                    .arg(a.first ? QStringLiteral(" first") : QLatin1Char(' ') + a.continueToken);
            },
            [](const OpenWatch &a) {
                return QStringLiteral("watch %1 for %2").arg(a.resourceVersion).arg(a.timeoutSeconds);
            },
            [](const ReadWatch &a) {
                return a.silenceMs == wholeWatchMs ? QStringLiteral("read")
                                                   : QStringLiteral("read within %1").arg(a.silenceMs);
            },
            [](const WaitBackoff &a) { return QStringLiteral("wait %1").arg(a.milliseconds); },
            [](const Halt &) { return QStringLiteral("halt"); },
        },
        step.action);
    if (step.news.listAbandoned)
        text += QStringLiteral(", abandoned");
    if (step.news.listComplete)
        text += QStringLiteral(", listed");
    if (step.news.live)
        text += QStringLiteral(", live");
    if (step.news.trouble)
        text += QStringLiteral(", trouble");
    return text;
}

base::ApiStatus status(int code, const char *reason = "")
{
    base::ApiStatus s;
    s.code = code;
    s.reason = QString::fromLatin1(reason);
    return s;
}

EventSeen seen(const char *version, bool bookmark = false)
{
    return {QString::fromLatin1(version), bookmark};
}
PageListed page(const char *version, const char *next = "")
{
    return {QString::fromLatin1(version), QString::fromLatin1(next)};
}
const base::TransportError refused{base::TransportError::Kind::Refused, {}, {}};

/// A watcher whose dice always show the lowest or the highest number.
struct Machine {
    WatcherState state;
    bool high = false;
    QStringList log;

    Machine &operator<<(const WatcherInput &input)
    {
        log.append(textOf(step(state, input, {}, [this](int bound) { return high ? bound - 1 : 0; })));
        return *this;
    }
    /// Up to a watch that is open.
    Machine &watching()
    {
        *this << WatcherStarted{} << page("10") << WatchOpened{};
        log.clear();
        return *this;
    }
};

} // namespace

class WatchStepTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void logs_data()
    {
        QTest::addColumn<QStringList>("actual");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Machine &machine, const char *expected) {
            QTest::newRow(name) << machine.log << QString::fromLatin1(expected);
        };
        row("pages, then a watch from the list's version",
            Machine() << WatcherStarted{} << page("10", "c1") << page("10", "c2") << page("10")
                      << WatchOpened{},
            "list 50 first|list 500 c1|list 500 c2|watch 10 for 300, listed|read, live");
        row("the version follows the events; at the server's timeout it goes on from there",
            Machine().watching() << seen("11") << seen("12") << WatchEnded{} << WatchOpened{},
            "read|read|watch 12 for 300|read, live");
        row("silence counts early only after a bookmark on this very stream",
            Machine().watching() << seen("11") << seen("12", true) << seen("13") << WatchSilent{}
                                 << WatchOpened{} << seen("14"),
            "read|read within 150000|read within 150000|watch 13 for 300, trouble|read, live|read");
        row("a stream that outlives its time without a byte is opened again",
            Machine().watching() << WatchSilent{} << WatchOpened{}, "watch 10 for 300, trouble|read, live");
        row("too old when it is opened",
            Machine().watching() << WatchFailed{status(410)} << page("20") << WatchOpened{},
            "list 50 first|watch 20 for 300, listed|read, live");
        row("too old in the stream",
            Machine().watching() << seen("11") << ErrorEventSeen{status(410, "Expired")},
            "read|list 50 first");
        row("too old again and again is no tight loop",
            Machine().watching() << WatchFailed{status(410)} << page("20") << WatchFailed{status(410)}
                                 << BackoffOver{} << page("30"),
            "list 50 first|watch 20 for 300, listed|wait 1600|list 50 first|watch 30 for 300, listed");
        row("429 and 5xx keep the place",
            Machine().watching() << seen("11") << WatchFailed{status(429)} << BackoffOver{}
                                 << WatchFailed{status(503)} << BackoffOver{},
            "read|wait 800, trouble|watch 11 for 300|wait 1600, trouble|watch 11 for 300");
        row("so does a server that is gone",
            Machine().watching() << seen("11") << WatchFailed{refused} << BackoffOver{} << WatchOpened{},
            "read|wait 800, trouble|watch 11 for 300|read, live");
        row("a page that fails is asked for again",
            Machine() << WatcherStarted{} << page("10", "c1") << ListFailed{refused} << BackoffOver{}
                      << page("10"),
            "list 50 first|list 500 c1|wait 800, trouble|list 500 c1|watch 10 for 300, listed");
        row("a page that the server forgot begins anew",
            Machine() << WatcherStarted{} << page("10", "c1") << ListFailed{status(410, "Expired")}
                      << page("12"),
            "list 50 first|list 500 c1|list 50 first, abandoned|watch 12 for 300, listed");
        row("what is refused is listed again later",
            Machine().watching() << WatchFailed{status(403)} << BackoffOver{} << ListFailed{status(403)}
                                 << BackoffOver{},
            "wait 800, trouble|list 50 first|wait 1600, abandoned, trouble|list 50 first");
        row("a line that cannot be read leads to a list",
            Machine().watching() << WatchFailed{base::DecodeError{}} << BackoffOver{} << page("20"),
            "wait 800, trouble|list 50 first|watch 20 for 300, listed");
        row("a stream that ends without a word waits, and stays what it was",
            Machine().watching() << WatchEnded{} << BackoffOver{} << WatchOpened{} << WatchEnded{},
            "wait 800|watch 10 for 300|read, live|wait 1600");
        row("stopped is for good", Machine().watching() << StopRequested{} << seen("11") << BackoffOver{},
            "halt|halt|halt");

        Machine doubling;
        doubling.watching();
        for (int i = 0; i < 8; ++i)
            doubling << WatchFailed{refused} << BackoffOver{};
        doubling << WatchOpened{} << seen("11") << WatchFailed{refused};
        row("backoff doubles to its cap and begins anew after an event", doubling,
            "wait 800, trouble|watch 10 for 300|wait 1600, trouble|watch 10 for 300|wait 3200, trouble|watch "
            "10 for 300|"
            "wait 6400, trouble|watch 10 for 300|wait 12800, trouble|watch 10 for 300|wait 15000, "
            "trouble|watch 10 for 300|"
            "wait 15000, trouble|watch 10 for 300|wait 15000, trouble|watch 10 for 300|read, live|read|wait "
            "800, trouble");
        Machine high;
        high.high = true;
        high << WatcherStarted{} << page("10");
        for (int i = 0; i < 7; ++i)
            high << WatchFailed{refused};
        row("jitter stays below the cap, watches below ten minutes", high,
            "list 50 first|watch 10 for 600, listed|wait 1600, trouble|wait 3200, trouble|wait 6400, "
            "trouble|"
            "wait 12800, trouble|wait 25600, trouble|wait 30000, trouble|wait 30000, trouble");
        base::ApiStatus busy = status(429);
        busy.retryAfterSeconds = 17;
        row("the server's own time counts when it is longer", Machine().watching() << WatchFailed{busy},
            "wait 17000, trouble");
    }
    void logs()
    {
        QFETCH(QStringList, actual);
        QFETCH(QString, expected);
        QCOMPARE(actual.join(QLatin1Char('|')), expected);
    }

    void refusals()
    {
        QVERIFY(isRefusal(status(403)));
        QVERIFY(isRefusal(status(404)));
        QVERIFY(isRefusal(base::AuthError{}));
        for (const int code : {410, 429, 500, 503})
            QVERIFY(!isRefusal(status(code)));
        QVERIFY(!isRefusal(refused));
    }
};

QTEST_GUILESS_MAIN(WatchStepTest)
#include "tst_kube_watch_step.moc"
