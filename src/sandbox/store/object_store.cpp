// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/object_store.h"

#include "base/json.h"

namespace sluice::sandbox {

using base::textAt;

ObjectStore::ObjectStore(const ResourceRegistry &registry, const Scheduler &clock, std::uint64_t seed)
    : m_registry(registry)
    , m_clock(clock)
    , m_random(seed)
{
}

const ObjectStore::Objects *ObjectStore::objects(const ResourceType &type) const
{
    const auto found = m_objects.find(&type);
    return found == m_objects.end() ? nullptr : &found->second;
}

ObjectPtr ObjectStore::get(const ResourceType &type, std::string_view nameSpace, std::string_view name) const
{
    const Objects *all = objects(type);
    if (!all)
        return nullptr;
    const auto found = all->find({std::string(nameSpace), std::string(name)});
    return found == all->end() ? nullptr : found->second;
}

std::vector<ObjectPtr> ObjectStore::list(const ResourceType &type, std::string_view nameSpace) const
{
    std::vector<ObjectPtr> result;
    const Objects *all = objects(type);
    if (!all)
        return result;
    auto it = nameSpace.empty() ? all->begin() : all->lower_bound({std::string(nameSpace), {}});
    for (; it != all->end() && (nameSpace.empty() || it->first.first == nameSpace); ++it)
        result.push_back(it->second);
    return result;
}

std::optional<std::vector<ObjectPtr>>
ObjectStore::listAt(const ResourceType &type, std::string_view nameSpace, std::uint64_t version) const
{
    if (version > m_version || version < m_log.oldestStart())
        return std::nullopt;
    const Objects *present = objects(type);
    Objects then = present ? *present : Objects{};
    const std::vector<StoreEvent> later = m_log.since(version);
    for (auto it = later.rbegin(); it != later.rend(); ++it) {
        if (it->resource != &type)
            continue;
        ObjectKey key{textAt(*it->object, "metadata.namespace"), textAt(*it->object, "metadata.name")};
        if (it->previous)
            then[std::move(key)] = it->previous;
        else
            then.erase(key);
    }
    std::vector<ObjectPtr> result;
    for (const auto &[key, object] : then) {
        if (nameSpace.empty() || key.first == nameSpace)
            result.push_back(object);
    }
    return result;
}

ObjectPtr ObjectStore::findUid(std::string_view uid) const
{
    const auto found = m_byUid.find(uid);
    return found == m_byUid.end() ? nullptr : found->second;
}

ObjectStore::ListenerId ObjectStore::subscribe(Listener listener)
{
    m_listeners.emplace(++m_lastListener, std::move(listener));
    return m_lastListener;
}

void ObjectStore::unsubscribe(ListenerId id)
{
    m_listeners.erase(id);
}

void ObjectStore::deliver(StoreEvent event)
{
    m_undelivered.push_back(std::move(event));
    if (m_delivering)
        return;
    m_delivering = true;
    while (!m_undelivered.empty()) {
        const StoreEvent next = std::move(m_undelivered.front());
        m_undelivered.pop_front();
        std::vector<ListenerId> ids;
        for (const auto &[id, listener] : m_listeners)
            ids.push_back(id);
        for (const ListenerId id : ids) {
            const auto found = m_listeners.find(id);
            if (found == m_listeners.end())
                continue;
            const Listener listener = found->second;
            listener(next);
        }
    }
    m_delivering = false;
}

} // namespace sluice::sandbox
