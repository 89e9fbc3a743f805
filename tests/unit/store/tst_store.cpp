// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <QTest>
#include <set>

using namespace sluice;
using store::ChangeBatch;
using store::Freshness;
using store::ObjectKey;

namespace {

using Writer = store::StoreWriter<int>;

store::Entry<int> entry(const QString &name, int value, const QString &uid = QStringLiteral("u1"))
{
    return {{QStringLiteral("ns"), name}, uid, value};
}

QString namesOf(const std::vector<ObjectKey> &keys)
{
    QStringList names;
    for (const ObjectKey &key : keys)
        names.append(key.name);
    return names.join(QLatin1Char(','));
}

QString textOf(const ChangeBatch &batch)
{
    return QStringLiteral("+%1 ~%2 !%3 -%4")
        .arg(namesOf(batch.added), namesOf(batch.updated), namesOf(batch.recreated), namesOf(batch.removed));
}

/// A store with a hand-driven frame and a log of what it announced.
struct Bench {
    std::shared_ptr<base::ManualClock> clock =
        std::make_shared<base::ManualClock>(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    std::shared_ptr<base::ManualTimers> timers = std::make_shared<base::ManualTimers>(clock);
    Writer writer{timers, 16};
    std::shared_ptr<const store::Store<int>> store = writer.store();
    QStringList log;

    Bench()
    {
        QObject::connect(store.get(), &store::StoreBase::changed, store.get(),
                         [this](const ChangeBatch &batch) { log.append(textOf(batch)); });
        QObject::connect(store.get(), &store::StoreBase::freshnessChanged, store.get(), [this] {
            log.append(QStringLiteral("freshness %1").arg(int(store->freshness().state)));
        });
    }
    QStringList frame()
    {
        timers->advance(16);
        return std::exchange(log, {});
    }
};

} // namespace

class StoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBurstIsOneBatchAndNothingShowsBeforeIt()
    {
        Bench bench;
        for (int i = 0; i < 100; ++i)
            bench.writer.put(entry(QStringLiteral("a%1").arg(i % 3), i));
        QCOMPARE(bench.store->size(), 0);
        bench.timers->advance(15);
        QVERIFY(bench.log.isEmpty());
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+a0,a1,a2 ~ ! -")});
        QCOMPARE(*bench.store->value({QStringLiteral("ns"), QStringLiteral("a0")}), 99);
        QCOMPARE(bench.frame(), QStringList());
        QCOMPARE(bench.timers->nextDueIn(), -1); // an idle store wakes nobody
    }

    void aRelistIsADifference()
    {
        Bench bench;
        for (const char *name : {"a", "b", "c", "d"})
            bench.writer.put(entry(QString::fromLatin1(name), 1));
        (void)bench.frame();
        bench.writer.put(entry(QStringLiteral("late"), 1)); // of the old watch, not in the list: gone
        bench.writer.beginReplace();
        bench.writer.replaceWith(entry(QStringLiteral("a"), 1)); // the same
        bench.writer.replaceWith(entry(QStringLiteral("b"), 2)); // changed
        bench.writer.replaceWith(entry(QStringLiteral("c"), 1, QStringLiteral("u2"))); // re-created
        bench.writer.replaceWith(entry(QStringLiteral("e"), 1)); // new; d is missing
        bench.writer.endReplace();
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+e ~b !c -d")});
    }

    void theSameListAgainSaysNothing()
    {
        Bench bench;
        bench.writer.put(entry(QStringLiteral("a"), 1));
        (void)bench.frame();
        bench.writer.beginReplace();
        bench.writer.replaceWith(entry(QStringLiteral("a"), 1));
        bench.writer.endReplace();
        QCOMPARE(bench.frame(), QStringList());
    }

    void anAbandonedRelistRemovesNothing()
    {
        Bench bench;
        bench.writer.put(entry(QStringLiteral("a"), 1));
        (void)bench.frame();
        bench.writer.beginReplace();
        bench.writer.replaceWith(entry(QStringLiteral("b"), 1));
        bench.writer.abandonReplace();
        bench.writer.endReplace();
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+b ~ ! -")});
    }

    void removedAndPutAgainInOneFrame()
    {
        Bench bench;
        bench.writer.put(entry(QStringLiteral("a"), 1));
        (void)bench.frame();
        const ObjectKey key{QStringLiteral("ns"), QStringLiteral("a")};
        bench.writer.remove(key);
        bench.writer.put(entry(QStringLiteral("a"), 1, QStringLiteral("u2")));
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+ ~ !a -")});
        bench.writer.put(entry(QStringLiteral("a"), 5, QStringLiteral("u2")));
        bench.writer.remove(key);
        bench.writer.remove({QStringLiteral("ns"), QStringLiteral("never")});
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+ ~ ! -a")});
    }

    void anUnreadableObjectKeepsItsRow()
    {
        Bench bench;
        const ObjectKey key{QStringLiteral("ns"), QStringLiteral("bad")};
        bench.writer.put({key, QStringLiteral("u1"), base::fail(base::DecodeError{})});
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+bad ~ ! -")});
        QVERIFY(bench.store->find(key)->error());
        QVERIFY(!bench.store->value(key));
        bench.writer.put(entry(QStringLiteral("bad"), 1));
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("+ ~bad ! -")});
        QVERIFY(bench.store->value(key));
    }

    void freshnessComesAfterItsBatch()
    {
        Bench bench;
        QCOMPARE(bench.store->freshness().state, Freshness::State::Loading);
        bench.writer.put(entry(QStringLiteral("a"), 1));
        bench.writer.setFreshness({Freshness::State::Live, bench.clock->now(), std::nullopt});
        QCOMPARE(bench.store->freshness().state, Freshness::State::Loading);
        QCOMPARE(bench.frame(), (QStringList{QStringLiteral("+a ~ ! -"), QStringLiteral("freshness 1")}));
        bench.writer.setFreshness(
            {Freshness::State::Stale, bench.clock->now(), base::Error(base::TransportError{})});
        QCOMPARE(bench.frame(), QStringList{QStringLiteral("freshness 2")});
        QVERIFY(bench.store->freshness().error->is<base::TransportError>());
    }

    void aWriterThatGoesTakesItsTimerAlong()
    {
        auto clock = std::make_shared<base::ManualClock>(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        auto timers = std::make_shared<base::ManualTimers>(clock);
        auto writer = std::make_unique<Writer>(timers, 16);
        const auto store = writer->store();
        writer->put(entry(QStringLiteral("a"), 1));
        writer.reset();
        timers->advance(1000);
        QCOMPARE(store->size(), 0);
    }

    void batchesAddUpToTheContent()
    {
        // A model that applies batches must end with the store's keys, whatever the order of operations.
        Bench bench;
        std::set<ObjectKey> mirror;
        QObject::connect(bench.store.get(), &store::StoreBase::changed, bench.store.get(),
                         [&](const ChangeBatch &batch) {
                             for (const ObjectKey &key : batch.added)
                                 QVERIFY(mirror.insert(key).second);
                             for (const ObjectKey &key : batch.removed)
                                 QVERIFY(mirror.erase(key) == 1);
                             for (const ObjectKey &key : batch.updated)
                                 QVERIFY(mirror.contains(key));
                             for (const ObjectKey &key : batch.recreated)
                                 QVERIFY(mirror.contains(key));
                         });
        quint32 seed = 12345;
        const auto next = [&](quint32 bound) {
            return (seed = seed * 1664525U + 1013904223U) / 65536U % bound;
        };
        for (int i = 0; i < 5000; ++i) {
            const QString name = QString::number(next(12));
            switch (next(6)) {
            case 0:
                bench.writer.remove({QStringLiteral("ns"), name});
                break;
            case 1:
                bench.writer.beginReplace();
                break;
            case 2:
                bench.writer.endReplace();
                break;
            case 3:
                (void)bench.frame();
                break;
            default:
                bench.writer.replaceWith(entry(name, int(next(3)), QString::number(next(2))));
                break;
            }
        }
        bench.writer.flush();
        QCOMPARE(qsizetype(mirror.size()), bench.store->size());
        for (const auto &[key, value] : bench.store->entries())
            QVERIFY(mirror.contains(key));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
