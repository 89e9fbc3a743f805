// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/config/credential_sources.h"

#include "base/atomic_file.h"
#include "base/overloaded.h"
#include "kube/config/exec_source.h"

namespace sluice::kube {

using base::AuthError;
using base::fail;
using base::Result;
using base::Task;

namespace {

/// Always the same.
class FixedSource final : public CredentialSource {
public:
    explicit FixedSource(Credential credential)
        : m_credential(std::move(credential))
    {
    }
    Task<Credential> credential(std::stop_token) override { return give(m_credential); }
    bool refused(const Credential &) override { return false; }

private:
    static Task<Credential> give(Credential credential) { co_return credential; }
    Credential m_credential;
};

/// A token that somebody else keeps renewing in a file, as in a pod.
class TokenFileSource final : public CredentialSource {
public:
    TokenFileSource(QString path, std::shared_ptr<const base::Clock> clock)
        : m_path(std::move(path))
        , m_clock(std::move(clock))
    {
    }
    Task<Credential> credential(std::stop_token) override
    {
        if (m_token.isEmpty() || m_clock->monotonicMs() - m_readAt >= periodMs) {
            const Result<QByteArray> token = read();
            // While it is being replaced the old token goes on serving (client-go, transport/token_source.go).
            if (token)
                m_token = *token;
            else if (m_token.isEmpty())
                return answer(tl::unexpected(token.error()));
            m_readAt = m_clock->monotonicMs();
        }
        return answer(Credential{"Bearer " + m_token, std::nullopt});
    }
    bool refused(const Credential &refused) override
    {
        m_readAt = m_clock->monotonicMs();
        if (const Result<QByteArray> token = read())
            m_token = *token;
        return "Bearer " + m_token != refused.authorization;
    }

private:
    static constexpr qint64 periodMs = 60000;
    static Task<Credential> answer(Result<Credential> result) { co_return result; }

    [[nodiscard]] Result<QByteArray> read() const
    {
        const Result<QByteArray> bytes = base::readFile(m_path, 1024 * 1024);
        if (!bytes)
            return fail(AuthError{AuthError::Kind::TokenFile, m_path, base::debugText(bytes.error())});
        const QByteArray token = bytes->trimmed();
        if (token.isEmpty())
            return fail(AuthError{AuthError::Kind::TokenFile, m_path, {}});
        return token;
    }

    QString m_path;
    std::shared_ptr<const base::Clock> m_clock;
    QByteArray m_token;
    qint64 m_readAt = 0;
};

} // namespace

std::shared_ptr<CredentialSource> makeCredentialSource(const Connection &connection, CredentialTools tools)
{
    using Source = std::shared_ptr<CredentialSource>;
    return std::visit(
        base::Overloaded{
            [](std::monostate) -> Source { return std::make_shared<FixedSource>(Credential{}); },
            [](const StaticToken &token) -> Source {
                return std::make_shared<FixedSource>(Credential{"Bearer " + token.token, std::nullopt});
            },
            [&](const TokenFile &file) -> Source {
                return std::make_shared<TokenFileSource>(file.path, tools.clock);
            },
            [](const BasicAuth &basic) -> Source {
                const QByteArray pair = (basic.user + QLatin1Char(':') + basic.password).toUtf8();
                return std::make_shared<FixedSource>(Credential{"Basic " + pair.toBase64(), std::nullopt});
            },
            [&](const ExecPlugin &plugin) -> Source {
                return std::make_shared<ExecSource>(plugin, connection.context, tools);
            },
        },
        connection.credentials);
}

} // namespace sluice::kube
