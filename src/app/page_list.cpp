// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/page_list.h"

#include "session/workspace.h"
#include "views/environments/environments_page.h"
#include "views/logs/logs_page.h"
#include "views/manifests/manifests_page.h"
#include "views/overview/overview_page.h"

#include <QCoreApplication>

namespace sluice::app {

namespace {

QString title(const char *text)
{
    return QCoreApplication::translate("Pages", text);
}

} // namespace

std::vector<views::PageInfo> pageList(session::Workspace &workspace, base::Settings &settings,
                                      const base::Clock &clock)
{
    return {
        {QStringLiteral("overview"), title(QT_TRANSLATE_NOOP("Pages", "Overview")),
         QStringLiteral("rail-overview"),
         [&](QWidget *parent) -> views::Page * { return new views::OverviewPage(workspace, clock, parent); }},
        {QStringLiteral("environments"), title(QT_TRANSLATE_NOOP("Pages", "Environments")),
         QStringLiteral("rail-environments"),
         [&](QWidget *parent) -> views::Page * {
             return new views::EnvironmentsPage(workspace, settings, clock, parent);
         }},
        {QStringLiteral("manifests"), title(QT_TRANSLATE_NOOP("Pages", "Manifests")),
         QStringLiteral("rail-manifests"),
         [&](QWidget *parent) -> views::Page * { return new views::ManifestsPage(workspace, parent); }},
        {QStringLiteral("logs"), title(QT_TRANSLATE_NOOP("Pages", "Logs")), QStringLiteral("rail-logs"),
         [&](QWidget *parent) -> views::Page * { return new views::LogsPage(workspace, clock, parent); }},
    };
}

} // namespace sluice::app
