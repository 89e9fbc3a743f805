// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QDateTime>
#include <QObject>

namespace sluice::session {

/// The embedded cluster's clock as windows see it; implemented in src/app. GUI thread.
class SandboxControl : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual bool isRunning() const = 0;
    [[nodiscard]] virtual bool isPaused() const = 0;
    /// Virtual seconds a real second: 1, 10 or 60.
    [[nodiscard]] virtual int speed() const = 0;
    [[nodiscard]] virtual QDateTime virtualNow() const = 0;
    virtual void setPaused(bool paused) = 0;
    virtual void setSpeed(int factor) = 0;

Q_SIGNALS:
    void changed(); ///< running, paused or speed; virtualNow() moves on its own
};

} // namespace sluice::session
