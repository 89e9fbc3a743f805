// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/lint.h"

#include "lint/checks.h"
#include "lint/silence.h"

#include <algorithm>
#include <set>

namespace sluice::lint {

using base::Message;

namespace {

/// What stops an environment from being rendered, at its place.
void addFailure(const Stage *stage, const base::Error &error, Reporter &out)
{
    Place place;
    if (stage && !stage->layers.empty())
        place = {stage->layers.front()->file, 1, 0, {}};
    Message what{QStringLiteral("lint.renders"), {stage ? stage->environment : QString()}};
    if (const auto *invalid = error.get_if<base::ValidationError>()) {
        what = invalid->what;
        if (!invalid->source.isEmpty())
            place = {invalid->source, invalid->line, 0, invalid->field};
    } else if (const auto *unreadable = error.get_if<base::DecodeError>()) {
        what = unreadable->what;
        place = {unreadable->source, unreadable->line, unreadable->column, {}};
    }
    out.add("renders", place, what);
}

/// Takes away what comments ask for, and finds comments that ask wrongly.
class Silencer {
public:
    Silencer(const View &view, Reporter &out)
    {
        for (const auto &[path, file] : view.files.files()) {
            std::vector<Silence> found = silencesIn(file->bytes);
            for (const Silence &silence : found) {
                const Place place{path, silence.line, 0, {}};
                for (const QString &rule : silence.rules) {
                    if (!findRule(rule))
                        out.add("silence", place, Message{QStringLiteral("lint.silence"), {rule}});
                }
                if (silence.reason.isEmpty())
                    out.add("silence", place, Message{QStringLiteral("lint.silence.reason"), {}});
            }
            if (!found.empty())
                m_silences.emplace(path, std::move(found));
        }
    }

    [[nodiscard]] bool isSilenced(const Finding &finding) const
    {
        const auto found = m_silences.find(finding.place.file);
        return finding.rule != u"silence" && found != m_silences.end()
            && std::any_of(found->second.begin(), found->second.end(), [&](const Silence &silence) {
                   return silence.rules.contains(finding.rule)
                       && (silence.target == 0 || silence.target == finding.place.line);
               });
    }

private:
    std::map<QString, std::vector<Silence>> m_silences;
};

} // namespace

int Report::count(Severity severity) const
{
    return int(std::count_if(findings.begin(), findings.end(),
                             [&](const Finding &finding) { return finding.severity == severity; }));
}

Report check(const manifest::Project &project, const Options &options)
{
    const View view(project, options);
    Reporter out(view);
    Report report;
    for (const manifest::ProjectProblem &problem : project.problems())
        out.add("unreadable", Place{problem.place.file, problem.place.line, 0, {}}, problem.what);
    for (const auto &[environment, error] : view.failures) {
        const auto stage =
            std::find_if(view.stages.begin(), view.stages.end(),
                         [&name = environment](const Stage &s) { return s.environment == name; });
        out.setStage(stage == view.stages.end() ? nullptr : &*stage);
        addFailure(stage == view.stages.end() ? nullptr : &*stage, error, out);
    }
    for (const Stage &stage : view.stages) {
        out.setStage(&stage);
        const bool failed = std::any_of(view.failures.begin(), view.failures.end(), [&](const auto &failure) {
            return failure.first == stage.environment;
        });
        if (!stage.rendered && !failed) {
            report.notRendered.append(stage.environment);
            if (!stage.layers.empty())
                out.add("not-rendered", Place{stage.layers.front()->file, 1, 0, {}},
                        Message{QStringLiteral("lint.not-rendered"), {stage.environment}});
        }
        for (auto *rules :
             {checkTraffic, checkScaling, checkContainers, checkSchema, checkReferences, checkDelivery})
            rules(view, stage, out);
    }
    out.setStage(nullptr);
    for (auto *rules :
         {checkLabels, checkMerges, checkPatchTargets, checkVersions, checkArgo, checkMetrics, checkUse})
        rules(view, out);
    const Silencer silencer(view, out);
    report.findings = out.take();
    const auto gone = std::remove_if(report.findings.begin(), report.findings.end(),
                                     [&](const Finding &finding) { return silencer.isSilenced(finding); });
    report.silenced = int(report.findings.end() - gone);
    report.findings.erase(gone, report.findings.end());
    std::stable_sort(report.findings.begin(), report.findings.end(), [](const Finding &a, const Finding &b) {
        return std::tie(a.place.file, a.place.line, a.rule) < std::tie(b.place.file, b.place.line, b.rule);
    });
    return report;
}

std::vector<manifest::FileEdit> fixEdits(const manifest::Project &project, const std::vector<Fix> &fixes)
{
    using Kind = TextEdit::Kind;
    std::map<QString, std::vector<TextEdit>> taken;
    const auto collides = [&](const TextEdit &edit) {
        const auto others = taken.find(edit.file);
        return others != taken.end()
            && std::any_of(others->second.begin(), others->second.end(), [&](const TextEdit &other) {
                   // Two insertions at one place have no order of their own.
                   return edit.kind != Kind::Change || other.kind != Kind::Change
                       || (edit.begin <= other.end && other.begin <= edit.end);
               });
    };
    for (const Fix &fix : fixes) {
        if (std::any_of(fix.edits.begin(), fix.edits.end(), collides))
            continue;
        for (const TextEdit &edit : fix.edits)
            taken[edit.file].push_back(edit);
    }
    std::vector<manifest::FileEdit> result;
    for (auto &[file, edits] : taken) {
        std::sort(edits.begin(), edits.end(),
                  [](const TextEdit &a, const TextEdit &b) { return a.begin > b.begin; });
        manifest::FileEdit change;
        change.file = file;
        change.before = project.bytes(file);
        change.after = change.before;
        for (const TextEdit &edit : edits) {
            if (edit.kind == Kind::Remove)
                change.after = QByteArray();
            else if (edit.kind == Kind::Create)
                change.after = edit.text;
            else
                change.after.replace(edit.begin, edit.end - edit.begin, edit.text);
        }
        change.hunks = manifest::hunks(change.before, change.after);
        result.push_back(std::move(change));
    }
    return result;
}

} // namespace sluice::lint
