// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

namespace sluice::base {
class Settings;
}

namespace sluice::views {

/// \a text without what is nobody's business: bearer tokens, JWTs, passwords and keys in "name: value" form, PEM blocks,
/// URLs' hosts and credentials, IP addresses, \a home as "~" and \a user as "user".
[[nodiscard]] QString redacted(const QString &text, const QString &home, const QString &user);

/// What to send with a bug report: versions, settings and \a log, redacted.
[[nodiscard]] QString diagnosticsText(const QString &version, const base::Settings &settings,
                                      const QStringList &log);

} // namespace sluice::views
