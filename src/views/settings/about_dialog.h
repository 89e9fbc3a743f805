// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <functional>

namespace sluice::views {

/// Version, licences, and what to send with a bug report.
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    /// \a diagnostics makes the redacted text when it is asked for (see diagnostics.h).
    AboutDialog(const QString &version, std::function<QString()> diagnostics, QWidget *parent);

private:
    void saveDiagnostics();
    std::function<QString()> m_diagnostics;
    QString m_version;
};

} // namespace sluice::views
