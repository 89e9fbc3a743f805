// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/fix_builder.h"
#include "lint/rules.h"
#include "lint/view.h"

#include <functional>

namespace sluice::lint {

/// Takes what rules find. The same finding of several environments is one that names them all.
class Reporter {
public:
    /// Makes a fix and says what it does.
    using FixMaker = std::function<base::Message(FixBuilder &)>;

    explicit Reporter(const View &view)
        : m_view(view)
    {
    }

    /// What follows shows in this environment; nullptr: in the files.
    void setStage(const Stage *stage) { m_stage = stage; }

    /// At the value at \a path of a rendered object, or at the nearest one above it.
    void add(const char *rule, const Object &object, const yaml::Path &path, base::Message message,
             const FixMaker &fix = {});
    /// At a place of a file.
    void add(const char *rule, Place place, base::Message message, const FixMaker &fix = {});
    /// At the value at \a path of a layer's kustomization.
    void add(const char *rule, const Layer &layer, const yaml::Path &path, base::Message message,
             const FixMaker &fix = {});

    [[nodiscard]] Place placeOf(const Object &object, const yaml::Path &path) const;
    [[nodiscard]] static Place placeOf(const yaml::Document &document, const yaml::Path &path);
    [[nodiscard]] std::vector<Finding> take() { return std::move(m_findings); }

private:
    const View &m_view;
    const Stage *m_stage = nullptr;
    std::vector<Finding> m_findings;
    std::map<QString, std::size_t> m_seen;
};

} // namespace sluice::lint
