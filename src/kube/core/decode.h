// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "base/result.h"
#include "kube/core/object_meta.h"

#include <memory>
#include <string_view>

namespace sluice::kube {

/// A read-only JSON tree that several may hold.
using JsonPtr = std::shared_ptr<const base::Json>;

/// Caps that keep a hostile or broken answer from hurting.
struct DecodeLimits {
    qint64 objectBytes = 3 * 1024 * 1024;
    int depth = 64;
    qint64 listBytes = 256 * 1024 * 1024;
};

/// One object of a list or a watch: its tree without metadata.managedFields, or why it could not be read. Key and
/// uid are filled as far as they could be read, so that a bad object still has its row.
struct DecodedObject {
    ObjectMeta meta;
    base::Result<JsonPtr> object;
};

/// What a list says of itself, beside its items.
struct ListHead {
    QString resourceVersion; ///< of the list, to watch from; never taken from an item
    QString continueToken; ///< empty: the last page
    std::optional<qint64> remaining;
};

struct ListPage : ListHead {
    std::vector<DecodedObject> items;
};

/// Reads the head alone, in a small part of the time: servers write it behind the items, and it is enough to ask for
/// the next page. Errors: DecodeError when it is no list at all. Pure; any thread.
[[nodiscard]] base::Result<ListHead> decodeListHead(std::string_view body, const QString &source,
                                                    const DecodeLimits &limits = {});

/// Decodes a list answer. Errors: DecodeError when it is no list at all; one bad item is an item with an error.
/// Items without apiVersion and kind (lists leave them out) get those of the list. Pure; any thread.
[[nodiscard]] base::Result<ListPage> decodeList(std::string_view body, const QString &source,
                                                const DecodeLimits &limits = {});

struct WatchEvent {
    enum class Type {
        Added,
        Modified,
        Deleted,
        Bookmark, ///< only object.meta.resourceVersion counts
        Error ///< the server ended the watch for the reason in `status`
    };
    Type type = Type::Added;
    DecodedObject object; ///< for Bookmark and Error its tree is null
    std::optional<base::ApiStatus> status;
    bool initialEventsEnd = false; ///< the bookmark that ends the initial events
};

/// Decodes one line of a watch. Errors: DecodeError when not even its type and key can be read. Pure; any thread.
[[nodiscard]] base::Result<WatchEvent> decodeWatchLine(std::string_view line, const QString &source,
                                                       const DecodeLimits &limits = {});

} // namespace sluice::kube
