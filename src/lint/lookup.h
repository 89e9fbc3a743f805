// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/view.h"

#include <functional>

namespace sluice::lint {

/// The one of \a names that \a wrong most likely was meant to be, or nothing.
[[nodiscard]] QString nearest(const QString &wrong, const QStringList &names);

/// A whole number, also one written as a text; nothing for anything else.
[[nodiscard]] std::optional<qint64> wholeNumber(const base::Json *value);

/// The path of a field of \a object as the field tables write it ("spec.template.spec.containers[0].imagex"); keys with
/// dots are found. The part that is not there becomes one last step per name.
[[nodiscard]] yaml::Path pathOf(const base::Json &object, const std::string &field);

/// Calls \a visit with the path of each container of \a object: every list named containers or initContainers.
void eachContainer(const Object &object,
                   const std::function<void(const yaml::Path &, const base::Json &)> &visit);

/// Annotations of a Knative Service's or Configuration's template, or nullptr.
[[nodiscard]] const base::Json *templateAnnotations(const Object &object);
[[nodiscard]] yaml::Path templateAnnotation(const std::string &key);

/// A text of one, whatever scalar it is written as.
[[nodiscard]] QString scalarText(const base::Json &value);

/// Whether \a name is a DNS-1035 label: at most 63 lower-case letters, digits and dashes, a letter first.
[[nodiscard]] bool isDns1035(const QString &name);

} // namespace sluice::lint
