// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"
#include "session/status.h"
#include "views/theme/status.h"
#include "views/widgets/bar.h"

// How the pages put facts of the session into statuses and words.
namespace sluice::views {

[[nodiscard]] Status statusOf(session::Health health);
[[nodiscard]] Status statusOf(session::PlanCheck::Outcome outcome);

/// "just now", "12 s ago", "14 min ago", "2 h ago", "3 d ago"; the date from 30 days on. Empty for an invalid time.
[[nodiscard]] QString ageText(const QDateTime &when, const QDateTime &now);
/// The absolute time for tool tips, in the language and zone of the window.
[[nodiscard]] QString absoluteTime(const QDateTime &when);

/// "00002" of the revision "python-api-base-00002"; the whole name where it has no such ending.
[[nodiscard]] QString shortRevision(const QString &revision, const QString &service);

[[nodiscard]] BarText barText(Status status, const QString &title, const QString &cause = {},
                              const QString &nextStep = {}, const QString &action = {});
/// \a text with places to break long paths and names at, for labels that wrap; never for copying.
[[nodiscard]] QString breakable(const QString &text);

/// What a bar says of an error; without a button, which is for those who know what it shall do.
[[nodiscard]] BarText barText(const base::Error &error, Status status = Status::Failed);

/// What a bar says of content that is stale, or that could not be had at all; nothing while it is live or loading.
[[nodiscard]] std::optional<BarText>
freshnessBar(const QString &what, const session::FreshnessInfo &freshness, const QDateTime &now);

/// How a kubeconfig context is called: "Sandbox" for the embedded cluster, else its name.
[[nodiscard]] QString contextLabel(const QString &context);

} // namespace sluice::views
