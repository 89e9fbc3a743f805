// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace sluice::sandbox {

struct ResourceType;
/// A stored object; never changed once it is in the store.
using ObjectPtr = std::shared_ptr<const base::Json>;

enum class EventType { Added, Modified, Deleted };

/// One committed change.
struct StoreEvent {
    EventType type;
    const ResourceType *resource;
    std::uint64_t version; ///< resourceVersion of the change, also of a deletion
    ObjectPtr object; ///< new state; for Deleted the last state with the deletion's resourceVersion
    ObjectPtr previous; ///< state before; null for Added
};

/// The changes of late, by version, until they are compacted away.
class WatchLog {
public:
    /// Keeps at most \a capacity changes.
    explicit WatchLog(size_t capacity = 20000);
    void append(StoreEvent event);
    /// Forgets changes up to and including \a version.
    void compact(std::uint64_t version);
    /// Watches can start from this version or later.
    [[nodiscard]] std::uint64_t oldestStart() const { return m_oldestStart; }
    /// Changes after \a version, oldest first; \a version is at least oldestStart().
    [[nodiscard]] std::vector<StoreEvent> since(std::uint64_t version) const;

private:
    size_t m_capacity;
    std::uint64_t m_oldestStart = 0;
    std::deque<StoreEvent> m_events;
};

} // namespace sluice::sandbox
