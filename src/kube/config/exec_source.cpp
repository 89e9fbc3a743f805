// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/config/exec_source.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace sluice::kube {

using base::AuthError;
using base::fail;
using base::Result;
using base::Task;

struct ExecSource::Shared {
    ExecPlugin plugin;
    QString context;
    CredentialTools tools;
    std::shared_ptr<Turns> turns = Turns::make();
    std::optional<ExecCredential> cached;

    [[nodiscard]] bool isFresh() const
    {
        return cached && (cached->expires.isNull() || tools.clock->now() < cached->expires);
    }
};

namespace {

constexpr qsizetype maxErrorText = 2048;
constexpr qint64 maxOutputBytes = 1024 * 1024;
constexpr int pluginTimeoutMs = 60000;

Result<QByteArray> sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(base::FileError{base::FileError::Kind::Other, path, file.errorString()});
    return hash.result().toHex();
}

Result<base::ProcessOutput> asAuthError(const ExecPlugin &plugin, const base::Error &error)
{
    const auto *file = error.get_if<base::FileError>();
    if (!file)
        return fail(error);
    if (file->kind == base::FileError::Kind::NotFound)
        return fail(AuthError{AuthError::Kind::PluginMissing, plugin.command, plugin.installHint});
    return fail(AuthError{AuthError::Kind::PluginFailed, plugin.command, file->detail});
}

Task<void> askConsent(std::shared_ptr<ExecSource::Shared> shared, QString program, std::stop_token stop)
{
    const Result<QByteArray> hash = sha256Of(program);
    if (!hash)
        co_return tl::unexpected(hash.error());
    const ExecConsentRequest request{program, *hash, shared->plugin.arguments, shared->context};
    const Result<bool> allowed = co_await shared->tools.consent->allow(request, stop);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    if (!*allowed)
        co_return fail(AuthError{AuthError::Kind::ConsentNeeded, program,
                                 shared->plugin.arguments.join(QLatin1Char(' '))});
    co_return Result<void>{};
}

Task<ExecCredential> runPlugin(std::shared_ptr<ExecSource::Shared> shared, std::stop_token stop)
{
    const ExecPlugin &plugin = shared->plugin;
    if (plugin.interactiveMode == ExecPlugin::InteractiveMode::Always)
        co_return fail(AuthError{AuthError::Kind::PluginUnsupported, plugin.command,
                                 QStringLiteral("interactiveMode: Always")});
    const QString program = shared->tools.runner->find(plugin.command);
    if (program.isEmpty())
        co_return fail(AuthError{AuthError::Kind::PluginMissing, plugin.command, plugin.installHint});
    const Result<void> consent = co_await askConsent(shared, program, stop);
    if (!consent)
        co_return tl::unexpected(consent.error());

    base::ProcessRequest request;
    request.program = program;
    request.arguments = plugin.arguments;
    for (const auto &[name, value] : plugin.environment)
        request.environment.insert(name, value);
    request.environment.insert(QStringLiteral("KUBERNETES_EXEC_INFO"), QString::fromUtf8(execInfo(plugin)));
    request.timeoutMs = pluginTimeoutMs;
    request.maxOutputBytes = maxOutputBytes;
    Result<base::ProcessOutput> output = co_await shared->tools.runner->run(request, stop);
    if (!output)
        output = asAuthError(plugin, output.error());
    if (!output)
        co_return tl::unexpected(output.error());
    if (output->exitCode != 0) {
        const QString said = QString::fromUtf8(output->standardError.right(maxErrorText)).trimmed();
        co_return fail(AuthError{AuthError::Kind::PluginFailed, plugin.command,
                                 said.isEmpty() ? QStringLiteral("exit %1").arg(output->exitCode) : said});
    }
    Result<ExecCredential> credential = parseExecCredential(output->standardOutput, plugin);
    if (credential && !credential->expires.isNull() && credential->expires <= shared->tools.clock->now()) {
        co_return fail(
            AuthError{AuthError::Kind::Expired, plugin.command, credential->expires.toString(Qt::ISODate)});
    }
    co_return credential;
}

Task<Credential> currentCredential(std::shared_ptr<ExecSource::Shared> shared, std::stop_token stop)
{
    if (shared->isFresh())
        co_return std::as_const(shared->cached->credential);
    const Result<std::shared_ptr<void>> turn = co_await shared->turns->take(stop);
    if (!turn)
        co_return tl::unexpected(turn.error());
    if (shared->isFresh())
        co_return std::as_const(shared->cached->credential); // somebody has run it while this one waited
    shared->cached.reset();
    const Result<ExecCredential> credential = co_await runPlugin(shared, stop);
    if (!credential)
        co_return tl::unexpected(credential.error());
    shared->cached = *credential;
    co_return credential->credential;
}

} // namespace

ExecSource::ExecSource(ExecPlugin plugin, QString context, CredentialTools tools)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->plugin = std::move(plugin);
    m_shared->context = std::move(context);
    m_shared->tools = std::move(tools);
}

Task<Credential> ExecSource::credential(std::stop_token stop)
{
    return currentCredential(m_shared, std::move(stop));
}

bool ExecSource::refused(const Credential &refused)
{
    if (m_shared->cached && m_shared->cached->credential == refused)
        m_shared->cached.reset();
    return true;
}

} // namespace sluice::kube
