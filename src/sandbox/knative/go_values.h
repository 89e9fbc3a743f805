// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sluice::sandbox {

/// Nanoseconds of "1h30m", "-1.5s", "0"; nothing when it is not a Go duration.
[[nodiscard]] std::optional<std::int64_t> parseGoDuration(std::string_view text);
/// "1h0m0s", "6s", "0s", "1.5s" for nanoseconds, as Go prints a duration.
[[nodiscard]] std::string goDuration(std::int64_t nanoseconds);
/// A whole decimal number with an optional sign; nothing when it is none. \a outOfRange tells an int32 overflow.
[[nodiscard]] std::optional<std::int64_t> parseGoInt(std::string_view text, bool *outOfRange = nullptr);
[[nodiscard]] std::optional<double> parseGoFloat(std::string_view text);
/// Whether Kubernetes reads \a text as a resource quantity ("100m", "1Gi", "1e3").
[[nodiscard]] bool isQuantity(std::string_view text);
/// The quantity as the server writes it back: "0.5" as "500m", "1024Mi" as "1Gi"; other texts as they are.
[[nodiscard]] std::string canonicalQuantity(const std::string &text);
/// Whether a container image reference can be parsed (go-containerregistry, weak validation).
[[nodiscard]] bool isImageReference(std::string_view text);

/// The complaint about a name that is no DNS-1035 label, as validation messages print the list: "[…]"; empty when
/// it is one. A \a prefix may end with a hyphen (generateName).
[[nodiscard]] std::string dns1035Complaint(std::string_view name, bool prefix = false);
[[nodiscard]] bool isDns1123Label(std::string_view name);
/// Why \a name is no DNS-1123 subdomain; empty when it is one.
[[nodiscard]] std::string dns1123SubdomainComplaint(std::string_view name);
/// Why \a name is no qualified name; empty when it is one.
[[nodiscard]] std::string qualifiedNameComplaint(std::string_view name);

/// Go's %q for plain text.
[[nodiscard]] std::string goQuoted(std::string_view text);
/// \a parent + \a suffix, shortened with a hash of the parent when that is over 63 characters (knative.dev/pkg kmeta).
[[nodiscard]] std::string childName(const std::string &parent, const std::string &suffix);

} // namespace sluice::sandbox
