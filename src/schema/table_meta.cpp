// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

const std::string_view meta = R"TABLE(
@ObjectMeta | What every object carries: its name, and what the server keeps about it.
annotations {}string | Notes of tools and people; not for selecting.
creationTimestamp time | When the object was created. Set by the server.
deletionGracePeriodSeconds int64 | Seconds that the object may still take to end after deletion was asked for.
deletionTimestamp time | When the object is to be gone. Set by the server when deletion is asked for.
finalizers []string set merge | Names of what must be cleaned up before the object may go.
generateName string | Beginning of a name that the server completes when name is empty.
generation int64 | Counts changes of the desired state. Set by the server.
labels {}string | Keys and values to select objects by.
managedFields []ManagedFieldsEntry | Who owns which fields.
name string | Name of the object, unique among its kind in the namespace.
namespace string | Namespace that the object lives in.
ownerReferences []OwnerReference map(uid) merge(uid) | Objects that this one belongs to; it goes when all of them are gone.
resourceVersion string | Version of the object as stored; to be compared for equality only.
selfLink string | Not used any more.
uid string | Identity of this object, never used again.
@ManagedFieldsEntry | The fields that one writer owns.
apiVersion string | Version of the API that the fields are written in.
fieldsType string | Form of fieldsV1; always FieldsV1.
fieldsV1 object | The fields, as a tree of paths.
manager string | Name of the writer.
operation string | Apply or Update.
subresource string | Subresource that was written through.
time time | When the writer last changed its fields.
@OwnerReference atomic | The object that owns this one.
apiVersion string required | Version of the owner's API.
blockOwnerDeletion bool | The owner can only go in the foreground after this object.
controller bool | The owner manages this object.
kind string required | Kind of the owner.
name string required | Name of the owner.
uid string required | Identity of the owner.
@LabelSelector atomic | Chooses objects by their labels; all parts must hold.
matchExpressions []LabelSelectorRequirement | Conditions on labels.
matchLabels {}string | Labels and the values they must have.
@LabelSelectorRequirement | A condition on one label.
key string required | Label.
operator string required | In, NotIn, Exists or DoesNotExist.
values []string | Values for In and NotIn.
@LocalObjectReference atomic | An object in the same namespace.
name string default("") | Name of the object.
@ObjectReference atomic | An object anywhere in the cluster.
apiVersion string | Version of its API.
fieldPath string | The part of the object that is meant.
kind string | Its kind.
name string | Its name.
namespace string | Its namespace.
resourceVersion string | Its version.
uid string | Its identity.
@MetaCondition | One aspect of the state of an object.
lastTransitionTime time required | When the status last changed.
message string required | Details for people.
observedGeneration int64 | Generation that the condition speaks about.
reason string required | Short reason for machines.
status string required | True, False or Unknown.
type string required | What the condition is about.
)TABLE";

} // namespace sluice::schema::tables
