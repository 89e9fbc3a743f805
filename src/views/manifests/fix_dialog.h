// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/manifests_session.h"

#include <QDialog>

namespace sluice::views {

class Bar;

/// Shows what a fix changes in the files and makes it when it is confirmed.
class FixDialog final : public QDialog {
    Q_OBJECT
public:
    /// \a manifests outlives the dialog. \a title: what is fixed.
    FixDialog(session::ManifestsSession &manifests, session::FixPreview preview, const QString &title,
              QWidget *parent = nullptr);

    void accept() override;

private:
    session::ManifestsSession &m_manifests;
    session::FixPreview m_preview;
    Bar *m_failure;
};

} // namespace sluice::views
