// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/page_stack.h"

#include <algorithm>

namespace sluice::views {

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
}

void PageStack::add(PageInfo info)
{
    m_infos.push_back(std::move(info));
}

bool PageStack::showPage(const QString &id)
{
    const auto info = std::ranges::find(m_infos, id, &PageInfo::id);
    if (info == m_infos.end())
        return false;
    Page *wanted = page(id);
    if (!wanted) {
        wanted = info->create(this);
        m_pages.insert(id, wanted);
        addWidget(wanted);
        Q_EMIT pageMade(wanted, info->title);
    }
    if (m_currentId == id)
        return true;
    if (Page *before = currentPage())
        before->left();
    m_currentId = id;
    setCurrentWidget(wanted);
    wanted->entered();
    Q_EMIT pageShown(wanted);
    return true;
}

Page *PageStack::page(const QString &id) const
{
    return m_pages.value(id);
}

std::vector<Page *> PageStack::made() const
{
    std::vector<Page *> pages;
    for (const PageInfo &info : m_infos) {
        if (Page *found = page(info.id))
            pages.push_back(found);
    }
    return pages;
}

} // namespace sluice::views
