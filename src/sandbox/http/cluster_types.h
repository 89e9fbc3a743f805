// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QtGlobal>

namespace sluice::sandbox {

/// How a sandbox is to start. The defaults are a private cluster that only this machine's user reaches.
struct SandboxOptions {
    QString listen =
        QStringLiteral("127.0.0.1"); ///< an IP address of this machine; 0.0.0.0 and :: are allowed
    quint16 port = 0; ///< 0: any free one
    QStringList extraHosts; ///< names and addresses beside the loopback ones that clients will use
    QStringList developerNamespaces{QStringLiteral("default"), QStringLiteral("my-api-dev"),
                                    QStringLiteral("my-api-staging")}; ///< where "dev" may do everything
    quint64 seed = 1; ///< the same seed and the same requests give the same run
    double speed = 1.0; ///< virtual seconds per real second
    bool paused = false;
    QDateTime startTime; ///< the virtual clock's first moment; invalid: the real time now
    int bookmarkSeconds = 60; ///< real seconds between the bookmarks of a watch
};

/// Where the sandbox is and what opens it. Holds credentials: never log it.
struct Endpoint {
    QString url; ///< "https://127.0.0.1:41234"
    quint16 port = 0;
    QByteArray caPem; ///< the certificate that signed the server's; trust this one only for this address
    QString token; ///< of the administrator "sandbox-admin"
    QString developerToken; ///< of "dev": everything in developerNamespaces, nothing elsewhere
    QString viewerToken; ///< of "viewer": reads, but no Secrets
};

/// What the window shows of a running sandbox.
struct SandboxStatus {
    bool running = false;
    bool paused = false;
    double speed = 1.0;
    quint64 requests = 0; ///< answered since start
    int connections = 0; ///< open now
    int streams = 0; ///< watches and followed logs open now
    bool operator==(const SandboxStatus &) const = default;
};

} // namespace sluice::sandbox
