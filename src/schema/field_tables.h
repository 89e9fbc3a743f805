// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

/// The field tables as text. One line a field:
///
///     @Type [atomic] [preserve] | what the type is
///     field type [flags] | what the field means
///     #kind group version Kind builtin|custom | what the kind is      (group "-" is core; then lines as of a type)
///
/// Types: string int32 int64 number bool intstr quantity time microtime bytes any object, a type's name, []T, {}T.
/// Flags: required, immutable, default(JSON or word), enum(a,b), min(n), max(n), set, map(key,…) (list types of
/// server-side apply), merge or merge(key) (strategic merge patch), retainkeys, atomic, since(x), until(x).
namespace sluice::schema::tables {

extern const std::string_view meta;
extern const std::string_view podSpec;
extern const std::string_view core;
extern const std::string_view apps;
extern const std::string_view rbac;
extern const std::string_view servingTemplate;
extern const std::string_view serving;
extern const std::string_view servingInternals;
extern const std::string_view eventingShared;
extern const std::string_view eventing;
extern const std::string_view eventingChannels;
extern const std::string_view eventingSources;
extern const std::string_view istioSecurity;
extern const std::string_view istioNetworking;
extern const std::string_view argo;
extern const std::string_view monitoring;

} // namespace sluice::schema::tables
