// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <functional>

namespace sluice::app {

/// Calls \a handler in the event loop when the process gets SIGINT or SIGTERM, once for each signal. One at a time.
class Interrupt final : public QObject {
public:
    explicit Interrupt(std::function<void()> handler, QObject *parent = nullptr);
    ~Interrupt() override;

private:
    std::function<void()> m_handler;
};

} // namespace sluice::app
