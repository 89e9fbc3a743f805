// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <memory>

namespace sluice::test {

/// A certificate and its key, both PEM.
struct Identity {
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// What a certificate for a test says. Times are seconds from now.
struct CertificateSpec {
    QByteArray commonName = "server";
    QList<QByteArray> names; ///< "DNS:localhost", "IP:127.0.0.1"
    long notBefore = -3600;
    long notAfter = 3600;
};

/// A throwaway certificate authority, made in memory.
class Authority {
public:
    Authority();
    ~Authority();
    Authority(const Authority &) = delete;
    Authority &operator=(const Authority &) = delete;
    [[nodiscard]] QByteArray caPem() const;
    [[nodiscard]] Identity issue(const CertificateSpec &spec) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::test
