// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/traffic.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/deployment_template.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char revisionMissing[] = "RevisionMissing";

/// Puts equal entries together; a group of one gets everything.
std::vector<RevisionTarget> consolidated(const std::vector<RevisionTarget> &targets)
{
    std::vector<RevisionTarget> merged;
    for (const RevisionTarget &target : targets) {
        const auto same = std::find_if(merged.begin(), merged.end(), [&](const RevisionTarget &other) {
            return other.revision == target.revision && other.latest == target.latest;
        });
        if (same == merged.end())
            merged.push_back(target);
        else
            same->percent += target.percent;
    }
    if (merged.size() == 1)
        merged.front().percent = 100;
    return merged;
}

} // namespace

TrafficPlan resolveTraffic(const Json &route, const Lookup &configuration, const Lookup &revision)
{
    TrafficPlan plan;
    // A failure outranks what is merely not ready yet.
    const auto complain = [&plan](bool failed, std::string reason, std::string message) {
        if (!plan.problem || (failed && !plan.problem->failed))
            plan.problem = TrafficProblem{failed, std::move(reason), std::move(message)};
    };
    const Json &traffic = field(route, {"spec", "traffic"});
    if (!traffic.is_array())
        return plan;
    for (const Json &wanted : traffic) {
        RevisionTarget target;
        target.tag = text(wanted, {"tag"});
        target.percent = number(wanted, {"percent"});
        target.configuration = text(wanted, {"configurationName"});
        target.revision = text(wanted, {"revisionName"});
        const Json *found = nullptr;
        if (!target.configuration.empty()) {
            const std::string named = "Configuration " + goQuoted(target.configuration);
            const Json *owner = configuration(target.configuration);
            if (!owner) {
                complain(true, "ConfigurationMissing", named + " referenced in traffic not found.");
                continue;
            }
            target.latest = true;
            target.revision = text(*owner, {"status", "latestReadyRevisionName"});
            if (target.revision.empty()) {
                const bool failed = conditionStatus(*owner, "Ready") == "False";
                complain(failed, revisionMissing,
                         named
                             + (failed ? " does not have any ready Revision."
                                       : " is waiting for a Revision to become ready."));
                continue;
            }
            found = revision(target.revision);
        } else {
            found = revision(target.revision);
        }
        const std::string named = "Revision " + goQuoted(target.revision);
        if (!found) {
            complain(true, revisionMissing, named + " referenced in traffic not found.");
            continue;
        }
        if (!isReady(*found)) {
            const bool failed = conditionStatus(*found, "Ready") == "False";
            complain(failed, revisionMissing,
                     named + (failed ? " failed to become ready." : " is not yet ready."));
            continue;
        }
        target.h2c = revisionProtocol(*found) == "h2c";
        const auto same =
            std::find_if(plan.targets.begin(), plan.targets.end(), [&](const RevisionTarget &other) {
                return other.tag == target.tag && other.revision == target.revision
                    && other.latest == target.latest;
            });
        if (same == plan.targets.end())
            plan.targets.push_back(target);
        else
            same->percent += target.percent;
        if (target.percent > 0)
            plan.byTag[{}].push_back(target);
        if (!target.tag.empty()) {
            RevisionTarget whole = target;
            whole.percent = 100;
            plan.byTag[target.tag].push_back(whole);
        }
    }
    for (auto &[tag, targets] : plan.byTag)
        targets = consolidated(targets);
    return plan;
}

Rollout Rollout::done(const TrafficPlan &plan)
{
    Rollout rollout;
    for (const auto &[tag, targets] : plan.byTag) {
        std::map<std::string, Configuration> byName;
        for (const RevisionTarget &target : targets) {
            if (!target.latest)
                continue;
            Configuration &configuration = byName[target.configuration];
            configuration.name = target.configuration;
            configuration.tag = tag;
            configuration.percent += target.percent;
            configuration.revisions = {{target.revision, configuration.percent}};
        }
        for (auto &[name, configuration] : byName)
            rollout.configurations.push_back(std::move(configuration));
    }
    return rollout;
}

Rollout Rollout::parse(const std::string &annotation)
{
    Rollout rollout;
    const base::Result<Json> read = base::parseJson(annotation, QStringLiteral("rollout"));
    if (!read)
        return rollout;
    const Json &all = field(*read, {"configurations"});
    if (!all.is_array())
        return rollout;
    for (const Json &entry : all) {
        Configuration configuration;
        configuration.name = text(entry, {"configurationName"});
        configuration.tag = text(entry, {"tag"});
        configuration.percent = number(entry, {"percent"});
        const Json &revisions = field(entry, {"revisions"});
        if (revisions.is_array()) {
            for (const Json &share : revisions)
                configuration.revisions.push_back(
                    {text(share, {"revisionName"}), number(share, {"percent"})});
        }
        configuration.startTime = number(entry, {"stepParams", "starttime"});
        configuration.nextStepTime = number(entry, {"stepParams", "nextStepTime"});
        configuration.stepDuration = number(entry, {"stepParams", "stepDuration"});
        configuration.stepSize = number(entry, {"stepParams", "stepSize"});
        rollout.configurations.push_back(std::move(configuration));
    }
    return rollout;
}

std::string Rollout::toString() const
{
    // In the order of Go's struct, which a sorted map would lose.
    if (configurations.empty())
        return "{}";
    std::string out = "{\"configurations\":[";
    bool first = true;
    for (const Configuration &configuration : configurations) {
        out += first ? "{" : ",{";
        first = false;
        out += "\"configurationName\":" + goQuoted(configuration.name);
        if (!configuration.tag.empty())
            out += ",\"tag\":" + goQuoted(configuration.tag);
        out += ",\"percent\":" + std::to_string(configuration.percent) + ",\"revisions\":[";
        for (size_t i = 0; i < configuration.revisions.size(); ++i) {
            out += std::string(i ? "," : "")
                + "{\"revisionName\":" + goQuoted(configuration.revisions[i].revision)
                + ",\"percent\":" + std::to_string(configuration.revisions[i].percent) + "}";
        }
        out += "],\"stepParams\":{";
        bool firstParameter = true;
        for (const auto &[key, value] : {std::pair{"starttime", configuration.startTime},
                                         {"nextStepTime", configuration.nextStepTime},
                                         {"stepDuration", configuration.stepDuration},
                                         {"stepSize", configuration.stepSize}}) {
            if (value == 0)
                continue;
            out += std::string(firstParameter ? "" : ",") + "\"" + key + "\":" + std::to_string(value);
            firstParameter = false;
        }
        out += "}}";
    }
    return out + "]}";
}

bool Rollout::isDone() const
{
    return std::all_of(configurations.begin(), configurations.end(),
                       [](const Configuration &configuration) { return configuration.revisions.size() < 2; });
}

const Rollout::Configuration *Rollout::find(const std::string &name, const std::string &tag) const
{
    const auto found =
        std::find_if(configurations.begin(), configurations.end(),
                     [&](const Configuration &other) { return other.name == name && other.tag == tag; });
    return found == configurations.end() ? nullptr : &*found;
}

namespace {

/// A changed percentage of the whole is given to, or taken from, the newest revisions last.
void adjust(Rollout::Configuration &configuration, std::int64_t goal)
{
    std::int64_t difference = goal - configuration.percent;
    configuration.percent = goal;
    if (difference >= 0) {
        configuration.revisions.back().percent += difference;
        return;
    }
    while (difference < 0 && !configuration.revisions.empty()) {
        Rollout::Share &oldest = configuration.revisions.front();
        const std::int64_t taken = std::min(oldest.percent, -difference);
        oldest.percent -= taken;
        difference += taken;
        if (oldest.percent == 0 && configuration.revisions.size() > 1)
            configuration.revisions.erase(configuration.revisions.begin());
        else
            break;
    }
}

/// Moves \a size percent from the newest of the old revisions to the newest one.
void step(Rollout::Configuration &configuration, std::int64_t size)
{
    while (size > 0 && configuration.revisions.size() > 1) {
        Rollout::Share &giver = configuration.revisions[configuration.revisions.size() - 2];
        const std::int64_t moved = std::min(giver.percent, size);
        giver.percent -= moved;
        configuration.revisions.back().percent += moved;
        size -= moved;
        if (giver.percent == 0)
            configuration.revisions.erase(configuration.revisions.end() - 2);
    }
}

} // namespace

Rollout Rollout::approachedFrom(const Rollout &before, std::int64_t now) const
{
    Rollout result;
    for (const Configuration &goal : configurations) {
        const Configuration *previous = before.find(goal.name, goal.tag);
        // One percent cannot be split, and a tag leads to the latest revision at once.
        if (!previous || previous->revisions.empty() || goal.percent <= 1 || !goal.tag.empty()) {
            result.configurations.push_back(goal);
            continue;
        }
        Configuration present = *previous;
        if (present.percent != goal.percent)
            adjust(present, goal.percent);
        const std::string &newest = goal.revisions.back().revision;
        if (present.revisions.back().revision != newest) {
            present.revisions.push_back({newest, 0});
            step(present, 1);
            present.startTime = now;
            present.nextStepTime = present.stepDuration = present.stepSize = 0;
        } else if (present.revisions.size() > 1 && present.nextStepTime != 0 && now >= present.nextStepTime) {
            step(present, present.stepSize);
            present.nextStepTime = now + present.stepDuration;
        }
        if (present.revisions.size() < 2)
            present.startTime = present.nextStepTime = present.stepDuration = present.stepSize = 0;
        result.configurations.push_back(std::move(present));
    }
    return result;
}

void Rollout::observeReady(std::int64_t now, std::int64_t durationSeconds)
{
    constexpr double nanoseconds = 1e9;
    for (Configuration &configuration : configurations) {
        if (configuration.revisions.size() < 2 || configuration.startTime == 0
            || configuration.stepDuration != 0)
            continue;
        const double sinceStart = std::ceil(static_cast<double>(now - configuration.startTime) / nanoseconds);
        const double shortest = std::max(1.0, sinceStart);
        const double remaining = std::max(1.0, static_cast<double>(durationSeconds) - shortest);
        const auto toMove = static_cast<double>(configuration.percent - 1);
        const double steps = std::min(toMove, std::max(1.0, std::floor(remaining / shortest)));
        configuration.stepSize = std::max<std::int64_t>(1, std::llround(toMove / steps));
        configuration.stepDuration = std::llround(remaining / steps * nanoseconds);
        configuration.nextStepTime = now + configuration.stepDuration;
    }
}

std::int64_t Rollout::nextStep() const
{
    std::int64_t next = 0;
    for (const Configuration &configuration : configurations) {
        if (configuration.nextStepTime != 0 && (next == 0 || configuration.nextStepTime < next))
            next = configuration.nextStepTime;
    }
    return next;
}

} // namespace sluice::sandbox
