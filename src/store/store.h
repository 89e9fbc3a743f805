// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/timers.h"
#include "store/store_base.h"

#include <algorithm>
#include <concepts>
#include <map>
#include <memory>
#include <vector>

namespace sluice::store {

/// One object: the projection, or why it could not be read (it is still a row, never a gap).
template <typename T> struct Entry {
    ObjectKey key;
    QString uid;
    base::Result<T> content;

    [[nodiscard]] const T *value() const { return content ? &*content : nullptr; }
    [[nodiscard]] const base::Error *error() const { return content ? nullptr : &content.error(); }
};

template <typename T> class StoreWriter;

/// The objects of one kind as pages show them: projections, no JSON. Read-only; one StoreWriter fills it.
/// Lives in one thread. What readers see changes only together with changed(): the content always equals the sum
/// of the batches sent so far. A relist arrives as the difference, never as a reset. References stay valid until the
/// next batch.
template <typename T> class Store final : public StoreBase {
public:
    using Map = std::map<ObjectKey, Entry<T>>;

    [[nodiscard]] const Map &entries() const { return m_entries; }
    [[nodiscard]] qsizetype size() const override { return qsizetype(m_entries.size()); }
    /// The entry, or nullptr.
    [[nodiscard]] const Entry<T> *find(const ObjectKey &key) const
    {
        const auto it = m_entries.find(key);
        return it == m_entries.end() ? nullptr : &it->second;
    }
    /// The projection, or nullptr when it is absent or could not be read.
    [[nodiscard]] const T *value(const ObjectKey &key) const
    {
        const Entry<T> *entry = find(key);
        return entry ? entry->value() : nullptr;
    }

private:
    friend class StoreWriter<T>;
    Store() = default;
    Map m_entries;
};

/// The one writer of a store. Changes are staged and published together \a frameMs after the first of them,
/// so that a burst is one batch; an update that changes nothing visible (T's operator==) is left out.
template <typename T> class StoreWriter final {
public:
    explicit StoreWriter(std::shared_ptr<base::Timers> timers, int frameMs = 16)
        : m_store(new Store<T>())
        , m_timers(std::move(timers))
        , m_frameMs(frameMs)
    {
    }
    StoreWriter(const StoreWriter &) = delete;
    StoreWriter &operator=(const StoreWriter &) = delete;

    [[nodiscard]] std::shared_ptr<const Store<T>> store() const { return m_store; }

    /// Adds or replaces.
    void put(Entry<T> entry)
    {
        const ObjectKey key = entry.key;
        m_staged.insert_or_assign(key, std::optional<Entry<T>>(std::move(entry)));
        schedule();
    }
    /// Removes; nothing happens when it is not there.
    void remove(const ObjectKey &key)
    {
        m_staged.insert_or_assign(key, std::nullopt);
        schedule();
    }

    /// A relist begins: what put() does not name until endReplace() is removed then.
    void beginReplace() { m_replacing = std::vector<ObjectKey>(); }
    /// One object of the relist.
    void replaceWith(Entry<T> entry)
    {
        if (m_replacing)
            m_replacing->push_back(entry.key);
        put(std::move(entry));
    }
    /// Ends the relist. Without a beginReplace() nothing happens.
    void endReplace()
    {
        if (!m_replacing)
            return;
        std::vector<ObjectKey> &named = *m_replacing;
        if (!std::is_sorted(named.cbegin(), named.cend())) // API servers list in the order of the keys
            std::sort(named.begin(), named.end());
        // Both are in order, so one pass beside each other finds what was not named.
        auto next = named.cbegin();
        for (const auto &[key, entry] : m_store->m_entries) {
            while (next != named.cend() && *next < key)
                ++next;
            if (next == named.cend() || *next != key)
                m_staged.insert_or_assign(key, std::nullopt);
        }
        for (auto &[key, entry] : m_staged) {
            if (entry && !std::binary_search(named.cbegin(), named.cend(), key))
                entry.reset();
        }
        m_replacing.reset();
        schedule();
    }
    /// Forgets an unfinished relist; what it already named stays.
    void abandonReplace() { m_replacing.reset(); }

    /// Published with the next batch.
    void setFreshness(Freshness freshness)
    {
        m_freshness = std::move(freshness);
        schedule();
    }

    /// Publishes what is staged now.
    void flush()
    {
        m_frame.cancel();
        m_scheduled = false;
        const ChangeBatch batch = publish();
        std::optional<Freshness> freshness;
        freshness.swap(m_freshness);
        if (freshness)
            m_store->m_freshness = std::move(*freshness);
        const std::shared_ptr<Store<T>> keepAlive = m_store;
        if (!batch.isEmpty())
            Q_EMIT keepAlive->changed(batch);
        if (freshness)
            Q_EMIT keepAlive->freshnessChanged();
    }

private:
    void schedule()
    {
        if (m_scheduled)
            return;
        m_scheduled = true;
        m_frame = m_timers->after(m_frameMs, [this] { flush(); });
    }

    static bool same(const Entry<T> &a, const Entry<T> &b)
    {
        if constexpr (std::equality_comparable<T>)
            return a.content && b.content && *a.content == *b.content;
        else
            return false;
    }

    ChangeBatch publish()
    {
        ChangeBatch batch;
        for (auto &[key, staged] : m_staged) {
            const auto it = m_store->m_entries.find(key);
            const bool present = it != m_store->m_entries.end();
            if (!staged) {
                if (present) {
                    batch.removed.push_back(key);
                    m_store->m_entries.erase(it);
                }
            } else if (!present) {
                batch.added.push_back(key);
                m_store->m_entries.emplace(key, std::move(*staged));
            } else if (it->second.uid != staged->uid) {
                batch.recreated.push_back(key);
                it->second = std::move(*staged);
            } else if (!same(it->second, *staged)) {
                batch.updated.push_back(key);
                it->second = std::move(*staged);
            }
        }
        m_staged.clear();
        return batch;
    }

    std::shared_ptr<Store<T>> m_store;
    std::shared_ptr<base::Timers> m_timers;
    int m_frameMs;
    base::Timers::Handle m_frame;
    bool m_scheduled = false;
    std::map<ObjectKey, std::optional<Entry<T>>> m_staged;
    std::optional<std::vector<ObjectKey>> m_replacing; ///< what the relist has named so far
    std::optional<Freshness> m_freshness;
};

} // namespace sluice::store
