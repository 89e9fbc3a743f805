// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/store/admission.h"

namespace sluice::sandbox {

/// The API server's own treatment of objects, read from the field tables of src/schema: pruning, defaults,
/// field tracking and structural validation, and the few rules that kinds have beyond their fields.
class SchemaRules final : public ObjectRules {
public:
    void normalize(AdmissionRequest &request) override;
    void trackFields(AdmissionRequest &request, const std::string &time) override;
    [[nodiscard]] std::optional<Failure> validate(const AdmissionRequest &request) override;

private:
    void normalizeService(AdmissionRequest &request);
    base::Json m_blank; ///< of the object that is being created: what nobody owns
    unsigned m_lastClusterIp = 0; ///< how many addresses have been handed out
};

} // namespace sluice::sandbox
