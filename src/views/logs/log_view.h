// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/log_model.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace sluice::views {

/// Log lines as text: time, pod where there are several, and the line as sent with hidden characters made visible. Takes
/// what arrives in batches, so that 50,000 lines neither freeze the window nor jump while one reads.
class LogView final : public QPlainTextEdit {
    Q_OBJECT
public:
    /// \a model outlives the view.
    explicit LogView(models::LogModel &model, QWidget *parent = nullptr);

    void setWrap(bool wrap);
    /// Following keeps the newest line in sight; scrolling up ends it.
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }

    /// Marks every match in sight; an empty text none.
    void setSearch(const QString &text);
    /// Selects the next match, or the one before, going round at the end; false when there is none.
    bool find(bool backward);
    /// Lines that contain the search text.
    [[nodiscard]] int matchCount() const;
    /// Takes everything that waits, for saving and for tests.
    void flush();

Q_SIGNALS:
    void followingChanged(bool following);
    void coloursChanged(); ///< the theme is another one

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void takeSome(int limit);
    void dropFirst(int count);
    [[nodiscard]] QString lineText(int row) const;
    void notePods(int first, int end);
    void markMatches();
    void noteScroll(int value);

    models::LogModel &m_model;
    QTimer m_timer;
    QTimer m_marking;
    int m_taken = 0; ///< rows of the model that are in the text
    QHash<QString, int> m_podColours; ///< short name of a pod to its series
    bool m_showPods = false;
    bool m_following = true;
    bool m_moving = false; ///< the view scrolls itself
    QString m_search;
};

} // namespace sluice::views
