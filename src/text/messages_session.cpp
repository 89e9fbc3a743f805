// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalog.h"

#include <QtGlobal>

namespace sluice::text {

namespace {
constexpr CatalogEntry entries[] = {
    {"plan.read-only", QT_TRANSLATE_NOOP("Messages", "%1 is marked read-only in sluice.yaml")},
    {"plan.creates-namespace",
     QT_TRANSLATE_NOOP("Messages", "Namespace %1 does not exist and will be created first")},
    {"plan.no-dry-run-yet",
     QT_TRANSLATE_NOOP("Messages",
                       "Schema and access checked, no dry run yet: its namespace does not exist")},
    {"plan.order-only", QT_TRANSLATE_NOOP("Messages", "Only the order of entries changes")},
    {"plan.live-unreadable", QT_TRANSLATE_NOOP("Messages", "What runs now could not be read: %1")},
    {"plan.kind-not-served",
     QT_TRANSLATE_NOOP(
         "Messages",
         "This cluster does not serve %1 (%2). Install Knative there, or choose another cluster")},
    {"plan.access-unknown", QT_TRANSLATE_NOOP("Messages", "Could not find out whether you may %1 %2 in %3")},
    {"plan.access-denied", QT_TRANSLATE_NOOP("Messages", "You may not %1 %2 in %3")},
    {"plan.access-denied-cluster", QT_TRANSLATE_NOOP("Messages", "You may not %1 %2 in this cluster")},
    {"plan.access-granted", QT_TRANSLATE_NOOP("Messages", "You may write these objects in %1")},
    {"plan.dry-run-accepted", QT_TRANSLATE_NOOP("Messages", "Server dry-run accepted")},
    {"plan.dry-run-refused", QT_TRANSLATE_NOOP("Messages", "The server refuses this")},
    {"plan.dry-run-later", QT_TRANSLATE_NOOP("Messages", "Dry run follows once the namespace exists")},
    {"plan.no-conflicts", QT_TRANSLATE_NOOP("Messages", "No other field manager owns these fields")},
    {"plan.conflicts", QT_TRANSLATE_NOOP("Messages", "Fields are owned by %1; applying takes them over")},
    {"plan.survivors", QT_TRANSLATE_NOOP("Messages", "Removed keys would stay: %1 keeps them")},
    {"plan.gitops-owner",
     QT_TRANSLATE_NOOP("Messages", "%1 owns this Service (%2): commit the change, or it will be undone")},
    {"plan.stale", QT_TRANSLATE_NOOP("Messages", "%1 was changed by somebody else after this plan was made")},
    {"plan.stale-created",
     QT_TRANSLATE_NOOP("Messages", "%1 was created by somebody else after this plan was made")},
    {"plan.stale-deleted", QT_TRANSLATE_NOOP("Messages", "%1 was deleted after this plan was made")},
    {"plan.gitops-needs-consent",
     QT_TRANSLATE_NOOP("Messages",
                       "%1 is owned by %2 (%3), which would undo the change. Commit it there, or confirm "
                       "that it is meant")},
    {"plan.conflict-needs-consent",
     QT_TRANSLATE_NOOP("Messages",
                       "Other field managers own fields of %1. Take them over, or change the files")},
    {"plan.survivor-needs-consent",
     QT_TRANSLATE_NOOP("Messages",
                       "Keys removed from %1 would stay on the cluster. Choose whether to take them over, "
                       "remove them or keep them")},
    {"plan.no-context",
     QT_TRANSLATE_NOOP("Messages", "%1 names no context in sluice.yaml. Add one, or choose a cluster")},
    {"plan.invalid-values",
     QT_TRANSLATE_NOOP("Messages", "A value of %1 is not acceptable; correct it first")},
    {"matrix.files-broken", QT_TRANSLATE_NOOP("Messages", "Files broken at %1")},
    {"matrix.not-editable", QT_TRANSLATE_NOOP("Messages", "This value is edited in the file")},
    {"render.unsaved-external",
     QT_TRANSLATE_NOOP(
         "Messages",
         "Only kustomize can render this folder, and it reads files on disk. Save the changes first")},
    {"problem.sample", QT_TRANSLATE_NOOP("Messages", "The sample could not be put on the embedded cluster")},
    {"apply.sending", QT_TRANSLATE_NOOP("Messages", "Sending %1")},
    {"apply.saving", QT_TRANSLATE_NOOP("Messages", "Saving the files")},
    {"apply.waiting", QT_TRANSLATE_NOOP("Messages", "Waiting for %1 to become Ready")},
    {"apply.ready", QT_TRANSLATE_NOOP("Messages", "%1 is Ready at %2")},
    {"apply.condition", QT_TRANSLATE_NOOP("Messages", "%1")},
    {"apply.condition-message", QT_TRANSLATE_NOOP("Messages", "%1: %2")},
    {"environment.unknown",
     QT_TRANSLATE_NOOP("Messages", "There is no environment “%1” in this project; it has %2")},
    {"environment.none", QT_TRANSLATE_NOOP("Messages", "This project has no environments")},
    {"project.not-open", QT_TRANSLATE_NOOP("Messages", "No project is open")},
    {"project.fix-gone",
     QT_TRANSLATE_NOOP("Messages", "The files have changed and this finding has no fix any more.")},
    {"service.ready", QT_TRANSLATE_NOOP("Messages", "Ready")},
    {"service.progressing", QT_TRANSLATE_NOOP("Messages", "Progressing")},
    {"service.failed", QT_TRANSLATE_NOOP("Messages", "Failed")},
    {"service.scaled-to-zero", QT_TRANSLATE_NOOP("Messages", "Scaled to zero")},
    {"service.not-deployed", QT_TRANSLATE_NOOP("Messages", "Not deployed")},
    {"service.unknown", QT_TRANSLATE_NOOP("Messages", "Unknown")},
    {"service.not-connected", QT_TRANSLATE_NOOP("Messages", "Not connected")},
    {"activity.applied", QT_TRANSLATE_NOOP("Messages", "Applied %1")},
    {"activity.apply-failed", QT_TRANSLATE_NOOP("Messages", "Applying %1 failed")},
    {"activity.apply-cancelled", QT_TRANSLATE_NOOP("Messages", "Applying %1 was stopped")},
    {"job.applying", QT_TRANSLATE_NOOP("Messages", "Applying %1")},
    {"job.planning", QT_TRANSLATE_NOOP("Messages", "Working out what applying %1 would do")},
    {"problem.service-failed", QT_TRANSLATE_NOOP("Messages", "%1 is not Ready in %2: %3")},
    {"problem.connection", QT_TRANSLATE_NOOP("Messages", "%1 cannot be reached")},
    {"problem.project", QT_TRANSLATE_NOOP("Messages", "%1 cannot be read")},
};
}

std::span<const CatalogEntry> sessionMessages()
{
    return entries;
}

} // namespace sluice::text
