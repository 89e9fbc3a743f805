// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/pushed_stream.h"

#include <QTest>

using namespace sluice::sandbox;

namespace {

/// Pushes what the test says.
class Source final : public ResponseStream {
public:
    struct Handle {
        Source *source = nullptr; ///< null once it is gone
        int heartbeats = 0;
    };
    Source(Handle &handle, std::string beginning)
        : m_handle(handle)
        , m_beginning(std::move(beginning))
    {
        m_handle.source = this;
    }
    ~Source() override { m_handle.source = nullptr; }
    void start(Sink sink, Done done) override
    {
        m_sink = std::move(sink);
        m_done = std::move(done);
        if (!m_beginning.empty())
            m_sink(m_beginning);
    }
    void heartbeat() override { ++m_handle.heartbeats; }
    void push(std::string_view text) { m_sink(text); }
    void end() { m_done(); }

private:
    Handle &m_handle;
    std::string m_beginning;
    Sink m_sink;
    Done m_done;
};

} // namespace

class TestSandboxStream : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passesOnInOrder();
    void cutsBetweenLines();
    void endsWithItsSource();
    void givesUpOnSlowReaders();
    void beginningIsNotLimited();
    void heartbeatsReachTheSource();

private:
    PushedStream::Registry m_registry;
    Source::Handle m_handle;
};

void TestSandboxStream::passesOnInOrder()
{
    PushedStream stream(std::make_unique<Source>(m_handle, "a\n"), m_registry);
    QCOMPARE(m_registry.size(), size_t(1));
    int woken = 0;
    stream.setWake([&] { ++woken; });
    QCOMPARE(stream.take(100), std::string("a\n"));
    QCOMPARE(stream.take(100), std::string());
    woken = 0;
    m_handle.source->push("b\n");
    m_handle.source->push("c\n");
    QCOMPARE(woken, 2);
    QCOMPARE(stream.take(100), std::string("b\nc\n"));
    QVERIFY(!stream.finished());
    stream.setWake({});
    m_handle.source->push("d\n"); // nobody to wake
    QCOMPARE(stream.take(100), std::string("d\n"));
}

void TestSandboxStream::cutsBetweenLines()
{
    PushedStream stream(std::make_unique<Source>(m_handle, "one\ntwo\nthree is longer\nx\ny\nno newline"),
                        m_registry);
    QStringList pieces;
    for (std::string piece = stream.take(9); !piece.empty(); piece = stream.take(9))
        pieces.append(QString::fromStdString(piece));
    QCOMPARE(pieces,
             (QStringList{QStringLiteral("one\ntwo\n"), QStringLiteral("three is longer\n"),
                          QStringLiteral("x\ny\n"), QStringLiteral("no newline")}));
}

void TestSandboxStream::endsWithItsSource()
{
    int woken = 0;
    {
        PushedStream stream(std::make_unique<Source>(m_handle, ""), m_registry);
        stream.setWake([&] { ++woken; });
        QCOMPARE(stream.take(10), std::string());
        m_handle.source->push("last\n");
        m_handle.source->end();
        QCOMPARE(woken, 2);
        QVERIFY(!stream.finished()); // there is still something to take
        QCOMPARE(stream.take(10), std::string("last\n"));
        QVERIFY(stream.finished());
    }
    QVERIFY(m_registry.empty());
    QVERIFY(!m_handle.source);
}

void TestSandboxStream::givesUpOnSlowReaders()
{
    PushedStream stream(std::make_unique<Source>(m_handle, ""), m_registry, 100);
    int woken = 0;
    stream.setWake([&] { ++woken; });
    QCOMPARE(stream.take(10), std::string());
    const std::string line(49, 'x');
    m_handle.source->push(line + "\n");
    m_handle.source->push(line + "\n");
    QVERIFY(!stream.finished());
    m_handle.source->push("one too many\n");
    QVERIFY(stream.finished());
    QCOMPARE(woken, 3);
    QCOMPARE(stream.take(10), std::string());
    m_handle.source->push("ignored\n");
    QCOMPARE(stream.take(10), std::string());
}

void TestSandboxStream::beginningIsNotLimited()
{
    const std::string beginning(1000, 'b');
    PushedStream stream(std::make_unique<Source>(m_handle, beginning + "\n"), m_registry, 100);
    QVERIFY(!stream.finished());
    QCOMPARE(stream.take(10), beginning + "\n");
    QVERIFY(!stream.finished());
}

void TestSandboxStream::heartbeatsReachTheSource()
{
    m_handle.heartbeats = 0;
    PushedStream stream(std::make_unique<Source>(m_handle, ""), m_registry);
    stream.heartbeat();
    QCOMPARE(m_handle.heartbeats, 0); // not started
    QCOMPARE(stream.take(10), std::string());
    stream.heartbeat();
    QCOMPARE(m_handle.heartbeats, 1);
    m_handle.source->end();
    stream.heartbeat();
    QCOMPARE(m_handle.heartbeats, 1);
}

QTEST_GUILESS_MAIN(TestSandboxStream)
#include "tst_sandbox_stream.moc"
