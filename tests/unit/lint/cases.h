// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/project.h"

#include <map>
#include <optional>
#include <vector>

/// A small kustomize tree that one rule has something against, and a neighbour that it has nothing against.
struct LintCase {
    const char *rule;
    const char *name; ///< what is special about it; may be empty
    const char *bad; ///< files as "=== path" lines with their text below, over those of the plain tree
    const char *where; ///< "file:line field"
    const char *good;
    bool fixed = true; ///< the rule has a fix for it
    int release = 0; ///< minor of Knative; 0: not said
};

const std::vector<LintCase> &lintCases();

using Files = std::map<QString, QByteArray>;
/// The plain tree: a Service in a base and the environment dev; nothing is wrong with it.
Files plainTree();
/// \a text over \a files. A path without text takes the file away.
Files withFiles(Files files, const char *text);
sluice::manifest::Project projectOf(const Files &files);
