// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "config_maps.h"
#include "kube/runtime/informer.h"

#include <QSet>

namespace sluice::test {

/// Sits between a watcher and its store and notes each break of their promises: an event that is delivered twice, a
/// batch that adds what is there or changes what is not.
class Witness final : public kube::WatchSink {
public:
    Witness(const kube::WatcherTools &tools, int frameMs)
        : m_store(std::make_shared<kube::StoreSink<ShownMap>>(shownMap, tools, frameMs))
    {
        QObject::connect(store().get(), &store::StoreBase::changed, store().get(),
                         [this](const store::ChangeBatch &batch) { follow(batch); });
    }

    [[nodiscard]] std::shared_ptr<const store::Store<ShownMap>> store() const { return m_store->store(); }
    [[nodiscard]] QStringList complaints() const { return m_complaints; }
    [[nodiscard]] int lists() const { return m_lists; } ///< complete ones
    [[nodiscard]] const std::vector<base::Error> &troubles() const { return m_troubles; }
    [[nodiscard]] bool isLive() const { return store()->freshness().isLive(); }

    /// The first difference to what a list answered, or nothing.
    [[nodiscard]] QString difference(const kube::ListPage &page) const
    {
        if (qsizetype(page.items.size()) != store()->size())
            return QStringLiteral("%1 entries for %2 objects").arg(store()->size()).arg(page.items.size());
        for (const kube::DecodedObject &item : page.items) {
            const auto *entry = store()->find({item.meta.nameSpace, item.meta.name});
            if (!entry || entry->uid != item.meta.uid || !item.object || !entry->value()
                || *entry->value() != *shownMap(**item.object)) {
                return item.meta.name;
            }
        }
        return {};
    }

    void listBegins() override { m_store->listBegins(); }
    base::Task<void> page(kube::ListPage page, std::stop_token stop) override
    {
        return m_store->page(std::move(page), std::move(stop));
    }
    void listComplete() override
    {
        ++m_lists;
        m_store->listComplete();
    }
    void listAbandoned() override { m_store->listAbandoned(); }
    void event(const kube::WatchEvent &event) override
    {
        const QString id = event.object.meta.uid + u'@' + event.object.meta.resourceVersion;
        if (m_seen.contains(id))
            m_complaints.append(QStringLiteral("twice: %1 %2").arg(event.object.meta.name, id));
        m_seen.insert(id);
        m_store->event(event);
    }
    void live() override { m_store->live(); }
    void trouble(const base::Error &error) override
    {
        m_troubles.push_back(error);
        m_store->trouble(error);
    }

private:
    void follow(const store::ChangeBatch &batch)
    {
        for (const auto &key : batch.added) {
            if (m_keys.contains(key))
                m_complaints.append(QStringLiteral("added though there: %1").arg(key.text()));
            m_keys.insert(key);
        }
        for (const auto *changed : {&batch.updated, &batch.recreated, &batch.removed}) {
            for (const auto &key : *changed) {
                if (!m_keys.contains(key))
                    m_complaints.append(QStringLiteral("changed though not there: %1").arg(key.text()));
            }
        }
        for (const auto &key : batch.removed)
            m_keys.remove(key);
        if (m_keys.size() != store()->size())
            m_complaints.append(QStringLiteral("the batches make %1 entries, the store has %2")
                                    .arg(m_keys.size())
                                    .arg(store()->size()));
    }

    std::shared_ptr<kube::StoreSink<ShownMap>> m_store;
    QSet<QString> m_seen;
    QSet<store::ObjectKey> m_keys;
    QStringList m_complaints;
    std::vector<base::Error> m_troubles;
    int m_lists = 0;
};

} // namespace sluice::test
