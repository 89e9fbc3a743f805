// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/shell/page.h"

#include <QStackedWidget>

namespace sluice::views {

/// The pages by id; each is made on its first visit.
class PageStack final : public QStackedWidget {
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);
    void add(PageInfo info);
    /// Makes the page when needed and shows it; false for an unknown id.
    bool showPage(const QString &id);
    [[nodiscard]] QString currentId() const { return m_currentId; }
    [[nodiscard]] Page *currentPage() const { return page(m_currentId); }
    /// Null until the page was visited.
    [[nodiscard]] Page *page(const QString &id) const;
    [[nodiscard]] std::vector<Page *> made() const;
    [[nodiscard]] const std::vector<PageInfo> &infos() const { return m_infos; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {}; }

Q_SIGNALS:
    void pageMade(sluice::views::Page *page, const QString &title);
    void pageShown(sluice::views::Page *page);

private:
    std::vector<PageInfo> m_infos;
    QHash<QString, Page *> m_pages;
    QString m_currentId;
};

} // namespace sluice::views
