// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QCoreApplication;

namespace sluice::app {

/// Installs our words and Qt's: in \a language ("pt_BR", "es", "en"), or in the desktop's when it is empty.
void installTranslations(QCoreApplication &application, const QString &language);

} // namespace sluice::app
