// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/http/https_server.h"

#include <functional>
#include <memory>

namespace sluice::tests {

/// An HttpsServer in a thread of its own, with a handler that shows what connections can do:
/// /echo gives back method, target and body; /later answers /echo's way when /release is asked; /lines?N streams N lines and
/// ends; /subscribe streams what is POSTed to /publish; /flood streams without end as fast as it is read;
/// /limited streams nothing and has a limit of 50 ms; /counters tells "requests connections streams".
class HttpsFixture {
public:
    explicit HttpsFixture(sandbox::ServerLimits limits = {});
    ~HttpsFixture();

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QByteArray caPem() const;
    /// Stops the server and joins its thread.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::tests
