// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupt.h"

#include <QSocketNotifier>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace sluice::app {

namespace {

int wakePipe[2] = {-1, -1};

void wake(int)
{
    const char byte = 1;
    // Nothing useful can be done in a signal handler when the pipe is full: a wake-up is under way then.
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], &byte, 1);
}

} // namespace

Interrupt::Interrupt(std::function<void()> handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    if (::pipe2(wakePipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        if (::read(wakePipe[0], bytes, sizeof bytes) > 0)
            m_handler();
    });
    std::signal(SIGINT, wake);
    std::signal(SIGTERM, wake);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &end : wakePipe) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace sluice::app
