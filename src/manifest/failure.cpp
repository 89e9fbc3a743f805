// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/failure.h"

namespace sluice::manifest {

tl::unexpected<base::Error> failAt(const Origin &place, const QString &field, const QString &messageId,
                                   const QStringList &arguments)
{
    return base::fail(base::ValidationError{place.file, place.line, field, {messageId, arguments}});
}

Origin placeOf(const yaml::Document &document, const yaml::Path &path)
{
    return {document.source(), document.locateNearest(path).keyLine};
}

} // namespace sluice::manifest
