// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "kube/core/gvk.h"

#include <QHash>
#include <string_view>

namespace sluice::kube {

/// What a server can serve. A value; read once and kept by ApiClient.
class Discovery {
public:
    /// Resources in the server's order of preference: groups in order, in each the preferred version first.
    [[nodiscard]] const std::vector<ApiResource> &resources() const { return m_resources; }
    /// Group versions whose resources could not be read (an aggregated API that is down).
    [[nodiscard]] const QStringList &unavailable() const { return m_unavailable; }

    [[nodiscard]] const ApiResource *find(const Gvk &gvk) const;
    /// The most preferred version of a kind, or nullptr.
    [[nodiscard]] const ApiResource *findKind(const QString &group, const QString &kind) const;
    [[nodiscard]] bool hasGroup(const QString &group) const;

    void add(ApiResource resource);
    void addUnavailable(const QString &groupVersion) { m_unavailable.append(groupVersion); }
    void append(Discovery other);

private:
    std::vector<ApiResource> m_resources;
    QHash<Gvk, qsizetype> m_byGvk;
    QStringList m_unavailable;
};

/// An APIGroupDiscoveryList (v2 or v2beta1) of /api or /apis. Errors: Decode.
[[nodiscard]] base::Result<Discovery> decodeAggregatedDiscovery(std::string_view body, const QString &source);
/// Group versions of an APIVersions (/api) or APIGroupList (/apis) answer, preferred ones first. Errors: Decode.
[[nodiscard]] base::Result<QStringList> decodeGroupVersions(std::string_view body, const QString &source);
/// An APIResourceList of one group version. Errors: Decode.
[[nodiscard]] base::Result<Discovery> decodeResourceList(std::string_view body, const QString &source);

} // namespace sluice::kube
