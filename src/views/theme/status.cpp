// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/status.h"

#include <QCoreApplication>

namespace sluice::views {

QString statusWord(Status status)
{
    switch (status) {
    case Status::Ok:
        return QCoreApplication::translate("Status", "Ready");
    case Status::Progressing:
        return QCoreApplication::translate("Status", "Progressing");
    case Status::Warning:
        return QCoreApplication::translate("Status", "Warning");
    case Status::Failed:
        return QCoreApplication::translate("Status", "Failed");
    case Status::Unknown:
        return QCoreApplication::translate("Status", "Unknown");
    case Status::Inactive:
        return QCoreApplication::translate("Status", "Inactive");
    case Status::Drifted:
        return QCoreApplication::translate("Status", "Drifted");
    case Status::Unsaved:
        return QCoreApplication::translate("Status", "Unsaved");
    }
    return {};
}

QString statusShapeName(Status status)
{
    switch (status) {
    case Status::Ok:
        return QCoreApplication::translate("Status", "filled circle");
    case Status::Progressing:
        return QCoreApplication::translate("Status", "arc");
    case Status::Warning:
        return QCoreApplication::translate("Status", "triangle");
    case Status::Failed:
        return QCoreApplication::translate("Status", "filled triangle");
    case Status::Unknown:
        return QCoreApplication::translate("Status", "dash");
    case Status::Inactive:
        return QCoreApplication::translate("Status", "half circle");
    case Status::Drifted:
        return QCoreApplication::translate("Status", "diamond");
    case Status::Unsaved:
        return QCoreApplication::translate("Status", "dot");
    }
    return {};
}

} // namespace sluice::views
