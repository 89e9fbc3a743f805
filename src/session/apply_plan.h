// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "session/status.h"
#include "session/text_diff.h"

#include <memory>
#include <vector>

namespace sluice::session {

/// One field of a live object that the plan changes.
struct FieldChange {
    enum class Kind { Add, Remove, Replace };
    Kind kind = Kind::Replace;
    QString path; ///< "spec.template.metadata.annotations[autoscaling.knative.dev/max-scale]"
    QString before; ///< compact JSON or plain scalar; empty for Add
    QString after; ///< empty for Remove
    bool operator==(const FieldChange &) const = default;
};

/// A key that should disappear and that the server would keep.
struct Survivor {
    QString path; ///< as in FieldChange
    QString pointer; ///< JSON pointer into the object
    QString value;
    QString owner; ///< field manager that holds it; "unknown" when the server does not say
    bool operator==(const Survivor &) const = default;
};

/// What to do with survivors; chosen by a person before the plan is confirmed.
enum class SurvivorChoice {
    Undecided,
    TakeOver, ///< makes their managed fields ours first, so that the apply itself removes them: one change of the object
    RemoveByPatch, ///< removes them by a JSON patch behind the apply: a second change of the object
    Keep,
};

/// A field that another manager owns and the plan writes.
struct FieldConflict {
    QString path;
    QString owner;
    QString message; ///< as the server said it
    bool operator==(const FieldConflict &) const = default;
};

/// One object of the plan, in the order of sending.
struct PlannedObject {
    enum class Action { Create, Update, Unchanged };
    Action action = Action::Update;
    QString apiVersion;
    QString kind;
    QString nameSpace; ///< empty for cluster-scoped objects
    QString name;
    std::vector<FieldChange> changes; ///< live against the dry-run's answer
    std::vector<FieldConflict> conflicts;
    std::vector<Survivor> survivors;
    bool dryRun = false; ///< the server accepted a dry run; otherwise \a note says why there was none
    std::optional<base::Message> note; ///< "schema and access checked, no dry-run yet"
    std::optional<base::Error> refusal; ///< the dry run was refused
    QStringList warnings; ///< as the server sent them
    std::shared_ptr<const base::Json> desired; ///< exactly what will be sent
    std::shared_ptr<const base::Json> live; ///< what was there when the plan was made; null for Create
    std::shared_ptr<const base::Json> predicted; ///< the dry run's answer; null without one
    bool operator==(const PlannedObject &) const = default;

    [[nodiscard]] bool isKnativeService() const;
};

/// What becomes of the running revisions of one Service.
struct PlanEffect {
    QString service; ///< its name
    bool createsRevision = false;
    QString revision; ///< the revision that will be created, "python-api-base-00002"
    bool followsLatest = false; ///< traffic follows the latest ready revision
    int percentMoved = 0; ///< whole percent of 100 that goes to the new revision
    QString routedNow; ///< the revision that takes the traffic now; empty on a first apply
};

/// Somebody else who writes this object from git.
struct GitOpsOwner {
    QString tool; ///< "Argo CD", "Flux"
    QString application;
};

/// A check with its outcome, shown as a line of the plan.
struct PlanCheck {
    enum class Outcome { Passed, Warning, Blocked, Unknown };
    Outcome outcome = Outcome::Unknown;
    base::Message text;
};

/// What applying would do, made before anything is written. What a person confirms is what is sent.
struct ApplyPlan {
    QString environment;
    QString context;
    QString nameSpace;
    QString overlay; ///< folder relative to the project
    bool production = false;
    bool createsNamespace = false; ///< then it is the first of \a objects
    std::vector<FileDiff> files; ///< what saving changes; empty when only the cluster changes
    std::vector<PlannedObject> objects;
    std::vector<PlanEffect> effects; ///< one for each Service of \a objects, in their order
    std::vector<PlanCheck> checks;
    std::vector<PlanCheck> notes; ///< the part of \a checks that was known before the cluster was asked
    std::vector<QString> cleared; ///< JSON pointers into the Service of keys that edits remove
    std::optional<GitOpsOwner> gitOps;
    QString kubectlEquivalent; ///< the same thing as a command
    QDateTime madeAt; ///< server's time

    [[nodiscard]] bool isBlocked() const; ///< a check or an object forbids it
    [[nodiscard]] bool hasConflicts() const;
    [[nodiscard]] bool hasSurvivors() const;
    [[nodiscard]] bool changesNothing() const; ///< neither files nor objects
    [[nodiscard]] bool createsRevisions() const; ///< of any Service, whatever happens to survivors
    [[nodiscard]] const PlanEffect *effectOn(const QString &service) const; ///< null where it is not planned
    /// How many revisions the Services get in all when survivors are dealt with like that: each write that changes its template makes one.
    [[nodiscard]] int revisionsMade(SurvivorChoice choice) const;
};

/// What a person, or the command's flags, agreed to beyond the plan itself.
struct ApplyConsent {
    bool forceConflicts = false; ///< take over conflicting fields
    bool overrideGitOps = false;
    SurvivorChoice survivors = SurvivorChoice::Undecided;
};

/// Where an apply is.
struct ApplyProgress {
    enum class Step { Saving, Checking, Sending, Waiting, Done, Failed };
    Step step = Step::Saving;
    int objectsSent = 0;
    int objectsTotal = 0;
    base::Message words; ///< "python-api-base-00002 is deploying"
    std::vector<PlanCheck> conditions; ///< the watched Service's and Revision's conditions
    QString url; ///< of the Service, once known
    QString revision; ///< the revision that was created, once known
    std::optional<base::Error> error; ///< with Failed
};

} // namespace sluice::session
