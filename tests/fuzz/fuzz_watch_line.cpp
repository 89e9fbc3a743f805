// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes that a server sends: lists, watch lines in any pieces, Status bodies, Warning headers.
#include "kube/core/decode.h"
#include "kube/core/line_splitter.h"
#include "kube/core/status.h"
#include "kube/core/warning.h"

#include <cstdlib>

using namespace sluice::kube;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const QByteArray bytes(text.data(), qsizetype(size));
    DecodeLimits limits;
    limits.depth = 16;
    limits.objectBytes = 4096;

    if (const auto event = decodeWatchLine(text, {}, limits)) {
        const bool hasObject =
            event->type != WatchEvent::Type::Bookmark && event->type != WatchEvent::Type::Error;
        if (hasObject && event->object.meta.name.isEmpty())
            std::abort(); // such an event has no row
    }
    if (const auto page = decodeList(text, {}, limits)) {
        for (const DecodedObject &item : page->items) {
            if (item.object && (!*item.object || item.meta.name.isEmpty()))
                std::abort();
        }
    }
    LineSplitter splitter(64);
    qsizetype split = 0;
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        for (const LineSplitter::Line &line : splitter.push(bytes.mid(at, 7)))
            split += line.bytes.size() + 1;
    }
    if (split > bytes.size())
        std::abort();

    Headers headers;
    headers.add("Warning", bytes);
    headers.add("Date", bytes.left(64));
    (void)warningsOf(headers);
    (void)dateOf(headers);
    (void)statusFromResponse(500, headers, bytes);
    return 0;
}
