// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/manifests_session.h"

#include <QWidget>

namespace sluice::views {

class LinkButton;
class Text;

/// Why the current finding matters and what its fix does, with the ways to ask for it.
class FindingDetails final : public QWidget {
    Q_OBJECT
public:
    explicit FindingDetails(QWidget *parent = nullptr);

    /// \a finding: nullptr for none. \a fixable: how many findings of the project have a fix.
    void setFinding(const session::ManifestFinding *finding, int fixable);

Q_SIGNALS:
    void fixRequested();
    void fixAllRequested();

private:
    Text *m_why;
    LinkButton *m_fix;
    LinkButton *m_fixAll;
};

} // namespace sluice::views
