// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "kube/client/api_client.h"
#include "kube/core/connection.h"

#include <QCoroTask>
#include <memory>

namespace sluice::test {

/// A cluster to try the client against: the embedded one, or a real control plane.
class TestCluster {
public:
    virtual ~TestCluster() = default;
    /// How to reach it as the user of a kubeconfig's context; "admin" everywhere. Errors: those of the kubeconfig.
    [[nodiscard]] virtual base::Result<kube::Connection> connection(const QString &context) const = 0;
    /// Forgets the changes up to now. Answers what went wrong, or nothing.
    [[nodiscard]] virtual QString compact() = 0;
};

[[nodiscard]] std::unique_ptr<TestCluster> startSandbox();

/// The one of SLUICE_CLUSTER_KUBECONFIG. Its components can be stopped and started.
class RealCluster final : public TestCluster {
public:
    /// Empty when one can be used, else why not.
    [[nodiscard]] static QString whyNot();
    [[nodiscard]] base::Result<kube::Connection> connection(const QString &context) const override;
    [[nodiscard]] QString compact() override;
    /// stop, start, restart, pause or resume of kube-apiserver, etcd... or compact of etcd. Answers what went wrong, or nothing.
    [[nodiscard]] QString component(const QString &action, const QString &name) const;
};

/// The chain that the program uses. \a port, when not 0, is reached in the place of the server's own.
[[nodiscard]] std::shared_ptr<kube::Transport> transportFor(kube::Connection connection, quint16 port = 0);
[[nodiscard]] kube::ApiClient clientFor(const kube::Connection &connection, quint16 port = 0,
                                        int requestTimeoutMs = 30000);

template <typename T> base::Result<T> wait(base::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

[[nodiscard]] inline QByteArray why(const base::Error &error)
{
    return base::debugText(error).toUtf8();
}

/// The expression is evaluated once, which QVERIFY2 alone would not do.
#define VERIFY_RESULT(expression)                                                                            \
    do {                                                                                                     \
        const auto &verified = (expression);                                                                 \
        QVERIFY2(verified.has_value(), verified ? "" : sluice::test::why(verified.error()).constData());     \
    } while (false)

} // namespace sluice::test
