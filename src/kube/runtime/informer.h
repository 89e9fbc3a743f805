// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/runtime/watcher.h"
#include "store/store.h"

namespace sluice::kube {

/// From an object's tree (without managedFields) to what pages show. Pure: it runs on the pool as well.
template <typename T> using Projection = std::function<base::Result<T>(const base::Json &object)>;

/// Puts what a watcher reads into a store, as projections.
template <typename T> class StoreSink final : public WatchSink {
public:
    StoreSink(Projection<T> project, const WatcherTools &tools, int frameMs)
        : m_project(std::move(project))
        , m_pool(tools.pool)
        , m_clock(tools.clock)
        , m_writer(std::make_shared<store::StoreWriter<T>>(tools.timers, frameMs))
    {
    }
    [[nodiscard]] std::shared_ptr<const store::Store<T>> store() const { return m_writer->store(); }

    void listBegins() override { m_writer->beginReplace(); }
    [[nodiscard]] base::Task<void> page(ListPage page, std::stop_token stop) override
    {
        return takePage(m_writer, m_pool, m_project, std::move(page), std::move(stop));
    }
    void listComplete() override { m_writer->endReplace(); }
    void listAbandoned() override { m_writer->abandonReplace(); }
    void event(const WatchEvent &event) override
    {
        if (event.type == WatchEvent::Type::Deleted)
            m_writer->remove(keyOf(event.object));
        else if (event.type == WatchEvent::Type::Added || event.type == WatchEvent::Type::Modified)
            m_writer->put(entryOf(m_project, event.object));
    }
    void live() override
    {
        m_complete = true;
        m_live = true;
        m_since = m_clock->now();
        m_writer->setFreshness({store::Freshness::State::Live, m_since, std::nullopt});
    }
    void trouble(const base::Error &error) override
    {
        using State = store::Freshness::State;
        if (m_live || m_since.isNull())
            m_since = m_clock->now();
        m_live = false;
        const bool stale = m_complete && !isRefusal(error);
        m_writer->setFreshness({stale ? State::Stale : State::Failed, m_since, error});
    }

private:
    using Entries = std::vector<store::Entry<T>>;

    static store::ObjectKey keyOf(const DecodedObject &decoded)
    {
        return {decoded.meta.nameSpace, decoded.meta.name};
    }
    static store::Entry<T> entryOf(const Projection<T> &project, const DecodedObject &decoded)
    {
        if (!decoded.object)
            return {keyOf(decoded), decoded.meta.uid, tl::unexpected(decoded.object.error())};
        return {keyOf(decoded), decoded.meta.uid, project(**decoded.object)};
    }
    static Entries entriesOf(const Projection<T> &project, const ListPage &page)
    {
        Entries entries;
        entries.reserve(page.items.size());
        for (const DecodedObject &item : page.items)
            entries.push_back(entryOf(project, item));
        return entries;
    }
    static base::Task<void> takePage(std::shared_ptr<store::StoreWriter<T>> writer,
                                     std::shared_ptr<base::WorkerPool> pool, Projection<T> project,
                                     ListPage page, std::stop_token stop)
    {
        Entries entries;
        if (pool) {
            auto work = [project, shared = std::make_shared<ListPage>(std::move(page))] {
                return entriesOf(project, *shared);
            };
            Entries projected = co_await base::offload(*pool, std::move(work));
            entries = std::move(projected);
        } else {
            entries = entriesOf(project, page);
        }
        if (stop.stop_requested())
            co_return base::fail(base::Cancelled{});
        for (store::Entry<T> &entry : entries)
            writer->replaceWith(std::move(entry));
        co_return base::Result<void>{};
    }

    Projection<T> m_project;
    std::shared_ptr<base::WorkerPool> m_pool;
    std::shared_ptr<const base::Clock> m_clock;
    std::shared_ptr<store::StoreWriter<T>> m_writer;
    bool m_complete = false;
    bool m_live = false;
    QDateTime m_since;
};

/// Keeps a Store<T> equal to one kind on the cluster for as long as it lives.
template <typename T> class Informer final {
public:
    Informer(ApiClient client, WatchTarget target, Projection<T> project, WatcherTools tools,
             WatcherSettings settings = {}, int frameMs = 16)
        : m_sink(std::make_shared<StoreSink<T>>(std::move(project), tools, frameMs))
        , m_watcher(std::move(client), std::move(target), m_sink, std::move(tools), settings)
    {
    }
    [[nodiscard]] std::shared_ptr<const store::Store<T>> store() const { return m_sink->store(); }
    void start() { m_watcher.start(); }
    void stop() { m_watcher.stop(); }
    void retryNow() { m_watcher.retryNow(); }

private:
    std::shared_ptr<StoreSink<T>> m_sink;
    Watcher m_watcher;
};

} // namespace sluice::kube
