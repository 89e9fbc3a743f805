// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/api_call.h"

namespace sluice::sandbox {

HttpResponse handleOpenApi(ApiContext &, const ApiCall &)
{
    return pageNotFound();
}

} // namespace sluice::sandbox
