// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/freshness.h"
#include "store/object_key.h"

#include <QObject>
#include <vector>

namespace sluice::store {

/// What one frame changed, each key once, each list in key order. A re-created object (same key, another uid)
/// is in `recreated` only. Already true in the store when the batch arrives.
struct ChangeBatch {
    std::vector<ObjectKey> added;
    std::vector<ObjectKey> updated;
    std::vector<ObjectKey> recreated;
    std::vector<ObjectKey> removed;

    [[nodiscard]] bool isEmpty() const
    {
        return added.empty() && updated.empty() && recreated.empty() && removed.empty();
    }
    bool operator==(const ChangeBatch &) const = default;
};

/// The part of Store<T> that does not depend on T, so that it can have signals.
class StoreBase : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] const Freshness &freshness() const { return m_freshness; }
    [[nodiscard]] virtual qsizetype size() const = 0;

Q_SIGNALS:
    /// At most once a frame; never empty.
    void changed(const sluice::store::ChangeBatch &batch);
    /// After the batch that goes with it.
    void freshnessChanged();

protected:
    using QObject::QObject;
    Freshness m_freshness;
};

} // namespace sluice::store
