// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <map>
#include <set>
#include <vector>

namespace sluice::manifest {

/// What goes into a template (resources/templates).
struct TemplateValues {
    std::map<QString, QString>
        texts; ///< by name; quoted where they stand alone as a value of YAML and need it
    std::map<QString, QString> verbatim; ///< by name; never quoted: numbers, quantities, parts of expressions
    std::set<QString> conditions; ///< the ones that hold
    std::map<QString, std::vector<TemplateValues>> lists; ///< what a list's entries add to all this
};

/// Fills \a text in: %NAME% by a value, and lines of their own, in a comment's place, that are left out themselves:
///     #% if CONDITION    or    #% if not CONDITION        … #% else …        #% end
///     #% each LIST                                        …                  #% end
/// \a isYaml: values that stand alone are quoted where YAML would read something else. What has no value stays as it is.
[[nodiscard]] QString fillTemplate(const QString &text, const TemplateValues &values, bool isYaml);

/// \a text as a scalar of YAML that is read as this text: quoted unless it is made of letters that need none.
[[nodiscard]] QString yamlScalar(const QString &text);

} // namespace sluice::manifest
